//! Traces to an OpenTelemetry collector, by OTLP over HTTP as JSON.
//!
//! Spans wait in a bounded queue and leave in batches from a thread of their own. A collector that is slow or gone costs
//! spans, which are counted, and never a request.

use std::sync::{Arc, Mutex, PoisonError};
use std::thread::JoinHandle;
use std::time::Duration;

use async_trait::async_trait;
use opentelemetry::trace::{SpanKind, TracerProvider};
use opentelemetry::{Context, KeyValue};
use opentelemetry_http::{Bytes, HttpClient as Carrier, HttpError as CarrierError, Request, Response};
use opentelemetry_otlp::{Protocol, SpanExporter as OtlpExporter, WithExportConfig, WithHttpConfig};
use opentelemetry_sdk::Resource;
use opentelemetry_sdk::error::OTelSdkResult;
use opentelemetry_sdk::trace::{SdkTracer, SdkTracerProvider, Span, SpanData, SpanExporter, SpanProcessor};
use tokio::sync::mpsc::{self, Receiver, Sender};
use url::Url;

use super::http::{HttpClient, HttpError, HttpSettings, Reach};
use crate::metrics::trace_spans;

/// Spans that wait for their batch; the next ones are dropped.
const QUEUE: usize = 2048;
/// Spans sent at once.
const BATCH: usize = 512;
/// How long the last spans may take to leave when the process ends.
const LAST_WORDS: Duration = Duration::from_secs(3);
/// How long one batch may take.
const TIMEOUT: Duration = Duration::from_secs(10);

/// The way to the collector. Dropping it sends what still waits, for a few seconds at most.
pub struct Traces {
    provider: SdkTracerProvider,
    queue: Queue,
    thread: Option<JoinHandle<()>>,
}

impl Traces {
    /// Prepares the way to `endpoint`, to which `/v1/traces` is added; nothing is connected yet.
    ///
    /// # Errors
    /// A sentence.
    pub fn start(endpoint: &Url) -> Result<Self, String> {
        let mut settings = HttpSettings::new(Reach::Anywhere);
        settings.timeout = TIMEOUT;
        let client = HttpClient::new(&settings).map_err(|error| error.to_string())?;
        let resource = Resource::builder()
            .with_attributes([
                KeyValue::new("service.name", "vestibule"),
                KeyValue::new("service.version", env!("CARGO_PKG_VERSION")),
            ])
            .build();
        let mut exporter = OtlpExporter::builder()
            .with_http()
            .with_http_client(Collector(client))
            .with_protocol(Protocol::HttpJson)
            .with_endpoint(format!("{}/v1/traces", endpoint.as_str().trim_end_matches('/')))
            .build()
            .map_err(|error| format!("telemetry.otlp_endpoint cannot be used: {error}"))?;
        exporter.set_resource(&resource);
        let (sender, waiting) = mpsc::channel(QUEUE);
        let queue = Queue(Arc::new(Mutex::new(Some(sender))));
        let provider =
            SdkTracerProvider::builder().with_resource(resource).with_span_processor(queue.clone()).build();
        let thread = std::thread::Builder::new()
            .name("traces".into())
            .spawn(move || export(exporter, waiting))
            .map_err(|error| format!("no thread for traces: {error}"))?;
        Ok(Self { provider, queue, thread: Some(thread) })
    }

    /// What makes spans.
    pub fn tracer(&self) -> SdkTracer {
        self.provider.tracer("vestibule")
    }
}

impl Drop for Traces {
    fn drop(&mut self) {
        // Without a sender the thread ends after what waits.
        self.queue.close();
        let Some(thread) = self.thread.take() else { return };
        let (done, ended) = std::sync::mpsc::channel();
        let waiter = std::thread::Builder::new().spawn(move || {
            let _ = thread.join();
            let _ = done.send(());
        });
        if waiter.is_ok() {
            let _ = ended.recv_timeout(LAST_WORDS);
        }
    }
}

/// Where finished spans wait.
#[derive(Debug, Clone)]
struct Queue(Arc<Mutex<Option<Sender<SpanData>>>>);

impl Queue {
    fn close(&self) {
        self.0.lock().unwrap_or_else(PoisonError::into_inner).take();
    }
}

impl SpanProcessor for Queue {
    fn on_start(&self, _: &mut Span, _: &Context) {}

    fn on_end(&self, mut span: SpanData) {
        span.span_kind = kind(&span);
        let queue = self.0.lock().unwrap_or_else(PoisonError::into_inner);
        if queue.as_ref().is_none_or(|queue| queue.try_send(span).is_err()) {
            trace_spans().one(["dropped"]);
        }
    }

    fn force_flush(&self) -> OTelSdkResult {
        Ok(())
    }

    fn shutdown_with_timeout(&self, _: Duration) -> OTelSdkResult {
        self.close();
        Ok(())
    }
}

/// The kind by what a span is about: as fields of the span they would be in every line of the log.
fn kind(span: &SpanData) -> SpanKind {
    if span.attributes.iter().any(|attribute| attribute.key.as_str() == "http.request.method") {
        SpanKind::Server
    } else if span.name == "database" {
        SpanKind::Client
    } else {
        SpanKind::Internal
    }
}

fn export(exporter: OtlpExporter, mut waiting: Receiver<SpanData>) {
    let runtime = tokio::runtime::Builder::new_current_thread().enable_all().build();
    let Ok(runtime) = runtime else {
        tracing::error!("no runtime for traces");
        return;
    };
    runtime.block_on(async {
        let mut was_failing = false;
        loop {
            let mut batch = Vec::new();
            if waiting.recv_many(&mut batch, BATCH).await == 0 {
                return;
            }
            let spans = batch.len();
            let outcome = exporter.export(batch).await;
            let word = if outcome.is_ok() { "exported" } else { "failed" };
            trace_spans().many([word], spans);
            // Said once, not with every batch.
            match outcome {
                Err(error) if !was_failing => tracing::warn!(%error, "traces cannot be sent"),
                Ok(()) if was_failing => tracing::info!("traces are sent again"),
                _ => {}
            }
            was_failing = word == "failed";
        }
    });
}

/// Our own HTTP client, as the exporter wants one.
#[derive(Clone)]
struct Collector(HttpClient);

impl std::fmt::Debug for Collector {
    fn fmt(&self, f: &mut std::fmt::Formatter<'_>) -> std::fmt::Result {
        f.write_str("Collector")
    }
}

#[async_trait]
impl Carrier for Collector {
    async fn send_bytes(&self, request: Request<Bytes>) -> Result<Response<Bytes>, CarrierError> {
        let (head, body) = request.into_parts();
        let url = Url::parse(&head.uri.to_string())?;
        let answer = self.0.send(self.0.post(url).headers(head.headers).body(body)).await;
        let answer = answer.map_err(|error: HttpError| Box::new(error) as CarrierError)?;
        Ok(Response::builder().status(answer.status).body(Bytes::from(answer.body))?)
    }
}
