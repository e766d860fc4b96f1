//! What the authenticator says (Web Authentication §6.1): for whom, how it knows, and in a registration the new credential.

use super::cbor;
use super::cose::PublicKey;
use super::{Expected, LONGEST_CREDENTIAL_ID, WebauthnError};
use crate::crypto::digest::{constant_time_eq, sha256};

/// The most that is read, in bytes.
const LONGEST: usize = 8 * 1024;

const MALFORMED: WebauthnError = WebauthnError::Malformed("the authenticator data");

/// The flags of §6.1.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
pub(super) struct Flags(u8);

impl Flags {
    /// Somebody was present (UP).
    pub(super) fn user_present(self) -> bool {
        self.0 & 0x01 != 0
    }
    /// The authenticator made sure who (UV).
    pub(super) fn user_verified(self) -> bool {
        self.0 & 0x04 != 0
    }
    /// The credential can be backed up (BE).
    pub(super) fn backup_eligible(self) -> bool {
        self.0 & 0x08 != 0
    }
    /// The credential is backed up (BS).
    pub(super) fn backed_up(self) -> bool {
        self.0 & 0x10 != 0
    }
    fn has_credential(self) -> bool {
        self.0 & 0x40 != 0
    }
    fn has_extensions(self) -> bool {
        self.0 & 0x80 != 0
    }
}

/// Authenticator data, taken apart.
#[derive(Debug)]
pub(super) struct AuthenticatorData<'a> {
    rp_id_hash: &'a [u8; 32],
    pub(super) flags: Flags,
    pub(super) sign_count: u32,
    pub(super) credential: Option<Credential<'a>>,
}

/// The new credential of a registration (§6.5.1).
#[derive(Debug)]
pub(super) struct Credential<'a> {
    pub(super) aaguid: [u8; 16],
    pub(super) id: &'a [u8],
    /// The key as it was written.
    pub(super) cose: &'a [u8],
}

impl<'a> AuthenticatorData<'a> {
    /// Takes the bytes apart.
    ///
    /// # Errors
    /// [`WebauthnError::Malformed`] when something is missing or left over; what [`PublicKey::read`] refuses with.
    pub(super) fn read(bytes: &'a [u8]) -> Result<Self, WebauthnError> {
        if bytes.len() > LONGEST {
            return Err(MALFORMED);
        }
        let (rp_id_hash, rest) = bytes.split_first_chunk::<32>().ok_or(MALFORMED)?;
        let (flags, rest) = rest.split_first().ok_or(MALFORMED)?;
        let (sign_count, mut rest) = rest.split_first_chunk::<4>().ok_or(MALFORMED)?;
        let flags = Flags(*flags);
        let credential = flags.has_credential().then(|| Credential::take(&mut rest)).transpose()?;
        if flags.has_extensions() {
            // We ask for none, so none of them means anything.
            cbor::take_map(&mut rest, "the authenticator data")?;
        }
        if !rest.is_empty() {
            return Err(MALFORMED);
        }
        Ok(Self { rp_id_hash, flags, sign_count: u32::from_be_bytes(*sign_count), credential })
    }

    /// Judges what both ceremonies ask for (§7.1 steps 14 to 17, §7.2 steps 15 to 18).
    ///
    /// # Errors
    /// See [`WebauthnError`].
    pub(super) fn verify(&self, expected: &Expected<'_>) -> Result<(), WebauthnError> {
        // §7.1 step 14, §7.2 step 15: the relying party.
        if !constant_time_eq(self.rp_id_hash, &sha256(expected.rp_id.as_bytes())) {
            return Err(WebauthnError::WrongRelyingParty);
        }
        // §7.1 step 15, §7.2 step 16: somebody was there. Nothing is registered here behind somebody's back.
        if !self.flags.user_present() {
            return Err(WebauthnError::NotPresent);
        }
        // §7.1 step 16, §7.2 step 17: and the authenticator knows who, where that is asked for.
        if expected.user_verification && !self.flags.user_verified() {
            return Err(WebauthnError::NotVerified);
        }
        // §7.1 step 17, §7.2 step 18: what cannot be backed up is not.
        if self.flags.backed_up() && !self.flags.backup_eligible() {
            return Err(WebauthnError::BackupFlags);
        }
        Ok(())
    }
}

impl<'a> Credential<'a> {
    fn take(rest: &mut &'a [u8]) -> Result<Self, WebauthnError> {
        let (aaguid, after) = rest.split_first_chunk::<16>().ok_or(MALFORMED)?;
        let (length, after) = after.split_first_chunk::<2>().ok_or(MALFORMED)?;
        let length = usize::from(u16::from_be_bytes(*length));
        // §7.1 step 25: the longest id there is.
        if length == 0 || length > LONGEST_CREDENTIAL_ID || length > after.len() {
            return Err(MALFORMED);
        }
        let (id, after) = after.split_at(length);
        let mut remaining = after;
        PublicKey::take(&mut remaining)?;
        let cose = &after[..after.len() - remaining.len()];
        *rest = remaining;
        Ok(Self { aaguid: *aaguid, id, cose })
    }
}
