//! How often something may happen in a pool: guesses, messages, and forms under attack.

use serde::{Deserialize, Serialize};

/// Limits on guessing. A limit is the number of checked failures after which the lock begins.
#[derive(Debug, Clone, PartialEq, Eq, Serialize, Deserialize)]
#[serde(default)]
pub struct LockoutSettings {
    /// Failures of one user name from one address prefix.
    pub per_user_and_prefix: u32,
    /// Failures of one user name from anywhere; does not bind a browser with a device cookie of that user.
    pub per_user: u32,
    /// Failures from one address, over all user names.
    pub per_address: u32,
    /// The first lock in seconds; it doubles with each further failure.
    pub first_lock_seconds: u32,
    /// The longest lock in seconds.
    pub longest_lock_seconds: u32,
    /// Failures are forgotten after this many seconds without one.
    pub forget_after_seconds: u32,
}

impl Default for LockoutSettings {
    fn default() -> Self {
        Self {
            per_user_and_prefix: 5,
            per_user: 50,
            per_address: 500,
            first_lock_seconds: 30,
            longest_lock_seconds: 900,
            forget_after_seconds: 900,
        }
    }
}

impl LockoutSettings {
    /// Cognito's numbers: five failures, then one second, doubling to fifteen minutes.
    pub fn cognito() -> Self {
        Self { first_lock_seconds: 1, ..Self::default() }
    }
}

/// How many messages may be sent, per hour.
#[derive(Debug, Clone, PartialEq, Eq, Serialize, Deserialize)]
#[serde(default)]
pub struct MessageLimits {
    /// To one e-mail address or phone number.
    pub per_destination: u32,
    /// Asked for from one client address.
    pub per_address: u32,
    /// By the whole pool.
    pub per_pool: u32,
    /// Calling codes that SMS may go to, for example `+41`; `*` is every country. Empty: none.
    pub sms_countries: Vec<String>,
}

impl Default for MessageLimits {
    fn default() -> Self {
        Self { per_destination: 10, per_address: 60, per_pool: 10_000, sms_countries: Vec::new() }
    }
}

impl MessageLimits {
    /// Whether an SMS may go to this E.164 number.
    pub fn allows_sms_to(&self, phone_number: &str) -> bool {
        self.sms_countries.iter().any(|code| code == "*" || phone_number.starts_with(code.as_str()))
    }
}

/// When the forms that anybody can post ask for proof of work, and how long whoever brings none waits.
///
/// Numbers are what one server process sees in fifteen minutes; two processes see half of an attack each.
#[derive(Debug, Clone, PartialEq, Eq, Serialize, Deserialize)]
#[serde(default)]
pub struct AbuseSettings {
    /// Wrong sign-ins, sign-ups or wishes for a code of one address prefix, each kind by itself, in fifteen minutes, from
    /// which on that network has to bring work or to wait; its pages ask for work from half as many on. 0: never.
    pub per_prefix: u32,
    /// The same of all networks together that do not attack by themselves, from which on everybody has to; 0: never.
    pub per_pool: u32,
    /// Bits of the proof of work: 2 to this power hashes on average, made by the page's script while the person types; 0 to
    /// 24, and 0 asks for none, so that everybody waits.
    pub work_bits: u32,
    /// The first wait without proof of work, milliseconds; it doubles with each further one of the same network.
    pub first_delay_ms: u32,
    /// The longest wait, milliseconds, at most 9000: people press again after ten seconds. Whoever would wait longer behind
    /// others of their network is told when to come again.
    pub longest_delay_ms: u32,
}

impl Default for AbuseSettings {
    fn default() -> Self {
        Self { per_prefix: 20, per_pool: 600, work_bits: 17, first_delay_ms: 1000, longest_delay_ms: 8000 }
    }
}

impl AbuseSettings {
    /// Refuses numbers that leave their ranges.
    ///
    /// # Errors
    /// A sentence that names the setting.
    pub fn check(&self) -> Result<(), String> {
        if self.work_bits > 24 {
            return Err("work_bits must be 0 to 24".into());
        }
        if self.longest_delay_ms > 9000 || self.first_delay_ms > self.longest_delay_ms {
            return Err("first_delay_ms must not be above longest_delay_ms, nor that above 9000".into());
        }
        Ok(())
    }
}
