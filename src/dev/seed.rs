//! The demonstration data of the development server: fixed values, so that `.env` files can be shared.
//!
//! Planting twice changes nothing: what exists is left as it is. Only the addresses of the stand-in providers follow the
//! server to another port.

mod providers;

use std::net::{IpAddr, Ipv4Addr};

use secrecy::SecretString;

use crate::crypto::totp;
use crate::directory::clients::NewClient;
use crate::directory::users::NewUser;
use crate::directory::{DirectoryError, clients, factors, groups, names, pools, resource_servers, users};
use crate::env::Env;
use crate::model::attributes::AttributeMap;
use crate::model::caller::Caller;
use crate::model::client::{ClientSettings, OAuthFlow, OWN_DIRECTORY};
use crate::model::group::Group;
use crate::model::ids::{ClientId, PoolId};
use crate::model::limits::{AbuseSettings, LockoutSettings, MessageLimits};
use crate::model::pool::{
    Compatibility, ContactKind, FirstFactor, MfaConfiguration, MfaSettings, PoolSettings, SecondFactor,
    SignInAlias, SignInNames, UserPool,
};
use crate::model::resource_server::{ResourceScope, ResourceServer};

/// The pool at the root of the development server: standard behaviour, sign-in by e-mail.
pub const DEFAULT_POOL: &str = "us-east-1_Demo00001";
/// The pool with Cognito's behaviour: user names, with e-mail as an alias.
pub const COGNITO_POOL: &str = "us-east-1_Demo00002";
/// Public client of the default pool.
pub const PUBLIC_CLIENT: &str = "demoweb";
/// Confidential client of the default pool.
pub const CONFIDENTIAL_CLIENT: &str = "demoserver";
/// Its secret.
pub const CONFIDENTIAL_SECRET: &str = "demoServerSecretLocalUseOnly0123456789abcdef";
/// Machine client of the default pool.
pub const MACHINE_CLIENT: &str = "demomachine";
/// Its secret.
pub const MACHINE_SECRET: &str = "demoMachineSecretLocalUseOnly0123456789abcdef";
/// Public client of the default pool whose people may sign in at every stand-in provider.
pub const SOCIAL_CLIENT: &str = "demosocial";
/// Public client of the Cognito pool.
pub const COGNITO_CLIENT: &str = "cognitoweb";
/// Public client of the Cognito pool whose people may sign in at two stand-in providers.
pub const COGNITO_SOCIAL_CLIENT: &str = "cognitosocial";
/// The stand-in providers of the Cognito pool.
const COGNITO_PROVIDERS: [&str; 2] = ["Google", "DemoOIDC"];
/// The seed of grace's authenticator app.
pub const GRACE_TOTP_SEED: &str = "JBSWY3DPEHPK3PXPJBSWY3DPEHPK3PXP";

/// A demonstration person.
pub struct Person {
    /// User name in the Cognito pool.
    pub username: &'static str,
    /// Address, verified, in both pools.
    pub email: &'static str,
    /// Password in both pools.
    pub password: &'static str,
    /// Given name.
    pub given_name: &'static str,
    /// Family name.
    pub family_name: &'static str,
}

/// A person without a second factor.
pub const ADA: Person = Person {
    username: "ada",
    email: "ada@example.com",
    password: "Correct-Horse-7",
    given_name: "Ada",
    family_name: "Lovelace",
};

/// A person with a second factor, in the group `admins`.
pub const GRACE: Person = Person {
    username: "grace",
    email: "grace@example.com",
    password: "Correct-Horse-8",
    given_name: "Grace",
    family_name: "Hopper",
};

/// How often another process may be first with something before that is an error.
const TRIES: usize = 10;

/// Writes the demonstration data that is not there yet.
///
/// # Errors
/// When the database did not answer.
pub async fn plant(env: &Env) -> Result<(), DirectoryError> {
    // Another process may plant at the same moment and be first with a name; what it made is left as it is.
    for _ in 0..TRIES {
        if plant_missing(env).await.is_ok() {
            return Ok(());
        }
    }
    plant_missing(env).await
}

async fn plant_missing(env: &Env) -> Result<(), DirectoryError> {
    let default = pool(env, DEFAULT_POOL, "Demo", default_pool_settings()).await?;
    let server = ResourceServer {
        pool_id: default.id.clone(),
        identifier: "demo".into(),
        name: "Demo API".into(),
        scopes: vec![ResourceScope { name: "read".into(), description: "Read the demo".into() }],
    };
    resource_servers::put(env, &default, server).await?;
    let web = ClientSettings {
        allowed_scopes: web_scopes(),
        any_loopback_url: true,
        // A calm first page; the other providers have clients of their own.
        identity_providers: Some(vec![OWN_DIRECTORY.to_owned()]),
        ..ClientSettings::default()
    };
    client(env, &default, PUBLIC_CLIENT, "Demo application", web.clone(), None).await?;
    let confidential = ClientSettings { confidential: true, ..web.clone() };
    client(env, &default, CONFIDENTIAL_CLIENT, "Demo server", confidential, Some(CONFIDENTIAL_SECRET))
        .await?;
    let machine = ClientSettings {
        confidential: true,
        allowed_flows: vec![OAuthFlow::ClientCredentials],
        allowed_scopes: vec!["demo/read".into()],
        any_loopback_url: true,
        ..ClientSettings::default()
    };
    client(env, &default, MACHINE_CLIENT, "Demo machine", machine, Some(MACHINE_SECRET)).await?;
    if let Some(names) = providers::plant(env, &default, None).await? {
        let social = ClientSettings { identity_providers: Some(names), ..web.clone() };
        client(env, &default, SOCIAL_CLIENT, "Demo application with providers", social, None).await?;
    }
    people(env, &default).await?;

    let cognito = pool(env, COGNITO_POOL, "Demo (Cognito)", cognito_pool_settings()).await?;
    client(env, &cognito, COGNITO_CLIENT, "Demo Cognito application", web.clone(), None).await?;
    if let Some(names) = providers::plant(env, &cognito, Some(&COGNITO_PROVIDERS)).await? {
        let social = ClientSettings { identity_providers: Some(names), ..web };
        client(env, &cognito, COGNITO_SOCIAL_CLIENT, "Demo Cognito application with providers", social, None)
            .await?;
    }
    people(env, &cognito).await
}

fn default_pool_settings() -> PoolSettings {
    PoolSettings {
        sign_in: SignInNames { username_attributes: vec![ContactKind::Email], ..SignInNames::default() },
        self_sign_up: true,
        mfa: mfa(),
        first_factors: vec![FirstFactor::EmailOtp, FirstFactor::Passkey],
        srp: Some(true),
        message_limits: all_countries(),
        abuse: patient(),
        ..PoolSettings::default()
    }
}

fn cognito_pool_settings() -> PoolSettings {
    PoolSettings {
        compatibility: Compatibility { cognito: true, ..Compatibility::default() },
        sign_in: SignInNames { aliases: vec![SignInAlias::Email], ..SignInNames::default() },
        self_sign_up: true,
        schema: vec![crate::model::attributes::AttributeSchema::standard("email", true)],
        mfa: mfa(),
        srp: Some(true),
        lockout: LockoutSettings::cognito(),
        message_limits: all_countries(),
        abuse: patient(),
        ..PoolSettings::default()
    }
}

fn mfa() -> MfaSettings {
    MfaSettings {
        configuration: MfaConfiguration::Optional,
        factors: vec![SecondFactor::Totp, SecondFactor::Sms, SecondFactor::Email],
        ..MfaSettings::default()
    }
}

/// Nothing is really sent here, so every country is allowed.
fn all_countries() -> MessageLimits {
    MessageLimits { sms_countries: vec!["*".into()], ..MessageLimits::default() }
}

/// Everybody here comes from one address, and tries everything.
fn patient() -> AbuseSettings {
    AbuseSettings { per_prefix: 300, ..AbuseSettings::default() }
}

fn web_scopes() -> Vec<String> {
    ["openid", "email", "phone", "profile", "aws.cognito.signin.user.admin"].map(String::from).to_vec()
}

async fn pool(env: &Env, id: &str, name: &str, settings: PoolSettings) -> Result<UserPool, DirectoryError> {
    let id = PoolId::trusted(id);
    match pools::find(env, &id).await? {
        Some(pool) => Ok(pool),
        None => pools::create(env, Some(id), name, settings).await,
    }
}

async fn client(
    env: &Env,
    pool: &UserPool,
    id: &str,
    name: &str,
    settings: ClientSettings,
    secret: Option<&str>,
) -> Result<(), DirectoryError> {
    let id = ClientId::trusted(id);
    if clients::find(env, pool, &id).await?.is_none() {
        let secret = secret.map(|text| SecretString::from(text.to_owned()));
        clients::create(env, pool, NewClient { id: Some(id), name: name.into(), settings, secret }).await?;
    }
    Ok(())
}

async fn people(env: &Env, pool: &UserPool) -> Result<(), DirectoryError> {
    person(env, pool, &ADA).await?;
    if person(env, pool, &GRACE).await? {
        let admins = Group {
            pool_id: pool.id.clone(),
            name: "admins".into(),
            description: Some("People who look after this pool".into()),
            precedence: Some(1),
            role_arn: None,
            created_at: env.now(),
        };
        groups::create(env, pool, admins).await?;
        if let Some(grace) = names::find_for_sign_in(env, pool, GRACE.email).await? {
            groups::add_member(env, pool, "admins", &grace.id).await?;
            let seed = totp::secret_from_base32(GRACE_TOTP_SEED).expect("the demonstration seed is base32");
            factors::set_totp(env, pool, &grace.id, &seed, None).await?;
        }
    }
    Ok(())
}

/// Makes a person; returns whether there was none before.
async fn person(env: &Env, pool: &UserPool, person: &Person) -> Result<bool, DirectoryError> {
    if names::find_for_sign_in(env, pool, person.email).await?.is_some() {
        return Ok(false);
    }
    let attributes: AttributeMap = [
        ("email", person.email),
        ("email_verified", "true"),
        ("given_name", person.given_name),
        ("family_name", person.family_name),
    ]
    .map(|(name, value)| (name.to_owned(), value.to_owned()))
    .into_iter()
    .chain([("name".to_owned(), format!("{} {}", person.given_name, person.family_name))])
    .collect();
    let new = NewUser {
        username: pool.settings.sign_in.has_free_form_usernames().then(|| person.username.to_owned()),
        attributes,
        password: Some(person.password.to_owned()),
        temporary: false,
        invite: false,
    };
    users::create(env, &operator(), pool, new).await?;
    Ok(true)
}

/// Seed data is written by nobody's browser.
fn operator() -> Caller {
    Caller {
        address: IpAddr::V4(Ipv4Addr::LOCALHOST),
        user_agent: "seed".into(),
        language: String::new(),
        language_is_wished: false,
        correlation_id: "seed".into(),
        device_cookie: None,
        remembered_cookies: Vec::new(),
    }
}
