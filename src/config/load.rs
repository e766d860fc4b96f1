//! File and environment to settings. The environment wins; nothing unknown is passed over.

use std::collections::{BTreeMap, BTreeSet};
use std::ffi::OsString;
use std::path::{Path, PathBuf};

use secrecy::{ExposeSecret, SecretString};
use url::Url;

use super::Settings;
use super::assemble::assemble;
use super::document::{self, nearest};
use super::finding::{Finding, Findings};
use super::table::{Kind, MASTER_KEY, PREFIX, PREVIOUS_MASTER_KEY, SETTINGS, Setting};
use super::values::{Given, Value, Values, from_text};

/// Variables that begin like settings and are none: the program's own argument, what the project's tests are
/// switched by, and what Kubernetes sets in every pod beside a service named `vestibule`.
const NOT_SETTINGS: &[&str] =
    &["CONFIG", "REQUIRE_ALL", "PYTHON", "WRITE_PAGES", "TEST_*", "SERVICE_*", "PORT", "PORT_*"];

/// The systemd credential that holds the master key.
const CREDENTIAL: &str = "master-key";
/// A secret in a file of its own is no longer than this.
const LONGEST_SECRET: u64 = 64 * 1024;

/// The configuration file.
#[derive(Debug, Clone)]
pub struct Source {
    /// Its path.
    pub file: PathBuf,
    /// Whether the operator named it; if not, it may be absent, because the environment can say everything.
    pub named: bool,
}

/// Where the master key is.
#[derive(Clone)]
pub enum MasterKeySource {
    /// In a variable; the key itself.
    Variable(SecretString),
    /// In a file.
    File(PathBuf),
    /// In a systemd credential, which only this service can read.
    Credential(PathBuf),
    /// Nowhere.
    Missing,
}

/// Settings that make sense.
pub struct Loaded {
    /// The settings.
    pub settings: Settings,
    /// Where the master key is. It is not read yet.
    pub master_key: MasterKeySource,
    /// Where the master key is that this one replaces, while it does.
    pub previous_master_key: MasterKeySource,
    /// The file that was read, if there was one.
    pub file: Option<PathBuf>,
    /// What the operator should know.
    pub warnings: Vec<Finding>,
}

/// Reads the file and the environment (`variables`: all of it).
///
/// # Errors
/// Everything that is wrong at once: unknown keys and variables, wrong types, values that cannot be, secrets that
/// are not where the settings say, settings that contradict one another.
pub fn load(
    source: &Source,
    variables: impl IntoIterator<Item = (OsString, OsString)>,
) -> Result<Loaded, Findings> {
    let environment = Environment(variables.into_iter().collect());
    let mut values = Values { given: BTreeMap::new(), findings: Vec::new() };
    let file = read_file(source, &mut values);
    let named_in_file = secret_variables(&values);
    environment.override_in(&mut values, &named_in_file);

    let mut reader = SecretReader { environment: &environment, file: file.as_deref() };
    let settings = assemble(&mut values, &mut reader);
    let credential = environment.credential();
    let master_key = match master_key(MASTER_KEY, &mut values, &environment) {
        MasterKeySource::Missing => credential.map_or(MasterKeySource::Missing, MasterKeySource::Credential),
        given => given,
    };
    let previous_master_key = self::master_key(PREVIOUS_MASTER_KEY, &mut values, &environment);
    match settings {
        Some(settings) if !values.findings.iter().any(Finding::is_error) => {
            Ok(Loaded { settings, master_key, previous_master_key, file, warnings: values.findings })
        }
        _ => Err(Findings(values.findings)),
    }
}

fn read_file(source: &Source, values: &mut Values) -> Option<PathBuf> {
    if !source.named && !source.file.exists() {
        return None;
    }
    match document::read(&source.file) {
        Ok(text) => {
            let document = document::parse(&source.file, &text);
            values.findings.extend(document.findings);
            values.given.extend(document.given.into_iter().map(|(setting, given)| (setting.key, given)));
        }
        Err(finding) => values.findings.push(finding),
    }
    Some(source.file.clone())
}

/// The variables that the file takes secrets from.
fn secret_variables(values: &Values) -> BTreeSet<String> {
    let names = values.given.values().filter_map(|given| match &given.value {
        Value::SecretVariable(name) => Some(name.clone()),
        _ => None,
    });
    names.collect()
}

/// The process's environment.
struct Environment(BTreeMap<OsString, OsString>);

impl Environment {
    /// The file of the master key that systemd hands over.
    fn credential(&self) -> Option<PathBuf> {
        let folder = self.0.get(&OsString::from("CREDENTIALS_DIRECTORY")).map(PathBuf::from);
        folder.map(|folder| folder.join(CREDENTIAL)).filter(|file| file.exists())
    }

    fn get(&self, name: &str) -> Option<Result<&str, String>> {
        let value = self.0.get(&OsString::from(name))?;
        Some(value.to_str().ok_or_else(|| "the value is no UTF-8 text".to_owned()))
    }

    /// Lets every variable that names a setting replace what the file says; complains about the others.
    fn override_in(&self, values: &mut Values, named_in_file: &BTreeSet<String>) {
        for name in self.0.keys() {
            let shown = name.to_string_lossy();
            let Some(rest) = shown.strip_prefix(PREFIX) else { continue };
            if named_in_file.contains(shown.as_ref()) || is_exempt(rest) {
                continue;
            }
            let setting = SETTINGS.iter().find(|setting| setting.variable() == shown);
            let behind_file = SETTINGS.iter().find(|setting| {
                setting.kind == Kind::Secret && format!("{}_FILE", setting.variable()) == shown
            });
            let outcome = match (setting, behind_file) {
                (Some(setting), _) => self.plain(setting, &shown).map(|value| (setting, value)),
                (None, Some(setting)) if self.get(&setting.variable()).is_some() => {
                    Err(format!("{} is set as well; keep one of them", setting.variable()))
                }
                (None, Some(setting)) => {
                    self.text(&shown).map(|path| (setting, Value::SecretFile(path.into())))
                }
                (None, None) => {
                    let hint = nearest(&shown, SETTINGS.iter().map(Setting::variable));
                    Err(format!("there is no setting of this name{hint}"))
                }
            };
            match outcome {
                Ok((setting, value)) => {
                    let given = Given { value, place: shown.into_owned(), folder: None };
                    values.given.insert(setting.key, given);
                }
                Err(message) => values.findings.push(Finding::error(shown, message)),
            }
        }
    }

    fn plain(&self, setting: &Setting, name: &str) -> Result<Value, String> {
        // An empty list is a value; anything else that is empty is a variable whose value got lost.
        match self.get(name) {
            Some(Ok("")) if setting.kind == Kind::List => Ok(Value::List(Vec::new())),
            _ => from_text(setting.kind, self.text(name)?),
        }
    }

    fn text(&self, name: &str) -> Result<&str, String> {
        match self.get(name) {
            Some(Ok("")) | None => Err("this is set to nothing; give it a value or remove it".into()),
            Some(text) => text,
        }
    }
}

fn is_exempt(rest: &str) -> bool {
    NOT_SETTINGS.iter().any(|pattern| match pattern.strip_suffix('*') {
        Some(prefix) => rest.starts_with(prefix),
        None => rest == *pattern,
    })
}

/// Reads secrets from where the settings say they are.
pub(super) struct SecretReader<'a> {
    environment: &'a Environment,
    file: Option<&'a Path>,
}

impl SecretReader<'_> {
    /// The secret of a setting.
    pub(super) fn read(&mut self, values: &mut Values, key: &'static str) -> Option<SecretString> {
        let outcome = match values.secret_source(key)? {
            Value::Secret(secret) => {
                if !is_bare_address(key, &secret) {
                    self.warn_of_open_file(values, key);
                }
                Ok(secret)
            }
            Value::SecretVariable(name) => match self.environment.get(&name) {
                Some(Ok(text)) if !text.is_empty() => Ok(SecretString::from(text.to_owned())),
                Some(Err(message)) => Err(format!("the variable {name}: {message}")),
                _ => Err(format!("the variable {name} is not set")),
            },
            Value::SecretFile(path) => secret_file(&path),
            _ => return None,
        };
        outcome.map_err(|message| values.complain(key, message)).ok()
    }

    /// A secret in the configuration itself is as safe as that file.
    fn warn_of_open_file(&self, values: &mut Values, key: &str) {
        let in_file = values.given.get(key).is_some_and(|given| given.folder.is_some());
        if let Some(file) = self.file.filter(|file| in_file && is_open_to_others(file)) {
            let message = format!(
                "this is a secret, and other users of the machine can read the file; run chmod 600 {}, or keep the \
                 secret in a file or variable of its own",
                file.display()
            );
            let place = values.place(key);
            values.findings.push(Finding::warning(place, message));
        }
    }
}

/// Whether this is a database's address without a password in it.
fn is_bare_address(key: &str, value: &SecretString) -> bool {
    let has_password = Url::parse(value.expose_secret())
        .is_ok_and(|url| url.password().is_some() || url.query_pairs().any(|(name, _)| name == "password"));
    key == "database.url" && !has_password
}

/// Reads a file with one secret; the end of the line is no part of it.
fn secret_file(path: &Path) -> Result<SecretString, String> {
    let shown = path.display();
    let unreadable = |e: std::io::Error| format!("the secret's file {shown} cannot be read: {e}");
    let facts = std::fs::metadata(path).map_err(unreadable)?;
    if !facts.is_file() || facts.len() > LONGEST_SECRET {
        return Err(format!("{shown} is not a file with one secret"));
    }
    let text = std::fs::read_to_string(path).map_err(unreadable)?;
    let secret = text.trim_end_matches(['\r', '\n']);
    if secret.is_empty() {
        return Err(format!("the secret's file {shown} is empty"));
    }
    Ok(SecretString::from(secret.to_owned()))
}

#[cfg(unix)]
fn is_open_to_others(file: &Path) -> bool {
    use std::os::unix::fs::PermissionsExt;
    std::fs::metadata(file).is_ok_and(|facts| facts.permissions().mode() & 0o007 != 0)
}

#[cfg(not(unix))]
fn is_open_to_others(_file: &Path) -> bool {
    false
}

fn master_key(key: &'static str, values: &mut Values, environment: &Environment) -> MasterKeySource {
    match values.secret_source(key) {
        Some(Value::Secret(secret)) => MasterKeySource::Variable(secret),
        Some(Value::SecretVariable(name)) => match environment.get(&name) {
            Some(Ok(text)) => MasterKeySource::Variable(SecretString::from(text.to_owned())),
            _ => {
                values.complain(key, format!("the variable {name} is not set"));
                MasterKeySource::Missing
            }
        },
        Some(Value::SecretFile(path)) => MasterKeySource::File(path),
        _ => MasterKeySource::Missing,
    }
}
