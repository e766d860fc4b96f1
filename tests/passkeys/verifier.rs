//! Each step of Web Authentication §7.1 and §7.2 that is about bytes: what holds, and beside it what does not.

use ciborium::Value as Cbor;
use serde_json::{Value, json};
use vestibule::crypto::webauthn::{
    ALGORITHMS, Asserted, Assertion, Expected, PublicKey, Registered, Registration, Stored, WebauthnError,
    challenge_of, verify_assertion, verify_registration,
};

use crate::support::authenticator::{
    Algorithm, Authenticator, BACKED_UP, Credential, ELIGIBLE, Lies, PRESENT, VERIFIED, WITH_CREDENTIAL,
    WITH_EXTENSIONS, attestation_object, attestation_of, authenticator_data, base, cbor, sha256, unbase,
};

const RP: &str = "auth.example.com";
const ORIGIN: &str = "https://auth.example.com";
const CHALLENGE: &str = "Y2hhbGxlbmdlIG9mIHRoaXMgdGVzdA";

fn options() -> Value {
    json!({
        "rp": { "id": RP, "name": "Demo" },
        "rpId": RP,
        "user": { "id": base(b"handle"), "name": "ada", "displayName": "Ada" },
        "challenge": CHALLENGE,
    })
}

fn bytes(answer: &Value, name: &str) -> Vec<u8> {
    unbase(answer["response"][name].as_str().unwrap_or_else(|| panic!("no {name} in {answer}")))
}

fn expecting<T>(verified: bool, judge: impl FnOnce(&Expected<'_>) -> T) -> T {
    let origins = [ORIGIN.to_owned()];
    judge(&Expected { challenge: CHALLENGE, origins: &origins, rp_id: RP, user_verification: verified })
}

fn registered(answer: &Value, verified: bool) -> Result<Registered, WebauthnError> {
    let (client_data, object) = (bytes(answer, "clientDataJSON"), bytes(answer, "attestationObject"));
    let given = Registration { client_data: &client_data, attestation_object: &object };
    expecting(verified, |expected| verify_registration(expected, given))
}

/// A registration whose attestation object is `object`.
fn with_object(object: &[u8]) -> Result<Registered, WebauthnError> {
    let client_data =
        json!({ "type": "webauthn.create", "challenge": CHALLENGE, "origin": ORIGIN }).to_string();
    let given = Registration { client_data: client_data.as_bytes(), attestation_object: object };
    expecting(false, |expected| verify_registration(expected, given))
}

fn asserted(answer: &Value, key: &Registered, verified: bool) -> Result<Asserted, WebauthnError> {
    let parts = ["clientDataJSON", "authenticatorData", "signature"].map(|name| bytes(answer, name));
    let stored = Stored { public_key: &key.public_key, backup_eligible: key.backup_eligible };
    let given = Assertion { client_data: &parts[0], authenticator_data: &parts[1], signature: &parts[2] };
    expecting(verified, |expected| verify_assertion(expected, stored, given))
}

fn lying(change: impl FnOnce(&mut Lies)) -> Lies {
    let mut lies = Lies::default();
    change(&mut lies);
    lies
}

#[test]
fn a_registration_that_holds_yields_the_record() {
    for (algorithm, alg) in [(Algorithm::Es256, -7), (Algorithm::EdDsa, -8), (Algorithm::Rs256, -257)] {
        let mut device = Authenticator { algorithm, aaguid: [7; 16], ..Authenticator::new() };
        let answer = device.create(&options(), ORIGIN);
        let record = registered(&answer, true).expect("it holds");
        let credential = &device.credentials[0];
        assert_eq!(record.credential_id, credential.id);
        assert_eq!(record.public_key, credential.cose());
        assert_eq!(PublicKey::read(&record.public_key).expect("a key").algorithm(), alg);
        assert!(ALGORITHMS.contains(&alg));
        assert_eq!((record.sign_count, record.aaguid), (0, [7; 16]));
        assert!(record.backup_eligible && record.backed_up && record.user_verified);

        let assertion = device.get(&options(), ORIGIN);
        let shown = asserted(&assertion, &record, true).expect("its signature holds");
        assert_eq!(shown, Asserted { sign_count: 0, backed_up: true, user_verified: true });
    }
}

#[test]
fn client_data_of_anything_else_are_refused_in_both_ceremonies() {
    // Steps 7 to 11 of §7.1, 10 to 14 of §7.2.
    let cases: Vec<(&str, Lies, WebauthnError)> = vec![
        ("type", lying(|l| l.kind = Some("payment.get")), WebauthnError::WrongCeremony),
        ("challenge", lying(|l| l.challenge = Some(base(b"another one"))), WebauthnError::WrongChallenge),
        ("no challenge", lying(|l| l.challenge = Some(String::new())), WebauthnError::WrongChallenge),
        (
            "challenge, padded",
            lying(|l| l.challenge = Some(format!("{CHALLENGE}="))),
            WebauthnError::WrongChallenge,
        ),
        ("scheme", lying(|l| l.origin = Some(ORIGIN.replace("https", "http"))), WebauthnError::WrongOrigin),
        ("port", lying(|l| l.origin = Some(format!("{ORIGIN}:8443"))), WebauthnError::WrongOrigin),
        ("slash", lying(|l| l.origin = Some(format!("{ORIGIN}/"))), WebauthnError::WrongOrigin),
        (
            "subdomain",
            lying(|l| l.origin = Some("https://evil.auth.example.com".into())),
            WebauthnError::WrongOrigin,
        ),
        (
            "look-alike",
            lying(|l| l.origin = Some(format!("{ORIGIN}.evil.example"))),
            WebauthnError::WrongOrigin,
        ),
        (
            "letters",
            lying(|l| l.origin = Some("https://AUTH.example.com".into())),
            WebauthnError::WrongOrigin,
        ),
        ("app", lying(|l| l.origin = Some("android:apk-key-hash:x".into())), WebauthnError::WrongOrigin),
        ("framed", lying(|l| l.client_data = vec![("crossOrigin", json!(true))]), WebauthnError::Framed),
        (
            "top origin",
            lying(|l| l.client_data = vec![("topOrigin", json!("https://evil.example"))]),
            WebauthnError::Framed,
        ),
        (
            "a number for an origin",
            lying(|l| l.client_data = vec![("origin", json!(7))]),
            WebauthnError::Malformed("the client data"),
        ),
    ];
    let mut device = Authenticator::new();
    let good = device.create(&options(), ORIGIN);
    let record = registered(&good, false).expect("it holds");
    for (what, lies, wanted) in cases {
        let assertion = device.get_lying(&options(), ORIGIN, &lies);
        assert_eq!(asserted(&assertion, &record, false), Err(wanted), "{what}");
        let registration = Authenticator::new().create_lying(&options(), ORIGIN, &lies);
        assert_eq!(registered(&registration, false), Err(wanted), "{what}");
    }
    // Each ceremony is for itself.
    let crossed = lying(|l| l.kind = Some("webauthn.create"));
    let assertion = device.get_lying(&options(), ORIGIN, &crossed);
    assert_eq!(asserted(&assertion, &record, false), Err(WebauthnError::WrongCeremony));
    let crossed = lying(|l| l.kind = Some("webauthn.get"));
    let registration = device.create_lying(&options(), ORIGIN, &crossed);
    assert_eq!(registered(&registration, false), Err(WebauthnError::WrongCeremony));
}

#[test]
fn what_browsers_add_to_client_data_is_passed_over_and_what_is_there_twice_is_not() {
    let mut device = Authenticator::new();
    let record = registered(&device.create(&options(), ORIGIN), false).expect("it holds");
    let more =
        lying(|l| l.client_data = vec![("tokenBinding", json!({"status": "supported"})), ("x", json!(1))]);
    let answer = device.get_lying(&options(), ORIGIN, &more);
    asserted(&answer, &record, false).expect("unknown members mean nothing");

    let judged = |json: &str| {
        let credential = &device.credentials[0];
        let data = authenticator_data(RP, PRESENT | ELIGIBLE, 0, &[]);
        let signature = credential.sign(&[&data[..], &sha256(json.as_bytes())].concat());
        let stored = Stored { public_key: &record.public_key, backup_eligible: true };
        let given =
            Assertion { client_data: json.as_bytes(), authenticator_data: &data, signature: &signature };
        expecting(false, |expected| verify_assertion(expected, stored, given))
    };
    let whole = |more: &str| {
        format!(r#"{{"type":"webauthn.get","challenge":"{CHALLENGE}","origin":"{ORIGIN}"{more}}}"#)
    };
    judged(&whole("")).expect("this is enough");
    let malformed = Err(WebauthnError::Malformed("the client data"));
    let twice = format!(r#","origin":"{ORIGIN}""#);
    let endless = format!(r#","x":"{}""#, "x".repeat(9_000));
    for wrong in [
        whole(&twice),
        whole(&endless),
        format!("{}x", whole("")),
        format!("\u{feff}{}", whole("")),
        "[".repeat(4_000),
        String::new(),
        "null".into(),
    ] {
        assert_eq!(judged(&wrong), malformed, "{wrong}");
    }
    let not_utf8 = [whole("").as_bytes(), b"\xff"].concat();
    assert_eq!(challenge_of(&not_utf8), Err(WebauthnError::Malformed("the client data")));
    assert_eq!(challenge_of(whole("").as_bytes()).as_deref(), Ok(CHALLENGE));
}

#[test]
fn the_authenticator_must_speak_for_this_relying_party_and_for_somebody_who_is_there() {
    // Steps 14 to 17 of §7.1, 15 to 19 of §7.2.
    let flags = |flags| lying(|l| l.flags = Some(flags));
    let cases = [
        (
            "another domain",
            lying(|l| l.rp_id = Some("example.com".into())),
            false,
            WebauthnError::WrongRelyingParty,
        ),
        ("nobody there", flags(VERIFIED | ELIGIBLE), false, WebauthnError::NotPresent),
        ("not verified", flags(PRESENT | ELIGIBLE), true, WebauthnError::NotVerified),
        ("backed up by no means", flags(PRESENT | VERIFIED | BACKED_UP), false, WebauthnError::BackupFlags),
    ];
    let mut device = Authenticator::new();
    let record = registered(&device.create(&options(), ORIGIN), false).expect("it holds");
    for (what, lies, verified, wanted) in cases {
        let assertion = device.get_lying(&options(), ORIGIN, &lies);
        assert_eq!(asserted(&assertion, &record, verified), Err(wanted), "{what}");
        let registration = Authenticator::new().create_lying(&options(), ORIGIN, &lies);
        assert_eq!(registered(&registration, verified), Err(wanted), "{what}");
    }
    let unverified = device.get_lying(&options(), ORIGIN, &flags(PRESENT | ELIGIBLE));
    let shown = asserted(&unverified, &record, false).expect("verification was only preferred");
    assert!(!shown.user_verified && !shown.backed_up);
    // Step 19: what could be backed up once can be today, and the other way round.
    let changed = device.get_lying(&options(), ORIGIN, &flags(PRESENT | VERIFIED));
    assert_eq!(asserted(&changed, &record, false), Err(WebauthnError::BackupFlags));
    let bound = Registered { backup_eligible: false, ..record };
    let changed = device.get(&options(), ORIGIN);
    assert_eq!(asserted(&changed, &bound, false), Err(WebauthnError::BackupFlags));
}

#[test]
fn only_this_keys_signature_over_these_bytes_counts() {
    // §7.2 step 21.
    for algorithm in [Algorithm::Es256, Algorithm::EdDsa, Algorithm::Rs256] {
        let mut device = Authenticator { algorithm, ..Authenticator::new() };
        let record = registered(&device.create(&options(), ORIGIN), false).expect("it holds");
        let good = device.get(&options(), ORIGIN);
        asserted(&good, &record, false).expect("it holds");
        let wrong = Err(WebauthnError::WrongSignature);
        let tampered = device.get_lying(&options(), ORIGIN, &lying(|l| l.tamper_with_signature = true));
        assert_eq!(asserted(&tampered, &record, false), wrong, "{algorithm:?}");
        for (name, other) in [
            ("signature", Vec::new()),
            ("signature", vec![0; 64]),
            ("signature", vec![0x30; 2_000]),
            ("authenticatorData", authenticator_data(RP, PRESENT | VERIFIED | ELIGIBLE | BACKED_UP, 9, &[])),
        ] {
            let mut changed = good.clone();
            changed["response"][name] = json!(base(&other));
            assert_eq!(asserted(&changed, &record, false), wrong, "{algorithm:?} {name}");
        }
        let mut other = Authenticator { algorithm, ..Authenticator::new() };
        let another = registered(&other.create(&options(), ORIGIN), false).expect("it holds");
        assert_eq!(asserted(&good, &another, false), wrong, "{algorithm:?}");
    }
}

#[test]
fn no_attestation_is_asked_for_and_none_is_believed() {
    // §7.1 steps 21 to 24.
    let device = Authenticator::new();
    let credential = Credential::made_up(RP, Algorithm::Es256);
    let data = device.registration_data(&credential, PRESENT | WITH_CREDENTIAL);
    with_object(&attestation_object(&data)).expect("none");
    let text = |text: &str| Cbor::Text(text.to_owned());
    let packed = Cbor::Map(vec![(text("alg"), Cbor::from(-7)), (text("sig"), Cbor::Bytes(vec![1; 70]))]);
    with_object(&attestation_of("packed", packed.clone(), &data)).expect("whatever it claims means nothing");
    let chain = Cbor::Array(vec![Cbor::Bytes(vec![0x30; 800]); 3]);
    let with_chain = Cbor::Map(vec![(text("x5c"), chain)]);
    with_object(&attestation_of("tpm", with_chain, &data)).expect("a chain is passed over");
    let malformed = Err(WebauthnError::Malformed("the attestation object"));
    assert_eq!(with_object(&attestation_of("none", packed, &data)), malformed);
    assert_eq!(with_object(&attestation_of("none", Cbor::Null, &data)), malformed);
}

#[test]
fn credential_ids_have_a_length() {
    // §7.1 step 25.
    let device = Authenticator::new();
    let with_id = |length: usize| {
        let mut credential = Credential::made_up(RP, Algorithm::EdDsa);
        credential.id = vec![9; length];
        let data = device.registration_data(&credential, PRESENT | WITH_CREDENTIAL);
        with_object(&attestation_object(&data)).map(|record| record.credential_id.len())
    };
    let malformed = Err(WebauthnError::Malformed("the authenticator data"));
    assert_eq!(with_id(1), Ok(1));
    assert_eq!(with_id(1023), Ok(1023));
    assert_eq!(with_id(0), malformed);
    assert_eq!(with_id(1024), malformed);
}

#[test]
fn authenticator_data_end_where_they_end() {
    let device = Authenticator::new();
    let credential = Credential::made_up(RP, Algorithm::Es256);
    let data = |flags, rest: &[u8]| [device.registration_data(&credential, flags), rest.to_vec()].concat();
    let judged = |data: &[u8]| with_object(&attestation_object(data)).map(drop);
    let flags = PRESENT | WITH_CREDENTIAL;
    let malformed = Err(WebauthnError::Malformed("the authenticator data"));
    let extensions = cbor(&Cbor::Map(vec![(Cbor::Text("credProtect".into()), Cbor::from(2))]));
    assert_eq!(judged(&data(flags, &[])), Ok(()));
    assert_eq!(judged(&data(flags | WITH_EXTENSIONS, &extensions)), Ok(()));
    assert_eq!(judged(&data(flags, &extensions)), malformed, "extensions that no flag announces");
    assert_eq!(judged(&data(flags | WITH_EXTENSIONS, &[])), malformed, "announced and not there");
    assert_eq!(judged(&data(flags | WITH_EXTENSIONS, &[0x01])), malformed, "no map");
    assert_eq!(judged(&data(flags, &[0])), malformed, "a byte too many");
    let whole = data(flags, &[]);
    for length in 0..whole.len() {
        assert!(judged(&whole[..length]).is_err(), "cut to {length} bytes");
    }
    assert_eq!(
        judged(&authenticator_data(RP, PRESENT, 0, &[])),
        Err(WebauthnError::Malformed("the attestation object"))
    );
    let trailing = [attestation_object(&whole), vec![0]].concat();
    assert_eq!(with_object(&trailing).map(drop), Err(WebauthnError::Malformed("the attestation object")));
}

#[test]
fn keys_of_other_kinds_and_what_is_no_key_are_refused() {
    // §7.1 step 20.
    let n = |number: i64| Cbor::from(number);
    let b = |bytes: &[u8]| Cbor::Bytes(bytes.to_vec());
    let map = |entries: Vec<(i64, Cbor)>| {
        cbor(&Cbor::Map(entries.into_iter().map(|(label, value)| (Cbor::from(label), value)).collect()))
    };
    let unsupported = Err(WebauthnError::UnsupportedAlgorithm);
    let malformed = Err(WebauthnError::Malformed("the public key"));
    let (x, zeros) = (&[1_u8; 32][..], &[0_u8; 32][..]);
    let odd_modulus = [&[0xff_u8; 255][..], &[0x01]].concat();
    let cases = [
        ("ES384", map(vec![(1, n(2)), (3, n(-35)), (-1, n(2)), (-2, b(x)), (-3, b(x))]), unsupported),
        (
            "ES256 on another curve",
            map(vec![(1, n(2)), (3, n(-7)), (-1, n(8)), (-2, b(x)), (-3, b(x))]),
            unsupported,
        ),
        ("ES256 as OKP", map(vec![(1, n(1)), (3, n(-7)), (-1, n(1)), (-2, b(x))]), unsupported),
        ("X25519", map(vec![(1, n(1)), (3, n(-8)), (-1, n(4)), (-2, b(x))]), unsupported),
        (
            "RS1",
            map(vec![(1, n(3)), (3, n(-65535)), (-1, b(&odd_modulus)), (-2, b(&[1, 0, 1]))]),
            unsupported,
        ),
        ("HMAC", map(vec![(1, n(4)), (3, n(5)), (-1, b(x))]), unsupported),
        ("nothing", map(vec![]), unsupported),
        (
            "no point of the curve",
            map(vec![(1, n(2)), (3, n(-7)), (-1, n(1)), (-2, b(x)), (-3, b(x))]),
            malformed,
        ),
        (
            "the point at infinity",
            map(vec![(1, n(2)), (3, n(-7)), (-1, n(1)), (-2, b(zeros)), (-3, b(zeros))]),
            malformed,
        ),
        (
            "a compressed point",
            map(vec![(1, n(2)), (3, n(-7)), (-1, n(1)), (-2, b(x)), (-3, Cbor::Bool(true))]),
            malformed,
        ),
        ("a short x", map(vec![(1, n(1)), (3, n(-8)), (-1, n(6)), (-2, b(&x[1..]))]), malformed),
        (
            "1024 bits",
            map(vec![(1, n(3)), (3, n(-257)), (-1, b(&odd_modulus[128..])), (-2, b(&[1, 0, 1]))]),
            malformed,
        ),
        (
            "an even modulus",
            map(vec![(1, n(3)), (3, n(-257)), (-1, b(&[0xfe; 256])), (-2, b(&[1, 0, 1]))]),
            malformed,
        ),
        ("exponent one", map(vec![(1, n(3)), (3, n(-257)), (-1, b(&odd_modulus)), (-2, b(&[1]))]), malformed),
        (
            "9 KiB of modulus",
            map(vec![(1, n(3)), (3, n(-257)), (-1, b(&[0xff; 9_000])), (-2, b(&[1, 0, 1]))]),
            malformed,
        ),
        (
            "a label twice",
            map(vec![(1, n(1)), (3, n(-8)), (-1, n(6)), (-2, b(x)), (-2, b(zeros))]),
            malformed,
        ),
        ("a text", cbor(&Cbor::Text("key".into())), malformed),
        ("a byte too many", [map(vec![(1, n(4))]), vec![0]].concat(), unsupported),
        ("empty", Vec::new(), malformed),
    ];
    for (what, key, wanted) in cases {
        assert_eq!(PublicKey::read(&key).map(drop), wanted, "{what}");
    }
}
