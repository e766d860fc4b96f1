//! Who can sign in at the stand-ins: people that the demonstration pools know, and people that put a pool to the test.

use crate::dev::seed;
use crate::model::provider::ProviderKind;
use crate::render::TextKey;

/// Somebody with an account at every stand-in.
#[derive(Debug, Clone, Copy)]
pub(super) struct Person {
    /// The person's name in addresses and forms.
    pub(super) id: &'static str,
    /// What the ids that providers give are made of.
    number: u8,
    /// The whole name.
    pub(super) name: &'static str,
    /// Given name.
    pub(super) given_name: &'static str,
    /// Family name.
    pub(super) family_name: &'static str,
    /// The address, if the provider knows one.
    pub(super) email: Option<&'static str>,
    /// Whether the provider vouches for it.
    pub(super) email_verified: bool,
    /// What is special about the person.
    pub(super) hint: TextKey,
}

/// Everybody, in the order of the page.
pub(super) const ALL: [Person; 6] = [
    Person {
        id: "ada",
        number: 1,
        name: "Ada Lovelace",
        given_name: seed::ADA.given_name,
        family_name: seed::ADA.family_name,
        email: Some(seed::ADA.email),
        email_verified: true,
        hint: TextKey("provider-person-known"),
    },
    Person {
        id: "grace",
        number: 2,
        name: "Grace Hopper",
        given_name: seed::GRACE.given_name,
        family_name: seed::GRACE.family_name,
        email: Some(seed::GRACE.email),
        email_verified: true,
        hint: TextKey("provider-person-known-factors"),
    },
    Person {
        id: "alan",
        number: 3,
        name: "Alan Turing",
        given_name: "Alan",
        family_name: "Turing",
        email: Some("alan@example.com"),
        email_verified: true,
        hint: TextKey("provider-person-new"),
    },
    // Whoever links by this address gives Ada's account away.
    Person {
        id: "mallory",
        number: 4,
        name: "Mallory Malicious",
        given_name: "Mallory",
        family_name: "Malicious",
        email: Some(seed::ADA.email),
        email_verified: false,
        hint: TextKey("provider-person-unverified"),
    },
    Person {
        id: "nemo",
        number: 5,
        name: "Nemo Nobody",
        given_name: "Nemo",
        family_name: "Nobody",
        email: None,
        email_verified: false,
        hint: TextKey("provider-person-no-email"),
    },
    Person {
        id: "long",
        number: 6,
        name: "👩🏽‍🚀 نور الهدى بنت عبد الرحمن العبدالله Wolfeschlegelsteinhausenbergerdorff-Featherstonehaugh \
               y Ruiz de la Prada Sánchez de Movellán «O’Neill» & <b>Søn</b> 🏳️‍🌈",
        given_name: "👩🏽‍🚀 نور الهدى",
        family_name: "Wolfeschlegelsteinhausenbergerdorff-Featherstonehaugh «O’Neill» & <b>Søn</b>",
        email: Some("noor.wolfeschlegelsteinhausenbergerdorff-featherstonehaugh+a.very.long.tag@example.com"),
        email_verified: true,
        hint: TextKey("provider-person-long"),
    },
];

/// Somebody by name.
pub(super) fn find(id: &str) -> Option<Person> {
    ALL.into_iter().find(|person| person.id == id)
}

impl Person {
    /// The person's id at a provider, in the form that it has there.
    pub(super) fn subject(&self, kind: ProviderKind) -> String {
        let number = self.number;
        match kind {
            ProviderKind::Google => format!("1086421357908642135{number:02}"),
            ProviderKind::Facebook => format!("1022334455667788{number}"),
            ProviderKind::LoginWithAmazon => format!("amzn1.account.AH2EXAMPLE7STANDIN{number:04}"),
            ProviderKind::SignInWithApple => format!("00{number:04}.f1e2d3c4b5a6978869504132231405f6.0924"),
            ProviderKind::Oidc => format!("demo-{}", self.id),
            ProviderKind::Saml => format!("{}@saml.example", self.id),
        }
    }
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn everybody_is_somebody_else_everywhere() {
        for kind in ProviderKind::ALL {
            let mut subjects: Vec<String> = ALL.iter().map(|person| person.subject(kind)).collect();
            subjects.sort();
            subjects.dedup();
            assert_eq!(subjects.len(), ALL.len(), "{kind:?}");
        }
        assert!(ALL.iter().all(|person| find(person.id).is_some_and(|found| found.number == person.number)));
        assert!(find("").is_none());
    }
}
