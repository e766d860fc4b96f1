//! `vestibule resource-server`: the APIs whose scopes a pool gives out.

use clap::{Args, Subcommand};
use serde::Serialize;

use super::choose::{InPool, sentence};
use super::output::printed;
use super::secrets::YesArgument;
use crate::directory::resource_servers;
use crate::model::resource_server::{ResourceScope, ResourceServer};

/// Arguments of `vestibule resource-server`.
#[derive(Args, Clone)]
pub struct ResourceServerArguments {
    #[command(subcommand)]
    command: ResourceServerCommand,
}

#[derive(Subcommand, Clone)]
enum ResourceServerCommand {
    /// List the resource servers of a pool.
    ///
    /// JSON: an array of `pool`, `identifier`, `name`, `scopes` (array of `name`, `description`).
    List(InPool),
    /// Make a resource server, or replace one with all its scopes.
    ///
    /// JSON: `pool`, `identifier`, `name`, `scopes`.
    Put(PutArguments),
    /// Delete a resource server; nobody can ask for its scopes any more.
    ///
    /// JSON: `pool`, `identifier`, `deleted`.
    Delete(DeleteArguments),
}

#[derive(Args, Clone)]
struct PutArguments {
    /// The identifier; a scope is asked for as IDENTIFIER/SCOPE.
    #[arg(value_name = "IDENTIFIER")]
    identifier: String,
    /// The name for people; the identifier when absent.
    #[arg(long)]
    name: Option<String>,
    /// A scope and what it allows. May be given several times.
    #[arg(long = "scope", value_name = "SCOPE=DESCRIPTION", value_parser = scope)]
    scopes: Vec<ResourceScope>,
    #[command(flatten)]
    place: InPool,
}

#[derive(Args, Clone)]
struct DeleteArguments {
    /// The identifier.
    #[arg(value_name = "IDENTIFIER")]
    identifier: String,
    #[command(flatten)]
    yes: YesArgument,
    #[command(flatten)]
    place: InPool,
}

fn scope(text: &str) -> Result<ResourceScope, String> {
    let (name, description) = text.split_once('=').unwrap_or((text, text));
    Ok(ResourceScope { name: name.to_owned(), description: description.to_owned() })
}

#[derive(Serialize)]
struct Entry<'a> {
    pool: &'a str,
    identifier: &'a str,
    name: &'a str,
    scopes: &'a [ResourceScope],
}

impl<'a> Entry<'a> {
    fn of(server: &'a ResourceServer) -> Self {
        Self {
            pool: server.pool_id.as_str(),
            identifier: &server.identifier,
            name: &server.name,
            scopes: &server.scopes,
        }
    }

    fn row(&self) -> Vec<String> {
        let scopes: Vec<&str> = self.scopes.iter().map(|scope| scope.name.as_str()).collect();
        vec![self.identifier.to_owned(), self.name.to_owned(), scopes.join(" ")]
    }
}

#[derive(Serialize)]
struct Deleted<'a> {
    pool: &'a str,
    identifier: &'a str,
    deleted: bool,
}

/// Runs a command.
///
/// # Errors
/// A sentence that says what to do.
pub fn run(arguments: ResourceServerArguments) -> Result<(), String> {
    match arguments.command {
        ResourceServerCommand::List(place) => place.run(|env, pool, output| async move {
            let all = resource_servers::list(&env, &pool).await.map_err(sentence)?;
            let entries: Vec<Entry<'_>> = all.iter().map(Entry::of).collect();
            let rows: Vec<Vec<String>> = entries.iter().map(Entry::row).collect();
            printed(output.many(&entries, &["identifier", "name", "scopes"], &rows))
        }),
        ResourceServerCommand::Put(arguments) => {
            let PutArguments { identifier, name, scopes, place } = arguments;
            place.run(|env, pool, output| async move {
                let name = name.unwrap_or_else(|| identifier.clone());
                let server = ResourceServer { pool_id: pool.id.clone(), identifier, name, scopes };
                resource_servers::put(&env, &pool, server.clone()).await.map_err(sentence)?;
                printed(output.done(&Entry::of(&server), &format!("{}: stored", server.identifier)))
            })
        }
        ResourceServerCommand::Delete(DeleteArguments { identifier, yes, place }) => {
            place.run(|env, pool, output| async move {
                yes.confirm(&format!("Delete the resource server {identifier} of the pool {}?", pool.name))?;
                resource_servers::delete(&env, &pool, &identifier).await.map_err(sentence)?;
                let deleted = Deleted { pool: pool.id.as_str(), identifier: &identifier, deleted: true };
                printed(output.done(&deleted, &format!("{identifier}: deleted")))
            })
        }
    }
}
