//! How hard the forms that anybody can post are pressed.
//!
//! In the memory of the process: an attack must not cost a write for each try, and to be a little wrong here costs somebody
//! a second. The limits that have to hold exactly are in the database (`security::lockout`, `security::rate`).

use std::collections::HashMap;
use std::hash::Hash;
use std::sync::{Mutex, PoisonError};
use std::time::Duration;

use crate::model::ids::PoolId;
use crate::model::limits::AbuseSettings;

/// What is counted leaks away in this time, microseconds: fifteen minutes.
const WINDOW_US: i64 = 900_000_000;

/// How long a proof of work is remembered, milliseconds: longer than the step lives that it is for.
const SPENT_MS: i64 = 3_600_000;

/// The most networks, lines and proofs that are remembered; beyond it those are forgotten that press least, or end first.
const MOST_NETWORKS: usize = 100_000;

/// A form that anybody can post.
#[derive(Debug, Clone, Copy, PartialEq, Eq, Hash)]
pub enum OpenForm {
    /// Name and password.
    SignIn,
    /// A new account.
    SignUp,
    /// A code by mail or SMS: for a forgotten password, or in place of one.
    Code,
}

impl OpenForm {
    /// The word in metrics.
    pub fn word(self) -> &'static str {
        match self {
            Self::SignIn => "sign_in",
            Self::SignUp => "sign_up",
            Self::Code => "code",
        }
    }
}

/// Who presses: a pool and a network of callers (`Caller::address_prefix`).
#[derive(Debug, Clone, PartialEq, Eq, Hash)]
pub struct Network {
    /// The pool.
    pub pool: PoolId,
    /// The network.
    pub prefix: String,
}

/// What this process has seen.
#[derive(Debug, Default)]
pub struct Pressure {
    state: Mutex<State>,
}

#[derive(Debug, Default)]
struct State {
    pools: HashMap<(PoolId, OpenForm), Bucket>,
    networks: HashMap<(Network, OpenForm), Bucket>,
    lines: HashMap<(Network, OpenForm), Line>,
    /// Proofs of work that were taken, and until when that is remembered.
    spent: HashMap<String, i64>,
}

/// How hard a form is pressed.
#[derive(Debug, Clone, Copy, PartialEq, Eq, PartialOrd, Ord)]
pub enum Degree {
    /// As by people.
    Calm,
    /// So that pages should bring work with the next answer; who has one from before needs none yet.
    Rising,
    /// It is attacked.
    High,
}

/// A leaky bucket: the moment at which it will be empty, microseconds (the generic cell rate algorithm).
#[derive(Debug, Clone, Copy, Default)]
struct Bucket {
    empty_at: i64,
}

impl Bucket {
    fn drop_of(most: u32) -> i64 {
        WINDOW_US / i64::from(most.max(1))
    }

    fn pour(&mut self, most: u32, now: i64) {
        // No fuller than twice: an attack is forgotten half an hour after its last try, however strong it was.
        self.empty_at = (self.empty_at.max(now) + Self::drop_of(most)).min(now + 2 * WINDOW_US);
    }

    fn degree(self, most: u32, now: i64) -> Degree {
        // A clock that was put back must not leave it full for as long.
        let filled = (self.empty_at - now).min(2 * WINDOW_US) + Self::drop_of(most);
        match most {
            0 => Degree::Calm,
            _ if filled > WINDOW_US => Degree::High,
            _ if 2 * filled > WINDOW_US => Degree::Rising,
            _ => Degree::Calm,
        }
    }
}

/// Those of one network who wait without proof of work, one after the other. Milliseconds.
#[derive(Debug, Clone, Copy, Default)]
struct Line {
    free_at: i64,
    waited: u32,
}

impl Line {
    const QUIET_MS: i64 = WINDOW_US / 1000;
}

/// There are too many in the line.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
pub struct LineIsLong {
    /// Until there is room, milliseconds.
    pub for_ms: i64,
}

impl Pressure {
    /// Counts a try at a form. `now` is Unix milliseconds. What a network tries that is attacking already
    /// does not count against everybody.
    pub fn count(&self, network: &Network, form: OpenForm, settings: &AbuseSettings, now: i64) {
        let micros = now.saturating_mul(1000);
        let mut state = self.state.lock().unwrap_or_else(PoisonError::into_inner);
        make_room(&mut state.networks, |bucket| bucket.empty_at, micros);
        let own = state.networks.entry((network.clone(), form)).or_default();
        let is_known_for_it = own.degree(settings.per_prefix, micros) == Degree::High;
        own.pour(settings.per_prefix, micros);
        if !is_known_for_it {
            let pool = state.pools.entry((network.pool.clone(), form)).or_default();
            pool.pour(settings.per_pool, micros);
        }
    }

    /// Takes a proof of work, once: `false` where it was taken before.
    pub fn spend(&self, seed: &str, now: i64) -> bool {
        let mut state = self.state.lock().unwrap_or_else(PoisonError::into_inner);
        make_room(&mut state.spent, |end| *end, now);
        state.spent.insert(seed.to_owned(), now + SPENT_MS).is_none()
    }

    /// How hard a form is pressed, by this network or by everybody.
    pub fn degree(&self, network: &Network, form: OpenForm, settings: &AbuseSettings, now: i64) -> Degree {
        let micros = now.saturating_mul(1000);
        let state = self.state.lock().unwrap_or_else(PoisonError::into_inner);
        let pool = state.pools.get(&(network.pool.clone(), form)).copied().unwrap_or_default();
        let own = state.networks.get(&(network.clone(), form)).copied().unwrap_or_default();
        pool.degree(settings.per_pool, micros).max(own.degree(settings.per_prefix, micros))
    }

    /// A place in the line of a network at a form: how long to wait. Each wait is twice the one before, up to the longest; fifteen
    /// quiet minutes end that.
    ///
    /// # Errors
    /// [`LineIsLong`] when those before wait so long that this one would be beyond the longest wait.
    pub fn stand_in_line(
        &self,
        network: &Network,
        form: OpenForm,
        settings: &AbuseSettings,
        now: i64,
    ) -> Result<Duration, LineIsLong> {
        let mut state = self.state.lock().unwrap_or_else(PoisonError::into_inner);
        make_room(&mut state.lines, |line| line.free_at + Line::QUIET_MS, now);
        let line = state.lines.entry((network.clone(), form)).or_default();
        if line.free_at + Line::QUIET_MS <= now {
            *line = Line::default();
        }
        let longest = i64::from(settings.longest_delay_ms);
        let doubled = i64::from(settings.first_delay_ms).saturating_mul(1 << line.waited.min(30));
        // Nobody waits for longer than the longest wait, whatever became of the clock.
        let begins_at = line.free_at.clamp(now, now + longest);
        let ends_at = begins_at + doubled.min(longest);
        if begins_at > now && ends_at - now > longest {
            return Err(LineIsLong { for_ms: begins_at - now });
        }
        *line = Line { free_at: ends_at, waited: line.waited + 1 };
        Ok(Duration::from_millis(u64::try_from(ends_at - now).unwrap_or(0)))
    }
}

/// Forgets what is over when there is too much, and if that is not enough the half that ends first.
fn make_room<K: Eq + Hash, V>(all: &mut HashMap<K, V>, ends_at: impl Fn(&V) -> i64, now: i64) {
    if all.len() < MOST_NETWORKS {
        return;
    }
    all.retain(|_, one| ends_at(one) > now);
    if all.len() < MOST_NETWORKS {
        return;
    }
    let mut ends: Vec<i64> = all.values().map(&ends_at).collect();
    let middle = ends.len() / 2;
    let (_, median, _) = ends.select_nth_unstable(middle);
    let median = *median;
    all.retain(|_, one| ends_at(one) > median);
}

#[cfg(test)]
mod tests {
    use super::*;

    const SETTINGS: AbuseSettings = AbuseSettings {
        per_prefix: 3,
        per_pool: 5,
        work_bits: 17,
        first_delay_ms: 1000,
        longest_delay_ms: 8000,
    };
    const MINUTE: i64 = 60_000;

    fn network(number: usize) -> Network {
        Network { pool: PoolId::trusted("us-east-1_Test00001"), prefix: format!("{number}") }
    }

    fn is_high(pressure: &Pressure, number: usize, form: OpenForm, now: i64) -> bool {
        pressure.degree(&network(number), form, &SETTINGS, now) == Degree::High
    }

    #[test]
    fn a_network_is_asked_after_its_own_tries_and_everybody_after_those_of_all() {
        let (pressure, now) = (Pressure::default(), 1_790_000_000_000);
        let count = |number, times| {
            for _ in 0..times {
                pressure.count(&network(number), OpenForm::SignIn, &SETTINGS, now);
            }
        };
        count(1, 2);
        assert_eq!(pressure.degree(&network(1), OpenForm::SignIn, &SETTINGS, now), Degree::Rising);
        count(1, 1);
        assert!(is_high(&pressure, 1, OpenForm::SignIn, now));
        assert!(!is_high(&pressure, 1, OpenForm::SignUp, now), "another form");
        assert!(!is_high(&pressure, 2, OpenForm::SignIn, now), "another network");
        count(1, 100);
        assert!(!is_high(&pressure, 2, OpenForm::SignIn, now), "an attacker alone is not everybody");
        count(3, 2);
        assert!(is_high(&pressure, 2, OpenForm::SignIn, now), "five of everybody");
        assert!(!is_high(&pressure, 2, OpenForm::SignIn, now + 4 * MINUTE), "one of five has leaked away");
        assert!(is_high(&pressure, 1, OpenForm::SignIn, now + 10 * MINUTE), "the attacker is remembered");
    }

    #[test]
    fn the_strongest_attack_is_forgotten_half_an_hour_after_its_last_try() {
        let (pressure, now) = (Pressure::default(), 1_790_000_000_000);
        for _ in 0..10_000 {
            pressure.count(&network(1), OpenForm::SignUp, &SETTINGS, now);
        }
        assert!(is_high(&pressure, 1, OpenForm::SignUp, now + 15 * MINUTE));
        assert!(!is_high(&pressure, 1, OpenForm::SignUp, now + 30 * MINUTE));
    }

    #[test]
    fn nought_is_never() {
        let (pressure, now) = (Pressure::default(), 1_790_000_000_000);
        let settings = AbuseSettings { per_prefix: 0, per_pool: 0, ..SETTINGS };
        for _ in 0..1000 {
            pressure.count(&network(1), OpenForm::SignIn, &settings, now);
        }
        assert_eq!(pressure.degree(&network(1), OpenForm::SignIn, &settings, now), Degree::Calm);
    }

    #[test]
    fn whoever_waits_waits_behind_the_others_and_longer_each_time() {
        let (pressure, now) = (Pressure::default(), 1_790_000_000_000);
        let line = |now| pressure.stand_in_line(&network(1), OpenForm::SignIn, &SETTINGS, now);
        let waits: Vec<_> = (0..4).map(|_| line(now).map(|wait| wait.as_millis())).collect();
        assert_eq!(waits, [Ok(1000), Ok(3000), Ok(7000), Err(LineIsLong { for_ms: 7000 })]);
        let alone = pressure.stand_in_line(&network(2), OpenForm::SignIn, &SETTINGS, now);
        assert_eq!(alone.map(|wait| wait.as_millis()), Ok(1000), "another network has a line of its own");
        assert_eq!(line(now + 7000).map(|wait| wait.as_millis()), Ok(8000), "the longest");
        assert_eq!(line(now + 20_000).map(|wait| wait.as_millis()), Ok(8000));
        assert_eq!(
            line(now - 3_600_000).map(|wait| wait.as_millis() <= 16_000),
            Err(LineIsLong { for_ms: 8000 }),
            "a clock put back"
        );
        let quiet = now + 28_000 + 15 * MINUTE;
        assert_eq!(line(quiet).map(|wait| wait.as_millis()), Ok(1000), "it begins anew");
    }

    #[test]
    fn a_proof_of_work_is_taken_once() {
        let (pressure, now) = (Pressure::default(), 1_790_000_000_000);
        assert!(pressure.spend("one", now) && pressure.spend("two", now));
        assert!(!pressure.spend("one", now + 60_000));
    }

    #[test]
    fn memory_has_an_end_and_whoever_presses_most_is_not_forgotten() {
        let (pressure, now) = (Pressure::default(), 1_790_000_000_000);
        for _ in 0..3 {
            pressure.count(&network(0), OpenForm::SignIn, &SETTINGS, now);
        }
        for number in 1..=MOST_NETWORKS + 10 {
            pressure.count(&network(number), OpenForm::SignIn, &SETTINGS, now);
            pressure
                .stand_in_line(&network(number), OpenForm::SignIn, &SETTINGS, now)
                .expect("the line is empty");
        }
        let state = pressure.state.lock().expect("nobody panicked");
        assert!(state.networks.len() <= MOST_NETWORKS && state.lines.len() <= MOST_NETWORKS);
        assert!(state.networks.contains_key(&(network(0), OpenForm::SignIn)));
    }
}
