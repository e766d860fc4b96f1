//! Randomness and the values made of it. Owns the [`Random`] trait, the system's generator and the repeatable
//! one for tests; what a value is for and how long it lives is left to the caller.

use std::sync::atomic::{AtomicU64, Ordering};

use super::digest;
use super::encoding::base64url;

const LOWERCASE: &[u8] = b"abcdefghijklmnopqrstuvwxyz";
const UPPERCASE: &[u8] = b"ABCDEFGHIJKLMNOPQRSTUVWXYZ";
const DIGITS: &[u8] = b"0123456789";
const LOWERCASE_AND_DIGITS: &[u8] = b"abcdefghijklmnopqrstuvwxyz0123456789";
const READABLE: &[u8] = b"23456789ABCDEFGHJKMNPQRSTUVWXYZ";
/// Symbols every password policy counts and no mail client turns into markup or a link.
const SYMBOLS: &[u8] = b"!#$%*+-=?@^_";
const SHORTEST_PASSWORD: usize = 8;

/// A source of unpredictable bytes. Helpers are on `dyn Random`.
pub trait Random: Send + Sync {
    /// Overwrites all of `bytes`.
    fn fill(&self, bytes: &mut [u8]);
}

impl dyn Random + '_ {
    /// `N` random bytes.
    #[must_use]
    pub fn bytes<const N: usize>(&self) -> [u8; N] {
        let mut bytes = [0; N];
        self.fill(&mut bytes);
        bytes
    }

    /// 256 random bits as 43 characters of base64url: session ids, authorization codes, refresh tokens.
    #[must_use]
    pub fn token(&self) -> String {
        base64url(&self.bytes::<32>())
    }

    /// `length` lowercase letters and digits, each equally likely: client ids, client secrets, pool ids.
    #[must_use]
    pub fn alphanumeric_lower(&self, length: usize) -> String {
        self.text(length, LOWERCASE_AND_DIGITS)
    }

    /// `length` decimal digits, each equally likely: one-time codes.
    #[must_use]
    pub fn digits(&self, length: usize) -> String {
        self.text(length, DIGITS)
    }

    /// `length` digits and uppercase letters, each equally likely, without those that look alike (0 and O, 1, I and L):
    /// codes that people write down, 4.95 bits a character.
    #[must_use]
    pub fn readable(&self, length: usize) -> String {
        self.text(length, READABLE)
    }

    /// A random UUID (RFC 9562 §5.4), lowercase with hyphens.
    #[must_use]
    pub fn uuid_v4(&self) -> String {
        uuid::Builder::from_random_bytes(self.bytes()).into_uuid().to_string()
    }

    /// A temporary password of `length` characters, at least 8, with a lowercase letter, an uppercase letter, a
    /// digit and a symbol, so that it satisfies every password policy of that length.
    #[must_use]
    pub fn password(&self, length: usize) -> String {
        let classes = [LOWERCASE, UPPERCASE, DIGITS, SYMBOLS];
        let all = classes.concat();
        let mut password: Vec<char> = classes.iter().map(|class| self.pick(class)).collect();
        password.extend((classes.len()..length.max(SHORTEST_PASSWORD)).map(|_| self.pick(&all)));
        // Otherwise the first four places would tell the class of their character.
        for last in (1..password.len()).rev() {
            password.swap(last, self.below(last + 1));
        }
        password.into_iter().collect()
    }

    /// `length` characters of an ASCII alphabet, each equally likely: bytes at or above the largest multiple of its size
    /// are refused. Drawn in blocks, because each question to the system's generator costs as much as a whole block.
    fn text(&self, length: usize, alphabet: &[u8]) -> String {
        let limit = 256 - 256 % alphabet.len();
        let mut text = String::with_capacity(length);
        while text.len() < length {
            let drawn = self.bytes::<32>();
            let even = drawn.into_iter().map(usize::from).filter(|byte| *byte < limit);
            text.extend(
                even.take(length - text.len()).map(|byte| char::from(alphabet[byte % alphabet.len()])),
            );
        }
        text
    }

    fn pick(&self, alphabet: &[u8]) -> char {
        char::from(alphabet[self.below(alphabet.len())])
    }

    /// A number below `bound`, each equally likely: draws outside the largest multiple of `bound` are refused.
    fn below(&self, bound: usize) -> usize {
        let bound = u64::try_from(bound).expect("a length fits 64 bits");
        let limit = u64::MAX - u64::MAX % bound;
        loop {
            let drawn = u64::from_le_bytes(self.bytes());
            if drawn < limit {
                return usize::try_from(drawn % bound).expect("the remainder is below a length");
            }
        }
    }
}

/// The operating system's generator.
#[derive(Debug, Clone, Copy, Default)]
pub struct SystemRandom;

impl Random for SystemRandom {
    #[expect(clippy::disallowed_methods, reason = "the one place that asks the system's generator")]
    fn fill(&self, bytes: &mut [u8]) {
        aws_lc_rs::rand::fill(bytes).expect("the system's random generator does not fail");
    }
}

/// The same bytes for the same seed and order of calls. For tests only: whoever knows the seed knows all.
#[derive(Debug)]
pub struct SeededRandom {
    seed: u64,
    calls: AtomicU64,
}

impl SeededRandom {
    /// A generator that starts over from `seed`.
    #[must_use]
    pub const fn new(seed: u64) -> Self {
        Self { seed, calls: AtomicU64::new(0) }
    }
}

impl Random for SeededRandom {
    fn fill(&self, bytes: &mut [u8]) {
        // One number per call: threads that share the generator never get the same block.
        let call = self.calls.fetch_add(1, Ordering::Relaxed).to_be_bytes();
        for (block, chunk) in (0_u64..).zip(bytes.chunks_mut(digest::LENGTH)) {
            let drawn = digest::hmac_sha256(&self.seed.to_be_bytes(), &[&call, &block.to_be_bytes()]);
            chunk.copy_from_slice(&drawn[..chunk.len()]);
        }
    }
}

#[cfg(test)]
mod tests {
    use super::*;
    use std::collections::HashSet;

    #[test]
    fn the_same_seed_gives_the_same_values() {
        let (one, same, other) = (SeededRandom::new(1), SeededRandom::new(1), SeededRandom::new(2));
        let (one, same, other): (&dyn Random, &dyn Random, &dyn Random) = (&one, &same, &other);
        let first = one.bytes::<100>();
        assert_eq!(first, same.bytes::<100>());
        assert_ne!(first, other.bytes::<100>());
        assert_ne!(first, one.bytes::<100>());
        assert_ne!(first[..32], first[32..64]);
    }

    #[test]
    fn threads_never_share_a_value() {
        let random = SeededRandom::new(1);
        let tokens: Vec<String> = std::thread::scope(|scope| {
            let draw = || (0..200).map(|_| (&random as &dyn Random).token()).collect::<Vec<_>>();
            let threads: Vec<_> = (0..4).map(|_| scope.spawn(draw)).collect();
            threads.into_iter().flat_map(|thread| thread.join().expect("no panic")).collect()
        });
        assert_eq!(tokens.iter().collect::<HashSet<_>>().len(), 800);
    }

    #[test]
    fn a_token_carries_256_bits() {
        let random: &dyn Random = &SystemRandom;
        let token = random.token();
        assert_eq!(token.len(), 43);
        assert!(token.bytes().all(|c| c.is_ascii_alphanumeric() || c == b'-' || c == b'_'));
        assert_ne!(token, random.token());
    }

    #[test]
    fn codes_use_their_alphabet_evenly() {
        let random: &dyn Random = &SeededRandom::new(7);
        assert_eq!(random.digits(6).len(), 6);
        let mut counts = [0_u32; 10];
        random.digits(20_000).bytes().for_each(|digit| counts[usize::from(digit - b'0')] += 1);
        assert!(counts.iter().all(|count| (1_800..2_200).contains(count)), "{counts:?}");
        let seen: HashSet<char> = random.alphanumeric_lower(5_000).chars().collect();
        assert_eq!(seen.len(), 36);
        assert!(seen.iter().all(|c| c.is_ascii_lowercase() || c.is_ascii_digit()));
    }

    #[test]
    fn a_uuid_says_its_version_and_variant() {
        let random: &dyn Random = &SeededRandom::new(7);
        let parsed = uuid::Uuid::parse_str(&random.uuid_v4()).expect("a UUID");
        assert_eq!(parsed.get_version(), Some(uuid::Version::Random));
        assert_eq!(parsed.get_variant(), uuid::Variant::RFC4122);
    }

    #[test]
    fn a_temporary_password_has_all_four_classes() {
        let random: &dyn Random = &SeededRandom::new(7);
        for length in [0, 8, 12, 99] {
            let password = random.password(length);
            assert_eq!(password.len(), length.max(8));
            for class in [LOWERCASE, UPPERCASE, DIGITS, SYMBOLS] {
                assert!(password.bytes().any(|c| class.contains(&c)), "{password}");
            }
        }
        let first: HashSet<bool> =
            (0..200).map(|_| random.password(8).as_bytes()[0].is_ascii_lowercase()).collect();
        assert_eq!(first.len(), 2, "the first place is not always of the same class");
    }
}
