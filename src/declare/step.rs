//! What is to be written, one step a change, each with its audit event.

use crate::directory::declared::{DeclaredUser, NewPerson};
use crate::model::attributes::AttributeMap;
use crate::model::client::AppClient;
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
    pub(super) event: AuditEvent,
}

/// One thing to write.
#[derive(Clone)]
pub(super) enum Work {
    InsertPool(Box<UserPool>),
    UpdatePool(Box<UserPool>),
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
