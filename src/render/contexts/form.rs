//! The parts that forms are made of.

use serde::Serialize;

use super::super::Message;

/// A form's target and its token against cross-site requests.
#[derive(Clone, Debug, Serialize)]
pub struct Form {
    /// Where it posts to, relative to the server, for example `/login?flow=…`.
    pub action: String,
    /// Value of the hidden field `_csrf`.
    pub csrf: String,
    /// The proof of work that the page's script brings with it, where one is asked for.
    pub work: Option<Work>,
}

/// Proof of work: the script looks for a number so that the SHA-256 of `seed:number` begins with so many zero bits, and
/// posts it as `work`.
#[derive(Clone, Debug, Serialize)]
pub struct Work {
    /// What the hashed text begins with.
    pub seed: String,
    /// How many bits.
    pub bits: u32,
}

impl Form {
    /// A form posting to `action` with the token `csrf`.
    pub fn new(action: impl Into<String>, csrf: impl Into<String>) -> Self {
        Self { action: action.into(), csrf: csrf.into(), work: None }
    }

    pub(super) fn sample(path: &str) -> Self {
        Self::new(format!("{path}?flow=Zm9vYmFy&lang=en"), "c2FtcGxl")
    }

    /// While the form is attacked.
    pub(super) fn sample_attacked(path: &str) -> Self {
        Self { work: Some(Work { seed: "c2FtcGxlc2FtcGxlc2FtcA".to_owned(), bits: 4 }), ..Self::sample(path) }
    }
}

/// A text field whose typed value is shown again.
#[derive(Clone, Debug, Default, Serialize)]
pub struct Field {
    /// What the person typed, or what is known beforehand (`login_hint`).
    pub value: String,
    /// What is wrong with it.
    pub error: Option<Message>,
}

impl Field {
    /// A field with a value and nothing wrong.
    pub fn of(value: impl Into<String>) -> Self {
        Self { value: value.into(), error: None }
    }

    /// The same field, with what is wrong.
    #[must_use]
    pub fn wrong(mut self, problem: impl Into<Message>) -> Self {
        self.error = Some(problem.into());
        self
    }
}

/// How a message reaches a person.
#[derive(Clone, Copy, Debug, PartialEq, Eq, Serialize)]
#[serde(rename_all = "snake_case")]
pub enum Channel {
    /// By e-mail.
    Email,
    /// By text message.
    Sms,
}

/// Where a code went.
#[derive(Clone, Debug, Serialize)]
pub struct Delivery {
    /// By which way.
    pub channel: Channel,
    /// Masked, for example `a***@e***` or `+*******4567`.
    pub destination: String,
}

impl Delivery {
    pub(super) fn sample_email() -> Self {
        Self { channel: Channel::Email, destination: "a***@e***".to_owned() }
    }

    pub(super) fn sample_sms() -> Self {
        Self { channel: Channel::Sms, destination: "+*******4567".to_owned() }
    }
}

/// The form that asks for a new code; drawn below the page's main form.
#[derive(Clone, Debug, Serialize)]
pub struct Resend {
    /// Its target. Nothing but `_csrf` is posted.
    pub form: Form,
}

impl Resend {
    pub(super) fn sample(path: &str) -> Self {
        Self { form: Form::sample(path) }
    }
}
