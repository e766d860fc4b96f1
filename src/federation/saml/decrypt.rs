//! Encrypted assertions (XML Encryption in the profile of SAML core §6). The plaintext takes the place of the
//! `EncryptedData` in the text, so that it is read in the scope it was encrypted in. Owns the lists of algorithms and that
//! nothing tells why a decryption failed: with CBC the difference between two failures gives the plaintext away.

use aes::cipher::block_padding::NoPadding;
use aes::cipher::{BlockDecryptMut, KeyIvInit};
use aws_lc_rs::aead::{AES_128_GCM, AES_256_GCM, Aad, LessSafeKey, NONCE_LEN, Nonce, UnboundKey};
use aws_lc_rs::rsa::{OAEP_SHA1_MGF1SHA1, OAEP_SHA256_MGF1SHA256, OaepAlgorithm, OaepPrivateDecryptingKey};
use zeroize::Zeroizing;

use super::service_provider::Credential;
use super::xml::{self, Node};
use super::{DSIG, XENC, misconfigured, untrusted};
use crate::federation::FederationError;

const CBC_BLOCK: usize = 16;
/// A message that names more is not tried with all of them.
const ENCRYPTED_KEYS: usize = 4;

#[derive(Clone, Copy)]
enum ContentCipher {
    Gcm128,
    Gcm256,
    Cbc128,
    Cbc256,
}

impl ContentCipher {
    fn read(data: Node<'_>) -> Result<Self, FederationError> {
        match data.one(XENC, "EncryptionMethod")?.attribute("Algorithm") {
            Some("http://www.w3.org/2009/xmlenc11#aes128-gcm") => Ok(Self::Gcm128),
            Some("http://www.w3.org/2009/xmlenc11#aes256-gcm") => Ok(Self::Gcm256),
            Some("http://www.w3.org/2001/04/xmlenc#aes128-cbc") => Ok(Self::Cbc128),
            Some("http://www.w3.org/2001/04/xmlenc#aes256-cbc") => Ok(Self::Cbc256),
            Some("http://www.w3.org/2001/04/xmlenc#tripledes-cbc") => {
                Err(misconfigured("the provider encrypts with 3DES; let it use AES"))
            }
            _ => Err(misconfigured("the provider encrypts with an algorithm that is not accepted")),
        }
    }

    const fn key_length(self) -> usize {
        match self {
            Self::Gcm128 | Self::Cbc128 => 16,
            Self::Gcm256 | Self::Cbc256 => 32,
        }
    }

    fn open(self, key: &[u8], ciphertext: &[u8]) -> Option<Vec<u8>> {
        match self {
            Self::Gcm128 | Self::Gcm256 => {
                let algorithm = if matches!(self, Self::Gcm128) { &AES_128_GCM } else { &AES_256_GCM };
                let (nonce, sealed) = ciphertext.split_at_checked(NONCE_LEN)?;
                let nonce = Nonce::try_assume_unique_for_key(nonce).ok()?;
                let key = LessSafeKey::new(UnboundKey::new(algorithm, key).ok()?);
                let mut content = sealed.to_vec();
                let length = key.open_in_place(nonce, Aad::empty(), &mut content).ok()?.len();
                content.truncate(length);
                Some(content)
            }
            Self::Cbc128 => open_cbc::<cbc::Decryptor<aes::Aes128>>(key, ciphertext),
            Self::Cbc256 => open_cbc::<cbc::Decryptor<aes::Aes256>>(key, ciphertext),
        }
    }
}

/// The last byte says how many bytes to take off; the others of the padding may be anything (XML Encryption §5.2).
fn open_cbc<D: KeyIvInit + BlockDecryptMut>(key: &[u8], ciphertext: &[u8]) -> Option<Vec<u8>> {
    let (vector, blocks) = ciphertext.split_at_checked(CBC_BLOCK)?;
    let mut content =
        D::new_from_slices(key, vector).ok()?.decrypt_padded_vec_mut::<NoPadding>(blocks).ok()?;
    let padding = usize::from(*content.last()?);
    if !(1..=CBC_BLOCK).contains(&padding) {
        return None;
    }
    content.truncate(content.len().checked_sub(padding)?);
    Some(content)
}

/// The message with the assertion in the clear, and where in it the assertion must now stand.
#[derive(Debug)]
pub struct Opened {
    /// The whole message as text, to be guarded and parsed again.
    pub message: Zeroizing<String>,
    /// What was decrypted, in bytes of the message, without white space around it.
    pub plaintext: std::ops::Range<usize>,
}

/// The one reason that is given for everything that may depend on a plaintext.
#[must_use]
pub fn not_opened() -> FederationError {
    untrusted("the encrypted assertion cannot be opened, or is not signed by the provider")
}

/// Decrypts the `EncryptedAssertion` of the message `text` with any of our keys.
///
/// # Errors
/// [`FederationError::Misconfigured`] for an algorithm that is not accepted, [`FederationError::Untrusted`] for all else.
pub fn open(text: &str, encrypted: Node<'_>, credentials: &[Credential]) -> Result<Opened, FederationError> {
    let data = encrypted.one(XENC, "EncryptedData")?;
    if encrypted.children().any(|child| child.id() != data.id() && !child.is(XENC, "EncryptedKey")) {
        return Err(untrusted("the encrypted assertion holds something else beside it"));
    }
    let cipher = ContentCipher::read(data)?;
    let key_info = data.at_most_one(DSIG, "KeyInfo")?;
    let inside = key_info.into_iter().flat_map(|info| info.named(XENC, "EncryptedKey"));
    let keys: Vec<Node<'_>> = inside.chain(encrypted.named(XENC, "EncryptedKey")).collect();
    if keys.is_empty() || keys.len() > ENCRYPTED_KEYS {
        return Err(untrusted("the encrypted assertion has no key, or too many"));
    }
    let mut transported = Vec::new();
    for key in keys {
        transported.push((transport(key)?, cipher_value(key)?));
    }
    let ciphertext = cipher_value(data)?;
    let range = data.range().ok_or_else(not_opened)?;

    let attempts = transported.iter().flat_map(|(algorithm, wrapped)| {
        credentials.iter().filter_map(|credential| unwrap(credential.decryption_key(), algorithm, wrapped))
    });
    let content = attempts
        .filter(|key| key.len() == cipher.key_length())
        .find_map(|key| cipher.open(&key, &ciphertext))
        .map(Zeroizing::new)
        .ok_or_else(not_opened)?;
    let content = std::str::from_utf8(&content).map_err(|_| not_opened())?.trim();
    let before = text.get(..range.start).ok_or_else(not_opened)?;
    let after = text.get(range.end..).ok_or_else(not_opened)?;
    Ok(Opened {
        message: Zeroizing::new([before, content, after].concat()),
        plaintext: range.start..range.start + content.len(),
    })
}

/// RSA-OAEP in the two pairs of digests that exist in practice; PKCS#1 v1.5 never (Bleichenbacher).
fn transport(key: Node<'_>) -> Result<&'static OaepAlgorithm, FederationError> {
    const SHA1: Option<&str> = Some("http://www.w3.org/2000/09/xmldsig#sha1");
    const SHA256: Option<&str> = Some("http://www.w3.org/2001/04/xmlenc#sha256");
    const XENC11: &str = "http://www.w3.org/2009/xmlenc11#";
    let method = key.one(XENC, "EncryptionMethod")?;
    let digest = method.at_most_one(DSIG, "DigestMethod")?.map(|digest| digest.attribute("Algorithm"));
    let mask = method.at_most_one(XENC11, "MGF")?.map(|mask| mask.attribute("Algorithm"));
    let label = method.at_most_one(XENC, "OAEPparams")?.map(|label| label.text()).transpose()?;
    if label.is_some_and(|label| !label.trim().is_empty()) {
        return Err(misconfigured("the provider encrypts keys with OAEP parameters"));
    }
    match (method.attribute("Algorithm"), digest.unwrap_or(SHA1), mask) {
        (Some("http://www.w3.org/2001/04/xmlenc#rsa-oaep-mgf1p"), SHA1, None)
        | (
            Some("http://www.w3.org/2009/xmlenc11#rsa-oaep"),
            SHA1,
            None | Some(Some("http://www.w3.org/2009/xmlenc11#mgf1sha1")),
        ) => Ok(&OAEP_SHA1_MGF1SHA1),
        (
            Some("http://www.w3.org/2009/xmlenc11#rsa-oaep"),
            SHA256,
            Some(Some("http://www.w3.org/2009/xmlenc11#mgf1sha256")),
        ) => Ok(&OAEP_SHA256_MGF1SHA256),
        (Some("http://www.w3.org/2001/04/xmlenc#rsa-1_5"), ..) => {
            Err(misconfigured("the provider encrypts keys with RSA PKCS#1 v1.5; let it use RSA-OAEP"))
        }
        _ => Err(misconfigured("the provider encrypts keys with an algorithm that is not accepted")),
    }
}

fn unwrap(
    key: &OaepPrivateDecryptingKey,
    algorithm: &'static OaepAlgorithm,
    wrapped: &[u8],
) -> Option<Zeroizing<Vec<u8>>> {
    let mut space = Zeroizing::new(vec![0; key.min_output_size()]);
    let length = key.decrypt(algorithm, wrapped, &mut space, None).ok()?.len();
    space.truncate(length);
    Some(space)
}

fn cipher_value(element: Node<'_>) -> Result<Vec<u8>, FederationError> {
    xml::base64(&element.one(XENC, "CipherData")?.one(XENC, "CipherValue")?.text()?)
}
