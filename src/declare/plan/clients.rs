//! App clients and their secrets.

use std::collections::BTreeSet;

use secrecy::SecretString;
use serde_json::json;

use super::super::change::{Change, ChangeKind};
use super::super::document::ClientDeclaration;
use super::super::present::PresentClient;
use super::super::step::{Step, Work};
use super::{Draft, DrawnSecretOf, PlanError, same};
use crate::directory::{DirectoryError, clients};
use crate::model::client::{AppClient, ClientSettings};
use crate::model::ids::ClientId;
use crate::model::resource_server::ResourceServer;
use crate::store::client_secrets::SealedSecret;

impl Draft<'_> {
    pub(super) fn clients(&mut self, servers: &[ResourceServer]) -> Result<(), PlanError> {
        for declared in &self.declaration.clients {
            self.client(declared, servers)?;
        }
        if self.options.prune {
            let named: BTreeSet<&ClientId> =
                self.declaration.clients.iter().map(|client| &client.id).collect();
            let gone: Vec<ClientId> =
                self.present.clients.keys().filter(|id| !named.contains(id)).cloned().collect();
            for id in gone {
                self.object(ChangeKind::Remove, &["client", id.as_str()]);
                let event = self.event("client.delete").about("client", &id);
                // First of the deletions: it may use a scope that goes as well.
                self.late.insert(0, Step::new(Work::DeleteClient(id), event));
            }
        }
        Ok(())
    }

    fn client(&mut self, declared: &ClientDeclaration, servers: &[ResourceServer]) -> Result<(), PlanError> {
        let place = &declared.place;
        if self.present.foreign_clients.contains(&declared.id) {
            self.refuse(place, "pool.client.id", "is the id of a client of another pool");
            return Ok(());
        }
        let present = self.present.clients.get(&declared.id).cloned();
        let default = ClientSettings::default();
        let base = present.as_ref().map_or(&default, |present| &present.client.settings);
        let Some(settings) = declared.settings.over(base, "pool.client", self.problems) else {
            return Ok(());
        };
        let name = declared.name.clone().or_else(|| present.as_ref().map(|one| one.client.name.clone()));
        let name = name.unwrap_or_else(|| declared.id.to_string());
        match clients::check_with(self.env, &self.pool.settings, servers, (&name, &settings)) {
            Ok(()) => {}
            Err(DirectoryError::InvalidSetting(sentence)) => {
                let place = declared.settings.table.as_ref().map_or(place, |table| &table.place);
                self.refuse(place, &format!("pool.client ({})", declared.id), sentence);
                return Ok(());
            }
            Err(other) => return Err(other.into()),
        }
        let client = AppClient {
            pool_id: self.pool.id.clone(),
            id: declared.id.clone(),
            name,
            settings,
            created_at: present.as_ref().map_or(self.now, |one| one.client.created_at),
            updated_at: self.now,
        };
        let object = ["client", declared.id.as_str()];
        match &present {
            None => {
                self.object(ChangeKind::Add, &object);
                self.added(&object, "name", json!(client.name));
                self.compare(&object, &default, &client.settings);
                let event = self.event("client.create").about("client", &client.id);
                self.steps.push(Step::new(Work::InsertClient(Box::new(client.clone())), event));
            }
            Some(one) => {
                let mut keys = self.compare(&object, &one.client.settings, &client.settings);
                if one.client.name != client.name {
                    self.modified(&object, "name", json!(one.client.name), json!(client.name));
                    keys.push("name".to_owned());
                }
                if !keys.is_empty() {
                    let event = self.event("client.update").about("client", &client.id).with("changed", keys);
                    self.steps.push(Step::new(Work::UpdateClient(Box::new(client.clone())), event));
                }
            }
        }
        self.secrets(declared, &client, present.as_ref())
    }

    /// What the declaration names is added; what it does not name stays, unless it prunes. A confidential client
    /// without any gets a drawn one, a public one keeps none.
    fn secrets(
        &mut self,
        declared: &ClientDeclaration,
        client: &AppClient,
        present: Option<&PresentClient>,
    ) -> Result<(), PlanError> {
        let active = |secret: &&SealedSecret| secret.retires_at.is_none_or(|end| end > self.now);
        let stored: Vec<SealedSecret> =
            present.map_or(&[][..], |one| &one.secrets).iter().filter(active).cloned().collect();
        if !client.settings.confidential {
            if let Some(secret) = declared.secrets.iter().flatten().next() {
                let reason =
                    "a public client has no secret; set settings.confidential or leave the secret out";
                self.refuse(&secret.place, "pool.client.secret", reason);
            }
            for secret in &stored {
                self.remove_secret(&client.id, &secret.id);
            }
            return Ok(());
        }
        let mut had: Vec<(String, SecretString)> = Vec::new();
        for secret in &stored {
            had.push((secret.id.clone(), clients::open(self.env, &self.pool.id, secret)?.value));
        }
        let mut wanted: Vec<SecretString> = Vec::new();
        for secret in declared.secrets.iter().flatten() {
            match clients::value_or_drawn(self.env, Some(secret.value.clone())) {
                Ok(value) if wanted.iter().any(|other| same(other, &value)) => {
                    self.refuse(&secret.place, "pool.client.secret", "is there twice");
                }
                Ok(value) => wanted.push(value),
                Err(error) => self.refuse(&secret.place, "pool.client.secret", error.to_string()),
            }
        }
        let mut ids: Vec<String> = had.iter().map(|(id, _)| id.clone()).collect();
        if declared.secrets.is_some() && self.options.prune {
            let gone: Vec<String> = had
                .iter()
                // One that has an end goes by itself.
                .filter(|(id, _)| stored.iter().any(|secret| secret.id == *id && secret.retires_at.is_none()))
                .filter(|(_, value)| !wanted.iter().any(|other| same(other, value)))
                .map(|(id, _)| id.clone())
                .collect();
            for id in gone {
                ids.retain(|other| *other != id);
                self.remove_secret(&client.id, &id);
            }
        }
        let mut fresh: Vec<SecretString> =
            wanted.iter().filter(|value| !had.iter().any(|(_, other)| same(other, value))).cloned().collect();
        let place = declared.secrets.iter().flatten().next().map_or(&declared.place, |secret| &secret.place);
        if ids.len() + fresh.len() > clients::MOST_SECRETS {
            let reason = format!(
                "would be one of more than {} active secrets; --prune deletes those that are not named",
                clients::MOST_SECRETS
            );
            self.refuse(place, "pool.client.secret", reason);
            return Ok(());
        }
        if !fresh.is_empty() && ids.iter().any(|id| had.iter().any(|(had, _)| had == id)) {
            let named = |value: &SecretString| wanted.iter().any(|other| same(other, value));
            if had.iter().any(|(id, value)| ids.contains(id) && !named(value)) {
                self.notes.push(format!(
                    "the client {} gets a new secret and keeps its earlier one, until it is applied with --prune",
                    client.id
                ));
            }
        }
        let lasting =
            |id: &String| stored.iter().any(|secret| secret.id == *id && secret.retires_at.is_none());
        if !ids.iter().any(lasting) && fresh.is_empty() {
            let value = clients::value_or_drawn(self.env, None)?;
            self.drawn.push(DrawnSecretOf { client: client.id.clone(), value: value.clone() });
            fresh.push(value);
        }
        // Ids of secrets that go may not be given again in the same write.
        let mut taken: Vec<String> = had.iter().map(|(id, _)| id.clone()).chain(ids).collect();
        for value in fresh {
            let sealed = clients::seal(self.env, client, &value, &taken);
            taken.push(sealed.id.clone());
            self.changes.push(Change::new(
                ChangeKind::Add,
                &["client", client.id.as_str()],
                "secret (not shown)",
            ));
            let event = self.event("client.add_secret").about("client", &client.id);
            let event = event.with("secret", sealed.id.clone());
            self.steps.push(Step::new(Work::InsertSecret(client.id.clone(), sealed), event));
        }
        Ok(())
    }

    fn remove_secret(&mut self, client: &ClientId, id: &str) {
        self.changes.push(Change::new(
            ChangeKind::Remove,
            &["client", client.as_str()],
            format!("secret {id}"),
        ));
        let event = self.event("client.delete_secret").about("client", client).with("secret", id);
        self.steps.push(Step::new(Work::DeleteSecret(client.clone(), id.to_owned()), event));
    }
}
