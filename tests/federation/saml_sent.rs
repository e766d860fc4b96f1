//! What we send, read by our own verifier: requests, logout both ways, rollover, encryption in the forms that the corpus
//! lacks. `VESTIBULE_SAML_SENT` names a folder into which the messages are written, for another implementation to verify.

use std::fs;
use std::path::PathBuf;

use aws_lc_rs::aead::{AES_128_GCM, Aad, LessSafeKey, Nonce, UnboundKey};
use aws_lc_rs::encoding::AsDer;
use aws_lc_rs::rsa::{
    KeySize, OAEP_SHA1_MGF1SHA1, OAEP_SHA256_MGF1SHA256, OaepAlgorithm, OaepPublicEncryptingKey,
    PrivateDecryptingKey,
};
use aws_lc_rs::signature::RsaKeyPair;
use base64::Engine;
use base64::engine::general_purpose::STANDARD;
use serde_json::{Value, json};
use url::Url;
use vestibule::crypto::random::SeededRandom;
use vestibule::federation::FederationError;
use vestibule::federation::saml::binding::{Binding, Direction, Outgoing, Query};
use vestibule::federation::saml::logout::{LogoutCheck, LogoutMessage, LogoutSender};
use vestibule::federation::saml::metadata::{ProviderMetadata, Reading};
use vestibule::federation::saml::request::AuthnRequest;
use vestibule::federation::saml::service_provider::{Credential, ServiceProvider};
use vestibule::federation::saml::signature::{VerificationKey, sign_enveloped, verify_enveloped};
use vestibule::federation::saml::xml::{self, Node};
use vestibule::federation::saml::{DSIG, message_id};
use vestibule::model::external::{NameId, UpstreamSession};

use super::saml::{Corpus, request_ids, text};

const NOW: i64 = 1_781_524_800_000;

/// A fresh key (PKCS#8) with a certificate.
fn fresh() -> (Vec<u8>, Credential) {
    let pair = RsaKeyPair::generate(KeySize::Rsa2048).expect("a key");
    let pkcs8: aws_lc_rs::encoding::Pkcs8V1Der<'_> = pair.as_der().expect("PKCS#8");
    let pkcs8 = pkcs8.as_ref().to_vec();
    let certificate =
        Credential::self_signed(&pkcs8, "sp.test", 1_700_000_000, 2_000_000_000).expect("a certificate");
    let credential = Credential::new(&pkcs8, &certificate).expect("they go together");
    (pkcs8, credential)
}

fn provider_metadata(
    entity_id: &str,
    credential: &Credential,
    base: &str,
    wants_signed: bool,
) -> ProviderMetadata {
    let base = xml::escape(base);
    let services: String = ["SingleLogoutService", "SingleSignOnService"]
        .iter()
        .flat_map(|service| ["HTTP-Redirect", "HTTP-POST"].map(|binding| (service, binding)))
        .map(|(service, binding)| {
            format!("<{service} Binding='urn:oasis:names:tc:SAML:2.0:bindings:{binding}' Location='{base}'/>")
        })
        .collect();
    let certificate = STANDARD.encode(credential.certificate());
    let document = format!(
        "<EntityDescriptor xmlns='urn:oasis:names:tc:SAML:2.0:metadata' entityID='{entity_id}'>\
         <IDPSSODescriptor protocolSupportEnumeration='urn:oasis:names:tc:SAML:2.0:protocol' \
         WantAuthnRequestsSigned='{wants_signed}'><KeyDescriptor use='signing'><KeyInfo xmlns='{DSIG}'><X509Data>\
         <X509Certificate>{certificate}</X509Certificate></X509Data></KeyInfo></KeyDescriptor>{services}\
         </IDPSSODescriptor></EntityDescriptor>"
    );
    let reading = Reading { entity_id: None, now_ms: NOW, http_on_loopback: false };
    ProviderMetadata::read(document.as_bytes(), reading).expect("usable metadata")
}

fn ourselves(credential: Credential) -> ServiceProvider {
    ServiceProvider::new("urn:sp", "https://sp.test/acs", "https://sp.test/slo", vec![credential])
        .expect("ours")
}

fn keys_of(credential: &Credential) -> [VerificationKey; 1] {
    [VerificationKey::from_certificate(credential.certificate()).expect("our own certificate")]
}

fn verifies(message: &str, credential: &Credential) -> Result<(), FederationError> {
    let document = xml::parse(xml::guard(message.as_bytes(), xml::MESSAGE)?)?;
    let root = Node::outermost(&document).expect("a root");
    verify_enveloped(root.one(DSIG, "Signature")?, &keys_of(credential))
}

fn posted(outgoing: Outgoing) -> (String, Vec<(&'static str, String)>) {
    let Outgoing::Post(form) = outgoing else { panic!("a form was expected") };
    let message = STANDARD.decode(&form.fields[0].1).expect("base64");
    (String::from_utf8(message).expect("a text"), form.fields)
}

fn query_of(outgoing: Outgoing) -> String {
    let Outgoing::Redirect(address) = outgoing else { panic!("a redirect was expected") };
    Url::parse(&address).expect("an address").query().expect("a query").to_owned()
}

fn keep(name: &str, content: &str) {
    if let Some(folder) = std::env::var_os("VESTIBULE_SAML_SENT") {
        fs::write(PathBuf::from(folder).join(name), content).expect("the folder can be written");
    }
}

const fn asked<'a>(id: &'a str, signed: bool) -> AuthnRequest<'a> {
    AuthnRequest {
        id,
        now_ms: NOW,
        name_id_format: Some("urn:oasis:names:tc:SAML:2.0:nameid-format:persistent"),
        force_authn: true,
        relay_state: "state+1 &",
        signed,
    }
}

#[test]
fn a_posted_request_is_signed_and_every_byte_of_it_counts() {
    let (pkcs8, credential) = fresh();
    let provider = provider_metadata("urn:idp", &credential, "https://idp.test/sso?a=b&c=d", false);
    let service_provider = ourselves(credential);
    let id = message_id(&SeededRandom::new(1));
    assert_eq!(id.len(), 41);
    let sent = asked(&id, true).send(&service_provider, &provider, Binding::Post).expect("sent");
    let (message, fields) = posted(sent);
    assert_eq!(fields[1], ("RelayState", "state+1 &".to_owned()));
    assert!(verifies(&message, service_provider.active()).is_ok());
    keep("key.p8.b64", &STANDARD.encode(pkcs8));
    keep("certificate.b64", &STANDARD.encode(service_provider.active().certificate()));
    keep("request.xml", &message);
    keep("metadata.xml", &service_provider.metadata());

    let document = xml::parse(&message).expect("well-formed");
    let root = Node::outermost(&document).expect("a root");
    assert_eq!(root.attribute("Destination"), Some("https://idp.test/sso?a=b&c=d"));
    assert_eq!(root.attribute("AssertionConsumerServiceURL"), Some("https://sp.test/acs"));
    assert_eq!((root.attribute("ID"), root.attribute("ForceAuthn")), (Some(&*id), Some("true")));
    assert_eq!(root.attribute("IssueInstant"), Some("2026-06-15T12:00:00.000Z"));
    let names: Vec<&str> = root.children().map(Node::local_name).collect();
    assert_eq!(names, ["Issuer", "Signature", "NameIDPolicy"]);

    // What the signature says about its own key is neither signed nor read.
    let unread = message.find("<ds:KeyInfo>").expect("one")..message.find("</ds:Signature>").expect("one");
    for place in (0..message.len()).filter(|place| !unread.contains(place)) {
        let mut changed = message.clone().into_bytes();
        changed[place] ^= 1;
        let changed = String::from_utf8(changed).expect("ASCII");
        assert!(verifies(&changed, service_provider.active()).is_err(), "{place}: {changed}");
    }
    let unsigned =
        posted(asked(&id, false).send(&service_provider, &provider, Binding::Post).expect("sent")).0;
    assert!(!unsigned.contains("Signature"));
}

#[test]
fn a_redirected_request_is_signed_over_what_is_sent() {
    let (_, credential) = fresh();
    let provider = provider_metadata("urn:idp", &credential, "https://idp.test/sso", false);
    let wanting = provider_metadata("urn:idp", &credential, "https://idp.test/sso", true);
    let service_provider = ourselves(credential);
    let send = |provider: &ProviderMetadata, signed| {
        query_of(asked("_1", signed).send(&service_provider, provider, Binding::Redirect).expect("sent"))
    };
    let keys = keys_of(service_provider.active());
    let query = send(&provider, true);
    keep("request.query", &query);
    let read = Query::read(&query).expect("read");
    assert_eq!(read.direction(), Direction::Request);
    assert_eq!(read.relay_state().expect("a state").as_deref(), Some("state+1 &"));
    assert!(read.message().expect("a message").starts_with(b"<samlp:AuthnRequest"));
    assert!(read.verify(&keys).is_ok());
    for place in 0..query.len() {
        let mut changed = query.clone().into_bytes();
        changed[place] = if changed[place] == b'A' { b'B' } else { b'A' };
        let changed = String::from_utf8(changed).expect("ASCII");
        assert!(Query::read(&changed).and_then(|query| query.verify(&keys)).is_err(), "{place}: {changed}");
    }
    assert!(!send(&provider, false).contains("Signature"));
    assert!(
        send(&wanting, false).contains("&Signature="),
        "a provider that wants requests signed gets them so"
    );

    let long = AuthnRequest { relay_state: &"a".repeat(81), ..asked("_1", false) };
    assert!(long.send(&service_provider, &provider, Binding::Redirect).is_err());
}

#[test]
fn logout_goes_there_and_comes_back() {
    let (_, ours) = fresh();
    let (_, theirs) = fresh();
    // Each side as the other knows it: the messages are the same both ways.
    let they_as_provider = provider_metadata("urn:idp", &theirs, "https://idp.test/slo", false);
    let we_as_provider = provider_metadata("urn:sp", &ours, "https://sp.test/slo", false);
    let we = ourselves(ours);
    let they = ServiceProvider::new("urn:idp", "https://idp.test/acs", "https://idp.test/slo", vec![theirs])
        .expect("theirs");
    let person = NameId {
        value: " ada <&> ".to_owned(),
        format: Some("urn:f".to_owned()),
        name_qualifier: Some("q\"".to_owned()),
        sp_name_qualifier: None,
    };
    for binding in [Binding::Redirect, Binding::Post] {
        let sender = LogoutSender {
            service_provider: &we,
            provider_metadata: &they_as_provider,
            binding,
            now_ms: NOW,
            id: "_logout",
        };
        let outgoing = sender.request(&person, Some("_s<1>"), "state").expect("sent");
        let name = if binding == Binding::Redirect { "logout.query" } else { "logout.xml" };
        match &outgoing {
            Outgoing::Redirect(address) => keep(name, address.split_once('?').expect("a query").1),
            Outgoing::Post(_) => keep(name, &posted(outgoing.clone()).0),
        }
        let receiving = |now_ms, outstanding: &'static [&'static str]| LogoutCheck {
            service_provider: &they,
            provider_metadata: &we_as_provider,
            now_ms,
            skew_ms: 60_000,
            outstanding,
        };
        let receive = |now_ms| received(&receiving(now_ms, &[]), Direction::Request, outgoing.clone());
        let LogoutMessage::Request(request) = receive(NOW).expect("accepted") else { panic!("a request") };
        assert_eq!((&request.name_id, request.id.as_str()), (&person, "_logout"));
        assert_eq!(request.session_indexes, ["_s<1>"]);
        assert_eq!(request.relay_state.as_deref(), Some("state"));
        assert_eq!(request.remember_until_ms, NOW + 11 * 60_000 + 1);
        assert!(receive(request.remember_until_ms - 1).is_ok());
        assert!(matches!(receive(request.remember_until_ms), Err(FederationError::Clock(_))));
        assert!(matches!(receive(NOW - 60_001), Err(FederationError::Clock(_))));

        let answer = LogoutSender {
            service_provider: &they,
            provider_metadata: &we_as_provider,
            binding,
            now_ms: NOW,
            id: "_answer",
        };
        for success in [true, false] {
            let outgoing = answer.response(&request, success).expect("sent");
            let judge = |outstanding: &[&str]| {
                let check = LogoutCheck {
                    service_provider: &we,
                    provider_metadata: &they_as_provider,
                    now_ms: NOW,
                    skew_ms: 60_000,
                    outstanding,
                };
                received(&check, Direction::Response, outgoing.clone())
            };
            let LogoutMessage::Response(response) = judge(&["_logout"]).expect("accepted") else {
                panic!("a response")
            };
            assert_eq!((response.request_id.as_str(), response.success), ("_logout", success));
            assert_eq!(response.relay_state.as_deref(), Some("state"));
            assert!(judge(&["_other"]).is_err());
        }
    }
}

fn received(
    check: &LogoutCheck<'_>,
    direction: Direction,
    outgoing: Outgoing,
) -> Result<LogoutMessage, FederationError> {
    match outgoing {
        Outgoing::Redirect(_) => check.redirect(&query_of(outgoing)),
        Outgoing::Post(form) => check.post(direction, &form.fields[0].1, Some(&form.fields[1].1)),
    }
}

#[test]
fn a_posted_logout_without_or_with_a_second_signature_is_refused() {
    let (_, ours) = fresh();
    let provider = provider_metadata("urn:sp", &ours, "https://sp.test/slo", false);
    let message = "<p:LogoutRequest xmlns:p='urn:oasis:names:tc:SAML:2.0:protocol' \
         xmlns:a='urn:oasis:names:tc:SAML:2.0:assertion' ID='_1' Version='2.0' IssueInstant='2026-06-15T12:00:00Z' \
         Destination='https://sp.test/slo'><a:Issuer>urn:sp</a:Issuer><a:NameID>ada</a:NameID></p:LogoutRequest>";
    let signed = sign_enveloped(message, ours.signing_key(), ours.certificate()).expect("signed");
    let twice = sign_enveloped(&signed, ours.signing_key(), ours.certificate()).expect("signed");
    let we = ourselves(ours);
    let check = LogoutCheck {
        service_provider: &we,
        provider_metadata: &provider,
        now_ms: NOW,
        skew_ms: 0,
        outstanding: &[],
    };
    let judge = |message: &str| check.post_message(Direction::Request, message.as_bytes(), None);
    assert!(judge(&signed).is_ok());
    for wrong in [message, &twice] {
        assert!(judge(wrong).is_err(), "{wrong}");
    }
    assert!(check.post_message(Direction::Response, signed.as_bytes(), None).is_err());
    let long = "a".repeat(1025);
    assert!(check.post_message(Direction::Request, signed.as_bytes(), Some(&long)).is_err());
}

#[test]
fn our_metadata_names_every_key_and_encryption_for_the_active_one() {
    let ((_, one), (pkcs8, two)) = (fresh(), fresh());
    let other = one.certificate().to_vec();
    assert!(Credential::new(&pkcs8, &other).is_err(), "a certificate of another key");
    assert!(Credential::new(&pkcs8[1..], two.certificate()).is_err());
    assert!(ServiceProvider::new("urn:sp", "", "", Vec::new()).is_err());
    let certificates = [one.certificate(), two.certificate()].map(|der| STANDARD.encode(der));
    let we = ServiceProvider::new("urn:<sp>&", "https://sp.test/acs", "https://sp.test/slo", vec![one, two])
        .expect("ours");
    let document = we.metadata();
    let document =
        xml::parse(xml::guard(document.as_bytes(), xml::METADATA).expect("guarded")).expect("well-formed");
    let root = Node::outermost(&document).expect("a root");
    assert_eq!(root.attribute("entityID"), Some("urn:<sp>&"));
    let keys: Vec<(Option<&str>, String)> = root
        .with_descendants()
        .filter(|node| node.local_name() == "KeyDescriptor")
        .map(|key| {
            let certificate = key.with_descendants().find(|node| node.local_name() == "X509Certificate");
            (key.attribute("use"), certificate.expect("a certificate").text().expect("a text"))
        })
        .collect();
    let promise = |document: &str| document.contains(" AuthnRequestsSigned=\"true\"");
    assert!(!promise(&we.metadata()), "a provider would refuse the requests that are not");
    assert!(promise(&we.that_signs_requests(true).metadata()));
    let [first, second] = certificates;
    let expected = [(Some("signing"), first.clone()), (Some("signing"), second), (Some("encryption"), first)];
    assert_eq!(keys, expected);
}

/// The assertion of a genuine message of the corpus that is signed by itself and stands alone.
fn signed_assertion(corpus: &Corpus) -> (Value, String, String, String) {
    let file = "responses/ok-tmpl-signed-assertion.xml";
    let case = corpus.cases("responses").iter().find(|case| case["file"] == file).expect("the case").clone();
    let message = String::from_utf8(corpus.bytes(file)).expect("a text");
    let start = message.find("<saml2:Assertion ").expect("an assertion");
    let end = message.find("</saml2:Assertion>").expect("its end") + "</saml2:Assertion>".len();
    (case, message[..start].to_owned(), message[start..end].to_owned(), message[end..].to_owned())
}

/// An `EncryptedAssertion` with AES-128-GCM; the key for `recipient`.
fn encrypted(
    plaintext: &str,
    recipient: &[u8],
    algorithm: &'static OaepAlgorithm,
    method: &str,
    beside: bool,
) -> String {
    let key = [7; 16];
    let sealing = LessSafeKey::new(UnboundKey::new(&AES_128_GCM, &key).expect("a key"));
    let mut content = plaintext.as_bytes().to_vec();
    let nonce = Nonce::assume_unique_for_key([9; 12]);
    sealing.seal_in_place_append_tag(nonce, Aad::empty(), &mut content).expect("sealed");
    let content = STANDARD.encode([&[9; 12][..], &content].concat());
    let public = PrivateDecryptingKey::from_pkcs8(recipient).expect("a key").public_key();
    let public = OaepPublicEncryptingKey::new(public).expect("a key");
    let mut wrapped = vec![0; public.ciphertext_size()];
    let wrapped = STANDARD.encode(public.encrypt(algorithm, &key, &mut wrapped, None).expect("wrapped"));
    let key = format!(
        "<xenc:EncryptedKey xmlns:xenc='http://www.w3.org/2001/04/xmlenc#'>{method}<xenc:CipherData>\
         <xenc:CipherValue>{wrapped}</xenc:CipherValue></xenc:CipherData></xenc:EncryptedKey>"
    );
    let (inside, outside) = if beside { ("", key.as_str()) } else { (key.as_str(), "") };
    format!(
        "<saml2:EncryptedAssertion xmlns:saml2='urn:oasis:names:tc:SAML:2.0:assertion'><x:EncryptedData \
         xmlns:x='http://www.w3.org/2001/04/xmlenc#'><x:EncryptionMethod \
         Algorithm='http://www.w3.org/2009/xmlenc11#aes128-gcm'/><KeyInfo xmlns='{DSIG}'>{inside}</KeyInfo>\
         <x:CipherData><x:CipherValue>{content}</x:CipherValue></x:CipherData></x:EncryptedData>{outside}\
         </saml2:EncryptedAssertion>"
    )
}

fn method(name: &str, digest: &str, mask: &str) -> String {
    format!(
        "<xenc:EncryptionMethod Algorithm='{name}'>{digest}{mask}</xenc:EncryptionMethod>",
        digest = if digest.is_empty() {
            String::new()
        } else {
            format!("<d:DigestMethod xmlns:d='{DSIG}' Algorithm='{digest}'/>")
        },
        mask = if mask.is_empty() {
            String::new()
        } else {
            format!("<m:MGF xmlns:m='http://www.w3.org/2009/xmlenc11#' Algorithm='{mask}'/>")
        },
    )
}

const OAEP: &str = "http://www.w3.org/2001/04/xmlenc#rsa-oaep-mgf1p";
const OAEP_11: &str = "http://www.w3.org/2009/xmlenc11#rsa-oaep";
const SHA1: &str = "http://www.w3.org/2000/09/xmldsig#sha1";
const SHA256: &str = "http://www.w3.org/2001/04/xmlenc#sha256";
const MGF_SHA256: &str = "http://www.w3.org/2009/xmlenc11#mgf1sha256";

#[test]
fn encrypted_assertions_open_with_any_of_our_keys_and_both_pairs_of_digests() {
    let corpus = Corpus::load();
    let (case, before, assertion, after) = signed_assertion(&corpus);
    let ((old, old_credential), (new, new_credential), (strange, _)) = (fresh(), fresh(), fresh());
    let sp = &corpus.manifest["sp"];
    let we = ServiceProvider::new(
        text(sp, "entity_id"),
        text(sp, "acs"),
        text(sp, "slo"),
        vec![new_credential, old_credential],
    )
    .expect("ours");
    let provider = corpus.provider(&case);
    let outstanding = request_ids(&case);
    let mut check = corpus.check(&case, &provider, &outstanding);
    check.service_provider = &we;
    let judge = |inner: &str| check.check(format!("{before}{inner}{after}").as_bytes());

    for (algorithm, method) in [
        (&OAEP_SHA1_MGF1SHA1, method(OAEP, "", "")),
        (&OAEP_SHA1_MGF1SHA1, method(OAEP, SHA1, "")),
        (&OAEP_SHA1_MGF1SHA1, method(OAEP_11, "", "")),
        (&OAEP_SHA256_MGF1SHA256, method(OAEP_11, SHA256, MGF_SHA256)),
    ] {
        for recipient in [&old, &new] {
            for beside in [true, false] {
                let verified =
                    judge(&encrypted(&assertion, recipient, algorithm, &method, beside)).expect("opened");
                assert_eq!(verified.identity.subject, text(&case, "name_id"));
            }
        }
        let refused =
            judge(&encrypted(&assertion, &strange, algorithm, &method, true)).expect_err("not for us");
        assert!(refused.to_string().contains("cannot be opened"), "{refused}");
    }
    for method in [method(OAEP, SHA256, ""), method(OAEP_11, SHA256, ""), method("urn:other", "", "")] {
        let refused = judge(&encrypted(&assertion, &new, &OAEP_SHA256_MGF1SHA256, &method, true));
        assert!(matches!(refused, Err(FederationError::Misconfigured(_))), "{refused:?}");
    }
}

#[test]
fn a_plaintext_is_one_assertion_and_nothing_around_it() {
    let corpus = Corpus::load();
    let (case, before, assertion, after) = signed_assertion(&corpus);
    let key = super::saml::pem(&corpus.path(text(&corpus.manifest["sp"], "key")));
    let provider = corpus.provider(&case);
    let outstanding = request_ids(&case);
    let check = corpus.check(&case, &provider, &outstanding);
    let judge = |plaintext: &str| {
        let inner = encrypted(plaintext, &key, &OAEP_SHA1_MGF1SHA1, &method(OAEP, "", ""), false);
        check.check(format!("{before}{inner}{after}").as_bytes())
    };
    assert!(judge(&assertion).is_ok());
    assert!(judge(&format!("\n {assertion}\n")).is_ok(), "white space around it is nothing");
    let end = "</saml2:EncryptedAssertion>";
    let begin = "<saml2:EncryptedAssertion xmlns:saml2='urn:oasis:names:tc:SAML:2.0:assertion'>";
    for around in [
        format!("<!---->{assertion}"),
        format!("{assertion}<x/>"),
        format!("{assertion}{assertion}"),
        format!("{assertion}{end}{begin}"),
        format!(
            "<saml2:Advice xmlns:saml2='urn:oasis:names:tc:SAML:2.0:assertion'>{assertion}</saml2:Advice>"
        ),
        assertion.replace("ada@", "eve@"),
        "<!DOCTYPE x>".to_owned(),
        String::new(),
    ] {
        let refused = judge(&around).expect_err("not one signed assertion");
        // One reason for all: nobody shall learn from us what a plaintext looks like.
        assert_eq!(
            refused.to_string(),
            "the provider's answer is not to be trusted: the encrypted assertion cannot be opened, or is not signed by the provider"
        );
    }
}

#[test]
fn an_identity_is_what_the_assertion_says() {
    let corpus = Corpus::load();
    let (case, ..) = signed_assertion(&corpus);
    let verified = corpus.judge(&case, &corpus.bytes(text(&case, "file"))).expect("genuine");
    let identity = verified.identity;
    assert_eq!((identity.provider.as_str(), identity.subject.as_str()), ("corpus", "ada@corp.open.test"));
    assert_eq!(json!(identity.claims), json!({ "mail": ["ada@corp.open.test"], "groups": ["staff"] }));
    assert_eq!(identity.authenticated_at, Some(NOW - 120_000));
    let UpstreamSession::Saml { name_id, session_index } = identity.session else { panic!("a SAML session") };
    assert_eq!(name_id.format.as_deref(), Some("urn:oasis:names:tc:SAML:1.1:nameid-format:emailAddress"));
    assert_eq!(session_index.as_deref(), Some("_s1"));
    assert!(request_ids(&case).contains(&verified.request_id.as_deref().expect("an answer")));
    assert_eq!(verified.remember_until_ms, NOW + 5 * 60_000 + corpus.skew_ms);
}

#[test]
fn a_pool_may_want_the_assertion_itself_signed() {
    let corpus = Corpus::load();
    for (file, accepted) in [
        ("ok-pysaml2-signed-response", false),
        ("ok-pysaml2-signed-both", true),
        ("ok-pysaml2-signed-assertion", true),
    ] {
        let file = format!("responses/{file}.xml");
        let case = corpus.cases("responses").iter().find(|case| case["file"] == *file).expect("the case");
        let provider = corpus.provider(case);
        let outstanding = request_ids(case);
        let mut check = corpus.check(case, &provider, &outstanding);
        assert!(check.check(&corpus.bytes(&file)).is_ok());
        check.signed_assertion_required = true;
        assert_eq!(check.check(&corpus.bytes(&file)).is_ok(), accepted, "{file}");
    }
}

#[test]
fn a_refusal_without_an_assertion_says_so() {
    let corpus = Corpus::load();
    let (case, ..) = signed_assertion(&corpus);
    let refusal = |status: &str| {
        let message = format!(
            "<p:Response xmlns:p='urn:oasis:names:tc:SAML:2.0:protocol' ID='_1' Version='2.0' \
             IssueInstant='2026-06-15T12:00:00Z'><p:Status>{status}</p:Status></p:Response>"
        );
        corpus.judge(&case, message.as_bytes()).expect_err("nobody is signed in").to_string()
    };
    let code = |value: &str, inner: &str| {
        format!("<p:StatusCode Value='urn:oasis:names:tc:SAML:2.0:status:{value}'>{inner}</p:StatusCode>")
    };
    let denied = refusal(&code("Responder", &code("AuthnFailed", "")));
    assert_eq!(denied, "the provider refused: status Responder, AuthnFailed");
    assert_eq!(refusal(&code("Made\nup", "")), "the provider refused: status another code");
    assert!(refusal(&code("Success", "")).contains("no assertion"));
}
