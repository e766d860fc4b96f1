//! A form that posts itself to where the answer goes (OAuth 2.0 Form Post Response Mode, SAML bindings §3.5.4). Without
//! scripts it has a button.

use actix_web::http::StatusCode;
use actix_web::{HttpRequest, HttpResponse};

use crate::federation::saml::xml::escape;
use crate::render::{Message, TextKey};
use crate::web::edge::{self, RequestFacts};

/// The document with the form. `action` was checked, the fields may hold anything.
pub(super) fn itself(request: &HttpRequest, action: &str, fields: &[(&str, String)]) -> HttpResponse {
    let (env, facts) = (edge::env(request), RequestFacts::of(request));
    let say = |key| escape(&env.renderer.translator().text(&facts.language.tag, &Message::new(key)));
    let (title, button) = (say(TextKey("provider-back-title")), say(TextKey("provider-back-button")));
    let fields: String = fields
        .iter()
        .map(|(name, value)| {
            format!("<input type=\"hidden\" name=\"{}\" value=\"{}\">\n", escape(name), escape(value))
        })
        .collect();
    let body = format!(
        "<!doctype html>\n<html lang=\"{language}\">\n<head><meta charset=\"utf-8\"><title>{title}</title>\
         <meta name=\"viewport\" content=\"width=device-width, initial-scale=1\">\
         <meta name=\"color-scheme\" content=\"light dark\"></head>\n<body>\n\
         <form id=\"providerAnswer\" method=\"post\" action=\"{action}\">\n{fields}<button>{button}</button>\n</form>\n\
         <script nonce=\"{nonce}\">document.getElementById('providerAnswer').submit()</script>\n</body>\n</html>\n",
        language = escape(&facts.language.tag),
        action = escape(action),
        nonce = escape(&facts.nonce),
    );
    super::show::document(&facts, StatusCode::OK, body)
}
