//! A user pool and its settings.

use serde::{Deserialize, Serialize};

use super::account::AccountSettings;
use super::acr::AcrSettings;
use super::agreement::TermsSettings;
use super::attributes::AttributeSchema;
use super::branding::Branding;
use super::domain::DiscoveryAddress;
use super::ids::PoolId;
use super::languages::{LanguageSettings, PoolTexts};
use super::limits::{AbuseSettings, LockoutSettings, MessageLimits};
use super::message::{Medium, MessageTemplates};
use super::passkey::PasskeySettings;
use super::password_policy::PasswordPolicy;

/// A directory of people with its own issuer, keys, pages and app clients.
#[derive(Debug, Clone, PartialEq)]
pub struct UserPool {
    /// `{region}_{9 alphanumerics}`.
    pub id: PoolId,
    /// The name that pages show.
    pub name: String,
    /// Everything that can be set.
    pub settings: PoolSettings,
    /// When it was made, Unix milliseconds.
    pub created_at: i64,
    /// When a setting last changed, Unix milliseconds.
    pub updated_at: i64,
}

/// The settings of a pool; stored as one JSON text, so that a new setting needs no migration. A setting of a newer
/// version is passed over when it is read, because nodes of both versions run side by side during an upgrade.
#[derive(Debug, Clone, PartialEq, Serialize, Deserialize)]
#[serde(default)]
pub struct PoolSettings {
    /// Standard behaviour, or Cognito's deviations from it.
    pub compatibility: Compatibility,
    /// What a person signs in with.
    pub sign_in: SignInNames,
    /// Whether people may make their own account.
    pub self_sign_up: bool,
    /// Sign-ups that one address prefix may try in an hour; each costs a password hash.
    pub sign_ups_per_prefix: u32,
    /// Sign-ins that one address prefix may begin in ten minutes; each is a row or two until it ends.
    pub sign_ins_begun_per_prefix: u32,
    /// Accounts that nobody confirmed are deleted after this many days; 0 keeps them.
    pub unconfirmed_account_days: u32,
    /// Whether sign-up tells that a free-form user name is taken. Addresses are never told.
    pub disclose_taken_username: bool,
    /// Contact attributes that sign-up sends a code to (`email`, `phone_number`).
    pub auto_verified: Vec<ContactKind>,
    /// How a sign-up is confirmed by e-mail: by typing a code or by following a link.
    pub confirmation: ConfirmationStyle,
    /// The attributes of this pool beyond the standard ones, and those standard ones with rules of their own.
    pub schema: Vec<AttributeSchema>,
    /// Rules for new passwords.
    pub password_policy: PasswordPolicy,
    /// Second factors.
    pub mfa: MfaSettings,
    /// First factors beside the password: one-time codes and passkeys.
    pub first_factors: Vec<FirstFactor>,
    /// Passkeys: for which domain, and what they count for.
    pub passkeys: PasskeySettings,
    /// Whether the password signs in. Without it the first factors above are the only ones.
    pub password_sign_in: bool,
    /// The names of the authentication levels in `acr_values` and `acr`.
    pub acr: AcrSettings,
    /// Where a forgotten password's code may go, best first. Empty turns recovery off.
    pub recovery: Vec<ContactKind>,
    /// Own texts of messages.
    pub messages: MessageTemplates,
    /// The user name that a person of an identity provider gets, with `{provider}`, `{subject}` or `{attribute}` in it;
    /// absent: `{provider}_{subject}`.
    #[serde(skip_serializing_if = "Option::is_none")]
    pub external_username: Option<String>,
    /// Whether the sign-in page asks for the name alone first. An address whose domain is an identifier of one of the
    /// client's identity providers leads there; everybody else is asked for the password next.
    pub identifier_first: bool,
    /// How long a person may be at an identity provider before the answer is too late, in minutes.
    pub provider_round_trip_minutes: u32,
    /// Life of browser sessions.
    pub session: SessionSettings,
    /// Whether an SRP verifier is stored when a password is set or proven. Absent: only in compatibility mode.
    pub srp: Option<bool>,
    /// Guessing limits.
    pub lockout: LockoutSettings,
    /// Message limits and the countries that SMS may go to.
    pub message_limits: MessageLimits,
    /// What happens while a form is attacked.
    pub abuse: AbuseSettings,
    /// The address that metadata and mails name, if the pool has it; absent: the first of custom domain, prefix domain,
    /// root and path form.
    pub discovery_address: Option<DiscoveryAddress>,
    /// Life of an authorization code in seconds; 0 means 60, or 300 in compatibility mode.
    pub code_life_seconds: u32,
    /// How the pages look.
    #[serde(skip_serializing_if = "Branding::is_plain")]
    pub branding: Branding,
    /// When signing keys are replaced.
    pub signing_keys: SigningKeySettings,
    /// Which languages pages and messages have.
    pub languages: LanguageSettings,
    /// Texts in place of the built-in ones, by language and key, for example `texts.de.login-title`.
    #[serde(skip_serializing_if = "PoolTexts::is_empty")]
    pub texts: PoolTexts,
    /// The pages on which people see and change their own account.
    pub account: AccountSettings,
    /// Terms of use and privacy policy.
    pub terms: TermsSettings,
}

impl Default for PoolSettings {
    fn default() -> Self {
        Self {
            compatibility: Compatibility::default(),
            sign_in: SignInNames::default(),
            self_sign_up: false,
            sign_ups_per_prefix: 200,
            sign_ins_begun_per_prefix: 1000,
            unconfirmed_account_days: 30,
            disclose_taken_username: true,
            auto_verified: vec![ContactKind::Email],
            confirmation: ConfirmationStyle::Code,
            schema: Vec::new(),
            password_policy: PasswordPolicy::default(),
            mfa: MfaSettings::default(),
            first_factors: Vec::new(),
            passkeys: PasskeySettings::default(),
            password_sign_in: true,
            acr: AcrSettings::default(),
            recovery: vec![ContactKind::Email, ContactKind::Phone],
            messages: MessageTemplates::default(),
            external_username: None,
            identifier_first: false,
            provider_round_trip_minutes: 10,
            session: SessionSettings::default(),
            srp: None,
            lockout: LockoutSettings::default(),
            message_limits: MessageLimits::default(),
            abuse: AbuseSettings::default(),
            discovery_address: None,
            code_life_seconds: 0,
            branding: Branding::default(),
            signing_keys: SigningKeySettings::default(),
            languages: LanguageSettings::default(),
            texts: PoolTexts::default(),
            account: AccountSettings::default(),
            terms: TermsSettings::default(),
        }
    }
}

/// `standard`, or Cognito's behaviour where it deviates; each deviation can be set by itself.
#[derive(Debug, Clone, Default, PartialEq, Eq, Serialize, Deserialize)]
#[serde(default)]
pub struct Compatibility {
    /// Cognito's behaviour for every deviation that is not set by itself.
    pub cognito: bool,
    /// `openid` alone releases every readable attribute.
    pub openid_releases_all: Option<bool>,
    /// `email_verified` and `phone_number_verified` are texts in userInfo.
    pub string_booleans_in_user_info: Option<bool>,
    /// Public clients may leave PKCE out.
    pub pkce_optional: Option<bool>,
    /// The browser session ends one hour after sign-in, whatever happens.
    pub fixed_hour_session: Option<bool>,
    /// Access tokens carry no `typ: at+jwt`.
    pub plain_token_type: Option<bool>,
    /// One-time codes sign in only people who are not asked for a second factor.
    pub codes_without_mfa_only: Option<bool>,
}

impl Compatibility {
    /// Whether `openid` alone releases every readable attribute.
    pub fn openid_releases_all(&self) -> bool {
        self.openid_releases_all.unwrap_or(self.cognito)
    }
    /// Whether the verified flags are texts in userInfo.
    pub fn string_booleans_in_user_info(&self) -> bool {
        self.string_booleans_in_user_info.unwrap_or(self.cognito)
    }
    /// Whether public clients may leave PKCE out.
    pub fn pkce_optional(&self) -> bool {
        self.pkce_optional.unwrap_or(self.cognito)
    }
    /// Whether sessions last one fixed hour.
    pub fn fixed_hour_session(&self) -> bool {
        self.fixed_hour_session.unwrap_or(self.cognito)
    }
    /// Whether access tokens leave `typ` out.
    pub fn plain_token_type(&self) -> bool {
        self.plain_token_type.unwrap_or(self.cognito)
    }
    /// Whether one-time codes sign in only people who are not asked for a second factor.
    pub fn codes_without_mfa_only(&self) -> bool {
        self.codes_without_mfa_only.unwrap_or(self.cognito)
    }
}

/// A kind of address a message can go to.
#[derive(Debug, Clone, Copy, PartialEq, Eq, Hash, PartialOrd, Ord, Serialize, Deserialize)]
#[serde(rename_all = "snake_case")]
pub enum ContactKind {
    /// The attribute `email`.
    Email,
    /// The attribute `phone_number`.
    #[serde(rename = "phone_number")]
    Phone,
}

impl ContactKind {
    /// The attribute that holds the address.
    pub fn attribute(self) -> &'static str {
        match self {
            Self::Email => "email",
            Self::Phone => "phone_number",
        }
    }

    /// The attribute that says whether the address was proven.
    pub fn verified_attribute(self) -> &'static str {
        match self {
            Self::Email => "email_verified",
            Self::Phone => "phone_number_verified",
        }
    }
}

/// What a person may type into the sign-in field.
#[derive(Debug, Clone, Default, PartialEq, Eq, Serialize, Deserialize)]
#[serde(default)]
pub struct SignInNames {
    /// Whether `Ada` and `ada` are two user names. Addresses are always folded.
    pub case_sensitive: bool,
    /// Addresses that stand in place of a user name: sign-up asks for no user name, and the name is the user id.
    pub username_attributes: Vec<ContactKind>,
    /// Names that work beside the user name, once verified (`preferred_username` needs no proof).
    pub aliases: Vec<SignInAlias>,
}

/// A name beside the user name.
#[derive(Debug, Clone, Copy, PartialEq, Eq, Hash, Serialize, Deserialize)]
#[serde(rename_all = "snake_case")]
pub enum SignInAlias {
    /// A verified e-mail address.
    Email,
    /// A verified phone number.
    PhoneNumber,
    /// The preferred user name.
    PreferredUsername,
}

impl SignInNames {
    /// Whether sign-up asks for a free-form user name.
    pub fn has_free_form_usernames(&self) -> bool {
        self.username_attributes.is_empty()
    }

    /// Whether an address of this kind signs a person in.
    pub fn accepts(&self, kind: ContactKind) -> bool {
        let alias = match kind {
            ContactKind::Email => SignInAlias::Email,
            ContactKind::Phone => SignInAlias::PhoneNumber,
        };
        self.username_attributes.contains(&kind) || self.aliases.contains(&alias)
    }

    /// Whether the preferred user name signs a person in.
    pub fn accepts_preferred_username(&self) -> bool {
        self.aliases.contains(&SignInAlias::PreferredUsername)
    }
}

/// How a sign-up is confirmed by e-mail.
#[derive(Debug, Clone, Copy, Default, PartialEq, Eq, Serialize, Deserialize)]
#[serde(rename_all = "snake_case")]
pub enum ConfirmationStyle {
    /// A code to type.
    #[default]
    Code,
    /// A link to a page with a button.
    Link,
}

/// When a second factor is asked for.
#[derive(Debug, Clone, Copy, Default, PartialEq, Eq, Serialize, Deserialize)]
#[serde(rename_all = "snake_case")]
pub enum MfaConfiguration {
    /// Never.
    #[default]
    Off,
    /// From those who have one.
    Optional,
    /// From everybody.
    Required,
}

/// Second factors of a pool.
#[derive(Debug, Clone, PartialEq, Eq, Serialize, Deserialize)]
#[serde(default)]
pub struct MfaSettings {
    /// When one is asked for.
    pub configuration: MfaConfiguration,
    /// Which kinds are on.
    pub factors: Vec<SecondFactor>,
    /// The name an authenticator app shows; the pool's name when absent.
    pub totp_issuer: Option<String>,
    /// Whether people who come from an identity provider are asked as well.
    pub after_provider: bool,
    /// Whether people get recovery codes, for the day when their second factor is lost.
    pub recovery_codes: bool,
    /// For how many days a browser may be remembered after a second factor, 0 to 400; 0 means never.
    pub remember_days: u32,
    /// Whether browsers are remembered when the person wishes it, or always.
    pub remember: RememberDevices,
}

/// Which browsers are remembered after a second factor.
#[derive(Debug, Clone, Copy, Default, PartialEq, Eq, Serialize, Deserialize)]
#[serde(rename_all = "snake_case")]
pub enum RememberDevices {
    /// Those whose owner ticks the box.
    #[default]
    OptIn,
    /// All.
    Always,
}

impl Default for MfaSettings {
    fn default() -> Self {
        Self {
            configuration: MfaConfiguration::Off,
            factors: vec![SecondFactor::Totp],
            totp_issuer: None,
            after_provider: false,
            recovery_codes: true,
            remember_days: 0,
            remember: RememberDevices::OptIn,
        }
    }
}

/// A kind of second factor.
#[derive(Debug, Clone, Copy, PartialEq, Eq, Hash, PartialOrd, Ord, Serialize, Deserialize)]
#[serde(rename_all = "snake_case")]
pub enum SecondFactor {
    /// A code of an authenticator app, RFC 6238.
    Totp,
    /// A code by SMS.
    Sms,
    /// A code by e-mail.
    Email,
    /// A passkey.
    Passkey,
}

/// A first factor beside the password.
#[derive(Debug, Clone, Copy, PartialEq, Eq, Hash, Serialize, Deserialize)]
#[serde(rename_all = "snake_case")]
pub enum FirstFactor {
    /// A one-time code by e-mail.
    EmailOtp,
    /// A one-time code by SMS.
    SmsOtp,
    /// A passkey, which also says who it is.
    Passkey,
}

impl FirstFactor {
    /// The way that the code of a one-time code goes; `None` for what is no code.
    pub fn code_medium(self) -> Option<Medium> {
        match self {
            Self::EmailOtp => Some(Medium::Email),
            Self::SmsOtp => Some(Medium::Sms),
            Self::Passkey => None,
        }
    }
}

/// Life of browser sessions.
#[derive(Debug, Clone, PartialEq, Eq, Serialize, Deserialize)]
#[serde(default)]
pub struct SessionSettings {
    /// Ends after this many minutes without use.
    pub idle_minutes: u32,
    /// Ends this many minutes after sign-in, used or not.
    pub absolute_minutes: u32,
}

impl Default for SessionSettings {
    fn default() -> Self {
        Self { idle_minutes: 60, absolute_minutes: 12 * 60 }
    }
}

/// When signing keys are replaced, and how long a new one is published before it signs.
#[derive(Debug, Clone, Copy, PartialEq, Eq, Serialize, Deserialize)]
#[serde(default)]
pub struct SigningKeySettings {
    /// A key gets a successor after it has signed for this many days, at most 3650; 0 means never.
    pub rotate_after_days: u32,
    /// The successor is published for this many minutes before it signs, 10 to 10080: longer than anybody keeps a key
    /// set without asking for it again.
    pub overlap_minutes: u32,
}

impl Default for SigningKeySettings {
    fn default() -> Self {
        Self { rotate_after_days: 90, overlap_minutes: 60 }
    }
}

impl SigningKeySettings {
    /// Refuses values out of their ranges.
    ///
    /// # Errors
    /// A sentence that names the ranges.
    pub fn check(&self) -> Result<(), String> {
        if self.rotate_after_days > 3650 || !(10..=10_080).contains(&self.overlap_minutes) {
            return Err("rotate_after_days is 0 (never) to 3650, overlap_minutes 10 to 10080 (a week)".into());
        }
        if self.rotate_after_days > 0 && self.overlap_minutes * 2 > self.rotate_after_days * 1440 {
            return Err("overlap_minutes must be at most half of rotate_after_days".into());
        }
        Ok(())
    }

    /// How long a key signs before its successor is made, milliseconds; `None` for ever.
    pub fn period_ms(&self) -> Option<i64> {
        (self.rotate_after_days > 0).then(|| i64::from(self.rotate_after_days) * 86_400_000)
    }

    /// How long a new key is published before it signs, milliseconds.
    pub fn overlap_ms(&self) -> i64 {
        i64::from(self.overlap_minutes) * 60_000
    }
}

impl PoolSettings {
    /// The rules of one attribute: the pool's own, else those of a standard attribute; `None` when the pool
    /// has no such attribute.
    pub fn attribute(&self, name: &str) -> Option<AttributeSchema> {
        self.schema.iter().find(|schema| schema.name == name).cloned().or_else(|| {
            super::attributes::STANDARD_ATTRIBUTES
                .contains(&name)
                .then(|| AttributeSchema::standard(name, false))
        })
    }

    /// The attributes that sign-up must bring: the schema's required ones and, without free-form user
    /// names, at least one of the addresses that stand in for them (the first is listed here).
    pub fn required_attributes(&self) -> Vec<String> {
        let mut names: Vec<String> =
            self.schema.iter().filter(|schema| schema.required).map(|schema| schema.name.clone()).collect();
        let addresses = &self.sign_in.username_attributes;
        if !addresses.is_empty()
            && !addresses.iter().any(|kind| names.iter().any(|name| name == kind.attribute()))
        {
            names.insert(0, addresses[0].attribute().to_owned());
        }
        names
    }

    /// Whether people may have passkeys.
    pub fn has_passkeys(&self) -> bool {
        self.passkeys.enabled.unwrap_or_else(|| {
            self.first_factors.contains(&FirstFactor::Passkey)
                || self.mfa.factors.contains(&SecondFactor::Passkey)
        })
    }

    /// Whether a passkey alone is enough to get in, with whatever else the pool asks of everybody.
    pub fn is_passkey_enough(&self) -> bool {
        self.signs_in_by_passkey()
            && (self.mfa.configuration != MfaConfiguration::Required || self.passkeys.counts_as_mfa)
    }

    /// Whether a passkey signs in without a password.
    pub fn signs_in_by_passkey(&self) -> bool {
        self.has_passkeys() && self.first_factors.contains(&FirstFactor::Passkey)
    }

    /// Whether an SRP verifier is stored when a password is set or proven.
    pub fn keeps_srp_verifiers(&self) -> bool {
        self.srp.unwrap_or(self.compatibility.cognito)
    }

    /// Whether people have pages for their own account.
    pub fn has_account_pages(&self) -> bool {
        self.account.pages.unwrap_or(!self.compatibility.cognito)
    }

    /// Life of an authorization code in milliseconds.
    pub fn code_life_ms(&self) -> i64 {
        let seconds = match (self.code_life_seconds, self.compatibility.cognito) {
            (0, false) => 60,
            (0, true) => 300,
            (set, _) => set,
        };
        i64::from(seconds) * 1000
    }

    /// How long a person may be at an identity provider, in milliseconds.
    pub fn provider_round_trip_ms(&self) -> i64 {
        i64::from(self.provider_round_trip_minutes) * 60_000
    }

    /// Idle and absolute life of a browser session in milliseconds.
    pub fn session_life_ms(&self) -> (i64, i64) {
        if self.compatibility.fixed_hour_session() {
            return (3_600_000, 3_600_000);
        }
        (i64::from(self.session.idle_minutes) * 60_000, i64::from(self.session.absolute_minutes) * 60_000)
    }
}
