//! `vestibule user list`: page by page, so that a pool of any size streams.

use std::io::{self, Write};

use clap::Args;

use super::view::Entry;
use crate::cli::choose::{InPool, sentence};
use crate::cli::output::{OutputArguments, Table, json_line, note, printed};
use crate::directory::groups;
use crate::directory::search;
use crate::env::Env;
use crate::model::ids::UserId;
use crate::model::pool::UserPool;
use crate::model::user::{User, UserStatus};
use crate::store::user_search::Wanted;

/// People read at once.
const PAGE: u32 = 500;

/// Arguments of `vestibule user list`.
#[derive(Args, Clone)]
pub(super) struct ListArguments {
    /// A filter as Cognito's ListUsers has it: `email ^= "ada"`, `username = "ada"`, `status = "Enabled"`,
    /// `cognito:user_status = "CONFIRMED"`, `sub = "…"`, or any attribute of the pool.
    #[arg(long, value_name = "FILTER")]
    filter: Option<String>,
    /// Only this status: UNCONFIRMED, CONFIRMED, FORCE_CHANGE_PASSWORD, RESET_REQUIRED, EXTERNAL_PROVIDER.
    #[arg(long, value_parser = status)]
    status: Option<UserStatus>,
    /// Only accounts that are on.
    #[arg(long, conflicts_with = "disabled")]
    enabled: bool,
    /// Only accounts that are off.
    #[arg(long)]
    disabled: bool,
    /// Only members of this group.
    #[arg(long, value_name = "GROUP")]
    group: Option<String>,
    /// At most so many.
    #[arg(long, value_name = "NUMBER", value_parser = clap::value_parser!(u32).range(1..))]
    limit: Option<u32>,
    /// Go on after this id, which ended the last page.
    #[arg(long, value_name = "ID")]
    after: Option<String>,
    #[command(flatten)]
    place: InPool,
}

fn status(text: &str) -> Result<UserStatus, String> {
    UserStatus::parse(&text.to_uppercase().replace('-', "_")).ok_or_else(|| {
        "it is UNCONFIRMED, CONFIRMED, FORCE_CHANGE_PASSWORD, RESET_REQUIRED or EXTERNAL_PROVIDER".to_owned()
    })
}

pub(super) fn run(arguments: ListArguments) -> Result<(), String> {
    arguments
        .place
        .clone()
        .run(|env, pool, output| async move { list(&env, &pool, output, &arguments).await })
}

async fn list(
    env: &Env,
    pool: &UserPool,
    output: OutputArguments,
    arguments: &ListArguments,
) -> Result<(), String> {
    let mut wanted = Wanted {
        enabled: if arguments.enabled { Some(true) } else { arguments.disabled.then_some(false) },
        group: arguments.group.clone(),
        after: arguments.after.clone().map(UserId::trusted),
        ..Wanted::default()
    };
    if let Some(group) = &arguments.group {
        let all = groups::list(env, pool).await.map_err(sentence)?;
        if !all.iter().any(|(one, _)| one.name == *group) {
            return Err(format!("the pool has no group {group}; see `vestibule group list`"));
        }
    }
    if let Some(filter) = &arguments.filter {
        search::add_filter(pool, &mut wanted, filter)?;
    }
    wanted.status = arguments.status.or(wanted.status);
    let mut table = Table::new(&["id", "username", "status", "enabled", "email", "phone", "created"]);
    let mut left = arguments.limit;
    loop {
        let size = left.map_or(PAGE, |left| left.min(PAGE));
        // One more than is shown says whether there is another page.
        let mut people = search::page(env, pool, &wanted, size + 1).await.map_err(sentence)?;
        let more = people.len() > size as usize;
        people.truncate(size as usize);
        let outcome = write(&people, output, &mut table);
        let reader_is_gone = outcome.as_ref().is_err_and(|e| e.kind() == io::ErrorKind::BrokenPipe);
        printed(outcome)?;
        left = left.map(|left| left - u32::try_from(people.len()).unwrap_or(left));
        let Some(last) = people.last().filter(|_| more && !reader_is_gone) else { return Ok(()) };
        if left == Some(0) {
            note(&format!("there are more: --after {}", last.id));
            return Ok(());
        }
        wanted.after = Some(last.id.clone());
    }
}

fn write(people: &[User], output: OutputArguments, table: &mut Table) -> io::Result<()> {
    let mut out = io::BufWriter::new(io::stdout().lock());
    if output.json {
        for user in people {
            json_line(&mut out, &Entry::of(user))?;
        }
        return out.flush();
    }
    let rows: Vec<Vec<String>> = people.iter().map(row).collect();
    table.rows(&mut out, &rows)
}

fn row(user: &User) -> Vec<String> {
    let attribute = |name: &str| user.attributes.get(name).cloned().unwrap_or_default();
    let entry = Entry::of(user);
    vec![
        entry.id,
        entry.username,
        entry.status.to_owned(),
        entry.enabled.to_string(),
        attribute("email"),
        attribute("phone_number"),
        entry.created_at,
    ]
}
