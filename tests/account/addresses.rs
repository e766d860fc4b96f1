//! Changing an address: the new one is proven first, the old one serves until then and can take it back.

use std::time::Duration;

use futures_util::future::join_all;
use vestibule::directory::{address_change, factors, passkeys, recovery_codes};
use vestibule::model::message::MessageKind;
use vestibule::model::pool::ContactKind;

use super::{ADA, POOL, STALE, confirm, events, newcomer, operator, person, post, reread, sign_in};
use crate::journeys::on_each_database;
use crate::support::application::Application;
use crate::support::authenticator::planted_passkey;
use crate::support::browser::{Browser, Page};
use crate::support::server::TestServer;

const NEW: &str = "countess@example.net";
const RESET: &str = "Another-Horse-8";

/// Asks for another address and returns the page that waits for the code.
async fn ask(browser: &Browser, page: &Page, address: &str) -> Page {
    let waiting = browser.submit(page, "changeButton", &[("address", address)]).await;
    assert!(waiting.status == 200 && waiting.says(address), "{}", waiting.text());
    waiting
}

/// Recovers the password with the code that goes to `to`, and returns the page that follows.
async fn recover(server: &TestServer, name: &str, to: &str) -> Page {
    // Messages of one moment have no order: what was sent before is delivered first.
    server.message_to(to).await;
    let app = Application::public(&server.origin);
    let browser = server.browser();
    let login = browser.get(app.depart(&[]).url.as_str()).await;
    let flow = login.query("flow").expect("a flow");
    let forgot = browser.get(&format!("/forgotPassword?flow={flow}")).await;
    let asked = browser.submit(&forgot, "username", &[("username", name)]).await;
    let code = server.code_to(to).await;
    browser.submit(&asked, "changePasswordButton", &[("code", &code), ("password", RESET)]).await
}

async fn link_to(server: &TestServer, address: &str) -> String {
    let told = server.message_to(address).await.expect("a message");
    assert_eq!(told.kind, MessageKind::AddressChanged);
    let link = told.link.expect("a link");
    link.strip_prefix(&server.origin).expect("a link to this server").to_owned()
}

#[test]
fn the_old_address_serves_until_the_new_one_is_proven() {
    on_each_database(|server| async move {
        let ada = person(&server, ADA.0).await;
        let (browser, page) = sign_in(&server, "/account/email", ADA).await;
        let waiting = ask(&browser, &page, NEW).await;
        assert!(waiting.says(ADA.0) && waiting.says("everything stays as it is"), "{}", waiting.text());
        let sent = server.message_to(NEW).await.expect("a message");
        assert_eq!(sent.kind, MessageKind::AttributeVerification);
        assert!(server.message_to(ADA.0).await.is_none(), "nobody is told of what has not happened");

        let now = reread(&server, &ada.id).await;
        assert_eq!(now.verified_contact(ContactKind::Email), Some(ADA.0));
        let (_, other) = sign_in(&server, "/account", ADA).await;
        assert_eq!(other.path(), "/account", "the old address signs in");
        let (_, refused) = sign_in(&server, "/account", (NEW, ADA.1)).await;
        assert_eq!(refused.status, 400, "the new one does not");
        assert!(other.says("Waiting for your confirmation"), "{}", other.text());
        // A recovery meanwhile goes to the old address, and to no other.
        let code = sent.code.expect("a code");
        let after = recover(&server, ADA.0, ADA.0).await;
        assert!(after.status == 200 && after.path() == "/login", "{}", after.text());
        let to_new = server.message_to(NEW).await.expect("the code from before");
        assert_eq!(to_new.code.as_deref(), Some(code.as_str()), "nothing else went there");

        // The recovery ended every session; the change still waits, for whoever signs in.
        assert_eq!(browser.get("/account/email").await.path(), "/login");
        let (browser, waiting) = sign_in(&server, "/account/email", (ADA.0, RESET)).await;
        assert!(waiting.says(NEW), "{}", waiting.text());
        let wrong = browser.submit(&waiting, "confirmButton", &[("code", "000000")]).await;
        assert!(wrong.status == 400 && wrong.has("#code[aria-invalid=true]"), "{}", wrong.text());
        let done = browser.submit(&wrong, "confirmButton", &[("code", &code)]).await;
        assert!(done.status == 200 && done.says("address was changed"), "{}", done.text());
        let now = reread(&server, &ada.id).await;
        assert_eq!(now.verified_contact(ContactKind::Email), Some(NEW));
        let (_, with_new) = sign_in(&server, "/account", (NEW, RESET)).await;
        assert_eq!(with_new.path(), "/account", "{}", with_new.text());
        let (_, with_old) = sign_in(&server, "/account", (ADA.0, RESET)).await;
        assert_eq!(with_old.status, 400, "{}", with_old.text());
        let told = server.message_to(ADA.0).await.expect("a message");
        assert_eq!(told.kind, MessageKind::AddressChanged);
        let twice = browser.submit(&wrong, "confirmButton", &[("code", &code)]).await;
        assert_eq!(twice.status, 400, "a code serves once: {}", twice.text());
        assert_eq!(events(&server, &ada.id, "user.change_address").await.len(), 1);
    });
}

#[test]
fn the_owner_of_the_old_address_takes_the_change_back() {
    on_each_database(|server| async move {
        let ada = person(&server, ADA.0).await;
        let held = Application::public(&server.origin).tokens_of(&server.browser(), ADA.0, ADA.1).await;
        let (thief, page) = sign_in(&server, "/account/email", ADA).await;
        let waiting = ask(&thief, &page, NEW).await;
        let code = server.code_to(NEW).await;
        thief.submit(&waiting, "confirmButton", &[("code", &code)]).await;
        let link = link_to(&server, ADA.0).await;
        // The thief goes on, to another address of theirs.
        let page = thief.get("/account/email").await;
        let waiting = ask(&thief, &page, "third@example.net").await;
        let code = server.code_to("third@example.net").await;
        thief.submit(&waiting, "confirmButton", &[("code", &code)]).await;
        let thiefs_link = link_to(&server, NEW).await;
        // And makes ways in for themselves, of which nobody but their own addresses is told.
        let (env, pool) = (&server.env, server.default_pool().await);
        factors::set_totp(env, &pool, &ada.id, b"01234567890123456789", None).await.expect("set");
        recovery_codes::regenerate(env, &operator(), &pool, &reread(&server, &ada.id).await)
            .await
            .expect("codes");
        let planted = planted_passkey(&pool.id, &ada.id, env.now());
        env.db.write(move |c| vestibule::store::passkeys::insert(c, &planted)).await.expect("a passkey");

        let owner = server.browser();
        let asked = owner.get(&link).await;
        assert!(asked.status == 200 && asked.has("button[name=takeBackButton]"), "{}", asked.text());
        assert!(!asked.html.contains(NEW) && !asked.html.contains(ADA.0), "addresses are masked");
        let same = reread(&server, &ada.id).await;
        assert_eq!(same.contact(ContactKind::Email), Some("third@example.net"), "a GET changes nothing");
        let forged = post(&owner, &asked, "takeBackButton", ("_csrf", "x")).await;
        assert_eq!(forged.status, 403);
        let done = owner.submit(&asked, "takeBackButton", &[]).await;
        assert!(done.status == 200 && done.says("taken back"), "{}", done.text());
        assert_eq!(owner.submit(&asked, "takeBackButton", &[]).await.status, 404, "once");

        let now = reread(&server, &ada.id).await;
        assert_eq!(now.verified_contact(ContactKind::Email), Some(ADA.0));
        assert_eq!(thief.get("/account").await.path(), "/login", "the thief is out");
        assert!(passkeys::list(env, &ada.id).await.expect("an answer").is_empty());
        assert_eq!(factors::totp_device(env, &pool, &ada.id).await.expect("an answer"), None);
        assert_eq!(recovery_codes::left(env, &pool, &ada.id).await.expect("an answer"), 0);
        let app = Application::public(&server.origin);
        assert_eq!(app.refresh(&held.text("refresh_token")).await.error(), "invalid_grant");
        assert_eq!(thief.get(&thiefs_link).await.status, 404, "the thief's link died with it");
        // The old password leads to a code in the restored mailbox, and to nothing else.
        let (_, reset) = sign_in(&server, "/account", ADA).await;
        assert_eq!(reset.path(), "/confirmforgotPassword", "{}", reset.text());
        let after = recover(&server, ADA.0, ADA.0).await;
        assert_eq!(after.path(), "/login", "{}", after.text());
        let (_, page) = sign_in(&server, "/account", (ADA.0, RESET)).await;
        assert_eq!(page.path(), "/account");
        assert_eq!(events(&server, &ada.id, "user.take_back_address").await.len(), 1);
    });
}

#[tokio::test]
async fn a_link_lives_for_some_days_and_many_pull_it_once() {
    let server = TestServer::start().await;
    let (browser, page) = sign_in(&server, "/account/email", ADA).await;
    let waiting = ask(&browser, &page, NEW).await;
    let code = server.code_to(NEW).await;
    browser.submit(&waiting, "confirmButton", &[("code", &code)]).await;
    let link = link_to(&server, ADA.0).await;
    for wrong in ["/account/takeback", "/account/takeback?change=", "/account/takeback?change=nonsense"] {
        assert!(server.browser().get(wrong).await.status >= 400, "{wrong}");
    }
    let elsewhere = link.replace("/account/", "/us-east-1_Demo00002/account/");
    server.change_pool("us-east-1_Demo00002", |pool| pool.account.pages = Some(true)).await;
    assert_eq!(server.browser().get(&elsewhere).await.status, 404, "of another pool");
    server.advance(Duration::from_secs(7 * 86_400 - 1));
    let owner = server.browser();
    let asked = owner.get(&link).await;
    let all: Vec<Browser> = (0..10).map(|_| owner.copy()).collect();
    let pages = join_all(all.iter().map(|one| one.submit(&asked, "takeBackButton", &[]))).await;
    assert_eq!(pages.iter().filter(|page| page.status == 200).count(), 1);
    let ada = person(&server, ADA.0).await;
    assert_eq!(events(&server, &ada.id, "user.take_back_address").await.len(), 1);

    let (browser, page) = {
        let after = recover(&server, ADA.0, ADA.0).await;
        assert_eq!(after.path(), "/login");
        sign_in(&server, "/account/email", (ADA.0, RESET)).await
    };
    let waiting = ask(&browser, &page, NEW).await;
    let code = server.code_to(NEW).await;
    browser.submit(&waiting, "confirmButton", &[("code", &code)]).await;
    let link = link_to(&server, ADA.0).await;
    server.advance(Duration::from_secs(7 * 86_400));
    assert_eq!(server.browser().get(&link).await.status, 404, "its time is over");
}

#[tokio::test]
async fn a_pool_can_leave_the_way_back_out() {
    let server = TestServer::start().await;
    server.change_pool(POOL, |pool| pool.account.take_back_days = 0).await;
    let (browser, page) = sign_in(&server, "/account/email", ADA).await;
    let waiting = ask(&browser, &page, NEW).await;
    let code = server.code_to(NEW).await;
    browser.submit(&waiting, "confirmButton", &[("code", &code)]).await;
    let told = server.message_to(ADA.0).await.expect("a message");
    assert_eq!((told.kind, told.link.as_deref()), (MessageKind::AddressChanged, None));
    assert!(!told.text.contains("takeback") && told.text.contains("ask for help"), "{}", told.text);
}

#[test]
fn whether_an_address_is_somebody_else_s_is_told_to_its_owner_alone() {
    on_each_database(|server| async move {
        let pool = server.default_pool().await;
        let eve = newcomer(&server, &pool, "eve@example.com").await;
        let (browser, page) = sign_in(&server, "/account/email", ADA).await;
        let free = ask(&browser, &page, NEW).await;
        let taken = ask(&browser, &page, "eve@example.com").await;
        let plain = |page: &Page, address: &str| page.text().replace(address, "X");
        assert_eq!(plain(&free, NEW), plain(&taken, "eve@example.com"));
        let told = server.message_to("eve@example.com").await.expect("a message");
        assert_eq!((told.kind, told.code.as_deref()), (MessageKind::AddressInUse, None));
        let guess = browser.submit(&taken, "confirmButton", &[("code", "123456")]).await;
        let wrong = ask(&browser, &browser.get("/account/email").await, NEW).await;
        let mismatch = browser.submit(&wrong, "confirmButton", &[("code", "123456")]).await;
        assert_eq!(plain(&guess, "eve@example.com"), plain(&mismatch, NEW));
        assert_eq!(guess.status, mismatch.status);
        assert_eq!(reread(&server, &eve).await.contact(ContactKind::Email), Some("eve@example.com"));
    });
}

#[test]
fn an_address_that_somebody_else_proves_meanwhile_is_theirs() {
    on_each_database(|server| async move {
        let pool = server.default_pool().await;
        newcomer(&server, &pool, "eve@example.com").await;
        let (ada, page) = sign_in(&server, "/account/email", ADA).await;
        let adas = ask(&ada, &page, NEW).await;
        let adas_code = server.code_to(NEW).await;
        let (eve, page) = sign_in(&server, "/account/email", ("eve@example.com", ADA.1)).await;
        let eves = ask(&eve, &page, NEW).await;
        let eves_code = server.code_to(NEW).await;
        assert_eq!(ada.submit(&adas, "confirmButton", &[("code", &eves_code)]).await.status, 400, "not hers");
        let done = eve.submit(&eves, "confirmButton", &[("code", &eves_code)]).await;
        assert!(done.says("address was changed"), "{}", done.text());
        let late = ada.submit(&adas, "confirmButton", &[("code", &adas_code)]).await;
        assert!(late.status == 400 && late.has("#problem"), "{}", late.text());
        let now = person(&server, ADA.0).await;
        assert_eq!(now.verified_contact(ContactKind::Email), Some(ADA.0), "and hers stays");
    });
}

#[test]
fn two_who_prove_one_address_at_once_do_not_both_have_it() {
    on_each_database(|server| async move {
        let pool = server.default_pool().await;
        let (env, caller) = (&server.env, operator());
        let mut people = Vec::new();
        for n in 0..4 {
            let id = newcomer(&server, &pool, &format!("p{n}@example.com")).await;
            let user = reread(&server, &id).await;
            let asked = address_change::ask(env, &caller, &pool, &user, (ContactKind::Email, NEW)).await;
            asked.expect("asked");
            people.push((user, server.code_to(NEW).await));
        }
        let proofs = people.iter().map(|(user, code)| {
            address_change::prove(env, &caller, &pool, user, (ContactKind::Email, code.as_str()))
        });
        let outcomes = join_all(proofs).await;
        assert_eq!(outcomes.iter().filter(|outcome| outcome.is_ok()).count(), 1, "{outcomes:?}");
        let mut owners = 0;
        for (user, _) in &people {
            let now = reread(&server, &user.id).await;
            owners += usize::from(now.contact(ContactKind::Email) == Some(NEW));
        }
        assert_eq!(owners, 1);
    });
}

#[test]
fn guesses_at_the_code_are_counted_and_a_new_code_begins_no_new_count() {
    on_each_database(|server| async move {
        let (browser, page) = sign_in(&server, "/account/email", ADA).await;
        let waiting = ask(&browser, &page, NEW).await;
        let all: Vec<Browser> = (0..50).map(|_| browser.copy()).collect();
        let guesses = all.iter().enumerate().map(|(n, one)| {
            let waiting = &waiting;
            async move {
                let code = format!("{:06}", 500_000 + n);
                one.submit(waiting, "confirmButton", &[("code", code.as_str())]).await
            }
        });
        let pages = join_all(guesses).await;
        let judged =
            pages.iter().filter(|page| page.says("code is not right") || page.says("incorrect")).count();
        assert!(pages.iter().all(|page| page.status != 200), "nobody guesses it");
        assert!(judged <= 10, "{judged} of 50 were judged");
        let code = server.code_to(NEW).await;
        let right = browser.submit(&waiting, "confirmButton", &[("code", &code)]).await;
        assert_ne!(right.status, 200, "also the right one is refused: {}", right.text());
        browser.submit(&waiting, "resendButton", &[]).await;
        let code = server.code_to(NEW).await;
        assert_ne!(browser.submit(&waiting, "confirmButton", &[("code", &code)]).await.status, 200);
        server.advance(Duration::from_secs(3601));
        let (browser, waiting) = sign_in(&server, "/account/email", ADA).await;
        let done = browser.submit(&waiting, "confirmButton", &[("code", &code)]).await;
        assert!(done.says("address was changed"), "{}", done.text());
    });
}

#[test]
fn of_two_wishes_the_last_one_counts_and_either_tab_can_give_it_up() {
    on_each_database(|server| async move {
        let (browser, page) = sign_in(&server, "/account/email", ADA).await;
        let first = ask(&browser, &page, NEW).await;
        let first_code = server.code_to(NEW).await;
        let second = ask(&browser, &page, "second@example.net").await;
        let second_code = server.code_to("second@example.net").await;
        if first_code != second_code {
            let late = browser.submit(&first, "confirmButton", &[("code", &first_code)]).await;
            assert_eq!(late.status, 400, "{}", late.text());
        }
        let given_up = browser.submit(&first, "cancelButton", &[]).await;
        assert!(given_up.says("given up") && !given_up.has("#code"), "{}", given_up.text());
        let again = browser.submit(&second, "cancelButton", &[]).await;
        assert!(again.says("No change is waiting"), "{}", again.text());
        let late = browser.submit(&second, "confirmButton", &[("code", &second_code)]).await;
        assert_eq!(late.status, 400, "{}", late.text());
        let resent = browser.submit(&second, "resendButton", &[]).await;
        assert!(resent.says("No change is waiting"), "{}", resent.text());
        let ada = person(&server, ADA.0).await;
        assert_eq!(ada.contact(ContactKind::Email), Some(ADA.0));
        assert_eq!(events(&server, &ada.id, "user.cancel_address").await.len(), 1);
    });
}

#[tokio::test]
async fn what_is_no_address_is_told_at_the_field() {
    let server = TestServer::start().await;
    let (browser, page) = sign_in(&server, "/account/email", ADA).await;
    let long = format!("{}@example.com", "x".repeat(300));
    for bad in
        ["", "ada", "a@b", "a b@example.com", "<script>@example.com", "a@example.com\r\nBcc: x@y.zz", &long]
    {
        let refused = browser.submit(&page, "changeButton", &[("address", bad)]).await;
        assert_eq!(refused.status, 400, "{bad}: {}", refused.text());
        assert!(refused.has("#address[aria-invalid=true][aria-describedby]"), "{bad}: {}", refused.html);
        assert!(!refused.html.contains("<script>@"), "{bad}");
    }
    let same = browser.submit(&page, "changeButton", &[("address", " ADA@Example.com ")]).await;
    assert!(same.says("has this already"), "{}", same.text());
}

#[tokio::test]
async fn messages_are_limited() {
    let server = TestServer::start().await;
    server.change_pool(POOL, |pool| pool.message_limits.per_destination = 2).await;
    let (browser, page) = sign_in(&server, "/account/email", ADA).await;
    let waiting = ask(&browser, &page, NEW).await;
    browser.submit(&waiting, "resendButton", &[]).await;
    let refused = browser.submit(&waiting, "resendButton", &[]).await;
    assert_eq!(refused.status, 429, "{}", refused.text());
}

#[test]
fn a_phone_number_goes_the_same_way() {
    on_each_database(|server| async move {
        server.change_pool(POOL, |pool| pool.message_limits.sms_countries.clear()).await;
        let (browser, none) = sign_in(&server, "/account/phone", ADA).await;
        assert!(
            none.says("No text messages can be sent") && !none.has("input[name=address]"),
            "{}",
            none.text()
        );
        server.change_pool(POOL, |pool| pool.message_limits.sms_countries = vec!["+41".into()]).await;
        let page = browser.get("/account/phone").await;
        let refused = browser.submit(&page, "changeButton", &[("address", "+4915112345678")]).await;
        assert_eq!(refused.status, 400, "no SMS goes there: {}", refused.text());
        let waiting = browser.submit(&page, "changeButton", &[("address", "+41 (79) 123-45.67")]).await;
        assert!(waiting.says("+41791234567"), "{}", waiting.text());
        let code = server.code_to("+41791234567").await;
        let done = browser.submit(&waiting, "confirmButton", &[("code", &code)]).await;
        assert!(done.says("phone number was changed"), "{}", done.text());
        let ada = person(&server, ADA.0).await;
        assert_eq!(ada.verified_contact(ContactKind::Phone), Some("+41791234567"));
        assert_eq!(ada.verified_contact(ContactKind::Email), Some(ADA.0));
    });
}

#[tokio::test]
async fn a_wish_ends_after_a_day() {
    let server = TestServer::start().await;
    let (browser, page) = sign_in(&server, "/account/email", ADA).await;
    ask(&browser, &page, NEW).await;
    let code = server.code_to(NEW).await;
    server.advance(Duration::from_secs(86_400));
    let (browser, page) = sign_in(&server, "/account/email", ADA).await;
    assert!(!page.has("#code") && !page.says(NEW), "{}", page.text());
    let late = post(&browser, &page, "changeButton", ("code", &code)).await;
    assert_eq!(late.status, 400, "{}", late.text());
    server.advance(STALE);
    let asked = browser.submit(&page, "changeButton", &[("address", NEW)]).await;
    assert_eq!(confirm(&browser, &asked, ADA.1).await.path(), "/account/email");
}
