//! The command line: arguments, the ways to run, exit codes.
//!
//! Owns where settings come from and what is printed. Leaves running to `server` and `jobs`.

mod apply;
mod assignments;
mod audit;
mod backup;
mod check;
mod choose;
mod client;
mod demonstration;
mod dev;
mod doctor;
mod domain;
mod evolve;
mod export;
mod export_users;
mod group;
mod health;
mod import;
mod keys;
mod log;
mod migrate;
pub mod operator;
pub mod output;
mod pool;
mod provider;
mod reference;
mod resource_server;
mod secrets;
mod serve;
mod texts;
mod theme;
mod user;

use std::io::Write;
use std::process::ExitCode;

use clap::{CommandFactory, Parser, Subcommand};
use tracing_subscriber::EnvFilter;

use crate::config::{self, LogSettings, TelemetrySettings};

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
    /// Compare a declaration of pools with what there is, and write the difference.
    Apply(apply::ApplyArguments),
    /// Write what there is as a declaration.
    Export(export::ExportArguments),
    /// Run the server: production, by a configuration file and VESTIBULE_* variables.
    Serve(serve::ServeArguments),
    /// Find everything that is wrong with the settings and with what they speak of, and say how to mend it.
    Check(check::CheckArguments),
    /// Bring the database's tables to the version of this program.
    Migrate(migrate::MigrateArguments),
    /// Ask the running server how it is; for a container's health check.
    Health(health::HealthArguments),
    /// Print docs/configuration.md.
    #[command(hide = true)]
    ConfigDocs,
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
    /// The identity providers of a pool: other places where its people may sign in.
    Provider(provider::ProviderArguments),
    /// The groups of a pool.
    Group(group::GroupArguments),
    /// The APIs whose scopes a pool gives out.
    ResourceServer(resource_server::ResourceServerArguments),
    /// The texts that a pool says in words of its own.
    Texts(texts::TextsArguments),
    /// The host names that pools answer at.
    Domain(domain::DomainArguments),
    /// How the pages look: the themes there are, and whether one is sound.
    Theme(theme::ThemeArguments),
    /// What happened, who did it and to what.
    Audit(audit::AuditArguments),
    /// Make, show and change keys.
    Keys(keys::KeysArguments),
    /// Write the whole database into a sealed file, while servers run.
    Backup(backup::BackupArguments),
    /// Load a backup into an empty database.
    Restore(backup::RestoreArguments),
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
        Command::Apply(arguments) => match apply::run(&arguments) {
            Ok(code) => return code,
            Err(message) => Err(message),
        },
        Command::Export(arguments) => export::run(&arguments),
        Command::Serve(arguments) => serve::run(&arguments),
        Command::Check(arguments) => check::run(&arguments),
        Command::Migrate(arguments) => migrate::run(&arguments),
        Command::Health(arguments) => health::run(&arguments),
        Command::ConfigDocs => {
            std::io::stdout().write_all(config::reference().as_bytes()).map_err(|e| e.to_string())
        }
        Command::Import(arguments) => import::run(&arguments),
        Command::ExportUsers(arguments) => export_users::run(&arguments),
        Command::Schema(arguments) => evolve::schema(arguments),
        Command::SignInNames(arguments) => evolve::sign_in_names(arguments),
        Command::Doctor(arguments) => doctor::run(&arguments),
        Command::User(arguments) => user::run(arguments),
        Command::Pool(arguments) => pool::run(arguments),
        Command::Client(arguments) => client::run(arguments),
        Command::Provider(arguments) => provider::run(arguments),
        Command::Group(arguments) => group::run(arguments),
        Command::ResourceServer(arguments) => resource_server::run(arguments),
        Command::Texts(arguments) => texts::run(arguments),
        Command::Domain(arguments) => domain::run(arguments),
        Command::Theme(arguments) => theme::run(arguments),
        Command::Audit(arguments) => audit::run(arguments),
        Command::Keys(arguments) => keys::run(arguments),
        Command::Backup(arguments) => backup::run(arguments),
        Command::Restore(arguments) => backup::restore(arguments),
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
