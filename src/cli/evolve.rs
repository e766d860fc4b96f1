//! `vestibule schema` and `vestibule sign-in-names`: changing what Cognito freezes.

use std::io;

use clap::{Args, Subcommand, ValueEnum};
use serde::Serialize;

use super::choose::PoolChoice;
use super::operator::{ConfigArguments, with_env};
use super::output::{OutputArguments, table};
use crate::directory::evolve::{self, Effect, EvolveError, Listing, Preview, Wish};
use crate::model::attributes::{AttributeSchema, AttributeType, STANDARD_ATTRIBUTES};
use crate::model::ids::UserId;
use crate::model::pool::{ContactKind, SignInAlias, SignInNames, UserPool};

/// The attributes of a pool: add, remove, rename, other rules.
#[derive(Args)]
pub(super) struct SchemaArguments {
    #[command(subcommand)]
    command: SchemaCommand,
}

#[derive(Subcommand)]
enum SchemaCommand {
    /// The rules of all attributes.
    List(PlaceArguments),
    /// A new attribute; custom ones begin with `custom:`.
    Add {
        /// Its name.
        name: String,
        /// The type of its values.
        #[arg(long = "type", value_enum, default_value = "string")]
        value_type: TypeArgument,
        /// Sign-up needs it.
        #[arg(long)]
        required: bool,
        /// It never changes once set.
        #[arg(long)]
        immutable: bool,
        #[command(flatten)]
        limits: LimitArguments,
        #[command(flatten)]
        change: ChangeArguments,
    },
    /// End an attribute.
    Remove {
        /// Its name.
        name: String,
        /// Delete the values that people have.
        #[arg(long)]
        drop_values: bool,
        #[command(flatten)]
        change: ChangeArguments,
    },
    /// Give an attribute another name, with its values, its rules and the clients' rights.
    Rename {
        /// The present name.
        from: String,
        /// The new one.
        to: String,
        #[command(flatten)]
        change: ChangeArguments,
    },
    /// Another type of values.
    Retype {
        /// The attribute.
        name: String,
        /// The type.
        #[arg(value_enum)]
        value_type: TypeArgument,
        #[command(flatten)]
        change: ChangeArguments,
    },
    /// Sign-up needs it from now on.
    Require {
        /// The attribute.
        name: String,
        /// People without a value stay so.
        #[arg(long)]
        leave_missing: bool,
        #[command(flatten)]
        change: ChangeArguments,
    },
    /// Sign-up does not need it any more.
    Optional {
        /// The attribute.
        name: String,
        #[command(flatten)]
        change: ChangeArguments,
    },
    /// Other limits: fewest and most characters, or smallest and largest number. What is not given ends.
    Limit {
        /// The attribute.
        name: String,
        #[command(flatten)]
        limits: LimitArguments,
        #[command(flatten)]
        change: ChangeArguments,
    },
    /// Whether it may change once it is set.
    Mutable {
        /// The attribute.
        name: String,
        /// `true` or `false`.
        #[arg(action = clap::ArgAction::Set)]
        mutable: bool,
        #[command(flatten)]
        change: ChangeArguments,
    },
}

/// What people sign in with.
#[derive(Args)]
pub(super) struct SignInNamesArguments {
    #[command(subcommand)]
    command: SignInNamesCommand,
}

#[derive(Subcommand)]
enum SignInNamesCommand {
    /// What people sign in with now.
    Show(PlaceArguments),
    /// Change it; what is not given stays.
    Set {
        /// Whether `Ada` and `ada` are two user names.
        #[arg(long, value_enum)]
        case: Option<CaseArgument>,
        /// Addresses that stand in for the user name; `none` for user names that people choose.
        #[arg(long, value_enum, value_delimiter = ',')]
        instead: Option<Vec<InsteadArgument>>,
        /// Names that work beside the user name; `none` for none.
        #[arg(long, value_enum, value_delimiter = ',')]
        alias: Option<Vec<AliasArgument>>,
        #[command(flatten)]
        change: ChangeArguments,
    },
}

#[derive(Args)]
struct PlaceArguments {
    #[command(flatten)]
    pool: PoolChoice,
    #[command(flatten)]
    output: OutputArguments,
    #[command(flatten)]
    config: ConfigArguments,
}

#[derive(Args)]
struct ChangeArguments {
    #[command(flatten)]
    place: PlaceArguments,
    /// List who is in the way and what would change, and change nothing.
    #[arg(long)]
    dry_run: bool,
    /// How many of those in the way are listed.
    #[arg(long, value_name = "N", default_value_t = 50)]
    list: usize,
    /// List those with a later id: the next page.
    #[arg(long, value_name = "ID")]
    after: Option<String>,
}

#[derive(Args)]
struct LimitArguments {
    /// Fewest characters, or the smallest number.
    #[arg(long = "min", value_name = "N", allow_negative_numbers = true)]
    minimum: Option<i64>,
    /// Most characters, or the largest number.
    #[arg(long = "max", value_name = "N", allow_negative_numbers = true)]
    maximum: Option<i64>,
}

#[derive(Clone, Copy, ValueEnum)]
enum TypeArgument {
    String,
    Number,
    Boolean,
    DateTime,
}

#[derive(Clone, Copy, ValueEnum)]
enum CaseArgument {
    Sensitive,
    Insensitive,
}

#[derive(Clone, Copy, PartialEq, ValueEnum)]
enum InsteadArgument {
    Email,
    #[value(name = "phone_number")]
    PhoneNumber,
    None,
}

#[derive(Clone, Copy, PartialEq, ValueEnum)]
enum AliasArgument {
    Email,
    #[value(name = "phone_number")]
    PhoneNumber,
    #[value(name = "preferred_username")]
    PreferredUsername,
    None,
}

impl From<TypeArgument> for AttributeType {
    fn from(argument: TypeArgument) -> Self {
        match argument {
            TypeArgument::String => Self::String,
            TypeArgument::Number => Self::Number,
            TypeArgument::Boolean => Self::Boolean,
            TypeArgument::DateTime => Self::DateTime,
        }
    }
}

pub(super) fn schema(arguments: SchemaArguments) -> Result<(), String> {
    match arguments.command {
        SchemaCommand::List(place) => show(&place, |pool| Ok(list_schema(pool))),
        SchemaCommand::Add { name, value_type, required, immutable, limits, change } => {
            let schema = AttributeSchema {
                name,
                value_type: value_type.into(),
                required,
                mutable: !immutable,
                minimum: limits.minimum,
                maximum: limits.maximum,
            };
            carry_out(&change, move |_| Ok(Wish::Add(schema.clone())))
        }
        SchemaCommand::Remove { name, drop_values, change } => {
            carry_out(&change, move |_| Ok(Wish::Remove { name: name.clone(), drop_values }))
        }
        SchemaCommand::Rename { from, to, change } => {
            carry_out(&change, move |_| Ok(Wish::Rename { from: from.clone(), to: to.clone() }))
        }
        SchemaCommand::Retype { name, value_type, change } => {
            rules(&change, name, false, move |schema| schema.value_type = value_type.into())
        }
        SchemaCommand::Require { name, leave_missing, change } => {
            rules(&change, name, leave_missing, |schema| schema.required = true)
        }
        SchemaCommand::Optional { name, change } => {
            rules(&change, name, false, |schema| schema.required = false)
        }
        SchemaCommand::Limit { name, limits, change } => rules(&change, name, false, move |schema| {
            (schema.minimum, schema.maximum) = (limits.minimum, limits.maximum);
        }),
        SchemaCommand::Mutable { name, mutable, change } => {
            rules(&change, name, false, move |schema| schema.mutable = mutable)
        }
    }
}

pub(super) fn sign_in_names(arguments: SignInNamesArguments) -> Result<(), String> {
    match arguments.command {
        SignInNamesCommand::Show(place) => show(&place, |pool| Ok(list_names(&pool.settings.sign_in))),
        SignInNamesCommand::Set { case: None, instead: None, alias: None, .. } => {
            Err("nothing to set; say what with --case, --instead or --alias".into())
        }
        SignInNamesCommand::Set { case, instead, alias, change } => carry_out(&change, move |pool| {
            let mut names = pool.settings.sign_in.clone();
            if let Some(case) = case {
                names.case_sensitive = matches!(case, CaseArgument::Sensitive);
            }
            if let Some(instead) = &instead {
                names.username_attributes = instead
                    .iter()
                    .filter_map(|argument| match argument {
                        InsteadArgument::Email => Some(ContactKind::Email),
                        InsteadArgument::PhoneNumber => Some(ContactKind::Phone),
                        InsteadArgument::None => None,
                    })
                    .collect();
            }
            if let Some(alias) = &alias {
                names.aliases = alias
                    .iter()
                    .filter_map(|argument| match argument {
                        AliasArgument::Email => Some(SignInAlias::Email),
                        AliasArgument::PhoneNumber => Some(SignInAlias::PhoneNumber),
                        AliasArgument::PreferredUsername => Some(SignInAlias::PreferredUsername),
                        AliasArgument::None => None,
                    })
                    .collect();
            }
            Ok(Wish::SignIn(names))
        }),
    }
}

/// Other rules for an attribute that the pool has.
fn rules(
    change: &ChangeArguments,
    name: String,
    leave_missing: bool,
    alter: impl Fn(&mut AttributeSchema),
) -> Result<(), String> {
    carry_out(change, |pool| {
        let mut schema =
            pool.settings.attribute(&name).ok_or_else(|| format!("the pool has no attribute {name}"))?;
        alter(&mut schema);
        Ok(Wish::Rules { schema, leave_missing })
    })
}

/// What a listing prints: JSON, or a table.
struct Shown {
    json: serde_json::Value,
    headers: &'static [&'static str],
    rows: Vec<Vec<String>>,
}

fn show(place: &PlaceArguments, list: impl Fn(&UserPool) -> Result<Shown, String>) -> Result<(), String> {
    with_env(&place.config, |env| async move {
        let shown = list(&place.pool.find(&env).await?)?;
        let printed = match place.output.json {
            true => place.output.one(&shown.json, &[]),
            false => table(&mut io::stdout().lock(), shown.headers, &shown.rows),
        };
        printed.map_err(|error| unprintable(&error))
    })
}

fn list_schema(pool: &UserPool) -> Shown {
    let own = pool.settings.schema.iter().map(|schema| schema.name.as_str());
    let standard = STANDARD_ATTRIBUTES
        .iter()
        .copied()
        .filter(|name| !pool.settings.schema.iter().any(|s| s.name == *name));
    let all: Vec<AttributeSchema> =
        own.chain(standard).filter_map(|name| pool.settings.attribute(name)).collect();
    let limit = |limit: Option<i64>| limit.map(|limit| limit.to_string()).unwrap_or_default();
    let yes = |yes: bool| if yes { "yes" } else { "" }.to_owned();
    let type_name = |value_type| match value_type {
        AttributeType::String => "string",
        AttributeType::Number => "number",
        AttributeType::Boolean => "boolean",
        AttributeType::DateTime => "date-time",
    };
    let rows = all
        .iter()
        .map(|s| {
            vec![
                s.name.clone(),
                type_name(s.value_type).to_owned(),
                yes(s.required),
                yes(s.mutable),
                limit(s.minimum),
                limit(s.maximum),
            ]
        })
        .collect();
    let json = serde_json::to_value(&all).unwrap_or_default();
    Shown { json, headers: &["attribute", "type", "required", "mutable", "min", "max"], rows }
}

fn list_names(names: &SignInNames) -> Shown {
    let word = |value: serde_json::Value| value.as_str().unwrap_or_default().to_owned();
    let words = |values: Vec<String>| if values.is_empty() { "none".to_owned() } else { values.join(", ") };
    let instead = names.username_attributes.iter().map(|kind| kind.attribute().to_owned()).collect();
    let aliases =
        names.aliases.iter().map(|alias| word(serde_json::to_value(alias).unwrap_or_default())).collect();
    let rows = vec![
        vec!["case".to_owned(), if names.case_sensitive { "sensitive" } else { "insensitive" }.to_owned()],
        vec!["instead of a user name".to_owned(), words(instead)],
        vec!["beside the user name".to_owned(), words(aliases)],
    ];
    Shown { json: serde_json::to_value(names).unwrap_or_default(), headers: &["rule", "value"], rows }
}

/// What a change prints.
#[derive(Serialize)]
struct Report<'a> {
    changed: bool,
    obstacles: u64,
    #[serde(skip_serializing_if = "Vec::is_empty")]
    in_the_way: Vec<&'a evolve::Obstacle>,
    effect: &'a Effect,
}

fn carry_out(
    change: &ChangeArguments,
    wish: impl Fn(&UserPool) -> Result<Wish, String>,
) -> Result<(), String> {
    let place = &change.place;
    let listing = Listing { after: change.after.clone().map(UserId::trusted), most: change.list };
    with_env(&place.config, |env| async move {
        let pool = place.pool.find(&env).await?;
        let (wish, id) = (wish(&pool)?, pool.id);
        if change.dry_run {
            let preview =
                evolve::preview(&env, &id, &wish, listing).await.map_err(|error| error.to_string())?;
            return report(place.output, &preview, false);
        }
        match evolve::apply(&env, &id, &wish, listing).await {
            Ok(applied) => {
                let done = Preview { obstacles: 0, listed: Vec::new(), effect: applied.effect };
                report(place.output, &done, true)
            }
            Err(EvolveError::InTheWay(preview)) => report(place.output, &preview, false),
            Err(EvolveError::Directory(error)) => Err(error.to_string()),
        }
    })
}

fn report(output: OutputArguments, preview: &Preview, changed: bool) -> Result<(), String> {
    let Preview { obstacles, listed, effect } = preview;
    let printed = if output.json {
        let report = Report { changed, obstacles: *obstacles, in_the_way: listed.iter().collect(), effect };
        output.one(&report, &[])
    } else if *obstacles > 0 {
        let rows: Vec<Vec<String>> =
            listed.iter().map(|one| vec![one.user.clone(), one.reason.sentence()]).collect();
        table(&mut io::stdout().lock(), &["user", "is in the way because this person"], &rows)
    } else {
        let number = |value: u64| value.to_string();
        output.one(
            effect,
            &[
                (if changed { "changed" } else { "would change" }, "yes".to_owned()),
                ("people looked at", number(effect.people)),
                ("names that begin to sign in", number(effect.names_gained)),
                ("names that end", number(effect.names_lost)),
                ("values moved", number(effect.values_moved)),
                ("values deleted", number(effect.values_lost)),
                ("clients changed", effect.clients.join(", ")),
            ],
        )
    };
    printed.map_err(|error| unprintable(&error))?;
    match (*obstacles, listed.last()) {
        (0, _) => Ok(()),
        (obstacles, Some(last)) if obstacles > listed.len() as u64 => Err(format!(
            "{obstacles} times somebody is in the way; nothing was changed. The next page: --after {}",
            last.user
        )),
        (obstacles, _) => Err(format!("{obstacles} times somebody is in the way; nothing was changed")),
    }
}

fn unprintable(error: &io::Error) -> String {
    format!("the result cannot be printed: {error}")
}
