//! Every case of the corpus against its verdict: through the doors of a running server, and by the core alone.

use std::time::Duration;

use serde_json::Value;
use vestibule::federation::saml::binding::{Binding, Direction};
use vestibule::federation::saml::logout::{LogoutCheck, LogoutMessage};
use vestibule::federation::saml::metadata::{ProviderMetadata, Reading, provider_names};
use vestibule::federation::saml::xml::{self, Node};

use super::saml::{Corpus, request_ids, say, text, timed, timed_async};
use super::saml_door::CorpusServer;
use crate::support::database::block_on;

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

    fn finish(self, what: &str, cases: usize) {
        say(&format!("{what}: {} of {cases}", self.right));
        assert!(cases > 0, "the corpus has no such cases");
        assert_eq!(self.right, cases, "{}", self.wrong.join("\n"));
    }
}

/// Every response through `POST /saml2/idpresponse` and what follows, from the authorization request to the tokens that the
/// application gets.
#[test]
fn saml_corpus() {
    block_on(async {
        let door = CorpusServer::start().await;
        let mut tally = Tally::new();
        let cases = door.corpus.cases("responses");
        for (number, case) in cases.iter().enumerate() {
            let (name, network) = (format!("Case{number:03}"), (number % 250) as u8);
            door.trust(case, &name).await;
            if let Some(earlier) = case["replay_of"].as_str() {
                let first = door.judge(case, &name, &door.corpus.bytes(earlier), network).await;
                first.unwrap_or_else(|reason| panic!("{earlier} was accepted before: {reason}"));
            }
            let message = door.corpus.bytes(text(case, "file"));
            let (outcome, took) = timed_async(door.judge(case, &name, &message, network)).await;
            tally.count(case, &outcome, took);
            door.forget(&name).await;
        }
        tally.finish("corpus", cases.len());
    });
}

#[test]
fn saml_core_corpus() {
    let corpus = Corpus::load();
    let mut tally = Tally::new();
    for case in corpus.cases("responses") {
        let (outcome, took) = timed(|| corpus.judge_case(case));
        tally.count(case, &outcome.map(|verified| verified.identity.subject), took);
    }
    tally.finish("core", corpus.cases("responses").len());
}

/// Metadata as a provider's setting, in production; ours as the server publishes it.
#[test]
fn saml_metadata_corpus() {
    block_on(async {
        let door = CorpusServer::start().await;
        let corpus = &door.corpus;
        let mut tally = Tally::new();
        for case in corpus.cases("metadata_cases") {
            let file = text(case, "file");
            let document = corpus.bytes(file);
            let is_ours = Some(file) == corpus.manifest["sp"]["metadata"].as_str();
            let judged = if is_ours {
                let idp = serde_json::json!({ "idp": corpus.cases("responses")[0]["idp"] });
                door.trust(&idp, "Corp").await;
                let page = door.server.browser().get(&door.path("/saml2/metadata/Corp")).await;
                assert_eq!((page.status, page.header("content-type")), (200, "application/samlmetadata+xml"));
                Ok(same_as_our_own(corpus, &document, page.html.as_bytes()))
            } else {
                read_metadata(corpus, &document).and_then(|names| {
                    // The service takes the documents of one provider.
                    let is_one = !names.contains(", ");
                    Ok((names, is_one))
                })
            };
            let judged = match judged {
                Ok((name, true)) => door.read_metadata(&document).await.map(|read| {
                    assert_eq!(read, name);
                    name
                }),
                Ok((name, false)) => {
                    assert!(door.read_metadata(&document).await.is_err(), "{name}");
                    Ok(name)
                }
                Err(reason) => {
                    assert!(door.read_metadata(&document).await.is_err(), "{reason}");
                    Err(reason)
                }
            };
            tally.count(case, &judged, Duration::ZERO);
        }
        tally.finish("corpus", corpus.cases("metadata_cases").len());
    });
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
fn same_as_our_own(corpus: &Corpus, document: &[u8], ours: &[u8]) -> (String, bool) {
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
    assert_eq!(facts(document), facts(ours));
    assert!(read_metadata(corpus, document).is_err(), "a service provider is no identity provider");
    (corpus.service_provider.entity_id().to_owned(), false)
}

/// Every logout message through `/saml2/logout`, and by the core alone: both must say the same.
#[test]
fn saml_logout_corpus() {
    block_on(async {
        let door = CorpusServer::start().await;
        let corpus = &door.corpus;
        let mut tally = Tally::new();
        // The logout cases name no requests: ours are those of the other cases.
        let mut outstanding: Vec<&str> = corpus.cases("responses").iter().flat_map(request_ids).collect();
        outstanding.sort_unstable();
        outstanding.dedup();
        for (number, case) in corpus.cases("logout").iter().enumerate() {
            let (name, network) = (format!("Case{number:03}"), (number % 250) as u8);
            door.trust(case, &name).await;
            let outcome = door.logout(&name, text(case, "file"), &outstanding, network).await;
            let core = judge_logout(corpus, case, &outstanding);
            assert_eq!(outcome.is_ok(), core.is_ok(), "{}: {outcome:?}, {core:?}", text(case, "file"));
            tally.count(case, &core.and_then(|judged| outcome.map(|_| judged)), Duration::ZERO);
            door.forget(&name).await;
        }
        tally.finish("corpus", corpus.cases("logout").len());
    });
}

fn judge_logout(corpus: &Corpus, case: &Value, outstanding: &[&str]) -> Result<String, String> {
    let metadata = corpus.provider(case);
    let check = LogoutCheck {
        service_provider: &corpus.service_provider,
        provider_metadata: &metadata,
        now_ms: corpus.now_ms,
        skew_ms: corpus.skew_ms,
        outstanding,
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
    judged.map_err(|error| error.to_string())
}
