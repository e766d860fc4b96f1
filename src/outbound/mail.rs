//! Mail: the trait, SMTP, and a memory for tests.

use std::sync::Arc;
use std::time::{Duration, UNIX_EPOCH};

use async_trait::async_trait;
use lettre::message::header::{HeaderName, HeaderValue};
use lettre::message::{Mailbox, Message, MultiPart};
use lettre::transport::smtp::authentication::Credentials;
use lettre::transport::smtp::client::{Tls, TlsParameters};
use lettre::transport::smtp::{self, PoolConfig};
use lettre::{AsyncSmtpTransport, AsyncTransport, Tokio1Executor};
use secrecy::{ExposeSecret, SecretString};

use super::memory::{Failure, Memory};
use crate::config::SmtpTls;
use crate::model::clock::Clock;
use crate::model::message::OutgoingMessage;

/// No step of a conversation with a mail server may take longer.
const STEP: Duration = Duration::from_secs(20);
/// Connections kept to the mail server at once.
const CONNECTIONS: u32 = 4;

/// Why a message did not leave. The text holds neither address nor content: it is logged and stored.
#[derive(Debug, thiserror::Error)]
pub enum SendError {
    /// Trying again may help: the other side did not answer or asked to wait.
    #[error("not sent yet: {0}")]
    Later(String),
    /// The other side refused it for good.
    #[error("refused: {0}")]
    Refused(String),
}

/// The way mail leaves the server.
#[async_trait]
pub trait MailTransport: Send + Sync {
    /// Hands one message over; returns when the other side has taken it. `id` stays the same when a message is tried
    /// again.
    ///
    /// # Errors
    /// See [`SendError`].
    async fn send(&self, id: &str, message: &OutgoingMessage) -> Result<(), SendError>;
}

/// Where mail is handed over.
#[derive(Clone)]
pub struct SmtpServer {
    /// Host name of the mail server.
    pub host: String,
    /// Its port.
    pub port: u16,
    /// How the connection is protected.
    pub tls: SmtpTls,
    /// User name and password, where the server wants them.
    pub credentials: Option<(String, SecretString)>,
    /// The `From` address.
    pub from: String,
}

/// Why mail cannot be set up; the text says what to change.
#[derive(Debug, thiserror::Error)]
pub enum SmtpSetupError {
    /// The sender is no address.
    #[error("the mail sender {0:?} is not an address such as \"Example <no-reply@example.com>\"")]
    From(String),
    /// TLS cannot be had for this host.
    #[error("no TLS to the mail server {host:?}: {reason}")]
    Tls {
        /// The host.
        host: String,
        /// What the library says.
        reason: String,
    },
}

/// Mail by SMTP, RFC 5321, over a small pool of connections.
pub struct SmtpMail {
    /// Taken when it ends.
    transport: Option<AsyncSmtpTransport<Tokio1Executor>>,
    /// Where it was made: the pool of connections ends there.
    runtime: Option<tokio::runtime::Handle>,
    from: Mailbox,
    clock: Arc<dyn Clock>,
}

impl SmtpMail {
    /// Prepares the way; nothing is connected yet.
    ///
    /// # Errors
    /// See [`SmtpSetupError`].
    pub fn new(server: &SmtpServer, clock: Arc<dyn Clock>) -> Result<Self, SmtpSetupError> {
        let from = server.from.parse().map_err(|_| SmtpSetupError::From(server.from.clone()))?;
        let parameters = || {
            TlsParameters::new(server.host.clone())
                .map_err(|e| SmtpSetupError::Tls { host: server.host.clone(), reason: e.to_string() })
        };
        let tls = match server.tls {
            SmtpTls::Implicit => Tls::Wrapper(parameters()?),
            SmtpTls::StartTls => Tls::Required(parameters()?),
            SmtpTls::None => Tls::None,
        };
        let mut builder = AsyncSmtpTransport::<Tokio1Executor>::builder_dangerous(&server.host)
            .port(server.port)
            .tls(tls)
            .timeout(Some(STEP))
            .pool_config(PoolConfig::new().max_size(CONNECTIONS));
        if let Some((user, password)) = &server.credentials {
            builder =
                builder.credentials(Credentials::new(user.clone(), password.expose_secret().to_owned()));
        }
        let runtime = tokio::runtime::Handle::try_current().ok();
        Ok(Self { transport: Some(builder.build()), runtime, from, clock })
    }

    /// Connects to the mail server and signs in, as the first message would; nothing is sent.
    ///
    /// # Errors
    /// See [`SendError`].
    pub async fn greet(&self) -> Result<(), SendError> {
        match self.transport().test_connection().await {
            Ok(true) => Ok(()),
            Ok(false) => Err(SendError::Later("the mail server closed the conversation".into())),
            Err(error) => Err(judge(&error)),
        }
    }

    fn transport(&self) -> &AsyncSmtpTransport<Tokio1Executor> {
        self.transport.as_ref().expect("it is taken at the end alone")
    }

    fn compose(&self, id: &str, message: &OutgoingMessage) -> Result<Message, SendError> {
        let to = message
            .to
            .parse()
            .map(|address| Mailbox::new(None, address))
            .map_err(|_| SendError::Refused("the address is not one that mail can go to".into()))?;
        let date = UNIX_EPOCH + Duration::from_millis(u64::try_from(self.clock.now()).unwrap_or(0));
        let builder = Message::builder()
            .from(self.from.clone())
            .to(to)
            .subject(&message.subject)
            .date(date)
            // RFC 3834 §5: nobody's out-of-office note should answer a code.
            .raw_header(HeaderValue::new(
                HeaderName::new_from_ascii_str("Auto-Submitted"),
                "auto-generated".to_owned(),
            ))
            .message_id(Some(format!("<{id}@{}>", self.from.email.domain())));
        let composed = match &message.html {
            Some(html) => {
                builder.multipart(MultiPart::alternative_plain_html(message.text.clone(), html.clone()))
            }
            None => builder.body(message.text.clone()),
        };
        composed.map_err(|_| SendError::Refused("the message could not be put together".into()))
    }
}

impl Drop for SmtpMail {
    /// The pool of connections ends in a task, also when the last to let go of it is a thread of no runtime.
    fn drop(&mut self) {
        let _inside = self.runtime.as_ref().map(tokio::runtime::Handle::enter);
        self.transport.take();
    }
}

#[async_trait]
impl MailTransport for SmtpMail {
    async fn send(&self, id: &str, message: &OutgoingMessage) -> Result<(), SendError> {
        let message = self.compose(id, message)?;
        match self.transport().send(message).await {
            Ok(_) => Ok(()),
            Err(error) => Err(judge(&error)),
        }
    }
}

/// RFC 5321 §4.2.1: 5yz is for good; but when the server refuses us and not the message (RFC 4954 §6), the operator
/// may still mend it. Only the code is kept: the server's text often repeats the address.
fn judge(error: &smtp::Error) -> SendError {
    let Some(code) = error.status() else {
        let what = if error.is_timeout() {
            "the mail server did not answer in time"
        } else {
            "no conversation with the mail server"
        };
        return SendError::Later(what.into());
    };
    let refuses_us = matches!(u16::from(code), 530 | 534 | 535 | 538);
    let text = format!("the mail server answered {code}");
    if error.is_permanent() && !refuses_us { SendError::Refused(text) } else { SendError::Later(text) }
}

/// No mail at all.
#[derive(Debug, Clone, Copy, Default)]
pub struct MailOff;

#[async_trait]
impl MailTransport for MailOff {
    async fn send(&self, _id: &str, _message: &OutgoingMessage) -> Result<(), SendError> {
        // The operator may still set up a mail server before the code in the message expires.
        Err(SendError::Later("no mail server is set up (mail.smtp.host)".into()))
    }
}

/// Mail that stays in memory, for tests.
#[derive(Default)]
pub struct MemoryMail {
    memory: Memory,
}

impl MemoryMail {
    /// An empty one.
    pub fn new() -> Self {
        Self::default()
    }

    /// Everything sent so far, oldest first.
    pub fn all(&self) -> Vec<OutgoingMessage> {
        self.memory.all()
    }

    /// The newest message to an address.
    pub fn last_to(&self, address: &str) -> Option<OutgoingMessage> {
        self.memory.last_to(address)
    }

    /// Makes every further message fail, or none.
    pub fn fail(&self, failure: Option<Failure>) {
        self.memory.fail(failure);
    }

    /// Forgets what was sent.
    pub fn clear(&self) {
        self.memory.clear();
    }
}

#[async_trait]
impl MailTransport for MemoryMail {
    async fn send(&self, _id: &str, message: &OutgoingMessage) -> Result<(), SendError> {
        self.memory.keep(message)
    }
}
