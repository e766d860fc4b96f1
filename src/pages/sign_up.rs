//! `/signup`: a new account.

use actix_web::HttpResponse;
use actix_web::http::StatusCode;

use super::complaint::{Complaint, words};
use super::fields;
use super::guard;
use super::outcome::{self, Outcome};
use super::place::Place;
use super::room::{self, Door, Room};
use super::visit::Visit;
use crate::env::OpenForm;
use crate::model::agreement::{AcceptedTerms, TermsAsk};
use crate::model::flow::Answer;
use crate::model::pool::{ContactKind, PoolSettings};
use crate::render::contexts::{ErrorKind, Identifier, Problem, SignUp, SignUpTerms};
use crate::web::WebError;
use crate::web::form::{FormParameters, Parameters};

const PATH: &str = "/signup";

/// The form.
pub(super) async fn get(visit: Visit) -> Result<HttpResponse, WebError> {
    let room = match room::enter(&visit, Place::SignUp).await? {
        Door::Open(room) => room,
        Door::Elsewhere(response) => return Ok(response),
    };
    check_open(&visit, &room)?;
    Ok(page(&visit, &room, &Parameters::default(), &Complaint::default()))
}

/// Makes the account.
pub(super) async fn post(visit: Visit, form: FormParameters) -> Result<HttpResponse, WebError> {
    let form = form.0;
    let room = match room::submit(&visit, &form, Some(Place::SignUp)).await? {
        Door::Open(room) => room,
        Door::Elsewhere(response) => return Ok(response),
    };
    check_open(&visit, &room)?;
    let settings = &visit.pool().settings;
    let (mut attributes, mut complaint) = fields::read_attributes(&asked_attributes(settings), &form);
    let typed = form.text("username");
    complaint.username = fields::name_problem(typed);
    let asks_password = settings.password_sign_in;
    complaint.password = (asks_password && form.get("password").is_none()).then_some(Problem::Required);
    let accepted_terms = accepted_terms(&visit, &room, &form, &mut complaint);
    if complaint.is_none() {
        let username = match address_kind(settings, typed) {
            Some(ContactKind::Email) => {
                attributes.insert("email".to_owned(), typed.trim().to_owned());
                None
            }
            Some(ContactKind::Phone) => {
                attributes.insert("phone_number".to_owned(), fields::phone_number(typed));
                None
            }
            None => Some(typed.to_owned()),
        };
        let password = form.text("password").to_owned();
        let answer = Answer::SignUp { username, password, attributes, accepted_terms };
        match guard::answer(&visit, &room, (OpenForm::SignUp, &form), answer).await? {
            Outcome::Gone(response) => return Ok(response),
            Outcome::Refused(refused) => complaint = at_the_fields(settings, typed, refused),
        }
    }
    Ok(page(&visit, &room, &form, &complaint))
}

fn page(visit: &Visit, room: &Room, typed: &Parameters, complaint: &Complaint) -> HttpResponse {
    let settings = &visit.pool().settings;
    let names = asked_attributes(settings);
    let content = SignUp {
        form: guard::ask(visit, room, OpenForm::SignUp, room.form(visit, PATH, &[])),
        identifier: identifier(settings),
        username: fields::field(typed, "username", room.typed_name.as_deref(), complaint.username.as_ref()),
        attributes: fields::attribute_fields(&names, typed, complaint),
        asks_password: settings.password_sign_in,
        password_rules: fields::password_rules(&settings.password_policy, typed),
        password_error: words(complaint.password.as_ref()),
        terms: terms(visit, room, typed, complaint),
        error: words(complaint.whole.as_ref()),
        login_link: Some(room.link(visit, Place::Login.path(), &[])),
    };
    outcome::show(visit, room, complaint, &content)
}

/// What the page says of terms and privacy policy.
fn terms(visit: &Visit, room: &Room, typed: &Parameters, complaint: &Complaint) -> Option<SignUpTerms> {
    let settings = &visit.pool().settings.terms;
    Some(SignUpTerms {
        links: settings.links(&room.language(visit).tag)?,
        version: settings.version.clone(),
        checkbox: settings.ask == TermsAsk::Checkbox,
        // A tick was for the version that stood beside it.
        ticked: typed.has("acceptTerms") && Some(typed.text("termsVersion")) == settings.version.as_deref(),
        error: words(complaint.terms.as_ref()),
    })
}

/// The terms that are accepted with this form: those that it showed, if they are still in force. Whoever saw others, or
/// none, is asked at the end of the sign-in.
fn accepted_terms(
    visit: &Visit,
    room: &Room,
    form: &Parameters,
    complaint: &mut Complaint,
) -> Option<AcceptedTerms> {
    let settings = &visit.pool().settings.terms;
    let in_force = settings.in_force(&room.language(visit).tag)?;
    if settings.ask == TermsAsk::Checkbox && !form.has("acceptTerms") {
        complaint.terms = Some(Problem::TermsNotAccepted);
    }
    (form.text("termsVersion") == in_force.version).then_some(in_force)
}

fn check_open(visit: &Visit, room: &Room) -> Result<(), WebError> {
    if visit.pool().settings.self_sign_up {
        return Ok(());
    }
    let login = room.link(visit, Place::Login.path(), &[]);
    Err(WebError::refused(StatusCode::FORBIDDEN, ErrorKind::SignUpClosed).with_retry(login))
}

/// What the new name is.
fn identifier(settings: &PoolSettings) -> Identifier {
    let addresses = &settings.sign_in.username_attributes;
    Identifier::from_accepted(
        addresses.is_empty(),
        addresses.contains(&ContactKind::Email),
        addresses.contains(&ContactKind::Phone),
    )
}

/// Which address the typed name is, where addresses stand in for names.
fn address_kind(settings: &PoolSettings, typed: &str) -> Option<ContactKind> {
    match settings.sign_in.username_attributes.as_slice() {
        [] => None,
        [only] => Some(*only),
        _ if typed.contains('@') => Some(ContactKind::Email),
        _ => Some(ContactKind::Phone),
    }
}

/// The attributes that the page asks for beside the name, and whether it insists: the required ones, and where the name
/// is free-form the address that the code goes to.
fn asked_attributes(settings: &PoolSettings) -> Vec<(String, bool)> {
    let names = &settings.sign_in.username_attributes;
    let required = settings.required_attributes();
    let mut asked: Vec<(String, bool)> = Vec::new();
    if names.is_empty() {
        let has_required_contact =
            settings.auto_verified.iter().any(|kind| required.iter().any(|name| name == kind.attribute()));
        for (index, kind) in settings.auto_verified.iter().enumerate() {
            let attribute = kind.attribute();
            let insists =
                required.iter().any(|name| name == attribute) || (index == 0 && !has_required_contact);
            asked.push((attribute.to_owned(), insists));
        }
    }
    for name in required {
        let is_the_name = names.iter().any(|kind| kind.attribute() == name);
        if !is_the_name && !asked.iter().any(|(known, _)| *known == name) {
            asked.push((name, true));
        }
    }
    asked
}

/// Puts what is wrong with an address at the field it was typed into, and what has no field above the form.
fn at_the_fields(settings: &PoolSettings, typed: &str, mut complaint: Complaint) -> Complaint {
    if let Some(kind) = address_kind(settings, typed)
        && let Some(problem) = complaint.attributes.remove(kind.attribute())
    {
        complaint.username = Some(problem);
    }
    let asked = asked_attributes(settings);
    let has_no_field = |name: &String| !asked.iter().any(|(known, _)| known == name);
    if complaint.attributes.keys().any(has_no_field) {
        complaint.whole = Some(Problem::InvalidValue);
    }
    complaint
}

#[cfg(test)]
mod tests {
    use super::*;
    use crate::model::attributes::AttributeSchema;
    use crate::model::pool::SignInNames;

    fn with_names(username_attributes: Vec<ContactKind>) -> PoolSettings {
        PoolSettings {
            sign_in: SignInNames { username_attributes, ..SignInNames::default() },
            schema: vec![AttributeSchema::standard("name", true)],
            ..PoolSettings::default()
        }
    }

    fn asked(settings: &PoolSettings) -> Vec<(String, bool)> {
        asked_attributes(settings)
    }

    #[test]
    fn an_address_that_is_the_name_is_not_asked_twice() {
        assert_eq!(asked(&with_names(vec![ContactKind::Email])), [("name".to_owned(), true)]);
    }

    #[test]
    fn a_free_form_name_needs_an_address_for_the_code() {
        assert_eq!(asked(&with_names(vec![])), [("email".to_owned(), true), ("name".to_owned(), true)]);
    }

    #[test]
    fn a_wrong_address_is_reported_where_it_was_typed() {
        let mut complaint = Complaint::default();
        complaint.attributes.insert("email".to_owned(), Problem::InvalidEmail);
        let complaint = at_the_fields(&with_names(vec![ContactKind::Email]), "ada", complaint);
        assert_eq!((complaint.username, complaint.whole), (Some(Problem::InvalidEmail), None));
    }
}
