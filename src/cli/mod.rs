//! The command line: arguments, the ways to run, exit codes.
//!
//! Owns where settings come from and what is printed. Leaves running to `server` and `jobs`.

mod assignments;
mod audit;
mod choose;
mod client;
mod dev;
mod doctor;
mod domain;
mod evolve;
mod export_users;
mod group;
mod import;
pub mod operator;
pub mod output;
mod pool;
mod reference;
mod resource_server;
mod secrets;
mod serve;
mod user;

use std::io::{IsTerminal, Write};
use std::process::ExitCode;

use clap::{CommandFactory, Parser, Subcommand};
use tracing_subscriber::EnvFilter;

use crate::config::{LogFormat, LogSettings};

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
    /// Take people in from a file.
    Import(import::ImportArguments),
    /// Write people to a file.
    ExportUsers(export_users::ExportArguments),
    /// Change the attributes of a pool.
    Schema(evolve::SchemaArguments),
    /// Change what people sign in with.
    SignInNames(evolve::SignInNamesArguments),
    /// Find what does not fit together in a pool.
    Doctor(doctor::DoctorArguments),
    /// The people of a pool.
    User(user::UserArguments),
    /// Pools and their settings.
    Pool(pool::PoolArguments),
    /// App clients and their secrets.
    Client(client::ClientArguments),
    /// The groups of a pool.
    Group(group::GroupArguments),
    /// The APIs whose scopes a pool gives out.
    ResourceServer(resource_server::ResourceServerArguments),
    /// The host names that pools answer at.
    Domain(domain::DomainArguments),
    /// What happened, who did it and to what.
    Audit(audit::AuditArguments),
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
            start_log(&development_log());
            dev::run(arguments)
        }
        Command::Serve(arguments) => serve::run(&arguments),
        Command::Import(arguments) => import::run(&arguments),
        Command::ExportUsers(arguments) => export_users::run(&arguments),
        Command::Schema(arguments) => evolve::schema(arguments),
        Command::SignInNames(arguments) => evolve::sign_in_names(arguments),
        Command::Doctor(arguments) => doctor::run(&arguments),
        Command::User(arguments) => user::run(arguments),
        Command::Pool(arguments) => pool::run(arguments),
        Command::Client(arguments) => client::run(arguments),
        Command::Group(arguments) => group::run(arguments),
        Command::ResourceServer(arguments) => resource_server::run(arguments),
        Command::Domain(arguments) => domain::run(arguments),
        Command::Audit(arguments) => audit::run(arguments),
    };
    match outcome {
        Ok(()) => ExitCode::SUCCESS,
        Err(message) => failed(&message),
    }
}

/// `docs/commands.md` as it should be.
pub fn reference() -> String {
    reference::reference(&Arguments::command())
}

fn failed(message: &str) -> ExitCode {
    // A sentence may repeat what somebody typed.
    let lines: Vec<String> = message.lines().map(output::printable).collect();
    let _ = writeln!(std::io::stderr(), "vestibule: {}", lines.join("\n"));
    ExitCode::FAILURE
}

/// Outside of production `RUST_LOG` chooses what is logged; warnings and one line a request by default.
fn development_log() -> LogSettings {
    let default = LogSettings::default();
    let filter = std::env::var("RUST_LOG").ok().filter(|filter| EnvFilter::try_new(filter).is_ok());
    LogSettings { filter: filter.unwrap_or(default.filter), ..default }
}

/// Logs to standard error, as the settings say.
fn start_log(settings: &LogSettings) {
    let filter =
        EnvFilter::try_new(&settings.filter).unwrap_or_else(|_| EnvFilter::new("warn,vestibule=info"));
    let log = tracing_subscriber::fmt().with_env_filter(filter).with_writer(std::io::stderr);
    match settings.format {
        LogFormat::Text => log.with_ansi(std::io::stderr().is_terminal()).init(),
        LogFormat::Json => log.json().init(),
    }
}
