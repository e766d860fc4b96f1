//! Every page in every state, for the test suite, for checking themes and templates, and for looking at.

use super::contexts::*;
use super::{Brand, DefaultMessage, EmailBody, Frame, Message, Page, RenderError, Renderer, TextKey};

/// The template of every e-mail.
const MAIL: &str = "messages/shell.html";

type Render = Box<dyn Fn(&Renderer, &Frame) -> Result<String, RenderError> + Send + Sync>;

/// A page in one of its states.
pub struct Sample {
    /// The page's name, for example `Login`.
    pub page: &'static str,
    /// The state's name.
    pub state: &'static str,
    /// Its template.
    pub template: &'static str,
    render: Render,
}

impl Sample {
    /// The page's document.
    ///
    /// # Errors
    /// As [`Renderer::page`].
    pub fn render(&self, renderer: &Renderer, frame: &Frame) -> Result<String, RenderError> {
        (self.render)(renderer, frame)
    }

    /// Whether it is an e-mail.
    pub fn is_mail(&self) -> bool {
        self.template == MAIL
    }

    /// Whether it is a page that people see, and none of the development server's own.
    pub fn is_public(&self) -> bool {
        !self.template.starts_with("dev/")
    }
}

impl std::fmt::Debug for Sample {
    fn fmt(&self, f: &mut std::fmt::Formatter<'_>) -> std::fmt::Result {
        write!(f, "{}-{}", self.page, self.state)
    }
}

/// Calls `$visit!(Page, Page …)` with every page there is.
#[macro_export]
macro_rules! for_every_page {
    ($visit:ident) => {
        $visit!(
            Login,
            Identify,
            AtProvider,
            HandOver,
            ProviderFailed,
            SignUp,
            Confirm,
            ConfirmUser,
            ForgotPassword,
            ConfirmForgotPassword,
            NewPassword,
            ChallengeCode,
            ChallengeTotp,
            SelectFactor,
            SetUpTotp,
            SetUpNumber,
            ChallengeRecovery,
            RecoveryCodes,
            RecoveryCodeUsed,
            SignedInAs,
            Terms,
            Consent,
            SignOutConfirm,
            SignedOut,
            ErrorPage,
            Unavailable,
            AccountOverview,
            AccountProfile,
            AccountAddress,
            AccountPassword,
            AccountProviders,
            ChallengePasskey,
            AddPasskey,
            AccountPasskeys,
            AccountFactors,
            AccountApp,
            AccountRecoveryCodes,
            AccountSessions,
            AccountApplications,
            AccountData,
            AccountDelete,
            AccountDeleted,
            AccountConfirm,
            AccountTakeBack,
            Welcome,
            Mailbox,
            PlaygroundStart,
            PlaygroundResult,
            ProviderChoice,
            ProviderNote,
            ProviderList,
            ThemeGallery
        )
    };
}

/// A frame for a sample: of a pool of this name, in this language, with everything that a pool can have around its pages.
pub fn frame(language: &str, pool_name: &str, nonce: &str) -> Frame {
    Frame { legal: Some(sample_links()), ..Frame::new(language, pool_name, "", nonce) }
}

/// Every page in every state.
pub fn samples() -> Vec<Sample> {
    let mut all = Vec::new();
    macro_rules! collect {
        ($($page:ident),*) => {$(
            for (index, (state, _)) in $page::samples().into_iter().enumerate() {
                all.push(Sample {
                    page: stringify!($page),
                    state,
                    template: $page::TEMPLATE,
                    render: Box::new(move |renderer, frame| match $page::samples().into_iter().nth(index) {
                        Some((_, page)) => renderer.page(frame, &page),
                        // The samples are as many as a moment ago.
                        None => Ok(String::new()),
                    }),
                });
            }
        )*};
    }
    for_every_page!(collect);
    all
}

/// Every e-mail with the built-in words.
pub fn mails() -> Vec<Sample> {
    let link = (TextKey("message-link-subject"), TextKey("message-link-body"));
    let with_link = |key: TextKey| Message::new(key).with("pool", "Demo");
    let mut all = vec![mail("link", with_link(link.0), with_link(link.1))];
    for kind in DefaultMessage::ALL {
        let subject = kind.email_subject("Demo");
        let state = subject.key.0.trim_start_matches("message-").trim_end_matches("-subject");
        all.push(mail(state, subject, kind.email_body("Demo")));
    }
    all
}

/// A mail as it arrives. The words have Cognito's placeholders, which `messages` fills in for real ones.
fn mail(state: &'static str, subject: Message, body: Message) -> Sample {
    let about = |message: Message, frame: &Frame| {
        message.with("pool", frame.pool_name.as_str()).with("provider", "Corp")
    };
    let render = move |renderer: &Renderer, frame: &Frame| {
        let say =
            |message: &Message| renderer.translator().text(&frame.language, &about(message.clone(), frame));
        let html = EmailBody::paragraphs(&say(&body), "{####}")
            .replace("{####}", "483920")
            .replace("{username}", "ada")
            .replace("{##", "<a href=\"https://login.example.com/take-back?token=Zm9v\">")
            .replace("##}", "</a>");
        let brand = Brand {
            name: frame.pool_name.clone(),
            logo_url: frame.pictures.logo.clone(),
            look: frame.branding.clone().unwrap_or_default(),
        };
        let subject = say(&subject);
        let language = frame.language.as_str();
        renderer.email_shell(&EmailBody { language, subject: &subject, html: &html, brand: &brand })
    };
    Sample { page: "Mail", state, template: MAIL, render: Box::new(render) }
}

#[cfg(test)]
mod tests {
    use super::*;

    /// A page that is not in the list would be checked by nothing.
    #[test]
    fn every_context_that_is_a_page_is_among_the_samples() {
        let folder = std::path::Path::new(env!("CARGO_MANIFEST_DIR")).join("src/render/contexts");
        let known: std::collections::BTreeSet<&str> = samples().iter().map(|sample| sample.page).collect();
        let mut found = 0;
        let mut folders = vec![folder];
        let mut files = Vec::new();
        while let Some(folder) = folders.pop() {
            for entry in std::fs::read_dir(folder).expect("the folder is there") {
                let path = entry.expect("an entry").path();
                if path.is_dir() { folders.push(path) } else { files.push(path) }
            }
        }
        for file in files {
            let text = std::fs::read_to_string(file).expect("a source file");
            for rest in text.split("impl Page for ").skip(1) {
                let name = rest.split([' ', '<', '{']).next().expect("a name");
                assert!(known.contains(name), "{name} is not in for_every_page!");
                found += 1;
            }
        }
        assert_eq!(found, known.len());
    }
}
