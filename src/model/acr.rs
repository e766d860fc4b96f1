//! Authentication levels: how much was proven, under Cognito's four fixed levels, and what an application asks for.
//!
//! The combinations are fixed; a pool may give the levels other names.

use std::collections::BTreeSet;

use serde::{Deserialize, Serialize};

use super::flow::{Proof, ProofKind};

/// How much was proven. A higher level counts for every lower one.
#[derive(Debug, Clone, Copy, PartialEq, Eq, PartialOrd, Ord, Hash, Serialize, Deserialize)]
#[serde(rename_all = "snake_case")]
pub enum Level {
    /// The password alone.
    One,
    /// A one-time code alone.
    Two,
    /// Two things, for example the password and a code by SMS or e-mail; or a passkey with user verification.
    Three,
    /// The password and a code of an authenticator app.
    Four,
}

impl Level {
    /// All levels, the lowest first.
    pub const ALL: [Self; 4] = [Self::One, Self::Two, Self::Three, Self::Four];

    /// What these proofs reach; `None` where nothing was proven here, as after a sign-in at an identity provider whose word
    /// about levels does not count.
    pub fn of(proofs: &[Proof]) -> Option<Self> {
        let shown: BTreeSet<Shown> = proofs.iter().filter_map(|proof| Shown::of(proof.kind)).collect();
        let vouched =
            proofs.iter().filter_map(|proof| proof.vouched.as_ref()).map(|vouched| vouched.level).max();
        vouched.max(Self::of_shown(proofs, &shown))
    }

    fn of_shown(proofs: &[Proof], shown: &BTreeSet<Shown>) -> Option<Self> {
        let has = |one: Shown| shown.contains(&one);
        // A passkey whose authenticator made sure who holds it is two things; a touch alone is one.
        let is_verified = |proof: &Proof| matches!(proof.kind, ProofKind::Passkey(shown) if shown.verified);
        if has(Shown::Password) && has(Shown::Totp) {
            return Some(Self::Four);
        }
        if proofs.iter().any(is_verified) {
            return Some(Self::Three);
        }
        match shown.len() {
            0 => None,
            1 if has(Shown::Password) => Some(Self::One),
            1 => Some(Self::Two),
            _ => Some(Self::Three),
        }
    }
}

/// What is told apart when things are counted.
#[derive(PartialEq, Eq, PartialOrd, Ord)]
enum Shown {
    Password,
    Mailbox,
    Phone,
    Totp,
    RecoveryCode,
    Passkey,
}

impl Shown {
    fn of(kind: ProofKind) -> Option<Self> {
        use super::message::Medium;
        Some(match kind {
            ProofKind::Password => Self::Password,
            ProofKind::EmailOtp | ProofKind::ConfirmedSignUp(Medium::Email) => Self::Mailbox,
            ProofKind::SmsOtp | ProofKind::ConfirmedSignUp(Medium::Sms) => Self::Phone,
            ProofKind::Totp => Self::Totp,
            ProofKind::RecoveryCode => Self::RecoveryCode,
            ProofKind::Passkey(_) => Self::Passkey,
            ProofKind::External => return None,
        })
    }
}

/// What an identity provider says of how somebody has proven themselves there, as the provider's settings translate it.
#[derive(Debug, Clone, PartialEq, Eq, Serialize, Deserialize)]
pub struct Vouched {
    /// The level of the provider's `acr`; the lowest one where it names none that is translated.
    pub level: Level,
    /// What of the provider's `amr` is known here ([`super::flow::METHODS`]).
    pub methods: Vec<String>,
}

/// What an application asks for.
#[derive(Debug, Clone, Default, PartialEq, Eq, Serialize, Deserialize)]
#[serde(default)]
pub struct Demand {
    /// The levels, the most wanted first.
    pub levels: Vec<Level>,
    /// Whether the application gets an error rather than less (OpenID Connect Core §5.5.1.1).
    pub essential: bool,
}

impl Demand {
    /// Whether nothing is asked for.
    pub fn is_none(&self) -> bool {
        self.levels.is_empty() && !self.essential
    }

    /// Whether a session with these proofs is as much as the application wants most.
    pub fn is_met_by(&self, proofs: &[Proof]) -> bool {
        match self.levels.first() {
            Some(wanted) => Level::of(proofs).is_some_and(|level| level >= *wanted),
            // Names that mean nothing here: nobody can have what they ask for.
            None => !self.essential,
        }
    }
}

/// The names of the levels in tokens and requests.
#[derive(Debug, Clone, Default, PartialEq, Eq, Serialize, Deserialize)]
#[serde(default)]
pub struct AcrSettings {
    /// The name of level 1, the password alone; absent: `urn:cognito:loa:1`.
    pub level1: Option<String>,
    /// The name of level 2, a one-time code alone; absent: `urn:cognito:loa:2`.
    pub level2: Option<String>,
    /// The name of level 3, two factors; absent: `urn:cognito:loa:3`.
    pub level3: Option<String>,
    /// The name of level 4, the password and an authenticator app; absent: `urn:cognito:loa:4`.
    pub level4: Option<String>,
}

impl AcrSettings {
    /// The name of a level.
    pub fn name(&self, level: Level) -> &str {
        let (own, usual) = match level {
            Level::One => (&self.level1, "urn:cognito:loa:1"),
            Level::Two => (&self.level2, "urn:cognito:loa:2"),
            Level::Three => (&self.level3, "urn:cognito:loa:3"),
            Level::Four => (&self.level4, "urn:cognito:loa:4"),
        };
        own.as_deref().unwrap_or(usual)
    }

    /// The names of all levels, the lowest first.
    pub fn names(&self) -> [&str; 4] {
        Level::ALL.map(|level| self.name(level))
    }

    /// The level of a name; `None` for one that means nothing here.
    pub fn level(&self, name: &str) -> Option<Level> {
        Level::ALL.into_iter().find(|level| self.name(*level) == name)
    }

    /// Refuses names that cannot travel in a request or mean two levels.
    ///
    /// # Errors
    /// A sentence that names the rule.
    pub fn check(&self) -> Result<(), String> {
        let names = self.names();
        let is_plain = |name: &str| {
            (1..=64).contains(&name.len())
                && name.bytes().all(|b| matches!(b, 0x21 | 0x23..=0x5b | 0x5d..=0x7e))
        };
        if !names.iter().all(|name| is_plain(name)) {
            return Err(
                "a level's name is 1 to 64 printable ASCII characters without space, \" and \\".into()
            );
        }
        if BTreeSet::from(names).len() < names.len() {
            return Err("each level needs a name of its own".into());
        }
        Ok(())
    }
}

#[cfg(test)]
mod tests {
    use super::super::message::Medium;
    use super::*;

    #[test]
    fn levels_follow_from_what_was_shown() {
        use ProofKind::{ConfirmedSignUp, EmailOtp, External, Password, RecoveryCode, SmsOtp, Totp};
        let passkey = |verified| {
            ProofKind::Passkey(crate::model::passkey::PasskeyProof {
                hardware: false,
                verified,
                both_factors: false,
            })
        };
        let table: [(&[ProofKind], Option<Level>); 17] = [
            (&[passkey(true)], Some(Level::Three)),
            (&[passkey(false)], Some(Level::Two)),
            (&[Password, passkey(false)], Some(Level::Three)),
            (&[Password, passkey(true), Totp], Some(Level::Four)),
            (&[], None),
            (&[External], None),
            (&[Password], Some(Level::One)),
            (&[Password, Password], Some(Level::One)),
            (&[EmailOtp], Some(Level::Two)),
            (&[SmsOtp], Some(Level::Two)),
            (&[ConfirmedSignUp(Medium::Email), EmailOtp], Some(Level::Two)),
            (&[External, Totp], Some(Level::Two)),
            (&[Password, SmsOtp], Some(Level::Three)),
            (&[Password, RecoveryCode], Some(Level::Three)),
            (&[EmailOtp, Totp], Some(Level::Three)),
            (&[Password, Totp], Some(Level::Four)),
            (&[Password, EmailOtp, Totp], Some(Level::Four)),
        ];
        for (kinds, wanted) in table {
            let proofs: Vec<Proof> = kinds.iter().map(|kind| Proof::new(*kind, 0)).collect();
            assert_eq!(Level::of(&proofs), wanted, "{kinds:?}");
        }
    }

    #[test]
    fn names_are_unique_and_plain() {
        let named = |name: &str| AcrSettings { level2: Some(name.into()), ..AcrSettings::default() };
        assert_eq!(named("gold").level("gold"), Some(Level::Two));
        assert_eq!(named("gold").level("urn:cognito:loa:2"), None);
        assert_eq!(named("gold").check(), Ok(()));
        for wrong in ["", "two words", "a\"b", "a\\b", "urn:cognito:loa:4", &"x".repeat(65), "ä"] {
            assert!(named(wrong).check().is_err(), "{wrong}");
        }
    }

    #[test]
    fn a_session_meets_what_is_wanted_most() {
        let proofs = [Proof::new(ProofKind::Password, 0)];
        let demand = |levels: &[Level], essential| Demand { levels: levels.to_vec(), essential };
        assert!(demand(&[], false).is_met_by(&proofs));
        assert!(demand(&[Level::One], false).is_met_by(&proofs));
        assert!(!demand(&[Level::Four, Level::One], false).is_met_by(&proofs));
        assert!(!demand(&[], true).is_met_by(&proofs));
        assert!(!demand(&[Level::One], false).is_met_by(&[]));
    }
}
