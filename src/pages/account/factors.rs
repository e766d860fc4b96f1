//! `/account/factors`: the second factors of an account, its recovery codes, and the browsers that are remembered.
//!
//! What may be turned off is decided by `directory::own_factors`.

use actix_web::HttpResponse;
use actix_web::http::StatusCode;

use super::super::challenge::value;
use super::super::visit::Visit;
use super::{Door, Owner, address, agent, app, enter, passkeys, prove, recovery_codes, submit};
use crate::crypto::digest::constant_time_eq;
use crate::directory::own_factors::{self, Ended, FactorState};
use crate::directory::{DirectoryError, devices};
use crate::model::device::RememberedDevice;
use crate::model::pool::{MfaConfiguration, SecondFactor};
use crate::render::contexts::{
    AccountFactor, AccountFactorState, AccountFactors, AccountRecovery, ErrorKind, Factor, RememberedBrowser,
};
use crate::render::{Message, TextKey};
use crate::web::WebError;
use crate::web::form::{FormParameters, Parameters};

pub(super) const PATH: &str = "/account/factors";

/// What there is.
pub(super) async fn get(visit: Visit) -> Result<HttpResponse, WebError> {
    check_on(&visit)?;
    match enter(&visit).await? {
        Door::Open(owner) => page(&visit, &owner, StatusCode::OK, None).await,
        Door::Elsewhere(response) => Ok(response),
    }
}

/// Turns one on or off, puts one first, takes the app away, makes recovery codes, forgets browsers.
pub(super) async fn post(visit: Visit, form: FormParameters) -> Result<HttpResponse, WebError> {
    check_on(&visit)?;
    let form = form.0;
    let owner = match submit(&visit, &form).await? {
        Door::Open(owner) => owner,
        Door::Elsewhere(response) => return Ok(response),
    };
    // Whoever fears a stranger at a browser of theirs is not held up.
    if form.has("forgetButton") || form.has("forgetAllButton") {
        return forget(&visit, &owner, &form).await;
    }
    if let Some(response) = prove(&visit, &owner, PATH, &[]).await? {
        return Ok(response);
    }
    let (env, caller, pool, user) = (&visit.env, &visit.caller, visit.pool(), &owner.user);
    if form.has("codesButton") {
        return recovery_codes::make(&visit, &owner).await;
    }
    if form.has("removeAppButton") {
        return match own_factors::remove_app(env, caller, pool, user).await? {
            Ended::Now => Ok(owner.go(&visit, PATH, "factor-removed")),
            Ended::NotThere => Ok(owner.go(&visit, PATH, "factors-unchanged")),
            Ended::Stays => {
                let problem = Message::new(TextKey("factors-stays"));
                page(&visit, &owner, StatusCode::CONFLICT, Some(problem)).await
            }
        };
    }
    let chosen = form.text("factor");
    let Some(kind) = pool.settings.mfa.factors.iter().copied().find(|kind| value(*kind) == chosen) else {
        return Ok(owner.go(&visit, PATH, "factors-unchanged"));
    };
    let (outcome, notice) = if form.has("firstButton") {
        (own_factors::put_first(env, pool, user, kind).await, "factor-first")
    } else if form.has("onButton") {
        (own_factors::turn(env, caller, pool, user, (kind, true)).await, "factor-on")
    } else {
        (own_factors::turn(env, caller, pool, user, (kind, false)).await, "factor-removed")
    };
    match outcome {
        // Whoever has a second factor now must be able to do without it once.
        Ok(()) if notice == "factor-on" && recovery_codes::are_missing(&visit, &owner).await? => {
            recovery_codes::make(&visit, &owner).await
        }
        Ok(()) => Ok(owner.go(&visit, PATH, notice)),
        // Something has changed in another window.
        Err(DirectoryError::InvalidSetting(_)) => Ok(owner.go(&visit, PATH, "factors-unchanged")),
        Err(error) => Err(error.into()),
    }
}

/// 404 where people of this pool have no second factors.
pub(super) fn check_on(visit: &Visit) -> Result<(), WebError> {
    match own_factors::are_on(visit.pool()) {
        true => Ok(()),
        false => Err(WebError::not_found(ErrorKind::NotFound)),
    }
}

async fn forget(visit: &Visit, owner: &Owner, form: &Parameters) -> Result<HttpResponse, WebError> {
    let (env, pool, user) = (&visit.env, visit.pool(), &owner.user.id);
    if form.has("forgetAllButton") {
        devices::forget_all(env, pool, user).await?;
        return Ok(owner.go(visit, PATH, "browsers-forgotten"));
    }
    let all = devices::list(env, pool, user).await?;
    let is_meant = |device: &&RememberedDevice| {
        constant_time_eq(key(visit, owner, device).as_bytes(), form.text("browser").as_bytes())
    };
    let forgotten = match all.iter().find(is_meant) {
        Some(device) => devices::forget(env, pool, user, &device.id).await?,
        None => false,
    };
    Ok(owner.go(visit, PATH, if forgotten { "browsers-forgotten" } else { "factors-unchanged" }))
}

async fn page(
    visit: &Visit,
    owner: &Owner,
    status: StatusCode,
    problem: Option<Message>,
) -> Result<HttpResponse, WebError> {
    let (env, pool, user) = (&visit.env, visit.pool(), &owner.user);
    let all = own_factors::list(env, pool, user).await?;
    let is_on = |state: &FactorState| matches!(state, FactorState::On { .. });
    let several = all.iter().filter(|one| is_on(&one.state)).count() > 1;
    let settings = &pool.settings;
    let required = settings.mfa.configuration == MfaConfiguration::Required;
    let factors = all.into_iter().map(|one| {
        let recovers = match one.kind {
            SecondFactor::Email => Some(crate::model::pool::ContactKind::Email),
            SecondFactor::Sms => Some(crate::model::pool::ContactKind::Phone),
            SecondFactor::Totp | SecondFactor::Passkey => None,
        };
        AccountFactor {
            factor: shown(one.kind),
            value: value(one.kind).to_owned(),
            is_first: one.is_first,
            may_come_first: several && is_on(&one.state) && !one.is_first,
            ends_recovery: !required && recovers.is_some_and(|kind| settings.recovery.contains(&kind)),
            link: match one.kind {
                SecondFactor::Totp => Some(owner.link(visit, app::PATH, &[])),
                SecondFactor::Passkey => Some(owner.link(visit, passkeys::PATH, &[])),
                SecondFactor::Email => Some(owner.link(visit, address::EMAIL, &[])),
                SecondFactor::Sms => Some(owner.link(visit, address::PHONE, &[])),
            },
            state: match one.state {
                FactorState::On { detail, may_end } => AccountFactorState::On { detail, may_end },
                FactorState::Off => AccountFactorState::Off,
                FactorState::NoAddress => AccountFactorState::NoAddress,
            },
        }
    });
    let left = own_factors::recovery_left(env, pool, user).await?;
    let remembered = devices::list(env, pool, &user.id).await?;
    let browser = |device: &RememberedDevice| {
        let known = agent::named(&device.name);
        RememberedBrowser {
            browser: known.words,
            is_mobile: known.is_mobile,
            since: device.created_at,
            until: device.expires_at,
            key: key(visit, owner, device),
        }
    };
    let content = AccountFactors {
        around: owner.around(visit, PATH).await?,
        form: owner.form(visit, PATH),
        factors: factors.collect(),
        is_required: required,
        recovery: left.map(|left| AccountRecovery { left }),
        browsers: devices::mode(pool).map(|_| remembered.iter().map(browser).collect()),
        problem,
    };
    owner.show(visit, status, &content)
}

/// Names a remembered browser to its owner's page alone.
fn key(visit: &Visit, owner: &Owner, device: &RememberedDevice) -> String {
    owner.key(visit, &["browser", device.id.as_str()])
}

fn shown(kind: SecondFactor) -> Factor {
    match kind {
        SecondFactor::Totp => Factor::Totp,
        SecondFactor::Email => Factor::Email,
        SecondFactor::Sms => Factor::Sms,
        SecondFactor::Passkey => Factor::Passkey,
    }
}
