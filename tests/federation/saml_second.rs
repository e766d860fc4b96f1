//! Our verdicts beside those of another engine, over the whole corpus; and a message that it signed.

use std::collections::BTreeSet;

use base64::Engine;
use base64::engine::general_purpose::STANDARD;
use vestibule::federation::saml::metadata::{ProviderMetadata, Reading};
use vestibule::federation::saml::second_engine::{SecondEngine, sign};
use vestibule::federation::saml::{DSIG, xml};

use super::saml::{Corpus, pem, request_ids, say, text};

/// What the other engine is known to do otherwise, by class.
const KNOWN: &[(&str, Difference, &str)] = &[
    ("comment-injection", Difference::Stricter, "it refuses comments in signed texts, which we read over"),
    (
        "conditions",
        Difference::Laxer,
        "it skips checks, and knows the system's clock alone: the past is tolerated",
    ),
    ("encryption", Difference::Laxer, "of two assertions it takes the signed one"),
    ("encryption", Difference::Stricter, "as for genuine messages"),
    (
        "genuine",
        Difference::Stricter,
        "it does not look into an encrypted assertion for a signature, and lacks AES-256",
    ),
    ("references", Difference::Laxer, "what such a reference covers is still the genuine person's"),
    ("replay", Difference::Laxer, "it remembers nothing"),
    ("signature-wrapping", Difference::Laxer, "it cuts away what is not signed and goes on with the rest"),
    ("transforms", Difference::Laxer, "it accepts canonicalising with comments"),
    ("xml", Difference::Laxer, "its parser repairs what is not well-formed and reads document types"),
];

#[derive(Debug, Clone, Copy, PartialEq, Eq, PartialOrd, Ord)]
enum Difference {
    Laxer,
    Stricter,
}

#[expect(clippy::disallowed_methods, reason = "the other engine knows no other clock")]
fn system_seconds() -> i64 {
    let now = std::time::SystemTime::now().duration_since(std::time::UNIX_EPOCH).expect("after 1970");
    i64::try_from(now.as_secs()).expect("a time")
}

#[test]
fn a_second_engine_differs_only_where_it_is_known_to() {
    let corpus = Corpus::load();
    let key = pem(&corpus.path(text(&corpus.manifest["sp"], "key")));
    let tolerance = (system_seconds() - corpus.now_ms / 1000).abs() + 3 * 86_400;
    let names: BTreeSet<&str> =
        corpus.cases("responses").iter().filter_map(|case| case["name_id"].as_str()).collect();
    let mut found = BTreeSet::new();
    let (mut same, mut judged) = (0, 0);
    for case in corpus.cases("responses") {
        let message = corpus.bytes(text(case, "file"));
        // One of these holds it for many seconds.
        if message.len() > xml::MESSAGE.bytes {
            continue;
        }
        let metadata = String::from_utf8(corpus.bytes(text(case, "idp"))).expect("a text");
        let allowed = case["idp_initiated_allowed"].as_bool().unwrap_or(false);
        let engine = SecondEngine::new(&corpus.service_provider, &key, &metadata, allowed, tolerance)
            .expect("an engine");
        let theirs = engine.verdict(&message, &request_ids(case));
        let ours = corpus.judge_case(case);
        judged += 1;
        if let Ok(name) = &theirs {
            assert!(names.contains(name.as_str()), "{}: it would sign in {name}", text(case, "file"));
        }
        let difference = match (&ours, &theirs) {
            (Ok(ours), Ok(theirs)) => {
                assert_eq!(&ours.identity.subject, theirs, "{}", text(case, "file"));
                None
            }
            (Err(_), Err(_)) => None,
            (Err(_), Ok(_)) => Some(Difference::Laxer),
            (Ok(_), Err(_)) => Some(Difference::Stricter),
        };
        same += usize::from(difference.is_none());
        if let Some(difference) = difference {
            say(&format!("  {difference:?} {} ({}): {theirs:?}", text(case, "file"), text(case, "class")));
            found.insert((text(case, "class"), difference));
        }
    }
    say(&format!("second engine: {same} of {judged} the same"));
    let known: BTreeSet<(&str, Difference)> =
        KNOWN.iter().map(|(class, difference, _)| (*class, *difference)).collect();
    assert_eq!(found, known);
}

#[test]
fn what_the_second_engine_signs_is_accepted() {
    let corpus = Corpus::load();
    let folder = |name: &str| pem(&corpus.path(name));
    let key = folder("keys/attacker.key");
    let certificate = STANDARD.encode(folder("keys/attacker.crt"));
    let metadata = format!(
        "<EntityDescriptor xmlns='urn:oasis:names:tc:SAML:2.0:metadata' entityID='urn:second'>\
         <IDPSSODescriptor protocolSupportEnumeration='urn:oasis:names:tc:SAML:2.0:protocol'><KeyDescriptor>\
         <KeyInfo xmlns='{DSIG}'><X509Data><X509Certificate>{certificate}</X509Certificate></X509Data></KeyInfo>\
         </KeyDescriptor><SingleSignOnService Binding='urn:oasis:names:tc:SAML:2.0:bindings:HTTP-Redirect' \
         Location='https://second.test/'/></IDPSSODescriptor></EntityDescriptor>"
    );
    let reading = Reading { entity_id: None, now_ms: corpus.now_ms, http_on_loopback: false };
    let provider = ProviderMetadata::read(metadata.as_bytes(), reading).expect("usable");
    let sp = &corpus.service_provider;
    let template = format!(
        "<ds:Signature xmlns:ds='{DSIG}'><ds:SignedInfo><ds:CanonicalizationMethod \
         Algorithm='http://www.w3.org/2001/10/xml-exc-c14n#'/><ds:SignatureMethod \
         Algorithm='http://www.w3.org/2001/04/xmldsig-more#rsa-sha256'/><ds:Reference URI='#_a'><ds:Transforms>\
         <ds:Transform Algorithm='http://www.w3.org/2000/09/xmldsig#enveloped-signature'/>\
         <ds:Transform Algorithm='http://www.w3.org/2001/10/xml-exc-c14n#'/></ds:Transforms>\
         <ds:DigestMethod Algorithm='http://www.w3.org/2001/04/xmlenc#sha256'/><ds:DigestValue/></ds:Reference>\
         </ds:SignedInfo><ds:SignatureValue/></ds:Signature>"
    );
    let message = format!(
        "<p:Response xmlns:p='urn:oasis:names:tc:SAML:2.0:protocol' xmlns='urn:oasis:names:tc:SAML:2.0:assertion' \
         ID='_r' Version='2.0' IssueInstant='2026-06-15T12:00:00Z' InResponseTo='_q'><p:Status><p:StatusCode \
         Value='urn:oasis:names:tc:SAML:2.0:status:Success'/></p:Status><Assertion ID='_a' Version='2.0' \
         IssueInstant='2026-06-15T12:00:00Z'><Issuer>urn:second</Issuer>{template}<Subject><NameID>zoë&amp;</NameID>\
         <SubjectConfirmation Method='urn:oasis:names:tc:SAML:2.0:cm:bearer'><SubjectConfirmationData \
         Recipient='{acs}' InResponseTo='_q' NotOnOrAfter='2026-06-15T12:05:00Z'/></SubjectConfirmation></Subject>\
         <Conditions><AudienceRestriction><Audience>{us}</Audience></AudienceRestriction></Conditions>\
         <AuthnStatement AuthnInstant='2026-06-15T12:00:00Z'/></Assertion></p:Response>",
        acs = sp.acs_url(),
        us = sp.entity_id(),
    );
    let signed = sign(&message, &key).expect("signed");
    let check = corpus.check(&serde_json::json!({}), &provider, &["_q"]);
    assert_eq!(check.check(signed.as_bytes()).expect("genuine").identity.subject, "zoë&");
    assert!(check.check(signed.replace("zoë", "eve").as_bytes()).is_err());
}
