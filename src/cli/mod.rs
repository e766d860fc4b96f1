//! The command line: arguments, the ways to run, exit codes.
//!
//! Owns where settings come from and what is printed. Leaves running to `server` and `jobs`.

mod dev;
pub mod output;

use std::io::{IsTerminal, Write};
use std::process::ExitCode;

use clap::{CommandFactory, Parser, Subcommand};

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
    start_log();
    let outcome = match command {
        Command::Dev(arguments) => dev::run(arguments),
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

/// Logs to standard error; `RUST_LOG` chooses what, warnings and one line a request by default.
fn start_log() {
    let filter = tracing_subscriber::EnvFilter::try_from_default_env()
        .unwrap_or_else(|_| tracing_subscriber::EnvFilter::new("warn,vestibule=info"));
    let colours = std::io::stderr().is_terminal();
    tracing_subscriber::fmt().with_env_filter(filter).with_ansi(colours).with_writer(std::io::stderr).init();
}
