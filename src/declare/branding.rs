//! Pictures and style sheets of a declaration: given as they are or as a file, kept as they are stored.
//!
//! Pictures are written anew here already, so that a plan compares what would be stored with what is stored.

use super::fields::Fields;
use super::tree::{Entry, Node, Value};
use crate::render::images;

const PICTURES: [&str; 3] = ["logo", "favicon", "background_image"];

/// The settings with the content of files in place of their names.
pub(super) fn with_files(table: &Node, fields: &Fields<'_>) -> Node {
    let mut table = table.clone();
    let Value::Table(entries) = &mut table.value else { return table };
    let Some(branding) = entries.iter_mut().find(|entry| entry.key == "branding") else { return table };
    let Value::Table(entries) = &mut branding.node.value else { return table };
    for entry in entries {
        if PICTURES.contains(&entry.key.as_str()) {
            picture(entry, fields);
        } else if entry.key == "css" {
            sheet(entry, fields);
        }
    }
    table
}

fn picture(entry: &mut Entry, fields: &Fields<'_>) {
    let (name, place) = (entry.key.clone(), entry.node.place.clone());
    let refuse = |reason: &str| fields.refuse_key(&place, &format!("settings.branding.{name}"), reason);
    let written = match &entry.node.value {
        Value::Text(url) => images::normalised(&name, url),
        Value::Table(_) => match file(&entry.node) {
            Some(file) => fields
                .values
                .bytes(file)
                .map_err(|reason| format!("the file {file:?} {reason}"))
                .and_then(|bytes| images::data_url(&name, &bytes)),
            None => Err("must be a data URL or { file = \"path\" }".to_owned()),
        },
        _ => return,
    };
    match written {
        Ok(url) => entry.node.value = Value::Text(url),
        Err(reason) => refuse(&reason),
    }
}

fn sheet(entry: &mut Entry, fields: &Fields<'_>) {
    let Value::Table(_) = &entry.node.value else { return };
    let place = entry.node.place.clone();
    let refuse = |reason: &str| fields.refuse_key(&place, "settings.branding.css", reason);
    let Some(name) = file(&entry.node) else {
        return refuse("must be a style sheet or { file = \"path\" }");
    };
    let read = fields
        .values
        .bytes(name)
        .and_then(|bytes| String::from_utf8(bytes).map_err(|_| "is no text in UTF-8".to_owned()));
    match read {
        Ok(text) => entry.node.value = Value::Text(text),
        Err(reason) => refuse(&format!("the file {name:?} {reason}")),
    }
}

fn file(node: &Node) -> Option<&str> {
    match node.get("file").map(|node| &node.value) {
        Some(Value::Text(name)) => Some(name),
        _ => None,
    }
}
