//! One turn of the flow: claim, check, verify, record, decide, enter, save.
//!
//! Owns the order of these seven, the life of a flow and the one attempt that each answer costs. Leaves to others: what
//! an answer is worth (`factors`), what comes next (`policy`), how it is asked (`enter`).

use std::sync::Arc;

use super::enter::{self, Entry};
use super::factors::{self, Judged};
use super::handle::Opened;
use super::{AuthnError, FlowHandle, Notice, Opening, Step, step_up, typed};
use crate::crypto::digest::constant_time_eq;
use crate::crypto::encoding::hex;
use crate::directory;
use crate::env::Env;
use crate::model::caller::Caller;
use crate::model::client::AppClient;
use crate::model::flow::{
    Answer, AuthFlow, Authenticated, Challenge, FlowState, Proof, ProofKind, Stage, Subject, Surface,
};
use crate::model::ids::{FlowId, UserId};
use crate::model::passkey::Passkey;
use crate::model::pool::{RememberDevices, UserPool};
use crate::security::rate::{self, Limit, UsedUp};
use crate::store::{flows, sessions};

/// Answers that one flow takes, right and wrong ones.
const ATTEMPTS: i64 = 30;
/// How long one answer may be judged before another one is taken, in milliseconds.
const TURN_MS: i64 = 10_000;
/// The window in which the flows that one address prefix begins are counted, in milliseconds.
const BEGINNINGS_WINDOW_MS: i64 = 600_000;
/// The longest life of a flow from its beginning, in milliseconds; also the life of a challenge that waits for a mail.
const LONGEST_LIFE_MS: i64 = 3_600_000;
/// The life of a challenge in which a second factor is set up, in milliseconds.
const SET_UP_LIFE_MS: i64 = 1_800_000;
/// Characters of a typed name that are kept to be shown again.
const TYPED_NAME_LENGTH: usize = 256;

/// A claimed flow and everything that is needed to judge one answer.
pub(super) struct Turn<'a> {
    pub env: &'a Env,
    pub caller: &'a Caller,
    pub pool: &'a UserPool,
    pub client: Arc<AppClient>,
    /// As it was claimed; only the typed name changes while the answer is judged.
    pub flow: AuthFlow,
    /// Whose name was typed in this answer, for the audit trail alone.
    pub named: Option<UserId>,
    /// Whether the person wants this browser to be remembered if this answer is right.
    pub remember: bool,
    /// When the turn began. What happened to the account later is not covered by what is proven now.
    pub now: i64,
}

/// What is to be saved at the end of a turn.
struct Outcome {
    state: FlowState,
    entry: Entry,
    notice: Option<Notice>,
}

/// What became of a save.
enum Saved {
    Done,
    /// The flow was deleted, or somebody else has it.
    Gone,
    /// The limits on messages do not allow the code that would have gone out.
    TooManyMessages(UsedUp),
}

/// Begins a flow at its first challenge.
pub(super) async fn begin(
    env: &Env,
    caller: &Caller,
    (pool, client): (&UserPool, &AppClient),
    surface: Surface,
    opening: Opening<'_>,
) -> Result<Step, AuthnError> {
    let now = env.now();
    let limit = beginnings(env, caller, pool);
    let flow = AuthFlow {
        id: FlowId::trusted(env.random.token()),
        pool_id: pool.id.clone(),
        client_id: client.id.clone(),
        state: FlowState {
            surface,
            subject: Subject::Unnamed,
            typed_name: opening.login_hint.map(shortened),
            stage: Stage::Challenge(Challenge::Identify),
            step: 0,
            proofs: Vec::new(),
            external: None,
            locale: opening.locale.map(str::to_owned),
            demand: opening.demand.cloned().unwrap_or_default(),
            interlude: None,
            remember: false,
            takes_recovery_codes: false,
            step_up: opening.step_up.cloned(),
        },
        revision: 0,
        attempts: 0,
        created_at: now,
        expires_at: now + step_life_ms((pool, client), &Stage::Challenge(Challenge::Identify)),
    };
    let row = typed::seal(env, &flow);
    let begun = env.db.write(move |c| {
        let taken = rate::take(c, &row.pool_id, std::slice::from_ref(&limit), now)?;
        if taken.is_ok() {
            flows::insert(c, &row)?;
        }
        Ok(taken)
    });
    begun.await??;
    step(env, flow, None)
}

/// A flow is a row that anybody may make without having proven anything: no network fills the disk with them.
pub fn beginnings(env: &Env, caller: &Caller, pool: &UserPool) -> Limit {
    let prefix = env.keys.fingerprint("flow-prefix", &[pool.id.as_str(), &caller.address_prefix()]);
    Limit {
        scope: "flow-prefix",
        subject: hex(&prefix[..16]),
        most: pool.settings.sign_ins_begun_per_prefix,
        window_ms: BEGINNINGS_WINDOW_MS,
    }
}

/// Where the flow of a handle stands.
pub(super) async fn current(
    env: &Env,
    pool: &UserPool,
    handle: &FlowHandle,
    browser: &str,
) -> Result<Step, AuthnError> {
    let (flow, _) = load(env, pool, handle, browser).await?;
    step(env, flow, None)
}

/// The passkeys that a flow asks for by name: where one is asked for of somebody who is known. At a sign-in's beginning
/// nobody is, and the passkey says who it is.
pub(super) async fn passkeys(
    env: &Env,
    pool: &UserPool,
    handle: &FlowHandle,
    browser: &str,
) -> Result<Vec<Passkey>, AuthnError> {
    let (flow, _) = load(env, pool, handle, browser).await?;
    let owner = match (&flow.state.stage, &flow.state.subject) {
        (Stage::Challenge(Challenge::Passkey { .. }), Subject::Known(user)) => Some(user),
        _ => flow.state.step_up.as_ref(),
    };
    match owner {
        Some(user) => Ok(directory::passkeys::usable(env, pool, user).await?),
        None => Ok(Vec::new()),
    }
}

/// (1) Loads the flow of a handle and claims the right to judge one answer; the attempt is spent from here on.
pub(super) async fn claim<'a>(
    env: &'a Env,
    caller: &'a Caller,
    pool: &'a UserPool,
    handle: &FlowHandle,
    browser: &str,
) -> Result<Turn<'a>, AuthnError> {
    let (mut flow, opened) = load(env, pool, handle, browser).await?;
    if opened.step != flow.state.step {
        return Err(AuthnError::MovedOn);
    }
    let client = directory::account_client::of_flow(env, pool, &flow.client_id).await?;
    let client = client.ok_or(AuthnError::UnknownFlow)?;
    let now = env.now();
    let read = flow.clone();
    let stands_now = env
        .db
        .write(move |c| {
            if flows::claim(c, &read, ATTEMPTS, now, now + TURN_MS)? {
                return Ok(Ok(()));
            }
            Ok(Err(flows::find(c, &read.pool_id, &read.id)?))
        })
        .await?;
    match stands_now {
        Ok(()) => {
            flow.revision += 1;
            flow.attempts += 1;
            Ok(Turn { env, caller, pool, client, flow, named: None, remember: false, now })
        }
        Err(None) => Err(AuthnError::UnknownFlow),
        Err(Some(flow)) if flow.expires_at <= now => Err(AuthnError::Expired),
        Err(Some(flow)) if flow.state.step != opened.step => Err(AuthnError::MovedOn),
        Err(Some(flow)) if flow.attempts >= ATTEMPTS => Err(AuthnError::AttemptsSpent),
        Err(Some(_)) => Err(AuthnError::InProgress),
    }
}

/// (2) to (7): judges an answer in a claimed turn and takes the flow where it leads.
pub(super) async fn advance(turn: &mut Turn<'_>, answer: Answer) -> Result<Step, AuthnError> {
    let outcome = match judge(turn, answer).await {
        Ok(judged) => decide(turn, judged).await,
        Err(error) => Err(error),
    };
    match outcome {
        Ok(outcome) => save(turn, outcome).await,
        Err(error) => {
            release(turn).await;
            Err(error)
        }
    }
}

/// (2) and (3): an answer that does not fit the challenge is not looked at.
async fn judge(turn: &mut Turn<'_>, answer: Answer) -> Result<Judged, AuthnError> {
    let Stage::Challenge(challenge) = turn.flow.state.stage.clone() else { return Err(AuthnError::MovedOn) };
    factors::judge(turn, &challenge, answer).await
}

/// (4) to (6): records what was proven, asks the policy and prepares the next challenge.
async fn decide(turn: &mut Turn<'_>, judged: Judged) -> Result<Outcome, AuthnError> {
    let mut state = turn.flow.state.clone();
    let went_on = matches!(judged, Judged::WentOn);
    let (mut entry, notice) = match judged {
        Judged::Proven { user, kind } => {
            factors::external::check_account(&state, &user)?;
            step_up::check(&state, &user)?;
            state.subject = Subject::Known(user);
            prove(turn, &mut state, kind);
            (enter::next(turn, &state, None).await?, None)
        }
        Judged::ProvenThen { user, kind, then } => {
            factors::external::check_account(&state, &user)?;
            step_up::check(&state, &user)?;
            state.subject = Subject::Known(user);
            prove(turn, &mut state, kind);
            state.interlude = then;
            (enter::next(turn, &state, None).await?, None)
        }
        Judged::WentOn => {
            state.interlude = None;
            (enter::next(turn, &state, None).await?, None)
        }
        Judged::Arrived { user, login, vouched } => {
            if let Some(user) = &user {
                step_up::check(&state, user)?;
            }
            state.external = Some(login);
            if let Some(user) = user {
                state.subject = Subject::Known(user);
                state.proofs.push(Proof { vouched, ..Proof::new(ProofKind::External, turn.now) });
            }
            (enter::next(turn, &state, None).await?, None)
        }
        Judged::PasswordChosen => {
            // The change ended everything older; the flow goes on from it.
            turn.now = turn.env.now();
            (enter::next(turn, &state, None).await?, None)
        }
        Judged::Wished(wish) => (enter::next(turn, &state, Some(wish)).await?, None),
        Judged::Asked { subject, entry } => {
            state.subject = subject;
            (entry, None)
        }
        Judged::SentAgain(entry) => {
            state.stage = entry.stage.clone();
            return Ok(Outcome { state, entry, notice: Some(Notice::CodeSentAgain) });
        }
        Judged::Restart(notice) => {
            state.subject = Subject::Unnamed;
            state.proofs.clear();
            state.external = None;
            // Whose session it is does not change by it.
            state.locale = state.locale.filter(|_| state.step_up.is_some());
            state.interlude = None;
            state.remember = false;
            (Entry::to(Challenge::Identify), notice)
        }
    };
    // Never before the proof: the page of a known name would read differently from that of an unknown one.
    if !state.proofs.is_empty() && entry.locale.is_some() {
        state.locale.clone_from(&entry.locale);
    }
    if matches!(entry.stage, Stage::Complete { .. }) {
        let before = turn.now;
        factors::external::link(turn, &mut state).await?;
        // Reading something proves nothing: then the sign-in is as old as the last proof.
        let at = if went_on && turn.now == before { last_proof(&state, turn.now) } else { turn.now };
        entry.stage = Stage::Complete { at };
    }
    state.stage = entry.stage.clone();
    state.takes_recovery_codes = entry.takes_recovery_codes;
    // While nothing is proven the pages may be answered in any order: whoever goes back to type another name is heard.
    if !(is_beginning(&turn.flow.state.stage) && is_beginning(&state.stage)) {
        state.step += 1;
    }
    Ok(Outcome { state, entry, notice })
}

fn is_beginning(stage: &Stage) -> bool {
    matches!(stage, Stage::Challenge(challenge) if challenge.is_beginning())
}

/// Records what was proven just now, and whether the browser is to be remembered for it.
fn prove(turn: &Turn<'_>, state: &mut FlowState, kind: ProofKind) {
    let is_factor =
        matches!(kind, ProofKind::Totp | ProofKind::EmailOtp | ProofKind::SmsOtp | ProofKind::Passkey(_));
    let is_second = !state.proofs.is_empty() && is_factor;
    state.proofs.push(Proof::new(kind, turn.now));
    state.remember |= is_second
        && match directory::devices::mode(turn.pool) {
            Some(RememberDevices::Always) => true,
            Some(RememberDevices::OptIn) => turn.remember,
            None => false,
        };
}

fn last_proof(state: &FlowState, now: i64) -> i64 {
    state.proofs.last().map_or(now, |proof| proof.at)
}

/// (7): saves, unless the flow was ended while its answer was judged.
async fn save(turn: &Turn<'_>, outcome: Outcome) -> Result<Step, AuthnError> {
    let Outcome { state, entry, notice } = outcome;
    let life = step_life_ms((turn.pool, &turn.client), &state.stage);
    let next = AuthFlow {
        expires_at: (turn.now + life).min(turn.flow.created_at + LONGEST_LIFE_MS),
        state,
        ..turn.flow.clone()
    };
    let (row, unchanged) = (typed::seal(turn.env, &next), typed::seal(turn.env, &turn.flow));
    let (outgoing, codes, judged_at) = (entry.outgoing, entry.codes, turn.now);
    let sends = outgoing.as_ref().is_some_and(|outgoing| outgoing.is_sent());
    let saved = turn
        .env
        .db
        .write(move |c| {
            let owner = owner(&row.state);
            if let Some(id) = owner {
                // Until a flow is theirs, whatever ends a person's flows does not find it.
                if !sessions::hold_user(c, &row.pool_id, id, judged_at)? {
                    return Ok(Saved::Gone);
                }
            }
            if !flows::update(c, &row, owner)? {
                return Ok(Saved::Gone);
            }
            if let Some(codes) = &codes {
                codes.store(c)?;
            }
            let Some(outgoing) = &outgoing else { return Ok(Saved::Done) };
            let Err(limit) = outgoing.write(c)? else { return Ok(Saved::Done) };
            let unchanged = AuthFlow { revision: row.revision + 1, ..unchanged.clone() };
            flows::update(c, &unchanged, self::owner(&unchanged.state))?;
            Ok(Saved::TooManyMessages(limit))
        })
        .await?;
    match saved {
        Saved::Done => {
            if sends {
                turn.env.outbox_bell.notify_one();
            }
            step(turn.env, next, notice)
        }
        Saved::TooManyMessages(limit) => Err(limit.into()),
        Saved::Gone => Err(gone(turn).await?),
    }
}

/// Lets the next answer in after a refused one. A failure here only makes it wait for the end of the turn.
async fn release(turn: &Turn<'_>) {
    let flow = typed::seal(turn.env, &turn.flow);
    let released = turn.env.db.write(move |c| flows::update(c, &flow, owner(&flow.state))).await;
    if let Err(error) = released {
        tracing::warn!(%error, "a flow could not be released after a refused answer");
    }
}

/// Why a claimed flow could not be saved.
async fn gone(turn: &Turn<'_>) -> Result<AuthnError, AuthnError> {
    let flow = turn.flow.clone();
    let now = turn.env.db.read(move |c| flows::find(c, &flow.pool_id, &flow.id)).await?;
    match now {
        Some(now) if now.revision != turn.flow.revision => Ok(AuthnError::MovedOn),
        _ => Ok(AuthnError::UnknownFlow),
    }
}

/// The flow of a handle, when this browser may see it and it has not ended.
async fn load(
    env: &Env,
    pool: &UserPool,
    handle: &FlowHandle,
    browser: &str,
) -> Result<(AuthFlow, Opened), AuthnError> {
    let opened = handle.open(env, pool).ok_or(AuthnError::UnknownFlow)?;
    let (pool_id, id) = (pool.id.clone(), opened.flow.clone());
    let flow = env.db.read(move |c| flows::find(c, &pool_id, &id)).await?.ok_or(AuthnError::UnknownFlow)?;
    let Surface::Hosted { browser: own, .. } = &flow.state.surface;
    if !constant_time_eq(own.as_bytes(), browser.as_bytes()) {
        return Err(AuthnError::OtherBrowser);
    }
    if flow.expires_at <= env.now() {
        return Err(AuthnError::Expired);
    }
    Ok((typed::open(env, flow)?, opened))
}

/// Whom a flow belongs to by proof: whatever ends that person's flows ends it. A flow that waits for a reset code
/// belongs to nobody, since the reset itself ends the person's flows and this one goes on.
fn owner(state: &FlowState) -> Option<&UserId> {
    match (&state.subject, &state.stage) {
        (_, Stage::Challenge(Challenge::ResetPassword { .. })) => None,
        (Subject::Known(user), _) if !state.proofs.is_empty() => Some(user),
        _ => None,
    }
}

/// How long a stage may last, in milliseconds.
fn step_life_ms((pool, client): (&UserPool, &AppClient), stage: &Stage) -> i64 {
    match stage {
        // Whoever comes back in the last moment can still go on.
        Stage::Challenge(Challenge::External { .. }) => {
            pool.settings.provider_round_trip_ms().saturating_add(step_ms(client))
        }
        Stage::Challenge(Challenge::ConfirmSignUp { .. } | Challenge::ResetPassword { .. }) => {
            LONGEST_LIFE_MS
        }
        // An app has to be found and installed, and codes to be written down.
        Stage::Challenge(
            Challenge::SetUpFactor { .. }
            | Challenge::SetUpTotp { .. }
            | Challenge::SetUpNumber { .. }
            | Challenge::SetUpCode { .. }
            | Challenge::RecoveryCodes { .. }
            | Challenge::RecoveryCodeUsed { .. },
        ) => SET_UP_LIFE_MS.max(step_ms(client)),
        Stage::Challenge(_) | Stage::Complete { .. } => step_ms(client),
    }
}

fn step(env: &Env, flow: AuthFlow, notice: Option<Notice>) -> Result<Step, AuthnError> {
    let handle = FlowHandle::seal(env, &flow);
    let FlowState {
        surface,
        subject,
        typed_name,
        stage,
        proofs,
        external,
        locale,
        remember,
        takes_recovery_codes,
        ..
    } = flow.state;
    let linking =
        external.as_ref().filter(|login| login.linking.is_some()).map(|login| login.provider.clone());
    match (stage, subject) {
        (Stage::Challenge(challenge), _) => Ok(Step::Challenge {
            handle,
            challenge,
            typed_name,
            client_id: flow.client_id,
            linking,
            locale,
            takes_recovery_codes,
            attempts: flow.attempts,
            notice,
        }),
        (Stage::Complete { at }, Subject::Known(user_id)) => {
            let Surface::Hosted { authorization, .. } = surface;
            Ok(Step::Authenticated(Authenticated {
                flow_id: flow.id,
                pool_id: flow.pool_id,
                client_id: flow.client_id,
                user_id,
                proofs,
                authenticated_at: at,
                authorization: Some(authorization),
                external,
                remember,
            }))
        }
        (Stage::Complete { .. }, _) => Err(AuthnError::Internal("a complete flow is about nobody".into())),
    }
}

/// The client's setting for the life of one challenge, in milliseconds.
fn step_ms(client: &AppClient) -> i64 {
    i64::from(client.settings.auth_session_minutes) * 60_000
}

fn shortened(name: &str) -> String {
    name.chars().take(TYPED_NAME_LENGTH).collect()
}

impl Turn<'_> {
    /// Keeps the name as it was typed, to be shown again whatever becomes of the answer.
    pub(super) fn remember_typed(&mut self, name: &str) {
        self.flow.state.typed_name = Some(shortened(name));
    }

    /// How long a code that is sent now serves, in milliseconds: as long as the challenge that asks for it.
    pub(super) fn code_life_ms(&self) -> i64 {
        step_ms(&self.client)
    }
}
