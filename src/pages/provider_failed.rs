//! The page for a sign-in at an identity provider that came to nothing: for the person what they can do, for the log
//! the precise reason, for the application the error that it gets when the person goes back to it.

use actix_web::HttpResponse;
use actix_web::http::StatusCode;

use super::place::Place;
use super::room::Transaction;
use super::visit::Visit;
use crate::authn::{self, AuthnError, FlowHandle};
use crate::federation::FederationError;
use crate::model::client::OWN_DIRECTORY;
use crate::model::provider::ProviderKind;
use crate::render::contexts::{BackToApplication, ProviderFailed, ProviderProblem};
use crate::web::edge::RequestFacts;
use crate::web::page::{self, PageContext};
use crate::web::resume::{AbandonTicket, Abandoned};

/// A failure, and what is known about the sign-in that failed.
pub(super) struct Failure<'a> {
    /// The provider's name in the pool.
    pub(super) provider: &'a str,
    /// What it speaks, where that is known.
    pub(super) kind: Option<ProviderKind>,
    /// What went wrong.
    pub(super) problem: ProviderProblem,
    /// Precisely, for the log. Nothing that somebody typed or sent.
    pub(super) reason: &'a str,
    /// The request that waits; unknown where the browser cannot show that it made it.
    pub(super) transaction: Option<&'a Transaction>,
    /// The flow, where it can go on.
    pub(super) flow: Option<&'a FlowHandle>,
    /// Whether the flow has refused it, and counted and written that down.
    pub(super) is_noted: bool,
}

/// Writes a failure down and shows its page.
pub(super) async fn show(visit: &Visit, failure: Failure<'_>) -> HttpResponse {
    let outcome = failure.problem.outcome();
    let protocol = match failure.kind {
        Some(ProviderKind::Saml) => "saml",
        Some(ProviderKind::Facebook | ProviderKind::LoginWithAmazon) => "oauth",
        Some(_) => "oidc",
        None => "unknown",
    };
    visit.env.metrics.protocol.federation.one([protocol, outcome]);
    tracing::warn!(
        pool = %visit.pool().id,
        provider = failure.provider,
        outcome,
        reason = failure.reason,
        "a sign-in at an identity provider failed"
    );
    if !failure.is_noted {
        let client = failure.transaction.map(|transaction| transaction.client.id.clone());
        let about = (client.as_ref(), failure.provider, outcome);
        authn::refused_at_provider(&visit.env, &visit.caller, &visit.pool().id, about).await;
    }
    let content = ProviderFailed {
        provider: failure
            .kind
            .map_or_else(|| failure.provider.to_owned(), |kind| kind.shown_name(failure.provider)),
        reason: failure.problem,
        try_again: try_again(visit, &failure),
        another_way: another_way(visit, &failure),
        back: failure.transaction.and_then(|transaction| back(visit, transaction, failure.problem)),
        correlation_id: RequestFacts::of(&visit.request).correlation_id,
    };
    let mut context = PageContext::new(&visit.request, &visit.requested);
    if let Some(transaction) = failure.transaction {
        context.leads_to(&transaction.client);
        context.language = transaction.language(visit);
    }
    page::render(&context, status(failure.problem), &content)
}

fn try_again(visit: &Visit, failure: &Failure<'_>) -> Option<String> {
    if matches!(failure.problem, ProviderProblem::NotAllowed | ProviderProblem::Misconfigured) {
        return None;
    }
    let flow = failure.flow?;
    Some(visit.link(Place::Provider.path(), &[("flow", flow.as_str()), ("name", failure.provider)]))
}

/// The sign-in page; left out where it has nothing but the provider that has just failed.
fn another_way(visit: &Visit, failure: &Failure<'_>) -> Option<String> {
    let transaction = failure.transaction?;
    let settings = &transaction.client.settings;
    let only_this = !settings.allows_provider(OWN_DIRECTORY)
        && settings.identity_providers.as_ref().is_some_and(|names| names.len() == 1);
    if only_this && failure.flow.is_some() {
        return None;
    }
    let flow = transaction.flow.as_str();
    Some(visit.link(Place::Login.path(), &[("flow", flow), ("restart", "1")]))
}

fn back(visit: &Visit, transaction: &Transaction, problem: ProviderProblem) -> Option<BackToApplication> {
    // Where nobody but the person waits there is nobody to be told.
    if transaction.authorization.parameters.account.is_some() {
        return None;
    }
    let because = match problem {
        ProviderProblem::Denied
        | ProviderProblem::Expired
        | ProviderProblem::OtherBrowser
        | ProviderProblem::Incomplete
        | ProviderProblem::NotAllowed => Abandoned::AccessDenied,
        ProviderProblem::Unavailable => Abandoned::TemporarilyUnavailable,
        ProviderProblem::Clock | ProviderProblem::Untrusted | ProviderProblem::Misconfigured => {
            Abandoned::ServerError
        }
    };
    let ticket = AbandonTicket {
        authorization: transaction.authorization.id.clone(),
        because,
        made_at: visit.env.now(),
    };
    let sealed = ticket.seal(&visit.env, &visit.pool().id);
    Some(BackToApplication {
        name: transaction.client.name.clone(),
        link: visit.link("/oauth2/authorize", &[("abandon", &sealed)]),
    })
}

/// 4xx for what this browser or the person did, 5xx for what the provider did. Programs see them; people read the page.
fn status(problem: ProviderProblem) -> StatusCode {
    match problem {
        ProviderProblem::Denied | ProviderProblem::Expired | ProviderProblem::Incomplete => {
            StatusCode::BAD_REQUEST
        }
        ProviderProblem::OtherBrowser | ProviderProblem::NotAllowed => StatusCode::FORBIDDEN,
        ProviderProblem::Clock
        | ProviderProblem::Unavailable
        | ProviderProblem::Untrusted
        | ProviderProblem::Misconfigured => StatusCode::BAD_GATEWAY,
    }
}

/// What a failure of the protocol means to the person.
pub(super) fn of_federation(error: &FederationError) -> ProviderProblem {
    match error {
        FederationError::Denied(_) => ProviderProblem::Denied,
        FederationError::Unavailable(_) => ProviderProblem::Unavailable,
        FederationError::Clock(_) => ProviderProblem::Clock,
        FederationError::Untrusted(_) => ProviderProblem::Untrusted,
        FederationError::Incomplete(_) => ProviderProblem::Incomplete,
        FederationError::Misconfigured(_) | FederationError::Internal(_) | FederationError::Store(_) => {
            ProviderProblem::Misconfigured
        }
    }
}

/// What a refusal of the flow means to the person; an error that has nothing to do with the provider comes back.
pub(super) fn of_flow(error: AuthnError) -> Result<(ProviderProblem, String), AuthnError> {
    match error {
        AuthnError::Attributes(problems) => {
            Ok((ProviderProblem::Incomplete, format!("attributes cannot be kept: {problems:?}")))
        }
        AuthnError::Disabled => Ok((ProviderProblem::Denied, "the account is disabled".to_owned())),
        AuthnError::OtherAccount => Ok((
            ProviderProblem::NotAllowed,
            "another account came back than the one that is signed in".to_owned(),
        )),
        AuthnError::FactorOff => {
            Ok((ProviderProblem::NotAllowed, "the client does not have the provider".to_owned()))
        }
        AuthnError::NoSecondFactor => {
            Ok((ProviderProblem::Incomplete, "there is no second factor that would count".to_owned()))
        }
        AuthnError::MovedOn | AuthnError::UnknownFlow | AuthnError::Expired | AuthnError::AttemptsSpent => {
            Ok((ProviderProblem::Expired, error.to_string()))
        }
        AuthnError::OtherBrowser => Ok((ProviderProblem::OtherBrowser, error.to_string())),
        other => Err(other),
    }
}
