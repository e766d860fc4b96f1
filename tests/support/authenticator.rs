//! An authenticator in software: makes passkeys and signs with them as a browser would hand it on, and lies when it is told to.
//! It reads and writes everything by itself, with the cryptography of the system under test but none of its parsing.

use aws_lc_rs::encoding::{AsDer, PublicKeyX509Der};
use aws_lc_rs::rand::{SecureRandom, SystemRandom};
use aws_lc_rs::rsa::{KeyPair as RsaKeyPair, KeySize};
use aws_lc_rs::signature::{
    ECDSA_P256_SHA256_ASN1_SIGNING, EcdsaKeyPair, Ed25519KeyPair, KeyPair, RSA_PKCS1_SHA256,
};
use base64::Engine;
use base64::engine::general_purpose::URL_SAFE_NO_PAD;
use ciborium::Value as Cbor;
use serde_json::{Value, json};
use vestibule::model::ids::{PoolId, UserId};
use vestibule::model::passkey::Passkey;

/// Present, verified.
pub const PRESENT: u8 = 0x01;
pub const VERIFIED: u8 = 0x04;
pub const ELIGIBLE: u8 = 0x08;
pub const BACKED_UP: u8 = 0x10;
pub const WITH_CREDENTIAL: u8 = 0x40;
pub const WITH_EXTENSIONS: u8 = 0x80;

/// What kind of key is made.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
pub enum Algorithm {
    Es256,
    EdDsa,
    Rs256,
}

enum Key {
    Es256(EcdsaKeyPair),
    EdDsa(Ed25519KeyPair),
    Rs256(RsaKeyPair),
}

/// A passkey in the authenticator.
pub struct Credential {
    pub id: Vec<u8>,
    pub rp_id: String,
    pub user_handle: Vec<u8>,
    pub count: u32,
    key: Key,
}

/// An authenticator with its passkeys.
pub struct Authenticator {
    pub credentials: Vec<Credential>,
    /// What it says of itself, besides that there is a credential.
    pub flags: u8,
    pub algorithm: Algorithm,
    /// How far the counter goes on with each signature; 0 does not count.
    pub counts_by: u32,
    pub aaguid: [u8; 16],
    pub transports: Vec<&'static str>,
}

/// Where an answer departs from the truth.
#[derive(Default, Clone)]
pub struct Lies {
    pub kind: Option<&'static str>,
    pub challenge: Option<String>,
    pub origin: Option<String>,
    pub rp_id: Option<String>,
    pub flags: Option<u8>,
    pub count: Option<u32>,
    pub user_handle: Option<Option<Vec<u8>>>,
    pub credential_id: Option<Vec<u8>>,
    /// Members added to the client data.
    pub client_data: Vec<(&'static str, Value)>,
    pub tamper_with_signature: bool,
}

impl Default for Authenticator {
    fn default() -> Self {
        Self::new()
    }
}

impl Authenticator {
    /// One that keeps passkeys in a cloud and makes sure who asks.
    pub fn new() -> Self {
        Self {
            credentials: Vec::new(),
            flags: PRESENT | VERIFIED | ELIGIBLE | BACKED_UP,
            algorithm: Algorithm::Es256,
            counts_by: 0,
            aaguid: [0; 16],
            transports: vec!["hybrid", "internal"],
        }
    }

    /// A key to plug in, which counts and has no PIN.
    pub fn security_key() -> Self {
        Self { flags: PRESENT, counts_by: 1, transports: vec!["usb", "nfc"], ..Self::new() }
    }

    /// Makes a passkey for creation options on a page of `origin`: `RegistrationResponseJSON`.
    pub fn create(&mut self, options: &Value, origin: &str) -> Value {
        self.create_lying(options, origin, &Lies::default())
    }

    /// As [`Authenticator::create`], with lies.
    pub fn create_lying(&mut self, options: &Value, origin: &str, lies: &Lies) -> Value {
        let rp_id = options["rp"]["id"].as_str().expect("a relying party").to_owned();
        let handle = unbase(options["user"]["id"].as_str().expect("a user handle"));
        let credential = Credential {
            id: lies.credential_id.clone().unwrap_or_else(|| random(20)),
            rp_id: lies.rp_id.clone().unwrap_or(rp_id),
            user_handle: handle,
            count: lies.count.unwrap_or(0),
            key: Key::new(self.algorithm),
        };
        let flags = lies.flags.unwrap_or(self.flags) | WITH_CREDENTIAL;
        let data = self.registration_data(&credential, flags);
        let attestation = attestation_object(&data);
        let client = client_data("webauthn.create", options, origin, lies);
        let answer = json!({
            "id": base(&credential.id),
            "rawId": base(&credential.id),
            "type": "public-key",
            "authenticatorAttachment": "platform",
            "clientExtensionResults": {},
            "response": {
                "clientDataJSON": base(client.as_bytes()),
                "attestationObject": base(&attestation),
                "transports": self.transports,
            },
        });
        self.credentials.push(credential);
        answer
    }

    /// Signs with the newest passkey for request options on a page of `origin`: `AuthenticationResponseJSON`.
    pub fn get(&mut self, options: &Value, origin: &str) -> Value {
        self.get_lying(options, origin, &Lies::default())
    }

    /// As [`Authenticator::get`], with lies.
    pub fn get_lying(&mut self, options: &Value, origin: &str, lies: &Lies) -> Value {
        let rp_id = options["rpId"].as_str().expect("a relying party").to_owned();
        let (flags, step) = (lies.flags.unwrap_or(self.flags), self.counts_by);
        let credential = self.credentials.last_mut().expect("a passkey");
        credential.count += step;
        let count = lies.count.unwrap_or(credential.count);
        let data = authenticator_data(lies.rp_id.as_deref().unwrap_or(&rp_id), flags, count, &[]);
        let client = client_data("webauthn.get", options, origin, lies);
        let signed = [data.as_slice(), &sha256(client.as_bytes())].concat();
        let mut signature = credential.key.sign(&signed);
        if lies.tamper_with_signature {
            let middle = signature.len() / 2;
            signature[middle] ^= 1;
        }
        let id = lies.credential_id.clone().unwrap_or_else(|| credential.id.clone());
        let handle = lies.user_handle.clone().unwrap_or_else(|| Some(credential.user_handle.clone()));
        json!({
            "id": base(&id),
            "rawId": base(&id),
            "type": "public-key",
            "authenticatorAttachment": "platform",
            "clientExtensionResults": {},
            "response": {
                "clientDataJSON": base(client.as_bytes()),
                "authenticatorData": base(&data),
                "signature": base(&signature),
                "userHandle": handle.map(|handle| base(&handle)),
            },
        })
    }

    /// The authenticator data of a registration.
    pub fn registration_data(&self, credential: &Credential, flags: u8) -> Vec<u8> {
        let length = u16::try_from(credential.id.len()).expect("a short id").to_be_bytes();
        let key = credential.key.cose();
        let attested = [&self.aaguid[..], &length, &credential.id, &key].concat();
        authenticator_data(&credential.rp_id, flags, credential.count, &attested)
    }
}

impl Credential {
    /// A passkey that no ceremony has made.
    pub fn made_up(rp_id: &str, algorithm: Algorithm) -> Self {
        let (rp_id, key) = (rp_id.to_owned(), Key::new(algorithm));
        Self { id: random(16), rp_id, user_handle: random(32), count: 0, key }
    }

    /// The public key as a `COSE_Key`.
    pub fn cose(&self) -> Vec<u8> {
        self.key.cose()
    }

    /// Signs.
    pub fn sign(&self, message: &[u8]) -> Vec<u8> {
        self.key.sign(message)
    }
}

impl Key {
    fn new(algorithm: Algorithm) -> Self {
        match algorithm {
            Algorithm::Es256 => {
                Self::Es256(EcdsaKeyPair::generate(&ECDSA_P256_SHA256_ASN1_SIGNING).expect("a key"))
            }
            Algorithm::EdDsa => Self::EdDsa(Ed25519KeyPair::generate().expect("a key")),
            Algorithm::Rs256 => Self::Rs256(RsaKeyPair::generate(KeySize::Rsa2048).expect("a key")),
        }
    }

    fn sign(&self, message: &[u8]) -> Vec<u8> {
        let random = SystemRandom::new();
        match self {
            Self::Es256(key) => key.sign(&random, message).expect("a signature").as_ref().to_vec(),
            Self::EdDsa(key) => key.sign(message).as_ref().to_vec(),
            Self::Rs256(key) => {
                let mut signature = vec![0; key.public_modulus_len()];
                key.sign(&RSA_PKCS1_SHA256, &random, message, &mut signature).expect("a signature");
                signature
            }
        }
    }

    fn cose(&self) -> Vec<u8> {
        let number = |n: i64| Cbor::from(n);
        let entries = match self {
            Self::Es256(key) => {
                let point = key.public_key().as_ref();
                vec![
                    (number(1), number(2)),
                    (number(3), number(-7)),
                    (number(-1), number(1)),
                    (number(-2), Cbor::Bytes(point[1..33].to_vec())),
                    (number(-3), Cbor::Bytes(point[33..].to_vec())),
                ]
            }
            Self::EdDsa(key) => vec![
                (number(1), number(1)),
                (number(3), number(-8)),
                (number(-1), number(6)),
                (number(-2), Cbor::Bytes(key.public_key().as_ref().to_vec())),
            ],
            Self::Rs256(key) => {
                let der: PublicKeyX509Der<'_> = key.public_key().as_der().expect("a public key");
                let (n, e) = rsa_numbers(der.as_ref());
                vec![
                    (number(1), number(3)),
                    (number(3), number(-257)),
                    (number(-1), Cbor::Bytes(n)),
                    (number(-2), Cbor::Bytes(e)),
                ]
            }
        };
        cbor(&Cbor::Map(entries))
    }
}

/// Modulus and exponent: the last two numbers of a SubjectPublicKeyInfo with 2048 bits, whose layout is fixed.
fn rsa_numbers(der: &[u8]) -> (Vec<u8>, Vec<u8>) {
    let exponent = der[der.len() - 3..].to_vec();
    let modulus = der[der.len() - 5 - 256..der.len() - 5].to_vec();
    (modulus, exponent)
}

/// Authenticator data (Web Authentication §6.1).
pub fn authenticator_data(rp_id: &str, flags: u8, count: u32, rest: &[u8]) -> Vec<u8> {
    [&sha256(rp_id.as_bytes())[..], &[flags], &count.to_be_bytes(), rest].concat()
}

/// An attestation object without attestation.
pub fn attestation_object(data: &[u8]) -> Vec<u8> {
    attestation_of("none", Cbor::Map(Vec::new()), data)
}

/// An attestation object of any format.
pub fn attestation_of(format: &str, statement: Cbor, data: &[u8]) -> Vec<u8> {
    let text = |text: &str| Cbor::Text(text.to_owned());
    cbor(&Cbor::Map(vec![
        (text("fmt"), text(format)),
        (text("attStmt"), statement),
        (text("authData"), Cbor::Bytes(data.to_vec())),
    ]))
}

fn client_data(kind: &str, options: &Value, origin: &str, lies: &Lies) -> String {
    let challenge = options["challenge"].as_str().expect("a challenge").to_owned();
    let mut client = json!({
        "type": lies.kind.unwrap_or(kind),
        "challenge": lies.challenge.clone().unwrap_or(challenge),
        "origin": lies.origin.clone().unwrap_or_else(|| origin.to_owned()),
        "crossOrigin": false,
        "other_keys_can_be_added_here": "do not compare clientDataJSON against a template",
    });
    for (name, value) in &lies.client_data {
        client[*name] = value.clone();
    }
    client.to_string()
}

/// CBOR.
pub fn cbor(value: &Cbor) -> Vec<u8> {
    let mut bytes = Vec::new();
    ciborium::into_writer(value, &mut bytes).expect("memory can be written");
    bytes
}

/// Base64url.
pub fn base(bytes: &[u8]) -> String {
    URL_SAFE_NO_PAD.encode(bytes)
}

/// From base64url.
pub fn unbase(text: &str) -> Vec<u8> {
    URL_SAFE_NO_PAD.decode(text).expect("base64url")
}

pub fn sha256(bytes: &[u8]) -> [u8; 32] {
    let digest = aws_lc_rs::digest::digest(&aws_lc_rs::digest::SHA256, bytes);
    digest.as_ref().try_into().expect("32 bytes")
}

fn random(length: usize) -> Vec<u8> {
    let mut bytes = vec![0; length];
    SystemRandom::new().fill(&mut bytes).expect("randomness");
    bytes
}

/// The record of a passkey that was added at this moment (Unix milliseconds), without its authenticator.
pub fn planted_passkey(pool: &PoolId, owner: &UserId, created_at: i64) -> Passkey {
    Passkey {
        pool_id: pool.clone(),
        credential_id: "cGxhbnRlZA".to_owned(),
        user_id: owner.clone(),
        user_handle: "aGFuZGxl".to_owned(),
        rp_id: "localhost".to_owned(),
        public_key: vec![1],
        sign_count: 0,
        transports: Vec::new(),
        aaguid: "00000000-0000-0000-0000-000000000000".to_owned(),
        backup_eligible: false,
        backed_up: false,
        user_verified: true,
        name: None,
        created_at,
        last_used_at: None,
    }
}
