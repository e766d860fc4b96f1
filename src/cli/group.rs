//! `vestibule group`: the groups of a pool. Members come and go with `vestibule user group`.

use clap::{Args, Subcommand};
use serde::Serialize;

use super::choose::{InPool, sentence};
use super::output::{printed, time};
use super::secrets::YesArgument;
use crate::directory::groups;
use crate::model::group::Group;

/// Arguments of `vestibule group`.
#[derive(Args, Clone)]
pub struct GroupArguments {
    #[command(subcommand)]
    command: GroupCommand,
}

#[derive(Subcommand, Clone)]
enum GroupCommand {
    /// List the groups of a pool. `user list --group` lists the members of one.
    ///
    /// JSON: an array of `pool`, `name`, `description`, `precedence`, `role_arn`, `members` (number), `created_at`.
    List(InPool),
    /// Make a group.
    ///
    /// JSON: `pool`, `name`, `description`, `precedence`, `role_arn`, `members`, `created_at`.
    Create(CreateArguments),
    /// Delete a group; its members stay people.
    ///
    /// JSON: `pool`, `name`, `deleted`.
    Delete(DeleteArguments),
}

#[derive(Args, Clone)]
struct CreateArguments {
    /// The name, 1 to 128 characters without white space.
    #[arg(value_name = "GROUP")]
    name: String,
    /// What it is for.
    #[arg(long)]
    description: Option<String>,
    /// The lower, the more important.
    #[arg(long, value_name = "NUMBER")]
    precedence: Option<i64>,
    /// The role of its members, an ARN.
    #[arg(long, value_name = "ARN")]
    role_arn: Option<String>,
    #[command(flatten)]
    place: InPool,
}

#[derive(Args, Clone)]
struct DeleteArguments {
    /// The group.
    #[arg(value_name = "GROUP")]
    name: String,
    #[command(flatten)]
    yes: YesArgument,
    #[command(flatten)]
    place: InPool,
}

#[derive(Serialize)]
struct Entry {
    pool: String,
    name: String,
    description: Option<String>,
    precedence: Option<i64>,
    role_arn: Option<String>,
    members: i64,
    created_at: String,
}

impl Entry {
    fn of(group: &Group, members: i64) -> Self {
        Self {
            pool: group.pool_id.to_string(),
            name: group.name.clone(),
            description: group.description.clone(),
            precedence: group.precedence,
            role_arn: group.role_arn.clone(),
            members,
            created_at: time(group.created_at),
        }
    }

    fn row(&self) -> Vec<String> {
        let precedence = self.precedence.map(|number| number.to_string()).unwrap_or_default();
        let description = self.description.clone().unwrap_or_default();
        vec![self.name.clone(), self.members.to_string(), precedence, description]
    }
}

#[derive(Serialize)]
struct Deleted<'a> {
    pool: &'a str,
    name: &'a str,
    deleted: bool,
}

/// Runs a command.
///
/// # Errors
/// A sentence that says what to do.
pub fn run(arguments: GroupArguments) -> Result<(), String> {
    match arguments.command {
        GroupCommand::List(place) => place.run(|env, pool, output| async move {
            let all = groups::list(&env, &pool).await.map_err(sentence)?;
            let entries: Vec<Entry> = all.iter().map(|(group, members)| Entry::of(group, *members)).collect();
            let rows: Vec<Vec<String>> = entries.iter().map(Entry::row).collect();
            printed(output.many(&entries, &["name", "members", "precedence", "description"], &rows))
        }),
        GroupCommand::Create(arguments) => {
            let CreateArguments { name, description, precedence, role_arn, place } = arguments;
            place.run(|env, pool, output| async move {
                let created_at = env.now();
                let group =
                    Group { pool_id: pool.id.clone(), name, description, precedence, role_arn, created_at };
                groups::create(&env, &pool, group.clone()).await.map_err(sentence)?;
                printed(output.done(&Entry::of(&group, 0), &format!("{}: created", group.name)))
            })
        }
        GroupCommand::Delete(DeleteArguments { name, yes, place }) => {
            place.run(|env, pool, output| async move {
                yes.confirm(&format!("Delete the group {name} of the pool {}?", pool.name))?;
                groups::delete(&env, &pool, &name).await.map_err(sentence)?;
                let deleted = Deleted { pool: pool.id.as_str(), name: &name, deleted: true };
                printed(output.done(&deleted, &format!("{name}: deleted")))
            })
        }
    }
}
