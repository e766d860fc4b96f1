//! Where a person stands: the flow's step, the request that waits for it, and the browser they belong to.
//!
//! [`enter`] and [`submit`] are the two doors of every page of the flow. Nobody gets past them with a handle of another
//! pool or browser, at another step, or with a form that another site has posted.

use std::cell::Cell;
use std::sync::Arc;

use actix_web::HttpResponse;
use actix_web::http::{Method, StatusCode};

use super::account;
use super::account::confirm::Confirming;
use super::passkey;
use super::place::Place;
use super::visit::Visit;
use super::welcome;
use crate::authn::{self, AuthnError, FlowHandle, Opening, Step};
use crate::directory;
use crate::model::authorization::AuthorizationRequest;
use crate::model::caller::Caller;
use crate::model::client::AppClient;
use crate::model::flow::{Challenge, Surface};
use crate::model::ids::UserId;
use crate::render::Notice;
use crate::render::contexts::{ErrorKind, Form};
use crate::store::authorization_requests;
use crate::store::identity_providers::StoredProvider;
use crate::web::caller::{LanguageBackground, RequestLanguage};
use crate::web::cookies::{self, CookieKind};
use crate::web::csrf::{self, Binding};
use crate::web::form::Parameters;
use crate::web::page::{PageContext, own_address};
use crate::web::{WebError, caller, headers, see_other};

/// A transaction of this browser that may be continued.
pub(super) struct Transaction {
    /// The handle that the browser brought.
    pub(super) flow: FlowHandle,
    pub(super) authorization: AuthorizationRequest,
    pub(super) client: Arc<AppClient>,
    /// The flow cookie's value.
    pub(super) browser: String,
}

/// A step of a flow, with everything its page shows.
pub(super) struct Room {
    /// As the flow stands now.
    pub(super) handle: FlowHandle,
    pub(super) challenge: Challenge,
    pub(super) typed_name: Option<String>,
    /// The identity provider that is linked with the account that is signed in to now.
    pub(super) linking: Option<String>,
    /// The language of the person, once it is proven who that is.
    pub(super) locale: Option<String>,
    /// Whether a recovery code serves in place of the second factor.
    pub(super) takes_recovery_codes: bool,
    /// Where else the person may sign in, in the order of the buttons.
    pub(super) offered: Vec<Arc<StoredProvider>>,
    /// What the browser is asked for where a passkey would be taken, as JSON.
    pub(super) passkey: Option<String>,
    /// Who proves themselves once more, where that is what the page is for.
    pub(super) confirming: Option<Confirming>,
    /// How many answers the flow has had, as far as is known here.
    pub(super) attempts: Cell<i64>,
    pub(super) transaction: Transaction,
}

/// What is behind a door.
pub(super) enum Door {
    /// The page may be shown.
    Open(Box<Room>),
    /// The person is sent elsewhere.
    Elsewhere(HttpResponse),
}

/// What a person should be told at the next page; a word in its address.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
pub(super) enum Note {
    CodeSent,
    PasswordChanged,
    TookTooLong,
    SignInAgain,
}

/// The door of a GET.
pub(super) async fn enter(visit: &Visit, place: Place) -> Result<Door, WebError> {
    let Some(handle) = visit.handle() else {
        return Ok(Door::Elsewhere(welcome::without_flow(visit, place)));
    };
    let transaction = transaction(visit, &handle).await?;
    if visit.query.has("restart") {
        return Ok(Door::Elsewhere(begin_again(visit, &transaction, place, None).await?));
    }
    match authn::current(&visit.env, visit.pool(), &handle, &cookies::fingerprint(&transaction.browser)).await
    {
        Ok(Step::Challenge {
            handle,
            challenge,
            typed_name,
            linking,
            locale,
            takes_recovery_codes,
            attempts,
            ..
        }) if place.admits(&challenge) => {
            let standing =
                Standing { handle, challenge, typed_name, linking, locale, takes_recovery_codes, attempts };
            open(visit, transaction, standing).await
        }
        Ok(Step::Challenge { handle, challenge, .. }) => {
            Ok(Door::Elsewhere(see_other(&step_link(visit, Place::due(&challenge), &handle, None))))
        }
        // All was proven, but the answer that would have begun the session got lost on its way.
        Ok(Step::Authenticated(_)) => {
            Ok(Door::Elsewhere(begin_again(visit, &transaction, place, None).await?))
        }
        Err(error) => Ok(Door::Elsewhere(left(visit, &transaction, place, error).await?)),
    }
}

/// The door of a POST: the same, and the form must be ours.
pub(super) async fn submit(visit: &Visit, form: &Parameters, place: Option<Place>) -> Result<Door, WebError> {
    csrf::check_site(&visit.request)?;
    let handle = visit.handle().ok_or_else(over)?;
    let transaction = transaction(visit, &handle).await?;
    let back = visit.link(place.unwrap_or(Place::Login).path(), &[("flow", handle.as_str())]);
    let binding = Binding {
        pool: &visit.pool().id,
        browser: &transaction.browser,
        transaction: transaction.authorization.id.as_str(),
    };
    csrf::check(&visit.request, form, &binding).map_err(|error| error.with_retry(back))?;
    let browser = cookies::fingerprint(&transaction.browser);
    let beginning = place.unwrap_or(Place::Login);
    match authn::current(&visit.env, visit.pool(), &handle, &browser).await {
        Ok(Step::Challenge {
            challenge,
            typed_name,
            linking,
            locale,
            takes_recovery_codes,
            attempts,
            ..
        }) if place.is_none_or(|place| place.admits(&challenge)) => {
            // The form's own handle: an answer to an earlier challenge must not count for this one.
            let standing =
                Standing { handle, challenge, typed_name, linking, locale, takes_recovery_codes, attempts };
            open(visit, transaction, standing).await
        }
        Ok(Step::Challenge { handle, challenge, .. }) => {
            Ok(Door::Elsewhere(see_other(&step_link(visit, Place::due(&challenge), &handle, None))))
        }
        Ok(Step::Authenticated(_)) => {
            Ok(Door::Elsewhere(begin_again(visit, &transaction, beginning, None).await?))
        }
        Err(error) => Ok(Door::Elsewhere(left(visit, &transaction, beginning, error).await?)),
    }
}

/// Where a flow stands.
struct Standing {
    handle: FlowHandle,
    challenge: Challenge,
    typed_name: Option<String>,
    linking: Option<String>,
    locale: Option<String>,
    takes_recovery_codes: bool,
    attempts: i64,
}

/// The room of a step, with everything that its page shows.
async fn open(visit: &Visit, transaction: Transaction, standing: Standing) -> Result<Door, WebError> {
    let Standing { handle, challenge, typed_name, linking, locale, takes_recovery_codes, attempts } =
        standing;
    let offered = offered(visit, &transaction, &challenge).await?;
    let passkey = passkey::options(visit, &transaction, &handle, &challenge).await?;
    let confirming = confirming(visit, &transaction, &challenge).await?;
    Ok(Door::Open(Box::new(Room {
        handle,
        challenge,
        typed_name,
        linking,
        locale,
        takes_recovery_codes,
        offered,
        passkey,
        confirming,
        attempts: Cell::new(attempts),
        transaction,
    })))
}

/// What to do about a flow that cannot be continued: a new one for the same request, or a page that says why not.
pub(super) async fn left(
    visit: &Visit,
    transaction: &Transaction,
    place: Place,
    error: AuthnError,
) -> Result<HttpResponse, WebError> {
    match error {
        AuthnError::UnknownFlow | AuthnError::Expired => {
            begin_again(visit, transaction, place, Some(Note::TookTooLong)).await
        }
        other => Err(fault(other)),
    }
}

/// A new flow for the request that waits, on the page where the person wanted to be.
pub(super) async fn begin_again(
    visit: &Visit,
    transaction: &Transaction,
    place: Place,
    note: Option<Note>,
) -> Result<HttpResponse, WebError> {
    let Transaction { authorization, client, browser, .. } = transaction;
    let surface =
        Surface::Hosted { authorization: authorization.id.clone(), browser: cookies::fingerprint(browser) };
    let handle = if let Some(id) = transaction.step_up() {
        let user = directory::users::find(&visit.env, visit.pool(), id).await?.ok_or_else(over)?;
        let name = super::login::shown_name(visit, &user);
        account::begin_flow(visit, client, surface, Some((&user, name.as_str()))).await?
    } else {
        let opening = Opening {
            login_hint: authorization.parameters.login_hint.as_deref(),
            demand: Some(&authorization.parameters.demand),
            ..Opening::default()
        };
        let to = (visit.pool(), client.as_ref());
        let step = authn::begin_for(&visit.env, &visit.caller, to, surface, opening).await.map_err(fault)?;
        let Step::Challenge { handle, .. } = step else {
            return Err(WebError::Internal("a new flow was complete at once".into()));
        };
        handle
    };
    let place = if place.is_beginning() { place } else { Place::Login };
    Ok(see_other(&step_link(visit, place, &handle, note)))
}

/// The address of a step.
pub(super) fn step_link(visit: &Visit, place: Place, handle: &FlowHandle, note: Option<Note>) -> String {
    let mut query = vec![("flow", handle.as_str())];
    query.extend(note.map(|note| ("notice", note.word())));
    visit.link(place.path(), &query)
}

/// What is left of an error of the flow that no page can show beside its form.
pub(super) fn fault(error: AuthnError) -> WebError {
    match error {
        AuthnError::Store(error) => error.into(),
        AuthnError::Busy | AuthnError::InProgress => {
            WebError::Unavailable { retry_after_seconds: 1, cause: error.to_string() }
        }
        AuthnError::Locked { retry_after_seconds } => WebError::TooMany { retry_after_seconds },
        AuthnError::Limited(limit) => WebError::TooMany { retry_after_seconds: limit.retry_after_seconds() },
        AuthnError::OtherBrowser => WebError::refused(StatusCode::FORBIDDEN, ErrorKind::FlowExpired),
        AuthnError::UnknownFlow | AuthnError::Expired | AuthnError::MovedOn => over(),
        AuthnError::Internal(cause) => WebError::Internal(cause),
        other => WebError::Internal(format!("a flow refused unexpectedly: {other}")),
    }
}

/// The request that waits for this flow, when it and the browser are still there.
pub(super) async fn transaction(visit: &Visit, handle: &FlowHandle) -> Result<Transaction, WebError> {
    let pool = visit.pool();
    let id = handle.authorization(&visit.env, pool).ok_or_else(over)?;
    let browser = cookies::read(&visit.request, &pool.id, CookieKind::Flow)
        .ok_or_else(|| WebError::refused(StatusCode::BAD_REQUEST, ErrorKind::CookiesMissing))?;
    let pool_id = pool.id.clone();
    let found = visit.env.db.read(move |c| authorization_requests::find(c, &pool_id, &id)).await?;
    let authorization = found.filter(|found| found.expires_at > visit.env.now()).ok_or_else(over)?;
    if authorization.browser != cookies::fingerprint(&browser) {
        return Err(WebError::refused(StatusCode::FORBIDDEN, ErrorKind::FlowExpired));
    }
    let client = directory::account_client::of_flow(&visit.env, pool, &authorization.client_id)
        .await?
        .ok_or_else(over)?;
    headers::allow_form_target(&visit.request, &authorization.parameters.redirect_uri);
    Ok(Transaction { flow: handle.clone(), authorization, client, browser })
}

/// The identity providers of pages that show them.
async fn offered(
    visit: &Visit,
    transaction: &Transaction,
    challenge: &Challenge,
) -> Result<Vec<Arc<StoredProvider>>, WebError> {
    match challenge {
        Challenge::External { .. } => {
            Ok(directory::providers::offered(&visit.env, visit.pool(), &transaction.client).await?)
        }
        challenge if challenge.is_beginning() => {
            Ok(directory::providers::offered(&visit.env, visit.pool(), &transaction.client).await?)
        }
        _ => Ok(Vec::new()),
    }
}

/// Who proves themselves once more, on pages that show them.
async fn confirming(
    visit: &Visit,
    transaction: &Transaction,
    challenge: &Challenge,
) -> Result<Option<Confirming>, WebError> {
    match (transaction.step_up(), challenge) {
        (Some(user), Challenge::Identify) => {
            account::confirm::find(visit, user).await?.ok_or_else(over).map(Some)
        }
        _ => Ok(None),
    }
}

impl Transaction {
    /// The only person who may prove themselves in it, where it is a step-up.
    pub(super) fn step_up(&self) -> Option<&UserId> {
        self.authorization.parameters.account.as_ref()?.step_up.as_ref()
    }

    /// The language of its pages; `profile` is the language of the person, once it is proven who that is.
    pub(super) fn language(&self, visit: &Visit, profile: Option<&str>) -> RequestLanguage {
        let asked = self.authorization.parameters.ui_locales.join(" ");
        let asked = (!asked.is_empty()).then_some((asked.as_str(), self.authorization.created_at));
        caller::language_with(&visit.request, LanguageBackground { asked, profile })
    }
}

fn over() -> WebError {
    WebError::refused(StatusCode::BAD_REQUEST, ErrorKind::FlowExpired)
}

impl Room {
    /// The step of somebody who comes back from a provider.
    pub(super) fn at_provider(handle: FlowHandle, provider: &str, transaction: Transaction) -> Self {
        Self {
            handle,
            challenge: Challenge::External { provider: provider.to_owned() },
            typed_name: None,
            linking: None,
            locale: None,
            takes_recovery_codes: false,
            offered: Vec::new(),
            passkey: None,
            confirming: None,
            attempts: Cell::new(0),
            transaction,
        }
    }

    /// Sees how many answers the flow has had by now; a flow that is over is noticed by whoever answers next.
    pub(super) async fn look_again(&self, visit: &Visit) -> Result<(), WebError> {
        let browser = cookies::fingerprint(&self.transaction.browser);
        match authn::current(&visit.env, visit.pool(), &self.handle, &browser).await {
            Ok(Step::Challenge { attempts, .. }) => self.attempts.set(attempts),
            Err(AuthnError::Store(error)) => return Err(error.into()),
            Ok(Step::Authenticated(_)) | Err(_) => {}
        }
        Ok(())
    }

    /// The surroundings of this step's page.
    pub(super) fn context<'a>(&self, visit: &'a Visit) -> PageContext<'a> {
        let mut context = PageContext::new(&visit.request, &visit.requested);
        context.leads_to(&self.transaction.client);
        context.language = Some(self.language(visit).tag);
        context.here = self.here(visit);
        context.notice = visit.query.get("notice").and_then(Note::parse).map(Note::words);
        context
    }

    /// The language of this step's page.
    pub(super) fn language(&self, visit: &Visit) -> RequestLanguage {
        self.transaction.language(visit, self.locale.as_deref())
    }

    /// Who asks, in the language of this step's page: its messages have the same.
    pub(super) fn caller(&self, visit: &Visit) -> Caller {
        let RequestLanguage { tag: language, is_wished: language_is_wished } = self.language(visit);
        Caller { language, language_is_wished, ..visit.caller.clone() }
    }

    /// The address that shows this page by GET: its own, or of a form without a page the one that is due.
    fn here(&self, visit: &Visit) -> Option<String> {
        if visit.request.method() != Method::POST {
            return None;
        }
        match visit.request.path().ends_with("/resendcode") {
            true => Some(step_link(visit, Place::due(&self.challenge), &self.handle, None)),
            false => Some(own_address(&visit.request)),
        }
    }

    /// A form of this step that posts to `path`; `extra` goes into its address.
    pub(super) fn form(&self, visit: &Visit, path: &str, extra: &[(&str, &str)]) -> Form {
        let binding = Binding {
            pool: &visit.pool().id,
            browser: &self.transaction.browser,
            transaction: self.transaction.authorization.id.as_str(),
        };
        Form::new(self.link(visit, path, extra), csrf::token(&visit.env, &binding))
    }

    /// A link to another page of this flow; `extra` goes into its address.
    pub(super) fn link(&self, visit: &Visit, path: &str, extra: &[(&str, &str)]) -> String {
        let mut query = vec![("flow", self.handle.as_str())];
        query.extend(extra);
        visit.link(path, &query)
    }
}

impl Note {
    pub(super) fn word(self) -> &'static str {
        match self {
            Self::CodeSent => "code-sent",
            Self::PasswordChanged => "password-changed",
            Self::TookTooLong => "took-too-long",
            Self::SignInAgain => "sign-in-again",
        }
    }

    fn parse(word: &str) -> Option<Self> {
        [Self::CodeSent, Self::PasswordChanged, Self::TookTooLong, Self::SignInAgain]
            .into_iter()
            .find(|note| note.word() == word)
    }

    pub(super) fn words(self) -> Notice {
        match self {
            Self::CodeSent => Notice::code_sent(),
            Self::PasswordChanged => Notice::password_changed(),
            Self::TookTooLong => Notice::session_expired(),
            Self::SignInAgain => Notice::sign_in_again(),
        }
    }
}
