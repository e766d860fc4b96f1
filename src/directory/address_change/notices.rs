//! What the owner of the old address is told, with the link that takes the change back.

use super::ContactKind;
use crate::crypto::digest::sha256_base64url;
use crate::directory::domains;
use crate::directory::notices;
use crate::env::Env;
use crate::messages::{self, PreparedMessage};
use crate::model::caller::Caller;
use crate::model::ids::{PoolId, UserId};
use crate::model::message::MessageKind;
use crate::model::pool::UserPool;
use crate::model::user::User;
use crate::store::addresses::{self, TakeBack};
use crate::store::{AnyConn, StoreError};

/// The path of the page that a link leads to, below the pool's address.
pub(super) const PATH: &str = "/account/takeback";

/// A message to the address that the account had when the change was asked for, and the link in it.
#[derive(Clone)]
pub(super) struct Told {
    pool: PoolId,
    user: UserId,
    kind: ContactKind,
    /// To whom the message is written; it is sent only if that is still the account's address.
    old: Option<(String, Option<PreparedMessage>)>,
    /// The link's digest and the end of its time, where changes can be taken back.
    link: Option<(String, i64)>,
    now: i64,
}

impl Told {
    /// Writes the message. One that cannot be written keeps nobody from changing their address.
    pub(super) async fn new(
        env: &Env,
        caller: &Caller,
        pool: &UserPool,
        user: &User,
        kind: ContactKind,
    ) -> Result<Self, StoreError> {
        let now = env.now();
        let word = env.random.token();
        let lives = pool.settings.account.take_back_ms();
        let address = domains::address(env, pool).await?;
        let link = lives.map(|_| format!("{address}{PATH}?change={word}"));
        let old = user.verified_contact(kind).map(|old| {
            let (about, to) = (MessageKind::AddressChanged, (kind, old));
            let mut request = notices::request_of_owner((env, caller, pool), user, about, to);
            request.link = link.clone();
            let message = messages::prepare(env, caller, pool, &request)
                .inspect_err(|error| tracing::warn!(user = %user.id, %error, "a notice was not written"))
                .ok();
            (old.to_owned(), message)
        });
        Ok(Self {
            pool: pool.id.clone(),
            user: user.id.clone(),
            kind,
            old,
            link: lives.map(|life| (sha256_base64url(word.as_bytes()), now + life)),
            now,
        })
    }

    /// Sends it, inside the write that makes the change.
    pub(super) fn write(&self, c: &mut AnyConn, replaced: Option<&str>, new: &str) -> Result<(), StoreError> {
        let Some((old, message)) = self.old.as_ref().filter(|(old, _)| Some(old.as_str()) == replaced) else {
            return Ok(());
        };
        if let Some((digest, expires_at)) = &self.link {
            let change = TakeBack {
                digest: digest.clone(),
                pool_id: self.pool.clone(),
                user_id: self.user.clone(),
                kind: self.kind,
                old_address: old.clone(),
                new_address: new.to_owned(),
                changed_at: self.now,
                expires_at: *expires_at,
            };
            addresses::insert_take_back(c, &change)?;
        }
        if let Some(message) = message {
            // A full limit keeps the message back, never the change.
            messages::notify(c, message)?;
        }
        Ok(())
    }
}
