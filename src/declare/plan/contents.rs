//! Resource servers, groups and identity providers.

use std::collections::{BTreeMap, BTreeSet};

use secrecy::{ExposeSecret, SecretString};
use serde_json::json;

use super::super::change::{Change, ChangeKind};
use super::super::step::{Step, Work};
use super::{Draft, PlanError, same};
use crate::directory::{groups, providers, resource_servers};
use crate::model::group::Group;
use crate::model::provider::{IdentityProvider, is_secret_detail};
use crate::model::resource_server::ResourceServer;

impl Draft<'_> {
    /// Returns the resource servers as they will be.
    pub(super) fn servers(&mut self) -> Vec<ResourceServer> {
        let mut after = self.present.servers.clone();
        for declared in &self.declaration.servers {
            let before = after.iter().position(|server| server.identifier == declared.identifier);
            let present = before.map(|index| after[index].clone());
            let name = declared.name.clone().or_else(|| present.as_ref().map(|server| server.name.clone()));
            let server = ResourceServer {
                pool_id: self.pool.id.clone(),
                identifier: declared.identifier.clone(),
                name: name.unwrap_or_else(|| declared.identifier.clone()),
                scopes: declared
                    .scopes
                    .clone()
                    .or_else(|| present.as_ref().map(|server| server.scopes.clone()))
                    .unwrap_or_default(),
            };
            if let Err(sentence) = resource_servers::check(&server) {
                self.refuse(&declared.place, "pool.resource_server", sentence);
                continue;
            }
            let object = ["resource_server", declared.identifier.as_str()];
            let action = match &present {
                Some(present) if *present == server => continue,
                Some(present) => {
                    if present.name != server.name {
                        self.modified(&object, "name", json!(present.name), json!(server.name));
                    }
                    if present.scopes != server.scopes {
                        self.modified(&object, "scopes", json!(present.scopes), json!(server.scopes));
                    }
                    "resource_server.put"
                }
                None => {
                    self.object(ChangeKind::Add, &object);
                    self.added(&object, "name", json!(server.name));
                    self.added(&object, "scopes", json!(server.scopes));
                    "resource_server.put"
                }
            };
            let event = self.event(action).about("resource_server", &server.identifier);
            self.steps.push(Step::new(Work::PutServer(server.clone()), event));
            match before {
                Some(index) => after[index] = server,
                None => after.push(server),
            }
        }
        if self.options.prune {
            let named: BTreeSet<&str> =
                self.declaration.servers.iter().map(|server| server.identifier.as_str()).collect();
            let (kept, gone): (Vec<_>, Vec<_>) =
                after.into_iter().partition(|server| named.contains(server.identifier.as_str()));
            for server in gone {
                self.object(ChangeKind::Remove, &["resource_server", &server.identifier]);
                let event = self.event("resource_server.delete").about("resource_server", &server.identifier);
                self.late.push(Step::new(Work::DeleteServer(server.identifier), event));
            }
            after = kept;
        }
        after
    }

    /// Returns the names of the groups as they will be.
    pub(super) fn groups(&mut self) -> BTreeSet<String> {
        let mut names: BTreeSet<String> =
            self.present.groups.iter().map(|group| group.name.clone()).collect();
        for declared in &self.declaration.groups {
            let present = self.present.groups.iter().find(|group| group.name == declared.name).cloned();
            let kept = |value: &Option<String>, present: Option<&String>| value.clone().or(present.cloned());
            let group = Group {
                pool_id: self.pool.id.clone(),
                name: declared.name.clone(),
                description: kept(
                    &declared.description,
                    present.as_ref().and_then(|g| g.description.as_ref()),
                ),
                precedence: declared.precedence.or(present.as_ref().and_then(|g| g.precedence)),
                role_arn: kept(&declared.role_arn, present.as_ref().and_then(|g| g.role_arn.as_ref())),
                created_at: present.as_ref().map_or(self.now, |group| group.created_at),
            };
            names.insert(group.name.clone());
            if let Err(sentence) = groups::check(&group) {
                self.refuse(&declared.place, "pool.group", sentence);
                continue;
            }
            if present.as_ref() == Some(&group) {
                continue;
            }
            let object = ["group", declared.name.as_str()];
            if present.is_none() {
                self.object(ChangeKind::Add, &object);
            }
            let before = present.as_ref();
            let values = [
                ("description", json!(before.and_then(|g| g.description.clone())), json!(group.description)),
                ("precedence", json!(before.and_then(|g| g.precedence)), json!(group.precedence)),
                ("role_arn", json!(before.and_then(|g| g.role_arn.clone())), json!(group.role_arn)),
            ];
            for (key, old, new) in values.into_iter().filter(|(_, old, new)| old != new) {
                match before {
                    Some(_) => self.modified(&object, key, old, new),
                    None => self.added(&object, key, new),
                }
            }
            let (work, action) = match present {
                Some(_) => (Work::UpdateGroup(group.clone()), "group.update"),
                None => (Work::InsertGroup(group.clone()), "group.create"),
            };
            let event = self.event(action).about("group", &group.name);
            self.steps.push(Step::new(work, event));
        }
        if self.options.prune {
            let declared = |name: &str| self.declaration.groups.iter().any(|group| group.name == name);
            let gone: Vec<String> = names.iter().filter(|name| !declared(name)).cloned().collect();
            for name in gone {
                names.remove(&name);
                self.object(ChangeKind::Remove, &["group", &name]);
                let event = self.event("group.delete").about("group", &name);
                self.late.push(Step::new(Work::DeleteGroup(name), event));
            }
        }
        names
    }

    pub(super) fn providers(&mut self) -> Result<(), PlanError> {
        let mut identifiers: BTreeMap<String, String> = BTreeMap::new();
        let named = |name: &str| self.declaration.providers.iter().any(|provider| provider.name == name);
        for other in self.present.providers.iter().filter(|other| !named(&other.name)) {
            if !self.options.prune {
                identifiers.extend(other.identifiers.iter().map(|text| (text.clone(), other.name.clone())));
            }
        }
        for declared in &self.declaration.providers {
            let stored = self.present.providers.iter().find(|stored| stored.name == declared.name);
            let present = stored.map(|stored| providers::open(self.env, stored)).transpose()?;
            let kept = present.as_ref().filter(|present| present.kind == declared.kind);
            if present.is_some() && kept.is_none() {
                let reason = "is stored with another kind; delete it first, or choose another name";
                self.refuse(&declared.place, "pool.identity_provider.kind", reason);
                continue;
            }
            let mut details = kept.map(|present| present.details.clone()).unwrap_or_default();
            let mut secrets = kept.map(|present| present.secrets.clone()).unwrap_or_default();
            for (name, value) in &declared.details {
                if is_secret_detail(name) {
                    secrets.insert(name.clone(), value.value.clone());
                } else {
                    details.insert(name.clone(), value.value.expose_secret().to_owned());
                }
            }
            // The two forms of metadata stand for each other.
            for (one, other) in [("MetadataURL", "MetadataFile"), ("MetadataFile", "MetadataURL")] {
                if declared.details.contains_key(one) && !declared.details.contains_key(other) {
                    details.remove(other);
                }
            }
            let provider = IdentityProvider {
                pool_id: self.pool.id.clone(),
                name: declared.name.clone(),
                kind: declared.kind,
                details,
                secrets,
                attribute_mapping: declared
                    .attribute_mapping
                    .clone()
                    .or_else(|| kept.map(|present| present.attribute_mapping.clone()))
                    .unwrap_or_default(),
                identifiers: declared
                    .identifiers
                    .clone()
                    .or_else(|| kept.map(|present| present.identifiers.clone()))
                    .unwrap_or_default(),
                created_at: kept.map_or(self.now, |present| present.created_at),
                updated_at: self.now,
            };
            for (key, reason) in providers::problems(&self.pool.settings, &provider) {
                let place = declared.places.get(&key).unwrap_or(&declared.place);
                self.refuse(place, &format!("pool.identity_provider.{key}"), reason);
            }
            if kept.is_some_and(|kept| providers::names_other_issuer(&kept.details, &provider.details))
                && self.present.linked_providers.contains(&provider.name)
            {
                let place = declared.places.get("details.oidc_issuer").unwrap_or(&declared.place);
                self.refuse(place, "pool.identity_provider.details.oidc_issuer", providers::ISSUER_STAYS);
            }
            for identifier in &provider.identifiers {
                if let Some(other) = identifiers.insert(identifier.clone(), provider.name.clone())
                    && other != provider.name
                {
                    let reason = format!("shares an entry with the provider {other:?}");
                    self.refuse(&declared.place, "pool.identity_provider.idp_identifiers", reason);
                }
            }
            self.provider(present.as_ref(), provider);
        }
        if self.options.prune {
            let gone = self.present.providers.iter().map(|stored| stored.name.clone());
            let named =
                |name: &String| self.declaration.providers.iter().any(|provider| provider.name == *name);
            let gone: Vec<String> = gone.filter(|name| !named(name)).collect();
            for name in gone {
                self.object(ChangeKind::Remove, &["identity_provider", &name]);
                let event = self.event("identity_provider.delete").about("identity_provider", &name);
                self.late.push(Step::new(Work::DeleteProvider(name), event));
            }
        }
        Ok(())
    }

    fn provider(&mut self, present: Option<&IdentityProvider>, provider: IdentityProvider) {
        let object = ["identity_provider", provider.name.as_str()];
        let mut changes = Vec::new();
        let kind = if present.is_some() { ChangeKind::Modify } else { ChangeKind::Add };
        let none = BTreeMap::new();
        let before = present.map_or(&none, |present| &present.details);
        for (name, value) in &provider.details {
            if before.get(name) != Some(value) {
                let old = before.get(name).map(|text| json!(text));
                let change = Change::new(kind, &object, format!("details.{name}"));
                changes.push(change.between(old, Some(json!(value))));
            }
        }
        for name in before.keys().filter(|name| !provider.details.contains_key(*name)) {
            let change = Change::new(ChangeKind::Modify, &object, format!("details.{name}"));
            changes.push(change.between(before.get(name).map(|text| json!(text)), None));
        }
        for (name, value) in &provider.secrets {
            let had = present.and_then(|present| present.secrets.get(name));
            if !had.is_some_and(|had: &SecretString| same(had, value)) {
                changes.push(Change::new(kind, &object, format!("details.{name} (a secret)")));
            }
        }
        let mapping = present.map_or(&none, |present| &present.attribute_mapping);
        if *mapping != provider.attribute_mapping {
            let old = present.map(|_| json!(mapping));
            let change = Change::new(kind, &object, "attribute_mapping");
            changes.push(change.between(old, Some(json!(provider.attribute_mapping))));
        }
        let identifiers = present.map(|present| present.identifiers.clone()).unwrap_or_default();
        if identifiers != provider.identifiers {
            let old = present.map(|_| json!(identifiers));
            let change = Change::new(kind, &object, "idp_identifiers");
            changes.push(change.between(old, Some(json!(provider.identifiers))));
        }
        if changes.is_empty() && present.is_some() {
            return;
        }
        for warning in providers::warnings(&self.pool.settings, &provider) {
            self.notes.push(format!("identity provider {}: {warning}", provider.name));
        }
        let mut action = "identity_provider.update";
        if present.is_none() {
            action = "identity_provider.create";
            self.object(ChangeKind::Add, &object);
            self.added(&object, "kind", json!(provider.kind.as_str()));
        }
        let keys: Vec<String> = changes.iter().map(|change| change.key.clone()).collect();
        let event = self.event(action).about("identity_provider", &provider.name).with("changed", keys);
        self.changes.extend(changes);
        let work = Work::PutProvider(Box::new(providers::seal(self.env, &provider)));
        self.steps.push(Step::new(work, event));
    }
}
