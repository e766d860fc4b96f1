//! What other systems write, read into the one form that is stored.
//!
//! Fast digests, salted or not, are refused by name: they are guessed at billions a second, and wrapping them in
//! argon2 would keep them in every backup of the old system as good as in clear. Their owners choose a new password by
//! a mailed code.

use super::Stored;
use super::parts::{LENIENT, from_base64, named_numbers, number};
use super::pbkdf2::{Pbkdf2Hash, Prf};
use super::scrypt::{Cost, FirebaseHash, ScryptHash};
use crate::crypto::encoding::from_hex;
use base64::Engine;

/// Longer texts are no hashes.
const LONGEST: usize = 1024;
/// The alphabet of crypt(3), in the order of its values.
const CRYPT_ALPHABET: &str = "./0123456789ABCDEFGHIJKLMNOPQRSTUVWXYZabcdefghijklmnopqrstuvwxyz";

/// Why a hash is not taken. Never repeats it.
#[derive(Debug, Clone, Copy, PartialEq, Eq, thiserror::Error)]
pub enum HashRefusal {
    /// A digest that is made to be fast, however salted.
    #[error(
        "{0} is guessed at billions a second and is not taken; leave the password out, and its owner sets a new one by a mailed code"
    )]
    Fast(&'static str),
    /// A cost that would keep the server from its other work.
    #[error("this {family} hash costs more than {limit}, which would starve the server")]
    TooExpensive {
        /// The algorithm.
        family: &'static str,
        /// The most that is allowed.
        limit: &'static str,
    },
    /// A cost that protects nothing.
    #[error("this {family} hash costs less than {limit}, and is guessed as easily as a plain digest")]
    TooCheap {
        /// The algorithm.
        family: &'static str,
        /// The least that is allowed.
        limit: &'static str,
    },
    /// It begins as a hash of this algorithm does and goes on otherwise.
    #[error("this is not a complete {0} hash")]
    Malformed(&'static str),
    /// No algorithm that is known here.
    #[error("this is no hash of argon2, bcrypt, scrypt or PBKDF2 in an encoding that is known here")]
    Unknown,
}

/// Reads a hash in any of the usual encodings and returns the form in which it is stored.
///
/// # Errors
/// See [`HashRefusal`].
pub fn import(text: &str) -> Result<String, HashRefusal> {
    let text = text.trim();
    if text.is_empty() || text.len() > LONGEST || !text.bytes().all(|b| b.is_ascii_graphic()) {
        return Err(HashRefusal::Unknown);
    }
    if let Some(name) = fast_digest(text) {
        return Err(HashRefusal::Fast(name));
    }
    let stored = rewritten(text)?.unwrap_or_else(|| text.to_owned());
    // What is stored can be read again, at the latest when somebody signs in.
    Stored::read(&stored).map(|read| read.to_text(&stored))
}

impl Stored {
    /// The one text of a hash: as it was given, where the encoding has but one.
    fn to_text(&self, given: &str) -> String {
        match self {
            Self::Argon2(_) => given.to_owned(),
            Self::Bcrypt(hash) => hash.to_string(),
            Self::Scrypt(hash) => hash.to_string(),
            Self::Firebase(hash) => hash.to_string(),
            Self::Pbkdf2(hash) => hash.to_string(),
        }
    }
}

/// Reads a hash of Firebase with the four parameters of its project, all base64 as Firebase shows them.
///
/// # Errors
/// See [`HashRefusal`].
pub fn firebase(
    (hash, salt): (&str, &str),
    (signer_key, salt_separator): (&str, &str),
    (rounds, memory_cost): (u32, u32),
) -> Result<String, HashRefusal> {
    // Firebase writes some of them for URLs.
    let bytes = |text: &str| from_base64(&text.replace('-', "+").replace('_', "/"));
    let all = bytes(hash).zip(bytes(salt)).zip(bytes(signer_key)).zip(bytes(salt_separator));
    let (((output, salt), signer), separator) = all.ok_or(HashRefusal::Malformed("firebase-scrypt"))?;
    let hash = FirebaseHash { cost: Cost::new(memory_cost, rounds, 1)?, salt, separator, signer, output };
    hash.check().map(|()| hash.to_string())
}

/// The form that is stored, of a hash that is written otherwise.
fn rewritten(text: &str) -> Result<Option<String>, HashRefusal> {
    if let Some(rest) = text.strip_prefix("argon2$argon2") {
        // Django.
        return Ok(Some(with_version(&format!("$argon2{rest}"))));
    }
    if text.starts_with("$argon2") {
        return Ok(Some(with_version(text)));
    }
    if let Some(rest) = text.strip_prefix("bcrypt$") {
        return Ok(Some(rest.to_owned()));
    }
    if text.starts_with("$7$") {
        return crypt_scrypt(text).map(|hash| Some(hash.to_string()));
    }
    if text.starts_with("scrypt$") || text.starts_with("scrypt:") {
        return text_scrypt(text).map(|hash| Some(hash.to_string()));
    }
    if ["$pbkdf2$", "$pbkdf2-", "pbkdf2_", "pbkdf2:"].iter().any(|prefix| text.starts_with(prefix)) {
        return text_pbkdf2(text).map(|hash| Some(hash.to_string()));
    }
    if !text.contains('$') && !text.contains(':') {
        return aspnet(text).map(|hash| hash.map(|hash| hash.to_string()));
    }
    Ok(None)
}

/// argon2 strings from before version 19 name none.
fn with_version(text: &str) -> String {
    match text.get(1..).and_then(|rest| rest.split_once('$')) {
        Some((family, rest)) if rest.starts_with("m=") => format!("${family}$v=16${rest}"),
        _ => text.to_owned(),
    }
}

/// `$7$` of crypt(3) and libsodium: one character of log2 N, five of r, five of p, the salt as it stands, 43
/// characters of output; the least significant digit comes first.
fn crypt_scrypt(text: &str) -> Result<ScryptHash, HashRefusal> {
    let malformed = HashRefusal::Malformed("scrypt");
    let (head, output) = text[3..].rsplit_once('$').ok_or(malformed)?;
    let (cost, salt) = head.split_at_checked(11).ok_or(malformed)?;
    let digits = |text: &str| -> Option<u32> {
        text.chars().rev().try_fold(0_u32, |value, c| {
            let digit = u32::try_from(CRYPT_ALPHABET.find(c)?).ok()?;
            value.checked_mul(64)?.checked_add(digit)
        })
    };
    let (log_n, r, p) = (digits(&cost[..1]), digits(&cost[1..6]), digits(&cost[6..11]));
    let ((log_n, r), p) = log_n.zip(r).zip(p).ok_or(malformed)?;
    let output = crypt_bytes(output).filter(|bytes| bytes.len() == 32).ok_or(malformed)?;
    ScryptHash::new(Cost::new(log_n, r, p)?, salt.as_bytes().to_vec(), output)
}

/// Three bytes in four digits, the least significant first.
fn crypt_bytes(text: &str) -> Option<Vec<u8>> {
    let mut bytes = Vec::with_capacity(text.len() * 3 / 4);
    let (mut bits, mut count) = (0_u32, 0);
    for c in text.chars() {
        bits |= u32::try_from(CRYPT_ALPHABET.find(c)?).ok()? << count;
        count += 6;
        if count >= 8 {
            bytes.push(u8::try_from(bits & 0xff).ok()?);
            bits >>= 8;
            count -= 8;
        }
    }
    (bits == 0).then_some(bytes)
}

/// Django's `scrypt$N$salt$r$p$base64` (the salt stands before r) and Werkzeug's `scrypt:N:r:p$salt$hex`.
fn text_scrypt(text: &str) -> Result<ScryptHash, HashRefusal> {
    let malformed = HashRefusal::Malformed("scrypt");
    let parts: Vec<&str> = text.split(['$', ':']).collect();
    let (n, r, p, salt, output) = match (text.starts_with("scrypt:"), parts.as_slice()) {
        (false, [_, n, salt, r, p, output]) => (n, r, p, salt, from_base64(output)),
        (true, [_, n, r, p, salt, output]) => (n, r, p, salt, from_hex(output)),
        _ => return Err(malformed),
    };
    let n = number(n).filter(|n| n.is_power_of_two()).ok_or(malformed)?;
    let (r, p) = number(r).zip(number(p)).ok_or(malformed)?;
    let cost = Cost::new(n.ilog2(), r, p)?;
    ScryptHash::new(cost, salt.as_bytes().to_vec(), output.ok_or(malformed)?)
}

/// passlib's `$pbkdf2-sha256$rounds$salt$output`, the PHC form with `i=` and perhaps `l=`, Django's
/// `pbkdf2_sha256$rounds$salt$output` with the salt as text, Werkzeug's `pbkdf2:sha256:rounds$salt$hex`.
fn text_pbkdf2(text: &str) -> Result<Pbkdf2Hash, HashRefusal> {
    let malformed = HashRefusal::Malformed("PBKDF2");
    if let Some(rest) = text.strip_prefix("pbkdf2:") {
        let parts: Vec<&str> = rest.split([':', '$']).collect();
        let [digest, rounds, salt, output] = parts.as_slice() else { return Err(malformed) };
        let ((prf, rounds), output) =
            Prf::named(digest).zip(number(rounds)).zip(from_hex(output)).ok_or(malformed)?;
        return Pbkdf2Hash::new(prf, rounds, salt.as_bytes().to_vec(), output);
    }
    if let Some(rest) = text.strip_prefix("pbkdf2_") {
        let parts: Vec<&str> = rest.split('$').collect();
        let [digest, rounds, salt, output] = parts.as_slice() else { return Err(malformed) };
        let ((prf, rounds), output) =
            Prf::named(digest).zip(number(rounds)).zip(from_base64(output)).ok_or(malformed)?;
        return Pbkdf2Hash::new(prf, rounds, salt.as_bytes().to_vec(), output);
    }
    let parts: Vec<&str> = text.split('$').collect();
    let ["", family, cost, salt, output] = parts.as_slice() else { return Err(malformed) };
    let digest = family.strip_prefix("pbkdf2").map(|rest| rest.strip_prefix('-').unwrap_or("sha1"));
    let prf = digest.and_then(Prf::named).ok_or(malformed)?;
    let (salt, output) = from_base64(salt).zip(from_base64(output)).ok_or(malformed)?;
    let with_length = named_numbers(cost, ["i", "l"]).filter(|[_, l]| *l as usize == output.len());
    let rounds = number(cost)
        .or_else(|| named_numbers(cost, ["i"]).map(|[i]| i))
        .or_else(|| with_length.map(|[i, _]| i));
    Pbkdf2Hash::new(prf, rounds.ok_or(malformed)?, salt, output)
}

/// ASP.NET Core Identity: base64 of a marker byte, then (version 3) digest, rounds and length of the salt as
/// big-endian words, salt, output; (version 2) 16 bytes of salt and 32 of output after 1000 rounds of SHA-1.
fn aspnet(text: &str) -> Result<Option<Pbkdf2Hash>, HashRefusal> {
    let malformed = HashRefusal::Malformed("ASP.NET Identity");
    let Ok(bytes) = LENIENT.decode(text) else { return Ok(None) };
    match bytes.split_first() {
        Some((0, rest)) if rest.len() == 48 => {
            let (salt, output) = rest.split_at(16);
            Pbkdf2Hash::new(Prf::Sha1, 1000, salt.to_vec(), output.to_vec()).map(Some)
        }
        Some((1, rest)) => {
            let (words, rest) = rest.as_chunks::<4>();
            let words: Vec<u8> = words.iter().flatten().copied().chain(rest.iter().copied()).collect();
            let (head, body) = words.split_at_checked(12).ok_or(malformed)?;
            let word = |at: usize| head[at..at + 4].iter().fold(0_u32, |value, b| value << 8 | u32::from(*b));
            let prf = match word(0) {
                0 => Prf::Sha1,
                1 => Prf::Sha256,
                2 => Prf::Sha512,
                _ => return Err(malformed),
            };
            let length = usize::try_from(word(8)).map_err(|_| malformed)?;
            let (salt, output) = body.split_at_checked(length).ok_or(malformed)?;
            Pbkdf2Hash::new(prf, word(4), salt.to_vec(), output.to_vec()).map(Some)
        }
        _ => Ok(None),
    }
}

/// The name of a fast digest that this text is.
fn fast_digest(text: &str) -> Option<&'static str> {
    const PREFIXES: [(&str, &str); 18] = [
        ("$1$", "MD5-crypt"),
        ("$apr1$", "MD5-crypt"),
        ("$5$", "SHA-crypt"),
        ("$6$", "SHA-crypt"),
        ("$P$", "phpass (MD5)"),
        ("$H$", "phpass (MD5)"),
        ("$S$", "Drupal's phpass (SHA-512)"),
        ("$sha1$", "SHA1-crypt"),
        ("{SSHA", "a salted SHA"),
        ("{SHA", "a SHA digest"),
        ("{SMD5}", "a salted MD5"),
        ("{MD5}", "an MD5 digest"),
        ("md5$", "a salted MD5"),
        ("sha1$", "a salted SHA"),
        ("sha256$", "a salted SHA"),
        ("sha512$", "a salted SHA"),
        ("unsalted_", "an unsalted digest"),
        ("$2x$", "bcrypt of a faulty implementation ($2x$)"),
    ];
    let named = PREFIXES.iter().find(|(prefix, _)| text.starts_with(prefix)).map(|(_, name)| *name);
    let plain =
        [32, 40, 56, 64, 96, 128].contains(&text.len()) && text.bytes().all(|b| b.is_ascii_hexdigit());
    named.or_else(|| plain.then_some("a plain digest"))
}

#[cfg(test)]
mod tests {
    use super::super::{needs_rehash, proves_whole, verify};
    use super::*;

    /// "password" is behind all of them. Made with libxcrypt 4.4 (bcrypt, `$7$`) and Python's hashlib.
    const ACCEPTED: &[(&str, &str)] = &[
        ("$2b$04$abcdefghijklmnopqrstuughE8Ev8uGFaUgY2cNEySvxngrb/Jzdm", "$2b$04$"),
        ("$2a$04$abcdefghijklmnopqrstuughE8Ev8uGFaUgY2cNEySvxngrb/Jzdm", "$2a$04$"),
        ("$2y$05$abcdefghijklmnopqrstuuWG29KuyeAicPCJODk1zjyGvyQUU2awu", "$2y$05$"),
        ("bcrypt$$2b$04$abcdefghijklmnopqrstuughE8Ev8uGFaUgY2cNEySvxngrb/Jzdm", "$2b$04$"),
        (
            "bcrypt_sha256$$2b$04$abcdefghijklmnopqrstuuavYyybW8SwBYgHrVfEOHIljvgCGgHr2",
            "bcrypt_sha256$$2b$04$",
        ),
        ("$7$BU..../....abcdefghijkl$QkQAL9PUVfb1OG1M6T8/aocp0eZrwZbQhhIfHvyeGe/", "$scrypt$ln=13,r=32,p=1$"),
        (
            "$scrypt$ln=14,r=8,p=1$ZGVmZ2hpamtsbW5vcHFycw$T2+8/uSIuaSkPo/JOkQH6p4Bbpj0fBkk1nwMCxCv52U",
            "$scrypt$ln=14,r=8,p=1$",
        ),
        (
            "scrypt$16384$saltsalt$8$5$nHUAlQ+6eFg6x5239eI7jHMpp48TrjIK2ityx3jAGomcSIAU889giKVJQdgbcz2XlRMDcy/Fxa0KMskot+Tskw==",
            "$scrypt$ln=14,r=8,p=5$",
        ),
        (
            "scrypt:32768:8:1$saltsalt$fd3f657312ff3dc8848e81a23de2c185e404008d00a27f052785da4db2293023eec71d5d0d1a9962c13439ebaefc081e3ef78dca3a702eb7223c7470368ef0f2",
            "$scrypt$ln=15,r=8,p=1$",
        ),
        ("$pbkdf2$1200$ZGVmZ2hpamtsbW5vcHFycw$7Ubx/atMooy9oSqLvmtICiEhZcg", "$pbkdf2-sha1$i=1200$"),
        (
            "$pbkdf2-sha256$1200$ZGVmZ2hpamtsbW5vcHFycw$6SHyC8FXDPCHkYmhNY2AljSIG/wBFHj.x4yQ8IHJsR8",
            "$pbkdf2-sha256$i=1200$",
        ),
        (
            "$pbkdf2-sha512$1200$ZGVmZ2hpamtsbW5vcHFycw$17xWlYnXl/N1CzrAVqSg/IxSeEVJlXg6yMLXSQBU1skw0WP48H9ZnaLAHxfX4pdqtBeUZn6jfAz2MgZS.bny9Q",
            "$pbkdf2-sha512$i=1200$",
        ),
        (
            "$pbkdf2-sha256$i=1200,l=32$ZGVmZ2hpamtsbW5vcHFycw$6SHyC8FXDPCHkYmhNY2AljSIG/wBFHj+x4yQ8IHJsR8",
            "$pbkdf2-sha256$i=1200$",
        ),
        (
            "pbkdf2_sha256$1200$saltsalt$s6Np+KaRIQITbZNMT/ikgfon0PItbJXGBUvYaXIj9rI=",
            "$pbkdf2-sha256$i=1200$",
        ),
        ("pbkdf2_sha1$1200$saltsalt$anjSjf4euFUEbv9TtExjvIZBuH8=", "$pbkdf2-sha1$i=1200$"),
        (
            "pbkdf2:sha256:1200$saltsalt$b3a369f8a6912102136d934c4ff8a481fa27d0f22d6c95c6054bd8697223f6b2",
            "$pbkdf2-sha256$i=1200$",
        ),
        (
            "AQAAAAIAAYagAAAAEGRlZmdoaWprbG1ub3BxcnMJp39wAzZbM4cOa0CNdZjcb5SHK9V5iLZbMUabuPHVGQ==",
            "$pbkdf2-sha512$i=100000$",
        ),
        ("AGRlZmdoaWprbG1ub3BxcnPuHMg1DypeYhrRPt0bRWeEMTyHI3S56MT/liLZLCH31w==", "$pbkdf2-sha1$i=1000$"),
    ];

    #[test]
    fn the_usual_encodings_verify_in_the_one_form_that_is_stored() {
        for (given, begins) in ACCEPTED {
            let stored = import(given).unwrap_or_else(|refusal| panic!("{given}: {refusal}"));
            assert!(stored.starts_with(begins), "{given} became {stored}");
            assert!(verify(&stored, b"password"), "{given} became {stored}");
            assert!(!verify(&stored, b"Password") && !verify(&stored, b""), "{given}");
            assert_eq!(import(&stored).as_deref(), Ok(stored.as_str()), "reading again changes nothing");
            assert!(needs_rehash(&stored, super::super::Argon2Parameters::default()), "{given}");
        }
    }

    #[test]
    fn a_hash_of_firebase_verifies_with_its_projects_parameters() {
        // The example of Firebase's own scrypt tool.
        let stored = firebase(
            (
                "lSrfV15cpx95/sZS2W9c9Kp6i/LVgQNDNC/qzrCnh1SAyZvqmZqAjTdn3aoItz+VHjoZilo78198JAdRuid5lQ==",
                "42xEC+ixf3L2lw==",
            ),
            (
                "jxspr8Ki0RYycVU8zykbdLGjFQ3McFUH0uiiTvC8pVMXAn210wjLNmdZJzxUECKbm0QsEmYUSDzZvpjeJ9WmXA==",
                "Bw==",
            ),
            (8, 14),
        )
        .expect("a hash of Firebase");
        assert!(verify(&stored, b"user1password"), "{stored}");
        assert!(!verify(&stored, b"user2password"));
        assert_eq!(import(&stored).as_deref(), Ok(stored.as_str()));
    }

    #[test]
    fn bcrypt_reads_72_bytes_and_no_nul() {
        // libxcrypt: 80 times "x".
        let long = "$2b$04$abcdefghijklmnopqrstuubzadhGtS2zEF.gu0yd0opP6cVzb.e0i";
        assert!(verify(long, &[b'x'; 80]) && verify(long, &[b'x'; 72]) && !verify(long, &[b'x'; 71]));
        assert!(proves_whole(long, &[b'x'; 72]) && !proves_whole(long, &[b'x'; 73]));
        let short = "$2b$04$abcdefghijklmnopqrstuughE8Ev8uGFaUgY2cNEySvxngrb/Jzdm";
        assert!(verify(short, b"password"));
        assert!(!verify(short, b"password\0password") && !verify(short, b"password\0"));
        let over_sha = "bcrypt_sha256$$2b$04$abcdefghijklmnopqrstuuavYyybW8SwBYgHrVfEOHIljvgCGgHr2";
        assert!(proves_whole(over_sha, &[b'x'; 200]));
    }

    #[test]
    fn fast_digests_are_refused_by_name() {
        for text in [
            "$1$abc$4uMBVBmvBPqLGqUgNjlRJ/",
            "$6$rounds=5000$abc$xyz",
            "$P$B123456789012345678901234567890",
            "{SSHA}0c0blFTXXNuAMHECS4uxrj3ZieMoWImr",
            "sha1$c2FsdA$0000000000000000000000000000000000000000",
            "5f4dcc3b5aa765d61d8327deb882cf99",
            "5e884898da28047151d0e56f8dc6292773603d0d6aabbdd62a11ef721d1542d8",
            "$2x$05$/OK.fbVrR/bpIqNJ5ianF.CE5elHaaO4EbggVDjb8P19RukzXSM3e",
        ] {
            let refusal = import(text).expect_err("refused");
            assert!(matches!(refusal, HashRefusal::Fast(_)), "{text}: {refusal:?}");
            assert!(refusal.to_string().contains("mailed code"));
        }
    }

    #[test]
    fn what_would_starve_the_server_is_refused() {
        for text in [
            "$argon2id$v=19$m=4194304,t=1,p=1$c29tZXNhbHQ$nf65EOgLrQMR/uIPnA4rEsF5h7TKyQwu9U1bMCHGi/4",
            "$argon2i$m=65536,t=1000000,p=1$c29tZXNhbHQ$nf65EOgLrQMR/uIPnA4rEsF5h7TKyQwu9U1bMCHGi/4",
            "$2b$31$abcdefghijklmnopqrstuughE8Ev8uGFaUgY2cNEySvxngrb/Jzdm",
            "$scrypt$ln=30,r=8,p=1$c29tZXNhbHQ$nf65EOgLrQMR/uIPnA4rEsF5h7TKyQwu9U1bMCHGi/4",
            "scrypt:16384:8:4294967295$saltsalt$00000000000000000000000000000000",
            "pbkdf2_sha256$4000000000$saltsalt$nf65EOgLrQMR/uIPnA4rEsF5h7TKyQwu9U1bMCHGi/4=",
        ] {
            let refusal = import(text).expect_err("refused");
            assert!(matches!(refusal, HashRefusal::TooExpensive { .. }), "{text}: {refusal:?}");
            assert!(!verify(text, b"password"), "not computed either");
        }
    }

    #[test]
    fn hostile_texts_are_refused_and_never_repeated() {
        let huge = format!("$2b$05${}", "A".repeat(5000));
        for text in [
            "",
            " ",
            "Correct-Horse-7",
            "$",
            "$$$$",
            "$7$",
            "$7$é",
            "$2b$05$é",
            "$2b$05$abcdefghijklmnopqrstuughE8Ev8uGFaUgY2cNEySvxngrb/Jzd",
            "$scrypt$ln=14,r=8,p=1$$",
            "$scrypt$ln=14,r=8,p=1$c29tZXNhbHQ$AAAA",
            "$scrypt$ln=014,r=8,p=1$c29tZXNhbHQ$nf65EOgLrQMR/uIPnA4rEsF5h7TKyQwu9U1bMCHGi/4",
            "$pbkdf2-sha256$i=1000,l=31$c29tZXNhbHQ$nf65EOgLrQMR/uIPnA4rEsF5h7TKyQwu9U1bMCHGi/4",
            "$pbkdf2-md5$1000$c29tZXNhbHQ$nf65EOgLrQMR/uIPnA4rEsF5h7TKyQwu9U1bMCHGi/4",
            "$argon2id$v=19$m=16,t=1,p=1$c29tZXNhbHQ$AAAA",
            "AQAAAAEAAYagAAAAEA==",
            "AQ==",
            "$firebase-scrypt$ln=14,r=8,p=1$AAAA$AA$AA",
            &huge,
        ] {
            let refusal = import(text).expect_err(text);
            assert!(text.len() < 5 || !refusal.to_string().contains(text), "{refusal}");
            assert!(!verify(text, b"password"), "{text}");
        }
    }
}
