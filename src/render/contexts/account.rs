//! The account of whoever is signed in to this browser.

use serde::ser::SerializeStruct;
use serde::{Serialize, Serializer};

use super::super::{Message, Page, TextKey};
use super::provider::{serialize_shown, shown_name};
use super::{Brand, Form, ProviderButton};

/// `/account/providers`: at which providers somebody may sign in to their account, and a button that ends it for each.
///
/// Posts `provider`, `link`, `unlinkButton`.
#[derive(Clone, Debug, Serialize)]
pub struct AccountProviders {
    /// What to show.
    pub state: AccountProvidersState,
}

/// The two states of [`AccountProviders`].
#[derive(Clone, Debug, Serialize)]
#[serde(tag = "kind", rename_all = "snake_case")]
pub enum AccountProvidersState {
    /// Nobody is signed in to this browser.
    SignedOut {
        /// To the application's sign-in, where the address names an application.
        login_link: Option<String>,
    },
    /// Somebody is.
    SignedIn {
        /// The name under which the person is signed in, as they would write it.
        username: String,
        /// Their full name, when it is known.
        full_name: Option<String>,
        /// The oldest first.
        links: Vec<AccountLink>,
        /// Whether there is something to change and the sign-in is too old for it.
        is_stale: bool,
        /// To the application's sign-in, for somebody whose sign-in is too old.
        login_link: Option<String>,
        /// Why nothing was changed.
        problem: Option<Message>,
    },
}

/// A provider that signs in to the account.
#[derive(Clone, Debug, Serialize)]
pub struct AccountLink {
    /// Whose look it has.
    pub brand: Brand,
    /// Its shown name.
    #[serde(serialize_with = "serialize_shown")]
    pub provider: String,
    /// The day since when, for example `2026-11-21`.
    pub since: String,
    /// The button; `None` when the link stays or the sign-in is too old.
    pub unlink: Option<Unlink>,
    /// Why the link stays.
    pub stays: Option<LinkStays>,
}

/// What the button of a link posts.
#[derive(Clone, Debug, Serialize)]
pub struct Unlink {
    /// The form.
    pub form: Form,
    /// The provider's name in the pool, posted as `provider`.
    pub provider: String,
    /// Which link, posted as `link`: tells nobody who the person is there.
    pub key: String,
}

/// Why a link stays, and what the person can do.
///
/// In templates: `heading` and `advice` (text keys; both take `provider`).
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub enum LinkStays {
    /// It is the only way in.
    OnlyWay {
        /// Whether the person can get a password by code.
        may_recover: bool,
    },
    /// The account was made by it and has no password.
    Own {
        /// Whether the person can get a password by code.
        may_recover: bool,
    },
}

impl LinkStays {
    /// What the page says when the button was pressed all the same.
    #[must_use]
    pub fn problem(self, provider: &str) -> Message {
        Message::new(self.words().0).with("provider", shown_name(provider))
    }

    fn words(self) -> (TextKey, TextKey) {
        match self {
            Self::OnlyWay { may_recover: true } => {
                (TextKey("account-stays-only"), TextKey("account-stays-recover"))
            }
            Self::OnlyWay { may_recover: false } => {
                (TextKey("account-stays-only"), TextKey("account-stays-ask"))
            }
            Self::Own { may_recover: true } => {
                (TextKey("account-stays-own"), TextKey("account-stays-recover"))
            }
            Self::Own { may_recover: false } => {
                (TextKey("account-stays-own"), TextKey("account-stays-own-ask"))
            }
        }
    }
}

impl Serialize for LinkStays {
    fn serialize<S: Serializer>(&self, serializer: S) -> Result<S::Ok, S::Error> {
        let (heading, advice) = self.words();
        let mut map = serializer.serialize_struct("LinkStays", 2)?;
        map.serialize_field("heading", &heading)?;
        map.serialize_field("advice", &advice)?;
        map.end()
    }
}

impl Page for AccountProviders {
    const TEMPLATE: &'static str = "pages/account_providers.html";

    fn title(&self) -> TextKey {
        TextKey("account-providers-title")
    }

    fn failed(&self) -> bool {
        matches!(self.state, AccountProvidersState::SignedIn { problem: Some(_), .. })
    }

    fn samples() -> Vec<(&'static str, Self)> {
        let link = |brand, provider: &str| AccountLink {
            brand,
            provider: provider.to_owned(),
            since: "2026-11-21".to_owned(),
            unlink: Some(Unlink {
                form: Form::sample("/account/providers"),
                provider: provider.to_owned(),
                key: "c2FtcGxl".to_owned(),
            }),
            stays: None,
        };
        let kept = |brand, provider: &str, stays| AccountLink {
            unlink: None,
            stays: Some(stays),
            ..link(brand, provider)
        };
        let bare = |brand, provider: &str| AccountLink { unlink: None, ..link(brand, provider) };
        let ada = |links| Self {
            state: AccountProvidersState::SignedIn {
                username: "ada@example.com".to_owned(),
                full_name: Some("Ada Lovelace".to_owned()),
                links,
                is_stale: false,
                login_link: None,
                problem: None,
            },
        };
        let stale = |link| {
            let mut page = ada(vec![bare(Brand::Google, "Google"), bare(Brand::Other, "Example Works")]);
            if let AccountProvidersState::SignedIn { is_stale, login_link, .. } = &mut page.state {
                (*is_stale, *login_link) = (true, link);
            }
            page
        };
        let refused = |stays: LinkStays| {
            let mut page = ada(vec![kept(Brand::Other, "Example Works", stays)]);
            if let AccountProvidersState::SignedIn { problem, .. } = &mut page.state {
                *problem = Some(stays.problem("Example Works"));
            }
            page
        };
        let login = || Some("/login?client_id=notes&redirect_uri=https%3A%2F%2Fapp.example.com".to_owned());
        let signed_out = |login_link| Self { state: AccountProvidersState::SignedOut { login_link } };
        let several = vec![
            link(Brand::Google, "Google"),
            link(Brand::Apple, "Apple"),
            link(Brand::Facebook, "Facebook"),
            link(Brand::Amazon, "Amazon"),
            link(Brand::Other, "Example Works"),
        ];
        let odd = ProviderButton::odd_samples();
        let odd = odd.iter().map(|button| link(button.brand, &button.name)).collect();
        vec![
            ("several", ada(several)),
            ("one", ada(vec![link(Brand::Google, "Google")])),
            ("none", ada(Vec::new())),
            ("odd", ada(odd)),
            (
                "own",
                ada(vec![
                    kept(Brand::Other, "Example Works", LinkStays::Own { may_recover: false }),
                    link(Brand::Google, "Google"),
                ]),
            ),
            ("refused-only", refused(LinkStays::OnlyWay { may_recover: true })),
            ("refused-ask", refused(LinkStays::OnlyWay { may_recover: false })),
            ("refused-own", refused(LinkStays::Own { may_recover: true })),
            ("stale", stale(None)),
            ("stale-link", stale(login())),
            ("signed-out", signed_out(None)),
            ("signed-out-link", signed_out(login())),
        ]
    }
}
