//! The inputs that several pages share: names, attributes, the password policy.

use super::complaint::{Complaint, words};
use crate::model::attributes::AttributeMap;
use crate::model::flow::Delivery;
use crate::model::message::Medium;
use crate::model::password_policy::{PasswordPolicy, PasswordRule};
use crate::model::pool::{ContactKind, PoolSettings};
use crate::render::contexts::{
    AttributeField, Channel, Delivery as ShownDelivery, Field, Identifier, PasswordRule as ShownRule,
    PasswordRuleKind, Problem,
};
use crate::web::form::Parameters;

/// The longest name that is looked up, in characters.
const LONGEST_NAME: u32 = 256;

/// What the pool's people sign in with.
pub(super) fn identifier(settings: &PoolSettings) -> Identifier {
    let names = &settings.sign_in;
    Identifier::from_accepted(
        names.has_free_form_usernames() || names.accepts_preferred_username(),
        names.accepts(ContactKind::Email),
        names.accepts(ContactKind::Phone),
    )
}

/// What is wrong with a typed name, before anybody looks for it.
pub(super) fn name_problem(typed: &str) -> Option<Problem> {
    if typed.trim().is_empty() {
        return Some(Problem::Required);
    }
    (typed.chars().count() > LONGEST_NAME as usize).then_some(Problem::TooLong { maximum: LONGEST_NAME })
}

/// A field with what was typed, else with what is known, and what is wrong with it.
pub(super) fn field(typed: &Parameters, name: &str, known: Option<&str>, problem: Option<&Problem>) -> Field {
    let value = if typed.has(name) { typed.text(name) } else { known.unwrap_or_default() };
    Field { value: value.to_owned(), error: words(problem) }
}

/// A code as it was meant: people copy spaces and hyphens along.
pub(super) fn code(form: &Parameters) -> String {
    form.text("code").chars().filter(|c| !c.is_whitespace() && *c != '-').collect()
}

/// The policy as a list, ticked when a password was judged.
pub(super) fn password_rules(policy: &PasswordPolicy, typed: &Parameters) -> Vec<ShownRule> {
    let password = typed.get("password");
    policy
        .rules()
        .into_iter()
        .filter_map(|rule| Some((rule, kind(rule)?)))
        .map(|(rule, kind)| match password {
            Some(password) => ShownRule::judged(kind, rule.is_kept_by(password)),
            None => ShownRule::listed(kind),
        })
        .collect()
}

/// An input for each attribute, with what was typed and what is wrong.
pub(super) fn attribute_fields(
    names: &[(String, bool)],
    typed: &Parameters,
    complaint: &Complaint,
) -> Vec<AttributeField> {
    names
        .iter()
        .map(|(name, required)| {
            let filled = field(typed, &input_name(name), None, complaint.attributes.get(name));
            AttributeField::new(name.as_str(), *required).filled(filled)
        })
        .collect()
}

/// The attributes that were typed, and which required ones were not.
pub(super) fn read_attributes(names: &[(String, bool)], form: &Parameters) -> (AttributeMap, Complaint) {
    let mut complaint = Complaint::default();
    let mut attributes = AttributeMap::new();
    for (name, required) in names {
        let value = form.text(&input_name(name)).trim();
        if !value.is_empty() {
            let value = if name == "phone_number" { phone_number(value) } else { value.to_owned() };
            attributes.insert(name.clone(), value);
        } else if *required {
            complaint.attributes.insert(name.clone(), Problem::Required);
        }
    }
    (attributes, complaint)
}

/// A phone number without the separators that people write.
pub(super) fn phone_number(typed: &str) -> String {
    typed.chars().filter(|c| !c.is_whitespace() && !"-.()/".contains(*c)).collect()
}

/// Where a code went, as the pages show it.
pub(super) fn delivery(delivery: &Delivery) -> ShownDelivery {
    let channel = match delivery.medium {
        Medium::Email => Channel::Email,
        Medium::Sms => Channel::Sms,
    };
    ShownDelivery { channel, destination: delivery.destination.clone() }
}

fn input_name(attribute: &str) -> String {
    format!("attributes[{attribute}]")
}

fn kind(rule: PasswordRule) -> Option<PasswordRuleKind> {
    Some(match rule {
        PasswordRule::MinimumLength(length) => PasswordRuleKind::MinimumLength(length),
        PasswordRule::Lowercase => PasswordRuleKind::Lowercase,
        PasswordRule::Uppercase => PasswordRuleKind::Uppercase,
        PasswordRule::Number => PasswordRuleKind::Number,
        PasswordRule::Symbol => PasswordRuleKind::Symbol,
        PasswordRule::NoEdgeSpace => PasswordRuleKind::NoEdgeSpace,
        // Nobody types that by hand; whoever breaks it is told.
        PasswordRule::MaximumLength => return None,
    })
}

#[cfg(test)]
mod tests {
    use super::*;

    fn form(text: &str) -> Parameters {
        Parameters::parse(text.as_bytes()).unwrap_or_default()
    }

    #[test]
    fn a_code_may_be_typed_with_spaces() {
        assert_eq!(code(&form("code=+042+187%0A")), "042187");
        assert_eq!(code(&form("code=042-187")), "042187");
    }

    #[test]
    fn attributes_are_read_by_name_and_required_ones_are_missed() {
        let names =
            [("name".to_owned(), true), ("phone_number".to_owned(), false), ("website".to_owned(), true)];
        let typed = form(
            "attributes%5Bname%5D=+Ada&attributes%5Bphone_number%5D=%2B41+79-123&attributes%5Bemail%5D=x",
        );
        let (attributes, complaint) = read_attributes(&names, &typed);
        let expected = [("name", "Ada"), ("phone_number", "+4179123")];
        assert_eq!(attributes, expected.map(|(name, value)| (name.to_owned(), value.to_owned())).into());
        assert_eq!(
            complaint.attributes.into_iter().collect::<Vec<_>>(),
            [("website".to_owned(), Problem::Required)]
        );
    }

    #[test]
    fn rules_are_ticked_once_a_password_was_sent() {
        let policy = PasswordPolicy::default();
        assert!(password_rules(&policy, &form("")).iter().all(|rule| rule.satisfied.is_none()));
        let judged = password_rules(&policy, &form("password=abc"));
        let kept: Vec<_> =
            judged.iter().filter(|rule| rule.satisfied == Some(true)).map(|rule| rule.kind).collect();
        assert_eq!(kept, [PasswordRuleKind::Lowercase, PasswordRuleKind::NoEdgeSpace]);
    }
}
