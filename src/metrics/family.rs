//! The kinds of families: counters, gauges and timings whose labels cannot hold what a request brought.

use std::time::Instant;

use prometheus::core::Collector;
use prometheus::{HistogramOpts, HistogramVec, IntCounterVec, IntGauge, Opts, Registry};

/// Seconds, from a look-up in memory to what somebody waits for in vain.
const BUCKETS: [f64; 14] =
    [0.0005, 0.001, 0.0025, 0.005, 0.01, 0.025, 0.05, 0.1, 0.25, 0.5, 1.0, 2.5, 5.0, 10.0];

/// A counter with `N` labels.
#[derive(Clone)]
pub struct Counter<const N: usize>(IntCounterVec);

impl<const N: usize> Counter<N> {
    pub(super) fn new(name: &str, help: &str, labels: [&str; N]) -> Self {
        Self(IntCounterVec::new(Opts::new(name, help), &labels).expect("the name is one of Prometheus"))
    }

    /// Shows these labels with 0 before the first event, so that a rate can be told from a silence.
    pub(super) fn beginning_at_zero(self, all: &[[&'static str; N]]) -> Self {
        for labels in all {
            self.0.with_label_values(labels).inc_by(0);
        }
        self
    }

    /// Counts one.
    pub fn one(&self, labels: [&'static str; N]) {
        self.0.with_label_values(&labels).inc();
    }

    /// Counts several.
    pub fn many(&self, labels: [&'static str; N], how_many: usize) {
        self.0.with_label_values(&labels).inc_by(u64::try_from(how_many).unwrap_or(u64::MAX));
    }

    /// What was counted.
    pub fn get(&self, labels: [&'static str; N]) -> u64 {
        self.0.with_label_values(&labels).get()
    }

    pub(super) fn register(&self, registry: &Registry) {
        register(registry, self.0.clone());
    }
}

/// A number that goes up and down.
#[derive(Clone)]
pub struct Gauge(IntGauge);

impl Gauge {
    pub(super) fn new(name: &str, help: &str) -> Self {
        Self(IntGauge::new(name, help).expect("the name is one of Prometheus"))
    }

    /// Says how many there are now.
    pub fn set(&self, value: i64) {
        self.0.set(value);
    }

    /// How many there are.
    pub fn get(&self) -> i64 {
        self.0.get()
    }

    /// One more until the guard is dropped.
    pub fn hold(&self) -> Held {
        self.0.inc();
        Held(self.0.clone())
    }

    pub(super) fn register(&self, registry: &Registry) {
        register(registry, self.0.clone());
    }
}

/// One of a [`Gauge`]; gone when dropped.
pub struct Held(IntGauge);

impl Drop for Held {
    fn drop(&mut self) {
        self.0.dec();
    }
}

/// How long something takes, with `N` labels.
#[derive(Clone)]
pub struct Timing<const N: usize>(HistogramVec);

impl<const N: usize> Timing<N> {
    pub(super) fn new(name: &str, help: &str, labels: [&str; N]) -> Self {
        let options = HistogramOpts::new(name, help).buckets(BUCKETS.to_vec());
        Self(HistogramVec::new(options, &labels).expect("the name is one of Prometheus"))
    }

    /// Shows these labels before the first event.
    pub(super) fn beginning_at_zero(self, all: &[[&'static str; N]]) -> Self {
        for labels in all {
            let _ = self.0.with_label_values(labels);
        }
        self
    }

    /// Notes how long it took since `watch` was started.
    pub fn observe(&self, labels: [&'static str; N], watch: &Stopwatch) {
        self.0.with_label_values(&labels).observe(watch.seconds());
    }

    pub(super) fn register(&self, registry: &Registry) {
        register(registry, self.0.clone());
    }
}

pub(super) fn register(registry: &Registry, family: impl Collector + 'static) {
    registry.register(Box::new(family)).expect("each family has a name of its own");
}

/// Measures how long something takes; what the time is, only `env.clock` says.
#[derive(Debug, Clone, Copy)]
pub struct Stopwatch(Instant);

impl Stopwatch {
    /// Begins to measure.
    #[expect(
        clippy::disallowed_methods,
        reason = "a length of time for an operator, on which nothing depends"
    )]
    pub fn start() -> Self {
        Self(Instant::now())
    }

    /// Seconds since the start.
    pub fn seconds(&self) -> f64 {
        self.0.elapsed().as_secs_f64()
    }
}
