//! The typed context of every page: what a handler must supply, and nothing it could get wrong.
//!
//! Owns: the shape of the pages' data, the names of their form fields (documented on each context), the
//! problems a page can report ([`Problem`], [`ErrorKind`]), and samples of every state.
//! Leaves to others: where the data comes from and what a submitted form does.
//!
//! Conventions: a form's `action` is relative to the server and carries the flow in its query; `csrf` is
//! posted as `_csrf`; a link is `Option<String>` and is not shown when `None`; typed values come back in
//! [`Field`], passwords and codes never do.

mod account;
mod agreement;
mod challenge;
mod confirm;
mod development;
mod error;
mod factors;
mod form;
mod gallery;
mod identifier;
mod login;
mod passkey;
mod password;
mod playground;
mod problem;
mod provider;
mod recovery;
mod session;
mod sign_up;
mod stand_in;

pub use account::{
    AcceptedVersion, AccountAddress, AccountApp, AccountApplication, AccountApplications, AccountAround,
    AccountConfirm, AccountData, AccountDelete, AccountDeleted, AccountFactor, AccountFactorState,
    AccountFactors, AccountLink, AccountOverview, AccountPassword, AccountProfile, AccountProviders,
    AccountRecovery, AccountRecoveryCodes, AccountSection, AccountSession, AccountSessions, AccountTakeBack,
    AccountTakeBackState, AccountTerms, ConfirmMethod, LinkStays, PendingAddress, ProfileChoice,
    ProfileField, ProfileGroup, RememberedBrowser, Unlink,
};
pub(super) use agreement::sample_links;
pub use agreement::{Consent, ShownScope, SignUpTerms, Terms};
pub use challenge::{ChallengeCode, ChallengePurpose, ChallengeTotp, Factor, FactorChoice, SelectFactor};
pub use confirm::{Confirm, ConfirmUser, ConfirmUserState};
pub use development::{Mailbox, MailboxMessage, Welcome, WelcomeDevelopment};
pub use error::{ErrorKind, ErrorPage, Unavailable};
pub use factors::{ChallengeRecovery, QrCode, RecoveryCodeUsed, RecoveryCodes, SetUpNumber, SetUpTotp};
pub use form::{Channel, Delivery, Field, Form, Resend, Work};
pub use gallery::{GalleryChoice, GalleryFrame, ThemeGallery};
pub use identifier::Identifier;
pub use login::{Identify, IdentifyPurpose, Login, SignInMethod};
pub use passkey::{
    AccountPasskeys, AddPasskey, ChallengePasskey, ChangePasskey, PasskeyCeremony, PasskeyPrompt,
    ShownPasskey, passkey_stays,
};
pub use password::{PasswordRule, PasswordRuleKind};
pub use playground::{
    DemoAccount, Parameter, PlaygroundError, PlaygroundResult, PlaygroundStart, PlaygroundTarget,
    PlaygroundToken,
};
pub use problem::Problem;
pub use provider::{
    AtProvider, BackToApplication, Brand, HandOver, ProviderButton, ProviderFailed, ProviderProblem,
};
pub use recovery::{ConfirmForgotPassword, ForgotPassword, NewPassword};
pub use session::{SignOutConfirm, SignedInAs, SignedOut};
pub use sign_up::{AttributeField, SignUp};
pub use stand_in::{
    ProviderChoice, ProviderEntry, ProviderList, ProviderNote, ProviderNoteKind, ProviderPerson,
};
