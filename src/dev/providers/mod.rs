//! Stand-ins for other identity providers, so that every button of the pages can be pressed offline.
//!
//! Owns everything below `/dev/providers`: real providers in the protocol (codes that count once, PKCE, signed tokens and
//! assertions, key sets, metadata), but without passwords: a page offers people to choose from. Leaves to others the side
//! that uses them (`federation`, `pages`) and their registration in the demonstration pools (`dev::seed`).
//!
//! The server talks to itself here, over HTTP as to a provider far away. No handler holds anything while it does.

mod amazon;
pub(super) mod apple;
mod authorize;
mod facebook;
mod grant;
pub(super) mod keys;
mod list;
mod oidc;
mod people;
mod places;
mod post;
mod saml;
mod saml_message;
mod show;
mod token;

use actix_web::web::ServiceConfig;

/// What the SAML stand-in calls the attributes.
pub(super) mod saml_claims {
    pub(in crate::dev) use super::saml_message::{EMAIL, EMAIL_VERIFIED, FAMILY_NAME, GIVEN_NAME, NAME};
}

use crate::config::Settings;
use crate::model::provider::ProviderKind;

/// Everything below is theirs.
pub(super) const PATH: &str = "/dev/providers";

/// A provider that is none.
#[derive(Debug, Clone, Copy)]
pub(super) struct StandIn {
    /// Its place below [`PATH`].
    pub(super) path: &'static str,
    /// Its name in the demonstration pools.
    pub(super) name: &'static str,
    /// Whom it stands in for, as its pages say it; the name of one that stands in for nobody.
    pub(super) brand: &'static str,
    /// What it speaks.
    pub(super) kind: ProviderKind,
    /// The only application that is registered there; for SAML nobody needs to be.
    pub(super) client_id: &'static str,
    /// That application's secret.
    pub(super) secret: &'static str,
    /// Whether it refuses everybody.
    pub(super) denies: bool,
    /// How wrong its clock is, milliseconds.
    pub(super) clock_off: i64,
}

const fn stand_in(
    path: &'static str,
    name: &'static str,
    brand: &'static str,
    kind: ProviderKind,
    (client_id, secret): (&'static str, &'static str),
) -> StandIn {
    StandIn { path, name, brand, kind, client_id, secret, denies: false, clock_off: 0 }
}

const HOUR: i64 = 60 * 60 * 1000;
/// The secret of every application at every stand-in. Everybody knows it, and nothing real takes it.
const SECRET: &str = "standInSecretLocalUseOnly0123456789abcdef";
const OIDC_CLIENT: (&str, &str) = ("vestibule-demo", SECRET);

/// All of them, in the order of the buttons.
pub(super) const ALL: [StandIn; 8] = [
    stand_in("google", "Google", "Google", ProviderKind::Google, ("1029384756.apps.standin.example", SECRET)),
    stand_in("facebook", "Facebook", "Facebook", ProviderKind::Facebook, ("1029384756", SECRET)),
    stand_in(
        "amazon",
        "LoginWithAmazon",
        "Amazon",
        ProviderKind::LoginWithAmazon,
        ("amzn1.application-oa2-client.standin", SECRET),
    ),
    stand_in(
        "apple",
        "SignInWithApple",
        "Apple",
        ProviderKind::SignInWithApple,
        ("com.example.vestibule", ""),
    ),
    stand_in("oidc", "DemoOIDC", "DemoOIDC", ProviderKind::Oidc, OIDC_CLIENT),
    stand_in("saml", "DemoSAML", "DemoSAML", ProviderKind::Saml, ("", "")),
    StandIn {
        clock_off: -HOUR,
        ..stand_in("wrong-clock", "WrongClock", "WrongClock", ProviderKind::Oidc, OIDC_CLIENT)
    },
    StandIn { denies: true, ..stand_in("denies", "Denies", "Denies", ProviderKind::Oidc, OIDC_CLIENT) },
];

impl StandIn {
    /// The one at a place below [`PATH`].
    fn at(path: &str) -> Option<Self> {
        ALL.into_iter().find(|one| one.path == path)
    }

    /// An address of it. `place` begins with a slash, or is empty for the issuer.
    pub(super) fn address(&self, settings: &Settings, place: &str) -> String {
        format!("{}{PATH}/{}{place}", settings.origin(), self.path)
    }

    /// The same without the origin, for forms.
    fn local(&self, place: &str) -> String {
        format!("{PATH}/{}{place}", self.path)
    }

    /// Whether there is a real provider that its pages could be mistaken for.
    fn imitates(&self) -> bool {
        self.kind.is_social()
    }

    /// Whether it has ID tokens.
    fn has_id_tokens(&self) -> bool {
        matches!(self.kind, ProviderKind::Google | ProviderKind::SignInWithApple | ProviderKind::Oidc)
    }
}

/// Mounts all stand-ins, and the list of them.
pub(super) fn routes(routes: &mut ServiceConfig) {
    list::routes(routes);
    // SAML's addresses first: the others' have the name as a parameter.
    saml::routes(routes);
    authorize::routes(routes);
    token::routes(routes);
    oidc::routes(routes);
    facebook::routes(routes);
    amazon::routes(routes);
}
