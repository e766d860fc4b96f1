//! Masked addresses.

use crate::model::message::Medium;

/// An address as somebody may see it who has not proven to own it: `a***@e***`, `+*******1212`. The number of stars tells
/// nothing about the length.
pub fn mask(medium: Medium, address: &str) -> String {
    match medium {
        Medium::Email => {
            let (local, domain) = address.rsplit_once('@').unwrap_or((address, ""));
            format!("{}***@{}***", first(local), first(domain))
        }
        Medium::Sms => {
            let digits: Vec<char> = address.chars().filter(char::is_ascii_digit).collect();
            // Of a short number the last four digits would be most of it.
            let shown = if digits.len() >= 8 { 4 } else { digits.len().min(2) };
            let last: String = digits[digits.len() - shown..].iter().collect();
            format!("+*******{last}")
        }
    }
}

fn first(text: &str) -> String {
    text.chars().take(1).collect()
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn addresses_keep_their_first_letters() {
        for (address, masked) in [
            ("ada@example.com", "a***@e***"),
            ("a@b", "a***@b***"),
            ("ödipus@käse.example", "ö***@k***"),
            ("\"odd@local\"@example.com", "\"***@e***"),
            ("no address", "n***@***"),
            ("", "***@***"),
        ] {
            assert_eq!(mask(Medium::Email, address), masked, "{address}");
        }
    }

    #[test]
    fn numbers_keep_their_last_digits() {
        for (number, masked) in [
            ("+493012341212", "+*******1212"),
            ("+1 (425) 555-1212", "+*******1212"),
            ("+12345", "+*******45"),
            ("", "+*******"),
        ] {
            assert_eq!(mask(Medium::Sms, number), masked, "{number}");
        }
    }
}
