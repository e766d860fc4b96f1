//! `/livez` and `/readyz`: whether the process runs, and whether requests should be sent to it.
//!
//! They answer for every host name, because whoever asks knows the node by its address, and say nothing but yes or no.

use std::sync::atomic::{AtomicBool, Ordering};
use std::time::Duration;

use actix_web::http::StatusCode;
use actix_web::http::header::RETRY_AFTER;
use actix_web::web::{self, Data, ServiceConfig};
use actix_web::{HttpRequest, HttpResponse};
use tokio::sync::Mutex;

use super::{edge, get_or_head};
use crate::env::Env;
use crate::metrics::Stopwatch;

const LIVE: &str = "/livez";
const READY: &str = "/readyz";

/// How long an answer of the database is believed, in seconds: asking more often does not load it.
const BELIEVED_SECONDS: f64 = 1.0;
/// How long a probe waits for the database.
const PATIENCE: Duration = Duration::from_secs(2);

/// Whether this process should be sent requests; shared by its listeners.
#[derive(Default)]
pub struct Health {
    stopping: AtomicBool,
    probed: Mutex<Option<(Stopwatch, bool)>>,
}

impl Health {
    /// From now on the process is not ready.
    pub fn stop(&self) {
        self.stopping.store(true, Ordering::Release);
    }

    /// Whether the process does not stop, the database answers, and no migration is pending.
    pub async fn is_ready(&self, env: &Env) -> bool {
        if self.stopping.load(Ordering::Acquire) {
            return false;
        }
        // Held while the database is asked: of many who ask at once one goes there, the others get its answer.
        let mut probed = self.probed.lock().await;
        if let Some((asked, answer)) = *probed
            && asked.seconds() < BELIEVED_SECONDS
        {
            return answer;
        }
        let asked = Stopwatch::start();
        let answer = match tokio::time::timeout(PATIENCE, env.db.check()).await {
            Ok(Ok(())) => true,
            Ok(Err(error)) => {
                tracing::warn!(%error, "not ready");
                false
            }
            Err(_) => {
                tracing::warn!("not ready: the database does not answer in time");
                false
            }
        };
        *probed = Some((asked, answer));
        answer
    }
}

/// Mounts both; needs `Data<Health>`.
pub fn routes(config: &mut ServiceConfig) {
    config
        .service(web::resource(LIVE).route(get_or_head().to(live)))
        .service(web::resource(READY).route(get_or_head().to(ready)));
}

/// Whether a path is one of these two: nobody's page, asked every few seconds.
pub(super) fn is_probe(path: &str) -> bool {
    path == LIVE || path == READY
}

async fn live() -> HttpResponse {
    text(StatusCode::OK, "ok\n")
}

async fn ready(request: HttpRequest, health: Data<Health>) -> HttpResponse {
    if health.is_ready(&edge::env(&request)).await {
        return text(StatusCode::OK, "ok\n");
    }
    let mut response = text(StatusCode::SERVICE_UNAVAILABLE, "not ready\n");
    response.headers_mut().insert(RETRY_AFTER, 1.into());
    response
}

fn text(status: StatusCode, body: &'static str) -> HttpResponse {
    HttpResponse::build(status).content_type("text/plain; charset=utf-8").body(body)
}
