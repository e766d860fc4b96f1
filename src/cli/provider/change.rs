//! `vestibule provider create`, `set` and `delete`.

use std::collections::BTreeMap;
use std::io::Read;
use std::path::{Path, PathBuf};

use clap::Args;
use secrecy::{ExposeSecret, SecretString};
use serde::{Deserialize, Serialize};
use serde_json::Value;
use zeroize::Zeroizing;

use super::{OneProvider, ProviderChoice, print, warn};
use crate::cli::assignments::{self, Assignment};
use crate::cli::choose::{InPool, sentence};
use crate::cli::operator::{ConfigArguments, with_env};
use crate::cli::output::{OutputArguments, printed};
use crate::cli::pool::{differences, print_differences};
use crate::cli::secrets::{SecretArguments, YesArgument};
use crate::config::nearest;
use crate::directory::{clients, providers};
use crate::env::Env;
use crate::model::difference::Difference;
use crate::model::pool::UserPool;
use crate::model::provider::{IdentityProvider, ProviderKind, is_secret_detail};

/// The longest metadata file that is read, bytes; the rules of providers say the same.
const LONGEST_METADATA: u64 = 500_000;
/// A value that is longer is not shown in tables.
const LONGEST_SHOWN: usize = 400;
/// What a setting can begin with.
const GROUPS: [&str; 3] = ["details", "attribute_mapping", "idp_identifiers"];

/// What can be changed of a provider, secrets apart.
#[derive(Clone, Serialize, Deserialize)]
pub(super) struct Settings {
    details: BTreeMap<String, String>,
    attribute_mapping: BTreeMap<String, String>,
    idp_identifiers: Vec<String>,
}

impl Settings {
    pub(super) fn of(provider: &IdentityProvider) -> Self {
        Self {
            details: provider.details.clone(),
            attribute_mapping: provider.attribute_mapping.clone(),
            idp_identifiers: provider.identifiers.clone(),
        }
    }

    /// Each with the name that `provider set` takes, for a table.
    pub(super) fn lines(&self) -> Vec<(String, String)> {
        let lines = assignments::lines(self).into_iter();
        lines
            .map(|(path, value)| (path, if value.len() > LONGEST_SHOWN { shortened(&value) } else { value }))
            .collect()
    }
}

fn shortened(value: &str) -> String {
    format!("({} bytes)", value.len())
}

/// What is to be changed, as it was typed.
#[derive(Args, Clone)]
struct ChangeArguments {
    /// A setting: a detail (`client_id=…`), `attribute_mapping.email=email`, `idp_identifiers=a.example,b.example`.
    #[arg(value_name = "KEY=VALUE")]
    settings: Vec<Assignment>,
    /// Read the detail `MetadataFile` of a SAML provider from this file.
    #[arg(long, value_name = "FILE")]
    metadata_file: Option<PathBuf>,
    #[command(flatten)]
    secret: SecretArguments,
}

/// What is to be changed, read.
#[derive(Clone)]
struct Change {
    settings: Vec<Assignment>,
    metadata: Option<String>,
    secret: Option<Zeroizing<String>>,
}

impl ChangeArguments {
    fn read(self) -> Result<Change, String> {
        let settings = self.settings.into_iter().map(settled).collect::<Result<_, String>>()?;
        let metadata = self.metadata_file.as_deref().map(metadata).transpose()?;
        Ok(Change { settings, metadata, secret: self.secret.read()? })
    }
}

impl Change {
    fn is_empty(&self) -> bool {
        self.settings.is_empty() && self.metadata.is_none() && self.secret.is_none()
    }

    fn apply(&self, provider: &mut IdentityProvider) -> Result<(), String> {
        let mut settings = Settings::of(provider);
        assignments::apply(&mut provider.name.clone(), &mut settings, &self.settings)?;
        let Settings { mut details, mut attribute_mapping, idp_identifiers } = settings;
        details.extend(self.metadata.iter().map(|text| ("MetadataFile".to_owned(), text.clone())));
        details.retain(|_, value| !value.is_empty());
        attribute_mapping.retain(|_, claim| !claim.is_empty());
        // The two forms of metadata stand for each other: the one that is given now counts.
        let given = |name: &str| self.settings.iter().any(|one| one.path == format!("details.{name}"));
        if given("MetadataURL") && self.metadata.is_none() && !given("MetadataFile") {
            details.remove("MetadataFile");
        } else if (self.metadata.is_some() || given("MetadataFile")) && !given("MetadataURL") {
            details.remove("MetadataURL");
        }
        provider.details = details;
        provider.attribute_mapping = attribute_mapping;
        provider.identifiers = idp_identifiers;
        if let Some(secret) = &self.secret {
            let name = secret_of(provider.kind)
                .ok_or("a SAML provider has no secret: its messages are signed with keys")?;
            provider.secrets.insert(name.to_owned(), SecretString::from(secret.as_str().to_owned()));
        }
        Ok(())
    }
}

/// The detail that is a secret.
fn secret_of(kind: ProviderKind) -> Option<&'static str> {
    kind.required_details().iter().chain(kind.optional_details()).copied().find(|name| is_secret_detail(name))
}

/// An assignment with its whole path: a detail may be named alone. No value is repeated, should it be a secret.
fn settled(mut assignment: Assignment) -> Result<Assignment, String> {
    let details = || {
        let of = |kind: ProviderKind| kind.required_details().iter().chain(kind.optional_details());
        ProviderKind::ALL.into_iter().flat_map(of).copied().chain(["linking"])
    };
    let bare = assignment.path.strip_prefix("details.").unwrap_or(&assignment.path);
    if is_secret_detail(bare) {
        return Err(format!(
            "{bare} is a secret, and every process of this machine can read arguments; give it with --secret-from-file, --secret-from-env \
             or --secret-from-stdin"
        ));
    }
    let first = assignment.path.split('.').next().unwrap_or_default();
    if details().any(|name| name == assignment.path) {
        assignment.path = format!("details.{}", assignment.path);
    } else if assignment.path == "name" {
        return Err(
            "name: a provider keeps its name, which the links of its people go by; add another one".into()
        );
    } else if !GROUPS.contains(&first) {
        let near = nearest(&assignment.path, details().chain(GROUPS).map(str::to_owned));
        let near = if near.is_empty() { "; see `vestibule provider show`".to_owned() } else { near };
        return Err(format!("{}: there is no such setting{near}", assignment.path));
    }
    Ok(assignment)
}

fn metadata(file: &Path) -> Result<String, String> {
    let mut text = String::new();
    let opened = std::fs::File::open(file);
    let read = opened.and_then(|opened| opened.take(LONGEST_METADATA + 1).read_to_string(&mut text));
    read.map_err(|e| format!("{}: {e}", file.display()))?;
    Ok(text)
}

fn kind(text: &str) -> Result<ProviderKind, String> {
    let words: Vec<&str> = ProviderKind::ALL.iter().map(|kind| kind.as_str()).collect();
    let found = ProviderKind::ALL.into_iter().find(|kind| kind.as_str().eq_ignore_ascii_case(text));
    found.ok_or_else(|| format!("it is one of {}", words.join(", ")))
}

/// Arguments of `vestibule provider create`.
#[derive(Args, Clone)]
pub(super) struct CreateArguments {
    /// The name; of a social provider the word of its kind: Google, Facebook, SignInWithApple, LoginWithAmazon.
    #[arg(value_name = "PROVIDER")]
    name: String,
    /// What it speaks: OIDC or SAML. A social one is known by its name.
    #[arg(long, value_parser = kind)]
    kind: Option<ProviderKind>,
    #[command(flatten)]
    change: ChangeArguments,
    #[command(flatten)]
    place: InPool,
}

pub(super) fn create(arguments: CreateArguments) -> Result<(), String> {
    let CreateArguments { name, kind, change, place } = arguments;
    let social = ProviderKind::ALL.into_iter().find(|kind| kind.is_social() && kind.as_str() == name);
    let kind = kind.or(social).ok_or("say what the provider speaks: --kind OIDC or --kind SAML")?;
    let change = change.read()?;
    place.run(|env, pool, output| async move {
        let mut provider = IdentityProvider {
            pool_id: pool.id.clone(),
            name,
            kind,
            details: BTreeMap::new(),
            secrets: BTreeMap::new(),
            attribute_mapping: BTreeMap::new(),
            identifiers: Vec::new(),
            created_at: env.now(),
            updated_at: env.now(),
        };
        if kind == ProviderKind::Oidc {
            provider.details.insert("attributes_request_method".into(), "GET".into());
        }
        change.apply(&mut provider)?;
        providers::create(&env, &pool, &provider).await.map_err(sentence)?;
        print(&env, &pool, &provider, output).await
    })
}

/// Arguments of `vestibule provider set`.
#[derive(Args, Clone)]
pub(super) struct SetArguments {
    #[command(flatten)]
    provider: ProviderChoice,
    #[command(flatten)]
    change: ChangeArguments,
    /// Print what would change, and change nothing.
    #[arg(long)]
    dry_run: bool,
    #[command(flatten)]
    output: OutputArguments,
    #[command(flatten)]
    config: ConfigArguments,
}

#[derive(Serialize)]
struct Changed<'a> {
    changed: &'a [Difference],
    warnings: &'a [String],
}

pub(super) fn set(arguments: SetArguments) -> Result<(), String> {
    let SetArguments { provider, change, dry_run, output, config } = arguments;
    let change = change.read()?;
    if change.is_empty() {
        return Err(
            "nothing to set; name a setting as key=value, --metadata-file, or a secret with --secret-from-file"
                .into(),
        );
    }
    with_env(&config, |env| async move {
        let (pool, present) = provider.find(&env).await?;
        let (before, after) = if dry_run {
            let mut after = present.clone();
            change.apply(&mut after)?;
            let problems = providers::problems(&pool.settings, &after);
            if !problems.is_empty() {
                let said: Vec<String> =
                    problems.into_iter().map(|(key, reason)| format!("{key} {reason}")).collect();
                return Err(said.join("; "));
            }
            (present, after)
        } else {
            let work = move |provider: &mut IdentityProvider| change.apply(provider);
            providers::change(&env, &pool, &present.name, work).await.map_err(sentence)?
        };
        let changed = changes(&before, &after)?;
        let warnings = providers::warnings(&pool.settings, &after);
        if output.json {
            return printed(output.done(&Changed { changed: &changed, warnings: &warnings }, ""));
        }
        let shown: Vec<Difference> = changed.into_iter().map(short).collect();
        print_differences(&shown, output, dry_run)?;
        warn(&warnings);
        Ok(())
    })
}

fn changes(before: &IdentityProvider, after: &IdentityProvider) -> Result<Vec<Difference>, String> {
    let (old, new) = (Settings::of(before), Settings::of(after));
    let mut changed = differences((&before.name, &old), (&after.name, &new))?;
    for (name, value) in &after.secrets {
        let had = before.secrets.get(name).map(ExposeSecret::expose_secret);
        if had != Some(value.expose_secret()) {
            changed.push(Difference { path: format!("details.{name}"), before: None, after: None });
        }
    }
    Ok(changed)
}

fn short(difference: Difference) -> Difference {
    let side = |value: Option<Value>| match value {
        Some(Value::String(text)) if text.len() > LONGEST_SHOWN => Some(Value::from(shortened(&text))),
        // A secret, which has no sides.
        None if difference.before.is_none() && difference.after.is_none() => Some(Value::from("(secret)")),
        other => other,
    };
    let (before, after) = (side(difference.before.clone()), side(difference.after.clone()));
    Difference { before, after, path: difference.path }
}

/// Arguments of `vestibule provider delete`.
#[derive(Args, Clone)]
pub(super) struct DeleteArguments {
    #[command(flatten)]
    one: OneProvider,
    #[command(flatten)]
    yes: YesArgument,
}

#[derive(Serialize)]
struct Deleted<'a> {
    pool: &'a str,
    name: &'a str,
    deleted: bool,
    people: i64,
}

pub(super) fn delete(arguments: DeleteArguments) -> Result<(), String> {
    let DeleteArguments { one: OneProvider { provider, output, config }, yes } = arguments;
    with_env(&config, |env| async move {
        let (pool, provider) = provider.find(&env).await?;
        let name = provider.name.as_str();
        let people = providers::count_people(&env, &pool, name).await.map_err(sentence)?;
        yes.confirm(&format!(
            "Delete the provider {name} of the pool {}, where {people} people sign in?",
            pool.name
        ))?;
        providers::delete(&env, &pool, name).await.map_err(sentence)?;
        let mut told = format!("{name}: deleted with the links of {people} people");
        let naming = naming(&env, &pool, name).await?;
        if !naming.is_empty() {
            told = format!(
                "{told}\nThese clients still have it in identity_providers, where it means nothing now: {}",
                naming.join(", ")
            );
        }
        let deleted = Deleted { pool: pool.id.as_str(), name, deleted: true, people };
        printed(output.done(&deleted, &told))
    })
}

/// The clients that name a provider among those that they offer.
async fn naming(env: &Env, pool: &UserPool, name: &str) -> Result<Vec<String>, String> {
    let all = clients::list(env, pool).await.map_err(sentence)?;
    let names = |list: &Option<Vec<String>>| list.iter().flatten().any(|one| one == name);
    let naming = all.iter().filter(|client| names(&client.settings.identity_providers));
    Ok(naming.map(|client| client.id.to_string()).collect())
}
