//! Spans on their way to a collector.

use std::sync::LazyLock;

use super::family::Counter;

/// Finished spans by what became of them. Of the process and not of a server in it: so is the log that they come with.
pub fn trace_spans() -> &'static Counter<1> {
    static SPANS: LazyLock<Counter<1>> = LazyLock::new(|| {
        let help = "Finished spans, by what became of them.";
        Counter::new("vestibule_trace_spans_total", help, ["outcome"]).beginning_at_zero(&[
            ["exported"],
            ["dropped"],
            ["failed"],
        ])
    });
    &SPANS
}
