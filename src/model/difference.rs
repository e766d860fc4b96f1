//! What differs between two values: settings before and after a change.

use serde::Serialize;
use serde_json::Value;

/// One place where two values differ.
#[derive(Debug, Clone, PartialEq, Serialize)]
pub struct Difference {
    /// The names on the way to it, joined by dots.
    pub path: String,
    /// What stood there; absent when there was nothing.
    pub before: Option<Value>,
    /// What stands there now; absent when there is nothing.
    pub after: Option<Value>,
}

/// Where two values differ, in the order of their fields. Lists are compared whole.
///
/// # Errors
/// When a value has no JSON form.
pub fn between<T: Serialize>(before: &T, after: &T) -> Result<Vec<Difference>, serde_json::Error> {
    let (before, after) = (serde_json::to_value(before)?, serde_json::to_value(after)?);
    let mut found = Vec::new();
    collect("", Some(&before), Some(&after), &mut found);
    Ok(found)
}

fn collect(path: &str, before: Option<&Value>, after: Option<&Value>, found: &mut Vec<Difference>) {
    if before == after {
        return;
    }
    let (Some(Value::Object(old)), Some(Value::Object(new))) = (before, after) else {
        found.push(Difference { path: path.to_owned(), before: before.cloned(), after: after.cloned() });
        return;
    };
    let gone = old.keys().filter(|key| !new.contains_key(*key));
    for key in new.keys().chain(gone) {
        let path = if path.is_empty() { key.clone() } else { format!("{path}.{key}") };
        collect(&path, old.get(key), new.get(key), found);
    }
}

#[cfg(test)]
mod tests {
    use super::*;
    use serde_json::json;

    #[test]
    fn only_what_differs_is_named_by_its_whole_path() {
        let before = json!({"a": 1, "b": {"c": [1], "d": true}, "e": 1});
        let after = json!({"a": 1, "b": {"c": [2], "d": true}, "f": null});
        let found = between(&before, &after).expect("JSON");
        let paths: Vec<&str> = found.iter().map(|difference| difference.path.as_str()).collect();
        assert_eq!(paths, ["b.c", "f", "e"]);
        assert_eq!((found[0].before.clone(), found[0].after.clone()), (Some(json!([1])), Some(json!([2]))));
        assert_eq!((found[2].before.clone(), found[2].after.clone()), (Some(json!(1)), None));
        assert_eq!(between(&before, &before).expect("JSON"), []);
    }
}
