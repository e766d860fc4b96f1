//! The pieces that encoded hashes are made of: numbers, base64 in its dialects, and the limits.

use base64::Engine;
use base64::alphabet::Alphabet;
use base64::engine::general_purpose::{GeneralPurpose, GeneralPurposeConfig};
use base64::engine::{DecodePaddingMode, general_purpose::STANDARD_NO_PAD};

use super::HashRefusal;
use crate::crypto::digest;

/// The shortest output that is compared: a shorter one is guessed without the password.
const SHORTEST_OUTPUT: usize = 16;
const LONGEST_OUTPUT: usize = 128;
const SHORTEST_SALT: usize = 4;
const LONGEST_SALT: usize = 256;

/// Base64 as hashes write it: with or without padding, whatever the last bits.
pub(super) const LENIENT: GeneralPurpose = GeneralPurpose::new(
    &base64::alphabet::STANDARD,
    GeneralPurposeConfig::new()
        .with_decode_allow_trailing_bits(true)
        .with_decode_padding_mode(DecodePaddingMode::Indifferent),
);

/// The alphabet of bcrypt, which orders the letters otherwise.
pub(super) fn bcrypt_base64() -> GeneralPurpose {
    let config = GeneralPurposeConfig::new()
        .with_encode_padding(false)
        .with_decode_allow_trailing_bits(true)
        .with_decode_padding_mode(DecodePaddingMode::RequireNone);
    let alphabet = Alphabet::new("./ABCDEFGHIJKLMNOPQRSTUVWXYZabcdefghijklmnopqrstuvwxyz0123456789");
    GeneralPurpose::new(&alphabet.expect("64 different characters"), config)
}

/// Bytes in base64 as PHC strings have it; a `.` stands for `+` in passlib's.
pub(super) fn from_base64(text: &str) -> Option<Vec<u8>> {
    LENIENT.decode(text.replace('.', "+")).ok()
}

/// Base64 as PHC strings have it.
pub(super) fn to_base64(bytes: &[u8]) -> String {
    STANDARD_NO_PAD.encode(bytes)
}

/// A decimal number without sign and leading zeros.
pub(super) fn number(text: &str) -> Option<u32> {
    let plain = !text.is_empty() && text.bytes().all(|b| b.is_ascii_digit());
    text.parse().ok().filter(|_| plain && (text == "0" || !text.starts_with('0')))
}

/// The values of `a=1,b=2` under these names, in this order and with nothing else.
pub(super) fn named_numbers<const N: usize>(text: &str, names: [&str; N]) -> Option<[u32; N]> {
    let mut parts = text.split(',');
    let mut numbers = [0; N];
    for (slot, name) in numbers.iter_mut().zip(names) {
        *slot = number(parts.next()?.strip_prefix(name)?.strip_prefix('=')?)?;
    }
    parts.next().is_none().then_some(numbers)
}

/// Refuses salts and outputs that cannot be meant.
pub(super) fn check_lengths(family: &'static str, salt: &[u8], output: &[u8]) -> Result<(), HashRefusal> {
    let good = (SHORTEST_SALT..=LONGEST_SALT).contains(&salt.len())
        && (SHORTEST_OUTPUT..=LONGEST_OUTPUT).contains(&output.len());
    if good { Ok(()) } else { Err(HashRefusal::Malformed(family)) }
}

/// An output of this length that no password is known to lead to.
pub(super) fn phantom_output(length: usize) -> Vec<u8> {
    digest::sha256(b"vestibule phantom password").into_iter().cycle().take(length).collect()
}
