//! Parameters of a query or an urlencoded body, read strictly.
//!
//! Owns limits and refusals. Leaves to others what a parameter means; `oauth` maps [`ParametersError`] to its own
//! errors, pages let it become one.

use std::future::{Future, Ready, ready};
use std::pin::Pin;

use actix_web::dev::Payload;
use actix_web::http::header::CONTENT_TYPE;
use actix_web::{FromRequest, HttpRequest, HttpResponse, ResponseError, http::StatusCode};
use futures_util::StreamExt;

/// The largest body, in bytes.
const LARGEST_BODY: usize = 64 * 1024;
/// The largest body where a message is expected, in bytes: a SAML response of 256 KiB, in base64 and percent-encoded.
const LARGEST_MESSAGE: usize = 600 * 1024;
/// How long a body may take: whoever is slower holds a connection for nothing.
const SLOWEST_BODY: std::time::Duration = std::time::Duration::from_secs(20);
/// The most parameters.
const MOST_PARAMETERS: usize = 100;

/// Named values, each name once. May hold passwords, so it has no `Debug`.
#[derive(Clone, Default, PartialEq, Eq)]
pub struct Parameters(Vec<(String, String)>);

/// Why parameters were not read.
#[derive(Debug, Clone, PartialEq, Eq, thiserror::Error)]
pub enum ParametersError {
    /// RFC 6749 §3.1: parameters must not be included more than once.
    #[error("the parameter {0} was sent more than once")]
    Duplicate(String),
    /// Not percent-encoded UTF-8, or a NUL character, which no value of ours has.
    #[error("the parameters are not percent-encoded UTF-8")]
    Encoding,
    /// Not `application/x-www-form-urlencoded`.
    #[error("the content type is not application/x-www-form-urlencoded")]
    ContentType,
    /// More than 64 KiB, or 600 where a message is expected.
    #[error("the body is too large")]
    TooLarge,
    /// More than 100 parameters.
    #[error("there are more than 100 parameters")]
    TooMany,
    /// The connection broke.
    #[error("the body ended early")]
    Incomplete,
}

impl ResponseError for ParametersError {
    fn status_code(&self) -> StatusCode {
        match self {
            Self::ContentType => StatusCode::UNSUPPORTED_MEDIA_TYPE,
            Self::TooLarge => StatusCode::PAYLOAD_TOO_LARGE,
            Self::Duplicate(_) | Self::Encoding | Self::TooMany | Self::Incomplete => StatusCode::BAD_REQUEST,
        }
    }

    /// The body is put in place by `error::dress`.
    fn error_response(&self) -> HttpResponse {
        HttpResponse::new(self.status_code())
    }
}

impl Parameters {
    /// Reads `name=value&…` (URL Standard §5.1, but strictly).
    ///
    /// # Errors
    /// See [`ParametersError`].
    pub fn parse(text: &[u8]) -> Result<Self, ParametersError> {
        let mut pairs: Vec<(String, String)> = Vec::new();
        for piece in text.split(|byte| *byte == b'&').filter(|piece| !piece.is_empty()) {
            if pairs.len() == MOST_PARAMETERS {
                return Err(ParametersError::TooMany);
            }
            let mut halves = piece.splitn(2, |byte| *byte == b'=');
            let name = decode(halves.next().unwrap_or_default())?;
            let value = decode(halves.next().unwrap_or_default())?;
            if pairs.iter().any(|(known, _)| *known == name) {
                return Err(ParametersError::Duplicate(name));
            }
            pairs.push((name, value));
        }
        Ok(Self(pairs))
    }

    /// The value of a parameter. One sent without a value counts as not sent (RFC 6749 §3.1).
    pub fn get(&self, name: &str) -> Option<&str> {
        Some(self.text(name)).filter(|value| !value.is_empty())
    }

    /// The value of a parameter, empty when it was not sent.
    pub fn text(&self, name: &str) -> &str {
        self.0.iter().find(|(known, _)| known == name).map_or("", |(_, value)| value.as_str())
    }

    /// Whether the parameter was sent at all, also without a value.
    pub fn has(&self, name: &str) -> bool {
        self.0.iter().any(|(known, _)| known == name)
    }

    /// All names and values, in the order sent.
    pub fn iter(&self) -> impl Iterator<Item = (&str, &str)> {
        self.0.iter().map(|(name, value)| (name.as_str(), value.as_str()))
    }

    /// Whether nothing was sent.
    pub fn is_empty(&self) -> bool {
        self.0.is_empty()
    }
}

/// The parameters of the query; an extractor. As `Result<QueryParameters, ParametersError>` it never refuses.
#[derive(Clone)]
pub struct QueryParameters(pub Parameters);

impl FromRequest for QueryParameters {
    type Error = ParametersError;
    type Future = Ready<Result<Self, ParametersError>>;

    fn from_request(request: &HttpRequest, _: &mut Payload) -> Self::Future {
        ready(Parameters::parse(request.query_string().as_bytes()).map(Self))
    }
}

/// The parameters of an urlencoded body; an extractor. As `Result<FormParameters, ParametersError>` it never
/// refuses.
#[derive(Clone)]
pub struct FormParameters(pub Parameters);

impl FromRequest for FormParameters {
    type Error = ParametersError;
    type Future = Pin<Box<dyn Future<Output = Result<Self, ParametersError>>>>;

    fn from_request(request: &HttpRequest, payload: &mut Payload) -> Self::Future {
        let parameters = body(request, payload, LARGEST_BODY);
        Box::pin(async move { parameters.await.map(Self) })
    }
}

/// As [`FormParameters`], for bodies with a message inside.
#[derive(Clone)]
pub struct MessageParameters(pub Parameters);

impl FromRequest for MessageParameters {
    type Error = ParametersError;
    type Future = Pin<Box<dyn Future<Output = Result<Self, ParametersError>>>>;

    fn from_request(request: &HttpRequest, payload: &mut Payload) -> Self::Future {
        let parameters = body(request, payload, LARGEST_MESSAGE);
        Box::pin(async move { parameters.await.map(Self) })
    }
}

fn body(
    request: &HttpRequest,
    payload: &mut Payload,
    largest: usize,
) -> impl Future<Output = Result<Parameters, ParametersError>> + use<> {
    let content_type = check_content_type(request);
    let mut payload = payload.take();
    async move {
        content_type?;
        let body = tokio::time::timeout(SLOWEST_BODY, read(&mut payload, largest)).await;
        Parameters::parse(&body.map_err(|_| ParametersError::Incomplete)??)
    }
}

async fn read(payload: &mut Payload, largest: usize) -> Result<Vec<u8>, ParametersError> {
    let mut body = Vec::new();
    while let Some(chunk) = payload.next().await {
        let chunk = chunk.map_err(|_| ParametersError::Incomplete)?;
        if body.len() + chunk.len() > largest {
            return Err(ParametersError::TooLarge);
        }
        body.extend_from_slice(&chunk);
    }
    Ok(body)
}

fn check_content_type(request: &HttpRequest) -> Result<(), ParametersError> {
    let content_type =
        request.headers().get(CONTENT_TYPE).and_then(|value| value.to_str().ok()).unwrap_or_default();
    let (essence, parameters) = content_type.split_once(';').unwrap_or((content_type, ""));
    let charset = parameters.trim().to_ascii_lowercase();
    let is_form = essence.trim().eq_ignore_ascii_case("application/x-www-form-urlencoded");
    let is_utf8 = !charset.starts_with("charset=")
        || charset.trim_start_matches("charset=").trim_matches('"') == "utf-8";
    if is_form && is_utf8 { Ok(()) } else { Err(ParametersError::ContentType) }
}

fn decode(piece: &[u8]) -> Result<String, ParametersError> {
    let mut bytes = Vec::with_capacity(piece.len());
    let mut rest = piece.iter().copied();
    while let Some(byte) = rest.next() {
        bytes.push(match byte {
            b'+' => b' ',
            b'%' => {
                let mut digit =
                    || rest.next().and_then(|digit| char::from(digit).to_digit(16)).map(|digit| digit as u8);
                match (digit(), digit()) {
                    (Some(high), Some(low)) => high << 4 | low,
                    _ => return Err(ParametersError::Encoding),
                }
            }
            other => other,
        });
    }
    // PostgreSQL refuses NUL in texts, which would make a 500 of somebody's nonsense.
    String::from_utf8(bytes).ok().filter(|text| !text.contains('\0')).ok_or(ParametersError::Encoding)
}

#[cfg(test)]
mod tests {
    use super::*;

    fn names(text: &str) -> Result<Vec<(String, String)>, ParametersError> {
        Parameters::parse(text.as_bytes()).map(|parameters| parameters.0)
    }

    #[test]
    fn values_are_decoded() {
        let parameters =
            Parameters::parse(b"a=1+2%2B3&b=%C3%A4&&c&d=x=y&").map_err(|error| error.to_string());
        let Ok(parameters) = parameters else { panic!("not read") };
        assert_eq!(
            parameters.iter().collect::<Vec<_>>(),
            [("a", "1 2+3"), ("b", "ä"), ("c", ""), ("d", "x=y")]
        );
        assert_eq!((parameters.get("c"), parameters.has("c"), parameters.has("e")), (None, true, false));
    }

    #[test]
    fn nonsense_is_refused() {
        assert_eq!(names("a=1&a=1"), Err(ParametersError::Duplicate("a".into())));
        assert_eq!(names("a=1&%61=2"), Err(ParametersError::Duplicate("a".into())));
        for text in ["a=%", "a=%4", "a=%zz", "a=%+1", "a=%ff", "%00=1", "a=%00"] {
            assert_eq!(names(text), Err(ParametersError::Encoding), "{text}");
        }
        let many: String = (0..101).map(|n| format!("p{n}=1&")).collect();
        assert_eq!(names(&many), Err(ParametersError::TooMany));
    }
}
