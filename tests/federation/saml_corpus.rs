//! Every case of the corpus against its verdict.

use std::time::Duration;

use serde_json::Value;
use vestibule::federation::saml::binding::{Binding, Direction};
use vestibule::federation::saml::logout::{LogoutCheck, LogoutMessage};
use vestibule::federation::saml::metadata::{ProviderMetadata, Reading, provider_names};
use vestibule::federation::saml::xml::{self, Node};

use super::saml::{Corpus, request_ids, say, text, timed};

/// Counts the cases that are judged as the manifest says, names the attacks that were refused, and those that differ.
struct Tally {
    right: usize,
    wrong: Vec<String>,
}

impl Tally {
    const fn new() -> Self {
        Self { right: 0, wrong: Vec::new() }
    }

    /// `outcome` is the name that was accepted, or the reason for a refusal.
    fn count(&mut self, case: &Value, outcome: &Result<String, String>, took: Duration) {
        let suffix = case["id_suffix"].as_str().map_or_else(String::new, |suffix| format!(" ({suffix})"));
        let name = format!("{}{suffix}", text(case, "file"));
        let as_said = |expected: &str| match (expected, outcome) {
            ("accept", Ok(found)) => case["name_id"].as_str().is_none_or(|name_id| name_id == found),
            ("reject", Err(_)) => true,
            ("reject_or_full_text", outcome) => {
                outcome.as_ref().is_err() || outcome.as_deref() == Ok(text(case, "name_id"))
            }
            _ => false,
        };
        let expected = text(case, "expect");
        let also = case["also_acceptable"].as_str();
        let limit = case["time_limit_ms"].as_u64().map(Duration::from_millis);
        let in_time = limit.is_none_or(|limit| took <= limit);
        if (as_said(expected) || also.is_some_and(as_said)) && in_time {
            self.right += 1;
            if let (false, Err(reason)) = (expected == "accept", outcome) {
                say(&format!("  refused {name}: {reason}"));
            }
        } else {
            let line =
                format!("  DIFFERS {name}: expected {expected}, got {outcome:?} in {} ms", took.as_millis());
            say(&line);
            self.wrong.push(line);
        }
    }

    fn finish(self, cases: usize) {
        say(&format!("corpus: {} of {cases}", self.right));
        assert!(cases > 0, "the corpus has no such cases");
        assert_eq!(self.right, cases, "{}", self.wrong.join("\n"));
    }
}

#[test]
fn saml_corpus() {
    let corpus = Corpus::load();
    let mut tally = Tally::new();
    for case in corpus.cases("responses") {
        let (outcome, took) = timed(|| corpus.judge_case(case));
        tally.count(case, &outcome.map(|verified| verified.identity.subject), took);
    }
    tally.finish(corpus.cases("responses").len());
}

#[test]
fn saml_metadata_corpus() {
    let corpus = Corpus::load();
    let mut tally = Tally::new();
    for case in corpus.cases("metadata_cases") {
        let file = text(case, "file");
        let document = corpus.bytes(file);
        let judged = if Some(file) == corpus.manifest["sp"]["metadata"].as_str() {
            Ok(same_as_our_own(&corpus, &document))
        } else {
            read_metadata(&corpus, &document)
        };
        tally.count(case, &judged, Duration::ZERO);
    }
    tally.finish(corpus.cases("metadata_cases").len());
}

/// A document of one provider is read as it is; one of several only with a choice, and then each can be chosen.
fn read_metadata(corpus: &Corpus, document: &[u8]) -> Result<String, String> {
    let read = |entity_id: Option<&str>| {
        let reading = Reading { entity_id, now_ms: corpus.now_ms, http_on_loopback: false };
        ProviderMetadata::read(document, reading).map_err(|error| error.to_string())
    };
    let names = provider_names(document).map_err(|error| error.to_string())?;
    if names.len() < 2 {
        return read(None).map(|metadata| metadata.entity_id().to_owned());
    }
    assert!(read(None).is_err(), "one of several entities was taken without a choice");
    assert!(read(Some("urn:nobody")).is_err());
    for name in &names {
        let metadata = read(Some(name))?;
        assert_eq!(metadata.entity_id(), name);
        assert!(metadata.sign_on(Binding::Redirect).or(metadata.sign_on(Binding::Post)).is_some());
    }
    Ok(names.join(", "))
}

/// The corpus was made for a service provider of this metadata: ours must say the same, and is no provider's.
fn same_as_our_own(corpus: &Corpus, document: &[u8]) -> String {
    let facts = |document: &[u8]| {
        let document = xml::parse(xml::guard(document, xml::METADATA).expect("guarded")).expect("parsed");
        let root = Node::outermost(&document).expect("a root");
        let attributes =
            ["entityID", "use", "Binding", "Location", "AuthnRequestsSigned", "WantAssertionsSigned"];
        let mut facts: Vec<String> = root
            .with_descendants()
            .map(|node| {
                let values: Vec<_> = attributes.iter().filter_map(|name| node.attribute(name)).collect();
                let certificate = if node.local_name() == "X509Certificate" {
                    node.text().expect("text")
                } else {
                    String::new()
                };
                format!(
                    "{} {} {}",
                    node.local_name(),
                    values.join(" "),
                    certificate.split_whitespace().collect::<String>()
                )
            })
            .filter(|fact| !fact.starts_with("EncryptionMethod"))
            .collect();
        facts.sort();
        facts
    };
    assert_eq!(facts(document), facts(corpus.service_provider.metadata().as_bytes()));
    assert!(read_metadata(corpus, document).is_err(), "a service provider is no identity provider");
    corpus.service_provider.entity_id().to_owned()
}

#[test]
fn saml_logout_corpus() {
    let corpus = Corpus::load();
    let mut tally = Tally::new();
    // The logout cases name no requests: ours are those of the other cases.
    let outstanding: Vec<&str> = corpus.cases("responses").iter().flat_map(request_ids).collect();
    for case in corpus.cases("logout") {
        let metadata = corpus.provider(case);
        let check = LogoutCheck {
            service_provider: &corpus.service_provider,
            provider_metadata: &metadata,
            now_ms: corpus.now_ms,
            skew_ms: corpus.skew_ms,
            outstanding: &outstanding,
        };
        let message = corpus.bytes(text(case, "file"));
        let judged = if text(case, "file").ends_with(".url") {
            let address = String::from_utf8(message).expect("an address");
            let (_, query) = address.trim().split_once('?').expect("a query");
            check.redirect(query)
        } else {
            check
                .post_message(Direction::Request, &message, None)
                .or_else(|_| check.post_message(Direction::Response, &message, None))
        };
        let judged = judged.map(|message| match message {
            LogoutMessage::Request(request) => request.name_id.value,
            LogoutMessage::Response(response) => response.request_id,
        });
        tally.count(case, &judged.map_err(|error| error.to_string()), Duration::ZERO);
    }
    tally.finish(corpus.cases("logout").len());
}
