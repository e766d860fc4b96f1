//! The hosted pages: what a person sees between an application's authorization request and its answer.
//!
//! Owns forms and the words chosen for what happened. Leaves to others what must be proven (`authn`), the rules about
//! people (`directory`), and the protocol (`oauth`), which it meets in two sealed URLs alone: `/login?flow=…` on the way
//! in, `/oauth2/authorize?resume=…` (or `abandon=…`) on the way out.
//!
//! GET: handle → `room::enter` asks the flow where it stands → that page, or 303 to it.
//! POST: `room::submit` checks form and flow → `authn::advance` → `outcome::answer`: 303 to the next page, or the
//! same page with what was wrong.

mod account;
mod agreement;
mod arrival;
mod buttons;
mod challenge;
mod complaint;
mod confirm;
mod confirm_user;
mod consent;
mod fields;
mod forgot_password;
mod guard;
mod login;
mod new_password;
mod outcome;
mod passkey;
mod passkeys;
mod place;
mod provider;
mod provider_failed;
mod recovery_codes;
mod room;
mod saml;
mod saml_logout;
mod saml_unasked;
mod scopes;
mod set_up;
mod sign_up;
mod terms;
mod visit;
mod welcome;

use actix_web::web::{self, ServiceConfig};

use crate::federation::saml::addresses::{ACS_PATH, METADATA_PATH, SLO_PATH};
use crate::web::get_or_head;

/// Mounts the pages; once at the root and once in [`crate::web::pool_host::POOL_SCOPE`].
pub fn routes(config: &mut ServiceConfig) {
    let page = |path: &str| web::resource(path.to_owned());
    config
        .service(page("").route(get_or_head().to(welcome::get)))
        .service(page("/").route(get_or_head().to(welcome::get)))
        .service(page("/login").route(get_or_head().to(login::get)).route(web::post().to(login::post)))
        .service(page("/signup").route(get_or_head().to(sign_up::get)).route(web::post().to(sign_up::post)))
        .service(page("/confirm").route(get_or_head().to(confirm::get)).route(web::post().to(confirm::post)))
        .service(page("/resendcode").route(web::post().to(outcome::resend)))
        .service(
            page("/newPassword")
                .route(get_or_head().to(new_password::get))
                .route(web::post().to(new_password::post)),
        )
        .service(
            page("/challenge").route(get_or_head().to(challenge::get)).route(web::post().to(challenge::post)),
        )
        .service(
            page("/setUpFactor").route(get_or_head().to(set_up::get)).route(web::post().to(set_up::post)),
        )
        .service(
            page("/recoveryCodes")
                .route(get_or_head().to(recovery_codes::get))
                .route(web::post().to(recovery_codes::post)),
        )
        .service(page("/recoveryCodes/download").route(web::post().to(recovery_codes::download)))
        .service(page("/terms").route(get_or_head().to(terms::get)).route(web::post().to(terms::post)))
        .service(page("/consent").route(get_or_head().to(consent::get)).route(web::post().to(consent::post)))
        .service(page("/provider").route(web::get().to(provider::get)))
        .service(
            page(passkeys::add::ADD)
                .route(get_or_head().to(passkeys::add::get))
                .route(web::post().to(passkeys::add::post)),
        )
        .service(page("/.well-known/webauthn").route(get_or_head().to(passkeys::related_origins)))
        .service(
            page(provider::OIDC_CALLBACK)
                .route(web::get().to(arrival::get))
                .route(web::post().to(arrival::post)),
        )
        .service(page(ACS_PATH).route(web::get().to(saml::get)).route(web::post().to(saml::post)))
        .service(
            page(SLO_PATH).route(web::get().to(saml_logout::get)).route(web::post().to(saml_logout::post)),
        )
        .service(page(&format!("{METADATA_PATH}{{provider}}")).route(get_or_head().to(saml::metadata)))
        .service(page("/.well-known/change-password").route(get_or_head().to(welcome::change_password)));
    for path in ["/confirmUser", "/confirmUser/"] {
        let resource = page(path).route(get_or_head().to(confirm_user::get));
        config.service(resource.route(web::post().to(confirm_user::post)));
    }
    account::routes(config);
    let resource = page("/forgotPassword").route(get_or_head().to(forgot_password::get));
    config.service(resource.route(web::post().to(forgot_password::post)));
    for path in ["/confirmforgotPassword", "/confirmForgotPassword"] {
        let resource = page(path).route(get_or_head().to(forgot_password::get_confirm));
        config.service(resource.route(web::post().to(forgot_password::post_confirm)));
    }
}
