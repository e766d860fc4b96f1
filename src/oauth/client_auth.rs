//! Client authentication (RFC 6749 §2.3): `client_secret_basic`, `client_secret_post`, `none`.

use std::sync::Arc;

use actix_web::http::header::{AUTHORIZATION, HeaderMap};
use base64::Engine;
use base64::engine::general_purpose::STANDARD;
use secrecy::{ExposeSecret, SecretString};

use crate::directory;
use crate::env::Env;
use crate::model::client::AppClient;
use crate::model::ids::ClientId;
use crate::model::pool::UserPool;
use crate::web::form::Parameters;

use super::error::OAuthError;

/// Who says to be which client, and how it is to be proven.
#[derive(Debug)]
struct Claim {
    client_id: String,
    /// Every way the secret may be meant; empty when none was sent.
    secrets: Vec<SecretString>,
    by_header: bool,
}

/// Finds the client of a request to the token or revocation endpoint and lets it prove itself.
///
/// # Errors
/// `invalid_request` for contradictory credentials, `invalid_client` for missing or wrong ones.
pub async fn authenticate(
    env: &Env,
    pool: &UserPool,
    headers: &HeaderMap,
    parameters: &Parameters,
) -> Result<Arc<AppClient>, OAuthError> {
    let claim = read(headers, parameters)?;
    let refused =
        || OAuthError::invalid_client("The client is unknown or did not prove itself.", claim.by_header);
    let id = ClientId::parse(&claim.client_id).map_err(|_| refused())?;
    let client = directory::clients::serving(env, pool, &id).await?.ok_or_else(refused)?;
    if client.settings.confidential == claim.secrets.is_empty() {
        return Err(refused());
    }
    if !client.settings.confidential {
        return Ok(client);
    }
    for secret in &claim.secrets {
        if directory::clients::check_secret(env, pool, &client, secret.expose_secret()).await? {
            return Ok(client);
        }
    }
    Err(refused())
}

fn read(headers: &HeaderMap, parameters: &Parameters) -> Result<Claim, OAuthError> {
    let in_body = parameters.get("client_id");
    let secret_in_body = parameters.get("client_secret");
    if parameters.get("client_assertion").is_some() {
        return Err(OAuthError::invalid_client("Client assertions are not supported.", false));
    }
    let Some(header) = headers.get(AUTHORIZATION) else {
        let client_id =
            in_body.ok_or_else(|| OAuthError::invalid_client("The client did not say who it is.", false))?;
        return Ok(Claim {
            client_id: client_id.to_owned(),
            secrets: secret_in_body.map(SecretString::from).into_iter().collect(),
            by_header: false,
        });
    };
    if headers.get_all(AUTHORIZATION).count() > 1 || secret_in_body.is_some() {
        return Err(OAuthError::invalid_request("The client must prove itself in one way only."));
    }
    let unreadable = || OAuthError::invalid_client("The Authorization header is not valid.", true);
    let (raw_id, raw_secret) = header.to_str().ok().and_then(parse_basic).ok_or_else(unreadable)?;
    let client_id = form_decoded(&raw_id).unwrap_or_else(|| raw_id.clone());
    if in_body.is_some_and(|id| id != client_id) {
        return Err(OAuthError::invalid_request(
            "client_id differs from the one in the Authorization header.",
        ));
    }
    // RFC 6749 §2.3.1 encodes both parts; many clients do not, and `+` and `%` tell the two apart.
    let mut secrets: Vec<SecretString> = form_decoded(&raw_secret)
        .filter(|secret| !secret.is_empty())
        .map(SecretString::from)
        .into_iter()
        .collect();
    if !raw_secret.is_empty() && secrets.iter().all(|secret| secret.expose_secret() != raw_secret) {
        secrets.push(SecretString::from(raw_secret));
    }
    Ok(Claim { client_id, secrets, by_header: true })
}

/// RFC 7617 §2.
fn parse_basic(header: &str) -> Option<(String, String)> {
    let (scheme, credentials) = header.split_once(' ')?;
    if !scheme.eq_ignore_ascii_case("basic") {
        return None;
    }
    let text = String::from_utf8(STANDARD.decode(credentials.trim()).ok()?).ok()?;
    let (id, secret) = text.split_once(':')?;
    Some((id.to_owned(), secret.to_owned()))
}

fn form_decoded(text: &str) -> Option<String> {
    let with_spaces = text.replace('+', " ");
    percent_encoding::percent_decode_str(&with_spaces).decode_utf8().ok().map(|text| text.into_owned())
}

#[cfg(test)]
mod tests {
    use super::*;
    use crate::oauth::error::ErrorCode;
    use actix_web::http::header::HeaderValue;

    fn claim(basic: Option<&str>, body: &str) -> Result<Claim, ErrorCode> {
        let mut headers = HeaderMap::new();
        if let Some(credentials) = basic {
            let value = format!("Basic {}", STANDARD.encode(credentials));
            headers.insert(AUTHORIZATION, HeaderValue::from_str(&value).map_err(|_| ErrorCode::ServerError)?);
        }
        let Ok(parameters) = Parameters::parse(body.as_bytes()) else { panic!("unreadable: {body}") };
        read(&headers, &parameters).map_err(|error| error.code)
    }

    fn read_claim(basic: Option<&str>, body: &str) -> Result<(String, Vec<String>), ErrorCode> {
        let claim = claim(basic, body)?;
        let secrets = claim.secrets.iter().map(|secret| secret.expose_secret().to_owned()).collect();
        Ok((claim.client_id, secrets))
    }

    fn known(id: &str, secrets: &[&str]) -> Result<(String, Vec<String>), ErrorCode> {
        Ok((id.into(), secrets.iter().map(|secret| (*secret).to_owned()).collect()))
    }

    #[test]
    fn credentials_come_by_header_or_by_body() {
        assert_eq!(read_claim(Some("app:secret"), ""), known("app", &["secret"]));
        assert_eq!(read_claim(Some("app:secret"), "client_id=app"), known("app", &["secret"]));
        assert_eq!(read_claim(None, "client_id=app&client_secret=secret"), known("app", &["secret"]));
        assert_eq!(read_claim(None, "client_id=app"), known("app", &[]));
        assert_eq!(read_claim(Some("app:"), ""), known("app", &[]));
    }

    #[test]
    fn a_secret_by_header_is_tried_decoded_and_raw() {
        assert_eq!(read_claim(Some("app:a%2Bb"), ""), known("app", &["a+b", "a%2Bb"]));
        assert_eq!(read_claim(Some("app:a+b"), ""), known("app", &["a b", "a+b"]));
        assert_eq!(read_claim(Some("my%20app:x"), ""), known("my app", &["x"]));
    }

    #[test]
    fn contradictions_are_refused() {
        let request = Err(ErrorCode::InvalidRequest);
        assert_eq!(read_claim(Some("app:secret"), "client_id=other"), request);
        assert_eq!(read_claim(Some("app:secret"), "client_secret=secret"), request);
        let client = Err(ErrorCode::InvalidClient);
        assert_eq!(read_claim(None, ""), client);
        assert_eq!(read_claim(None, "client_secret=secret"), client);
        assert_eq!(read_claim(Some("no colon"), ""), client);
        assert_eq!(read_claim(None, "client_id=app&client_assertion=x"), client);
    }
}
