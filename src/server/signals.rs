//! The signals of an operator: stop, and look at the certificate again.
//!
//! Each is listened for from the moment its value is made, so that one that comes while the server starts is not lost
//! and does not end the process in the way of the operating system.

#[cfg(unix)]
use tokio::signal::unix::{Signal, SignalKind, signal};

/// SIGTERM and SIGINT.
pub(super) struct Stop {
    #[cfg(unix)]
    terminate: Option<Signal>,
    #[cfg(unix)]
    interrupt: Option<Signal>,
}

/// SIGHUP.
pub(super) struct HangUp {
    #[cfg(unix)]
    signal: Option<Signal>,
}

#[cfg(unix)]
impl Stop {
    pub(super) fn listen() -> Self {
        Self {
            terminate: signal(SignalKind::terminate()).ok(),
            interrupt: signal(SignalKind::interrupt()).ok(),
        }
    }

    /// Ready when one of them came; may be asked again for the next one.
    pub(super) async fn received(&mut self) {
        tokio::select! {
            () = next(&mut self.terminate) => {}
            () = next(&mut self.interrupt) => {}
        }
    }
}

#[cfg(unix)]
impl HangUp {
    pub(super) fn listen() -> Self {
        Self { signal: signal(SignalKind::hangup()).ok() }
    }

    /// Ready when it came; may be asked again for the next one.
    pub(super) async fn received(&mut self) {
        next(&mut self.signal).await;
    }
}

#[cfg(unix)]
async fn next(signal: &mut Option<Signal>) {
    match signal {
        Some(signal) => drop(signal.recv().await),
        None => std::future::pending().await,
    }
}

#[cfg(not(unix))]
impl Stop {
    pub(super) fn listen() -> Self {
        Self {}
    }

    pub(super) async fn received(&mut self) {
        let _ = tokio::signal::ctrl_c().await;
    }
}

#[cfg(not(unix))]
impl HangUp {
    pub(super) fn listen() -> Self {
        Self {}
    }

    pub(super) async fn received(&mut self) {
        std::future::pending().await
    }
}
