//! Proof of work: a number that costs many hashes to find and one to check.
//!
//! A brake, no wall: what takes a telephone half a second takes a graphics card none. It makes a try cost about what judging
//! it costs the server, so that nobody keeps the server busy for nothing. `static/js/page.js` finds the numbers.

use super::digest;
use super::encoding::base64url;

/// The most digits of a number.
const MOST_DIGITS: usize = 10;

/// What work for `purpose` at the step of `handle` begins with: 22 characters that nobody knows before they have the page.
pub fn seed(purpose: &str, handle: &str) -> String {
    let hash = digest::sha256(format!("vestibule work\0{purpose}\0{handle}").as_bytes());
    base64url(&hash[..16])
}

/// Whether the SHA-256 of `seed:number` begins with so many zero bits.
pub fn is_done(seed: &str, number: &str, bits: u32) -> bool {
    let is_number =
        (1..=MOST_DIGITS).contains(&number.len()) && number.bytes().all(|byte| byte.is_ascii_digit());
    if !is_number {
        return false;
    }
    let hash = digest::sha256(format!("{seed}:{number}").as_bytes());
    let first = u32::from_be_bytes([hash[0], hash[1], hash[2], hash[3]]);
    first.leading_zeros() >= bits
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn a_number_is_found_and_serves_for_its_seed_alone() {
        let seed_of_one = seed("sign_in", "one");
        let find =
            |bits| (0_u32..).map(|n| n.to_string()).find(|n| is_done(&seed_of_one, n, bits)).expect("one");
        let number = find(12);
        assert!(is_done(&seed_of_one, &number, 12));
        let others = [seed("sign_in", "two"), seed("sign_up", "one")];
        // Of 4096 seeds one would take it too; these two do not.
        assert!(others.iter().all(|other| *other != seed_of_one && !is_done(other, &number, 12)));
        assert!(!is_done(&seed_of_one, &number, 32));
    }

    #[test]
    fn what_is_no_number_is_no_work() {
        for text in ["", " 1", "-1", "1e3", "０", "99999999999", "1\0"] {
            assert!(!is_done("seed", text, 0), "{text:?}");
        }
        assert!(is_done("seed", "1", 0));
    }
}
