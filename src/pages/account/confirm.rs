//! The first page of a step-up, in place of the sign-in page: who it is stands fast, and they show it with the strongest
//! they have.

use actix_web::HttpResponse;

use super::super::buttons;
use super::super::complaint::{Complaint, words};
use super::super::login;
use super::super::outcome;
use super::super::place::Place;
use super::super::room::Room;
use super::super::visit::Visit;
use super::overview;
use crate::directory::{external, users};
use crate::model::ids::UserId;
use crate::model::pool::{ContactKind, FirstFactor};
use crate::model::user::User;
use crate::render::contexts::{AccountConfirm, Channel, ConfirmMethod};
use crate::web::WebError;

/// Who proves themselves once more, and with what they can.
pub(in super::super) struct Confirming {
    user: User,
    has_password: bool,
    /// Names of the providers that sign in to the account.
    providers: Vec<String>,
}

/// Whom a step-up is about. `None` when the account is gone.
pub(in super::super) async fn find(visit: &Visit, id: &UserId) -> Result<Option<Confirming>, WebError> {
    let Some(user) = users::find(&visit.env, visit.pool(), id).await? else { return Ok(None) };
    let ways = external::ways(&visit.env, visit.pool(), &user).await?;
    let providers = ways.identities.into_iter().map(|identity| identity.provider).collect();
    Ok(Some(Confirming { has_password: ways.has_password, providers, user }))
}

/// The page.
pub(in super::super) fn page(
    visit: &Visit,
    room: &Room,
    confirming: &Confirming,
    complaint: &Complaint,
) -> HttpResponse {
    let Confirming { user, has_password, providers } = confirming;
    let settings = &visit.pool().settings;
    let method = |factor: &FirstFactor| {
        let (word, kind, channel) = match factor {
            FirstFactor::EmailOtp => ("email", ContactKind::Email, Channel::Email),
            FirstFactor::SmsOtp => ("sms", ContactKind::Phone, Channel::Sms),
        };
        user.verified_contact(kind)?;
        Some(ConfirmMethod { channel, form: room.form(visit, Place::Login.path(), &[("by", word)]) })
    };
    let linked = room.offered.iter().filter(|one| providers.contains(&one.name));
    let content = AccountConfirm {
        username: login::shown_name(visit, user),
        full_name: user.attributes.get("name").filter(|name| !name.is_empty()).cloned(),
        form: has_password.then(|| room.form(visit, Place::Login.path(), &[])),
        password_error: words(complaint.password.as_ref()),
        error: words(complaint.whole.as_ref()),
        methods: match has_password {
            true => Vec::new(),
            false => settings.first_factors.iter().filter_map(method).collect(),
        },
        providers: match has_password {
            true => Vec::new(),
            false => linked.map(|provider| buttons::button(visit, room, provider)).collect(),
        },
        forgot_password_link: (*has_password && !settings.recovery.is_empty())
            .then(|| room.link(visit, Place::ForgotPassword.path(), &[])),
        cancel_link: visit.link(overview::PATH, &[]),
    };
    outcome::show(visit, room, complaint, &content)
}
