//! `/account/email` and `/account/phone`: the addresses of an account.

use actix_web::HttpResponse;

use super::super::complaint::{Complaint, words};
use super::super::fields;
use super::super::room;
use super::super::visit::Visit;
use super::{Door, Owner, enter, kept, prove, submit};
use crate::authn::AuthnError;
use crate::directory::address_change::{self, Asked};
use crate::directory::{DirectoryError, address_change as change};
use crate::model::pool::ContactKind;
use crate::render::contexts::{AccountAddress, Channel, Field, PendingAddress, Problem, Resend};
use crate::render::{Message, TextKey};
use crate::web::WebError;
use crate::web::form::{FormParameters, Parameters};

pub(super) const EMAIL: &str = "/account/email";
pub(super) const PHONE: &str = "/account/phone";

pub(super) async fn get_email(visit: Visit) -> Result<HttpResponse, WebError> {
    get(&visit, ContactKind::Email).await
}

pub(super) async fn post_email(visit: Visit, form: FormParameters) -> Result<HttpResponse, WebError> {
    post(&visit, form.0, ContactKind::Email).await
}

pub(super) async fn get_phone(visit: Visit) -> Result<HttpResponse, WebError> {
    get(&visit, ContactKind::Phone).await
}

pub(super) async fn post_phone(visit: Visit, form: FormParameters) -> Result<HttpResponse, WebError> {
    post(&visit, form.0, ContactKind::Phone).await
}

async fn get(visit: &Visit, kind: ContactKind) -> Result<HttpResponse, WebError> {
    let owner = match enter(visit).await? {
        Door::Open(owner) => owner,
        Door::Elsewhere(response) => return Ok(response),
    };
    let typed = kept(visit, &owner);
    page(visit, &owner, kind, &typed, &Complaint::default()).await
}

/// A new address, its code, or the wish for another code or for none. The wish for a new address needs a fresh proof;
/// the code shows that the same person goes on.
async fn post(visit: &Visit, form: Parameters, kind: ContactKind) -> Result<HttpResponse, WebError> {
    let owner = match submit(visit, &form).await? {
        Door::Open(owner) => owner,
        Door::Elsewhere(response) => return Ok(response),
    };
    let path = path(kind);
    let (env, pool, user) = (&visit.env, visit.pool(), &owner.user);
    if form.has("cancelButton") {
        let was_there = change::cancel(env, pool, user, kind).await?;
        let notice = if was_there { "address-cancelled" } else { "nothing-waits" };
        return Ok(owner.go(visit, path, notice));
    }
    if form.has("resendButton") {
        return match change::resend(env, &visit.caller, pool, user, kind).await {
            Ok(_) => Ok(owner.go(visit, path, "code-sent")),
            Err(DirectoryError::NotFound("pending address")) => Ok(owner.go(visit, path, "nothing-waits")),
            Err(error) => refused(visit, &owner, kind, &form, error).await,
        };
    }
    if form.has("code") {
        return confirm(visit, &owner, kind, &form).await;
    }
    let address = form.text("address").trim();
    if let Some(response) = prove(visit, &owner, path, &[("address", address)]).await? {
        return Ok(response);
    }
    match change::ask(env, &visit.caller, pool, user, (kind, address)).await {
        Ok(Asked::CodeSent(_)) => Ok(owner.go(visit, path, "code-sent")),
        Ok(Asked::Unchanged) => Ok(owner.go(visit, path, "address-unchanged")),
        Err(error) => refused(visit, &owner, kind, &form, error).await,
    }
}

async fn confirm(
    visit: &Visit,
    owner: &Owner,
    kind: ContactKind,
    form: &Parameters,
) -> Result<HttpResponse, WebError> {
    let path = path(kind);
    let code = fields::code(form);
    if code.is_empty() {
        let complaint = Complaint { code: Some(Problem::Required), ..Complaint::default() };
        return page(visit, owner, kind, form, &complaint).await;
    }
    let (env, pool, user) = (&visit.env, visit.pool(), &owner.user);
    match change::prove(env, &visit.caller, pool, user, (kind, &code)).await {
        Ok(_) => {
            let notice = match kind {
                ContactKind::Email => "email-changed",
                ContactKind::Phone => "phone-changed",
            };
            Ok(owner.go(visit, path, notice))
        }
        Err(DirectoryError::UsernameTaken) => {
            let complaint = Complaint { whole: Some(Problem::AddressTaken), ..Complaint::default() };
            page(visit, owner, kind, form, &complaint).await
        }
        Err(error) => refused(visit, owner, kind, form, error).await,
    }
}

async fn refused(
    visit: &Visit,
    owner: &Owner,
    kind: ContactKind,
    form: &Parameters,
    error: DirectoryError,
) -> Result<HttpResponse, WebError> {
    let error = AuthnError::from(error);
    let complaint = Complaint::about(error, &visit.pool().settings).map_err(room::fault)?;
    page(visit, owner, kind, form, &complaint).await
}

async fn page(
    visit: &Visit,
    owner: &Owner,
    kind: ContactKind,
    typed: &Parameters,
    complaint: &Complaint,
) -> Result<HttpResponse, WebError> {
    let (path, user) = (path(kind), &owner.user);
    let waiting = change::pending(&visit.env, user).await?.into_iter().find(|one| one.kind == kind);
    let mut whole: Option<Message> = words(complaint.whole.as_ref());
    if waiting.is_none() && complaint.code.is_some() {
        // The change that the code was for is over; its field is gone.
        whole = whole.or_else(|| words(complaint.code.as_ref()));
    }
    let pending = waiting.map(|waiting| PendingAddress {
        address: waiting.address,
        form: owner.form(visit, path),
        code_error: words(complaint.code.as_ref()),
        resend: Resend { form: owner.form(visit, path) },
        cancel: owner.form(visit, path),
    });
    let possible = address_change::is_possible(&visit.env, visit.pool(), kind);
    let content = AccountAddress {
        around: owner.around(visit, path).await?,
        channel: match kind {
            ContactKind::Email => Channel::Email,
            ContactKind::Phone => Channel::Sms,
        },
        present: user.contact(kind).map(str::to_owned),
        is_proven: user.verified_contact(kind).is_some(),
        pending,
        form: possible.then(|| owner.form(visit, path)),
        hint: match kind {
            ContactKind::Email => TextKey("address-email-hint"),
            ContactKind::Phone => TextKey("hint-phone"),
        },
        address: Field {
            value: typed.text("address").to_owned(),
            error: words(complaint.attributes.get(kind.attribute())),
        },
        error: whole,
    };
    let mut response = owner.show(visit, complaint.status(), &content)?;
    complaint.wait(&mut response);
    Ok(response)
}

fn path(kind: ContactKind) -> &'static str {
    match kind {
        ContactKind::Email => EMAIL,
        ContactKind::Phone => PHONE,
    }
}
