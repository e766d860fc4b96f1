//! Signing in at another provider: the buttons, and the pages on the way there and back.

use serde::ser::SerializeStruct;
use serde::{Serialize, Serializer};

use super::super::{Message, Page, TextKey};
use super::Problem;

/// Whose look and words a provider's button has.
#[derive(Clone, Copy, Debug, PartialEq, Eq, Serialize)]
#[serde(rename_all = "snake_case")]
pub enum Brand {
    /// Google.
    Google,
    /// Facebook.
    Facebook,
    /// Apple.
    Apple,
    /// Amazon.
    Amazon,
    /// An OpenID Connect or SAML provider of the pool's own.
    Other,
}

/// A way of signing in at another provider. Always a link: the page's `form-action` would stop a form whose answer
/// redirects to another site.
#[derive(Clone, Debug, Serialize)]
pub struct ProviderButton {
    /// Whose look it has.
    pub brand: Brand,
    /// The provider's shown name. The four brands have their own and ignore it.
    #[serde(serialize_with = "serialize_shown")]
    pub name: String,
    /// Where the way begins.
    pub link: String,
}

impl ProviderButton {
    /// A button to `link` for the provider that people know as `name`.
    pub fn new(brand: Brand, name: impl Into<String>, link: impl Into<String>) -> Self {
        Self { brand, name: name.into(), link: link.into() }
    }

    pub(super) fn samples() -> Vec<Self> {
        let button = |brand, name: &str| {
            Self::new(brand, name, format!("/login/provider?name={}&flow=Zm9vYmFy", name.replace(' ', "+")))
        };
        vec![
            button(Brand::Google, "Google"),
            button(Brand::Apple, "SignInWithApple"),
            button(Brand::Facebook, "Facebook"),
            button(Brand::Amazon, "LoginWithAmazon"),
            button(Brand::Other, "Example Works"),
        ]
    }

    /// Names that are as long as permitted, run the other way, or are hardly names.
    pub(super) fn odd_samples() -> Vec<Self> {
        let names = [
            "W",
            "The Long Name Of A Provider Co.",
            "Donaudampfschifffahrtsgesellscha",
            "WWWWWWWWWWWWWWWWWWWWWWWWWWWWWWWW",
            "חברת הדוגמה בע״מ (ירושלים)",
            "شركة المثال 2026!",
            "🏢 Ünïcode & Söhne 🚀🚀",
            "株式会社サンプル認証基盤本部",
            "\u{202e}elgooG\u{2069} evil",
        ];
        names.iter().map(|name| Self::new(Brand::Other, *name, "/login/provider?name=odd")).collect()
    }
}

/// A name from outside as it may stand in the middle of a sentence: without characters that are not seen but change
/// what is, and, where it could run the other way, isolated from the words around it (Unicode UAX #9 §2.4).
pub(super) fn shown_name(name: &str) -> String {
    let is_direction = |c: char| matches!(c, '\u{061c}' | '\u{200e}' | '\u{200f}' | '\u{202a}'..='\u{202e}' | '\u{2066}'..='\u{2069}');
    let name: String = name.chars().filter(|c| !c.is_control() && !is_direction(*c)).collect();
    if name.is_ascii() { name } else { format!("\u{2068}{name}\u{2069}") }
}

pub(super) fn serialize_shown<S: Serializer>(name: &str, serializer: S) -> Result<S::Ok, S::Error> {
    serializer.serialize_str(&shown_name(name))
}

/// [`serialize_shown`] for a name that may be absent.
pub(super) fn serialize_shown_option<S: Serializer>(
    name: &Option<String>,
    serializer: S,
) -> Result<S::Ok, S::Error> {
    name.as_deref().map(shown_name).serialize(serializer)
}

/// For somebody who came back from a provider with the back button, or after a failure that may be tried again: once
/// more to the same provider, or another way.
#[derive(Clone, Debug, Serialize)]
pub struct AtProvider {
    /// The provider.
    pub provider: ProviderButton,
    /// To the sign-in page with all ways.
    pub another_way: Option<String>,
    /// What went wrong there.
    pub problem: Option<Message>,
}

impl Page for AtProvider {
    const TEMPLATE: &'static str = "pages/provider.html";

    fn title(&self) -> TextKey {
        match self.provider.brand {
            Brand::Google => TextKey("provider-google"),
            Brand::Facebook => TextKey("provider-facebook"),
            Brand::Apple => TextKey("provider-apple"),
            Brand::Amazon => TextKey("provider-amazon"),
            Brand::Other => TextKey("provider-other"),
        }
    }

    fn title_message(&self) -> Message {
        Message::new(self.title()).with("provider", shown_name(&self.provider.name))
    }

    fn failed(&self) -> bool {
        self.problem.is_some()
    }

    fn samples() -> Vec<(&'static str, Self)> {
        let names = ["google", "apple", "facebook", "amazon", "other"];
        let page =
            |provider| Self { provider, another_way: Some("/login?another=1".to_owned()), problem: None };
        let mut samples: Vec<_> =
            names.into_iter().zip(ProviderButton::samples().into_iter().map(page)).collect();
        let odd = ["short", "long", "unbroken", "wide", "hebrew", "arabic", "emoji", "japanese", "hostile"];
        samples.extend(odd.into_iter().zip(ProviderButton::odd_samples().into_iter().map(page)));
        let other = ProviderButton::new(Brand::Other, "Example Works", "/login/provider?name=works");
        samples.push(("alone", Self { another_way: None, ..page(other.clone()) }));
        samples.push(("problem", Self { problem: Some(Problem::ProviderTryAgain.into()), ..page(other) }));
        samples
    }
}

/// The form that takes the person to a provider (SAML's HTTP POST binding, Bindings §3.5). The page's script sends it;
/// without script the person presses its button.
///
/// The response must let the form end there: `web::headers::allow_form_target` with [`Self::action`].
#[derive(Clone, Debug, Serialize)]
pub struct HandOver {
    /// The provider's shown name.
    #[serde(serialize_with = "serialize_shown")]
    pub provider: String,
    /// The provider's address.
    pub action: String,
    /// Names and values of what is posted, and nothing besides.
    pub fields: Vec<(String, String)>,
}

impl Page for HandOver {
    const TEMPLATE: &'static str = "pages/hand_over.html";

    fn title(&self) -> TextKey {
        TextKey("provider-other")
    }

    fn title_message(&self) -> Message {
        Message::new(self.title()).with("provider", shown_name(&self.provider))
    }

    fn samples() -> Vec<(&'static str, Self)> {
        let page = |provider: &str| Self {
            provider: provider.to_owned(),
            action: "https://idp.example.com/saml/sso?tenant=1&x=2".to_owned(),
            fields: vec![
                ("SAMLRequest".to_owned(), "PHNhbWxwOkF1dGhuUmVxdWVzdC8+".to_owned()),
                ("RelayState".to_owned(), "\"'><b>".to_owned()),
            ],
        };
        let odd = ["short", "long", "unbroken", "wide", "hebrew", "arabic", "emoji", "japanese", "hostile"];
        let mut samples = vec![("plain", page("Example Works"))];
        samples.extend(
            odd.into_iter().zip(ProviderButton::odd_samples().iter().map(|button| page(&button.name))),
        );
        samples
    }
}

/// Where a person leaves for the application.
#[derive(Clone, Debug, Serialize)]
pub struct BackToApplication {
    /// The application's shown name.
    #[serde(serialize_with = "serialize_shown")]
    pub name: String,
    /// Its address, with the protocol's error where one is due.
    pub link: String,
}

/// A sign-in at a provider that came to nothing: what happened, what the person can do, and a number to quote.
#[derive(Clone, Debug, Serialize)]
pub struct ProviderFailed {
    /// The provider's shown name.
    #[serde(serialize_with = "serialize_shown")]
    pub provider: String,
    /// What happened.
    pub reason: ProviderProblem,
    /// To the same provider once more.
    pub try_again: Option<String>,
    /// To the sign-in page with all ways.
    pub another_way: Option<String>,
    /// Back to the application.
    pub back: Option<BackToApplication>,
    /// The number under which the log has the same event.
    pub correlation_id: String,
}

/// Why a sign-in at a provider came to nothing, as far as the person is concerned.
///
/// In templates: `kind`, `code` (shown beside the correlation id), `heading` and `advice` (text keys; both take
/// `provider`).
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub enum ProviderProblem {
    /// The person cancelled, or the provider refused them.
    Denied,
    /// It took too long, or the answer was used before.
    Expired,
    /// It began in another browser, or in a session that is over.
    OtherBrowser,
    /// The provider's clock and this server's differ.
    Clock,
    /// The provider cannot be reached, or has a fault of its own.
    Unavailable,
    /// The answer could not be verified.
    Untrusted,
    /// The provider did not share what the pool needs.
    Incomplete,
    /// The provider's settings are wrong, here or there.
    Misconfigured,
    /// The application does not take this provider.
    NotAllowed,
}

impl ProviderProblem {
    /// All of them.
    pub const ALL: [Self; 9] = [
        Self::Denied,
        Self::Expired,
        Self::OtherBrowser,
        Self::Clock,
        Self::Unavailable,
        Self::Untrusted,
        Self::Incomplete,
        Self::Misconfigured,
        Self::NotAllowed,
    ];

    /// The code shown on the page, for whoever is told.
    pub fn code(self) -> &'static str {
        match self {
            Self::Denied => "provider_denied",
            Self::Expired => "provider_expired",
            Self::OtherBrowser => "provider_other_browser",
            Self::Clock => "provider_clock",
            Self::Unavailable => "provider_unavailable",
            Self::Untrusted => "provider_untrusted",
            Self::Incomplete => "provider_incomplete",
            Self::Misconfigured => "provider_misconfigured",
            Self::NotAllowed => "provider_not_allowed",
        }
    }

    /// One word for counters and the audit trail.
    pub fn outcome(self) -> &'static str {
        match self {
            Self::Denied => "denied",
            Self::Expired => "expired",
            Self::OtherBrowser => "other_browser",
            Self::Clock => "clock",
            Self::Unavailable => "unavailable",
            Self::Untrusted => "untrusted",
            Self::Incomplete => "incomplete",
            Self::Misconfigured => "misconfigured",
            Self::NotAllowed => "not_allowed",
        }
    }

    fn words(self) -> (TextKey, TextKey) {
        match self {
            Self::Denied => (TextKey("provider-denied-heading"), TextKey("provider-denied-advice")),
            Self::Expired => (TextKey("provider-expired-heading"), TextKey("provider-expired-advice")),
            Self::OtherBrowser => {
                (TextKey("provider-other-browser-heading"), TextKey("provider-other-browser-advice"))
            }
            Self::Clock => (TextKey("provider-clock-heading"), TextKey("provider-clock-advice")),
            Self::Unavailable => {
                (TextKey("provider-unavailable-heading"), TextKey("provider-unavailable-advice"))
            }
            Self::Untrusted => (TextKey("provider-untrusted-heading"), TextKey("provider-untrusted-advice")),
            Self::Incomplete => {
                (TextKey("provider-incomplete-heading"), TextKey("provider-incomplete-advice"))
            }
            Self::Misconfigured => {
                (TextKey("provider-misconfigured-heading"), TextKey("provider-misconfigured-advice"))
            }
            Self::NotAllowed => {
                (TextKey("provider-not-allowed-heading"), TextKey("provider-not-allowed-advice"))
            }
        }
    }
}

impl Serialize for ProviderProblem {
    fn serialize<S: Serializer>(&self, serializer: S) -> Result<S::Ok, S::Error> {
        let (heading, advice) = self.words();
        let mut map = serializer.serialize_struct("ProviderProblem", 3)?;
        map.serialize_field("code", self.code())?;
        map.serialize_field("heading", &heading)?;
        map.serialize_field("advice", &advice)?;
        map.end()
    }
}

impl Page for ProviderFailed {
    const TEMPLATE: &'static str = "pages/provider_failed.html";

    fn title(&self) -> TextKey {
        self.reason.words().0
    }

    fn title_message(&self) -> Message {
        Message::new(self.title()).with("provider", shown_name(&self.provider))
    }

    fn samples() -> Vec<(&'static str, Self)> {
        let page = |reason| Self {
            provider: "Example Works".to_owned(),
            reason,
            try_again: Some("/login/provider?name=works".to_owned()),
            another_way: Some("/login?another=1".to_owned()),
            back: Some(BackToApplication {
                name: "Field Notes".to_owned(),
                link: "https://app.example.com/callback?error=access_denied".to_owned(),
            }),
            correlation_id: "01JD8Z4T6Q".to_owned(),
        };
        let names = [
            "denied",
            "expired",
            "other-browser",
            "clock",
            "unavailable",
            "untrusted",
            "incomplete",
            "misconfigured",
            "not-allowed",
        ];
        let mut samples: Vec<_> = names.into_iter().zip(ProviderProblem::ALL.map(page)).collect();
        let bare =
            Self { try_again: None, another_way: None, back: None, ..page(ProviderProblem::Misconfigured) };
        samples.push(("bare", bare));
        samples.push((
            "back-only",
            Self { try_again: None, another_way: None, ..page(ProviderProblem::Untrusted) },
        ));
        samples.push(("no-retry", Self { try_again: None, ..page(ProviderProblem::NotAllowed) }));
        let odd = ["short", "long", "unbroken", "wide", "hebrew", "arabic", "emoji", "japanese", "hostile"];
        samples.extend(odd.into_iter().zip(ProviderButton::odd_samples().into_iter().map(|button| Self {
            provider: button.name.clone(),
            back: Some(BackToApplication { name: button.name, link: "https://app.example.com/".to_owned() }),
            ..page(ProviderProblem::Unavailable)
        })));
        samples
    }
}
