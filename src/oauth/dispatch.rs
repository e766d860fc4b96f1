//! What comes next for an accepted authorization request: a code at once, the sign-in pages, or a refusal.
//!
//! This is entry and exit of the browser's way: the pages know nothing of codes, they come back here with a resume
//! ticket, and the same decision is made again.

use actix_web::{HttpRequest, HttpResponse};

use crate::authn::{self, Opening, Step, browser_session};
use crate::env::Env;
use crate::model::authorization::{AuthorizationParameters, AuthorizationRequest};
use crate::model::flow::Surface;
use crate::model::ids::{AuthorizationId, UserId};
use crate::model::session::BrowserSession;
use crate::store::authorization_requests;
use crate::tokens;
use crate::web::caller::RequestCaller;
use crate::web::cookies::{self, CookieKind};
use crate::web::form::Parameters;
use crate::web::pool_host::RequestedPool;
use crate::web::{link, see_other};

use super::error::{ErrorCode, OAuthError};
use super::first_page::{self, FirstPage};
use super::request::{Accepted, Grounds};

/// How long a stored request can be continued, milliseconds: longer than a flow, so that an expired flow can begin
/// again from it.
const REQUEST_LIFE_MS: i64 = 3_600_000;

/// What comes next.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
pub enum Next {
    /// The session suffices.
    Issue,
    /// Somebody must prove who they are, or choose an account.
    SignIn,
    /// Somebody wants an account.
    SignUp,
    /// Something must be shown, and nothing may be.
    LoginRequired,
}

/// How the browser came by its session.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
pub enum Arrival {
    /// It had it before.
    Before,
    /// The person chose it in this transaction.
    Chosen,
    /// The person proved who they are in this transaction.
    Proven,
}

/// The session of the browser, as far as it matters here.
#[derive(Debug, Clone, Copy)]
pub struct SessionFacts {
    /// How old the proof is, milliseconds.
    pub age_ms: i64,
    /// How the browser came by it.
    pub arrival: Arrival,
    /// Whether it is the person that the client hinted at.
    pub is_expected: bool,
    /// Whether as much was proven as the client wants most.
    pub meets_demand: bool,
}

/// Decides (OpenID Connect Core §3.1.2.1, §3.1.2.3; Initiating User Registration §4). A policy over facts.
pub fn decide(parameters: &AuthorizationParameters, session: Option<SessionFacts>) -> Next {
    let asks = |value: &str| parameters.prompt.iter().any(|prompt| prompt == value);
    let suffices = session.is_some_and(|session| {
        let fresh = session.arrival == Arrival::Proven;
        let young = match parameters.max_age {
            None => true,
            // Zero asks for a new proof, however fast the last one was.
            Some(0) => false,
            Some(seconds) => {
                session.age_ms <= i64::try_from(seconds).unwrap_or(i64::MAX).saturating_mul(1000)
            }
        };
        session.is_expected
            && (young || fresh)
            // A sign-in of this transaction has been asked for all that can be had.
            && (session.meets_demand || fresh)
            && (!(asks("login") || asks("create")) || fresh)
            && (!asks("select_account") || session.arrival != Arrival::Before)
    });
    match suffices {
        true => Next::Issue,
        false if asks("none") => Next::LoginRequired,
        // Somebody else than the hinted person has signed in: asking once more would ask for ever.
        false
            if session.is_some_and(|session| session.arrival == Arrival::Proven && !session.is_expected) =>
        {
            Next::LoginRequired
        }
        false if asks("create") => Next::SignUp,
        false => Next::SignIn,
    }
}

/// Whether the session may be offered to the person to go on with, or would not suffice even then.
pub fn may_be_chosen(parameters: &AuthorizationParameters, session: SessionFacts) -> bool {
    decide(parameters, Some(SessionFacts { arrival: Arrival::Chosen, ..session })) == Next::Issue
}

/// The signed-in browser behind a request, if any.
///
/// # Errors
/// When the database did not answer.
pub async fn session_of(
    env: &Env,
    request: &HttpRequest,
    requested: &RequestedPool,
) -> Result<Option<BrowserSession>, OAuthError> {
    let Some(cookie) = cookies::read(request, &requested.pool.id, CookieKind::Session) else {
        return Ok(None);
    };
    Ok(browser_session::find(env, &requested.pool, &cookie).await?.map(|(session, _)| session))
}

/// The person that `id_token_hint` names; `Some(None)` for a hint that is not ours, which names nobody we know.
///
/// # Errors
/// When the database did not answer.
pub async fn hinted(
    grounds: Grounds<'_>,
    parameters: &Parameters,
) -> Result<Option<Option<UserId>>, OAuthError> {
    let Some(hint) = parameters.get("id_token_hint") else { return Ok(None) };
    match tokens::verify::id_token_hint(grounds.env, grounds.pool, hint).await {
        Ok(hint) => Ok(Some(Some(hint.user_id))),
        Err(error) if error.is_internal() => Err(error.into()),
        Err(_) => Ok(Some(None)),
    }
}

/// Decides, and does it. `session` is the browser's, with what is known of it.
///
/// # Errors
/// What the client is told.
pub async fn go_on(
    grounds: Grounds<'_>,
    browser: (&HttpRequest, &RequestedPool),
    mut accepted: Accepted<'_>,
    session: Option<(BrowserSession, SessionFacts)>,
) -> Result<HttpResponse, OAuthError> {
    let (request, requested) = browser;
    let next = decide(&accepted.parameters, session.as_ref().map(|(_, facts)| *facts));
    // The page offers the session it finds; this tells it not to.
    let wants_login = || "login".to_owned();
    if session.as_ref().is_some_and(|(_, facts)| !may_be_chosen(&accepted.parameters, *facts))
        && !accepted.parameters.prompt.contains(&wants_login())
    {
        accepted.parameters.prompt.push(wants_login());
    }
    match (next, session) {
        (Next::Issue, Some((session, _))) => {
            let target = accepted.target.clone();
            let code = accepted.issue_code(&session).await?;
            Ok(target.code(&code))
        }
        (Next::SignIn | Next::Issue, _) => {
            let sent = sent_parameters(request);
            let page = first_page::of_sign_in(grounds, &sent, wished_page(&sent)).await?;
            send_to_page(grounds, request, requested, (page, accepted.parameters)).await
        }
        (Next::SignUp, _) => {
            let page = FirstPage::Own("signup");
            send_to_page(grounds, request, requested, (page, accepted.parameters)).await
        }
        (Next::LoginRequired, _) => {
            Err(OAuthError::new(ErrorCode::LoginRequired, "Nobody is signed in who satisfies the request."))
        }
    }
}

/// The page to sign in on: the usual one, or the one that a direct link to `/forgotPassword` meant.
fn wished_page(sent: &Parameters) -> &'static str {
    match sent.get("screen") {
        Some("forgotPassword") => "forgotPassword",
        _ => "login",
    }
}

/// The parameters that only the first page needs. Whether they can be read was decided before.
fn sent_parameters(request: &HttpRequest) -> Parameters {
    Parameters::parse(request.query_string().as_bytes()).unwrap_or_default()
}

/// Stores the request, begins a flow for it, and shows its first page.
async fn send_to_page(
    grounds: Grounds<'_>,
    request: &HttpRequest,
    requested: &RequestedPool,
    (page, parameters): (FirstPage, AuthorizationParameters),
) -> Result<HttpResponse, OAuthError> {
    let Grounds { env, pool, client } = grounds;
    let browser = cookies::flow_browser(request, &pool.id);
    let now = env.now();
    let stored = AuthorizationRequest {
        id: AuthorizationId::trusted(env.random.uuid_v4()),
        pool_id: pool.id.clone(),
        client_id: client.id.clone(),
        browser: browser.fingerprint(),
        parameters,
        created_at: now,
        expires_at: now + REQUEST_LIFE_MS,
    };
    let surface = Surface::Hosted { authorization: stored.id.clone(), browser: stored.browser.clone() };
    let sought = stored.parameters.clone();
    let opening = Opening {
        login_hint: sought.login_hint.as_deref(),
        demand: Some(&sought.demand),
        ..Opening::default()
    };
    // The flow first: it is counted, and what is refused leaves nothing behind.
    let RequestCaller(caller) = RequestCaller::of(request);
    let step = authn::begin_for(env, &caller, (pool, client), surface, opening).await?;
    let Step::Challenge { handle, .. } = step else {
        return Err(OAuthError::internal("a flow was complete before it began"));
    };
    env.db.write(move |c| authorization_requests::insert(c, &stored)).await?;
    let flow = ("flow", handle.as_str());
    let sent = sent_parameters(request);
    let address = match &page {
        FirstPage::Own(page) => link(&format!("{}/{page}", requested.base), &[flow]),
        FirstPage::Provider(name) => {
            let mut query = vec![flow, ("name", name)];
            query.extend(sent.get("provider_ticket").map(|ticket| ("ticket", ticket)));
            link(&format!("{}/provider", requested.base), &query)
        }
    };
    let mut response = see_other(&address);
    if let Some(cookie) = browser.cookie(request, &pool.id) {
        response
            .add_cookie(&cookie)
            .map_err(|error| OAuthError::internal(format!("the flow cookie: {error}")))?;
    }
    Ok(response)
}

#[cfg(test)]
mod tests {
    use super::*;

    fn next(prompt: &[&str], max_age: Option<u64>, session: Option<SessionFacts>) -> Next {
        let parameters = AuthorizationParameters {
            prompt: prompt.iter().map(|value| (*value).to_owned()).collect(),
            max_age,
            ..Default::default()
        };
        decide(&parameters, session)
    }

    fn session(age_ms: i64, arrival: Arrival) -> Option<SessionFacts> {
        Some(SessionFacts { age_ms, arrival, is_expected: true, meets_demand: true })
    }

    #[test]
    fn a_session_suffices_unless_the_client_asks_for_more() {
        let before = session(10_000, Arrival::Before);
        assert_eq!(next(&[], None, before), Next::Issue);
        assert_eq!(next(&["consent"], None, before), Next::Issue);
        assert_eq!(next(&["none"], None, before), Next::Issue);
        assert_eq!(next(&["login"], None, before), Next::SignIn);
        assert_eq!(next(&["select_account"], None, before), Next::SignIn);
        assert_eq!(next(&["create"], None, before), Next::SignUp);
        assert_eq!(next(&[], None, None), Next::SignIn);
        assert_eq!(next(&["create"], None, None), Next::SignUp);
        assert_eq!(next(&["none"], None, None), Next::LoginRequired);
    }

    #[test]
    fn an_old_proof_is_renewed() {
        let before = |age_ms| session(age_ms, Arrival::Before);
        assert_eq!(next(&[], Some(10), before(10_000)), Next::Issue);
        assert_eq!(next(&[], Some(10), before(10_001)), Next::SignIn);
        assert_eq!(next(&[], Some(0), before(0)), Next::SignIn);
        assert_eq!(next(&["none"], Some(1), before(2_000)), Next::LoginRequired);
        assert_eq!(next(&[], Some(0), session(0, Arrival::Proven)), Next::Issue);
    }

    #[test]
    fn what_the_person_did_in_this_transaction_counts() {
        assert_eq!(next(&["login"], None, session(0, Arrival::Proven)), Next::Issue);
        assert_eq!(next(&["login"], None, session(0, Arrival::Chosen)), Next::SignIn);
        assert_eq!(next(&["select_account"], None, session(0, Arrival::Chosen)), Next::Issue);
        assert_eq!(next(&["select_account", "login"], None, session(0, Arrival::Chosen)), Next::SignIn);
        assert_eq!(next(&[], Some(1), session(2_000, Arrival::Chosen)), Next::SignIn);
    }

    #[test]
    fn only_a_session_that_would_suffice_is_offered() {
        let may = |prompt: &[&str], max_age, session: Option<SessionFacts>| {
            let parameters = AuthorizationParameters {
                prompt: prompt.iter().map(|value| (*value).to_owned()).collect(),
                max_age,
                ..Default::default()
            };
            session.is_some_and(|session| may_be_chosen(&parameters, session))
        };
        assert!(may(&["select_account"], None, session(5_000, Arrival::Before)));
        assert!(!may(&["select_account"], Some(1), session(5_000, Arrival::Before)));
        assert!(!may(&["login"], None, session(0, Arrival::Before)));
    }

    #[test]
    fn a_session_of_too_low_a_level_is_stepped_up() {
        let low = |arrival| session(0, arrival).map(|facts| SessionFacts { meets_demand: false, ..facts });
        assert_eq!(next(&[], None, low(Arrival::Before)), Next::SignIn);
        assert_eq!(next(&["none"], None, low(Arrival::Before)), Next::LoginRequired);
        assert_eq!(next(&[], None, low(Arrival::Chosen)), Next::SignIn);
        assert_eq!(next(&[], None, low(Arrival::Proven)), Next::Issue);
    }

    #[test]
    fn another_person_than_the_hinted_one_is_asked_to_sign_in() {
        let other = Some(SessionFacts {
            age_ms: 0,
            arrival: Arrival::Before,
            is_expected: false,
            meets_demand: true,
        });
        assert_eq!(next(&[], None, other), Next::SignIn);
        assert_eq!(next(&["none"], None, other), Next::LoginRequired);
        let proven = other.map(|session| SessionFacts { arrival: Arrival::Proven, ..session });
        assert_eq!(next(&["login"], None, proven), Next::LoginRequired);
    }
}
