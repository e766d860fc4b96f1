//! User pools.

use std::sync::Arc;

use serde::Serialize;

use super::DirectoryError;
use super::evolve::{self, Listing, Plan, Preview};
use super::external;
use crate::env::Env;
use crate::model::attributes::{STANDARD_ATTRIBUTES, VERIFIED_FLAGS};
use crate::model::branding::Branding;
use crate::model::difference;
use crate::model::ids::PoolId;
use crate::model::languages::{LanguageSettings, PoolTexts};
use crate::model::message::MessageTemplates;
use crate::model::pool::{
    ConfirmationStyle, ContactKind, MfaConfiguration, PoolSettings, SignInAlias, UserPool,
};
use crate::render::{Theme, images, languages, own_texts};
use crate::security::audit;
use crate::store::{AnyConn, StoreError, clients, pools, signing_keys};

/// Makes a pool; without an id one is drawn.
///
/// # Errors
/// [`DirectoryError::InvalidSetting`].
pub async fn create(
    env: &Env,
    id: Option<PoolId>,
    name: &str,
    mut settings: PoolSettings,
) -> Result<UserPool, DirectoryError> {
    let no_pictures = Branding::default();
    images::take(&no_pictures, &mut settings.branding).map_err(DirectoryError::InvalidSetting)?;
    check(name, &settings).map_err(DirectoryError::InvalidSetting)?;
    check_texts(&settings.texts, &PoolTexts::default()).map_err(DirectoryError::InvalidSetting)?;
    let drawn = || PoolId::trusted(format!("{}_{}", env.settings.region, env.random.alphanumeric_lower(9)));
    let now = env.now();
    let pool = UserPool {
        id: id.unwrap_or_else(drawn),
        name: name.to_owned(),
        settings,
        created_at: now,
        updated_at: now,
    };
    let row = pool.clone();
    let event = audit::event(env, "pool.create").in_pool(&pool.id).about("pool", &pool.id);
    let stored = env.db.write(move |c| {
        pools::insert(c, &row)?;
        audit::record(c, &event)
    });
    match stored.await {
        Ok(()) => Ok(pool),
        Err(StoreError::Taken { .. }) => Err(DirectoryError::InvalidSetting(format!(
            "there is a pool {} already, or a deleted one that can still be taken back",
            pool.id
        ))),
        Err(error) => Err(error.into()),
    }
}

/// Changes the settings of a pool. When other names sign in or attributes have other rules from now on, all its people
/// are looked at; with somebody in the way, nothing changes and the sentence lists them.
///
/// # Errors
/// [`DirectoryError::InvalidSetting`], [`DirectoryError::NotFound`].
pub async fn update(
    env: &Env,
    id: &PoolId,
    name: &str,
    settings: PoolSettings,
) -> Result<UserPool, DirectoryError> {
    check(name, &settings).map_err(DirectoryError::InvalidSetting)?;
    let name = name.to_owned();
    change(env, id, move |pool| {
        (pool.name, pool.settings) = (name.clone(), settings.clone());
        Ok(())
    })
    .await
}

/// Changes name and settings of a pool as they are at that moment, as [`update`] does. What others change at the same
/// time is kept.
///
/// # Errors
/// As [`update`]; the sentence of `work`.
pub async fn change(
    env: &Env,
    id: &PoolId,
    work: impl Fn(&mut UserPool) -> Result<(), String> + Send + 'static,
) -> Result<UserPool, DirectoryError> {
    let (forgotten, id, now) = (id.clone(), id.clone(), env.now());
    let prepared = prepare(env, &id, &work).await?;
    let event = audit::event(env, "pool.update").in_pool(&id).about("pool", &id);
    let outcome = env.db.write(move |c| {
        signing_keys::lock_pool(c, &id)?;
        let Some(before) = pools::find(c, &id)? else {
            return Ok(Err(DirectoryError::NotFound("pool")));
        };
        let mut pool = before.clone();
        let checked = work(&mut pool)
            .and_then(|()| prepared.take(&before.settings.branding, &mut pool.settings.branding))
            .and_then(|()| check(&pool.name, &pool.settings))
            .and_then(|()| check_texts(&pool.settings.texts, &before.settings.texts));
        if let Err(sentence) = checked {
            return Ok(Err(DirectoryError::InvalidSetting(sentence)));
        }
        let changed = changed(&(&before.name, &before.settings), &(&pool.name, &pool.settings));
        if changed.is_empty() {
            return Ok(Ok(before));
        }
        pool.updated_at = now;
        if let Err(refusal) = store_update(c, &pool)? {
            return Ok(Err(refusal));
        }
        audit::record(c, &event.clone().with("changed", changed))?;
        Ok(Ok(pool))
    });
    let outcome = outcome.await?;
    env.settings_cache.pools.forget(&forgotten);
    outcome
}

/// What takes long is done before the write: pictures are decoded, and what the change makes of each client's look is
/// measured. Its answer may be of a moment ago, which hurts nobody: every client's own next change is measured again.
async fn prepare(
    env: &Env,
    id: &PoolId,
    work: &(impl Fn(&mut UserPool) -> Result<(), String> + Send),
) -> Result<images::Prepared, DirectoryError> {
    let Some(before) = find(env, id).await? else { return Err(DirectoryError::NotFound("pool")) };
    let mut pool = before.clone();
    work(&mut pool).map_err(DirectoryError::InvalidSetting)?;
    let (old, new) = (&before.settings.branding, &mut pool.settings.branding);
    let prepared = images::Prepared::of(old, new).map_err(DirectoryError::InvalidSetting)?;
    prepared.take(old, new).map_err(DirectoryError::InvalidSetting)?;
    if old == new {
        return Ok(prepared);
    }
    let id = id.clone();
    for client in env.db.read(move |c| clients::list(c, &id)).await? {
        let own = &client.settings.branding;
        let cognito = pool.settings.compatibility.cognito;
        // One that was broken already is not this change's doing.
        let broken = |lower: &Branding| Theme::check_branding(&lower.under(own), cognito).err();
        if own.is_plain() || broken(old).is_some() {
            continue;
        }
        if let Some(error) = broken(&pool.settings.branding) {
            let sentence = format!("branding: with this, the client {:?} has: {error}", client.name);
            return Err(DirectoryError::InvalidSetting(sentence));
        }
    }
    Ok(prepared)
}

/// The names of what changed, for the audit: no values.
pub(super) fn changed<S: Serialize>(before: &(&String, &S), after: &(&String, &S)) -> Vec<String> {
    let mut names = Vec::new();
    if before.0 != after.0 {
        names.push("name".to_owned());
    }
    // Settings are stored as JSON, so they have a JSON form.
    let settings = difference::between(before.1, after.1).unwrap_or_default();
    names.extend(settings.into_iter().map(|difference| difference.path));
    names
}

/// Stores the checked settings of a pool inside a write. When other names sign in or attributes have other rules from
/// now on, all its people are looked at; with somebody in the way, nothing changes and the sentence lists them.
pub(crate) fn store_update(
    c: &mut AnyConn,
    pool: &UserPool,
) -> Result<Result<(), DirectoryError>, StoreError> {
    pools::hold(c, &pool.id)?;
    let Some(before) = pools::find(c, &pool.id)? else {
        return Ok(Err(DirectoryError::NotFound("pool")));
    };
    // Whoever sends settings as a whole cannot say what becomes of people without a value; they keep none.
    let plan = Plan::between(&before, pool.clone()).leaving_missing();
    let listing = Listing { after: None, most: 20 };
    match evolve::carry_out(c, &plan, listing)? {
        Ok(_) => Ok(Ok(())),
        Err(preview) => Ok(Err(DirectoryError::InvalidSetting(in_the_way(&preview)))),
    }
}

/// A sentence that lists the people in the way of a change.
fn in_the_way(preview: &Preview) -> String {
    let listed: Vec<String> =
        preview.listed.iter().map(|one| format!("{} ({})", one.user, one.reason.sentence())).collect();
    format!("{} accounts are in the way of this change: {}", preview.obstacles, listed.join(", "))
}

/// Finds a pool.
///
/// # Errors
/// When the database did not answer.
pub async fn find(env: &Env, id: &PoolId) -> Result<Option<UserPool>, DirectoryError> {
    let id = id.clone();
    Ok(env.db.read(move |c| pools::find(c, &id)).await?)
}

/// Finds a pool to answer a request of it: as it was at most five seconds ago.
///
/// # Errors
/// When the database did not answer.
pub async fn serving(env: &Env, id: &PoolId) -> Result<Option<Arc<UserPool>>, DirectoryError> {
    let now = env.now();
    if let Some(known) = env.settings_cache.pools.get(id, now) {
        return Ok(Some(known));
    }
    let Some(pool) = find(env, id).await?.map(Arc::new) else { return Ok(None) };
    env.settings_cache.pools.put(id.clone(), pool.clone(), now);
    Ok(Some(pool))
}

/// All pools, by id.
///
/// # Errors
/// When the database did not answer.
pub async fn list(env: &Env) -> Result<Vec<UserPool>, DirectoryError> {
    Ok(env.db.read(pools::list).await?)
}

/// Refuses settings that contradict each other or leave their ranges.
pub(crate) fn check(name: &str, settings: &PoolSettings) -> Result<(), String> {
    if name.trim().is_empty() || name.chars().count() > 128 || name.chars().any(char::is_control) {
        return Err("the name of a pool must be 1 to 128 characters".into());
    }
    settings.password_policy.check().map_err(|sentence| format!("password_policy: {sentence}"))?;
    check_schema(settings)?;
    if let Some(template) = &settings.external_username {
        external::check_template(settings, template)?;
    }
    let sign_in = &settings.sign_in;
    let aliased =
        [SignInAlias::Email, SignInAlias::PhoneNumber].iter().any(|alias| sign_in.aliases.contains(alias));
    if !sign_in.username_attributes.is_empty() && aliased {
        return Err("sign_in: addresses stand in for the user name or are aliases of it, not both".into());
    }
    if settings.confirmation == ConfirmationStyle::Link
        && !settings.auto_verified.contains(&ContactKind::Email)
    {
        return Err("confirmation by link needs email in auto_verified".into());
    }
    if settings.mfa.configuration != MfaConfiguration::Off && settings.mfa.factors.is_empty() {
        return Err("mfa needs at least one of its factors".into());
    }
    if settings.mfa.remember_days > 400 {
        return Err("mfa.remember_days is at most 400, the longest life browsers give a cookie".into());
    }
    let has_codes = settings.first_factors.iter().any(|factor| factor.code_medium().is_some());
    if !settings.password_sign_in && !has_codes {
        return Err("without password_sign_in there must be a one-time code among first_factors: nobody could sign in \
                    for the first time"
            .into());
    }
    let codes_are_barred = settings.compatibility.codes_without_mfa_only()
        && settings.mfa.configuration == MfaConfiguration::Required;
    if !settings.password_sign_in && codes_are_barred {
        return Err("without password_sign_in nobody could sign in: compatibility.codes_without_mfa_only keeps codes \
                    from everybody who is asked for a second factor"
            .into());
    }
    settings.acr.check().map_err(|sentence| format!("acr: {sentence}"))?;
    let (idle, absolute) = (settings.session.idle_minutes, settings.session.absolute_minutes);
    if idle == 0 || absolute < idle || absolute > 527_040 {
        return Err("session: 0 < idle_minutes <= absolute_minutes <= 527040 (a year)".into());
    }
    if settings.code_life_seconds > 600 {
        return Err("code_life_seconds must be at most 600 (RFC 6749 §4.1.2)".into());
    }
    if !(1..=60).contains(&settings.provider_round_trip_minutes) {
        return Err("provider_round_trip_minutes must be from 1 to 60".into());
    }
    settings.abuse.check().map_err(|reason| format!("abuse: {reason}"))?;
    let lockout = &settings.lockout;
    let counts = [lockout.per_user_and_prefix, lockout.per_user, lockout.per_address];
    if counts.contains(&0) || lockout.first_lock_seconds == 0 {
        return Err("lockout: limits and the first lock must be at least 1".into());
    }
    if lockout.longest_lock_seconds < lockout.first_lock_seconds {
        return Err("lockout: longest_lock_seconds must not be below first_lock_seconds".into());
    }
    Theme::check_branding(&settings.branding, settings.compatibility.cognito)
        .map_err(|error| format!("branding: {error}"))?;
    settings.passkeys.check()?;
    settings.signing_keys.check().map_err(|sentence| format!("signing_keys: {sentence}"))?;
    check_languages(&settings.languages)?;
    settings.account.check().map_err(|sentence| format!("account: {sentence}"))?;
    settings.terms.check().map_err(|sentence| format!("terms: {sentence}"))?;
    check_messages(&settings.messages)
}

fn check_schema(settings: &PoolSettings) -> Result<(), String> {
    for (index, schema) in settings.schema.iter().enumerate() {
        let name = schema.name.as_str();
        let custom = name.strip_prefix("custom:").is_some_and(|rest| {
            (1..=20).contains(&rest.len())
                && rest.bytes().all(|b| b.is_ascii_graphic() && !b"\"'\\:".contains(&b))
        });
        if !custom && !STANDARD_ATTRIBUTES.contains(&name) || VERIFIED_FLAGS.contains(&name) {
            return Err(format!(
                "schema: {name} is neither a standard attribute nor custom: with 1 to 20 characters"
            ));
        }
        if settings.schema[..index].iter().any(|earlier| earlier.name == name) {
            return Err(format!("schema: {name} is there twice"));
        }
        if let (Some(minimum), Some(maximum)) = (schema.minimum, schema.maximum)
            && minimum > maximum
        {
            return Err(format!("schema: the minimum of {name} is above its maximum"));
        }
    }
    Ok(())
}

/// Refuses texts that are not in `known` and cannot be used.
pub(crate) fn check_texts(texts: &PoolTexts, known: &PoolTexts) -> Result<(), String> {
    own_texts::check_new(texts, known).map_err(|unusable| unusable.to_string())
}

fn check_languages(settings: &LanguageSettings) -> Result<(), String> {
    let unknown =
        settings.default.iter().chain(&settings.offered).find(|tag| languages::language(tag).is_none());
    if let Some(tag) = unknown {
        let known: Vec<&str> = languages::LANGUAGES.iter().map(|language| language.tag).collect();
        return Err(format!("languages: there is no language {tag:?}; there are {}", known.join(", ")));
    }
    match &settings.default {
        Some(tag) if !settings.offers(tag) => {
            Err(format!("languages: the default {tag} is not among the languages offered"))
        }
        _ => Ok(()),
    }
}

fn check_messages(texts: &MessageTemplates) -> Result<(), String> {
    let with_code = [
        ("verification_email", &texts.verification_email),
        ("verification_sms", &texts.verification_sms),
        ("sign_in_email", &texts.sign_in_email),
        ("sign_in_sms", &texts.sign_in_sms),
    ];
    for (name, text) in with_code {
        if text.as_ref().is_some_and(|text| !text.contains("{####}")) {
            return Err(format!("messages: {name} must hold {{####}}, where the code goes"));
        }
    }
    let has_link = |text: &String| text.split_once("{##").is_some_and(|(_, rest)| rest.contains("##}"));
    if texts.link_email.as_ref().is_some_and(|text| !has_link(text)) {
        return Err("messages: link_email must hold {##text##}, where the link goes".into());
    }
    Ok(())
}

#[cfg(test)]
mod tests {
    use super::*;
    use crate::model::attributes::AttributeSchema;
    use crate::model::pool::{SignInNames, SigningKeySettings};

    fn refusal(change: impl FnOnce(&mut PoolSettings)) -> String {
        let mut settings = PoolSettings::default();
        change(&mut settings);
        check("Demo", &settings).expect_err("refused")
    }

    #[test]
    fn the_defaults_are_in_order() {
        assert_eq!(check("Demo", &PoolSettings::default()), Ok(()));
        assert!(check(" ", &PoolSettings::default()).is_err());
    }

    #[test]
    fn contradictions_are_named() {
        let both = SignInNames {
            username_attributes: vec![ContactKind::Email],
            aliases: vec![SignInAlias::PhoneNumber],
            ..Default::default()
        };
        assert!(refusal(|s| s.sign_in = both).starts_with("sign_in"));
        assert!(refusal(|s| s.password_policy.minimum_length = 5).starts_with("password_policy"));
        assert!(refusal(|s| s.schema = vec![AttributeSchema::standard("sub", false)]).starts_with("schema"));
        assert!(
            refusal(|s| s.schema = vec![AttributeSchema::standard("email_verified", false)])
                .starts_with("schema")
        );
        assert!(refusal(|s| s.schema = vec![AttributeSchema::standard("name", true); 2]).contains("twice"));
        assert!(refusal(|s| s.session.absolute_minutes = 5).starts_with("session"));
        for (days, minutes) in [(90, 9), (90, 10_081), (3651, 60), (1, 721)] {
            let keys = SigningKeySettings { rotate_after_days: days, overlap_minutes: minutes };
            assert!(refusal(|s| s.signing_keys = keys).starts_with("signing_keys"), "{keys:?}");
        }
        assert!(refusal(|s| s.messages.sign_in_sms = Some("hello".into())).contains("{####}"));
        assert!(
            refusal(|s| {
                s.confirmation = ConfirmationStyle::Link;
                s.auto_verified.clear();
            })
            .contains("link")
        );
    }
}
