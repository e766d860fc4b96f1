//! The authentication flow as a stored value: its stages, challenges, answers and proofs.
//!
//! One flow is one attempt of one browser (or API caller) to sign in. It knows nothing of pages or
//! operations: `pages` turns a [`Challenge`] into HTML, the API will turn it into a challenge name.

use serde::{Deserialize, Serialize};

use super::acr::{Demand, Vouched};
use super::agreement::AcceptedTerms;
use super::attributes::AttributeMap;
use super::external::ExternalIdentity;
use super::ids::{AuthorizationId, ClientId, FlowId, PoolId, UserId};
use super::message::Medium;
use super::passkey::PasskeyProof;
use super::pool::{FirstFactor, SecondFactor};

/// One run of the authentication flow.
#[derive(Debug, Clone, PartialEq)]
pub struct AuthFlow {
    /// Its id.
    pub id: FlowId,
    /// The pool.
    pub pool_id: PoolId,
    /// The client the person signs in to.
    pub client_id: ClientId,
    /// Everything that has happened so far.
    pub state: FlowState,
    /// Counts the saves; a claim names the revision it read.
    pub revision: i64,
    /// Answers given so far, right and wrong.
    pub attempts: i64,
    /// When it was begun, Unix milliseconds.
    pub created_at: i64,
    /// When it can no longer be continued, Unix milliseconds.
    pub expires_at: i64,
}

/// What a flow remembers; stored as one JSON text.
#[derive(Debug, Clone, PartialEq, Serialize, Deserialize)]
pub struct FlowState {
    /// Who drives it.
    pub surface: Surface,
    /// Whom it is about.
    pub subject: Subject,
    /// The name as it was typed, to be shown again.
    pub typed_name: Option<String>,
    /// Where it stands.
    pub stage: Stage,
    /// Counts the challenges entered, so that a handle of an earlier one is recognised.
    pub step: u32,
    /// What has been proven, in order.
    pub proofs: Vec<Proof>,
    /// Whom an identity provider has signed in, in this flow.
    #[serde(default, skip_serializing_if = "Option::is_none")]
    pub external: Option<ExternalLogin>,
    /// The attribute `locale` of the person, once it is proven who that is: the language of the pages that follow.
    #[serde(default, skip_serializing_if = "Option::is_none")]
    pub locale: Option<String>,
    /// The authentication levels that the application asks for.
    #[serde(default, skip_serializing_if = "Demand::is_none")]
    pub demand: Demand,
    /// What the person is still shown before the flow ends.
    #[serde(default, skip_serializing_if = "Option::is_none")]
    pub interlude: Option<Interlude>,
    /// Whether the person wants this browser to be remembered.
    #[serde(default, skip_serializing_if = "std::ops::Not::not")]
    pub remember: bool,
    /// Whether the person has recovery codes for the second factor that is asked for.
    #[serde(default, skip_serializing_if = "std::ops::Not::not")]
    pub takes_recovery_codes: bool,
    /// The only person who may prove themselves in this flow, once more: their name is not asked, and nothing that was
    /// shown earlier counts.
    #[serde(default, skip_serializing_if = "Option::is_none")]
    pub step_up: Option<UserId>,
}

/// What a person is shown once when everything is proven, before the flow ends.
#[derive(Debug, Clone, Copy, PartialEq, Eq, Serialize, Deserialize)]
#[serde(rename_all = "snake_case")]
pub enum Interlude {
    /// Recovery codes, because a second factor was set up.
    OfferRecoveryCodes,
    /// How many recovery codes are left, because one was used.
    RecoveryCodeUsed {
        /// So many.
        left: u32,
    },
}

/// A sign-in at an identity provider, as a flow remembers it.
#[derive(Debug, Clone, PartialEq, Eq, Serialize, Deserialize)]
pub struct ExternalLogin {
    /// The provider's name.
    pub provider: String,
    /// The [`ExternalIdentity`] as JSON, sealed for this flow (base64url).
    pub sealed_identity: String,
    /// The account that is linked once everything is proven: in it the person must sign in first, or, where the provider's
    /// sign-in came first, show their second factor.
    pub linking: Option<UserId>,
}

/// Who drives a flow.
#[derive(Debug, Clone, PartialEq, Eq, Serialize, Deserialize)]
#[serde(rename_all = "snake_case")]
pub enum Surface {
    /// The hosted pages.
    Hosted {
        /// The authorization request that waits for the sign-in.
        authorization: AuthorizationId,
        /// SHA-256 (base64url) of the flow cookie; no other browser may answer.
        browser: String,
    },
}

/// Whom a flow is about.
#[derive(Debug, Clone, PartialEq, Eq, Serialize, Deserialize)]
#[serde(rename_all = "snake_case")]
pub enum Subject {
    /// Nobody has been named yet.
    Unnamed,
    /// A user of the pool.
    Known(UserId),
    /// A folded name that no user has. It walks the same path and fails where a wrong password would.
    Phantom(String),
}

/// Where a flow stands.
#[derive(Debug, Clone, PartialEq, Serialize, Deserialize)]
#[serde(rename_all = "snake_case")]
pub enum Stage {
    /// Waiting for an answer.
    Challenge(Challenge),
    /// Everything needed has been proven; says when, Unix milliseconds.
    Complete {
        /// When the last proof came.
        at: i64,
    },
}

/// What is asked for next.
#[derive(Debug, Clone, PartialEq, Eq, Serialize, Deserialize)]
#[serde(rename_all = "snake_case")]
pub enum Challenge {
    /// Name and password, or the wish to sign up, to recover, or to get a code instead.
    Identify,
    /// The code that confirms a sign-up.
    ConfirmSignUp {
        /// Where the code went; `None` when this pool sends none and an operator confirms.
        delivery: Option<Delivery>,
    },
    /// The code that was sent and a new password.
    ResetPassword {
        /// Where the code went.
        delivery: Delivery,
    },
    /// A new password in place of a temporary one.
    NewPassword {
        /// Required attributes that have no value yet.
        missing_attributes: Vec<String>,
    },
    /// A one-time code by e-mail or SMS.
    OneTimeCode {
        /// As first or second factor.
        role: FactorRole,
        /// Where the code went.
        delivery: Delivery,
        /// Whether another second factor could be chosen.
        alternatives: bool,
    },
    /// A code of the authenticator app.
    Totp {
        /// The name of the device, when one was given.
        device_name: Option<String>,
        /// Whether another second factor could be chosen.
        alternatives: bool,
    },
    /// A passkey of the person, as second factor.
    Passkey {
        /// Whether another second factor could be chosen.
        alternatives: bool,
    },
    /// A sign-in at an identity provider, from where the browser comes back.
    External {
        /// The provider's name.
        provider: String,
    },
    /// Which of the ways to sign in that somebody of this name has; nothing is proven yet.
    ChooseWay {
        /// The ways, best first.
        options: Vec<WayOption>,
    },
    /// The password, after the name.
    Password {
        /// Whether there is another way to choose.
        alternatives: bool,
    },
    /// Which second factor to set up, because one is needed and there is none.
    SetUpFactor {
        /// The kinds that can be set up.
        options: Vec<FactorOption>,
    },
    /// An authenticator app to be set up: its key is shown, and its first code asked for.
    SetUpTotp {
        /// The key, sealed; see `directory::totp_setup`.
        sealed: String,
        /// Whether another kind could be set up.
        alternatives: bool,
    },
    /// The phone number for codes by SMS.
    SetUpNumber {
        /// Whether another kind could be set up.
        alternatives: bool,
    },
    /// The code that proves an address before it becomes a second factor.
    SetUpCode {
        /// Where the code went.
        delivery: Delivery,
        /// Whether another kind or number could be chosen.
        alternatives: bool,
    },
    /// New recovery codes, to be kept.
    RecoveryCodes {
        /// The codes, sealed; see `directory::recovery_codes`.
        sealed: String,
    },
    /// A recovery code was used; says how many are left.
    RecoveryCodeUsed {
        /// So many.
        left: u32,
    },
    /// Which second factor to use.
    SelectFactor {
        /// The factors this person has, the preferred one first.
        options: Vec<FactorOption>,
    },
}

impl Challenge {
    /// Whether nothing was proven and nothing sent yet: the person may still name somebody else, make an account, recover
    /// one, or go to a provider.
    pub fn is_beginning(&self) -> bool {
        matches!(self, Self::Identify | Self::ChooseWay { .. } | Self::Password { .. })
    }
}

/// A second factor that can be chosen.
#[derive(Debug, Clone, PartialEq, Eq, Serialize, Deserialize)]
pub struct FactorOption {
    /// The kind.
    pub factor: SecondFactor,
    /// The masked address, for codes that are sent.
    pub destination: Option<String>,
}

/// A way to sign in that can be chosen.
#[derive(Debug, Clone, PartialEq, Eq, Serialize, Deserialize)]
pub struct WayOption {
    /// The way.
    pub way: Way,
    /// The masked address, for codes that are sent.
    pub destination: Option<String>,
}

/// A way to sign in, as first factor.
#[derive(Debug, Clone, Copy, PartialEq, Eq, Hash, Serialize, Deserialize)]
#[serde(rename_all = "snake_case")]
pub enum Way {
    /// The password.
    Password,
    /// A one-time code.
    Code(FirstFactor),
}

/// Whether a factor comes first or second.
#[derive(Debug, Clone, Copy, PartialEq, Eq, Serialize, Deserialize)]
#[serde(rename_all = "snake_case")]
pub enum FactorRole {
    /// In place of the password.
    First,
    /// After the password.
    Second,
}

/// Where a code went, as a person may be shown it.
#[derive(Debug, Clone, PartialEq, Eq, Serialize, Deserialize)]
pub struct Delivery {
    /// The way.
    pub medium: Medium,
    /// The masked address, for example `a***@e***` or `+*******1212`.
    pub destination: String,
}

/// An answer to the challenge in hand. Holds secrets, so it has no `Debug`.
#[derive(Clone)]
pub enum Answer {
    /// Name and password.
    Password {
        /// As typed.
        username: String,
        /// As typed.
        password: String,
    },
    /// A wish to sign in with a code instead of a password.
    CodeInstead {
        /// As typed.
        username: String,
        /// The way.
        factor: FirstFactor,
    },
    /// A new account.
    SignUp {
        /// As typed; `None` where an address stands in for it.
        username: Option<String>,
        /// As typed.
        password: String,
        /// The attributes given.
        attributes: AttributeMap,
        /// The terms that are accepted with it.
        accepted_terms: Option<AcceptedTerms>,
    },
    /// A wish to recover a forgotten password.
    ForgotPassword {
        /// As typed.
        username: String,
    },
    /// The code of a confirmation, a one-time code or a TOTP code.
    Code(String),
    /// The reset code and the new password.
    ResetPassword {
        /// As typed.
        code: String,
        /// As typed.
        new_password: String,
    },
    /// The new password in place of a temporary one.
    NewPassword {
        /// As typed.
        new_password: String,
        /// Missing required attributes.
        attributes: AttributeMap,
    },
    /// A passkey, which at the beginning also says who it is.
    Passkey {
        /// The browser's `AuthenticationResponseJSON` (Web Authentication §5.1.10).
        credential: String,
        /// The origin of the page that asked for it, as the server names it.
        origin: String,
    },
    /// The second factor to use.
    Choose(SecondFactor),
    /// A wish to sign in at this identity provider.
    AtProvider(String),
    /// Whom the provider has signed in.
    External(Box<ExternalIdentity>),
    /// A wish for the list of second factors, or of those that can be set up.
    OtherFactor,
    /// The name alone, to see which ways to sign in there are.
    Name {
        /// As typed.
        username: String,
    },
    /// The way to sign in to use.
    ChooseWay(Way),
    /// A wish for the list of ways to sign in.
    OtherWay,
    /// The first code of an authenticator app that is set up.
    SetUpTotp {
        /// As typed.
        code: String,
        /// What the person calls the device.
        device_name: Option<String>,
    },
    /// The phone number for codes by SMS.
    Number(String),
    /// A recovery code in place of a second factor.
    RecoveryCode(String),
    /// An answer with a second factor, from somebody who wants this browser to be remembered.
    Remember(Box<Answer>),
    /// The person has read what was shown.
    GoOn,
    /// A wish for the code once more.
    Resend,
    /// A wish to start again, for example because the address was mistyped.
    StartOver,
}

/// What has been shown, and when (RFC 8176 names them for the `amr` claim).
#[derive(Debug, Clone, PartialEq, Eq, Serialize, Deserialize)]
pub struct Proof {
    /// What was shown.
    pub kind: ProofKind,
    /// When, Unix milliseconds.
    pub at: i64,
    /// What an identity provider says of a sign-in there, where its word counts.
    #[serde(default, skip_serializing_if = "Option::is_none")]
    pub vouched: Option<Vouched>,
}

impl Proof {
    /// Shown here.
    pub fn new(kind: ProofKind, at: i64) -> Self {
        Self { kind, at, vouched: None }
    }
}

/// What a person can show.
#[derive(Debug, Clone, Copy, PartialEq, Eq, Hash, Serialize, Deserialize)]
#[serde(rename_all = "snake_case")]
pub enum ProofKind {
    /// The password.
    Password,
    /// A code by e-mail.
    EmailOtp,
    /// A code by SMS.
    SmsOtp,
    /// A code of the authenticator app.
    Totp,
    /// A recovery code.
    RecoveryCode,
    /// A sign-in at an identity provider.
    External,
    /// A passkey.
    Passkey(PasskeyProof),
    /// The code of a fresh sign-up, which proves the address and counts as the second factor of the first sign-in.
    ConfirmedSignUp(Medium),
}

/// The end of a flow: who it is and what was proven. Made by `authn` alone; other services take it as
/// the permission to start a session or to issue tokens.
#[derive(Debug, Clone, PartialEq)]
pub struct Authenticated {
    /// The flow that ended.
    pub flow_id: FlowId,
    /// The pool.
    pub pool_id: PoolId,
    /// The client that was signed in to.
    pub client_id: ClientId,
    /// Who it is.
    pub user_id: UserId,
    /// What was proven.
    pub proofs: Vec<Proof>,
    /// When the last proof came, Unix milliseconds: `auth_time`.
    pub authenticated_at: i64,
    /// The authorization request that waited for it.
    pub authorization: Option<AuthorizationId>,
    /// Whom an identity provider has signed in.
    pub external: Option<ExternalLogin>,
    /// Whether the person wants this browser to be remembered.
    pub remember: bool,
}

/// The names in `amr` that a provider may use; others of its own mean nothing here.
pub const METHODS: [&str; 7] = ["pwd", "otp", "sms", "email_otp", "swk", "hwk", "mfa"];

/// The `amr` claim (RFC 8176 and Cognito's names): each method once, and `mfa` when two kinds were shown.
pub fn authentication_methods(proofs: &[Proof]) -> Vec<&'static str> {
    let mut methods: Vec<&'static str> = Vec::new();
    for proof in proofs {
        if let Some(vouched) = proof.vouched.as_ref().filter(|vouched| !vouched.methods.is_empty()) {
            let known =
                METHODS.into_iter().filter(|known| vouched.methods.iter().any(|method| method == known));
            known.filter(|known| *known != "mfa").for_each(|known| methods.push(known));
            continue;
        }
        let name = match proof.kind {
            ProofKind::Password => "pwd",
            ProofKind::EmailOtp | ProofKind::ConfirmedSignUp(Medium::Email) => "email_otp",
            ProofKind::SmsOtp | ProofKind::ConfirmedSignUp(Medium::Sms) => "sms",
            ProofKind::Totp => "otp",
            ProofKind::RecoveryCode => "recovery_code",
            // What was shown at the provider is the provider's knowledge.
            ProofKind::External => "fed",
            ProofKind::Passkey(PasskeyProof { hardware: true, .. }) => "hwk",
            ProofKind::Passkey(_) => "swk",
        };
        if !methods.contains(&name) {
            methods.push(name);
        }
    }
    // A passkey whose authenticator made sure who holds it is two things at once: the key and what opens it.
    let is_both = |proof: &Proof| matches!(proof.kind, ProofKind::Passkey(passkey) if passkey.verified);
    let says_so = |proof: &Proof| {
        proof.vouched.as_ref().is_some_and(|vouched| vouched.methods.iter().any(|method| method == "mfa"))
    };
    if methods.len() > 1 || proofs.iter().any(|proof| is_both(proof) || says_so(proof)) {
        methods.push("mfa");
    }
    methods
}
