//! Genuine messages, damaged at random: whatever comes out is refused, or means exactly what the genuine one means.
//! `VESTIBULE_TEST_MUTANTS` says how many mutants of each kind; `VESTIBULE_TEST_SEED` where to begin.

use std::time::Duration;

use serde_json::Value;
use vestibule::federation::saml::binding::Binding;
use vestibule::federation::saml::metadata::{ProviderMetadata, Reading};
use vestibule::federation::saml::response::VerifiedResponse;

use super::saml::{Corpus, request_ids, say, text, timed};

const MUTANTS: usize = 3_000;

fn number(name: &str, otherwise: usize) -> usize {
    std::env::var(name)
        .map_or(otherwise, |text| text.parse().unwrap_or_else(|_| panic!("{name} is no number")))
}

/// SplitMix64: the same mutants for the same seed.
struct Dice(u64);

impl Dice {
    fn roll(&mut self) -> u64 {
        self.0 = self.0.wrapping_add(0x9e37_79b9_7f4a_7c15);
        let mixed = (self.0 ^ (self.0 >> 30)).wrapping_mul(0xbf58_476d_1ce4_e5b9);
        let mixed = (mixed ^ (mixed >> 27)).wrapping_mul(0x94d0_49bb_1331_11eb);
        mixed ^ (mixed >> 31)
    }

    fn below(&mut self, bound: usize) -> usize {
        let bound = u64::try_from(bound.max(1)).expect("a length");
        usize::try_from(self.roll() % bound).expect("below a length")
    }

    fn of<'a, T>(&mut self, list: &'a [T]) -> &'a T {
        &list[self.below(list.len())]
    }
}

/// What attacks on SAML are made of.
const PIECES: &[&str] = &[
    "<!---->",
    "<![CDATA[x]]>",
    "<?x?>",
    "&#0;",
    "&#x41;",
    "&amp;",
    " ID=\"_1\"",
    " xmlns=\"\"",
    " xmlns:saml=\"urn:oasis:names:tc:SAML:2.0:assertion\"",
    "evil@corp.open.test",
    "=",
    "\"",
    "'",
    "<",
    "</",
    "/>",
    ">",
    "\u{feff}",
    "\0",
    "é",
    "\r\n",
    "2026-06-15T12:00:00Z",
    "9223372036854775807",
];

/// The places where a tag begins, to cut and copy whole elements more often than chance would.
fn tag_at(bytes: &[u8], dice: &mut Dice) -> usize {
    let from = dice.below(bytes.len());
    bytes[from..].iter().position(|byte| *byte == b'<').map_or(from, |found| from + found)
}

/// A span between two tags, or of a few bytes.
fn span(bytes: &[u8], dice: &mut Dice) -> std::ops::Range<usize> {
    if dice.below(2) == 0 {
        let (one, two) = (tag_at(bytes, dice), tag_at(bytes, dice));
        return one.min(two)..one.max(two);
    }
    let start = dice.below(bytes.len());
    start..(start + 1 + dice.below(40)).min(bytes.len())
}

fn mutate(bytes: &mut Vec<u8>, other: &[u8], dice: &mut Dice) {
    for _ in 0..1 + dice.below(3) {
        if bytes.is_empty() {
            return;
        }
        let place = dice.below(bytes.len());
        match dice.below(8) {
            0 => bytes[place] ^= 1 << dice.below(8),
            1 => bytes[place] = u8::try_from(dice.below(256)).expect("a byte"),
            2 => drop(bytes.drain(span(bytes, dice))),
            3 => {
                let copy = bytes[span(bytes, dice)].to_vec();
                let to = tag_at(bytes, dice);
                bytes.splice(to..to, copy);
            }
            4 => {
                let cut: Vec<u8> = bytes.drain(span(bytes, dice)).collect();
                let to = if bytes.is_empty() { 0 } else { tag_at(bytes, dice) };
                bytes.splice(to..to, cut);
            }
            5 => {
                let piece = dice.of(PIECES).bytes();
                bytes.splice(place..place, piece);
            }
            6 => {
                // A part of another message, too short to be an assertion with its signature.
                let part = span(other, dice);
                let part = other[part.start..part.end.min(part.start + 1500)].to_vec();
                let to = if dice.below(2) == 0 { place } else { tag_at(bytes, dice) };
                bytes.splice(to..to, part);
            }
            _ => {
                let source = span(bytes, dice);
                let target = span(bytes, dice);
                let copy = bytes[source].to_vec();
                bytes.splice(target, copy);
            }
        }
    }
}

#[derive(Default)]
struct Count {
    mutants: usize,
    accepted: usize,
    slowest: Duration,
}

impl Count {
    fn add(&mut self, accepted: bool, took: Duration) {
        self.mutants += 1;
        self.accepted += usize::from(accepted);
        self.slowest = self.slowest.max(took);
    }

    fn say(&self, kind: &str) {
        let Self { mutants, accepted, slowest } = self;
        say(&format!(
            "{kind}: {mutants} mutants, {accepted} accepted unchanged, slowest {} ms",
            slowest.as_millis()
        ));
    }
}

fn seed() -> Dice {
    Dice(u64::try_from(number("VESTIBULE_TEST_SEED", 1)).expect("a number"))
}

#[test]
fn damaged_responses_never_mean_something_else() {
    struct Genuine<'a> {
        case: &'a Value,
        message: Vec<u8>,
        provider: ProviderMetadata,
        verified: VerifiedResponse,
    }
    let corpus = Corpus::load();
    let genuine: Vec<Genuine<'_>> = corpus
        .cases("responses")
        .iter()
        .filter(|case| case["expect"] == "accept")
        .filter_map(|case| {
            let message = corpus.bytes(text(case, "file"));
            let verified = corpus.judge(case, &message).ok()?;
            Some(Genuine { case, message, provider: corpus.provider(case), verified })
        })
        .collect();
    let attacks: Vec<Vec<u8>> = corpus
        .cases("responses")
        .iter()
        .map(|case| corpus.bytes(text(case, "file")))
        .filter(|message| (1..60_000).contains(&message.len()))
        .collect();
    let (mut dice, mut count) = (seed(), Count::default());
    for _ in 0..number("VESTIBULE_TEST_MUTANTS", MUTANTS) {
        let base = dice.of(&genuine);
        let mut mutant = base.message.clone();
        let other: &Vec<u8> = dice.of(&attacks);
        mutate(&mut mutant, other, &mut dice);
        let outstanding = request_ids(base.case);
        let check = corpus.check(base.case, &base.provider, &outstanding);
        let (judged, took) = timed(|| check.check(&mutant));
        count.add(judged.is_ok(), took);
        if let Ok(verified) = judged {
            let file = text(base.case, "file");
            assert_eq!(verified, base.verified, "{file} became {}", String::from_utf8_lossy(&mutant));
        }
    }
    count.say("responses");
}

#[test]
fn damaged_metadata_never_brings_another_provider_or_no_key() {
    let corpus = Corpus::load();
    let genuine: Vec<(Vec<u8>, String)> = corpus
        .cases("responses")
        .iter()
        .map(|case| (corpus.bytes(text(case, "idp")), corpus.provider(case).entity_id().to_owned()))
        .collect();
    let (mut dice, mut count) = (seed(), Count::default());
    for _ in 0..number("VESTIBULE_TEST_MUTANTS", MUTANTS) {
        let (base, entity_id) = dice.of(&genuine);
        let mut mutant = base.clone();
        let (other, _) = dice.of(&genuine);
        mutate(&mut mutant, other, &mut dice);
        let reading = Reading { entity_id: Some(entity_id), now_ms: corpus.now_ms, http_on_loopback: false };
        let (read, took) = timed(|| ProviderMetadata::read(&mutant, reading));
        count.add(read.is_ok(), took);
        let Ok(metadata) = read else { continue };
        assert_eq!(metadata.entity_id(), entity_id);
        assert!(!metadata.keys().is_empty());
        let endpoints = [Binding::Redirect, Binding::Post]
            .into_iter()
            .flat_map(|binding| [metadata.sign_on(binding), metadata.logout(binding)]);
        for endpoint in endpoints.flatten() {
            for address in [&*endpoint.location, endpoint.response_location()] {
                let url = url::Url::parse(address).expect("a URL");
                assert_eq!(url.scheme(), "https", "{address}");
            }
        }
    }
    count.say("metadata");
}

/// As many elements, attributes and namespaces as are let through, under the canonicalisation that carries every
/// namespace down: what a stranger can make us compute before a signature is found to be false.
#[test]
fn the_most_expensive_message_is_refused_for_its_digest() {
    let corpus = Corpus::load();
    let case = &corpus.cases("responses")[0];
    let declarations = |level: usize| {
        (0..15).map(move |n| format!(" xmlns:n{level}x{n}='urn:{level}:{n}'")).collect::<String>()
    };
    let inclusive = "http://www.w3.org/TR/2001/REC-xml-c14n-20010315";
    let signature = format!(
        "<d:Signature xmlns:d='http://www.w3.org/2000/09/xmldsig#'><d:SignedInfo>\
         <d:CanonicalizationMethod Algorithm='{inclusive}'/>\
         <d:SignatureMethod Algorithm='http://www.w3.org/2001/04/xmldsig-more#rsa-sha256'/>\
         <d:Reference URI='#_1'><d:Transforms>\
         <d:Transform Algorithm='http://www.w3.org/2000/09/xmldsig#enveloped-signature'/>\
         <d:Transform Algorithm='{inclusive}'/></d:Transforms>\
         <d:DigestMethod Algorithm='http://www.w3.org/2001/04/xmlenc#sha256'/><d:DigestValue>AAAA</d:DigestValue>\
         </d:Reference></d:SignedInfo><d:SignatureValue>AAAA</d:SignatureValue></d:Signature>"
    );
    let (begin, end): (Vec<_>, Vec<_>) =
        (0..2).map(|level| (format!("<e{}>", declarations(level)), "</e>")).unzip();
    let message = format!(
        "<p:Response xmlns:p='urn:oasis:names:tc:SAML:2.0:protocol' ID='_1'>{signature}<p:Status><p:StatusDetail>\
         {}{}{}</p:StatusDetail></p:Status><Assertion xmlns='urn:oasis:names:tc:SAML:2.0:assertion'/></p:Response>",
        begin.concat(),
        "<n0x0:e/>".repeat(4_900),
        end.concat()
    );
    let (judged, took) = timed(|| corpus.judge(case, message.as_bytes()));
    say(&format!("the most expensive message: {} ms", took.as_millis()));
    let refusal = judged.expect_err("not signed by anybody").to_string();
    assert!(refusal.contains("changed after it was signed"), "{refusal}");
}
