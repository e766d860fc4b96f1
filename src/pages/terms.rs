//! `/terms`: the terms of use, for whoever has not accepted the version in force.

use actix_web::HttpResponse;

use super::agreement::{self, Asked, Door};
use super::visit::Visit;
use crate::directory::terms::{self, Due};
use crate::model::agreement::AcceptedTerms;
use crate::render::contexts::Terms;
use crate::web::WebError;
use crate::web::form::FormParameters;

const PATH: &str = "/terms";

/// The page.
pub(super) async fn get(visit: Visit) -> Result<HttpResponse, WebError> {
    match agreement::enter(&visit).await? {
        Door::Open(asked) => ask(&visit, &asked).await,
        Door::Elsewhere(response) => Ok(response),
    }
}

/// Accepts the version that was shown, or goes back to the application without.
pub(super) async fn post(visit: Visit, form: FormParameters) -> Result<HttpResponse, WebError> {
    let form = form.0;
    let asked = match agreement::submit(&visit, &form).await? {
        Door::Open(asked) => asked,
        Door::Elsewhere(response) => return Ok(response),
    };
    if form.has("declineButton") {
        return Ok(asked.refuse(&visit));
    }
    match in_force(&visit, &asked) {
        // What was shown, and no later version: that one is shown first.
        Some(shown) if form.has("acceptButton") && form.text("version") == shown.version => {
            terms::accept(&visit.env, visit.pool(), &asked.user.id, shown).await?;
            Ok(asked.resume(&visit))
        }
        _ => ask(&visit, &asked).await,
    }
}

fn in_force(visit: &Visit, asked: &Asked) -> Option<AcceptedTerms> {
    visit.pool().settings.terms.in_force(&asked.language(visit))
}

async fn ask(visit: &Visit, asked: &Asked) -> Result<HttpResponse, WebError> {
    let due = terms::due(&visit.env, visit.pool(), &asked.user.id).await?;
    let settings = &visit.pool().settings;
    let language = asked.language(visit);
    // Accepted in another tab, or nobody has to any more.
    let (Some(due), Some(shown), Some(links)) =
        (due, settings.terms.in_force(&language), settings.terms.links(&language))
    else {
        return Ok(asked.resume(visit));
    };
    let content = Terms {
        form: asked.form(visit, PATH),
        application: asked.application(),
        links,
        version: shown.version,
        changed: due == Due::Changed,
        account_link: settings.has_account_pages().then(|| visit.link("/account", &[])),
    };
    Ok(asked.show(visit, &content))
}
