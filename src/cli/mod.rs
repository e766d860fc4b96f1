//! The command line: arguments, the ways to run, exit codes.
//!
//! Owns where settings come from and what is printed. Leaves running to `server` and `jobs`.

mod dev;
mod log;
pub mod operator;
pub mod output;
mod serve;

use std::io::Write;
use std::process::ExitCode;

use clap::{CommandFactory, Parser, Subcommand};
use tracing_subscriber::EnvFilter;

use crate::config::{LogSettings, TelemetrySettings};

/// Self-hosted OAuth 2.0 / OpenID Connect authorization server.
#[derive(Parser)]
#[command(name = "vestibule", version, about)]
struct Arguments {
    #[command(subcommand)]
    command: Option<Command>,
}

#[derive(Subcommand)]
enum Command {
    /// Run the development server: demonstration pools, a mailbox, a playground, loopback only.
    Dev(dev::DevArguments),
    /// Run the server: production, by a configuration file and VESTIBULE_* variables.
    Serve(serve::ServeArguments),
}

/// Runs the command line and says how it ended.
pub fn main() -> ExitCode {
    let command = match Arguments::parse().command {
        Some(command) => command,
        // `cargo run` is the development server; an installed binary does nothing by surprise.
        None if cfg!(debug_assertions) => Command::Dev(dev::DevArguments::default_values()),
        None => {
            let _ = Arguments::command().print_help();
            return ExitCode::from(2);
        }
    };
    if rustls::crypto::aws_lc_rs::default_provider().install_default().is_err() {
        return failed("another TLS provider is already installed");
    }
    let outcome = match command {
        Command::Dev(arguments) => {
            log::start(&development_log(), &TelemetrySettings::default()).and_then(|_| dev::run(arguments))
        }
        Command::Serve(arguments) => serve::run(&arguments),
    };
    match outcome {
        Ok(()) => ExitCode::SUCCESS,
        Err(message) => failed(&message),
    }
}

fn failed(message: &str) -> ExitCode {
    let _ = writeln!(std::io::stderr(), "vestibule: {message}");
    ExitCode::FAILURE
}

/// Outside of production `RUST_LOG` chooses what is logged; warnings and one line a request by default.
fn development_log() -> LogSettings {
    let default = LogSettings::default();
    let filter = std::env::var("RUST_LOG").ok().filter(|filter| EnvFilter::try_new(filter).is_ok());
    LogSettings { filter: filter.unwrap_or(default.filter), ..default }
}
