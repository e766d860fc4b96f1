//! What is to be written, one step a change, each with its audit event.

use crate::directory::declared::{DeclaredUser, NewPerson};
use crate::directory::domains::inside::Addition;
use crate::model::attributes::AttributeMap;
use crate::model::client::AppClient;
use crate::model::domain::DomainName;
use crate::model::event::AuditEvent;
use crate::model::group::Group;
use crate::model::ids::{ClientId, UserId};
use crate::model::pool::UserPool;
use crate::model::resource_server::ResourceServer;
use crate::store::client_secrets::SealedSecret;
use crate::store::identity_providers::StoredProvider;

/// One thing to write, and what the audit trail says about it.
#[derive(Clone)]
pub(super) struct Step {
    pub(super) work: Work,
    /// Absent where the work itself says it.
    pub(super) event: Option<AuditEvent>,
}

impl Step {
    pub(super) fn new(work: Work, event: AuditEvent) -> Self {
        Self { work, event: Some(event) }
    }
}

/// One thing to write.
#[derive(Clone)]
pub(super) enum Work {
    InsertPool(Box<UserPool>),
    UpdatePool(Box<UserPool>),
    AddDomain(Addition),
    SetPrimaryDomain(DomainName),
    DeleteDomain(DomainName),
    PutServer(ResourceServer),
    DeleteServer(String),
    InsertGroup(Group),
    UpdateGroup(Group),
    DeleteGroup(String),
    PutProvider(Box<StoredProvider>),
    DeleteProvider(String),
    InsertClient(Box<AppClient>),
    UpdateClient(Box<AppClient>),
    DeleteClient(ClientId),
    InsertSecret(ClientId, SealedSecret),
    DeleteSecret(ClientId, String),
    /// Hashed before the write begins, which makes it an [`Work::InsertPerson`].
    MakePerson(Box<DeclaredUser>, Vec<String>),
    InsertPerson(Box<NewPerson>, Vec<String>),
    /// All that the declaration gives, not only what differs: with a new address the word that it is proven counts.
    ChangePerson(UserId, AttributeMap),
    EnablePerson(UserId, bool),
    AddMember(String, UserId),
}

impl Work {
    pub(super) fn is_about_domains(&self) -> bool {
        matches!(self, Self::AddDomain(_) | Self::SetPrimaryDomain(_) | Self::DeleteDomain(_))
    }
}
