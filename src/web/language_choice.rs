//! The list of languages on a page: whether it has one, and where its links lead.

use actix_web::HttpRequest;
use actix_web::http::Method;

use super::{edge, page};
use crate::model::languages::LanguageSettings;
use crate::render::LanguageChoice;

/// Longest address that is repeated for every language, in bytes.
const LONGEST_ADDRESS: usize = 1024;

/// Ends of paths that a provider or the server itself has sent the browser to once: a second visit would be another one.
const ONCE: [&str; 4] = ["/oauth2/idpresponse", "/saml2/idpresponse", "/saml2/logout", "/oauth2/authorize"];

/// The list for the page that answers `request`, in `language`. `here` is the address that shows the page by GET; absent:
/// the request's own, when it is a GET that can be repeated.
pub(super) fn of_page(
    request: &HttpRequest,
    here: Option<&str>,
    language: &str,
    settings: &LanguageSettings,
) -> Option<LanguageChoice> {
    if !settings.selector {
        return None;
    }
    let own = || {
        let repeats = [Method::GET, Method::HEAD].contains(request.method())
            && !ONCE.iter().any(|end| request.path().ends_with(end));
        repeats.then(|| page::own_address(request))
    };
    let link = link(&here.map(str::to_owned).or_else(own)?)?;
    let env = edge::env(request);
    let known: Vec<&str> = env.renderer.translator().offered(settings).collect();
    LanguageChoice::new(language, |tag| known.contains(&tag), link)
}

/// An address without its language and with `lang=` at the end. None for one that a browser could take for another
/// server's, and for a very long one.
fn link(here: &str) -> Option<String> {
    let (path, query) = here.split_once('?').unwrap_or((here, ""));
    let is_ours = path.starts_with('/') && !path.starts_with("//") && !path.contains('\\');
    if !is_ours || here.len() > LONGEST_ADDRESS {
        return None;
    }
    let is_language = |pair: &str| pair == "lang" || pair.starts_with("lang=");
    let kept: Vec<&str> = query.split('&').filter(|pair| !pair.is_empty() && !is_language(pair)).collect();
    Some(match kept.is_empty() {
        true => format!("{path}?lang="),
        false => format!("{path}?{}&lang=", kept.join("&")),
    })
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn a_link_keeps_the_transaction_and_replaces_the_language() {
        assert_eq!(link("/login").as_deref(), Some("/login?lang="));
        assert_eq!(link("/login?flow=a&lang=de&by=email").as_deref(), Some("/login?flow=a&by=email&lang="));
        assert_eq!(link("/login?lang&language=x").as_deref(), Some("/login?language=x&lang="));
    }

    #[test]
    fn a_link_never_leaves_the_server() {
        for here in ["//evil.example/login", "https://evil.example/", "/\\evil.example", "", "?x"] {
            assert_eq!(link(here), None, "{here}");
        }
        assert_eq!(link(&format!("/login?x={}", "a".repeat(LONGEST_ADDRESS))), None);
    }
}
