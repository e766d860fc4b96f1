//! Forms under attack, through the real server: who is asked for work, who waits, who is sent away, and that nobody else
//! notices.

mod limits;

use scraper::{Html, Selector};
use vestibule::crypto::work;
use vestibule::model::limits::AbuseSettings;

use crate::journeys::on_each_database;
use crate::support::application::{Application, Departure};
use crate::support::browser::{Browser, Page};
use crate::support::server::TestServer;

const POOL: &str = "us-east-1_Demo00001";
const ADA: (&str, &str) = ("ada@example.com", "Correct-Horse-7");

/// Three tries of a network; waits that a test does not feel.
const SOON: AbuseSettings =
    AbuseSettings { per_prefix: 3, per_pool: 0, work_bits: 8, first_delay_ms: 1, longest_delay_ms: 9000 };

async fn protect(server: &TestServer, settings: AbuseSettings) {
    server.change_pool(POOL, |pool| pool.abuse = settings).await;
}

pub fn from(server: &TestServer, address: &str) -> Browser {
    let mut browser = Browser::new(&server.origin);
    browser.headers.push(("x-forwarded-for", address.to_owned()));
    browser
}

pub async fn open(app: &Application, browser: &Browser) -> (Departure, Page) {
    let departure = app.depart(&[]);
    let page = browser.get(departure.url.as_str()).await;
    (departure, page)
}

/// The page that a link of this page leads to.
pub async fn follow(browser: &Browser, page: &Page, path: &str) -> Page {
    let link = page.links().into_iter().find(|link| link.starts_with(path));
    browser.get(&link.unwrap_or_else(|| panic!("no link to {path} on {}", page.url))).await
}

/// The work that the page's form asks for: seed and bits.
fn asked(page: &Page) -> Option<(String, u32)> {
    let document = Html::parse_document(&page.html);
    let form = Selector::parse("form[data-work]").expect("a selector");
    let form = document.select(&form).next()?;
    Some((form.attr("data-work")?.to_owned(), form.attr("data-bits")?.parse().ok()?))
}

/// A number that does the work of a page.
fn done(page: &Page) -> String {
    let (seed, bits) = asked(page).unwrap_or_else(|| panic!("no work is asked for:\n{}", page.html));
    (0_u32..).map(|n| n.to_string()).find(|n| work::is_done(&seed, n, bits)).expect("there is one")
}

async fn wrong(app: &Application, browser: &Browser, times: usize) {
    for _ in 0..times {
        let (_, page) = open(app, browser).await;
        let page =
            browser.submit(&page, "password", &[("username", "eve@example.com"), ("password", "x")]).await;
        assert!(page.status == 400 || page.status == 429, "{} {}", page.status, page.text());
    }
}

/// What became of answers to attacked forms: worked, held, refused.
fn outcomes(server: &TestServer, form: &str) -> [u64; 3] {
    let text = server.env.metrics.text().expect("metrics");
    ["worked", "held", "refused"].map(|outcome| {
        let labels =
            [format!("form=\"{form}\""), format!("outcome=\"{outcome}\""), format!("pool=\"{POOL}\"")];
        let is_meant = |line: &&str| {
            line.starts_with("vestibule_form_guards_total{")
                && labels.iter().all(|label| line.contains(label))
        };
        let value = text.lines().find(is_meant).and_then(|line| line.rsplit(' ').next());
        value.map_or(0, |value| value.parse().expect("a number"))
    })
}

#[test]
fn a_network_that_guesses_is_asked_for_work_and_nobody_else() {
    on_each_database(|server| async move {
        protect(&server, SOON).await;
        let app = Application::public(&server.origin);
        let (eve, ada) = (from(&server, "203.0.113.9"), from(&server, "198.51.100.7"));
        assert_eq!(asked(&open(&app, &eve).await.1), None, "nobody has tried anything");
        wrong(&app, &eve, 2).await;
        let (departure, page) = open(&app, &eve).await;
        assert!(asked(&page).is_some(), "pages ask before it is needed");
        // Whoever has a page from before is not held yet.
        let back = eve.submit(&page, "password", &[("username", ADA.0), ("password", ADA.1)]).await;
        app.code_of(&back, &departure);
        assert_eq!(outcomes(&server, "sign_in"), [0, 0, 0], "and a right answer is no try");
        let eve = from(&server, "203.0.113.9");
        wrong(&app, &eve, 1).await;
        let neighbour = from(&server, "203.0.113.200");
        let (departure, page) = open(&app, &neighbour).await;
        assert_eq!(asked(&page).map(|(_, bits)| bits), Some(8), "the same network");
        assert_eq!(asked(&open(&app, &ada).await.1), None, "another network");

        let number = done(&page);
        let typed = [("username", ADA.0), ("password", ADA.1), ("work", number.as_str())];
        let back = neighbour.submit(&page, "password", &typed).await;
        app.code_of(&back, &departure);
        assert_eq!(outcomes(&server, "sign_in"), [1, 0, 0]);
        server.advance(std::time::Duration::from_secs(1800));
        assert_eq!(asked(&open(&app, &eve).await.1), None, "it is over");
    });
}

#[test]
fn without_work_an_answer_waits_and_is_judged_all_the_same() {
    on_each_database(|server| async move {
        protect(&server, SOON).await;
        let app = Application::public(&server.origin);
        let browser = from(&server, "203.0.113.9");
        wrong(&app, &browser, 3).await;
        let (_, elsewhere) = open(&app, &browser).await;
        let number_of_another_step = done(&elsewhere);
        for work in ["", "abc", "99999999999999999999", number_of_another_step.as_str()] {
            let (_, page) = open(&app, &browser).await;
            // One of 256 steps would take the number of another one.
            let (seed, bits) = asked(&page).expect("work is asked for");
            if work::is_done(&seed, work, bits) {
                continue;
            }
            let before = outcomes(&server, "sign_in");
            let typed = [("username", "nobody@example.com"), ("password", "x"), ("work", work)];
            let page = browser.submit(&page, "password", &typed).await;
            assert_eq!(page.status, 400, "{work}: {}", page.text());
            let after = outcomes(&server, "sign_in");
            assert_eq!((after[0], after[1], after[2]), (before[0], before[1] + 1, before[2]), "{work}");
        }
        let (departure, page) = open(&app, &browser).await;
        let back = browser.submit(&page, "password", &[("username", ADA.0), ("password", ADA.1)]).await;
        app.code_of(&back, &departure);
    });
}

#[test]
fn a_line_that_is_too_long_is_told_when_to_come_again() {
    on_each_database(|server| async move {
        // The second in the line would wait beyond the longest wait.
        protect(&server, AbuseSettings { first_delay_ms: 400, longest_delay_ms: 400, ..SOON }).await;
        let app = Application::public(&server.origin);
        let browser = from(&server, "203.0.113.9");
        wrong(&app, &browser, 3).await;
        let (first, second) = (open(&app, &browser).await, open(&app, &browser).await);
        // The clock of this server stands still, so whoever was held stays in the line.
        let held = browser.submit(&first.1, "password", &[("username", ADA.0), ("password", ADA.1)]).await;
        app.code_of(&held, &first.0);
        let typed = [("username", ADA.0), ("password", ADA.1)];
        let refused = browser.submit(&second.1, "password", &typed).await;
        assert_eq!((refused.status, refused.header("retry-after")), (429, "1"), "{}", refused.text());
        assert!(refused.says("Too many attempts") || refused.has("#problem"), "{}", refused.text());
        assert!(
            refused.html.contains(ADA.0) && !refused.html.contains(ADA.1),
            "the name is kept, the password not"
        );
        assert_eq!(outcomes(&server, "sign_in"), [0, 1, 1]);
        // Work is taken at once, line or none.
        let number = done(&refused);
        let typed = [("username", ADA.0), ("password", ADA.1), ("work", number.as_str())];
        let back = browser.submit(&refused, "password", &typed).await;
        app.code_of(&back, &second.0);
    });
}

#[test]
fn everybody_is_asked_when_many_networks_guess() {
    on_each_database(|server| async move {
        protect(&server, AbuseSettings { per_prefix: 0, per_pool: 4, ..SOON }).await;
        let app = Application::public(&server.origin);
        for number in 1..=4 {
            wrong(&app, &from(&server, &format!("203.0.{number}.9")), 1).await;
        }
        let page = open(&app, &from(&server, "198.51.100.7")).await.1;
        assert_eq!(asked(&page).map(|(_, bits)| bits), Some(8));
        let other = from(&server, "198.51.100.7").get("/us-east-1_Demo00002/login").await;
        assert_eq!(asked(&other), None, "another pool");
    });
}

#[test]
fn sign_ups_and_codes_are_counted_by_themselves() {
    on_each_database(|server| async move {
        protect(&server, SOON).await;
        let app = Application::public(&server.origin);
        let browser = from(&server, "203.0.113.9");
        for number in 0..3 {
            let (_, login) = open(&app, &browser).await;
            let page = follow(&browser, &login, "/forgotPassword").await;
            assert_eq!(asked(&page).is_some(), number > 0, "{number}");
            let name = format!("nobody{number}@example.com");
            browser.submit(&page, "username", &[("username", &name)]).await;
        }
        let (_, login) = open(&app, &browser).await;
        assert_eq!(asked(&login), None, "passwords are another form");
        let page = follow(&browser, &login, "/forgotPassword").await;
        let number = done(&page);
        let typed = [("username", ADA.0), ("work", number.as_str())];
        let next = browser.submit(&page, "username", &typed).await;
        assert_eq!(next.path(), "/confirmforgotPassword", "{}", next.text());
        assert_eq!(outcomes(&server, "code"), [1, 0, 0]);

        for number in 0..3 {
            let (_, login) = open(&app, &browser).await;
            let page = follow(&browser, &login, "/signup").await;
            assert_eq!(asked(&page).is_some(), number > 0, "{number}");
            let name = format!("new{number}@example.com");
            browser.submit(&page, "signUpButton", &[("username", &name), ("password", ADA.1)]).await;
        }
        let (_, login) = open(&app, &browser).await;
        let page = follow(&browser, &login, "/signup").await;
        // For another form it is no work: it waits.
        let typed = [("username", "new9@example.com"), ("password", ADA.1), ("work", "x")];
        let next = browser.submit(&page, "signUpButton", &typed).await;
        assert_eq!(next.path(), "/confirm", "{}", next.text());
        assert_eq!(outcomes(&server, "sign_up"), [0, 1, 0]);
    });
}

#[test]
fn a_number_serves_for_one_answer() {
    on_each_database(|server| async move {
        protect(&server, SOON).await;
        let app = Application::public(&server.origin);
        let browser = from(&server, "203.0.113.9");
        wrong(&app, &browser, 3).await;
        let (departure, page) = open(&app, &browser).await;
        let number = done(&page);
        let typed = [("username", "nobody@example.com"), ("password", "x"), ("work", number.as_str())];
        let refused = browser.submit(&page, "password", &typed).await;
        assert_eq!((refused.status, outcomes(&server, "sign_in")), (400, [1, 0, 0]));
        let (again, bits) = asked(&refused).expect("work for the next answer");
        assert_ne!(Some(&again), asked(&page).as_ref().map(|(seed, _)| seed));
        // One of 256 seeds would take it.
        if !work::is_done(&again, &number, bits) {
            browser.submit(&page, "password", &typed).await;
            assert_eq!(outcomes(&server, "sign_in"), [1, 1, 0]);
        }
        let page = browser.get(refused.url.as_str()).await;
        let number = done(&page);
        let typed = [("username", ADA.0), ("password", ADA.1), ("work", number.as_str())];
        let back = browser.submit(&page, "password", &typed).await;
        app.code_of(&back, &departure);
        assert_eq!(outcomes(&server, "sign_in")[0], 2);
    });
}

#[test]
fn of_many_answers_with_one_number_one_is_spared_the_line() {
    on_each_database(|server| async move {
        protect(&server, AbuseSettings { first_delay_ms: 400, longest_delay_ms: 400, ..SOON }).await;
        let app = Application::public(&server.origin);
        let browser = from(&server, "203.0.113.9");
        wrong(&app, &browser, 3).await;
        let (_, page) = open(&app, &browser).await;
        let number = done(&page);
        let typed = [("username", "nobody@example.com"), ("password", "x"), ("work", number.as_str())];
        let sent = (0..10).map(|_| browser.submit(&page, "password", &typed));
        futures_util::future::join_all(sent).await;
        let [worked, held, refused] = outcomes(&server, "sign_in");
        assert_eq!((worked, held, refused), (1, 1, 8), "one place in the line, as the clock stands still");
    });
}

#[test]
fn a_name_that_sends_a_code_is_counted_where_nobody_has_a_password() {
    on_each_database(|server| async move {
        protect(&server, SOON).await;
        server.change_pool(POOL, |pool| pool.password_sign_in = false).await;
        let app = Application::public(&server.origin);
        let browser = from(&server, "203.0.113.9");
        for number in 0..3 {
            let (_, page) = open(&app, &browser).await;
            let name = format!("nobody{number}@example.com");
            let next = browser.submit(&page, "username", &[("username", &name)]).await;
            assert_eq!(next.status, 200, "{}", next.text());
        }
        let (_, page) = open(&app, &browser).await;
        let number = done(&page);
        let next = browser.submit(&page, "username", &[("username", ADA.0), ("work", &number)]).await;
        assert_eq!(next.path(), "/challenge", "{}", next.text());
        assert_eq!(outcomes(&server, "code"), [1, 0, 0]);
    });
}

#[test]
fn numbers_out_of_range_are_refused() {
    on_each_database(|server| async move {
        let pool = server.default_pool().await;
        for (wrong, told) in [
            (AbuseSettings { work_bits: 25, ..SOON }, "work_bits must be 0 to 24"),
            (AbuseSettings { longest_delay_ms: 9001, ..SOON }, "above 9000"),
            (AbuseSettings { first_delay_ms: 2, longest_delay_ms: 1, ..SOON }, "above longest_delay_ms"),
        ] {
            let change = vestibule::directory::pools::change(&server.env, &pool.id, move |pool| {
                pool.settings.abuse = wrong.clone();
                Ok(())
            });
            let error = change.await.err().map(|error| error.to_string()).unwrap_or_default();
            assert!(error.contains(told), "{error}");
        }
    });
}
