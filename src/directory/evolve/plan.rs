//! The plan of a change: the settings before and after, and what becomes of stored values.

use crate::directory::{DirectoryError, pools};
use crate::model::attributes::{AttributeSchema, STANDARD_ATTRIBUTES};
use crate::model::client::ClientSettings;
use crate::model::pool::{PoolSettings, SignInNames, UserPool};

/// Attributes that names and proofs hang on: they keep their names.
const BOUND: [&str; 3] = ["email", "phone_number", "preferred_username"];

/// What is to be changed.
#[derive(Debug, Clone, PartialEq)]
pub enum Wish {
    /// What people sign in with, and whether user names tell cases apart.
    SignIn(SignInNames),
    /// The name that pages show.
    Name(String),
    /// A new attribute.
    Add(AttributeSchema),
    /// An attribute ends. Its values are deleted only when that is said.
    Remove {
        /// The attribute.
        name: String,
        /// Whether values may be deleted.
        drop_values: bool,
    },
    /// An attribute gets another name, with its values, its rules and the clients' rights.
    Rename {
        /// The present name.
        from: String,
        /// The new one.
        to: String,
    },
    /// Other rules for an attribute: type, limits, required, mutable.
    Rules {
        /// The rules from now on.
        schema: AttributeSchema,
        /// Whether people without a value may stay so where it becomes required.
        leave_missing: bool,
    },
}

impl Wish {
    /// The action of the audit.
    pub(super) fn action(&self) -> &'static str {
        match self {
            Self::SignIn(_) => "pool.change_sign_in",
            Self::Name(_) => "pool.rename",
            Self::Add(_) => "schema.add",
            Self::Remove { .. } => "schema.remove",
            Self::Rename { .. } => "schema.rename",
            Self::Rules { .. } => "schema.change",
        }
    }

    /// The attribute it is about, under its present name.
    pub(super) fn attribute(&self) -> Option<&str> {
        match self {
            Self::SignIn(_) | Self::Name(_) => None,
            Self::Add(schema) | Self::Rules { schema, .. } => Some(&schema.name),
            Self::Remove { name, .. } => Some(name),
            Self::Rename { from, .. } => Some(from),
        }
    }
}

/// A change that has been thought through.
#[derive(Debug, Clone)]
pub(crate) struct Plan {
    pub(super) before: UserPool,
    pub(super) after: UserPool,
    /// Values that get another attribute name.
    pub(super) moved: Option<(String, String)>,
    /// Attributes whose values are deleted.
    pub(super) dropped: Vec<String>,
    pub(super) leave_missing: bool,
}

impl Plan {
    /// # Errors
    /// [`DirectoryError::InvalidSetting`] for what cannot be wished.
    pub(super) fn of(before: &UserPool, wish: &Wish) -> Result<Self, DirectoryError> {
        let mut plan = Self::between(before, before.clone());
        plan.follow(wish).map_err(DirectoryError::InvalidSetting)?;
        pools::check(&plan.after.name, &plan.after.settings).map_err(DirectoryError::InvalidSetting)?;
        Ok(plan)
    }

    /// From one set of settings to another; values neither move nor go.
    pub(crate) fn between(before: &UserPool, after: UserPool) -> Self {
        Self { before: before.clone(), after, moved: None, dropped: Vec::new(), leave_missing: false }
    }

    /// People without a value of what becomes required stay so.
    #[must_use]
    pub(crate) fn leaving_missing(self) -> Self {
        Self { leave_missing: true, ..self }
    }

    fn follow(&mut self, wish: &Wish) -> Result<(), String> {
        let settings = &mut self.after.settings;
        let position =
            |settings: &PoolSettings, name: &str| settings.schema.iter().position(|s| s.name == name);
        match wish {
            Wish::SignIn(names) => settings.sign_in = names.clone(),
            Wish::Name(name) => self.after.name.clone_from(name),
            Wish::Add(schema) => {
                if position(settings, &schema.name).is_some() {
                    return Err(format!(
                        "the pool has rules for {} already; change them instead",
                        schema.name
                    ));
                }
                settings.schema.push(schema.clone());
            }
            Wish::Remove { name, drop_values } => {
                let at = position(settings, name).ok_or_else(|| no_attribute(name))?;
                settings.schema.remove(at);
                // A standard attribute stays: only the pool's own rules for it end.
                if *drop_values && !STANDARD_ATTRIBUTES.contains(&name.as_str()) {
                    self.dropped.push(name.clone());
                }
            }
            Wish::Rename { from, to } => {
                if let Some(bound) = [from, to].into_iter().find(|name| BOUND.contains(&name.as_str())) {
                    return Err(format!("{bound} keeps its name: names and proofs hang on it"));
                }
                let present = settings.attribute(from).ok_or_else(|| no_attribute(from))?;
                if position(settings, to).is_some() {
                    return Err(format!("the pool has rules for {to} already; remove them first"));
                }
                let renamed = AttributeSchema { name: to.clone(), ..present };
                match position(settings, from) {
                    Some(at) => settings.schema[at] = renamed,
                    None => settings.schema.push(renamed),
                }
                self.moved = Some((from.clone(), to.clone()));
            }
            Wish::Rules { schema, leave_missing } => {
                match position(settings, &schema.name) {
                    Some(at) => settings.schema[at] = schema.clone(),
                    None if settings.attribute(&schema.name).is_some() => {
                        settings.schema.push(schema.clone())
                    }
                    None => return Err(no_attribute(&schema.name)),
                }
                self.leave_missing = *leave_missing;
            }
        }
        Ok(())
    }

    pub(super) fn changes_names(&self) -> bool {
        self.before.settings.sign_in != self.after.settings.sign_in
    }

    /// The attributes whose values must be looked at, under their present names.
    pub(super) fn judged_attributes(&self) -> Vec<String> {
        let (before, after) = (&self.before.settings, &self.after.settings);
        let mut names: Vec<String> =
            before.schema.iter().chain(&after.schema).map(|schema| schema.name.clone()).collect();
        names.extend(self.moved.iter().map(|(from, _)| from.clone()));
        names.sort();
        names.dedup();
        names.retain(|name| before.attribute(name) != after.attribute(name) || self.is_moved(name));
        names
    }

    fn is_moved(&self, name: &str) -> bool {
        self.moved.as_ref().is_some_and(|(from, to)| from == name || to == name)
    }

    pub(super) fn touches_clients(&self) -> bool {
        self.moved.is_some() || self.removed().next().is_some()
    }

    /// The attributes that end.
    fn removed(&self) -> impl Iterator<Item = &str> {
        let names = self.before.settings.schema.iter().map(|schema| schema.name.as_str());
        names.filter(|name| {
            self.after.settings.attribute(name).is_none()
                && self.moved.as_ref().is_none_or(|(from, _)| from != name)
        })
    }

    /// The settings of a client under the new schema, when they differ from the present ones.
    pub(super) fn client_settings(&self, present: &ClientSettings) -> Option<ClientSettings> {
        let removed: Vec<&str> = self.removed().collect();
        let rewrite = |list: &Option<Vec<String>>| -> Option<Vec<String>> {
            let mut names: Vec<String> = list.as_ref()?.clone();
            names.retain(|name| !removed.contains(&name.as_str()));
            if let Some((from, to)) = &self.moved {
                let target_listed = names.contains(to);
                names.retain(|name| name != from || !target_listed);
                names.iter_mut().filter(|name| *name == from).for_each(|name| name.clone_from(to));
            }
            Some(names)
        };
        let next = ClientSettings {
            read_attributes: rewrite(&present.read_attributes),
            write_attributes: rewrite(&present.write_attributes),
            ..present.clone()
        };
        (next != *present).then_some(next)
    }
}

fn no_attribute(name: &str) -> String {
    format!("the pool has no attribute {name}")
}

#[cfg(test)]
mod tests {
    use super::*;
    use crate::model::ids::PoolId;

    fn pool(schema: Vec<AttributeSchema>) -> UserPool {
        let settings = PoolSettings { schema, ..PoolSettings::default() };
        let id = PoolId::trusted("us-east-1_Demo00001");
        UserPool { id, name: "Demo".into(), settings, created_at: 0, updated_at: 0 }
    }

    fn rename(from: &str, to: &str) -> Wish {
        Wish::Rename { from: from.into(), to: to.into() }
    }

    #[test]
    fn a_rename_takes_rules_and_rights_along() {
        let before = pool(vec![AttributeSchema::standard("custom:team", true)]);
        let plan = Plan::of(&before, &rename("custom:team", "custom:squad")).expect("can be wished");
        assert_eq!(plan.after.settings.schema, [AttributeSchema::standard("custom:squad", true)]);
        let lists = ClientSettings {
            read_attributes: Some(vec!["email".into(), "custom:team".into()]),
            write_attributes: Some(vec!["custom:team".into(), "custom:squad".into()]),
            ..ClientSettings::default()
        };
        let next = plan.client_settings(&lists).expect("they change");
        assert_eq!(next.read_attributes, Some(vec!["email".into(), "custom:squad".into()]));
        assert_eq!(next.write_attributes, Some(vec!["custom:squad".into()]));
        assert_eq!(plan.client_settings(&ClientSettings::default()), None, "all stays all");
    }

    #[test]
    fn what_cannot_be_is_said_at_once() {
        let before = pool(vec![AttributeSchema::standard("custom:team", false)]);
        for wish in [
            rename("email", "custom:mail"),
            rename("custom:team", "email"),
            rename("custom:none", "custom:some"),
            rename("custom:team", "team"),
            rename("custom:team", "custom:team"),
            Wish::Add(AttributeSchema::standard("custom:team", false)),
            Wish::Add(AttributeSchema::standard("sub", false)),
            Wish::Remove { name: "custom:none".into(), drop_values: true },
            Wish::Rules { schema: AttributeSchema::standard("custom:none", false), leave_missing: false },
            Wish::Name(String::new()),
        ] {
            let refused = Plan::of(&before, &wish);
            assert!(matches!(refused, Err(DirectoryError::InvalidSetting(_))), "{wish:?}");
        }
    }
}
