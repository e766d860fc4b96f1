//! Signing in with a credential (Web Authentication §7.2).

use super::authenticator_data::AuthenticatorData;
use super::client_data::{self, Ceremony};
use super::cose::PublicKey;
use super::{Expected, WebauthnError};

/// The longest signature, in bytes: RSA with 8192 bits.
const LONGEST_SIGNATURE: usize = 1024;

/// What the browser sends of a sign-in.
#[derive(Debug, Clone, Copy)]
pub struct Assertion<'a> {
    /// `response.clientDataJSON`.
    pub client_data: &'a [u8],
    /// `response.authenticatorData`.
    pub authenticator_data: &'a [u8],
    /// `response.signature`.
    pub signature: &'a [u8],
}

/// What is stored of the credential.
#[derive(Debug, Clone, Copy)]
pub struct Stored<'a> {
    /// The public key as a `COSE_Key`.
    pub public_key: &'a [u8],
    /// Whether it could be backed up when it was registered.
    pub backup_eligible: bool,
}

/// What a good assertion says.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
pub struct Asserted {
    /// How often the credential has signed; 0 where the authenticator does not count. Step 22, the comparison with what is
    /// stored, is the directory's, in the statement that stores it.
    pub sign_count: u32,
    /// Whether it is backed up.
    pub backed_up: bool,
    /// Whether the authenticator made sure who holds it.
    pub user_verified: bool,
}

/// Judges an assertion. Steps 1 to 4 are the page's and its script's; 5, 6, 22 and 24 are the directory's.
///
/// # Errors
/// See [`WebauthnError`].
pub fn verify(
    expected: &Expected<'_>,
    stored: Stored<'_>,
    given: Assertion<'_>,
) -> Result<Asserted, WebauthnError> {
    // Steps 7 to 14 and 20.
    let digest = client_data::verify(Ceremony::Get, expected, given.client_data)?;
    let data = AuthenticatorData::read(given.authenticator_data)?;
    // Steps 15 to 18.
    data.verify(expected)?;
    // Step 19: whether a credential can be backed up is settled when it is made.
    if data.flags.backup_eligible() != stored.backup_eligible {
        return Err(WebauthnError::BackupFlags);
    }
    // Step 21: the signature, over the data as they came.
    let key = PublicKey::read(stored.public_key)?;
    let signed = [given.authenticator_data, &digest].concat();
    if given.signature.len() > LONGEST_SIGNATURE || !key.verifies(&signed, given.signature) {
        return Err(WebauthnError::WrongSignature);
    }
    // Step 23: no extension is asked for.
    Ok(Asserted {
        sign_count: data.sign_count,
        backed_up: data.flags.backed_up(),
        user_verified: data.flags.user_verified(),
    })
}
