//! `/account/factors/codes`: recovery codes that were just made, and their download.
//!
//! The page is reached by a sealed text in its address, so that it can be loaded again. The text serves this session alone
//! and a few minutes.

use actix_web::HttpResponse;
use actix_web::http::StatusCode;
use serde::{Deserialize, Serialize};

use super::super::recovery_codes::text_file;
use super::super::visit::Visit;
use super::{Door, Owner, enter, factors, submit};
use crate::directory::{own_factors, recovery_codes, users};
use crate::model::ids::SessionId;
use crate::render::contexts::AccountRecoveryCodes;
use crate::web::form::FormParameters;
use crate::web::{WebError, see_other};

pub(super) const PATH: &str = "/account/factors/codes";

/// How long new codes can be looked at, in milliseconds.
const SHOWN_MS: i64 = 600_000;
const LABEL: &str = "account-recovery-codes";
/// The parameter with the sealed text.
const CODES: &str = "codes";

#[derive(Serialize, Deserialize)]
struct Shown {
    session: SessionId,
    until: i64,
    /// As `directory::recovery_codes` has sealed them.
    codes: String,
}

/// Makes new codes in place of all earlier ones, and leads to the page that shows them.
pub(super) async fn make(visit: &Visit, owner: &Owner) -> Result<HttpResponse, WebError> {
    let (env, pool) = (&visit.env, visit.pool());
    if left(visit, owner).await?.is_none() {
        return Ok(owner.go(visit, factors::PATH, "factors-unchanged"));
    }
    let codes = recovery_codes::regenerate(env, &visit.caller, pool, &owner.user).await?;
    let shown = Shown { session: owner.session.id.clone(), until: env.now() + SHOWN_MS, codes };
    let bytes = serde_json::to_vec(&shown).expect("texts and a number are JSON");
    let sealed = env.keys.seal_handle(LABEL, pool.id.as_str(), &bytes, env.random.as_ref());
    Ok(see_other(&owner.link(visit, PATH, &[(CODES, &sealed)])))
}

/// Whether somebody has a second factor, and no recovery code for the day when it is lost.
pub(super) async fn are_missing(visit: &Visit, owner: &Owner) -> Result<bool, WebError> {
    Ok(left(visit, owner).await? == Some(0))
}

/// How many there are. The account is read afresh: a factor may just have been turned on.
async fn left(visit: &Visit, owner: &Owner) -> Result<Option<u32>, WebError> {
    let (env, pool) = (&visit.env, visit.pool());
    match users::find(env, pool, &owner.user.id).await? {
        Some(user) => Ok(own_factors::recovery_left(env, pool, &user).await?),
        None => Ok(None),
    }
}

/// The codes; whoever has none to see is sent to the list.
pub(super) async fn get(visit: Visit) -> Result<HttpResponse, WebError> {
    factors::check_on(&visit)?;
    let owner = match enter(&visit).await? {
        Door::Open(owner) => owner,
        Door::Elsewhere(response) => return Ok(response),
    };
    let Some(codes) = open(&visit, &owner) else {
        return Ok(see_other(&owner.link(&visit, factors::PATH, &[])));
    };
    let mut download = owner.form(&visit, PATH);
    download.action = owner.link(&visit, PATH, &[(CODES, visit.query.text(CODES))]);
    let content = AccountRecoveryCodes {
        around: owner.around(&visit, factors::PATH).await?,
        download,
        codes,
        done_link: owner.link(&visit, factors::PATH, &[]),
    };
    owner.show(&visit, StatusCode::OK, &content)
}

/// The codes as a text file, without script. A POST, so that no address leads to it.
pub(super) async fn post(visit: Visit, form: FormParameters) -> Result<HttpResponse, WebError> {
    factors::check_on(&visit)?;
    let owner = match submit(&visit, &form.0).await? {
        Door::Open(owner) => owner,
        Door::Elsewhere(response) => return Ok(response),
    };
    Ok(match open(&visit, &owner) {
        Some(codes) => text_file(&visit, &codes),
        None => see_other(&owner.link(&visit, factors::PATH, &[])),
    })
}

fn open(visit: &Visit, owner: &Owner) -> Option<Vec<String>> {
    let pool = visit.pool();
    let sealed = visit.query.get(CODES)?;
    let bytes = visit.env.keys.open_handle(LABEL, pool.id.as_str(), sealed).ok()?;
    let shown: Shown = serde_json::from_slice(&bytes).ok()?;
    if shown.session != owner.session.id || shown.until < visit.env.now() {
        return None;
    }
    recovery_codes::reveal(&visit.env, pool, &owner.user.id, &shown.codes)
}
