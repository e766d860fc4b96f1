//! `vestibule texts`: what a pool says in words of its own.

use clap::{Args, Subcommand};
use serde::Serialize;

use super::choose::{InPool, sentence};
use super::output::printed;
use crate::directory::pools;
use crate::env::Env;
use crate::model::pool::UserPool;
use crate::render::{LANGUAGES, Message, TextKey, own_texts};

/// Arguments of `vestibule texts`.
#[derive(Args, Clone)]
pub struct TextsArguments {
    #[command(subcommand)]
    command: TextsCommand,
}

#[derive(Subcommand, Clone)]
enum TextsCommand {
    /// List the texts of a pool's own, or with --all every text that there is in a language.
    ///
    /// JSON: an array of `language`, `key`, `text`, `own` (whether it is the pool's), `values` (array of text).
    List(ListArguments),
    /// Say something in other words: on pages, in mails and in SMS, within five seconds.
    ///
    /// A text may use the values that `texts list --all` shows for it, written `{ $name }`, and `{####}` where the code of
    /// a message goes.
    ///
    /// JSON: `pool`, `language`, `key`, `text`.
    Set(SetArguments),
    /// Go back to the built-in words: of one text, or of all texts in a language.
    ///
    /// JSON: `pool`, `language`, `removed` (number).
    Unset(UnsetArguments),
    /// Find the texts of a pool that are passed over, because an upgrade changed what they may hold.
    ///
    /// JSON: an array of `language`, `key`, `reason`.
    Check(InPool),
}

#[derive(Args, Clone)]
struct ListArguments {
    /// Of this language alone; with --all English when absent.
    #[arg(long, value_name = "TAG")]
    language: Option<String>,
    /// The built-in texts too.
    #[arg(long)]
    all: bool,
    #[command(flatten)]
    place: InPool,
}

#[derive(Args, Clone)]
struct SetArguments {
    /// The language, for example `de`.
    #[arg(value_name = "TAG")]
    language: String,
    /// The text's key, for example `login-title`.
    #[arg(value_name = "KEY")]
    key: String,
    /// The words.
    #[arg(value_name = "TEXT")]
    text: String,
    #[command(flatten)]
    place: InPool,
}

#[derive(Args, Clone)]
struct UnsetArguments {
    /// The language.
    #[arg(value_name = "TAG")]
    language: String,
    /// The text's key; all of the language when absent.
    #[arg(value_name = "KEY")]
    key: Option<String>,
    #[command(flatten)]
    place: InPool,
}

#[derive(Serialize)]
struct Entry {
    language: String,
    key: String,
    text: String,
    own: bool,
    values: Vec<String>,
}

#[derive(Serialize)]
struct Finding {
    language: String,
    key: String,
    reason: String,
}

/// Runs a command.
///
/// # Errors
/// A sentence that says what to do.
pub fn run(arguments: TextsArguments) -> Result<(), String> {
    match arguments.command {
        TextsCommand::List(ListArguments { language, all, place }) => {
            place.run(|env, pool, output| async move {
                let entries = match all {
                    true => every_text(&env, &pool, language.as_deref().unwrap_or("en"))?,
                    false => own(&pool, language.as_deref()),
                };
                let row = |entry: &Entry| {
                    let values = entry.values.join(" ");
                    vec![entry.language.clone(), entry.key.clone(), values, entry.text.clone()]
                };
                let rows: Vec<Vec<String>> = entries.iter().map(row).collect();
                printed(output.many(&entries, &["language", "key", "values", "text"], &rows))
            })
        }
        TextsCommand::Set(SetArguments { language, key, text, place }) => {
            place.run(|env, pool, output| async move {
                let done = serde_json::json!({
                    "pool": pool.id.as_str(), "language": language, "key": key, "text": text,
                });
                let line = format!("{} says {key} in its own words in {language}", pool.id);
                change(&env, &pool, move |pool| pool.settings.texts.set(&language, &key, &text)).await?;
                printed(output.done(&done, &line))
            })
        }
        TextsCommand::Unset(UnsetArguments { language, key, place }) => {
            place.run(|env, pool, output| async move {
                let keys: Vec<String> = own(&pool, Some(&language))
                    .into_iter()
                    .map(|entry| entry.key)
                    .filter(|own| key.as_ref().is_none_or(|key| key == own))
                    .collect();
                if keys.is_empty() {
                    return Err(format!("the pool {} has no such text in {language}", pool.id));
                }
                let done = serde_json::json!({
                    "pool": pool.id.as_str(), "language": language, "removed": keys.len(),
                });
                let line = format!("{} texts of {} are the built-in ones again", keys.len(), pool.id);
                change(&env, &pool, move |pool| {
                    for key in &keys {
                        pool.settings.texts.unset(&language, key);
                    }
                })
                .await?;
                printed(output.done(&done, &line))
            })
        }
        TextsCommand::Check(place) => place.run(|_, pool, output| async move {
            let findings = findings(&pool);
            let row = |one: &Finding| vec![one.language.clone(), one.key.clone(), one.reason.clone()];
            let rows: Vec<Vec<String>> = findings.iter().map(row).collect();
            printed(output.many(&findings, &["language", "key", "reason"], &rows))?;
            match findings.len() {
                0 => Ok(()),
                1 => Err("1 text is passed over".into()),
                several => Err(format!("{several} texts are passed over")),
            }
        }),
    }
}

async fn change(
    env: &Env,
    pool: &UserPool,
    work: impl Fn(&mut UserPool) + Send + 'static,
) -> Result<(), String> {
    let work = move |pool: &mut UserPool| {
        work(pool);
        Ok(())
    };
    pools::change(env, &pool.id, work).await.map(drop).map_err(sentence)
}

fn own(pool: &UserPool, language: Option<&str>) -> Vec<Entry> {
    let texts = pool.settings.texts.iter();
    texts
        .filter(|(own, ..)| language.is_none_or(|language| language == *own))
        .map(|(language, key, text)| Entry {
            language: language.to_owned(),
            key: key.to_owned(),
            text: text.to_owned(),
            own: true,
            values: own_texts::variables(key),
        })
        .collect()
}

fn every_text(env: &Env, pool: &UserPool, language: &str) -> Result<Vec<Entry>, String> {
    if !LANGUAGES.iter().any(|known| known.tag == language) {
        let known: Vec<&str> = LANGUAGES.iter().map(|known| known.tag).collect();
        return Err(format!("there is no language {language}; there are {}", known.join(", ")));
    }
    let entry = |key: &'static str| {
        let own = pool.settings.texts.get(language, key);
        let built_in = || env.renderer.translator().text(language, &Message::new(TextKey(key)));
        Entry {
            language: language.to_owned(),
            key: key.to_owned(),
            text: own.map_or_else(built_in, str::to_owned),
            own: own.is_some(),
            values: own_texts::variables(key),
        }
    };
    Ok(own_texts::keys().map(entry).collect())
}

fn findings(pool: &UserPool) -> Vec<Finding> {
    let texts = pool.settings.texts.iter();
    texts
        .filter_map(|(language, key, text)| {
            let reason = own_texts::check(language, key, text).err()?.to_string();
            Some(Finding { language: language.to_owned(), key: key.to_owned(), reason })
        })
        .collect()
}
