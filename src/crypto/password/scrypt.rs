//! scrypt (RFC 7914) in PHC strings, and Firebase's construction over it.

use std::fmt;

use ::scrypt::Params;
use aws_lc_rs::cipher::{AES_256, EncryptingKey, EncryptionContext, UnboundCipherKey};
use aws_lc_rs::iv::FixedLength;
use zeroize::Zeroizing;

use super::HashRefusal;
use super::parts::{check_lengths, from_base64, named_numbers, phantom_output, to_base64};
use crate::crypto::digest;

const FAMILY: &str = "scrypt";
const FIREBASE: &str = "firebase-scrypt";
/// Bytes that one hash may fill.
const MOST_MEMORY: u64 = 256 << 20;
/// Bytes over all lanes: about three seconds of a core.
const MOST_WORK: u64 = 1 << 30;
/// Below it a hash is no dearer to guess than a salted digest.
const LEAST_MEMORY: u64 = 1 << 20;

/// N as a power of two, r and p.
#[derive(Clone, Copy, PartialEq, Eq)]
pub(super) struct Cost {
    pub(super) log_n: u8,
    pub(super) r: u32,
    pub(super) p: u32,
}

impl Cost {
    pub(super) fn new(log_n: u32, r: u32, p: u32) -> Result<Self, HashRefusal> {
        let malformed = HashRefusal::Malformed(FAMILY);
        let log_n = u8::try_from(log_n).ok().filter(|log_n| (1..64).contains(log_n)).ok_or(malformed)?;
        if r == 0 || p == 0 {
            return Err(malformed);
        }
        let memory = (1_u64 << log_n).checked_mul(128).and_then(|bytes| bytes.checked_mul(u64::from(r)));
        let work = memory.and_then(|memory| memory.checked_mul(u64::from(p)));
        let too_expensive =
            HashRefusal::TooExpensive { family: FAMILY, limit: "256 MiB of memory and 1 GiB over all lanes" };
        match memory.zip(work) {
            Some((memory, work)) if memory <= MOST_MEMORY && work <= MOST_WORK => {
                if memory < LEAST_MEMORY {
                    return Err(HashRefusal::TooCheap { family: FAMILY, limit: "1 MiB of memory" });
                }
            }
            _ => return Err(too_expensive),
        }
        Params::new(log_n, r, p).map_err(|_| malformed)?;
        Ok(Self { log_n, r, p })
    }

    fn derive(self, password: &[u8], salt: &[u8], output: &mut [u8]) -> bool {
        Params::new(self.log_n, self.r, self.p)
            .is_ok_and(|params| ::scrypt::scrypt(password, salt, &params, output).is_ok())
    }
}

impl fmt::Display for Cost {
    fn fmt(&self, f: &mut fmt::Formatter<'_>) -> fmt::Result {
        write!(f, "ln={},r={},p={}", self.log_n, self.r, self.p)
    }
}

fn read_cost(text: &str) -> Result<Cost, HashRefusal> {
    let [log_n, r, p] = named_numbers(text, ["ln", "r", "p"]).ok_or(HashRefusal::Malformed(FAMILY))?;
    Cost::new(log_n, r, p)
}

/// `$scrypt$ln=…,r=…,p=…$salt$output`.
pub(super) struct ScryptHash {
    cost: Cost,
    salt: Vec<u8>,
    output: Vec<u8>,
}

impl ScryptHash {
    pub(super) fn new(cost: Cost, salt: Vec<u8>, output: Vec<u8>) -> Result<Self, HashRefusal> {
        check_lengths(FAMILY, &salt, &output)?;
        Ok(Self { cost, salt, output })
    }

    pub(super) fn read(text: &str) -> Result<Self, HashRefusal> {
        let malformed = HashRefusal::Malformed(FAMILY);
        let parts: Vec<&str> = text.split('$').collect();
        let ["", "scrypt", cost, salt, output] = parts.as_slice() else { return Err(malformed) };
        let cost = read_cost(cost)?;
        let (salt, output) = from_base64(salt).zip(from_base64(output)).ok_or(malformed)?;
        Self::new(cost, salt, output)
    }

    pub(super) fn verify(&self, password: &[u8]) -> bool {
        let mut computed = Zeroizing::new(vec![0; self.output.len()]);
        self.cost.derive(password, &self.salt, &mut computed)
            && digest::constant_time_eq(&computed, &self.output)
    }

    pub(super) fn phantom(&self) -> Self {
        let output = phantom_output(self.output.len());
        Self { cost: self.cost, salt: vec![0; self.salt.len()], output }
    }
}

impl fmt::Display for ScryptHash {
    fn fmt(&self, f: &mut fmt::Formatter<'_>) -> fmt::Result {
        write!(f, "$scrypt${}${}${}", self.cost, to_base64(&self.salt), to_base64(&self.output))
    }
}

/// `$firebase-scrypt$ln=…,r=…,p=1$salt$separator$signer$output`: the output is the project's signer key, encrypted
/// with AES-256-CTR under the first half of what scrypt yields for salt and separator.
pub(super) struct FirebaseHash {
    pub(super) cost: Cost,
    pub(super) salt: Vec<u8>,
    pub(super) separator: Vec<u8>,
    pub(super) signer: Vec<u8>,
    pub(super) output: Vec<u8>,
}

impl FirebaseHash {
    pub(super) fn read(text: &str) -> Result<Self, HashRefusal> {
        let malformed = HashRefusal::Malformed(FIREBASE);
        let parts: Vec<&str> = text.split('$').collect();
        let ["", FIREBASE, cost, rest @ ..] = parts.as_slice() else { return Err(malformed) };
        let cost = read_cost(cost)?;
        let bytes: Option<Vec<Vec<u8>>> = rest.iter().map(|part| from_base64(part)).collect();
        let [salt, separator, signer, output] = bytes.and_then(|b| b.try_into().ok()).ok_or(malformed)?;
        let hash = Self { cost, salt, separator, signer, output };
        hash.check().map(|()| hash)
    }

    pub(super) fn check(&self) -> Result<(), HashRefusal> {
        check_lengths(FIREBASE, &self.salt, &self.output)?;
        let good = self.signer.len() == self.output.len() && self.separator.len() <= 32;
        if good { Ok(()) } else { Err(HashRefusal::Malformed(FIREBASE)) }
    }

    pub(super) fn verify(&self, password: &[u8]) -> bool {
        let mut derived = Zeroizing::new([0_u8; 64]);
        let salt = [self.salt.as_slice(), &self.separator].concat();
        if !self.cost.derive(password, &salt, &mut *derived) {
            return false;
        }
        let mut computed = Zeroizing::new(self.signer.clone());
        // The counter begins at zero, since each key encrypts this one text.
        let encrypted =
            UnboundCipherKey::new(&AES_256, &derived[..32]).and_then(EncryptingKey::ctr).and_then(|key| {
                let counter = EncryptionContext::Iv128(FixedLength::from([0_u8; 16]));
                key.less_safe_encrypt(&mut computed, counter)
            });
        encrypted.is_ok() && digest::constant_time_eq(&computed, &self.output)
    }

    pub(super) fn phantom(&self) -> Self {
        Self {
            cost: self.cost,
            salt: vec![0; self.salt.len()],
            separator: self.separator.clone(),
            signer: vec![0; self.signer.len()],
            output: phantom_output(self.output.len()),
        }
    }
}

impl fmt::Display for FirebaseHash {
    fn fmt(&self, f: &mut fmt::Formatter<'_>) -> fmt::Result {
        write!(f, "${FIREBASE}${}", self.cost)?;
        [&self.salt, &self.separator, &self.signer, &self.output]
            .into_iter()
            .try_for_each(|part| write!(f, "${}", to_base64(part)))
    }
}

#[cfg(test)]
mod tests {
    use super::super::verify;
    use super::*;

    #[test]
    fn the_vector_of_the_rfc_verifies() {
        // RFC 7914 §12: N = 1024, r = 8, p = 16 and N = 16384, r = 8, p = 1.
        let nacl = "$scrypt$ln=10,r=8,p=16$TmFDbA$/bq+HJ00cgB4VucZDQHp/nxq18vII3gw53N2Y0s3MWIurzDZLiKjiG/xCSedmDDaxyevuUqD7m2DYMvfoswGQA";
        assert!(verify(nacl, b"password"));
        assert!(!verify(nacl, b"Password"));
        assert!(!verify(nacl, b""));
    }

    #[test]
    fn costs_outside_the_limits_are_refused() {
        for (log_n, r, p) in [(22, 8, 1), (17, 8, 9), (63, u32::MAX, u32::MAX), (20, 3, 1)] {
            assert!(
                matches!(Cost::new(log_n, r, p), Err(HashRefusal::TooExpensive { .. })),
                "{log_n} {r} {p}"
            );
        }
        for (log_n, r, p) in [(0, 8, 1), (64, 8, 1), (14, 0, 1), (14, 8, 0)] {
            assert!(matches!(Cost::new(log_n, r, p), Err(HashRefusal::Malformed(_))), "{log_n} {r} {p}");
        }
        assert!(matches!(Cost::new(4, 1, 1), Err(HashRefusal::TooCheap { .. })));
        assert!(Cost::new(17, 8, 1).is_ok() && Cost::new(14, 8, 5).is_ok());
    }
}
