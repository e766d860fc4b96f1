//! Authorization responses: what goes back to the client through the browser (RFC 6749 §4.1.2, RFC 9207).

use actix_web::HttpResponse;
use actix_web::http::header::LOCATION;
use url::form_urlencoded::Serializer;

use super::error::OAuthError;

/// A trusted place for the answer.
#[derive(Debug, Clone, PartialEq, Eq)]
pub struct ResponseTarget {
    /// Registered with the client.
    pub redirect_uri: String,
    /// Returned as it came.
    pub state: Option<String>,
    /// `iss`, which keeps a client from mixing up two servers.
    pub issuer: String,
}

impl ResponseTarget {
    /// Sends the browser back with a code.
    pub fn code(&self, code: &str) -> HttpResponse {
        self.redirect(&[("code", code)])
    }

    /// Sends the browser back with a refusal. Writes its hidden cause into the log.
    pub fn error(&self, error: &OAuthError) -> HttpResponse {
        error.log();
        self.redirect(&[("error", error.code.as_str()), ("error_description", &error.description)])
    }

    fn redirect(&self, parameters: &[(&str, &str)]) -> HttpResponse {
        HttpResponse::Found().insert_header((LOCATION, self.location(parameters))).finish()
    }

    /// The redirect URI stays as it was registered, byte for byte: a parser would normalise it.
    fn location(&self, parameters: &[(&str, &str)]) -> String {
        let mut query = Serializer::new(String::new());
        query.extend_pairs(parameters);
        if let Some(state) = &self.state {
            query.append_pair("state", state);
        }
        query.append_pair("iss", &self.issuer);
        let joint = match self.redirect_uri.split_once('?') {
            None => "?",
            Some((_, "")) => "",
            Some((_, query)) if query.ends_with('&') => "",
            Some(_) => "&",
        };
        format!("{}{joint}{}", self.redirect_uri, query.finish())
    }
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn the_redirect_uri_is_kept_and_the_answer_added_to_its_query() {
        let location = |redirect_uri: &str| {
            let target = ResponseTarget {
                redirect_uri: redirect_uri.into(),
                state: Some("a+b &%2B=ä".into()),
                issuer: "https://a.example/p".into(),
            };
            target.location(&[("code", "c")])
        };
        let answer = "code=c&state=a%2Bb+%26%252B%3D%C3%A4&iss=https%3A%2F%2Fa.example%2Fp";
        for (uri, start) in [
            ("https://app.example", "https://app.example?"),
            ("https://app.example/cb?x=1", "https://app.example/cb?x=1&"),
            ("https://app.example/cb?", "https://app.example/cb?"),
            ("com.example.app:/cb", "com.example.app:/cb?"),
        ] {
            assert_eq!(location(uri), format!("{start}{answer}"));
        }
    }
}
