//! Sign-ins that a provider begins: nobody was sent there, so no browser can show that it wanted to be signed in.
//!
//! Only where the provider's `IDPInit` is on. The response is judged and remembered at once; whom it names waits in a
//! round trip, and the browser goes through the authorization endpoint like every other, which checks application,
//! address and scopes and takes the identity along.

use actix_web::HttpResponse;

use super::provider_failed::{self, Failure};
use super::visit::Visit;
use super::{arrival, saml};
use crate::directory::{self, DirectoryError};
use crate::federation::round_trip::{self, Errand, RoundTrip};
use crate::federation::saml::{documents, sign_out};
use crate::federation::{FederationError, saml as protocol};
use crate::model::client::AppClient;
use crate::model::provider::{IdentityProvider, ProviderKind};
use crate::render::contexts::ProviderProblem;
use crate::web::form::Parameters;
use crate::web::{WebError, see_other};

/// How long the identity waits for the browser, which comes at once, milliseconds.
const WAITS: i64 = 60_000;

/// What a RelayState may say to the authorization endpoint; of everything else it hears nothing.
const WISHES: [&str; 9] = [
    "client_id",
    "redirect_uri",
    "response_type",
    "scope",
    "state",
    "nonce",
    "code_challenge",
    "code_challenge_method",
    "ui_locales",
];

/// A response whose RelayState is no round trip: parameters of an authorization request, or nothing.
pub(super) async fn post(visit: &Visit, response: &str, relay_state: &str) -> Result<HttpResponse, WebError> {
    let Some(wishes) = wishes(relay_state) else { return arrival::unknown() };
    let provider = match named(visit, response, &wishes).await {
        Ok(Some(provider)) => provider,
        // That of a round trip which is over looks the same.
        Ok(None) => return arrival::unknown(),
        Err(FederationError::Untrusted(_)) => return arrival::unknown(),
        Err(error) => return Err(saml::fault(error)),
    };
    let Some(client) = client(visit, &provider, &wishes).await? else {
        let reason = "the provider began a sign-in and did not say for which application";
        return Ok(failed(visit, &provider, ProviderProblem::NotAllowed, reason).await);
    };
    let addresses = saml::addresses(visit, &provider.name);
    let identity = match protocol::finish(&visit.env, &provider, &addresses, None, response).await {
        Ok(identity) => identity,
        Err(error @ (FederationError::Store(_) | FederationError::Internal(_))) => {
            return Err(saml::fault(error));
        }
        Err(error) => {
            let problem = provider_failed::of_federation(&error);
            return Ok(failed(visit, &provider, problem, &error.to_string()).await);
        }
    };
    let ticket = visit.env.random.token();
    let trip = RoundTrip {
        provider: provider.name.clone(),
        browser: String::new(),
        errand: Errand::Unasked(Box::new(identity)),
        posted: None,
    };
    round_trip::open(&visit.env, &visit.pool().id, &ticket, &trip, WAITS).await?;
    Ok(see_other(&onward(visit, &client, &provider.name, &wishes, &ticket)))
}

/// The parameters that a RelayState carries; `None` for one that is something else, such as a round trip that is over.
fn wishes(relay_state: &str) -> Option<Parameters> {
    let read = Parameters::parse(relay_state.as_bytes()).ok()?;
    let is_query = relay_state.is_empty()
        || ["client_id", "identity_provider", "idp_identifier"].iter().any(|name| read.has(name));
    is_query.then_some(read)
}

/// The provider that the RelayState names, or else the one of the name that the response bears; it must be one that may
/// begin.
async fn named(
    visit: &Visit,
    response: &str,
    wishes: &Parameters,
) -> Result<Option<IdentityProvider>, FederationError> {
    let all = directory::providers::of_kind(&visit.env, visit.pool(), ProviderKind::Saml).await;
    let all = all.map_err(|error| match error {
        DirectoryError::Store(error) => FederationError::Store(error),
        error => FederationError::Internal(error.to_string()),
    })?;
    let may_begin =
        |provider: &IdentityProvider| provider.details.get("IDPInit").is_some_and(|on| on == "true");
    let mut fitting: Vec<IdentityProvider> = all.into_iter().filter(may_begin).collect();
    if let Some(name) = wishes.get("identity_provider") {
        fitting.retain(|provider| provider.name == name);
    } else if let Some(identifier) = wishes.get("idp_identifier") {
        let wanted = identifier.to_lowercase();
        fitting.retain(|provider| provider.identifiers.iter().any(|one| one.to_lowercase() == wanted));
    } else if !fitting.is_empty() {
        let issuer = sign_out::claimed_issuer_of_field(response)?;
        fitting = documents::named(&visit.env, &visit.pool().id, fitting, &issuer).await?;
    }
    Ok(if fitting.len() == 1 { fitting.pop() } else { None })
}

/// The application that the RelayState names, or the only one that takes the provider.
async fn client(
    visit: &Visit,
    provider: &IdentityProvider,
    wishes: &Parameters,
) -> Result<Option<AppClient>, WebError> {
    let all = directory::clients::list(&visit.env, visit.pool()).await?;
    let mut fitting: Vec<AppClient> =
        all.into_iter().filter(|client| client.settings.allows_provider(&provider.name)).collect();
    if let Some(id) = wishes.get("client_id") {
        fitting.retain(|client| client.id.as_str() == id);
    }
    Ok(if fitting.len() == 1 { fitting.pop() } else { None })
}

/// The address of the authorization endpoint that takes the identity along.
fn onward(visit: &Visit, client: &AppClient, provider: &str, wishes: &Parameters, ticket: &str) -> String {
    let mut query: Vec<(&str, &str)> = wishes
        .iter()
        .filter(|(name, value)| WISHES.contains(name) && *name != "client_id" && !value.is_empty())
        .collect();
    if wishes.get("response_type").is_none() {
        query.push(("response_type", "code"));
    }
    let redirect =
        client.settings.default_redirect_uri.as_ref().or(match client.settings.callback_urls.as_slice() {
            [only] => Some(only),
            _ => None,
        });
    if let (None, Some(redirect)) = (wishes.get("redirect_uri"), redirect) {
        query.push(("redirect_uri", redirect));
    }
    query.extend([
        ("client_id", client.id.as_str()),
        ("identity_provider", provider),
        ("provider_ticket", ticket),
    ]);
    visit.link("/oauth2/authorize", &query)
}

async fn failed(
    visit: &Visit,
    provider: &IdentityProvider,
    problem: ProviderProblem,
    reason: &str,
) -> HttpResponse {
    let failure = Failure {
        provider: &provider.name,
        kind: Some(ProviderKind::Saml),
        problem,
        reason,
        transaction: None,
        flow: None,
        is_noted: false,
    };
    provider_failed::show(visit, failure).await
}
