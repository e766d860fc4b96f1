//! Domains.

use serde_json::json;

use super::super::change::ChangeKind;
use super::super::document::DomainDeclaration;
use super::super::step::{Step, Work};
use super::Draft;
use crate::directory::domains::inside::Addition;
use crate::directory::domains::{self, AddOptions};
use crate::model::domain::{DomainKind, DomainName, PoolDomain, challenge_record};

impl Draft<'_> {
    pub(super) fn domains(&mut self) {
        let declaration = self.declaration;
        // What goes comes first: a pool has one prefix.
        let gone: Vec<DomainName> = self
            .present
            .domains
            .iter()
            .filter(|present| !declaration.domains.iter().any(|declared| declared.name == present.name))
            .map(|present| present.name.clone())
            .collect();
        if self.options.prune {
            for name in &gone {
                self.object(ChangeKind::Remove, &["domain", &name.name]);
                self.steps.push(Step { work: Work::DeleteDomain(name.clone()), event: None });
            }
        }
        for declared in &declaration.domains {
            self.domain(declared, &gone);
        }
    }

    fn domain(&mut self, declared: &DomainDeclaration, gone: &[DomainName]) {
        let name = &declared.name;
        let object = ["domain", name.name.as_str()];
        let options = AddOptions { waive_proof: declared.waive_proof, ..AddOptions::default() };
        let obstacle = self.present.obstacles.iter().find(|(other, _)| other == name);
        let refusal = match obstacle {
            Some((_, sentence)) => Some(sentence.clone()),
            None => domains::check(&self.env.settings, name, options).err().map(|error| error.to_string()),
        };
        let present = self.present.domains.iter().find(|present| present.name == *name).cloned();
        if let (Some(sentence), None) = (refusal, &present) {
            self.refuse(&declared.place, "pool.domain", sentence);
            return;
        }
        let old_prefix = gone.iter().find(|old| old.kind == DomainKind::Prefix);
        if let (DomainKind::Prefix, Some(old), None, false) =
            (name.kind, old_prefix, &present, self.options.prune)
        {
            let sentence = format!("the pool has the prefix {:?}; --prune replaces it", old.name);
            self.refuse(&declared.place, "pool.domain", sentence);
            return;
        }
        let is_active = present.as_ref().is_some_and(PoolDomain::is_active);
        let answers = is_active || declared.waive_proof || name.kind == DomainKind::Prefix;
        match &present {
            None => {
                self.object(ChangeKind::Add, &object);
                self.add(declared, options);
            }
            Some(_) if !is_active && declared.waive_proof => {
                self.modified(&object, "active", json!(false), json!(true));
                self.add(declared, options);
            }
            Some(_) => {}
        }
        if !answers {
            self.notes.push(format!(
                "{} answers once DNS has the TXT record {}; `vestibule domain list` says what it must hold",
                name.name,
                challenge_record(&name.name)
            ));
        }
        let is_primary = present.as_ref().is_some_and(|present| present.is_primary);
        if declared.is_primary && !is_primary {
            if answers {
                self.modified(&object, "primary", json!(false), json!(true));
                self.steps.push(Step { work: Work::SetPrimaryDomain(name.clone()), event: None });
            } else {
                self.notes.push(format!(
                    "{} can be the primary domain once it answers; apply again then",
                    name.name
                ));
            }
        }
    }

    fn add(&mut self, declared: &DomainDeclaration, options: AddOptions) {
        let addition = Addition {
            pool: self.pool.id.clone(),
            name: declared.name.clone(),
            options,
            token: self.env.random.token(),
            now: self.now,
        };
        self.steps.push(Step { work: Work::AddDomain(addition), event: None });
    }
}
