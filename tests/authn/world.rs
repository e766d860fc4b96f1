//! A pool with a client, people, a clock and a mailbox, and short words for what they do.

use std::sync::{Arc, mpsc};
use std::time::Duration;

use vestibule::authn::{self, AuthnError, FlowHandle, Step};
use vestibule::crypto::totp;
use vestibule::directory::users::NewUser;
use vestibule::directory::{clients, factors, pools, users};
use vestibule::messages::outbox;
use vestibule::model::attributes::{AttributeMap, AttributeSchema};
use vestibule::model::caller::Caller;
use vestibule::model::client::{AppClient, ClientSettings};
use vestibule::model::flow::{Answer, Authenticated, Challenge, Surface};
use vestibule::model::ids::AuthorizationId;
use vestibule::model::pool::{
    ContactKind, FirstFactor, MfaConfiguration, PoolSettings, SecondFactor, UserPool,
};
use vestibule::model::user::User;

use crate::support::database::TestDatabase;
use crate::support::env::{TestEnv, caller, test_env};

pub const ADA: &str = "ada@example.com";
pub const PASSWORD: &str = "Correct-Horse-7";
pub const WRONG: &str = "Wrong-Horse-7";
pub const BROWSER: &str = "fingerprint-of-this-browser";
pub const MINUTE: Duration = Duration::from_secs(60);
const SEED: &[u8] = b"twenty bytes of seed";

pub type Answered = Result<Step, AuthnError>;

/// A pool, a client and everything around them.
pub struct World {
    pub test: TestEnv,
    pub pool: UserPool,
    pub client: AppClient,
    pub caller: Caller,
    _database: TestDatabase,
}

/// A pool in which people sign in by e-mail.
pub fn by_email() -> PoolSettings {
    let mut settings = PoolSettings { self_sign_up: true, ..PoolSettings::default() };
    settings.sign_in.username_attributes = vec![ContactKind::Email, ContactKind::Phone];
    settings.message_limits.sms_countries = vec!["*".into()];
    settings
}

/// The same with second factors.
pub fn with_mfa(configuration: MfaConfiguration) -> PoolSettings {
    let mut settings = by_email();
    settings.mfa.configuration = configuration;
    settings.mfa.factors = vec![SecondFactor::Totp, SecondFactor::Email, SecondFactor::Sms];
    settings
}

/// The same with authenticator apps alone.
pub fn with_apps(configuration: MfaConfiguration) -> PoolSettings {
    let mut settings = with_mfa(configuration);
    settings.mfa.factors = vec![SecondFactor::Totp];
    settings
}

/// The same with codes in place of passwords.
pub fn with_codes() -> PoolSettings {
    PoolSettings { first_factors: vec![FirstFactor::EmailOtp, FirstFactor::SmsOtp], ..by_email() }
}

/// The same with a required attribute beside the address.
pub fn with_required_name() -> PoolSettings {
    PoolSettings { schema: vec![AttributeSchema::standard("given_name", true)], ..by_email() }
}

impl World {
    pub async fn new(database: TestDatabase, settings: PoolSettings) -> Self {
        let test = test_env(&database).await;
        let pool = pools::create(&test.env, None, "people", settings).await.expect("a pool");
        let new = clients::NewClient {
            id: None,
            name: "app".into(),
            settings: ClientSettings {
                callback_urls: vec!["https://app.example.com/cb".into()],
                ..ClientSettings::default()
            },
            secret: None,
        };
        let client = clients::create(&test.env, &pool, new).await.expect("a client");
        Self { test, pool, client, caller: caller("192.0.2.7"), _database: database }
    }

    /// A world with Ada in it, confirmed, her address proven.
    pub async fn with_ada(database: TestDatabase, settings: PoolSettings) -> (Arc<Self>, User) {
        let world = Self::new(database, settings).await;
        let ada = world.person(ADA, &[]).await;
        (Arc::new(world), ada)
    }

    /// A confirmed person with a proven e-mail address.
    pub async fn person(&self, email: &str, more: &[(&str, &str)]) -> User {
        self.create(email, more, Some(PASSWORD), false).await
    }

    /// A person with a temporary password.
    pub async fn invited(&self, email: &str) -> User {
        self.create(email, &[], Some(PASSWORD), true).await
    }

    async fn create(
        &self,
        email: &str,
        more: &[(&str, &str)],
        password: Option<&str>,
        temporary: bool,
    ) -> User {
        let mut attributes: AttributeMap = [("email", email), ("email_verified", "true")]
            .iter()
            .chain(more)
            .map(|(name, value)| ((*name).to_owned(), (*value).to_owned()))
            .collect();
        if self.pool.settings.schema.iter().any(|schema| schema.name == "given_name") {
            attributes.insert("given_name".into(), String::new());
        }
        attributes.retain(|_, value| !value.is_empty());
        let username = self
            .pool
            .settings
            .sign_in
            .has_free_form_usernames()
            .then(|| email.split('@').next().expect("a local part").to_owned());
        let password = password.map(str::to_owned);
        let new = NewUser { username, attributes, password, temporary, invite: false };
        users::create(&self.test.env, &self.caller, &self.pool, new).await.expect("a person")
    }

    /// Gives a person an authenticator app.
    pub async fn give_totp(&self, user: &User) {
        factors::set_totp(&self.test.env, &self.pool, &user.id, SEED, Some("phone")).await.expect("a seed");
    }

    /// The code that the app shows now.
    pub fn totp_code(&self) -> String {
        totp::code_at(SEED, self.test.env.now() / 30_000)
    }

    pub fn pass(&self, time: Duration) {
        self.test.clock.advance(time);
    }

    /// Delivers what waits, and returns the code of the last message to an address.
    pub async fn code_sent_to(&self, address: &str) -> Option<String> {
        outbox::deliver_due(&self.test.env).await.expect("the outbox answers");
        let mailed = self.test.mail.last_to(address).and_then(|message| message.code);
        mailed.or_else(|| self.test.sms.last_to(address).and_then(|message| message.code))
    }

    /// How many messages have left.
    pub async fn messages_sent(&self) -> usize {
        outbox::deliver_due(&self.test.env).await.expect("the outbox answers");
        self.test.mail.all().len() + self.test.sms.all().len()
    }

    pub async fn begin(&self) -> Step {
        let surface = Surface::Hosted {
            authorization: AuthorizationId::trusted("the-authorization"),
            browser: BROWSER.into(),
        };
        authn::begin(&self.test.env, &caller("192.0.2.1"), (&self.pool, &self.client), surface, None)
            .await
            .expect("a flow")
    }

    pub async fn answer(&self, step: &Step, answer: Answer) -> Answered {
        self.answer_with(&handle(step), answer).await
    }

    pub async fn answer_with(&self, handle: &FlowHandle, answer: Answer) -> Answered {
        authn::advance(&self.test.env, &self.caller, &self.pool, handle, BROWSER, answer).await
    }

    pub async fn current(&self, step: &Step) -> Answered {
        authn::current(&self.test.env, &self.pool, &handle(step), BROWSER).await
    }

    /// A fresh flow answered with name and password.
    pub async fn sign_in(&self, username: &str, password: &str) -> Answered {
        let step = self.begin().await;
        self.answer(&step, typed(username, password)).await
    }

    /// Keeps the worker of the password queue from its work until the value is dropped.
    pub async fn occupy_the_queue(&self) -> mpsc::Sender<()> {
        let (release, released) = mpsc::channel();
        let (started, has_started) = tokio::sync::oneshot::channel();
        let queue = self.test.env.passwords.clone();
        tokio::spawn(async move {
            let wait = move || {
                let _ = started.send(());
                let _ = released.recv();
            };
            queue.run(wait).await
        });
        has_started.await.expect("the queue takes work");
        release
    }

    /// The state of a person now.
    pub async fn user(&self, user: &User) -> User {
        users::find(&self.test.env, &self.pool, &user.id).await.expect("an answer").expect("a person")
    }
}

pub fn typed(username: &str, password: &str) -> Answer {
    Answer::Password { username: username.into(), password: password.into() }
}

pub fn code(code: &str) -> Answer {
    Answer::Code(code.into())
}

/// A code of the right form that is not `right`.
pub fn another(right: &str) -> Answer {
    code(if right == "123456" { "654321" } else { "123456" })
}

pub fn handle(step: &Step) -> FlowHandle {
    match step {
        Step::Challenge { handle, .. } => handle.clone(),
        Step::Authenticated(_) => panic!("the flow is complete"),
    }
}

pub fn challenge(step: &Step) -> &Challenge {
    match step {
        Step::Challenge { challenge, .. } => challenge,
        Step::Authenticated(_) => panic!("the flow is complete"),
    }
}

pub fn authenticated(step: Step) -> Authenticated {
    match step {
        Step::Authenticated(authenticated) => authenticated,
        Step::Challenge { challenge, .. } => panic!("still asked: {challenge:?}"),
    }
}
