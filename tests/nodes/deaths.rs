//! A node killed in the middle of a step: the person does once more what they did, and goes on at the other node.
//!
//! The nodes are processes of their own and die by SIGKILL at a random moment after the request of the step was sent. The
//! person is a small machine that does what people do: fills in the form that is there, asks for another code where none
//! comes, follows the page's own link where it says that something is over.

use std::io::Write;
use std::net::{SocketAddr, TcpListener};

use secrecy::ExposeSecret;
use serde_json::Value;
use vestibule::crypto::random::{Random, SystemRandom};
use vestibule::crypto::totp;
use vestibule::dev::seed::{self, GRACE_TOTP_SEED};
use vestibule::model::clock::{Clock, SystemClock};
use vestibule::model::ids::PoolId;
use vestibule::store::{DatabaseSettings, Db, pools};

use crate::support::application::{Application, Departure};
use crate::support::balancer::{Balancer, Cargo};
use crate::support::browser::{Browser, Page};
use crate::support::database::{TestDatabase, block_on, has_postgres};
use crate::support::process::{Launch, Process};

/// How long a person goes on trying, in milliseconds: longer than a dead node's turn.
const PATIENCE: i64 = 40_000;

/// What a person is up to.
#[derive(Clone, Copy, PartialEq, Debug)]
enum Wish {
    SignIn,
    SignInWithTwoFactors,
    SignUp,
    Recover,
}

struct Person<'a> {
    wish: Wish,
    username: String,
    password: String,
    browser: Browser,
    app: &'a Application,
    departure: Departure,
    nodes: &'a [SocketAddr],
    last_code: Option<String>,
    /// Whether the wished page (sign-up, recovery) was gone to.
    is_there: bool,
}

/// What the person does next.
enum Deed {
    Go(String),
    Fill { form: &'static str, fields: Vec<(&'static str, String)> },
    Arrived(String),
}

impl Person<'_> {
    /// The deed that the page asks for.
    async fn deed(&mut self, page: Option<&Page>) -> Deed {
        let Some(page) = page else { return Deed::Go(self.departure.url.to_string()) };
        if page.url.as_str().starts_with(&self.app.redirect_uri) {
            return match page.query("code") {
                Some(code) => Deed::Arrived(code),
                None => self.begin_again(),
            };
        }
        let typed = |names: &[&'static str]| {
            let value = |name| if name == "username" { self.username.clone() } else { self.password.clone() };
            names.iter().map(|name| (*name, value(*name))).collect::<Vec<_>>()
        };
        if page.has("[name=signUpButton]") {
            self.is_there = true;
            return Deed::Fill { form: "signUpButton", fields: typed(&["username", "password"]) };
        }
        if page.has("[name=resetPasswordButton]") {
            self.is_there = true;
            return Deed::Fill { form: "resetPasswordButton", fields: typed(&["username"]) };
        }
        if page.has("[name=signInSubmitButton]") {
            let wished = match self.wish {
                Wish::SignUp => "/signup",
                Wish::Recover => "/forgotPassword",
                _ => "",
            };
            // Until the page has come: the node may die on the way there.
            if !wished.is_empty() && !self.is_there {
                return Deed::Go(page.url.as_str().replace("/login", wished));
            }
            return Deed::Fill { form: "signInSubmitButton", fields: typed(&["username", "password"]) };
        }
        for (form, with_password) in [("confirmButton", false), ("changePasswordButton", true)] {
            if page.has(&format!("[name={form}]")) {
                let Some(code) = self.code().await else {
                    return Deed::Fill { form: "resendButton", fields: Vec::new() };
                };
                let mut fields = vec![("code", code)];
                if with_password {
                    fields.push(("password", self.password.clone()));
                }
                return Deed::Fill { form, fields };
            }
        }
        if page.has("input[name=code]") {
            let seed = totp::secret_from_base32(GRACE_TOTP_SEED).expect("the seed is base32");
            // The step of a code that was taken does not serve again: the next one does, and is allowed for.
            let step = SystemClock.now() / totp::STEP_MS + i64::from(self.last_code.is_some());
            let code = totp::code_at(&seed, step);
            self.last_code = Some(code.clone());
            return Deed::Fill { form: "continueButton", fields: vec![("code", code)] };
        }
        self.begin_again()
    }

    /// Back at the application, which sends the browser off again; what is known about the person is still there.
    fn begin_again(&mut self) -> Deed {
        self.departure = self.app.depart(&[]);
        Deed::Go(self.departure.url.to_string())
    }

    /// The newest code that came by mail and was not tried yet; `None` when it went with the node that had sent it.
    async fn code(&mut self) -> Option<String> {
        for _ in 0..40 {
            let mut found = Vec::new();
            for node in self.nodes {
                let url = format!("http://localhost:{}/dev/mailbox.json", node.port());
                // A dead node has no mailbox.
                let Ok(answer) = self.browser.client().get(url).send().await else { continue };
                let Ok(messages) = answer.json::<Vec<Value>>().await else { continue };
                found.extend(messages.into_iter().filter(|message| message["to"] == self.username.as_str()));
            }
            found.retain(|message| message["code"].is_string());
            let newest = found.iter().max_by_key(|message| message["sent_at"].as_i64());
            let code = newest.and_then(|message| message["code"].as_str()).map(ToOwned::to_owned);
            if code.is_some() && code != self.last_code {
                self.last_code.clone_from(&code);
                return code;
            }
            pass(50).await;
        }
        None
    }

    /// Does it; `None` when no answer came.
    async fn attempt(&self, page: Option<&Page>, deed: &Deed) -> Option<Page> {
        match (deed, page) {
            (Deed::Go(target), _) => self.browser.try_get(target).await.ok(),
            (Deed::Fill { form, fields }, Some(page)) => {
                let fields: Vec<(&str, &str)> =
                    fields.iter().map(|(name, value)| (*name, value.as_str())).collect();
                self.browser.try_submit(page, form, &fields).await.ok()
            }
            _ => None,
        }
    }
}

struct Site {
    _folder: tempfile::TempDir,
    _database: TestDatabase,
    url: String,
    launches: Vec<Launch>,
    processes: Vec<Process>,
    balancer: Balancer,
}

impl Site {
    async fn build() -> Self {
        let database = TestDatabase::empty_postgres().await;
        let url = database.settings().url.expose_secret().to_owned();
        let folder = tempfile::tempdir().expect("a folder");
        let front = TcpListener::bind("127.0.0.1:0").expect("a free port");
        let public_port = front.local_addr().expect("a bound port").port();
        let launches: Vec<Launch> = ["a", "b"]
            .iter()
            .map(|name| Launch {
                public_port,
                ..Launch::in_folder(&folder.path().join(name), Some(url.clone()))
            })
            .collect();
        launches.iter().for_each(Launch::give_master_key);
        let processes: Vec<Process> = launches.iter().map(Launch::start).collect();
        let db = Db::open(&DatabaseSettings::new(url.clone())).await.expect("the database opens");
        let roomy = db.write(|c| {
            let mut pool = pools::find(c, &PoolId::trusted(seed::DEFAULT_POOL))?.expect("the pool");
            pool.settings.message_limits.per_address = 10_000;
            pool.settings.message_limits.per_destination = 10_000;
            pools::update(c, &pool)
        });
        roomy.await.expect("the database answers");
        let balancer = Balancer::start(vec![front], addresses(&launches), Cargo::Http);
        Self { _folder: folder, _database: database, url, launches, processes, balancer }
    }

    /// Lets grace's authenticator be used again at once: its codes serve once, and change every half minute.
    async fn forget_used_codes(&self) {
        let connected = tokio_postgres::connect(&self.url, tokio_postgres::NoTls).await;
        let (client, connection) = connected.expect("PostgreSQL answers");
        tokio::spawn(connection);
        client.batch_execute("UPDATE totp_factors SET last_step = NULL").await.expect("PostgreSQL answers");
    }
}

fn addresses(launches: &[Launch]) -> Vec<SocketAddr> {
    launches.iter().map(Launch::address).collect()
}

fn draw(limit: u64) -> u64 {
    let random: &dyn Random = &SystemRandom;
    u64::from_le_bytes(random.bytes::<8>()) % limit
}

#[expect(clippy::disallowed_methods, reason = "the moment of a death is a moment in time")]
async fn pass(milliseconds: u64) {
    tokio::time::sleep(std::time::Duration::from_millis(milliseconds)).await;
}

/// What a journey showed.
struct Journey {
    /// Deeds until the person was back at the application.
    deeds: usize,
    /// The longest that one deed took, in milliseconds.
    slowest: i64,
    /// Whether the application was asked to send the browser off again.
    began_again: bool,
}

/// Lives through a journey; the node that gets deed number `fatal` is killed while it works on it.
async fn journey(site: &mut Site, wish: Wish, fatal: Option<usize>) -> Journey {
    if wish == Wish::SignInWithTwoFactors {
        site.forget_used_codes().await;
    }
    let nodes = addresses(&site.launches);
    let app = Application::public(&site.launches[0].origin());
    let departure = app.depart(&[]);
    let first_state = departure.state.clone();
    let mut person = Person {
        wish,
        username: match wish {
            Wish::SignIn => seed::ADA.email.to_owned(),
            Wish::SignInWithTwoFactors => seed::GRACE.email.to_owned(),
            Wish::SignUp => format!("n{:x}@example.com", draw(u64::MAX)),
            Wish::Recover => seed::ADA.email.to_owned(),
        },
        password: match wish {
            Wish::SignInWithTwoFactors => seed::GRACE.password.to_owned(),
            _ => seed::ADA.password.to_owned(),
        },
        browser: Browser::new(&app.endpoints),
        app: &app,
        departure,
        nodes: &nodes,
        last_code: None,
        is_there: false,
    };
    let (mut page, mut deeds, mut slowest) = (None, 0, 0);
    let began = SystemClock.now();
    loop {
        assert!(SystemClock.now() - began < PATIENCE, "stranded: {wish:?}, killed at {fatal:?}: {page:?}");
        let deed = person.deed(page.as_ref()).await;
        if let Deed::Arrived(code) = &deed {
            let tokens = app.exchange(code, &person.departure.verifier).await;
            assert_eq!(tokens.status, 200, "{wish:?}, killed at {fatal:?}: {tokens:?}");
            let began_again = person.departure.state != first_state;
            return Journey { deeds, slowest, began_again };
        }
        let started = SystemClock.now();
        let answer = if fatal == Some(deeds) {
            let victim = usize::try_from(draw(2)).expect("0 or 1");
            site.balancer.steer(vec![nodes[victim]]);
            let dying = async {
                pass(draw(60)).await;
                site.processes[victim].kill_now();
                site.balancer.steer(vec![nodes[1 - victim]]);
            };
            tokio::join!(person.attempt(page.as_ref(), &deed), dying).0
        } else {
            person.attempt(page.as_ref(), &deed).await
        };
        slowest = slowest.max(SystemClock.now() - started);
        deeds += 1;
        match answer {
            // No answer: the browser shows the old page, and the person does it again.
            None => person.last_code = person.last_code.take().filter(|_| wish == Wish::SignInWithTwoFactors),
            Some(answered) => page = Some(answered),
        }
    }
}

#[test]
fn a_person_goes_on_at_the_other_node_whichever_step_the_first_dies_in() {
    if !has_postgres() {
        return;
    }
    block_on(async {
        let mut site = Site::build().await;
        let rounds: usize = std::env::var("VESTIBULE_TEST_DEATHS")
            .map_or(1, |text| text.parse().expect("VESTIBULE_TEST_DEATHS is a number"));
        let (mut deaths, mut slowest, mut again) = (0, 0, 0);
        for wish in [Wish::SignIn, Wish::SignInWithTwoFactors, Wish::SignUp, Wish::Recover] {
            let usual = journey(&mut site, wish, None).await;
            assert!(!usual.began_again);
            for _ in 0..rounds {
                for fatal in 0..usual.deeds {
                    let lived = journey(&mut site, wish, Some(fatal)).await;
                    deaths += 1;
                    slowest = slowest.max(lived.slowest);
                    again += usize::from(lived.began_again);
                    for (launch, process) in site.launches.iter().zip(&mut site.processes) {
                        if process.has_ended() {
                            *process = launch.start();
                        }
                    }
                    site.balancer.steer(addresses(&site.launches));
                }
            }
        }
        // Not eprintln!, whose output the test runner keeps to itself.
        let _ = writeln!(
            std::io::stderr(),
            "{deaths} nodes killed in the middle of a step; everybody arrived, {again} of them by way of the \
             application; the slowest step took {slowest} ms"
        );
    });
}
