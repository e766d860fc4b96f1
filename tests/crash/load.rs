//! People who sign up, sign in, refresh and change their passwords, and who remember what they were told.

use std::sync::Arc;
use std::sync::atomic::{AtomicBool, AtomicU64, Ordering};

use serde_json::Value;
use vestibule::crypto::digest::sha256_base64url;
use vestibule::dev::seed;
use vestibule::model::ids::{ClientId, PoolId};
use vestibule::store::{Db, clients, pools, token_families};

use crate::support::application::Application;
use crate::support::browser::{Browser, Page};

/// One person and what they were told. What is under way when the server dies is `asked`: it may or may not have happened.
#[derive(Clone, Default, Debug)]
pub struct Person {
    /// Their address, which signs them in.
    pub email: String,
    /// Whether the sign-up was acknowledged.
    pub signed_up: bool,
    /// Whether the confirmation was.
    pub confirmed: bool,
    /// The password that was acknowledged last.
    pub password: String,
    /// The password that was asked for and not acknowledged.
    pub asked_password: Option<String>,
    /// The refresh token that was handed out last.
    pub refresh_token: Option<String>,
    /// Refresh tokens that were exchanged for another.
    pub spent: Vec<String>,
    /// A code that was exchanged, and its verifier.
    pub used_code: Option<(String, String)>,
    /// How much was acknowledged.
    pub acknowledged: u64,
    /// The code of the last mail.
    pub last_code: Option<String>,
}

/// Why a person's round ended early.
#[derive(Debug)]
pub enum Interrupted {
    /// The server did not answer, or said "later" as it should.
    Unanswered,
    /// An answer that must not be.
    Wrong(String),
}

impl From<reqwest::Error> for Interrupted {
    fn from(_: reqwest::Error) -> Self {
        Self::Unanswered
    }
}

/// Answers with 500, or with 503 and no `Retry-After`: none is allowed, whatever happens to the database.
pub static BAD_ANSWERS: AtomicU64 = AtomicU64::new(0);

type Step<T> = Result<T, Interrupted>;

/// Makes room for a crowd in the limits and turns rotation on, with the longest grace.
pub async fn prepare(db: &Db) {
    db.write(|c| {
        let pool = PoolId::trusted(seed::DEFAULT_POOL);
        let mut stored = pools::find(c, &pool)?.expect("the demonstration pool");
        let settings = &mut stored.settings;
        settings.sign_ups_per_prefix = 1_000_000;
        settings.sign_ins_begun_per_prefix = 1_000_000;
        settings.message_limits.per_address = 1_000_000;
        settings.message_limits.per_destination = 1_000_000;
        settings.message_limits.per_pool = 1_000_000;
        settings.lockout.per_address = 1_000_000;
        pools::update(c, &stored)?;
        let id = ClientId::trusted(seed::PUBLIC_CLIENT);
        let mut client = clients::find(c, &pool, &id)?.expect("the demonstration client");
        client.settings.rotation.enabled = true;
        client.settings.rotation.grace_seconds = 60;
        clients::update(c, &client)
    })
    .await
    .expect("the settings can be changed");
}

/// The application of a server.
pub fn application(origin: &str) -> Application {
    Application::public(origin)
}

fn browser(origin: &str) -> Browser {
    Browser::new(origin)
}

/// What a page must not be; pages that say "later" end the round.
fn sound(page: Page) -> Step<Page> {
    if page.query("error").as_deref() == Some("temporarily_unavailable") {
        // An application whose browser comes back with this tries again later.
        return Err(Interrupted::Unanswered);
    }
    judge(page.status, page.header("retry-after").is_empty(), &page.text()).map(|()| page)
}

fn judge(status: u16, no_retry_after: bool, text: &str) -> Step<()> {
    match status {
        503 | 429 if !no_retry_after => Err(Interrupted::Unanswered),
        500..=599 => {
            BAD_ANSWERS.fetch_add(1, Ordering::Relaxed);
            Err(Interrupted::Wrong(format!("{status}: {text}")))
        }
        _ => Ok(()),
    }
}

fn odd<T>(what: &str, page: &Page) -> Step<T> {
    Err(Interrupted::Wrong(format!("{what}: {} {} {}", page.status, page.url, page.text())))
}

/// The code that the development server's mailbox has for an address, once a new one has come.
async fn code_for(app: &Application, browser: &Browser, person: &mut Person) -> Step<String> {
    for _ in 0..100 {
        let answer = browser.client().get(format!("{}/dev/mailbox.json", app.endpoints)).send().await?;
        let messages: Vec<Value> = answer.json().await?;
        let found = messages
            .iter()
            .filter(|message| message["to"] == person.email.as_str())
            .max_by_key(|message| message["number"].as_u64())
            .and_then(|message| message["code"].as_str());
        if let Some(code) = found.filter(|code| person.last_code.as_deref() != Some(code)) {
            person.last_code = Some(code.to_owned());
            return Ok(code.to_owned());
        }
        super::pass(50).await;
    }
    Err(Interrupted::Unanswered)
}

async fn exchange(app: &Application, code: &str, verifier: &str) -> Step<Value> {
    let fields = [
        ("grant_type", "authorization_code"),
        ("code", code),
        ("redirect_uri", app.redirect_uri.as_str()),
        ("code_verifier", verifier),
    ];
    token(app, &fields).await
}

/// The token endpoint's answer; refusals are returned as they are.
pub async fn token(app: &Application, fields: &[(&str, &str)]) -> Step<Value> {
    let answer = app.try_post("/oauth2/token", fields).await?;
    // The JSON endpoints carry Retry-After with every 503; their own tests say so.
    judge(answer.status, false, &answer.body.to_string())?;
    Ok(answer.body)
}

/// A whole round of one person, in which each acknowledgement is noted at once.
pub async fn live(app: &Application, person: &mut Person, stop: &AtomicBool) -> Step<()> {
    sign_up(app, person).await?;
    while !stop.load(Ordering::Relaxed) {
        for _ in 0..3 {
            refresh(app, person).await?;
        }
        change_password(app, person).await?;
        sign_in(app, person).await?;
    }
    Ok(())
}

async fn sign_up(app: &Application, person: &mut Person) -> Step<()> {
    let browser = browser(&app.endpoints);
    let departure = app.depart(&[]);
    let login = sound(browser.try_get(departure.url.as_str()).await?)?;
    let page = sound(browser.try_get(&login.url.as_str().replace("/login", "/signup")).await?)?;
    if !page.has("[name=signUpButton]") {
        return odd("no sign-up page", &page);
    }
    let fields = [("username", person.email.as_str()), ("password", person.password.as_str())];
    let confirm = sound(browser.try_submit(&page, "signUpButton", &fields).await?)?;
    if !confirm.has("input[name=code]") {
        return odd("no confirmation page", &confirm);
    }
    person.signed_up = true;
    person.acknowledged += 1;
    let code = code_for(app, &browser, person).await?;
    let back = sound(browser.try_submit(&confirm, "confirmButton", &[("code", &code)]).await?)?;
    let Some(code) = back.query("code") else { return odd("not confirmed", &back) };
    person.confirmed = true;
    person.acknowledged += 1;
    take_tokens(app, person, code, departure.verifier).await
}

async fn take_tokens(app: &Application, person: &mut Person, code: String, verifier: String) -> Step<()> {
    let tokens = exchange(app, &code, &verifier).await?;
    let Some(refresh_token) = tokens["refresh_token"].as_str() else {
        return Err(Interrupted::Wrong(format!("a fresh code was refused: {tokens}")));
    };
    person.spent.clear();
    person.refresh_token = Some(refresh_token.to_owned());
    person.used_code = Some((code, verifier));
    person.acknowledged += 1;
    Ok(())
}

/// Exchanges the refresh token for its successor.
pub async fn refresh(app: &Application, person: &mut Person) -> Step<()> {
    let Some(presented) = person.refresh_token.clone() else { return Ok(()) };
    let fields = [("grant_type", "refresh_token"), ("refresh_token", presented.as_str())];
    let answer = token(app, &fields).await?;
    let Some(successor) = answer["refresh_token"].as_str() else {
        return Err(Interrupted::Wrong(format!("the newest refresh token was refused: {answer}")));
    };
    person.refresh_token = Some(successor.to_owned());
    person.spent.push(presented);
    person.acknowledged += 1;
    Ok(())
}

async fn change_password(app: &Application, person: &mut Person) -> Step<()> {
    let browser = browser(&app.endpoints);
    let login = sound(browser.try_get(app.depart(&[]).url.as_str()).await?)?;
    let forgot = sound(browser.try_get(&login.url.as_str().replace("/login", "/forgotPassword")).await?)?;
    if !forgot.has("[name=resetPasswordButton]") {
        return odd("no recovery page", &forgot);
    }
    let fields = [("username", person.email.as_str())];
    let page = sound(browser.try_submit(&forgot, "resetPasswordButton", &fields).await?)?;
    if !page.has("[name=changePasswordButton]") {
        return odd("no page for the new password", &page);
    }
    let code = code_for(app, &browser, person).await?;
    let password = format!("Correct-Horse-{}", super::draw(1_000_000_000));
    person.asked_password = Some(password.clone());
    // A new password ends what was there before.
    person.refresh_token = None;
    person.used_code = None;
    let fields = [("code", code.as_str()), ("password", password.as_str())];
    let done = sound(browser.try_submit(&page, "changePasswordButton", &fields).await?)?;
    if done.path() != "/login" {
        return odd("the new password was refused", &done);
    }
    person.password = password;
    person.asked_password = None;
    person.acknowledged += 1;
    Ok(())
}

async fn sign_in(app: &Application, person: &mut Person) -> Step<()> {
    let (browser, departure) = (browser(&app.endpoints), app.depart(&[]));
    let login = sound(browser.try_get(departure.url.as_str()).await?)?;
    if !login.has("[name=signInSubmitButton]") {
        return odd("no sign-in page", &login);
    }
    let fields = [("username", person.email.as_str()), ("password", person.password.as_str())];
    let back = sound(browser.try_submit(&login, "signInSubmitButton", &fields).await?)?;
    let Some(code) = back.query("code") else { return odd("the acknowledged password was refused", &back) };
    take_tokens(app, person, code, departure.verifier).await
}

/// Checks after the restart that everything this person was told is so; `db` is the same database. The server must answer.
pub async fn verify(app: &Application, person: &Person, db: &Db) {
    if !person.signed_up {
        return;
    }
    for spent in &person.spent {
        let digest = sha256_base64url(spent.as_bytes());
        let record = db.read(move |c| token_families::find_refresh_token(c, &digest)).await;
        let record = record.expect("the database answers").expect("a token that was handed out is known");
        assert!(record.used_at.is_some(), "an exchanged refresh token is unused again: {person:?}");
    }
    let mut later = person.clone();
    // The grace lets a client that was not answered ask again, so this holds for a refresh that was cut off as well.
    refresh(app, &mut later).await.unwrap_or_else(|why| panic!("{why:?}: {person:?}"));
    let mut passwords = vec![person.password.clone()];
    passwords.extend(person.asked_password.clone());
    let mut refusals = Vec::new();
    for password in passwords {
        let (browser, departure) = (browser(&app.endpoints), app.depart(&[]));
        let login = browser.get(departure.url.as_str()).await;
        let fields = [("username", person.email.as_str()), ("password", password.as_str())];
        let page = browser.submit(&login, "signInSubmitButton", &fields).await;
        let is_in = page.query("code").is_some();
        // What was not acknowledged may have happened all the same: a confirmation, a new password.
        if is_in || (!person.confirmed && page.has("[name=confirmButton]")) {
            refusals.clear();
            break;
        }
        refusals.push(format!("{} {} {}", page.status, page.url, page.text()));
    }
    assert!(refusals.is_empty(), "neither password is right: {refusals:?} {person:?}");
    if let Some((code, verifier)) = &person.used_code {
        let answer = exchange(app, code, verifier).await.unwrap_or_else(|why| panic!("{why:?}"));
        assert_eq!(answer["error"], "invalid_grant", "a used code was taken again: {person:?}");
    }
}

/// A crowd at work; ends when it is told or when the server no longer answers.
pub struct Crowd {
    stop: Arc<AtomicBool>,
    people: Vec<tokio::task::JoinHandle<(Person, Step<()>)>>,
}

impl Crowd {
    /// Sends `size` new people to a server.
    pub fn start(app: &Application, size: usize) -> Self {
        let stop = Arc::new(AtomicBool::new(false));
        let people = (0..size).map(|_| {
            let (app, stop) = (app.clone(), stop.clone());
            tokio::spawn(async move {
                let mut person = Person {
                    email: format!("p{:x}@example.com", super::draw(u64::MAX)),
                    password: "Correct-Horse-9".to_owned(),
                    ..Person::default()
                };
                let end = live(&app, &mut person, &stop).await;
                (person, end)
            })
        });
        Self { people: people.collect(), stop }
    }

    /// Waits for everybody and returns what they were told.
    ///
    /// # Panics
    /// When somebody was given a wrong answer.
    pub async fn end(self) -> Vec<Person> {
        self.stop.store(true, Ordering::Relaxed);
        let mut people = Vec::new();
        for person in self.people {
            let (person, end) = person.await.expect("no panic in the crowd");
            if let Err(Interrupted::Wrong(what)) = end {
                panic!("{what}\n{person:?}");
            }
            people.push(person);
        }
        people
    }
}
