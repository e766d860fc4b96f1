//! The document: what a declaration says, read from its trees with every problem that needs no database.

use std::collections::{BTreeMap, HashMap};

use serde::Deserialize;

use super::branding;
use super::fields::Fields;
use super::problem::{Place, Problem, Problems};
use super::secret::{SecretAt, Values};
use super::settings::SettingsDeclaration;
use super::source::{Source, Sources};
use crate::model::client::ClientSettings;
use crate::model::domain::{DomainKind, DomainName};
use crate::model::ids::{ClientId, PoolId};
use crate::model::pool::PoolSettings;
use crate::model::provider::ProviderKind;
use crate::model::resource_server::ResourceScope;

use super::people::{self, UserDeclaration};

/// What a declaration says.
pub struct Document {
    pub(super) pools: Vec<PoolDeclaration>,
}

/// A pool.
pub(super) struct PoolDeclaration {
    pub(super) place: Place,
    pub(super) id: Option<PoolId>,
    pub(super) name: Option<String>,
    pub(super) settings: SettingsDeclaration,
    pub(super) domains: Vec<DomainDeclaration>,
    pub(super) servers: Vec<ServerDeclaration>,
    pub(super) clients: Vec<ClientDeclaration>,
    pub(super) groups: Vec<GroupDeclaration>,
    pub(super) providers: Vec<ProviderDeclaration>,
    pub(super) users: Vec<UserDeclaration>,
}

/// A domain.
pub(super) struct DomainDeclaration {
    pub(super) place: Place,
    pub(super) name: DomainName,
    pub(super) is_primary: bool,
    pub(super) waive_proof: bool,
}

/// A resource server.
pub(super) struct ServerDeclaration {
    pub(super) place: Place,
    pub(super) identifier: String,
    pub(super) name: Option<String>,
    pub(super) scopes: Option<Vec<ResourceScope>>,
}

/// An app client.
pub(super) struct ClientDeclaration {
    pub(super) place: Place,
    pub(super) id: ClientId,
    pub(super) name: Option<String>,
    pub(super) settings: SettingsDeclaration,
    pub(super) secrets: Option<Vec<SecretAt>>,
}

/// A group.
pub(super) struct GroupDeclaration {
    pub(super) place: Place,
    pub(super) name: String,
    pub(super) description: Option<String>,
    pub(super) precedence: Option<i64>,
    pub(super) role_arn: Option<String>,
}

/// An identity provider.
pub(super) struct ProviderDeclaration {
    pub(super) place: Place,
    pub(super) name: String,
    pub(super) kind: ProviderKind,
    pub(super) details: BTreeMap<String, SecretAt>,
    pub(super) attribute_mapping: Option<BTreeMap<String, String>>,
    pub(super) identifiers: Option<Vec<String>>,
    /// Where single values stand, by what problems call them: `details.client_id`, `attribute_mapping.email` …
    pub(super) places: BTreeMap<String, Place>,
}

impl Document {
    /// Reads the parsed files as one declaration; the same pool may stand in several of them.
    ///
    /// # Errors
    /// Every problem that can be found without the database.
    pub fn read(sources: &Sources) -> Result<Self, Vec<Problem>> {
        let problems = Problems::default();
        let mut pools: Vec<PoolDeclaration> = Vec::new();
        for source in &sources.roots {
            for pool in read_source(source, &problems) {
                let same = pools.iter_mut().find(|other| other.key() == pool.key());
                match same {
                    Some(other) => other.join(pool, &problems),
                    None => pools.push(pool),
                }
            }
        }
        find_twins(&pools, &problems);
        if problems.is_empty() { Ok(Self { pools }) } else { Err(problems.into_list()) }
    }

    /// How many pools it is about.
    pub fn pool_count(&self) -> usize {
        self.pools.len()
    }
}

fn read_source(source: &Source, problems: &Problems) -> Vec<PoolDeclaration> {
    let values = Values { folder: &source.folder };
    let Some(mut fields) = Fields::of(&source.root, String::new(), problems, &values) else {
        return Vec::new();
    };
    let pools = fields.tables("pool", read_pool);
    fields.finish();
    pools
}

fn read_pool(fields: &mut Fields<'_>) -> Option<PoolDeclaration> {
    let id = fields.text("id").map(|(text, place)| {
        PoolId::parse(text).map_err(|error| fields.refuse_key(place, "id", error.reason)).ok()
    });
    let name = fields.text("name").map(|(text, _)| text.to_owned());
    if !fields.has("id") && !fields.has("name") {
        fields.refuse("needs an id or, to be found by it, a name");
    }
    let pool = PoolDeclaration {
        place: fields.place.clone(),
        id: id.flatten(),
        name,
        settings: read_settings::<PoolSettings>(fields),
        domains: fields.tables("domain", read_domain),
        servers: fields.tables("resource_server", read_server),
        clients: fields.tables("client", read_client),
        groups: fields.tables("group", read_group),
        providers: fields.tables("identity_provider", read_provider),
        users: fields.tables("user", people::read),
    };
    // Without a key it could be taken for another one.
    (pool.id.is_some() || pool.name.is_some()).then_some(pool)
}

fn read_settings<T>(fields: &mut Fields<'_>) -> SettingsDeclaration
where
    T: Default + serde::Serialize + serde::de::DeserializeOwned,
{
    let table = fields.table("settings").map(|table| branding::with_files(table, fields));
    let reset = fields.texts("reset").unwrap_or_default();
    let reset = reset.into_iter().map(|(text, place)| (text.to_owned(), place.clone())).collect();
    let declaration = SettingsDeclaration { table, reset };
    declaration.check::<T>(&fields.path, fields.problems);
    declaration
}

fn read_domain(fields: &mut Fields<'_>) -> Option<DomainDeclaration> {
    let name = fields.needed_text("name").and_then(|(text, place)| {
        DomainName::parse(text).map_err(|error| fields.refuse_key(place, "name", error.0)).ok()
    });
    let is_primary = fields.boolean("primary").unwrap_or_default();
    let waive_proof = fields.boolean("waive_proof").unwrap_or_default();
    let name = name?;
    if is_primary && name.kind == DomainKind::Prefix {
        fields.refuse("a prefix cannot be the primary domain: that is the custom one that metadata names");
    }
    Some(DomainDeclaration { place: fields.place.clone(), name, is_primary, waive_proof })
}

fn read_server(fields: &mut Fields<'_>) -> Option<ServerDeclaration> {
    let identifier = fields.needed_text("identifier").map(|(text, _)| text.to_owned());
    let name = fields.text("name").map(|(text, _)| text.to_owned());
    let scopes = fields.take("scopes").and_then(|node| match Vec::<ResourceScope>::deserialize(node) {
        Ok(scopes) => Some(scopes),
        Err(misfit) => {
            fields.refuse_key(misfit.place.as_ref().unwrap_or(&node.place), "scopes", misfit.reason);
            None
        }
    });
    Some(ServerDeclaration { place: fields.place.clone(), identifier: identifier?, name, scopes })
}

fn read_client(fields: &mut Fields<'_>) -> Option<ClientDeclaration> {
    let id = fields.needed_text("id").and_then(|(text, place)| {
        ClientId::parse(text).map_err(|error| fields.refuse_key(place, "id", error.reason)).ok()
    });
    let name = fields.text("name").map(|(text, _)| text.to_owned());
    let settings = read_settings::<ClientSettings>(fields);
    let secrets = fields.secrets("secret");
    Some(ClientDeclaration { place: fields.place.clone(), id: id?, name, settings, secrets })
}

fn read_group(fields: &mut Fields<'_>) -> Option<GroupDeclaration> {
    let name = fields.needed_text("name").map(|(text, _)| text.to_owned());
    let description = fields.text("description").map(|(text, _)| text.to_owned());
    let precedence = fields.integer("precedence");
    let role_arn = fields.text("role_arn").map(|(text, _)| text.to_owned());
    Some(GroupDeclaration { place: fields.place.clone(), name: name?, description, precedence, role_arn })
}

fn read_provider(fields: &mut Fields<'_>) -> Option<ProviderDeclaration> {
    let name = fields.needed_text("name").map(|(text, _)| text.to_owned());
    let kind = fields.needed_text("kind").and_then(|(text, place)| {
        let kind = ProviderKind::parse(text);
        if kind.is_none() {
            let words: Vec<&str> = ProviderKind::ALL.iter().map(|kind| kind.as_str()).collect();
            fields.refuse_key(place, "kind", format!("must be one of {}", words.join(", ")));
        }
        kind
    });
    let mut places = BTreeMap::new();
    let details = fields.secret_map("details");
    for (name, detail) in &details {
        places.insert(format!("details.{name}"), detail.place.clone());
    }
    let mapping = fields.map("attribute_mapping").map(|map| {
        let pair = |(name, (claim, place)): (String, (&str, &Place))| {
            places.insert(format!("attribute_mapping.{name}"), place.clone());
            (name, claim.to_owned())
        };
        map.into_iter().map(pair).collect()
    });
    let identifiers = fields.texts("idp_identifiers").map(|list| {
        if let Some((_, place)) = list.first() {
            places.insert("idp_identifiers".to_owned(), (*place).clone());
        }
        list.into_iter().map(|(text, _)| text.to_owned()).collect()
    });
    let place = fields.place.clone();
    Some(ProviderDeclaration {
        place,
        name: name?,
        kind: kind?,
        details,
        attribute_mapping: mapping,
        identifiers,
        places,
    })
}

impl PoolDeclaration {
    /// What makes two declarations the same pool.
    fn key(&self) -> (Option<&PoolId>, Option<&str>) {
        match &self.id {
            Some(id) => (Some(id), None),
            None => (None, self.name.as_deref()),
        }
    }

    /// Adds what another file says about the same pool.
    fn join(&mut self, other: Self, problems: &Problems) {
        let said_twice = (self.id.is_some() && self.name.is_some() && other.name.is_some())
            || (self.settings.table.is_some() && other.settings.table.is_some());
        if said_twice {
            let reason = format!("name and settings of this pool are already said at {}", self.place);
            problems.add(&other.place, "pool", reason);
        }
        self.name = self.name.take().or(other.name);
        self.settings.table = self.settings.table.take().or(other.settings.table);
        self.settings.reset.extend(other.settings.reset);
        self.domains.extend(other.domains);
        self.servers.extend(other.servers);
        self.clients.extend(other.clients);
        self.groups.extend(other.groups);
        self.providers.extend(other.providers);
        self.users.extend(other.users);
    }
}

/// Refuses what is declared twice.
fn find_twins(pools: &[PoolDeclaration], problems: &Problems) {
    // Client ids are unique on the whole server.
    let clients = pools.iter().flat_map(|pool| &pool.clients);
    twins(clients.map(|client| (client.id.as_str(), &client.place)), "pool.client", problems);
    let domains = pools.iter().flat_map(|pool| &pool.domains);
    twins(domains.map(|domain| (domain.name.name.as_str(), &domain.place)), "pool.domain", problems);
    for pool in pools {
        only_one(pool.domains.iter().filter(|domain| domain.is_primary), "is the primary domain", problems);
        let prefixes = pool.domains.iter().filter(|domain| domain.name.kind == DomainKind::Prefix);
        only_one(prefixes, "is the prefix", problems);
        let servers = pool.servers.iter().map(|server| (server.identifier.as_str(), &server.place));
        twins(servers, "pool.resource_server", problems);
        twins(pool.groups.iter().map(|group| (group.name.as_str(), &group.place)), "pool.group", problems);
        let providers = pool.providers.iter().map(|provider| (provider.name.as_str(), &provider.place));
        twins(providers, "pool.identity_provider", problems);
        let ids = pool.users.iter().filter_map(|user| Some((user.id.as_ref()?.as_str(), &user.place)));
        twins(ids, "pool.user", problems);
        let names = pool.users.iter().filter_map(|user| Some((user.username.as_deref()?, &user.place)));
        twins(names, "pool.user", problems);
        let mut identifiers: HashMap<&str, &ProviderDeclaration> = HashMap::new();
        for provider in &pool.providers {
            for identifier in provider.identifiers.iter().flatten() {
                let other = identifiers.insert(identifier, provider);
                if let Some(other) = other.filter(|other| other.name != provider.name) {
                    let reason = format!("shares an entry with {:?} at {}", other.name, other.place);
                    problems.add(&provider.place, "pool.identity_provider.idp_identifiers", reason);
                }
            }
        }
    }
}

/// Refuses the second of what a pool has one of.
fn only_one<'a>(domains: impl Iterator<Item = &'a DomainDeclaration>, what: &str, problems: &Problems) {
    let all: Vec<&DomainDeclaration> = domains.collect();
    if let [first, others @ ..] = all.as_slice() {
        for other in others {
            let reason = format!("{:?} {what} already, by {}", first.name.name, first.place);
            problems.add(&other.place, "pool.domain", reason);
        }
    }
}

fn twins<'a>(items: impl Iterator<Item = (&'a str, &'a Place)>, path: &str, problems: &Problems) {
    let mut seen: HashMap<&str, &Place> = HashMap::new();
    for (key, place) in items {
        if let Some(first) = seen.insert(key, place) {
            problems.add(place, path, format!("{key:?} is already declared at {first}"));
        }
    }
}
