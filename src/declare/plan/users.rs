//! People: made with everything, afterwards only attributes, groups and the switch are changed.

use std::collections::BTreeSet;

use secrecy::ExposeSecret;
use serde_json::json;
use zeroize::Zeroizing;

use super::super::change::{Change, ChangeKind};
use super::super::people::UserDeclaration;
use super::super::present::PresentUser;
use super::super::step::{Step, Work};
use super::Draft;
use crate::crypto::totp;
use crate::directory::declared::{self, DeclaredUser};
use crate::model::user::UserStatus;

impl Draft<'_> {
    pub(super) fn users(&mut self, groups: &BTreeSet<String>) {
        let mut without_password = 0;
        let mut seen: Vec<(&str, String)> = Vec::new();
        for (index, user) in self.declaration.users.iter().enumerate() {
            for (group, place) in user.groups.iter().filter(|(group, _)| !groups.contains(group)) {
                self.refuse(place, "pool.user.groups", format!("the pool has no group {group:?}"));
            }
            let present = self.present.users.get(index).cloned().flatten();
            match present {
                Some(present) => {
                    let id = present.user.id.to_string();
                    if let Some((first, _)) = seen.iter().find(|(_, other)| *other == id) {
                        let reason = format!("is the same person as {first:?}");
                        self.refuse(&user.place, "pool.user", reason);
                    }
                    seen.push((user.label(), id));
                    self.present_user(user, &present);
                }
                None => {
                    without_password += usize::from(user.password.is_none() && user.password_hash.is_none());
                    self.new_user(user);
                }
            }
        }
        if without_password > 0 {
            self.notes.push(format!(
                "{without_password} people are made without a password; they get in by a code or by \"forgot password\""
            ));
        }
    }

    fn new_user(&mut self, user: &UserDeclaration) {
        let plain =
            |secret: &super::super::secret::SecretAt| Zeroizing::new(secret.value.expose_secret().to_owned());
        let totp_seed = user.totp_seed.as_ref().and_then(|secret| {
            let seed = totp::secret_from_base32(secret.value.expose_secret());
            if seed.is_none() {
                self.refuse(&secret.place, "pool.user.totp_seed", "must be 10 to 128 bytes in base32");
            }
            seed.map(Zeroizing::new)
        });
        let declared = DeclaredUser {
            id: user.id.clone(),
            username: user.username.clone(),
            attributes: user.attributes.clone(),
            status: user.status.unwrap_or(UserStatus::Confirmed),
            enabled: user.enabled.unwrap_or(true),
            password: user.password.as_ref().map(plain),
            password_hash: user.password_hash.as_ref().map(plain),
            totp_seed,
            totp_device: user.totp_device.clone(),
            message_factors: user.message_factors.clone(),
            preferred_factor: user.preferred_factor,
        };
        for (key, reason) in declared::problems(&self.pool, &declared) {
            let secret = match key {
                "password" => user.password.as_ref(),
                "password_hash" => user.password_hash.as_ref(),
                "totp_seed" => user.totp_seed.as_ref(),
                _ => None,
            };
            let place = secret.map_or(&user.place, |secret| &secret.place);
            self.refuse(place, &format!("pool.user.{key}"), reason);
        }
        let object = ["user", user.label()];
        self.object(ChangeKind::Add, &object);
        self.added(&object, "status", json!(declared.status));
        if !declared.attributes.is_empty() {
            self.added(&object, "attributes", json!(declared.attributes));
        }
        let groups: Vec<String> = user.groups.iter().map(|(name, _)| name.clone()).collect();
        if !groups.is_empty() {
            self.added(&object, "groups", json!(groups));
        }
        for (key, given) in [
            ("password (not shown)", declared.password.is_some()),
            ("password_hash (not shown)", declared.password_hash.is_some()),
            ("totp_seed (not shown)", declared.totp_seed.is_some()),
        ] {
            if given {
                self.changes.push(Change::new(ChangeKind::Add, &object, key));
            }
        }
        let event = self.event("user.create");
        self.steps.push(Step::new(Work::MakePerson(Box::new(declared), groups), event));
    }

    fn present_user(&mut self, user: &UserDeclaration, present: &PresentUser) {
        let object = ["user", user.label()];
        let id = &present.user.id;
        let given = declared::differing(&present.user, &user.attributes);
        for reason in declared::change_problems(&self.pool, &present.user, &user.attributes) {
            self.refuse(&user.place, "pool.user.attributes", reason);
        }
        if !given.is_empty() {
            for (name, value) in &given {
                let before = present.user.attributes.get(name);
                self.modified(&object, &format!("attributes.{name}"), json!(before), json!(value));
            }
            let names: Vec<String> = given.keys().cloned().collect();
            let event = self.event("user.update").about("user", id).with("attributes", names);
            self.steps.push(Step::new(Work::ChangePerson(id.clone(), user.attributes.clone()), event));
        }
        if let Some(enabled) = user.enabled.filter(|enabled| *enabled != present.user.enabled) {
            self.modified(&object, "enabled", json!(!enabled), json!(enabled));
            let event = self.event(if enabled { "user.enable" } else { "user.disable" }).about("user", id);
            self.steps.push(Step::new(Work::EnablePerson(id.clone(), enabled), event));
        }
        for (group, _) in user.groups.iter().filter(|(group, _)| !present.groups.contains(group)) {
            self.added(&object, "groups", json!(group));
            let event = self.event("group.add_member").about("user", id).with("group", group.as_str());
            self.steps.push(Step::new(Work::AddMember(group.clone(), id.clone()), event));
        }
    }
}
