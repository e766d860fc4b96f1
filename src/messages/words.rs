//! The words of a message: the pool's own, else the built-in ones.

use super::template::{self, Values};
use super::{MessageError, MessageRequest, brand, language};
use crate::env::Env;
use crate::model::message::{Medium, MessageKind, OutgoingMessage};
use crate::model::pool::UserPool;
use crate::render::{DefaultMessage, EmailBody, Message, TextKey, isolated};

/// Longest subject in characters, as Cognito has it.
const LONGEST_SUBJECT: usize = 140;
/// Longest mail in characters, as Cognito has it.
const LONGEST_MAIL: usize = 20_000;
/// Longest SMS in characters: four parts.
const LONGEST_SMS: usize = 600;
/// Longest user name that is put into a message, in characters.
const LONGEST_NAME: usize = 128;

/// Writes the whole message.
pub(super) fn write(
    env: &Env,
    pool: &UserPool,
    request: &MessageRequest,
) -> Result<OutgoingMessage, MessageError> {
    let language = language::settled(env, pool, &request.language).to_owned();
    let request = &MessageRequest { language, ..request.clone() };
    let username = plain(&request.username, LONGEST_NAME);
    let username = isolated(&request.language, &username);
    let values = Values { code: request.code.as_deref(), link: request.link.as_deref(), username: &username };
    let message = match request.medium {
        Medium::Email => mail(env, pool, request, values)?,
        Medium::Sms => Words { subject: String::new(), text: sms(env, pool, request, values)?, html: None },
    };
    Ok(OutgoingMessage {
        pool_id: pool.id.clone(),
        kind: request.kind,
        medium: request.medium,
        to: request.to.clone(),
        subject: message.subject,
        text: message.text,
        html: message.html,
        code: request.code.clone(),
        link: request.link.clone(),
    })
}

struct Words {
    subject: String,
    text: String,
    html: Option<String>,
}

fn mail(
    env: &Env,
    pool: &UserPool,
    request: &MessageRequest,
    values: Values<'_>,
) -> Result<Words, MessageError> {
    let (own_subject, own_body) = own_mail(pool, request);
    let (built_in_subject, built_in_body) = built_in_mail(pool, request);
    let translated = |message: &Message| spoken(env, pool, request, message);

    let subject = own_subject.map_or_else(|| translated(&built_in_subject), str::to_owned);
    let subject = plain(&template::fill_text(&subject, values), LONGEST_SUBJECT);
    let (text, html) = match own_body {
        Some(own) => (template::text_of_html(own), own.to_owned()),
        None => {
            let text = translated(&built_in_body);
            let html = EmailBody::paragraphs(&text, "{####}");
            (text, html)
        }
    };
    let (text, html) = (template::fill_text(&text, values), template::fill_html(&html, values));
    let html = if is_whole_document(&html) {
        html
    } else {
        let brand = brand::of(env, pool, request);
        let body = EmailBody { language: &request.language, subject: &subject, html: &html, brand: &brand };
        env.renderer.email_shell(&body).map_err(|e| MessageError::Template(e.to_string()))?
    };
    if text.chars().count() > LONGEST_MAIL {
        return Err(MessageError::Template("the mail is longer than 20,000 characters".into()));
    }
    Ok(Words { subject, text, html: Some(html) })
}

/// The words of a text, the pool's own where it has some in this language.
fn spoken(env: &Env, pool: &UserPool, request: &MessageRequest, message: &Message) -> String {
    env.renderer.translator().text_of_pool(&pool.settings.texts, &request.language, message)
}

fn sms(
    env: &Env,
    pool: &UserPool,
    request: &MessageRequest,
    values: Values<'_>,
) -> Result<String, MessageError> {
    let own = &pool.settings.messages;
    let own = match request.kind {
        MessageKind::SignUpConfirmation | MessageKind::AttributeVerification | MessageKind::PasswordReset => {
            own.verification_sms.as_deref()
        }
        MessageKind::SignInCode => own.sign_in_sms.as_deref(),
        MessageKind::Invitation => own.invitation_sms.as_deref(),
        _ => None,
    };
    let text = match own.filter(|own| says_everything(own, request)) {
        Some(own) => own.to_owned(),
        None => {
            let built_in = about_provider(built_in(request).sms(&pool.name), request);
            spoken(env, pool, request, &built_in)
        }
    };
    let text = template::fill_text(&text, values);
    if text.chars().count() > LONGEST_SMS {
        return Err(MessageError::Template("the SMS is longer than 600 characters".into()));
    }
    Ok(text)
}

/// The pool's own subject and body for a mail, where it has usable ones.
fn own_mail<'p>(pool: &'p UserPool, request: &MessageRequest) -> (Option<&'p str>, Option<&'p str>) {
    let own = &pool.settings.messages;
    let (subject, body) = match request.kind {
        MessageKind::SignUpConfirmation if request.link.is_some() => (&own.link_subject, &own.link_email),
        MessageKind::SignUpConfirmation | MessageKind::AttributeVerification | MessageKind::PasswordReset => {
            (&own.verification_subject, &own.verification_email)
        }
        MessageKind::SignInCode => (&own.sign_in_subject, &own.sign_in_email),
        MessageKind::Invitation => (&own.invitation_subject, &own.invitation_email),
        _ => return (None, None),
    };
    (subject.as_deref(), body.as_deref().filter(|body| says_everything(body, request)))
}

/// Whether a template of the pool's own has a place for what the message is about. One that has none would leave the
/// person without the code, so the built-in words are used instead.
fn says_everything(template: &str, request: &MessageRequest) -> bool {
    match (request.medium, &request.link) {
        (Medium::Email, Some(_)) => template::has_link(template),
        _ => request.code.is_none() || template::has_code(template),
    }
}

fn built_in_mail(pool: &UserPool, request: &MessageRequest) -> (Message, Message) {
    if request.link.is_some() && request.kind == MessageKind::SignUpConfirmation {
        return (
            Message::new(TextKey("message-link-subject")).with("pool", pool.name.as_str()),
            Message::new(TextKey("message-link-body")).with("pool", pool.name.as_str()),
        );
    }
    let message = built_in(request);
    let about = |message: Message| about_provider(message, request);
    (about(message.email_subject(&pool.name)), about(message.email_body(&pool.name)))
}

fn about_provider(message: Message, request: &MessageRequest) -> Message {
    match &request.provider {
        Some(provider) => message.with("provider", provider.as_str()),
        None => message,
    }
}

fn built_in(request: &MessageRequest) -> DefaultMessage {
    match request.kind {
        MessageKind::SignUpConfirmation => DefaultMessage::VerificationCode,
        MessageKind::AttributeVerification => DefaultMessage::AddressCode,
        MessageKind::SignInCode => DefaultMessage::SignInCode,
        MessageKind::PasswordReset => DefaultMessage::ResetCode,
        MessageKind::Invitation => DefaultMessage::Invitation,
        MessageKind::AlreadyRegistered => DefaultMessage::ExistingAccount,
        MessageKind::PasswordChanged => DefaultMessage::PasswordChanged,
        MessageKind::ProviderUnlinked => DefaultMessage::ProviderUnlinked,
        MessageKind::RecoveryCodeUsed => DefaultMessage::RecoveryCodeUsed,
        MessageKind::FactorsChanged => DefaultMessage::FactorsChanged,
        MessageKind::AddressInUse => DefaultMessage::AddressInUse,
        MessageKind::AddressChanged if request.link.is_some() => DefaultMessage::AddressChanged,
        MessageKind::AddressChanged => DefaultMessage::AddressChangedForGood,
        MessageKind::AddressRestored => DefaultMessage::AddressRestored,
        MessageKind::AccountDeleted => DefaultMessage::AccountDeleted,
        MessageKind::Passkey(news) => DefaultMessage::Passkey(news),
    }
}

/// A pool may bring its mail complete, as Cognito allows; everything else is set into the shell.
fn is_whole_document(html: &str) -> bool {
    let start = html.trim_start().get(..9).unwrap_or_default().to_ascii_lowercase();
    start.starts_with("<!doctype") || start.starts_with("<html")
}

/// One line without control characters, at most `longest` characters: nothing can add a header or a line to a mail.
fn plain(text: &str, longest: usize) -> String {
    let text: String = text.chars().map(|c| if c.is_control() { ' ' } else { c }).collect();
    text.trim().chars().take(longest).collect()
}
