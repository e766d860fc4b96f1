//! The language of a message to somebody.

use crate::env::Env;
use crate::model::caller::Caller;
use crate::model::pool::UserPool;
use crate::model::user::User;

/// The language for a message to the owner of an account: what their browser was asked for outright, else the language of
/// their profile, else as the pages speak, else, when an operator writes and no browser is there, the pool's default.
///
/// Only for somebody who has proven who they are, and for messages that no page tells of: a code that a stranger may
/// have asked for goes in the language of the page, [`Caller::language`].
pub fn of_owner(env: &Env, pool: &UserPool, caller: &Caller, owner: &User) -> String {
    let settings = &pool.settings.languages;
    let own = || owner.language().and_then(|tag| env.renderer.translator().best_match(tag, settings));
    match own() {
        Some(tag) if !caller.language_is_wished => tag.to_owned(),
        _ => caller.language.clone(),
    }
}

/// A language that the pool's messages have, in place of one that they have not, or of none.
pub(super) fn settled<'a>(env: &'a Env, pool: &'a UserPool, language: &'a str) -> &'a str {
    let (translator, settings) = (env.renderer.translator(), &pool.settings.languages);
    translator.best_match(language, settings).unwrap_or_else(|| translator.default_language(settings))
}
