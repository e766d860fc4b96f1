//! Names that sign a person in: folding, checking, finding.
//!
//! A name is reserved by a row of `user_names`: the user name always, an address once it is proven and only
//! where it signs people in, the preferred user name where it does. Addresses without proof reserve nothing.

use caseless::default_case_fold_str;
use unicode_normalization::UnicodeNormalization;

use super::DirectoryError;
use crate::env::Env;
use crate::model::attributes::{AttributeMap, check_email, check_phone};
use crate::model::ids::{PoolId, UserId};
use crate::model::pool::{ContactKind, PoolSettings, UserPool};
use crate::model::user::User;
use crate::store::user_names::{NameKind, SignInName};
use crate::store::{AnyConn, StoreError, user_names, users};

/// The longest user name, in characters.
const MAXIMUM_LENGTH: usize = 128;

/// The longest folded text, in characters: no name grows to it, and PostgreSQL indexes no long ones.
const MAXIMUM_FOLDED_LENGTH: usize = 512;

/// The form of a name that is compared: NFKC, then case folding unless the pool tells cases apart. What this
/// pool takes as an address is always folded.
pub fn fold(pool: &UserPool, typed: &str) -> String {
    let settings = &pool.settings;
    let normal: String = typed.trim().nfkc().collect();
    match address_kind(&normal) {
        Some(kind) if settings.sign_in.accepts(kind) => fold_address(kind, &normal),
        _ => fold_username(settings, &normal),
    }
}

/// The form of an address that is compared: without regard to case, a phone number without its separators.
pub(super) fn fold_address(kind: ContactKind, address: &str) -> String {
    let folded = fold_case(address.trim());
    match kind {
        ContactKind::Email => folded,
        ContactKind::Phone => folded.chars().filter(|c| !" -.()/".contains(*c)).collect(),
    }
}

/// The form of an attribute's value that is searched.
pub(super) fn fold_value(settings: &PoolSettings, attribute: &str, value: &str) -> String {
    match attribute {
        "email" => fold_address(ContactKind::Email, value),
        "phone_number" => fold_address(ContactKind::Phone, value),
        "preferred_username" => fold_username(settings, value),
        _ => fold_case(value),
    }
}

pub(super) fn fold_username(settings: &PoolSettings, name: &str) -> String {
    let name = name.trim();
    if settings.sign_in.case_sensitive { storable(name.nfkc()) } else { fold_case(name) }
}

/// Without regard to case.
pub(super) fn fold_case(text: &str) -> String {
    let normal: String = text.nfkc().collect();
    // Folding can undo the composition, so it is done again.
    storable(default_case_fold_str(&normal).nfkc())
}

/// What people type as a name need not be one, yet it is looked up and counted: it must fit into a column.
fn storable(text: impl Iterator<Item = char>) -> String {
    let visible = |c: char| if c.is_control() { char::REPLACEMENT_CHARACTER } else { c };
    text.map(visible).take(MAXIMUM_FOLDED_LENGTH).collect()
}

/// What sort of address a text is, if it is one.
pub(super) fn address_kind(text: &str) -> Option<ContactKind> {
    if check_email(text).is_ok() {
        Some(ContactKind::Email)
    } else if text.starts_with('+') && check_phone(&fold_address(ContactKind::Phone, text)).is_ok() {
        Some(ContactKind::Phone)
    } else {
        None
    }
}

/// Settles what a new account is called: the free-form user name as it is stored, or `None` where an address
/// stands in for it. An address given in place of the user name goes to its attribute.
///
/// # Errors
/// [`DirectoryError::InvalidUsername`].
pub(super) fn settle_username(
    settings: &PoolSettings,
    given: Option<&str>,
    attributes: &mut AttributeMap,
) -> Result<Option<String>, DirectoryError> {
    if settings.sign_in.has_free_form_usernames() {
        let name: String = given.unwrap_or_default().trim().nfkc().collect();
        check_name(settings, &name).map_err(DirectoryError::InvalidUsername)?;
        return Ok(Some(name));
    }
    if let Some(address) = given.map(str::trim) {
        let kind = address_kind(address)
            .filter(|kind| settings.sign_in.username_attributes.contains(kind))
            .ok_or(DirectoryError::InvalidUsername("it is no address that signs in here"))?;
        attributes.entry(kind.attribute().to_owned()).or_insert_with(|| address.to_owned());
    }
    Ok(None)
}

/// The rules of user names, preferred ones too.
pub(super) fn check_name(settings: &PoolSettings, name: &str) -> Result<(), &'static str> {
    let normal: String = name.nfkc().collect();
    if normal.is_empty() {
        return Err("it is empty");
    }
    if normal.chars().count() > MAXIMUM_LENGTH {
        return Err("it is longer than 128 characters");
    }
    if normal.chars().any(char::is_whitespace) {
        return Err("it has white space");
    }
    if normal.chars().any(is_invisible) {
        return Err("it has characters that cannot be seen");
    }
    // Otherwise somebody could take a name that is another person's address.
    match address_kind(&normal) {
        Some(ContactKind::Email) if settings.sign_in.accepts(ContactKind::Email) => {
            Err("it looks like an e-mail address")
        }
        Some(ContactKind::Phone) if settings.sign_in.accepts(ContactKind::Phone) => {
            Err("it looks like a phone number")
        }
        _ => Ok(()),
    }
}

/// Control characters, and those that turn the direction of writing or take no room: two names that look
/// alike must not differ by them.
fn is_invisible(c: char) -> bool {
    c.is_control()
        || c == char::REPLACEMENT_CHARACTER
        || matches!(c,
            '\u{ad}' | '\u{34f}' | '\u{61c}' | '\u{115f}' | '\u{1160}' | '\u{17b4}' | '\u{17b5}'
            | '\u{180b}'..='\u{180f}' | '\u{200b}'..='\u{200f}' | '\u{202a}'..='\u{202e}'
            | '\u{2060}'..='\u{206f}' | '\u{3164}' | '\u{fe00}'..='\u{fe0f}' | '\u{feff}' | '\u{ffa0}'
            | '\u{fff0}'..='\u{fffb}' | '\u{1d173}'..='\u{1d17a}' | '\u{e0000}'..='\u{e0fff}')
}

/// Finds the person a typed name means: the user name first, then proven addresses and the preferred user
/// name where the pool lets them sign in; last, the newest unconfirmed account with that unproven address.
///
/// # Errors
/// When the database did not answer.
pub async fn find_for_sign_in(
    env: &Env,
    pool: &UserPool,
    typed: &str,
) -> Result<Option<User>, DirectoryError> {
    let (pool, typed) = (pool.clone(), typed.to_owned());
    Ok(env.db.read(move |c| find(c, &pool, &typed)).await?)
}

/// Every look-up is made whether or not an earlier one found somebody, so that the time tells nothing.
fn find(c: &mut AnyConn, pool: &UserPool, typed: &str) -> Result<Option<User>, StoreError> {
    let sign_in = &pool.settings.sign_in;
    let folded = fold(pool, typed);
    let address = address_kind(&folded).filter(|kind| sign_in.accepts(*kind));
    let mut kinds = vec![NameKind::Username];
    kinds.extend(address.map(name_kind));
    if sign_in.accepts_preferred_username() {
        kinds.push(NameKind::PreferredUsername);
    }
    let names = user_names::find_any(c, &pool.id, &kinds, &[&folded])?;
    let named = kinds
        .iter()
        .find_map(|kind| names.iter().find(|(name, _)| name.kind == *kind).map(|(_, user)| user.clone()));
    let attribute = address.unwrap_or(ContactKind::Email).attribute();
    let unconfirmed = users::list_unconfirmed_by_address(c, &pool.id, attribute, &folded)?;
    let unconfirmed = unconfirmed.into_iter().next().filter(|_| address.is_some());
    let id = named.or(unconfirmed).unwrap_or_else(|| UserId::trusted(""));
    users::find(c, &pool.id, &id)
}

/// The names that these facts reserve. `vouched` are addresses that count as proven.
pub(super) fn reserved_names(
    settings: &PoolSettings,
    username: &str,
    attributes: &AttributeMap,
    vouched: impl Fn(ContactKind) -> bool,
) -> Vec<SignInName> {
    let mut names = vec![username_name(settings, username)];
    for kind in [ContactKind::Email, ContactKind::Phone] {
        if let Some(address) = attributes.get(kind.attribute())
            && settings.sign_in.accepts(kind)
            && vouched(kind)
        {
            names.push(address_name(kind, address));
        }
    }
    if let Some(preferred) = attributes.get("preferred_username")
        && settings.sign_in.accepts_preferred_username()
    {
        names.push(SignInName {
            kind: NameKind::PreferredUsername,
            folded: fold_username(settings, preferred),
        });
    }
    names
}

/// The name that a user name is.
pub(super) fn username_name(settings: &PoolSettings, username: &str) -> SignInName {
    SignInName { kind: NameKind::Username, folded: fold_username(settings, username) }
}

/// The name that an address is, once proven.
pub(super) fn address_name(kind: ContactKind, address: &str) -> SignInName {
    SignInName { kind: name_kind(kind), folded: fold_address(kind, address) }
}

pub(super) fn name_kind(kind: ContactKind) -> NameKind {
    match kind {
        ContactKind::Email => NameKind::Email,
        ContactKind::Phone => NameKind::PhoneNumber,
    }
}

/// Which of `names` somebody other than `except` has. A user name and a preferred user name are one realm:
/// nobody may have as the one what another has as the other.
pub(super) fn taken_names(
    c: &mut AnyConn,
    pool: &PoolId,
    names: &[SignInName],
    except: Option<&UserId>,
) -> Result<Vec<(SignInName, UserId)>, StoreError> {
    let folded: Vec<&str> = names.iter().map(|name| name.folded.as_str()).collect();
    let found = user_names::find_any(c, pool, &NameKind::ALL, &folded)?;
    let clash = |wanted: &SignInName, had: &SignInName| {
        wanted.folded == had.folded
            && (wanted.kind == had.kind || (is_chosen(wanted.kind) && is_chosen(had.kind)))
    };
    Ok(names
        .iter()
        .filter_map(|wanted| {
            let (_, owner) = found.iter().find(|(had, owner)| clash(wanted, had) && Some(owner) != except)?;
            Some((wanted.clone(), owner.clone()))
        })
        .collect())
}

fn is_chosen(kind: NameKind) -> bool {
    matches!(kind, NameKind::Username | NameKind::PreferredUsername)
}

#[cfg(test)]
mod tests {
    use super::*;
    use crate::model::pool::{SignInAlias, SignInNames};

    fn pool(sign_in: SignInNames) -> UserPool {
        UserPool {
            id: PoolId::trusted("us-east-1_Demo00001"),
            name: "Demo".into(),
            settings: PoolSettings { sign_in, ..Default::default() },
            created_at: 0,
            updated_at: 0,
        }
    }

    fn with_email_alias() -> SignInNames {
        SignInNames { aliases: vec![SignInAlias::Email], ..Default::default() }
    }

    #[test]
    fn names_that_read_alike_fold_alike() {
        let pool = pool(SignInNames::default());
        for (one, other) in [
            ("Ada", "ada"),
            (" ada ", "ada"),
            ("ＡＤＡ", "ada"),
            ("STRASSE", "straße"),
            ("A\u{30a}sa", "åsa"),
            ("ﬁnn", "FINN"),
        ] {
            assert_eq!(fold(&pool, one), fold(&pool, other), "{one} {other}");
            assert_eq!(fold(&pool, &fold(&pool, one)), fold(&pool, one), "{one}");
        }
        assert_ne!(fold(&pool, "ada"), fold(&pool, "adа"), "a Cyrillic letter is another one");
    }

    #[test]
    fn a_pool_can_tell_cases_apart_but_never_in_addresses() {
        let pool = pool(SignInNames { case_sensitive: true, ..with_email_alias() });
        assert_ne!(fold(&pool, "Ada"), fold(&pool, "ada"));
        assert_eq!(fold(&pool, "Ada@Example.com"), "ada@example.com");
        assert_eq!(fold_address(ContactKind::Phone, "+41 (79) 123-45.67"), "+41791234567");
    }

    #[test]
    fn whatever_is_typed_can_be_stored() {
        let pool = pool(SignInNames::default());
        assert_eq!(fold(&pool, "a\u{0}b"), "a\u{fffd}b");
        assert_eq!(fold(&pool, &"\u{fdfa}".repeat(10_000)).chars().count(), MAXIMUM_FOLDED_LENGTH);
    }

    #[test]
    fn what_nobody_can_type_or_see_is_no_user_name() {
        let settings = PoolSettings { sign_in: with_email_alias(), ..Default::default() };
        for good in ["ada", "Ada.Lovelace-1815", "日本", "o'hara", "+41791234567"] {
            assert!(check_name(&settings, good).is_ok(), "{good}");
        }
        let long = "x".repeat(129);
        for bad in
            ["", "a b", "a\tb", "a\u{0}", "a\u{202e}b", "a\u{200b}", "\u{feff}ada", "ada@example.com", &long]
        {
            assert!(check_name(&settings, bad).is_err(), "{bad:?}");
        }
    }
}
