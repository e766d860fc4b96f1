//! The authentication levels that a request asks for: `acr_values` (OpenID Connect Core §3.1.2.1), and `acr` of the ID token
//! in `claims` (§5.5.1.1), which alone can insist. Of `claims` nothing else is read.

use serde_json::Value;

use crate::model::acr::{AcrSettings, Demand, Level};
use crate::web::form::Parameters;

/// Most values that are looked at.
const MOST_VALUES: usize = 16;

/// What a request asks for. Names that mean nothing here are passed over.
pub(super) fn demand(names: &AcrSettings, parameters: &Parameters) -> Demand {
    let insisted = parameters.get("claims").and_then(of_claims);
    let essential = insisted.as_ref().is_some_and(|(_, essential)| *essential);
    let values: Vec<String> = match insisted {
        Some((values, true)) => values,
        Some((values, false)) => of_request(parameters).chain(values).collect(),
        None => of_request(parameters).collect(),
    };
    let mut levels: Vec<Level> = Vec::new();
    for level in values.iter().take(MOST_VALUES).filter_map(|name| names.level(name)) {
        if !levels.contains(&level) {
            levels.push(level);
        }
    }
    // An essential `acr` without values asks for it to be told, which it is in any case.
    Demand { levels, essential: essential && !values.is_empty() }
}

fn of_request(parameters: &Parameters) -> impl Iterator<Item = String> {
    parameters.text("acr_values").split(' ').filter(|name| !name.is_empty()).map(String::from)
}

/// The values of `claims.id_token.acr`, and whether they are essential. What cannot be read asks for nothing.
fn of_claims(text: &str) -> Option<(Vec<String>, bool)> {
    let claims: Value = serde_json::from_str(text).ok()?;
    let acr = claims.get("id_token")?.get("acr")?;
    let one = acr.get("value").and_then(Value::as_str).into_iter();
    let many = acr.get("values").and_then(Value::as_array).into_iter().flatten().filter_map(Value::as_str);
    let essential = acr.get("essential").and_then(Value::as_bool).unwrap_or(false);
    Some((one.chain(many).map(String::from).collect(), essential))
}

#[cfg(test)]
mod tests {
    use super::*;

    fn asked(pairs: &[(&str, &str)]) -> Demand {
        let mut query = url::form_urlencoded::Serializer::new(String::new());
        query.extend_pairs(pairs);
        let Ok(parameters) = Parameters::parse(query.finish().as_bytes()) else { panic!("unreadable") };
        demand(&AcrSettings { level3: Some("silver".into()), ..AcrSettings::default() }, &parameters)
    }

    #[test]
    fn levels_are_read_from_left_to_right_and_unknown_names_passed_over() {
        use Level::{Four, One, Three};
        let levels = |text| asked(&[("acr_values", text)]).levels;
        assert_eq!(levels("urn:cognito:loa:4 silver"), [Four, Three]);
        assert_eq!(levels("silver  urn:cognito:loa:1 silver"), [Three, One]);
        assert_eq!(levels("gold urn:cognito:loa:3"), []);
        assert_eq!(asked(&[]), Demand::default());
        assert_eq!(levels(&format!("{}silver", "x ".repeat(16))), []);
    }

    #[test]
    fn only_claims_can_insist() {
        let claims = |text| asked(&[("acr_values", "urn:cognito:loa:1"), ("claims", text)]);
        let essential = claims(r#"{"id_token":{"acr":{"essential":true,"values":["silver","gold"]}}}"#);
        assert_eq!(essential, Demand { levels: vec![Level::Three], essential: true });
        let unknown = claims(r#"{"id_token":{"acr":{"essential":true,"value":"gold"}}}"#);
        assert_eq!(unknown, Demand { levels: vec![], essential: true });
        let voluntary = claims(r#"{"id_token":{"acr":{"value":"silver"}}}"#);
        assert_eq!(voluntary, Demand { levels: vec![Level::One, Level::Three], essential: false });
        for nothing in
            ["{}", "[]", "x", r#"{"id_token":{"acr":null}}"#, r#"{"id_token":{"acr":{"essential":true}}}"#]
        {
            assert!(!claims(nothing).essential, "{nothing}");
        }
    }
}
