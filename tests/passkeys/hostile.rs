//! Input that nobody honest sends: sizes, depths, and a great many bytes that are nearly right.

use ciborium::Value as Cbor;
use serde_json::json;
use vestibule::crypto::random::{Random, SeededRandom};
use vestibule::crypto::webauthn::{
    Assertion, Expected, PublicKey, Registration, Stored, WebauthnError, verify_assertion,
    verify_registration,
};

use crate::support::authenticator::{
    Algorithm, Authenticator, Credential, PRESENT, WITH_CREDENTIAL, attestation_object, attestation_of,
    authenticator_data, cbor,
};

const RP: &str = "localhost";
const CHALLENGE: &str = "Y2hhbGxlbmdl";

fn judged(object: &[u8]) -> Result<(), WebauthnError> {
    let origins = ["http://localhost".to_owned()];
    let client =
        json!({ "type": "webauthn.create", "challenge": CHALLENGE, "origin": origins[0] }).to_string();
    let expected = Expected { challenge: CHALLENGE, origins: &origins, rp_id: RP, user_verification: false };
    let given = Registration { client_data: client.as_bytes(), attestation_object: object };
    verify_registration(&expected, given).map(drop)
}

fn used(key: &[u8], data: &[u8], signature: &[u8]) -> Result<(), WebauthnError> {
    let origins = ["http://localhost".to_owned()];
    let client = json!({ "type": "webauthn.get", "challenge": CHALLENGE, "origin": origins[0] }).to_string();
    let expected = Expected { challenge: CHALLENGE, origins: &origins, rp_id: RP, user_verification: false };
    let stored = Stored { public_key: key, backup_eligible: false };
    let given = Assertion { client_data: client.as_bytes(), authenticator_data: data, signature };
    verify_assertion(&expected, stored, given).map(drop)
}

#[test]
fn deep_and_large_cbor_is_refused_before_it_costs_anything() {
    let data = {
        let credential = Credential::made_up(RP, Algorithm::Es256);
        Authenticator::new().registration_data(&credential, PRESENT | WITH_CREDENTIAL)
    };
    let nested = |depth: usize| (0..depth).fold(Cbor::Null, |inner, _| Cbor::Array(vec![inner]));
    let statement = |inner: Cbor| Cbor::Map(vec![(Cbor::Text("x".into()), inner)]);
    assert_eq!(judged(&attestation_of("x", statement(nested(3)), &data)), Ok(()));
    let malformed = Err(WebauthnError::Malformed("the attestation object"));
    assert_eq!(judged(&attestation_of("x", statement(nested(200)), &data)), malformed);
    // A hundred thousand open brackets: depth that a reader without a limit pays with its stack.
    for opening in [0x81_u8, 0x9f, 0xa1, 0xbf, 0xc1, 0xd8] {
        assert_eq!(judged(&vec![opening; 100_000]), malformed, "{opening:#x}");
        assert_eq!(judged(&vec![opening; 30_000]), malformed, "{opening:#x}");
        assert_eq!(PublicKey::read(&vec![opening; 30_000]), Err(WebauthnError::Malformed("the public key")));
    }
    // Lengths that nobody has the memory for, and nothing behind them.
    for kind in [0x5b_u8, 0x7b, 0x9b, 0xbb] {
        let vast = [&[kind][..], &[0x7f, 0xff, 0xff, 0xff, 0xff, 0xff, 0xff, 0xff]].concat();
        assert_eq!(judged(&vast), malformed, "{kind:#x}");
        let inside = [&[0xa3, 0x63][..], b"fmt", &vast].concat();
        assert_eq!(judged(&inside), malformed, "{kind:#x}");
    }
    let large = attestation_of("x", statement(Cbor::Bytes(vec![0; 40_000])), &data);
    assert_eq!(judged(&large), malformed);
    let many = (0..1_000).map(|label| (Cbor::from(label), Cbor::Null)).collect();
    assert_eq!(judged(&cbor(&Cbor::Map(many))), malformed);
    assert_eq!(used(&[], &vec![0; 100_000], &[]), Err(WebauthnError::Malformed("the authenticator data")));
}

#[test]
fn bytes_that_are_nearly_right_never_panic_and_never_hold() {
    let random: &dyn Random = &SeededRandom::new(20_261_121);
    let number = |below: usize| {
        let drawn = u32::from_be_bytes(random.bytes::<4>());
        usize::try_from(drawn).expect("a number") % below
    };
    let mutate = |bytes: &mut Vec<u8>| {
        for _ in 0..=number(4) {
            let at = number(bytes.len().max(1));
            match number(6) {
                0 if !bytes.is_empty() => bytes[at] ^= 1 << number(8),
                1 if !bytes.is_empty() => bytes[at] = random.bytes::<1>()[0],
                2 => bytes.truncate(at),
                3 => {
                    bytes.splice(at.min(bytes.len())..at.min(bytes.len()), random.bytes::<3>()).for_each(drop)
                }
                4 if !bytes.is_empty() => drop(bytes.remove(at)),
                _ => bytes.extend(random.bytes::<2>()),
            }
        }
    };
    for algorithm in [Algorithm::Es256, Algorithm::EdDsa, Algorithm::Rs256] {
        let credential = Credential::made_up(RP, algorithm);
        let key = credential.cose();
        let device = Authenticator::new();
        let object = attestation_object(&device.registration_data(&credential, PRESENT | WITH_CREDENTIAL));
        assert_eq!(judged(&object), Ok(()));
        let data = authenticator_data(RP, PRESENT, 1, &[]);
        let client = json!({ "type": "webauthn.get", "challenge": CHALLENGE, "origin": "http://localhost" });
        let digest = crate::support::authenticator::sha256(client.to_string().as_bytes());
        let signature = credential.sign(&[&data[..], &digest].concat());
        assert_eq!(used(&key, &data, &signature), Ok(()));
        for _ in 0..3_000 {
            let mut changed = object.clone();
            mutate(&mut changed);
            // Some changes are to what nobody looks at, such as the maker's name: those may hold.
            let _ = judged(&changed);
            let mut changed = data.clone();
            mutate(&mut changed);
            if changed != data {
                assert!(used(&key, &changed, &signature).is_err(), "{changed:x?} was taken");
            }
            let mut changed = key.clone();
            mutate(&mut changed);
            if let Ok(read) = PublicKey::read(&changed)
                && Ok(&read) != PublicKey::read(&key).as_ref()
            {
                assert!(used(&changed, &data, &signature).is_err(), "{changed:x?} was taken");
            }
            let mut changed = signature.clone();
            mutate(&mut changed);
            if changed != signature {
                assert!(used(&key, &data, &changed).is_err(), "{changed:x?} was taken");
            }
        }
        // And bytes that are not even nearly right.
        for length in 0..200 {
            let noise: Vec<u8> = (0..length).map(|_| random.bytes::<1>()[0]).collect();
            assert!(judged(&noise).is_err());
            assert!(used(&key, &noise, &signature).is_err());
        }
    }
}
