//! The page for everything that cannot go on, and the one for "not just now".

use serde::Serialize;

use super::super::{Message, Page, TextKey};

/// The error page: what happened, what the person can do, and a number to quote.
#[derive(Clone, Debug, Serialize)]
pub struct ErrorPage {
    /// What happened, in a few words.
    pub heading: TextKey,
    /// What the person can do about it.
    pub advice: TextKey,
    /// The specification's or Cognito's code, such as `redirect_mismatch`.
    pub code: &'static str,
    /// The number under which the log has the same event.
    pub correlation_id: String,
    /// A way to try again, when one exists.
    pub retry_link: Option<String>,
    /// What the application's developer should know; shown by the development server only.
    pub cause: Message,
    /// What the developer can do about it; shown by the development server only.
    pub mend: Message,
}

impl ErrorPage {
    /// The page for `kind`, without a link to try again.
    pub fn new(kind: ErrorKind, correlation_id: impl Into<String>) -> Self {
        let (heading, advice) = kind.words();
        let (cause, mend) = kind.diagnosis();
        Self {
            heading,
            advice,
            code: kind.code(),
            correlation_id: correlation_id.into(),
            retry_link: None,
            cause,
            mend,
        }
    }

    /// The same page with a link to begin again.
    #[must_use]
    pub fn with_retry(mut self, link: impl Into<String>) -> Self {
        self.retry_link = Some(link.into());
        self
    }
}

/// Why a request ends on the error page. Details are shown by the development server only.
#[derive(Clone, Debug, PartialEq, Eq)]
pub enum ErrorKind {
    /// `client_id` is absent or names no client of this pool.
    UnknownClient {
        /// What was sent.
        client_id: String,
    },
    /// `redirect_uri` is absent or not registered.
    RedirectMismatch {
        /// What was sent.
        given: String,
        /// What is registered, for the developer to compare.
        registered: Vec<String>,
    },
    /// `logout_uri` or `post_logout_redirect_uri` is not registered.
    SignOutMismatch {
        /// What was sent.
        given: String,
        /// What is registered.
        registered: Vec<String>,
    },
    /// A parameter was sent more than once (RFC 6749 §3.1).
    DuplicateParameter {
        /// Its name.
        name: String,
    },
    /// Another fault of the request that may not be reported to the redirect URI.
    InvalidRequest {
        /// The protocol's `error_description`.
        detail: String,
    },
    /// A page of a sign-in that is over: too old, finished, or another tab went on.
    FlowExpired,
    /// A page of a step that is not due.
    StepOutOfOrder,
    /// A form without the token that was given with it, or posted from another site.
    FormForged,
    /// The browser sent no cookie, so it probably keeps none.
    CookiesMissing,
    /// No such page.
    NotFound,
    /// The page does not take this method.
    MethodNotAllowed,
    /// The body is too large, not a form, or not UTF-8.
    UnreadableForm,
    /// The request's host belongs to no pool (421).
    UnknownHost {
        /// The host that was asked for.
        host: String,
    },
    /// Self-sign-up is closed in this pool.
    SignUpClosed,
    /// Password recovery is closed in this pool.
    RecoveryClosed,
    /// More from one network than a pool allows in a while.
    TooManyRequests,
    /// A fault of ours. The cause is in the log alone.
    Internal,
}

impl ErrorKind {
    /// The code shown on the page; OAuth's where it has one.
    pub fn code(&self) -> &'static str {
        match self {
            Self::UnknownClient { .. } => "unauthorized_client",
            Self::RedirectMismatch { .. } | Self::SignOutMismatch { .. } => "redirect_mismatch",
            Self::DuplicateParameter { .. } | Self::InvalidRequest { .. } => "invalid_request",
            Self::FlowExpired => "session_expired",
            Self::StepOutOfOrder => "unexpected_step",
            Self::FormForged => "invalid_form",
            Self::CookiesMissing => "cookies_required",
            Self::NotFound => "not_found",
            Self::MethodNotAllowed => "method_not_allowed",
            Self::UnreadableForm => "unreadable_form",
            Self::UnknownHost { .. } => "misdirected_request",
            Self::SignUpClosed => "sign_up_closed",
            Self::RecoveryClosed => "recovery_closed",
            Self::TooManyRequests => "too_many_requests",
            Self::Internal => "server_error",
        }
    }

    fn words(&self) -> (TextKey, TextKey) {
        match self {
            Self::UnknownClient { .. }
            | Self::RedirectMismatch { .. }
            | Self::DuplicateParameter { .. }
            | Self::InvalidRequest { .. } => {
                (TextKey("error-request-heading"), TextKey("error-request-advice"))
            }
            Self::SignOutMismatch { .. } => {
                (TextKey("error-sign-out-heading"), TextKey("error-sign-out-advice"))
            }
            Self::FlowExpired | Self::StepOutOfOrder => {
                (TextKey("error-expired-heading"), TextKey("error-expired-advice"))
            }
            Self::FormForged => (TextKey("error-form-heading"), TextKey("error-form-advice")),
            Self::CookiesMissing => (TextKey("error-cookies-heading"), TextKey("error-cookies-advice")),
            Self::NotFound | Self::MethodNotAllowed | Self::UnknownHost { .. } => {
                (TextKey("error-not-found-heading"), TextKey("error-not-found-advice"))
            }
            Self::UnreadableForm => (TextKey("error-unreadable-heading"), TextKey("error-unreadable-advice")),
            Self::SignUpClosed => {
                (TextKey("error-sign-up-closed-heading"), TextKey("error-sign-up-closed-advice"))
            }
            Self::RecoveryClosed => {
                (TextKey("error-recovery-closed-heading"), TextKey("error-recovery-closed-advice"))
            }
            Self::TooManyRequests => (TextKey("error-too-many-heading"), TextKey("error-too-many-advice")),
            Self::Internal => (TextKey("error-internal-heading"), TextKey("error-internal-advice")),
        }
    }

    fn diagnosis(&self) -> (Message, Message) {
        let pair = |cause: TextKey, mend: TextKey| (Message::new(cause), Message::new(mend));
        match self {
            Self::UnknownClient { client_id } => (
                Message::new(TextKey("cause-unknown-client")).with("client", client_id.as_str()),
                Message::new(TextKey("mend-unknown-client")),
            ),
            Self::RedirectMismatch { given, registered } => mismatch(
                Message::new(TextKey("cause-redirect-mismatch")).with("given", given.as_str()),
                Message::new(TextKey("mend-redirect-mismatch")),
                registered,
            ),
            Self::SignOutMismatch { given, registered } => mismatch(
                Message::new(TextKey("cause-sign-out-mismatch")).with("given", given.as_str()),
                Message::new(TextKey("mend-sign-out-mismatch")),
                registered,
            ),
            Self::DuplicateParameter { name } => (
                Message::new(TextKey("cause-duplicate-parameter")).with("name", name.as_str()),
                Message::new(TextKey("mend-duplicate-parameter")),
            ),
            Self::InvalidRequest { detail } => (
                Message::new(TextKey("cause-invalid-request")).with("detail", detail.as_str()),
                Message::new(TextKey("mend-invalid-request")),
            ),
            Self::UnknownHost { host } => (
                Message::new(TextKey("cause-unknown-host")).with("host", host.as_str()),
                Message::new(TextKey("mend-unknown-host")),
            ),
            Self::FlowExpired => pair(TextKey("cause-flow-expired"), TextKey("mend-flow-expired")),
            Self::StepOutOfOrder => {
                pair(TextKey("cause-step-out-of-order"), TextKey("mend-step-out-of-order"))
            }
            Self::FormForged => pair(TextKey("cause-form-forged"), TextKey("mend-form-forged")),
            Self::CookiesMissing => pair(TextKey("cause-cookies-missing"), TextKey("mend-cookies-missing")),
            Self::NotFound => pair(TextKey("cause-not-found"), TextKey("mend-not-found")),
            Self::MethodNotAllowed => {
                pair(TextKey("cause-method-not-allowed"), TextKey("mend-method-not-allowed"))
            }
            Self::UnreadableForm => pair(TextKey("cause-unreadable-form"), TextKey("mend-unreadable-form")),
            Self::SignUpClosed => pair(TextKey("cause-sign-up-closed"), TextKey("mend-sign-up-closed")),
            Self::RecoveryClosed => pair(TextKey("cause-recovery-closed"), TextKey("mend-recovery-closed")),
            Self::TooManyRequests => pair(TextKey("cause-too-many"), TextKey("mend-too-many")),
            Self::Internal => pair(TextKey("cause-internal"), TextKey("mend-internal")),
        }
    }
}

fn mismatch(cause: Message, mend: Message, registered: &[String]) -> (Message, Message) {
    (cause, mend.with("registered", registered.join(", ")).with("count", registered.len() as i64))
}

impl Page for ErrorPage {
    const TEMPLATE: &'static str = "pages/error.html";

    fn title(&self) -> TextKey {
        self.heading
    }

    fn samples() -> Vec<(&'static str, Self)> {
        let uri = || "https://app.example.com/callback".to_owned();
        let page = |kind| Self::new(kind, "01JD8Z4T6Q");
        vec![
            ("unknown-client", page(ErrorKind::UnknownClient { client_id: "demo".to_owned() })),
            (
                "redirect-mismatch",
                page(ErrorKind::RedirectMismatch {
                    given: uri() + "/",
                    registered: vec![uri(), uri() + "2"],
                }),
            ),
            (
                "redirect-none",
                page(ErrorKind::RedirectMismatch { given: String::new(), registered: Vec::new() }),
            ),
            ("sign-out-mismatch", page(ErrorKind::SignOutMismatch { given: uri(), registered: vec![uri()] })),
            ("duplicate", page(ErrorKind::DuplicateParameter { name: "scope".to_owned() })),
            ("invalid", page(ErrorKind::InvalidRequest { detail: "response_type is missing".to_owned() })),
            ("expired", page(ErrorKind::FlowExpired).with_retry("/login")),
            ("step", page(ErrorKind::StepOutOfOrder).with_retry("/login")),
            ("forged", page(ErrorKind::FormForged).with_retry("/login")),
            ("cookies", page(ErrorKind::CookiesMissing).with_retry("/login")),
            ("not-found", page(ErrorKind::NotFound)),
            ("method", page(ErrorKind::MethodNotAllowed)),
            ("unreadable", page(ErrorKind::UnreadableForm)),
            ("host", page(ErrorKind::UnknownHost { host: "other.example".to_owned() })),
            ("sign-up-closed", page(ErrorKind::SignUpClosed).with_retry("/login")),
            ("recovery-closed", page(ErrorKind::RecoveryClosed).with_retry("/login")),
            ("too-many", page(ErrorKind::TooManyRequests)),
            ("internal", page(ErrorKind::Internal)),
        ]
    }
}

/// The page with a 503: too busy just now. The response carries `Retry-After` as well.
#[derive(Clone, Debug, Serialize)]
pub struct Unavailable {
    /// The page to try again, loaded with GET.
    pub retry_link: Option<String>,
    /// The number under which the log has the same event.
    pub correlation_id: String,
}

impl Page for Unavailable {
    const TEMPLATE: &'static str = "pages/unavailable.html";

    fn title(&self) -> TextKey {
        TextKey("unavailable-heading")
    }

    fn samples() -> Vec<(&'static str, Self)> {
        let page = Self { retry_link: Some("/login".to_owned()), correlation_id: "01JD8Z4T6Q".to_owned() };
        vec![("link", page.clone()), ("bare", Self { retry_link: None, ..page })]
    }
}
