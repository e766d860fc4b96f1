//! The identity providers of a page: their buttons in the client's order, and the one that this browser used last.

use crate::crypto::digest::sha256_base64url;
use crate::model::client::OWN_DIRECTORY;
use crate::model::provider::ProviderKind;
use crate::render::contexts::{Brand, ProviderButton};
use crate::store::identity_providers::StoredProvider;
use crate::web::cookies::{self, CookieKind};

use super::place::Place;
use super::room::Room;
use super::visit::Visit;

/// The buttons of a page where somebody signs in.
pub(super) fn of(visit: &Visit, room: &Room) -> Vec<ProviderButton> {
    if room.linking.is_some() {
        return Vec::new();
    }
    room.offered.iter().map(|provider| button(visit, room, provider)).collect()
}

/// The button of one provider.
pub(super) fn button(visit: &Visit, room: &Room, provider: &StoredProvider) -> ProviderButton {
    let link = room.link(visit, Place::Provider.path(), &[("name", &provider.name)]);
    ProviderButton::new(brand(provider.kind), provider.kind.shown_name(&provider.name), link)
}

/// The place of the provider that this browser came back from last.
pub(super) fn last_used(visit: &Visit, room: &Room) -> Option<usize> {
    let remembered = cookies::read(&visit.request, &visit.pool().id, CookieKind::Realm)?;
    room.offered.iter().position(|provider| realm(&provider.name) == remembered)
}

/// What the browser remembers of a provider: names may hold what cookies may not.
pub(super) fn realm(name: &str) -> String {
    sha256_base64url(name.as_bytes())
}

/// Whether the client's people may sign in with accounts of the pool.
pub(super) fn takes_own_accounts(room: &Room) -> bool {
    room.linking.is_some() || room.transaction.client.settings.allows_provider(OWN_DIRECTORY)
}

/// The provider that the domain of a typed address belongs to.
pub(super) fn by_address<'a>(room: &'a Room, typed: &str) -> Option<&'a StoredProvider> {
    let (_, domain) = typed.trim().rsplit_once('@')?;
    let domain = domain.to_lowercase();
    let leads =
        |one: &StoredProvider| one.identifiers.iter().any(|identifier| identifier.to_lowercase() == domain);
    room.offered.iter().map(AsRef::as_ref).find(|one: &&StoredProvider| leads(one))
}

/// Whose look a provider of this kind has.
pub(super) fn brand(kind: ProviderKind) -> Brand {
    match kind {
        ProviderKind::Google => Brand::Google,
        ProviderKind::Facebook => Brand::Facebook,
        ProviderKind::SignInWithApple => Brand::Apple,
        ProviderKind::LoginWithAmazon => Brand::Amazon,
        ProviderKind::Oidc | ProviderKind::Saml => Brand::Other,
    }
}
