//! `/account`: who somebody is here, and the pages there are.

use actix_web::HttpResponse;
use actix_web::http::StatusCode;

use super::super::visit::Visit;
use super::{
    Door, Owner, address, applications, data, enter, factors, passkeys, password, profile, providers,
    sessions,
};
use crate::directory::own_factors::{self, FactorState};
use crate::directory::{self, account_client, address_change, own_profile};
use crate::model::pool::ContactKind;
use crate::render::contexts::{AccountOverview, AccountSection};
use crate::render::{Message, TextKey};
use crate::web::WebError;

pub(super) const PATH: &str = "/account";

/// The list.
pub(super) async fn get(visit: Visit) -> Result<HttpResponse, WebError> {
    let owner = match enter(&visit).await? {
        Door::Open(owner) => owner,
        Door::Elsewhere(response) => return Ok(response),
    };
    let around = owner.around(&visit, PATH).await?;
    owner.show(&visit, StatusCode::OK, &AccountOverview { around })
}

/// The pages that this person has something to do on, in their order. `here` is the path of the one that is shown.
pub(super) async fn sections(
    visit: &Visit,
    owner: &Owner,
    here: &str,
) -> Result<Vec<AccountSection>, WebError> {
    let (env, pool, user) = (&visit.env, visit.pool(), &owner.user);
    let pending = address_change::pending(env, user).await?;
    let section = |label, hint, icon, path: &str| AccountSection {
        label,
        hint,
        detail: None,
        state: None,
        is_waiting: false,
        icon,
        link: owner.link(visit, path, &[]),
        is_here: path == here,
    };
    let contact = |kind: ContactKind, plain: AccountSection| {
        let waits = pending.iter().any(|one| one.kind == kind);
        let state: Option<Message> = if waits {
            Some(TextKey("account-state-waiting").into())
        } else if user.contact(kind).is_none() {
            Some(TextKey("account-state-missing").into())
        } else if user.verified_contact(kind).is_none() {
            Some(TextKey("account-state-unconfirmed").into())
        } else {
            None
        };
        AccountSection { detail: user.contact(kind).map(str::to_owned), state, is_waiting: waits, ..plain }
    };
    let mut sections = Vec::new();
    if !own_profile::writable(pool, owner.client()).is_empty() {
        let (label, hint) = (TextKey("account-profile"), TextKey("account-profile-hint"));
        sections.push(section(label, hint, "user", profile::PATH));
    }
    let email = section(TextKey("account-email"), TextKey("account-email-hint"), "mail", address::EMAIL);
    sections.push(contact(ContactKind::Email, email));
    if user.contact(ContactKind::Phone).is_some()
        || address_change::is_possible(env, pool, ContactKind::Phone)
    {
        let phone = section(TextKey("account-phone"), TextKey("account-phone-hint"), "phone", address::PHONE);
        sections.push(contact(ContactKind::Phone, phone));
    }
    if pool.settings.password_sign_in {
        let (label, hint) = (TextKey("account-password"), TextKey("account-password-hint"));
        sections.push(section(label, hint, "key", password::PATH));
    }
    if own_factors::are_on(pool) {
        let all = own_factors::list(env, pool, user).await?;
        let is_on = all.iter().any(|one| matches!(one.state, FactorState::On { .. }));
        let (label, hint) = (TextKey("factors-title"), TextKey("factors-hint"));
        let plain = section(label, hint, "shield", factors::PATH);
        sections
            .push(AccountSection { state: (!is_on).then(|| TextKey("account-state-off").into()), ..plain });
    }
    let has_passkeys = pool.settings.has_passkeys()
        || here == passkeys::PATH
        || !directory::passkeys::list(env, &user.id).await?.is_empty();
    if has_passkeys {
        let (label, hint) = (TextKey("passkeys-title"), TextKey("passkeys-hint"));
        sections.push(section(label, hint, "passkey", passkeys::PATH));
    }
    let offered = directory::providers::offered(env, pool, &account_client::of(pool)).await?;
    let is_linked = !directory::external::identities(env, &user.id).await?.is_empty();
    if is_linked || !offered.is_empty() || here == providers::PATH {
        let (label, hint) = (TextKey("account-providers-title"), TextKey("account-providers-hint"));
        sections.push(section(label, hint, "link", providers::PATH));
    }
    let (label, hint) = (TextKey("account-sessions"), TextKey("account-sessions-hint"));
    sections.push(section(label, hint, "screen", sessions::PATH));
    let (label, hint) = (TextKey("account-applications"), TextKey("account-applications-hint"));
    sections.push(section(label, hint, "grid", applications::PATH));
    if pool.settings.account.download || pool.settings.account.deletion {
        let (label, hint) = (TextKey("account-data"), TextKey("account-data-hint"));
        sections.push(section(label, hint, "document", data::PATH));
    }
    Ok(sections)
}
