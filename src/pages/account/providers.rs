//! `/account/providers`: the identity providers that sign in to the account of this browser's session, and their end.
//!
//! Whether a link may go is decided by `directory::external`.

use actix_web::HttpResponse;
use actix_web::http::StatusCode;

use super::super::buttons;
use super::super::visit::Visit;
use super::{Door, Owner, day, enter, prove, submit};
use crate::crypto::digest::constant_time_eq;
use crate::directory::external::{self, Left, Stay};
use crate::model::external::Identity;
use crate::render::Message;
use crate::render::contexts::{AccountLink, AccountProviders, LinkStays, Unlink};
use crate::web::WebError;
use crate::web::form::FormParameters;

pub(super) const PATH: &str = "/account/providers";

/// The links of whoever is signed in.
pub(super) async fn get(visit: Visit) -> Result<HttpResponse, WebError> {
    match enter(&visit).await? {
        Door::Open(owner) => page(&visit, &owner, StatusCode::OK, None).await,
        Door::Elsewhere(response) => Ok(response),
    }
}

/// Takes a link away.
pub(super) async fn post(visit: Visit, form: FormParameters) -> Result<HttpResponse, WebError> {
    let form = form.0;
    let owner = match submit(&visit, &form).await? {
        Door::Open(owner) => owner,
        Door::Elsewhere(response) => return Ok(response),
    };
    // Whoever finds a browser unlocked must not take its owner's ways in.
    if let Some(response) = prove(&visit, &owner, PATH, &[]).await? {
        return Ok(response);
    }
    let ways = external::ways(&visit.env, visit.pool(), &owner.user).await?;
    let is_meant = |one: &&Identity| {
        one.provider == form.text("provider")
            && constant_time_eq(key(&visit, &owner, one).as_bytes(), form.text("link").as_bytes())
    };
    let Some(identity) = ways.identities.iter().find(is_meant) else {
        return Ok(owner.go(&visit, PATH, "not-linked"));
    };
    match external::leave(&visit.env, &visit.caller, visit.pool(), &owner.user, identity).await? {
        Left::Now => Ok(owner.go(&visit, PATH, "unlinked")),
        Left::NotLinked => Ok(owner.go(&visit, PATH, "not-linked")),
        Left::Stays(stay) => {
            let problem = stays(stay).problem(&identity.kind.shown_name(&identity.provider));
            page(&visit, &owner, StatusCode::CONFLICT, Some(problem)).await
        }
    }
}

async fn page(
    visit: &Visit,
    owner: &Owner,
    status: StatusCode,
    problem: Option<Message>,
) -> Result<HttpResponse, WebError> {
    let ways = external::ways(&visit.env, visit.pool(), &owner.user).await?;
    let link = |identity: &Identity| {
        let stay = ways.stay(identity);
        AccountLink {
            brand: buttons::brand(identity.kind),
            provider: identity.kind.shown_name(&identity.provider),
            since: day(identity.linked_at),
            unlink: stay.is_none().then(|| Unlink {
                form: owner.form(visit, PATH),
                provider: identity.provider.clone(),
                key: key(visit, owner, identity),
            }),
            stays: stay.map(stays),
        }
    };
    let content = AccountProviders {
        around: owner.around(visit, PATH).await?,
        links: ways.identities.iter().map(link).collect(),
        problem,
    };
    owner.show(visit, status, &content)
}

/// Names a link to its owner alone: nobody learns the person at the provider from it, nor whether two are the same.
fn key(visit: &Visit, owner: &Owner, identity: &Identity) -> String {
    owner.key(visit, &["link", &identity.provider, &identity.subject])
}

fn stays(stay: Stay) -> LinkStays {
    match stay {
        Stay::OnlyWay => LinkStays::OnlyWay,
        Stay::Own => LinkStays::Own,
    }
}
