//! `/account/profile`: the attributes that people write about themselves.

use actix_web::HttpResponse;

use super::super::complaint::{Complaint, words};
use super::super::fields;
use super::super::room;
use super::super::visit::Visit;
use super::{Door, Owner, enter, lists, submit};
use crate::authn::AuthnError;
use crate::directory::own_profile;
use crate::model::attributes::{AttributeMap, AttributeSchema, AttributeType};
use crate::render::TextKey;
use crate::render::contexts::{
    AccountProfile, AttributeField, Field, Problem, ProfileChoice, ProfileField, ProfileGroup,
};
use crate::web::WebError;
use crate::web::cookies::{self, CookieKind};
use crate::web::form::{FormParameters, Parameters};

pub(super) const PATH: &str = "/account/profile";

/// The form.
pub(super) async fn get(visit: Visit) -> Result<HttpResponse, WebError> {
    let owner = match enter(&visit).await? {
        Door::Open(owner) => owner,
        Door::Elsewhere(response) => return Ok(response),
    };
    page(&visit, &owner, &Parameters::default(), &Complaint::default()).await
}

/// Saves what was sent; attributes that were not sent stay as they are.
pub(super) async fn post(visit: Visit, form: FormParameters) -> Result<HttpResponse, WebError> {
    let form = form.0;
    let owner = match submit(&visit, &form).await? {
        Door::Open(owner) => owner,
        Door::Elsewhere(response) => return Ok(response),
    };
    let given: AttributeMap = form
        .iter()
        .filter_map(|(name, value)| {
            let name = name.strip_prefix("attributes[")?.strip_suffix(']')?;
            Some((name.to_owned(), value.trim().replace("\r\n", "\n")))
        })
        .collect();
    let mut complaint = Complaint::default();
    for (name, value) in &given {
        let present = owner.user.attributes.get(name).map(String::as_str);
        if !lists::admits(&visit.pool().settings.languages, (name, value), present) {
            complaint.attributes.insert(name.clone(), Problem::InvalidValue);
        }
    }
    if complaint.is_none() {
        match own_profile::save(&visit.env, visit.pool(), owner.client(), &owner.user, given).await {
            Ok(changed) if changed.is_empty() => return Ok(owner.go(&visit, PATH, "profile-unchanged")),
            Ok(changed) => return saved(&visit, &owner, &changed),
            Err(error) => {
                complaint =
                    Complaint::about(AuthnError::from(error), &visit.pool().settings).map_err(room::fault)?;
            }
        }
    }
    page(&visit, &owner, &form, &complaint).await
}

/// On to the page that says so. A language chosen on the pages before gives way to that of the profile.
fn saved(visit: &Visit, owner: &Owner, changed: &[String]) -> Result<HttpResponse, WebError> {
    let mut response = owner.go(visit, PATH, "profile-saved");
    if changed.iter().any(|name| name == "locale") {
        let cookie = cookies::forget(&visit.request, &visit.pool().id, CookieKind::Language);
        response.add_cookie(&cookie).map_err(|error| WebError::Internal(error.to_string()))?;
    }
    Ok(response)
}

async fn page(
    visit: &Visit,
    owner: &Owner,
    typed: &Parameters,
    complaint: &Complaint,
) -> Result<HttpResponse, WebError> {
    let schemas = own_profile::writable(visit.pool(), owner.client());
    let fields: Vec<ProfileField> =
        schemas.iter().map(|schema| field(visit, owner, schema, (typed, complaint))).collect();
    let is_shown = |name: &String| fields.iter().any(|field| field.attribute.name == *name);
    let whole = match complaint.attributes.keys().all(is_shown) {
        true => complaint.whole.clone(),
        // Something that has no field here: nobody sends that by the page.
        false => Some(Problem::InvalidValue),
    };
    let mut groups: Vec<ProfileGroup> = Vec::new();
    for field in fields {
        let label = label(&field.attribute.name);
        match groups.iter_mut().find(|group| group.label == label) {
            Some(group) => group.fields.push(field),
            None => groups.push(ProfileGroup { label, fields: vec![field] }),
        }
    }
    let content = AccountProfile {
        around: owner.around(visit, PATH).await?,
        form: owner.form(visit, PATH),
        groups,
        error: words(whole.as_ref()),
    };
    let mut response = owner.show(visit, complaint.status(), &content)?;
    complaint.wait(&mut response);
    Ok(response)
}

fn field(
    visit: &Visit,
    owner: &Owner,
    schema: &AttributeSchema,
    (typed, complaint): (&Parameters, &Complaint),
) -> ProfileField {
    let name = schema.name.as_str();
    let input = format!("attributes[{name}]");
    let present = owner.user.attributes.get(name).map_or("", String::as_str);
    let value: Field = fields::field(typed, &input, Some(present), complaint.attributes.get(name));
    let mut attribute = AttributeField::new(name, schema.required).filled(value);
    if schema.value_type == AttributeType::Number {
        attribute.input_type = "number";
    }
    let mut choices = match (name, schema.value_type) {
        ("locale", _) => lists::languages(&visit.pool().settings.languages),
        ("zoneinfo", _) => lists::zones(),
        (_, AttributeType::Boolean) => lists::booleans(),
        _ => Vec::new(),
    };
    // A value from elsewhere stays until another one is chosen.
    let value = &attribute.field.value;
    if !choices.is_empty() && !value.is_empty() && !choices.iter().any(|choice| choice.value == *value) {
        choices.insert(0, ProfileChoice::new(value, value));
    }
    ProfileField { attribute, choices }
}

fn label(name: &str) -> TextKey {
    match name {
        "name" | "given_name" | "middle_name" | "family_name" | "nickname" | "preferred_username" => {
            TextKey("profile-names")
        }
        "birthdate" | "gender" | "website" | "profile" | "picture" | "address" => TextKey("profile-about"),
        "locale" | "zoneinfo" => TextKey("profile-region"),
        _ => TextKey("profile-more"),
    }
}
