//! The classes that a style sheet may name: the contract of the templates. docs/theming.md has this list, and a test
//! compares the two and the templates.

/// A class of the pages.
#[derive(Clone, Copy, Debug)]
pub struct Class {
    /// Its name, without the dot.
    pub name: &'static str,
    /// What wears it.
    pub meaning: &'static str,
    /// The class that Cognito's name stands beside; the same element wears both.
    pub also: Option<&'static str>,
    /// The token of its text, where it has text of its own.
    pub(super) front: Option<&'static str>,
    /// The token of its background, where it has one.
    pub(super) back: Option<&'static str>,
    /// The class of what it stands on; the page itself when empty.
    pub(super) on: &'static str,
}

const fn class(
    name: &'static str,
    meaning: &'static str,
    (front, back): (Option<&'static str>, Option<&'static str>),
    on: &'static str,
) -> Class {
    Class { name, meaning, also: None, front, back, on }
}

const fn cognito(name: &'static str, also: &'static str, meaning: &'static str) -> Class {
    Class { name, meaning, also: Some(also), front: None, back: None, on: "" }
}

const TEXT: (Option<&str>, Option<&str>) = (Some("text"), None);
const MUTED: (Option<&str>, Option<&str>) = (Some("muted"), None);
const BOX: (Option<&str>, Option<&str>) = (None, None);

/// Every class there is.
pub const CLASSES: &[Class] = &[
    class("page", "The whole page.", BOX, ""),
    class("site-header", "The bar at the top.", (Some("on-side"), Some("side")), ""),
    class("site-name", "The name in that bar.", (Some("on-side"), None), "site-header"),
    class("side", "The panel of a split page.", (Some("on-side"), Some("side")), ""),
    class("side-name", "The name on the panel.", (Some("on-side"), None), "side"),
    class("card", "The card.", (Some("text"), Some("surface")), "page"),
    class("card-header", "Logo, heading and the line below it.", BOX, "card"),
    class("brand", "What the logo stands in.", BOX, "card"),
    class("logo", "The logo.", BOX, "brand"),
    class("mark", "The mark where there is no logo.", (None, Some("accent")), "brand"),
    class("title", "The heading.", TEXT, "card-header"),
    class("subtitle", "The line that says where the person is going.", MUTED, "card-header"),
    class("lead", "What the page is about.", MUTED, "card"),
    class("section", "The heading of a part of a form.", TEXT, "card"),
    class("field", "A field with its label.", BOX, "card"),
    class("label", "The label of a field.", TEXT, "field"),
    class("optional", "The word after the label of a field that may stay empty.", MUTED, "field"),
    class("input", "A field itself.", (Some("text"), Some("field")), "field"),
    class("code", "The field of a code.", (Some("text"), Some("field")), "field"),
    class("hint", "The help below a field.", MUTED, "field"),
    class("field-error", "What is wrong with a field.", (Some("danger"), None), "field"),
    class("rules", "What a new password needs.", MUTED, "field"),
    class("rule", "One of these.", MUTED, "field"),
    class("rule-satisfied", "One that is kept.", (Some("success"), None), "field"),
    class("rule-missing", "One that is not.", (Some("danger"), None), "field"),
    class("alert", "A notice.", (Some("info"), Some("info-soft")), "card"),
    class("alert-error", "A notice of a mistake.", (Some("danger"), Some("danger-soft")), "card"),
    class(
        "alert-success",
        "A notice that something has worked.",
        (Some("success"), Some("success-soft")),
        "card",
    ),
    class("alert-warning", "A notice to be careful.", (Some("warning"), Some("warning-soft")), "card"),
    class("button", "Everything that looks like a button.", BOX, "card"),
    class("button-primary", "The main button.", (Some("on-accent"), Some("accent")), "card"),
    class("button-secondary", "Other buttons.", (Some("text"), Some("surface")), "card"),
    class("method", "Another way to sign in, as a button.", (Some("text"), Some("surface")), "card"),
    class("link", "A button that looks like a link.", (Some("link"), None), "card"),
    class("below-field", "The link below the password.", BOX, "field"),
    class("divider", "The word between two ways to sign in.", MUTED, "card"),
    class("aside", "A line below the form.", MUTED, "card"),
    class("choice", "One of several ways to go on.", (Some("text"), Some("surface")), "card"),
    class("choice-title", "Its name.", TEXT, "choice"),
    class("choice-detail", "What is said about it.", MUTED, "choice"),
    class("chip", "An address or a name that a sentence ends with.", (Some("text"), Some("raised")), "card"),
    class("person", "Who is signed in.", (Some("text"), Some("raised")), "card"),
    class("person-name", "That person's name.", TEXT, "person"),
    class("person-username", "That person's user name.", MUTED, "person"),
    class("check-label", "What a box to tick says.", TEXT, "card"),
    class("steps", "The numbered steps of setting up an app for codes.", TEXT, "card"),
    class("recovery-codes", "The list of recovery codes.", (Some("text"), Some("raised")), "card"),
    class("bar", "The bar at the top of account pages.", TEXT, "page"),
    class("bar-name", "The name in it.", TEXT, "bar"),
    class("account-nav", "The list of account pages.", BOX, "page"),
    class("nav-link", "One of them.", TEXT, "account-nav"),
    class("panel", "A part of an account page.", TEXT, "card"),
    class(
        "entry",
        "A session, an application, a provider in a list.",
        (Some("text"), Some("surface")),
        "card",
    ),
    class("entry-title", "Its name.", TEXT, "entry"),
    class("entry-detail", "What is said about it.", MUTED, "entry"),
    class("facts", "Code and number of a problem.", MUTED, "card"),
    class("page-footer", "What is below the card.", BOX, "page"),
    class("place", "The line with the pool's name.", MUTED, "page-footer"),
    class("legal", "The links to terms of use and privacy policy.", MUTED, "page-footer"),
    cognito("background-customizable", "card", "The card."),
    cognito("banner-customizable", "brand", "What the logo stands in."),
    cognito("logo-customizable", "logo", "The logo."),
    cognito("label-customizable", "label", "Labels."),
    cognito("textDescription-customizable", "lead", "What a page is about."),
    cognito("inputField-customizable", "input", "Fields."),
    cognito("submitButton-customizable", "button-primary", "The main button."),
    cognito("errorMessage-customizable", "alert-error", "A notice of a mistake."),
    cognito("idpDescription-customizable", "divider", "The word above the identity providers."),
    cognito("idpButton-customizable", "method", "An identity provider without a brand of ours."),
    cognito("socialButton-customizable", "method", "Google, Facebook, Apple and Amazon."),
    cognito("legalText-customizable", "place", "The line with the pool's name."),
    cognito("redirect-customizable", "aside", "The line that leads to sign-up or back."),
    cognito("passwordCheck-valid-customizable", "rule-satisfied", "A rule for passwords that is kept."),
    cognito("passwordCheck-notValid-customizable", "rule-missing", "One that is not."),
];

/// Texts that no sheet can name, and that stand on what it can: measured as they are.
pub(super) const HIDDEN: &[Class] = &[
    class("muted", "Lesser words in a panel.", MUTED, "panel"),
    class("scopes", "What an application may do.", MUTED, "entry"),
    class("lead a", "A link in what the page is about.", (Some("link"), None), "lead"),
    class("check-label a", "A link in what a box to tick says.", (Some("link"), None), "check-label"),
    class("aside a", "A link in a line below the form.", (Some("link"), None), "aside"),
    class("scopes", "The same where consent is asked for.", TEXT, "card"),
    class("rules-title", "The line above the rules for passwords.", MUTED, "rules"),
    class("choice-state", "How things stand with a choice.", MUTED, "choice"),
    class("tag", "A word beside an entry's title.", TEXT, "entry"),
];

/// What a selector may ask beside a class.
pub const STATES: [&str; 4] = ["hover", "focus", "focus-visible", "active"];

/// The class of this name.
pub(super) fn find(name: &str) -> Option<&'static Class> {
    CLASSES.iter().find(|class| class.name == name)
}

impl Class {
    /// Other classes of the same elements, whose rules outweigh what the pages' own sheet says of this one.
    pub(super) fn wears(&self) -> &'static [&'static str] {
        match self.name {
            "alert-error" | "alert-success" | "alert-warning" => &["alert"],
            "rule-satisfied" | "rule-missing" => &["rule"],
            "code" => &["input"],
            "button-primary" | "button-secondary" => &["button"],
            "method" => &["button", "button-secondary"],
            _ => &[],
        }
    }

    /// The class of ours that the same elements wear.
    pub(super) fn own(&self) -> &'static Class {
        let own = self.also.unwrap_or(self.name);
        // Every entry of the table is found in the table; the first one stands in for the impossible.
        find(own).unwrap_or(&CLASSES[0])
    }
}

/// Cognito's classes and the properties that its classic pages know for each (§5.2 of its guide).
pub(super) const COGNITO: &[(&str, &[&str])] = &[
    ("label-customizable", &["font-weight", "color"]),
    (
        "inputField-customizable",
        &["width", "height", "color", "background-color", "border", "border-color", "outline"],
    ),
    ("textDescription-customizable", &["padding-top", "padding-bottom", "display", "font-size", "color"]),
    (
        "submitButton-customizable",
        &["font-size", "font-weight", "margin", "width", "height", "color", "background-color"],
    ),
    ("banner-customizable", &["padding", "background-color"]),
    (
        "idpButton-customizable",
        &["height", "width", "text-align", "margin-bottom", "color", "background-color", "border-color"],
    ),
    ("idpDescription-customizable", &["padding-top", "padding-bottom", "display", "font-size", "color"]),
    (
        "socialButton-customizable",
        &["height", "text-align", "width", "margin-bottom", "border-radius", "padding"],
    ),
    ("legalText-customizable", &["color", "font-size"]),
    ("logo-customizable", &["max-width", "max-height", "background-color"]),
    (
        "errorMessage-customizable",
        &["margin", "padding", "font-size", "width", "background", "border", "color", "box-sizing"],
    ),
    ("passwordCheck-valid-customizable", &["color"]),
    ("passwordCheck-notValid-customizable", &["color"]),
    ("background-customizable", &["background-color"]),
    ("redirect-customizable", &["color", "text-align"]),
];
