//! The password policy as the pages list it.

use serde::ser::SerializeStruct;
use serde::{Serialize, Serializer};

use super::super::{Message, TextKey};

/// One rule of a pool's password policy.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub enum PasswordRuleKind {
    /// At least so many characters.
    MinimumLength(u32),
    /// A lower-case letter.
    Lowercase,
    /// An upper-case letter.
    Uppercase,
    /// A digit.
    Number,
    /// One of Cognito's symbols, or a space that is neither first nor last.
    Symbol,
    /// No space at the beginning or end.
    NoEdgeSpace,
}

/// A rule with the verdict on the password that was submitted.
///
/// Before a submit, and after one whose password was not judged, `satisfied` is `None`; the page's script
/// ticks the rules while typing.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub struct PasswordRule {
    /// The rule.
    pub kind: PasswordRuleKind,
    /// Whether the submitted password kept it.
    pub satisfied: Option<bool>,
}

impl PasswordRule {
    /// A rule that was not judged yet.
    pub fn listed(kind: PasswordRuleKind) -> Self {
        Self { kind, satisfied: None }
    }

    /// A rule with its verdict.
    pub fn judged(kind: PasswordRuleKind, satisfied: bool) -> Self {
        Self { kind, satisfied: Some(satisfied) }
    }

    pub(super) fn samples() -> Vec<Self> {
        use PasswordRuleKind::{Lowercase, MinimumLength, NoEdgeSpace, Number, Symbol, Uppercase};
        [MinimumLength(8), Lowercase, Uppercase, Number, Symbol, NoEdgeSpace].map(Self::listed).to_vec()
    }

    pub(super) fn judged_samples() -> Vec<Self> {
        let mut rules = Self::samples();
        for (index, rule) in rules.iter_mut().enumerate() {
            rule.satisfied = Some(index % 2 == 1);
        }
        rules
    }
}

impl PasswordRuleKind {
    /// The name that `static/js/page.js` knows the rule by.
    fn name(self) -> &'static str {
        match self {
            Self::MinimumLength(_) => "minimum_length",
            Self::Lowercase => "lowercase",
            Self::Uppercase => "uppercase",
            Self::Number => "number",
            Self::Symbol => "symbol",
            Self::NoEdgeSpace => "no_edge_space",
        }
    }

    fn text(self) -> Message {
        match self {
            Self::MinimumLength(length) => {
                Message::new(TextKey("rule-minimum-length")).with("length", length)
            }
            Self::Lowercase => Message::new(TextKey("rule-lowercase")),
            Self::Uppercase => Message::new(TextKey("rule-uppercase")),
            Self::Number => Message::new(TextKey("rule-number")),
            Self::Symbol => Message::new(TextKey("rule-symbol")),
            Self::NoEdgeSpace => Message::new(TextKey("rule-no-edge-space")),
        }
    }
}

impl Serialize for PasswordRule {
    fn serialize<S: Serializer>(&self, serializer: S) -> Result<S::Ok, S::Error> {
        let length = match self.kind {
            PasswordRuleKind::MinimumLength(length) => Some(length),
            _ => None,
        };
        let mut map = serializer.serialize_struct("PasswordRule", 4)?;
        map.serialize_field("kind", self.kind.name())?;
        map.serialize_field("length", &length)?;
        map.serialize_field("text", &self.kind.text())?;
        map.serialize_field("satisfied", &self.satisfied)?;
        map.end()
    }
}
