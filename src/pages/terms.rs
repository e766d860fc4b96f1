//! `/terms`: the terms of use, for whoever has not accepted the version in force.

use actix_web::HttpResponse;

use super::agreement::{self, Asked, Door};
use super::visit::Visit;
use crate::directory::terms::{self, Due, DueTerms};
use crate::render::contexts::Terms;
use crate::web::WebError;
use crate::web::form::FormParameters;

const PATH: &str = "/terms";

/// The page.
pub(super) async fn get(visit: Visit) -> Result<HttpResponse, WebError> {
    match agreement::enter(&visit).await? {
        Door::Open(asked) => {
            let due = terms::due_now(&visit.env, visit.pool(), &asked.user.id).await?;
            Ok(ask(&visit, &asked, due))
        }
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
    let due = terms::due_now(&visit.env, visit.pool(), &asked.user.id).await?;
    let in_force = due.as_ref().and_then(|due| due.settings.in_force(&asked.language(&visit)));
    match in_force {
        // What was shown, and no later version: that one is shown first.
        Some(shown) if form.has("acceptButton") && form.text("version") == shown.version => {
            terms::accept(&visit.env, visit.pool(), &asked.user.id, shown).await?;
            Ok(asked.resume(&visit))
        }
        _ => Ok(ask(&visit, &asked, due)),
    }
}

fn ask(visit: &Visit, asked: &Asked, due: Option<DueTerms>) -> HttpResponse {
    // Accepted in another tab, or nobody has to any more.
    let Some(DueTerms { due, settings }) = due else { return asked.resume(visit) };
    let language = asked.language(visit);
    let content = Terms {
        form: asked.form(visit, PATH),
        application: asked.application(),
        links: settings.links(&language).unwrap_or_default(),
        version: settings.version.unwrap_or_default(),
        changed: due == Due::Changed,
        account_link: visit.pool().settings.has_account_pages().then(|| visit.link("/account", &[])),
    };
    asked.show(visit, &content)
}
