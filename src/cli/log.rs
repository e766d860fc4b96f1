//! The log on standard error, as text or JSON, and traces beside it.

use std::fmt;
use std::io::IsTerminal;

use serde_json::{Map, Value, json};
use tracing::field::{Field, Visit};
use tracing::span::{Attributes, Id};
use tracing::{Event, Subscriber};
use tracing_subscriber::filter::{LevelFilter, Targets};
use tracing_subscriber::fmt::format::Writer;
use tracing_subscriber::fmt::time::{FormatTime, SystemTime};
use tracing_subscriber::fmt::{FmtContext, FormatEvent, FormatFields};
use tracing_subscriber::layer::{Context, SubscriberExt};
use tracing_subscriber::registry::LookupSpan;
use tracing_subscriber::util::SubscriberInitExt;
use tracing_subscriber::{EnvFilter, Layer};

use crate::config::{LogFormat, LogSettings, TelemetrySettings};
use crate::outbound::traces::Traces;

/// Begins to log, and to send traces where the settings name a collector; they are sent until the value is dropped.
///
/// # Errors
/// A sentence, when traces cannot be sent.
pub fn start(log: &LogSettings, telemetry: &TelemetrySettings) -> Result<Option<Traces>, String> {
    let filter = || EnvFilter::try_new(&log.filter).unwrap_or_else(|_| EnvFilter::new("warn,vestibule=info"));
    let lines = tracing_subscriber::fmt::layer().with_writer(std::io::stderr);
    let lines = match log.format {
        LogFormat::Text => lines.with_ansi(std::io::stderr().is_terminal()).with_filter(filter()).boxed(),
        LogFormat::Json => lines.event_format(JsonLines).with_filter(filter()).boxed(),
    };
    let traces = telemetry.otlp_endpoint.as_ref().map(Traces::start).transpose()?;
    let spans = traces.as_ref().map(|traces| {
        tracing_opentelemetry::layer()
            .with_tracer(traces.tracer())
            .with_location(false)
            .with_threads(false)
            .with_tracked_inactivity(false)
            .with_filter(Targets::new().with_target("vestibule", LevelFilter::DEBUG))
    });
    tracing_subscriber::registry().with(Correlation).with(lines).with(spans).init();
    Ok(traces)
}

/// Keeps the correlation id of a span where every line inside of it finds it.
struct Correlation;

struct CorrelationId(String);

impl<S: Subscriber + for<'a> LookupSpan<'a>> Layer<S> for Correlation {
    fn on_new_span(&self, attributes: &Attributes<'_>, id: &Id, context: Context<'_, S>) {
        let mut fields = Fields::default();
        attributes.record(&mut fields);
        if let Some(Value::String(correlation_id)) = fields.0.remove("correlation_id")
            && let Some(span) = context.span(id)
        {
            span.extensions_mut().insert(CorrelationId(correlation_id));
        }
    }
}

/// One JSON object a line: `timestamp`, `level`, `target`, `message`, `correlation_id` inside a request, and the fields.
struct JsonLines;

impl<S, N> FormatEvent<S, N> for JsonLines
where
    S: Subscriber + for<'a> LookupSpan<'a>,
    N: for<'a> FormatFields<'a> + 'static,
{
    fn format_event(
        &self,
        context: &FmtContext<'_, S, N>,
        mut writer: Writer<'_>,
        event: &Event<'_>,
    ) -> fmt::Result {
        let mut timestamp = String::new();
        SystemTime.format_time(&mut Writer::new(&mut timestamp))?;
        let mut fields = Fields::default();
        event.record(&mut fields);
        let mut line = Map::new();
        line.insert("timestamp".into(), timestamp.into());
        line.insert("level".into(), event.metadata().level().as_str().into());
        line.insert("target".into(), event.metadata().target().into());
        let scope = context.event_scope().into_iter().flatten();
        for span in scope {
            if let Some(CorrelationId(id)) = span.extensions().get::<CorrelationId>() {
                line.insert("correlation_id".into(), id.as_str().into());
                break;
            }
        }
        for (name, value) in fields.0 {
            // A field of an event never takes the place of what every line has.
            line.entry(name).or_insert(value);
        }
        writeln!(writer, "{}", Value::Object(line))
    }
}

#[derive(Default)]
struct Fields(Map<String, Value>);

impl Visit for Fields {
    fn record_i64(&mut self, field: &Field, value: i64) {
        self.0.insert(field.name().to_owned(), value.into());
    }

    fn record_u64(&mut self, field: &Field, value: u64) {
        self.0.insert(field.name().to_owned(), value.into());
    }

    fn record_f64(&mut self, field: &Field, value: f64) {
        self.0.insert(field.name().to_owned(), json!(value));
    }

    fn record_bool(&mut self, field: &Field, value: bool) {
        self.0.insert(field.name().to_owned(), value.into());
    }

    fn record_str(&mut self, field: &Field, value: &str) {
        self.0.insert(field.name().to_owned(), value.into());
    }

    fn record_debug(&mut self, field: &Field, value: &dyn fmt::Debug) {
        self.0.insert(field.name().to_owned(), format!("{value:?}").into());
    }
}
