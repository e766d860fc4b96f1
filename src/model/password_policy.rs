//! Password rules of a pool: all of Cognito's settings.

use serde::{Deserialize, Serialize};

/// The longest password that is accepted, in characters.
pub const MAXIMUM_PASSWORD_LENGTH: usize = 256;

/// What a new password must be like.
#[derive(Debug, Clone, PartialEq, Eq, Serialize, Deserialize)]
#[serde(default)]
pub struct PasswordPolicy {
    /// Shortest length in characters, 6 to 99.
    pub minimum_length: u32,
    /// At least one lower-case letter.
    pub require_lowercase: bool,
    /// At least one upper-case letter.
    pub require_uppercase: bool,
    /// At least one digit.
    pub require_numbers: bool,
    /// At least one symbol (anything that is no letter, no digit and no edge space).
    pub require_symbols: bool,
    /// How many earlier passwords may not come back, 0 to 24.
    pub history_size: u32,
    /// Life of a temporary password in days, 0 to 365; 0 means the default of 7.
    pub temporary_password_validity_days: u32,
}

impl Default for PasswordPolicy {
    fn default() -> Self {
        Self {
            minimum_length: 8,
            require_lowercase: true,
            require_uppercase: true,
            require_numbers: true,
            require_symbols: true,
            history_size: 0,
            temporary_password_validity_days: 7,
        }
    }
}

/// One rule a password can break.
#[derive(Debug, Clone, Copy, PartialEq, Eq, Hash, Serialize, Deserialize)]
#[serde(rename_all = "snake_case")]
pub enum PasswordRule {
    /// Shorter than the minimum length given here.
    MinimumLength(u32),
    /// Longer than [`MAXIMUM_PASSWORD_LENGTH`].
    MaximumLength,
    /// No lower-case letter.
    Lowercase,
    /// No upper-case letter.
    Uppercase,
    /// No digit.
    Number,
    /// No symbol.
    Symbol,
    /// A space at the beginning or the end.
    NoEdgeSpace,
}

impl PasswordPolicy {
    /// Refuses settings outside Cognito's ranges.
    ///
    /// # Errors
    /// A sentence that names the setting and its range.
    pub fn check(&self) -> Result<(), String> {
        if !(6..=99).contains(&self.minimum_length) {
            return Err("minimum_length must be from 6 to 99".into());
        }
        if self.history_size > 24 {
            return Err("history_size must be from 0 to 24".into());
        }
        if self.temporary_password_validity_days > 365 {
            return Err("temporary_password_validity_days must be from 0 to 365".into());
        }
        Ok(())
    }

    /// The rules that a person is shown, in the order of the page.
    pub fn rules(&self) -> Vec<PasswordRule> {
        let mut rules = vec![PasswordRule::MinimumLength(self.minimum_length)];
        let optional = [
            (self.require_lowercase, PasswordRule::Lowercase),
            (self.require_uppercase, PasswordRule::Uppercase),
            (self.require_numbers, PasswordRule::Number),
            (self.require_symbols, PasswordRule::Symbol),
        ];
        rules.extend(optional.into_iter().filter(|(on, _)| *on).map(|(_, rule)| rule));
        rules.push(PasswordRule::NoEdgeSpace);
        rules
    }

    /// The rules that `password` breaks; empty when it may be used.
    pub fn broken_rules(&self, password: &str) -> Vec<PasswordRule> {
        let mut broken: Vec<PasswordRule> =
            self.rules().into_iter().filter(|rule| !rule.is_kept_by(password)).collect();
        if !PasswordRule::MaximumLength.is_kept_by(password) {
            broken.push(PasswordRule::MaximumLength);
        }
        broken
    }

    /// Life of a temporary password in milliseconds.
    pub fn temporary_password_life_ms(&self) -> i64 {
        let days = if self.temporary_password_validity_days == 0 {
            7
        } else {
            self.temporary_password_validity_days
        };
        i64::from(days) * 86_400_000
    }
}

impl PasswordRule {
    /// Whether `password` keeps this rule.
    pub fn is_kept_by(self, password: &str) -> bool {
        match self {
            Self::MinimumLength(n) => password.chars().count() >= n as usize,
            Self::MaximumLength => password.chars().count() <= MAXIMUM_PASSWORD_LENGTH,
            Self::Lowercase => password.chars().any(char::is_lowercase),
            Self::Uppercase => password.chars().any(char::is_uppercase),
            Self::Number => password.chars().any(char::is_numeric),
            Self::Symbol => password.trim().chars().any(|c| !c.is_alphanumeric()),
            Self::NoEdgeSpace => password.trim() == password,
        }
    }
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn each_rule_refuses_what_breaks_only_it() {
        let policy = PasswordPolicy::default();
        let cases = [
            ("Aa1!aaa", vec![PasswordRule::MinimumLength(8)]),
            ("AA1!AAAA", vec![PasswordRule::Lowercase]),
            ("aa1!aaaa", vec![PasswordRule::Uppercase]),
            ("Aab!aaaa", vec![PasswordRule::Number]),
            ("Aa1aaaaa", vec![PasswordRule::Symbol]),
            (" Aa1!aaaa", vec![PasswordRule::NoEdgeSpace]),
            ("Correct-Horse-7", vec![]),
        ];
        for (password, broken) in cases {
            assert_eq!(policy.broken_rules(password), broken, "{password}");
        }
        let long = format!("Aa1!{}", "x".repeat(253));
        assert_eq!(policy.broken_rules(&long), vec![PasswordRule::MaximumLength]);
    }

    #[test]
    fn settings_outside_the_ranges_are_refused() {
        let with = |minimum_length, history_size, temporary_password_validity_days| PasswordPolicy {
            minimum_length,
            history_size,
            temporary_password_validity_days,
            ..PasswordPolicy::default()
        };
        for good in [with(6, 0, 0), with(99, 24, 365)] {
            assert!(good.check().is_ok());
        }
        for bad in [with(5, 0, 0), with(100, 0, 0), with(8, 25, 0), with(8, 0, 366)] {
            assert!(bad.check().is_err());
        }
    }
}
