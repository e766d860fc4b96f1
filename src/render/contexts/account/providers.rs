//! The identity providers of an account.

use serde::ser::SerializeStruct;
use serde::{Serialize, Serializer};

use super::super::super::{Message, Page, TextKey};
use super::super::provider::{serialize_shown, shown_name};
use super::super::{Brand, Form, ProviderButton};
use super::AccountAround;

/// `/account/providers`: at which providers somebody may sign in to their account, and a button that ends it for each.
///
/// Posts `provider`, `link`, `unlinkButton`.
#[derive(Clone, Debug, Serialize)]
pub struct AccountProviders {
    /// Around it.
    pub around: AccountAround,
    /// The oldest first.
    pub links: Vec<AccountLink>,
    /// Why nothing was changed.
    pub problem: Option<Message>,
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
    /// The button; `None` when the link stays.
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
    OnlyWay,
    /// The account was made by it and has no password.
    Own,
}

impl LinkStays {
    /// What the page says when the button was pressed all the same.
    #[must_use]
    pub fn problem(self, provider: &str) -> Message {
        Message::new(self.words().0).with("provider", shown_name(provider))
    }

    fn words(self) -> (TextKey, TextKey) {
        let advice = TextKey("account-stays-password");
        match self {
            Self::OnlyWay => (TextKey("account-stays-only"), advice),
            Self::Own => (TextKey("account-stays-own"), advice),
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
        self.problem.is_some()
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
        let ada = |links| Self { around: AccountAround::sample(Some("providers")), links, problem: None };
        let refused = |stays: LinkStays| Self {
            problem: Some(stays.problem("Example Works")),
            ..ada(vec![kept(Brand::Other, "Example Works", stays)])
        };
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
                ada(vec![kept(Brand::Other, "Example Works", LinkStays::Own), link(Brand::Google, "Google")]),
            ),
            ("refused-only", refused(LinkStays::OnlyWay)),
            ("refused-own", refused(LinkStays::Own)),
        ]
    }
}
