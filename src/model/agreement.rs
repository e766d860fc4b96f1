//! What people agree to: a pool's terms of use, and what an application may do with their account.

use serde::{Deserialize, Serialize};

use super::client::is_loopback_url;
use super::ids::ClientId;

/// What stands in an address for the language of the page that links there.
const LANGUAGE: &str = "{lang}";

/// Terms of use and privacy policy of a pool.
#[derive(Debug, Clone, Default, PartialEq, Eq, Serialize, Deserialize)]
#[serde(default)]
pub struct TermsSettings {
    /// Address of the terms of use; `{lang}` in it is the page's language tag, for example `de` or `pt-BR`.
    pub url: Option<String>,
    /// Address of the privacy policy, in the same way.
    pub privacy_url: Option<String>,
    /// Names the terms in force, for example `2026-11`. People have to accept this very version, and are asked again
    /// when it changes; absent: nobody is asked, and the addresses are only linked.
    pub version: Option<String>,
    /// How whoever makes an account accepts the terms.
    pub ask: TermsAsk,
}

/// How whoever makes an account accepts the terms.
#[derive(Debug, Clone, Copy, Default, PartialEq, Eq, Serialize, Deserialize)]
#[serde(rename_all = "snake_case")]
pub enum TermsAsk {
    /// By making the account; a sentence beside the button says so.
    #[default]
    Sentence,
    /// By ticking a box.
    Checkbox,
}

/// The addresses that pages link to, in the language of a page.
#[derive(Debug, Clone, Default, PartialEq, Eq, Serialize, Deserialize)]
pub struct LegalLinks {
    /// The terms of use.
    pub terms: Option<String>,
    /// The privacy policy.
    pub privacy: Option<String>,
}

impl TermsSettings {
    /// Refuses addresses that are none, and a version without terms.
    ///
    /// # Errors
    /// A sentence that names the setting.
    pub fn check(&self) -> Result<(), String> {
        for (name, url) in [("url", &self.url), ("privacy_url", &self.privacy_url)] {
            if let Some(url) = url {
                check_address(url).map_err(|reason| format!("{name} {reason}"))?;
            }
        }
        let Some(version) = &self.version else { return Ok(()) };
        let is_name = (1..=64).contains(&version.chars().count())
            && version.trim() == version
            && !version.chars().any(char::is_control);
        if !is_name {
            return Err("version must be 1 to 64 characters without space at its ends".into());
        }
        match &self.url {
            Some(_) => Ok(()),
            None => Err("version needs url: nobody can accept what they cannot read".into()),
        }
    }

    /// The addresses for a page in this language; `None` when there are none.
    pub fn links(&self, language: &str) -> Option<LegalLinks> {
        let filled = |url: &Option<String>| url.as_ref().map(|url| url.replace(LANGUAGE, language));
        let links = LegalLinks { terms: filled(&self.url), privacy: filled(&self.privacy_url) };
        (links.terms.is_some() || links.privacy.is_some()).then_some(links)
    }

    /// The terms in force as somebody who reads this language accepts them; `None` where nobody has to.
    pub fn in_force(&self, language: &str) -> Option<AcceptedTerms> {
        let version = self.version.clone()?;
        let LegalLinks { terms, privacy } = self.links(language)?;
        Some(AcceptedTerms { version, terms_url: terms, privacy_url: privacy })
    }
}

fn check_address(url: &str) -> Result<(), &'static str> {
    let filled = url.replace(LANGUAGE, "en");
    let is_plain = filled.len() <= 1024 && !filled.chars().any(|c| c.is_whitespace() || c.is_control());
    let Some(parsed) = url::Url::parse(&filled).ok().filter(|_| is_plain) else {
        return Err("must be an absolute URL of at most 1024 characters");
    };
    if !parsed.username().is_empty() || parsed.password().is_some() {
        return Err("must not hold a user name or password");
    }
    // The host must not depend on the language: that would be another place for each.
    if url::Url::parse(&url.replace(LANGUAGE, "xx")).ok().is_none_or(|other| other.host() != parsed.host()) {
        return Err("may have {lang} in its path and query only");
    }
    match parsed.scheme() {
        "https" => Ok(()),
        "http" if is_loopback_url(&filled) => Ok(()),
        _ => Err("must be https"),
    }
}

/// What somebody accepts: a version of the terms, and where it could be read.
#[derive(Debug, Clone, PartialEq, Eq)]
pub struct AcceptedTerms {
    /// The version.
    pub version: String,
    /// The address of the terms of use.
    pub terms_url: Option<String>,
    /// The address of the privacy policy.
    pub privacy_url: Option<String>,
}

/// That somebody accepted a version of the terms.
#[derive(Debug, Clone, PartialEq, Eq)]
pub struct TermsAcceptance {
    /// What was accepted.
    pub terms: AcceptedTerms,
    /// When, Unix milliseconds.
    pub accepted_at: i64,
}

/// Whether people are asked before an application gets what it asks for.
#[derive(Debug, Clone, Copy, Default, PartialEq, Eq, Serialize, Deserialize)]
#[serde(rename_all = "snake_case")]
pub enum ConsentRule {
    /// Nobody is asked: whoever runs the pool runs the application.
    #[default]
    None,
    /// Everybody is, once for each scope.
    Required,
}

/// What somebody has answered to an authorization request that asked for consent. It is decided once.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
pub enum Decision {
    /// The application may have what it asks for.
    Allowed,
    /// It may not.
    Denied,
}

impl Decision {
    /// The word in the database.
    pub fn as_str(self) -> &'static str {
        match self {
            Self::Allowed => "allowed",
            Self::Denied => "denied",
        }
    }

    /// The decision of a word.
    pub fn parse(word: &str) -> Option<Self> {
        [Self::Allowed, Self::Denied].into_iter().find(|decision| decision.as_str() == word)
    }
}

/// What somebody lets an application have.
#[derive(Debug, Clone, PartialEq, Eq)]
pub struct Consent {
    /// The application.
    pub client_id: ClientId,
    /// The scopes, sorted.
    pub scope: Vec<String>,
    /// When the first of them was allowed, Unix milliseconds.
    pub since: i64,
}

#[cfg(test)]
mod tests {
    use super::*;

    fn with(url: &str) -> TermsSettings {
        TermsSettings { url: Some(url.to_owned()), version: Some("1".into()), ..TermsSettings::default() }
    }

    #[test]
    fn terms_are_at_addresses_that_can_be_opened() {
        for good in
            ["https://a.example/terms", "https://a.example/{lang}/t?l={lang}#top", "http://localhost:3000/t"]
        {
            assert_eq!(with(good).check(), Ok(()), "{good}");
        }
        for bad in [
            "",
            "/terms",
            "http://a.example/terms",
            "javascript:alert(1)",
            "https://user:pw@a.example/",
            "https://{lang}.example/",
            "https://a.example/a b",
            "data:text/html,x",
        ] {
            assert!(with(bad).check().is_err(), "{bad}");
        }
    }

    #[test]
    fn a_version_names_terms_that_can_be_read() {
        assert!(TermsSettings { version: Some("1".into()), ..TermsSettings::default() }.check().is_err());
        for bad in ["", " 1", "1\n", &"x".repeat(65)] {
            assert!(
                TermsSettings { version: Some(bad.into()), ..with("https://a.example/") }.check().is_err()
            );
        }
        assert_eq!(TermsSettings::default().check(), Ok(()));
    }

    #[test]
    fn links_speak_the_language_of_the_page() {
        let settings = with("https://a.example/{lang}/terms");
        let links = settings.links("pt-BR").expect("links");
        assert_eq!(links.terms.as_deref(), Some("https://a.example/pt-BR/terms"));
        assert_eq!(TermsSettings::default().links("en"), None);
        assert_eq!(TermsSettings { version: None, ..settings }.in_force("en"), None);
    }
}
