//! Registering a credential (Web Authentication §7.1).

use super::authenticator_data::AuthenticatorData;
use super::cbor;
use super::client_data::{self, Ceremony};
use super::{Expected, WebauthnError};

/// The most that is read of an attestation object, in bytes. Some bring a chain of certificates.
const LONGEST: usize = 32 * 1024;

/// What the browser sends of a registration.
#[derive(Debug, Clone, Copy)]
pub struct Registration<'a> {
    /// `response.clientDataJSON`.
    pub client_data: &'a [u8],
    /// `response.attestationObject`.
    pub attestation_object: &'a [u8],
}

/// A credential that may be kept (§4, "credential record").
#[derive(Debug, Clone, PartialEq, Eq)]
pub struct Registered {
    /// The id that the authenticator chose, 1 to 1023 bytes.
    pub credential_id: Vec<u8>,
    /// The public key as a `COSE_Key`.
    pub public_key: Vec<u8>,
    /// How often it has signed; 0 also where an authenticator does not count.
    pub sign_count: u32,
    /// The make of the authenticator; zeros where it does not tell.
    pub aaguid: [u8; 16],
    /// Whether it can be backed up, which never changes.
    pub backup_eligible: bool,
    /// Whether it is.
    pub backed_up: bool,
    /// Whether the authenticator made sure who holds it.
    pub user_verified: bool,
}

/// Judges a registration. Steps 1 to 4 are the page's and its script's; 26 and 29 are the directory's.
///
/// # Errors
/// See [`WebauthnError`].
pub fn verify(expected: &Expected<'_>, given: Registration<'_>) -> Result<Registered, WebauthnError> {
    const MALFORMED: WebauthnError = WebauthnError::Malformed("the attestation object");
    // Steps 5 to 12.
    client_data::verify(Ceremony::Create, expected, given.client_data)?;
    // Step 13: the attestation object.
    if given.attestation_object.len() > LONGEST {
        return Err(MALFORMED);
    }
    let mut rest = given.attestation_object;
    let object = cbor::take_map(&mut rest, "the attestation object")?;
    if !rest.is_empty() {
        return Err(MALFORMED);
    }
    let bytes = object.named("authData").and_then(|value| value.as_bytes()).ok_or(MALFORMED)?;
    let format = object.named("fmt").and_then(|value| value.as_text()).ok_or(MALFORMED)?;
    let statement = object.named("attStmt").and_then(|value| value.as_map()).ok_or(MALFORMED)?;
    let data = AuthenticatorData::read(bytes)?;
    // Steps 14 to 17.
    data.verify(expected)?;
    let credential = data.credential.as_ref().ok_or(MALFORMED)?;
    // Steps 18 and 19: the backup flags are kept, and judged at sign-in.
    // Step 20: the algorithm is one that was asked for, or the key could not have been read.
    // Steps 21 to 24: no attestation is asked for, and none is trusted, so a statement of any format means nothing. Who says
    // that there is none must bring none (§8.7).
    if format == "none" && !statement.is_empty() {
        return Err(MALFORMED);
    }
    // Step 25 was seen to where the id was read. Step 27: the record. Step 28: no extension is asked for, and what comes
    // unasked is passed over.
    Ok(Registered {
        credential_id: credential.id.to_vec(),
        public_key: credential.cose.to_vec(),
        sign_count: data.sign_count,
        aaguid: credential.aaguid,
        backup_eligible: data.flags.backup_eligible(),
        backed_up: data.flags.backed_up(),
        user_verified: data.flags.user_verified(),
    })
}
