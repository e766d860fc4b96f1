//! Codes of authenticator apps: TOTP (RFC 6238) over HOTP (RFC 4226) with SHA-1, 30 seconds and six digits, the
//! only combination every app understands. Owns codes, the text form of a secret and the enrolment URI; counting
//! wrong tries and remembering the used step is left to the caller.

use aws_lc_rs::hmac;
use percent_encoding::{AsciiSet, NON_ALPHANUMERIC, utf8_percent_encode};

use super::digest::constant_time_eq;

/// Milliseconds in a step.
pub const STEP_MS: i64 = 30_000;

/// Bytes in a new secret: 160 bits, the length of the hash (RFC 4226 §4 R6), 32 characters to type.
pub const SECRET_LENGTH: usize = 20;

const DIGITS: usize = 6;
const ALPHABET: &[u8; 32] = b"ABCDEFGHIJKLMNOPQRSTUVWXYZ234567";
const NOT_UNRESERVED: &AsciiSet = &NON_ALPHANUMERIC.remove(b'-').remove(b'.').remove(b'_').remove(b'~');

/// The step whose code `code` is, among the present one and its two neighbours (RFC 6238 §5.2), if it lies after
/// `last_used_step`. Store the returned step as the last used one, and a code works once.
#[must_use]
pub fn match_step(secret: &[u8], code: &str, now_ms: i64, last_used_step: Option<i64>) -> Option<i64> {
    let present = now_ms.div_euclid(STEP_MS);
    let mut matched = None;
    // All three are computed, and the latest match wins: should two steps share a code, storing the earlier
    // would leave the code usable again.
    for step in present - 1..=present + 1 {
        let unused = last_used_step.is_none_or(|last| step > last);
        if constant_time_eq(code_at(secret, step).as_bytes(), code.as_bytes()) && unused {
            matched = Some(step);
        }
    }
    matched
}

/// The code of a step (RFC 4226 §5.3).
#[must_use]
pub fn code_at(secret: &[u8], step: i64) -> String {
    let key = hmac::Key::new(hmac::HMAC_SHA1_FOR_LEGACY_USE_ONLY, secret);
    let tag = hmac::sign(&key, &step.to_be_bytes());
    let tag = tag.as_ref();
    let offset = usize::from(tag[tag.len() - 1] & 0x0f);
    let word = u32::from_be_bytes([tag[offset], tag[offset + 1], tag[offset + 2], tag[offset + 3]]);
    format!("{:0DIGITS$}", (word & 0x7fff_ffff) % 1_000_000)
}

/// A secret as base32 (RFC 4648 §6) without padding, to be typed into an app.
#[must_use]
pub fn secret_to_base32(secret: &[u8]) -> String {
    let mut text = String::with_capacity((secret.len() * 8).div_ceil(5));
    let (mut bits, mut count) = (0_u32, 0_u32);
    for &byte in secret {
        bits = bits << 8 | u32::from(byte);
        count += 8;
        while count >= 5 {
            count -= 5;
            text.push(character(bits >> count));
        }
    }
    if count > 0 {
        text.push(character(bits << (5 - count)));
    }
    text
}

/// Reads base32 as people type it: either case, spaces, hyphens and padding ignored. `None` for any other
/// character or for a length that base32 does not have.
#[must_use]
pub fn secret_from_base32(text: &str) -> Option<Vec<u8>> {
    let mut secret = Vec::with_capacity(text.len() * 5 / 8);
    let (mut bits, mut count) = (0_u32, 0_u32);
    for typed in text.trim_end_matches('=').bytes().filter(|c| !matches!(c, b' ' | b'-')) {
        let value = ALPHABET.iter().position(|c| *c == typed.to_ascii_uppercase())?;
        bits = bits << 5 | u32::try_from(value).ok()?;
        count += 5;
        if count >= 8 {
            count -= 8;
            secret.push(u8::try_from(bits >> count & 0xff).ok()?);
        }
    }
    // Five or more bits left over: a character too many for the bytes it should carry.
    (count < 5).then_some(secret)
}

/// The `otpauth:` URI that an app reads from a QR code.
#[must_use]
pub fn otpauth_uri(issuer: &str, account: &str, secret: &[u8]) -> String {
    let issuer = utf8_percent_encode(issuer, NOT_UNRESERVED).to_string();
    let account = utf8_percent_encode(account, NOT_UNRESERVED);
    let secret = secret_to_base32(secret);
    format!(
        "otpauth://totp/{issuer}:{account}?secret={secret}&issuer={issuer}&algorithm=SHA1&digits=6&period=30"
    )
}

fn character(bits: u32) -> char {
    char::from(ALPHABET[(bits & 31) as usize])
}

#[cfg(test)]
mod tests {
    use super::*;

    const SECRET: &[u8] = b"12345678901234567890";

    #[test]
    fn matches_rfc_4226() {
        let codes = [
            "755224", "287082", "359152", "969429", "338314", "254676", "287922", "162583", "399871",
            "520489",
        ];
        for (step, code) in (0..).zip(codes) {
            assert_eq!(code_at(SECRET, step), code);
        }
    }

    #[test]
    fn matches_rfc_6238() {
        // The last six of the appendix's eight digits.
        for (seconds, code) in [
            (59, "287082"),
            (1_111_111_109, "081804"),
            (1_111_111_111, "050471"),
            (1_234_567_890, "005924"),
            (2_000_000_000, "279037"),
            (20_000_000_000_i64, "353130"),
        ] {
            assert_eq!(match_step(SECRET, code, seconds * 1_000, None), Some(seconds / 30), "{seconds}");
        }
    }

    #[test]
    fn one_step_of_drift_is_accepted_and_no_more() {
        let now = 100 * STEP_MS + 17;
        for step in 98..=102 {
            let expected = (99..=101).contains(&step).then_some(step);
            assert_eq!(match_step(SECRET, &code_at(SECRET, step), now, None), expected, "{step}");
        }
    }

    #[test]
    fn a_code_works_once() {
        let now = 100 * STEP_MS;
        let code = code_at(SECRET, 100);
        assert_eq!(match_step(SECRET, &code, now, Some(99)), Some(100));
        assert_eq!(match_step(SECRET, &code, now, Some(100)), None);
        assert_eq!(match_step(SECRET, &code, now, Some(101)), None);
        assert_eq!(match_step(SECRET, &code_at(SECRET, 101), now, Some(100)), Some(101));
    }

    #[test]
    fn other_texts_are_refused() {
        let now = 100 * STEP_MS;
        let code = code_at(SECRET, 100);
        for wrong in ["", &code[1..], &format!("{code}0"), &format!(" {code}"), "abcdef"] {
            assert_eq!(match_step(SECRET, wrong, now, None), None, "{wrong}");
        }
        assert_eq!(match_step(b"another secret", &code, now, None), None);
    }

    #[test]
    fn base32_matches_rfc_4648() {
        for (bytes, text) in [
            ("", ""),
            ("f", "MY"),
            ("fo", "MZXQ"),
            ("foo", "MZXW6"),
            ("foob", "MZXW6YQ"),
            ("foobar", "MZXW6YTBOI"),
        ] {
            assert_eq!(secret_to_base32(bytes.as_bytes()), text);
            assert_eq!(secret_from_base32(text).as_deref(), Some(bytes.as_bytes()));
        }
        assert_eq!(secret_from_base32("mzxw 6ytb-oi======").as_deref(), Some(&b"foobar"[..]));
        for wrong in ["M", "MZX", "MZXW60", "M=Y", "MÄ"] {
            assert_eq!(secret_from_base32(wrong), None, "{wrong}");
        }
    }

    #[test]
    fn the_uri_escapes_issuer_and_account() {
        assert_eq!(
            otpauth_uri("Blue & Co: Shop", "ada+1@example.com", b"foobar"),
            "otpauth://totp/Blue%20%26%20Co%3A%20Shop:ada%2B1%40example.com?secret=MZXW6YTBOI\
             &issuer=Blue%20%26%20Co%3A%20Shop&algorithm=SHA1&digits=6&period=30"
        );
    }
}
