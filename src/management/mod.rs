//! What operators and their machines read, on addresses of its own: health, metrics, and
//! whether a TLS front may fetch a certificate.
//!
//! Owns the second server's routes. It is never mounted on the public addresses: who can reach a management address is
//! the operator's network's business, so it is loopback by default and changes nothing.

use actix_web::web::{self, Data, ServiceConfig};
use actix_web::{HttpRequest, HttpResponse};
use std::time::Duration;
use tokio::sync::Mutex;

use crate::env::Env;
use crate::metrics::Stopwatch;
use crate::store::outbox;
use crate::web::{edge, get_or_head, health, tls_allowed};

/// How long the numbers about the outbox are believed, in seconds.
const BELIEVED_SECONDS: f64 = 5.0;
/// How long a scrape waits for them.
const PATIENCE: Duration = Duration::from_secs(1);

/// When the outbox was last looked at.
#[derive(Default)]
pub struct OutboxWatch(Mutex<Option<Stopwatch>>);

/// Mounts the management routes; needs `Data<Env>`, `Data<Health>` and `Data<OutboxWatch>`.
pub fn routes(config: &mut ServiceConfig) {
    health::routes(config);
    tls_allowed::management_routes(config);
    config.service(web::resource("/metrics").route(get_or_head().to(metrics)));
}

async fn metrics(request: HttpRequest, watch: Data<OutboxWatch>) -> HttpResponse {
    let env = edge::env(&request);
    look_at_outbox(&env, &watch).await;
    match env.metrics.text() {
        Ok(text) => HttpResponse::Ok().content_type("text/plain; version=0.0.4; charset=utf-8").body(text),
        Err(error) => {
            tracing::error!(%error, "the metrics could not be written");
            HttpResponse::InternalServerError().finish()
        }
    }
}

/// Brings the numbers about the outbox up to date. Without a database the last ones stay: the rest of the metrics is
/// what an operator needs just then.
async fn look_at_outbox(env: &Env, watch: &OutboxWatch) {
    let mut looked = watch.0.lock().await;
    if looked.is_some_and(|looked| looked.seconds() < BELIEVED_SECONDS) {
        return;
    }
    *looked = Some(Stopwatch::start());
    if let Ok(Ok((waiting, oldest))) = tokio::time::timeout(PATIENCE, env.db.read(outbox::waiting)).await {
        let age = oldest.map_or(0, |oldest| (env.now() - oldest).max(0) / 1000);
        env.metrics.outbox(waiting, age);
    }
}
