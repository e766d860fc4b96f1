//! Which pool and which person a command means. What is ambiguous is refused with the ids to choose from.

use std::future::Future;

use clap::Args;

use super::operator::{ConfigArguments, with_env};
use super::output::{OutputArguments, printable};
use crate::directory::search::{self, Found};
use crate::directory::{DirectoryError, pools};
use crate::env::Env;
use crate::model::caller::Caller;
use crate::model::password_policy::PasswordRule;
use crate::model::pool::UserPool;
use crate::model::user::User;

/// The pool that a command works in.
#[derive(Args, Clone, Debug)]
pub struct PoolChoice {
    /// The pool, by id or name. When absent: the default pool, or the only one there is.
    #[arg(long, value_name = "POOL")]
    pool: Option<String>,
}

impl PoolChoice {
    /// Finds the pool.
    ///
    /// # Errors
    /// A sentence; for an ambiguous name with the ids.
    pub async fn find(&self, env: &Env) -> Result<UserPool, String> {
        if let Some(text) = &self.pool {
            return pool(env, text).await;
        }
        let all = pools::list(env).await.map_err(sentence)?;
        let default = env.settings.default_pool.as_ref();
        if let Some(pool) = all.iter().find(|pool| Some(&pool.id) == default) {
            return Ok(pool.clone());
        }
        match all.as_slice() {
            [] => Err("there is no pool yet; make one with `vestibule pool create`".into()),
            [only] => Ok(only.clone()),
            several => Err(format!("there are several pools; say which with --pool: {}", listed(several))),
        }
    }
}

/// The arguments of a command that works in a pool.
#[derive(Args, Clone)]
pub struct InPool {
    #[command(flatten)]
    pool: PoolChoice,
    #[command(flatten)]
    output: OutputArguments,
    #[command(flatten)]
    config: ConfigArguments,
}

impl InPool {
    /// Opens the server, finds the pool and does the work of a command.
    ///
    /// # Errors
    /// A sentence that says what to do.
    pub fn run<F: Future<Output = Result<(), String>>>(
        self,
        work: impl FnOnce(Env, UserPool, OutputArguments) -> F,
    ) -> Result<(), String> {
        with_env(&self.config, |env| async move {
            let pool = self.pool.find(&env).await?;
            work(env, pool, self.output).await
        })
    }
}

/// The pool of an id, or of a name that only one has.
///
/// # Errors
/// A sentence; for an ambiguous name with the ids.
pub async fn pool(env: &Env, text: &str) -> Result<UserPool, String> {
    let all = pools::list(env).await.map_err(sentence)?;
    if let Some(pool) = all.iter().find(|pool| pool.id.as_str() == text) {
        return Ok(pool.clone());
    }
    let named: Vec<UserPool> = all.into_iter().filter(|pool| pool.name == text).collect();
    match named.as_slice() {
        [] => Err(format!("there is no pool {text}; see `vestibule pool list`")),
        [only] => Ok(only.clone()),
        several => Err(format!("several pools have the name {text}; say which by id: {}", listed(several))),
    }
}

fn listed(pools: &[UserPool]) -> String {
    let each: Vec<String> = pools.iter().map(|pool| format!("{} ({})", pool.id, pool.name)).collect();
    each.join(", ")
}

/// The person that a command works on.
#[derive(Args, Clone, Debug)]
pub struct PersonChoice {
    /// The person: id, user name, e-mail address or phone number. `id:`, `username:`, `email:` or `phone:` before it says
    /// which.
    #[arg(value_name = "PERSON")]
    person: String,
    #[command(flatten)]
    pool: PoolChoice,
}

impl PersonChoice {
    /// Finds pool and person.
    ///
    /// # Errors
    /// A sentence; for an ambiguous name with the ids.
    pub async fn find(&self, env: &Env) -> Result<(UserPool, User), String> {
        let pool = self.pool.find(env).await?;
        let text = &self.person;
        match search::find_one(env, &pool, text).await.map_err(sentence)? {
            Found::One(user) => Ok((pool, *user)),
            Found::Nobody => Err(format!("nobody in the pool {} is known as {text}", pool.id)),
            Found::Several(ids) => {
                let ids: Vec<&str> = ids.iter().map(|id| id.as_str()).collect();
                Err(format!("{text} can mean several people; say which by id: {}", ids.join(", ")))
            }
        }
    }
}

/// Who asks, as services want to know: nobody by HTTP.
pub fn caller(env: &Env) -> Caller {
    Caller {
        address: std::net::Ipv4Addr::LOCALHOST.into(),
        user_agent: String::new(),
        language: String::new(),
        language_is_wished: false,
        correlation_id: env.random.uuid_v4(),
        device_cookie: None,
        remembered_cookies: Vec::new(),
    }
}

/// What went wrong, as a sentence for an operator.
pub fn sentence(error: DirectoryError) -> String {
    match error {
        DirectoryError::Attributes(problems) => {
            let each: Vec<String> = problems.iter().map(ToString::to_string).collect();
            format!("the attributes cannot be used: {}", each.join("; "))
        }
        DirectoryError::Password(rules) => {
            let each: Vec<String> = rules.iter().map(rule).collect();
            format!("the password does not keep the pool's rules: {}", each.join("; "))
        }
        DirectoryError::UsernameTaken => {
            "somebody has this user name or address already; `vestibule user show` says who".into()
        }
        DirectoryError::NoRecovery => {
            "no code could reach this person: no proven address that the pool's recovery allows; prove one with \
             `vestibule user set … --verified email`, or give a new password with --print-password"
                .into()
        }
        DirectoryError::Limited(_) => "the pool's limits on messages are used up; try again later".into(),
        DirectoryError::SmsNotPossible => {
            "no SMS can be sent to this number: SMS are off, or message_limits.sms_countries leaves it out".into()
        }
        DirectoryError::PasswordReused => "the password was used before, which the pool's policy forbids".into(),
        DirectoryError::Busy => "somebody else changed this at the same moment; try again".into(),
        other => printable(&other.to_string()),
    }
}

fn rule(rule: &PasswordRule) -> String {
    match rule {
        PasswordRule::MinimumLength(least) => format!("at least {least} characters"),
        PasswordRule::MaximumLength => "at most 256 characters".into(),
        PasswordRule::Lowercase => "a lower-case letter".into(),
        PasswordRule::Uppercase => "an upper-case letter".into(),
        PasswordRule::Number => "a digit".into(),
        PasswordRule::Symbol => "a symbol".into(),
        PasswordRule::NoEdgeSpace => "no space at the beginning or the end".into(),
    }
}
