//! A pool, a client and what people do in them.

use std::sync::Arc;

use vestibule::directory::sign_up::{self, SignUpRequest, SignUpResult};
use vestibule::directory::{DirectoryError, clients, confirm, names, users};
use vestibule::env::Env;
use vestibule::messages::outbox;
use vestibule::model::attributes::AttributeMap;
use vestibule::model::client::{AppClient, ClientSettings};
use vestibule::model::flow::Subject;
use vestibule::model::ids::UserId;
use vestibule::model::message::{MessageKind, OutgoingMessage};
use vestibule::model::pool::{ContactKind, PoolSettings, SignInAlias, SignInNames, UserPool};
use vestibule::model::user::User;

use crate::support::database::TestDatabase;
use crate::support::env::{TestEnv, caller, test_env};

/// The password of everybody.
pub const PASSWORD: &str = "Correct-Horse-7";

/// A pool with a client.
pub struct World {
    pub test: TestEnv,
    pub env: Env,
    pub pool: UserPool,
    pub client: AppClient,
    /// The database goes with it.
    _database: Arc<TestDatabase>,
}

/// An address in place of a user name; self-sign-up is on.
pub fn by_email(settings: &mut PoolSettings) {
    settings.self_sign_up = true;
    settings.sign_in =
        SignInNames { username_attributes: vec![ContactKind::Email], ..SignInNames::default() };
}

/// User names with the address as an alias; self-sign-up is on.
pub fn by_name(settings: &mut PoolSettings) {
    settings.self_sign_up = true;
    settings.sign_in = SignInNames { aliases: vec![SignInAlias::Email], ..SignInNames::default() };
}

impl World {
    pub async fn new(database: TestDatabase, change: impl FnOnce(&mut PoolSettings)) -> Self {
        let test = test_env(&database).await;
        let pool = test.pool(change).await;
        let new = clients::NewClient {
            id: None,
            name: "Web".to_owned(),
            settings: ClientSettings::default(),
            secret: None,
        };
        let client = clients::create(&test.env, &pool, new).await.expect("the client can be made");
        Self { env: test.env.clone(), test, pool, client, _database: Arc::new(database) }
    }

    pub async fn sign_up(
        &self,
        username: Option<&str>,
        given: &[(&str, &str)],
    ) -> Result<SignUpResult, DirectoryError> {
        let request = SignUpRequest {
            username: username.map(str::to_owned),
            password: PASSWORD.to_owned(),
            attributes: attributes(given),
            accepted_terms: None,
        };
        sign_up::sign_up(&self.env, &caller("192.0.2.1"), &self.pool, &self.client, request).await
    }

    /// Signs somebody up who is new.
    pub async fn newcomer(&self, username: Option<&str>, given: &[(&str, &str)]) -> UserId {
        match self.sign_up(username, given).await.expect("a good sign-up").subject {
            Subject::Known(id) => id,
            other => panic!("not a new user: {other:?}"),
        }
    }

    /// Signs somebody up and confirms with the mailed code.
    pub async fn member(&self, username: Option<&str>, email: &str) -> User {
        let id = self.newcomer(username, &[("email", email)]).await;
        self.confirm(&id, &self.code_to(email).await).await.expect("the code is right");
        self.user(&id).await
    }

    pub async fn confirm(&self, id: &UserId, code: &str) -> Result<(), DirectoryError> {
        let subject = Subject::Known(id.clone());
        confirm::confirm_sign_up(&self.env, &self.pool, &subject, code).await.map(drop)
    }

    pub async fn user(&self, id: &UserId) -> User {
        self.find(id).await.expect("the user exists")
    }

    pub async fn find(&self, id: &UserId) -> Option<User> {
        users::find(&self.env, &self.pool, id).await.expect("the database answers")
    }

    pub async fn named(&self, typed: &str) -> Option<UserId> {
        let found = names::find_for_sign_in(&self.env, &self.pool, typed).await;
        found.expect("the database answers").map(|user| user.id)
    }

    /// Sends what waits; everything that was sent to an address.
    pub async fn messages_to(&self, address: &str) -> Vec<OutgoingMessage> {
        outbox::deliver_due(&self.env).await.expect("the database answers");
        let all = self.test.mail.all().into_iter().chain(self.test.sms.all());
        all.filter(|message| message.to == address).collect()
    }

    pub async fn kinds_to(&self, address: &str) -> Vec<MessageKind> {
        self.messages_to(address).await.into_iter().map(|message| message.kind).collect()
    }

    /// The code in the newest message to an address.
    pub async fn code_to(&self, address: &str) -> String {
        let last = self.messages_to(address).await.pop().expect("a message was sent");
        last.code.expect("the message holds a code")
    }

    /// How many people the pool has.
    pub async fn count(&self) -> usize {
        let pool = self.pool.id.clone();
        let ids = self.env.db.read(move |c| vestibule::store::users::list_ids(c, &pool)).await;
        ids.expect("the database answers").len()
    }
}

/// A map of attributes.
pub fn attributes(given: &[(&str, &str)]) -> AttributeMap {
    given.iter().map(|(name, value)| ((*name).to_owned(), (*value).to_owned())).collect()
}

/// A code that is not `code`.
pub fn other_than(code: &str) -> &'static str {
    if code == "000000" { "000001" } else { "000000" }
}

/// A variant's name, to count outcomes.
pub fn outcome<T>(result: &Result<T, DirectoryError>) -> &'static str {
    match result {
        Ok(_) => "ok",
        Err(DirectoryError::UsernameTaken) => "taken",
        Err(DirectoryError::CodeMismatch) => "mismatch",
        Err(DirectoryError::CodeExpired) => "expired",
        Err(DirectoryError::TooManyTries) => "too many",
        Err(DirectoryError::Limited(_)) => "limited",
        Err(DirectoryError::PasswordReused) => "reused",
        Err(DirectoryError::Busy) => "busy",
        Err(other) => panic!("unexpected: {other:?}"),
    }
}
