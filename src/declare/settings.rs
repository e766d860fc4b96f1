//! Settings as a declaration changes them: what it names over what there is.

use serde::Serialize;
use serde::de::DeserializeOwned;
use serde_json::Value as Json;

use super::deserialize::Misfit;
use super::problem::{Place, Problems};
use super::tree::{Entry, Node, Value};

/// What a declaration says about settings.
#[derive(Clone, Default)]
pub(super) struct SettingsDeclaration {
    /// The settings it names, as a table.
    pub(super) table: Option<Node>,
    /// Paths of settings that go back to their default, for example `mfa.totp_issuer`.
    pub(super) reset: Vec<(String, Place)>,
}

impl SettingsDeclaration {
    /// Checks names and types, without regard to what there is.
    pub(super) fn check<T>(&self, path: &str, problems: &Problems)
    where
        T: Default + Serialize + DeserializeOwned,
    {
        self.over(&T::default(), path, problems);
    }

    /// `present` with what is named changed; everything else is kept. `None` when something does not fit.
    pub(super) fn over<T>(&self, present: &T, path: &str, problems: &Problems) -> Option<T>
    where
        T: Default + Serialize + DeserializeOwned,
    {
        let mut json = json(present);
        let defaults = self::json(&T::default());
        let mut good = true;
        for (name, place) in &self.reset {
            if !reset(&mut json, &defaults, &name.split('.').collect::<Vec<_>>()) {
                problems.add(place, format!("{path}.reset"), format!("there is no setting {name:?}"));
                good = false;
            }
        }
        let Some(table) = &self.table else { return fit::<T>(&Node::of_json(&json, &nowhere())).ok() };
        let base = Node::of_json(&json, &table.place);
        let path = format!("{path}.settings");
        // Key by key, so that each one's mistake is told.
        for entry in entries(table) {
            for misfit in misfits::<T>(&base, entry) {
                good = false;
                let place = misfit.place.clone().unwrap_or_else(|| entry.place.clone());
                let keys: Vec<&str> = misfit.path.iter().rev().map(String::as_str).collect();
                problems.add(&place, [&[path.as_str()], keys.as_slice()].concat().join("."), misfit.reason);
            }
        }
        if !good {
            return None;
        }
        let mut all = base;
        all.overlay(table);
        match fit::<T>(&all) {
            Ok(settings) => Some(settings),
            Err(misfit) => {
                problems.add(misfit.place.as_ref().unwrap_or(&table.place), path, misfit.reason);
                None
            }
        }
    }
}

fn entries(table: &Node) -> &[Entry] {
    match &table.value {
        Value::Table(entries) => entries,
        _ => &[],
    }
}

/// What is wrong with one key of the settings; for a table each of its keys by itself.
fn misfits<T: DeserializeOwned>(base: &Node, entry: &Entry) -> Vec<Misfit> {
    let alone = |entry: Entry| {
        let mut tree = base.clone();
        let place = entry.place.clone();
        tree.overlay(&Node { value: Value::Table(vec![entry]), place });
        fit::<T>(&tree).err()
    };
    let Some(whole) = alone(entry.clone()) else { return Vec::new() };
    let inner = entries(&entry.node).iter().filter_map(|inner| {
        let table = Node { value: Value::Table(vec![inner.clone()]), place: entry.node.place.clone() };
        alone(Entry { node: table, ..entry.clone() })
    });
    let inner: Vec<Misfit> = inner.filter(|misfit| !misfit.is_missing).collect();
    if inner.is_empty() { vec![whole] } else { inner }
}

fn fit<T: DeserializeOwned>(tree: &Node) -> Result<T, Misfit> {
    T::deserialize(tree)
}

/// Sets one path back; returns whether there is such a setting. A setting that is not written when it has its
/// default is one as well.
fn reset(json: &mut Json, defaults: &Json, path: &[&str]) -> bool {
    let (Some((first, rest)), Some(map)) = (path.split_first(), json.as_object_mut()) else { return false };
    let default = defaults.get(first);
    if *first == "texts" {
        return forget(map, path);
    }
    if rest.is_empty() {
        return match default {
            Some(value) => map.insert((*first).to_owned(), value.clone()).is_some() || !value.is_null(),
            None => map.remove(*first).is_some() || *first == "branding",
        };
    }
    match map.get_mut(*first) {
        Some(inner) => reset(inner, default.unwrap_or(&Json::Null), rest),
        None => *first == "branding",
    }
}

/// Takes a pool's own text away, those of a language, or all of them. A text that is not there is as it should be.
fn forget(map: &mut serde_json::Map<String, Json>, path: &[&str]) -> bool {
    match path {
        [last] => drop(map.remove(*last)),
        [first, rest @ ..] => {
            if let Some(Json::Object(inner)) = map.get_mut(*first) {
                forget(inner, rest);
            }
        }
        [] => return false,
    }
    path.len() <= 3
}

/// Settings as JSON.
pub(super) fn json<T: Serialize + ?Sized>(value: &T) -> Json {
    serde_json::to_value(value).expect("settings have a JSON form")
}

fn nowhere() -> Place {
    Place { file: std::sync::Arc::from(""), line: 0 }
}
