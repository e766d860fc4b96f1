//! People: how they come in, and how they are kept out.

use prometheus::Registry;

use super::family::Counter;
use super::pools::{KnownPools, PoolCounter};

/// What is counted about people, never who.
pub struct PeopleMetrics {
    /// Sign-ups by pool and outcome (`success`, or why not).
    pub sign_ups: PoolCounter<1>,
    /// Confirmations of sign-ups by pool and outcome.
    pub confirmations: PoolCounter<1>,
    /// Sign-ins by pool, method and outcome: a complete one counts once as `success` with everything that was shown, a
    /// refused answer with the factor it was for.
    pub sign_ins: PoolCounter<2>,
    /// Passwords that were set, by pool and how.
    pub passwords_set: PoolCounter<1>,
    /// Second factors that were set up in a sign-in, by pool and kind.
    pub factors_set_up: PoolCounter<1>,
    /// Answers to terms and consent, by pool, what was asked and the answer.
    pub agreements: PoolCounter<2>,
    /// Answers to forms that are attacked, by pool, form and what was done with them (`worked`, `held`, `refused`).
    pub form_guards: PoolCounter<2>,
    /// Sign-outs by pool.
    pub sign_outs: PoolCounter<0>,
    /// Locks begun, by what was counted (`user`, `user-prefix`, `address`).
    pub lockouts: Counter<1>,
    /// Attempts that were not judged because a lock holds.
    pub locked_attempts: Counter<0>,
    /// Refusals by a limit per time, by limit.
    pub rate_refusals: Counter<1>,
}

impl PeopleMetrics {
    pub(super) fn new() -> Self {
        let pools = KnownPools::default();
        Self {
            sign_ups: PoolCounter::new(
                "vestibule_sign_ups_total",
                "Sign-ups by pool and outcome.",
                ["outcome"],
                &pools,
            ),
            confirmations: PoolCounter::new(
                "vestibule_confirmations_total",
                "Confirmations of sign-ups by pool and outcome.",
                ["outcome"],
                &pools,
            ),
            sign_ins: PoolCounter::new(
                "vestibule_sign_ins_total",
                "Sign-ins by pool, method and outcome. A complete one counts once; a refused answer under its factor.",
                ["method", "outcome"],
                &pools,
            ),
            passwords_set: PoolCounter::new(
                "vestibule_passwords_set_total",
                "Passwords that were set, by pool and how.",
                ["how"],
                &pools,
            ),
            factors_set_up: PoolCounter::new(
                "vestibule_factors_set_up_total",
                "Second factors that were set up in a sign-in, by pool and kind.",
                ["factor"],
                &pools,
            ),
            agreements: PoolCounter::new(
                "vestibule_agreements_total",
                "What people answered to terms and to what applications ask for, by pool.",
                ["asked", "answer"],
                &pools,
            ),
            form_guards: PoolCounter::new(
                "vestibule_form_guards_total",
                "Answers to forms that are attacked, by pool, form and what was done with them.",
                ["form", "outcome"],
                &pools,
            ),
            sign_outs: PoolCounter::new("vestibule_sign_outs_total", "Sign-outs by pool.", [], &pools),
            lockouts: Counter::new(
                "vestibule_lockouts_total",
                "Locks begun after too many failures, by what was counted.",
                ["counter"],
            )
            .beginning_at_zero(&[["user"], ["user-prefix"], ["address"]]),
            locked_attempts: Counter::new(
                "vestibule_locked_attempts_total",
                "Attempts that were not judged because a lock holds.",
                [],
            )
            .beginning_at_zero(&[[]]),
            rate_refusals: Counter::new(
                "vestibule_rate_refusals_total",
                "Refusals by a limit per time, by limit.",
                ["limit"],
            ),
        }
    }

    pub(super) fn register(&self, registry: &Registry) {
        self.sign_ups.register(registry);
        self.confirmations.register(registry);
        self.sign_ins.register(registry);
        self.passwords_set.register(registry);
        self.factors_set_up.register(registry);
        self.agreements.register(registry);
        self.form_guards.register(registry);
        self.sign_outs.register(registry);
        self.lockouts.register(registry);
        self.locked_attempts.register(registry);
        self.rate_refusals.register(registry);
    }
}
