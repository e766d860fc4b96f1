//! The authorization server: `/oauth2/*`, `/logout`, metadata and keys.
//!
//! Owns the protocols' wire formats: which request is accepted, in which order its faults are found, where a refusal
//! goes. Leaves to others: who somebody is (`authn`, by way of `pages`), what a token says (`tokens`), who is a client
//! (`directory`).
//!
//! ```text
//! authorize ─ accept ─ decide ─┬─ code ──────────────────────────► client ── token ─ grants
//!      ▲                       └─ /login?flow=… ─ pages ─┐
//!      └──────── ?resume=<sealed>, ?abandon=<sealed> ────┘
//! ```

mod acr;
mod authorize;
mod checks;
mod client_auth;
mod discovery;
mod dispatch;
mod error;
mod first_page;
mod grants;
mod jwks;
mod logout;
mod request;
mod respond;
mod revoke;
mod scopes;
mod slot;
mod token;
mod upstream;
mod userinfo;

use actix_web::middleware::from_fn;
use actix_web::{guard, web};

use crate::web::{cors, get_or_head, pool_host};

/// The endpoints of a pool; to be mounted at the root, for hosts of pools and the default pool, and below every pool's id.
pub fn routes(config: &mut web::ServiceConfig) {
    config
        .service(
            web::resource("/oauth2/authorize")
                .route(get_or_head().to(authorize::get))
                .route(web::post().to(authorize::post)),
        )
        .service(
            web::resource("/logout").route(get_or_head().to(logout::get)).route(web::post().to(logout::post)),
        )
        .service(
            web::resource("/oauth2/token").wrap(from_fn(cors::any_origin)).route(web::post().to(token::post)),
        )
        .service(
            web::resource("/oauth2/revoke")
                .wrap(from_fn(cors::any_origin))
                .route(web::post().to(revoke::post)),
        )
        .service(
            web::resource("/oauth2/userInfo")
                .wrap(from_fn(cors::any_origin))
                .route(get_or_head().to(userinfo::get))
                .route(web::post().to(userinfo::post)),
        )
        .service(
            web::resource("/.well-known/jwks.json")
                .wrap(from_fn(cors::any_origin))
                .route(get_or_head().to(jwks::get)),
        )
        .service(
            web::resource(["/.well-known/openid-configuration", "/.well-known/oauth-authorization-server"])
                .wrap(from_fn(cors::any_origin))
                .route(get_or_head().to(discovery::get)),
        );
}

/// The metadata that RFC 8414 §3.1 puts at the root of the server; to be mounted there only.
pub fn root_routes(config: &mut web::ServiceConfig) {
    config.service(
        web::resource([
            "/.well-known/oauth-authorization-server/{issuer_path}",
            "/.well-known/openid-configuration/{issuer_path}",
        ])
        .guard(guard::fn_guard(pool_host::at_the_server))
        .wrap(from_fn(cors::any_origin))
        .route(get_or_head().to(discovery::get_inserted)),
    );
}
