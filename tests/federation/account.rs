//! The page of an account's providers: who sees what, and who may take which link away.

use std::time::Duration;

use futures_util::future::join_all;
use scraper::{Html, Selector};
use vestibule::directory::external::{self, Linked, link_subject};
use vestibule::directory::password::{self, SetPassword};
use vestibule::directory::users::{self, NewUser};
use vestibule::model::external::Identity;
use vestibule::model::ids::UserId;
use vestibule::model::pool::PoolSettings;
use vestibule::store::audit_events::{self, StoredEvent, Wanted};

use super::hall::{APP, CORP, Hall};
use crate::journeys::on_each_database;
use crate::support::browser::{Browser, Page};
use crate::support::database::block_on;
use crate::support::env::caller;
use crate::support::server::TestServer;

const PAGE: &str = "/account/providers";
const ADA: (&str, &str) = ("ada@example.com", "Correct-Horse-7");

/// Somebody who is signed in to a browser.
struct Someone {
    browser: Browser,
    id: UserId,
}

impl Hall {
    /// With a second provider beside `Corp`.
    async fn of_two(server: TestServer) -> Self {
        let hall = Self::new(server).await;
        hall.put("Other", |_| {}).await;
        let both = |providers: &mut Option<Vec<String>>| {
            providers.as_mut().expect("the client names its providers").push("Other".into());
        };
        hall.server.change_client(&hall.pool, APP, |client| both(&mut client.identity_providers)).await;
        hall
    }

    async fn ada(&self) -> Someone {
        let browser = self.server.browser();
        let (departure, back) = self.app.sign_in(&browser, ADA.0, ADA.1).await;
        Someone { browser, id: id(&self.person(&back, &departure).await) }
    }

    /// Somebody whom `Corp` signs in.
    async fn of_corp(&self, subject: &str) -> Someone {
        self.is(subject, &format!("{subject}@example.net"), false);
        let browser = self.server.browser();
        let (departure, back) = self.sign_in(&browser).await;
        Someone { browser, id: id(&self.person(&back, &departure).await) }
    }

    /// An account that an operator made, with a temporary password.
    async fn invited(&self, email: &str) -> UserId {
        let attributes = [("email", email), ("email_verified", "true")];
        let new = NewUser {
            username: None,
            attributes: attributes.map(|(name, value)| (name.to_owned(), value.to_owned())).into(),
            password: None,
            temporary: true,
            invite: false,
        };
        let made = users::create(&self.server.env, &caller("192.0.2.1"), &self.pool, new).await;
        made.expect("the user can be made").id
    }

    async fn set_password(&self, user: &UserId, password: &str, how: SetPassword) {
        let operator = caller("192.0.2.1");
        let set = password::set(&self.server.env, &operator, &self.pool, user, password, how).await;
        set.expect("a good password");
    }

    async fn link(&self, user: &UserId, provider: &str, subject: &str) {
        let linked = link_subject(&self.server.env, &self.pool, user, (provider, subject)).await;
        assert_eq!(linked.expect("the database answers"), Linked::Now);
    }

    async fn links(&self, user: &UserId) -> Vec<String> {
        let all = external::identities(&self.server.env, user).await.expect("the database answers");
        all.into_iter().map(|Identity { provider, subject, .. }| format!("{provider} {subject}")).collect()
    }

    async fn unlinked_by(&self, user: &UserId) -> Vec<StoredEvent> {
        let wanted = Wanted { subject: Some(user.to_string()), ..Wanted::default() };
        let all = self.server.env.db.read(move |c| audit_events::list(c, &wanted, 100)).await;
        let mut events = all.expect("the database answers");
        events.retain(|event| event.action == "user.unlink");
        events
    }

    /// Moves on until a temporary password that was set just now has so many seconds left.
    fn wait_for_password(&self, seconds_left: u64) {
        let life_ms = self.pool.settings.password_policy.temporary_password_life_ms();
        let life = Duration::from_millis(life_ms.try_into().expect("a life"));
        self.server.advance(life - Duration::from_secs(seconds_left));
    }
}

fn id(claims: &serde_json::Value) -> UserId {
    UserId::trusted(claims["sub"].as_str().expect("a sub"))
}

fn selector(css: &str) -> Selector {
    Selector::parse(css).unwrap_or_else(|error| panic!("{css}: {error}"))
}

/// The fields of the form that unlinks a provider, if the page has it.
fn fields(page: &Page, provider: &str) -> Option<Vec<(String, String)>> {
    let document = Html::parse_document(&page.html);
    let (forms, inputs) = (selector("form"), selector("input, button"));
    let all = document.select(&forms).map(|form| {
        let pair = |field: scraper::ElementRef<'_>| {
            let attribute = |name| field.attr(name).unwrap_or_default().to_owned();
            (attribute("name"), attribute("value"))
        };
        form.select(&inputs).map(pair).collect::<Vec<_>>()
    });
    let wanted = ("provider".to_owned(), provider.to_owned());
    all.into_iter().find(|fields| fields.contains(&wanted))
}

fn with(fields: &[(String, String)], name: &str, value: &str) -> Vec<(String, String)> {
    let changed = |(known, old): &(String, String)| {
        (known.clone(), if known == name { value.to_owned() } else { old.clone() })
    };
    fields.iter().map(changed).collect()
}

async fn post(browser: &Browser, fields: &[(String, String)]) -> Page {
    let fields: Vec<(&str, &str)> =
        fields.iter().map(|(name, value)| (name.as_str(), value.as_str())).collect();
    browser.post(PAGE, &fields).await
}

#[test]
fn everybody_sees_their_own_links() {
    on_each_database(|server| async move {
        let hall = Hall::of_two(server).await;
        let eve = hall.of_corp("corp-eve").await;
        let ada = hall.ada().await;
        let page = ada.browser.get(PAGE).await;
        assert_eq!(page.status, 200, "{}", page.text());
        assert!(page.says("No provider is linked"), "{}", page.text());
        assert!(!page.has("main form"), "{}", page.html);

        hall.link(&ada.id, CORP, "corp-ada").await;
        hall.link(&ada.id, "Other", "other-ada").await;
        let page = ada.browser.get(PAGE).await;
        assert!(fields(&page, CORP).is_some() && fields(&page, "Other").is_some(), "{}", page.html);
        for hidden in ["corp-ada", "other-ada", "corp-eve"] {
            assert!(!page.html.contains(hidden), "{hidden} in {}", page.html);
        }
        assert!(page.has("button[aria-label='Unlink Corp'][aria-describedby=since-1]"), "{}", page.html);
        assert_eq!(page.header("cache-control"), "no-store");

        let page = eve.browser.get(PAGE).await;
        assert!(page.says("Corp") && !page.says("Other"), "{}", page.text());

        let nobody = hall.server.browser().get(PAGE).await;
        assert_eq!(nobody.path(), "/login", "{}", nobody.text());
        // Every provider of the pool signs in to the page.
        hall.is("corp-eve", "corp-eve@example.net", false);
        let browser = hall.server.browser();
        let login = browser.get(PAGE).await;
        let there = hall.press(&browser, &login).await;
        let page = browser.get(&hall.way_back(&there)).await;
        assert_eq!((page.status, page.path()), (200, PAGE), "{}", page.text());
        assert!(fields(&page, CORP).is_some() || page.says("Corp"), "{}", page.text());
    });
}

#[test]
fn a_link_goes_once_and_its_owner_is_told() {
    on_each_database(|server| async move {
        let hall = Hall::of_two(server).await;
        let ada = hall.ada().await;
        hall.link(&ada.id, CORP, "corp-ada").await;
        hall.link(&ada.id, "Other", "other-ada").await;
        let page = ada.browser.get(PAGE).await;
        let corp = fields(&page, CORP).expect("a button");
        let after = post(&ada.browser, &corp).await;
        assert_eq!((after.status, after.path()), (200, PAGE), "{}", after.text());
        assert!(after.says("The link was removed"), "{}", after.text());
        assert_eq!(hall.links(&ada.id).await, ["Other other-ada"]);
        assert!(fields(&after, CORP).is_none() && fields(&after, "Other").is_some(), "{}", after.html);

        let told = hall.server.message_to(ADA.0).await.expect("a mail");
        assert!(
            told.subject.contains("Corp") && told.text.contains("Corp"),
            "{} {}",
            told.subject,
            told.text
        );
        let events = hall.unlinked_by(&ada.id).await;
        assert_eq!(events.len(), 1);
        let by = (events[0].actor_kind.as_str(), events[0].actor.as_deref());
        assert_eq!(by, ("person", Some(ada.id.as_str())));
        assert!(events[0].correlation_id.is_some());
        assert_eq!(events[0].detail["provider"], CORP);

        // The same button in another tab.
        let again = post(&ada.browser, &corp).await;
        assert_eq!(again.status, 200);
        assert!(again.says("not linked with your account any more"), "{}", again.text());
        assert_eq!(hall.links(&ada.id).await, ["Other other-ada"]);
        assert_eq!(hall.unlinked_by(&ada.id).await.len(), 1);

        // The session goes on, and the person of the provider is somebody new now.
        let silent = hall.app.depart(&[("prompt", "none")]);
        let back = ada.browser.get(silent.url.as_str()).await;
        assert_eq!(id(&hall.person(&back, &silent).await), ada.id);
        assert_ne!(hall.of_corp("corp-ada").await.id, ada.id);
    });
}

#[test]
fn an_old_sign_in_changes_nothing() {
    block_on(async {
        let hall = Hall::new(TestServer::start().await).await;
        let ada = hall.ada().await;
        hall.link(&ada.id, CORP, "corp-ada").await;
        let corp = fields(&ada.browser.get(PAGE).await, CORP).expect("a button");
        hall.server.advance(Duration::from_secs(600));
        assert!(fields(&ada.browser.get(PAGE).await, CORP).is_some(), "just in time");
        hall.server.advance(Duration::from_millis(1));
        let asked = post(&ada.browser, &corp).await;
        assert!(asked.says("Confirm that it is you"), "{}", asked.text());
        assert_eq!(hall.links(&ada.id).await, ["Corp corp-ada"]);

        // The proof, and back to the page.
        let page = ada.browser.submit(&asked, "password", &[("password", ADA.1)]).await;
        assert_eq!((page.status, page.path()), (200, PAGE), "{}", page.text());
        let corp = fields(&page, CORP).expect("a button");
        post(&ada.browser, &corp).await;
        assert_eq!(hall.links(&ada.id).await, Vec::<String>::new());
    });
}

#[test]
fn the_only_way_in_stays() {
    on_each_database(|server| async move {
        let hall = Hall::of_two(server).await;
        let joan = hall.invited("joan@example.com").await;
        hall.link(&joan, CORP, "corp-joan").await;
        hall.wait_for_password(60);
        let Someone { browser, id } = hall.of_corp("corp-joan").await;
        assert_eq!(id, joan);
        // The button is there as long as the password would sign in.
        let corp = fields(&browser.get(PAGE).await, CORP).expect("a button");
        hall.server.advance(Duration::from_secs(61));
        let page = browser.get(PAGE).await;
        assert!(page.says("only way to sign in") && fields(&page, CORP).is_none(), "{}", page.text());
        let refused = post(&browser, &corp).await;
        assert_eq!(refused.status, 409, "{}", refused.text());
        assert!(refused.has("[role=alert]") && refused.says("only way to sign in"), "{}", refused.text());
        assert_eq!(hall.links(&joan).await, ["Corp corp-joan"]);
        assert!(hall.unlinked_by(&joan).await.is_empty());

        // With another way in it may go.
        hall.link(&joan, "Other", "other-joan").await;
        let after = post(&browser, &corp).await;
        assert_eq!(after.status, 200, "{}", after.text());
        assert_eq!(hall.links(&joan).await, ["Other other-joan"]);
    });
}

#[test]
fn whom_a_provider_has_made_keeps_it_until_there_is_a_password() {
    on_each_database(|server| async move {
        let hall = Hall::of_two(server).await;
        let Someone { browser, id } = hall.of_corp("corp-eve").await;
        hall.link(&id, "Other", "other-eve").await;
        let page = browser.get(PAGE).await;
        assert!(page.says("has no password"), "{}", page.text());
        assert!(fields(&page, CORP).is_none() && fields(&page, "Other").is_some(), "{}", page.html);

        // A temporary password that ends between page and button.
        hall.set_password(&id, "Correct-Horse-9", SetPassword::Temporary).await;
        let signed_out = browser.get(PAGE).await;
        assert_eq!(signed_out.path(), "/login", "a new password signs out: {}", signed_out.text());
        hall.wait_for_password(60);
        let browser = hall.of_corp("corp-eve").await.browser;
        let corp = fields(&browser.get(PAGE).await, CORP).expect("a button");
        hall.server.advance(Duration::from_secs(61));
        let refused = post(&browser, &corp).await;
        assert_eq!(refused.status, 409, "{}", refused.text());
        assert!(refused.says("was made by signing in with Corp"), "{}", refused.text());
        assert_eq!(hall.links(&id).await.len(), 2);

        hall.set_password(&id, "Correct-Horse-10", SetPassword::Permanent).await;
        let browser = hall.of_corp("corp-eve").await.browser;
        let corp = fields(&browser.get(PAGE).await, CORP).expect("a button");
        assert_eq!(post(&browser, &corp).await.status, 200);
        assert_eq!(hall.links(&id).await, ["Other other-eve"]);
    });
}

#[test]
fn a_form_that_is_not_this_browser_s_changes_nothing() {
    block_on(async {
        let hall = Hall::new(TestServer::start().await).await;
        let ada = hall.ada().await;
        hall.link(&ada.id, CORP, "corp-ada").await;
        let corp = fields(&ada.browser.get(PAGE).await, CORP).expect("a button");

        let elsewhere = hall.ada().await;
        let stolen = fields(&elsewhere.browser.get(PAGE).await, CORP).expect("a button");
        for wrong in [with(&corp, "_csrf", ""), with(&corp, "_csrf", "x"), stolen] {
            let refused = post(&ada.browser, &wrong).await;
            assert_eq!(refused.status, 403, "{wrong:?}: {}", refused.text());
        }
        // Another site that knows everything, in a browser that sends the cookies all the same.
        for (name, value) in [("origin", "https://evil.example"), ("sec-fetch-site", "cross-site")] {
            let target = ada.browser.get(PAGE).await.url;
            let request = ada.browser.client().post(target.clone()).form(&corp).header(name, value);
            let refused = ada.browser.send(request, target).await;
            assert_eq!(refused.status, 403, "{name}: {}", refused.text());
        }
        assert_eq!(ada.browser.cross_site(PAGE, &[]).await.status, 403);
        let half = ada.browser.copy();
        half.forget("vestibule_flow");
        assert_eq!(post(&half, &corp).await.status, 400);
        let signed_out = ada.browser.copy();
        signed_out.forget("vestibule_session");
        assert_eq!(post(&signed_out, &corp).await.path(), "/login");
        assert_eq!(hall.links(&ada.id).await, ["Corp corp-ada"]);

        assert_eq!(post(&ada.browser, &corp).await.status, 200, "the form itself was good");
        assert!(hall.links(&ada.id).await.is_empty());
    });
}

#[test]
fn nobody_takes_what_is_another_s() {
    on_each_database(|server| async move {
        let hall = Hall::of_two(server).await;
        let ada = hall.ada().await;
        hall.link(&ada.id, CORP, "corp-ada").await;
        let eve = hall.of_corp("corp-eve").await;
        hall.link(&eve.id, "Other", "other-eve").await;
        let hers = fields(&ada.browser.get(PAGE).await, CORP).expect("a button");
        let own = fields(&eve.browser.get(PAGE).await, "Other").expect("a button");
        let value = |name: &str| {
            let found = hers.iter().find(|(known, _)| known == name);
            found.map(|(_, value)| value.clone()).expect("a field")
        };
        let both = with(&with(&own, "provider", CORP), "link", &value("link"));
        let renamed = with(&own, "provider", CORP);
        for wrong in [both, with(&own, "link", &value("link")), renamed, with(&own, "link", "corp-ada")] {
            let told = post(&eve.browser, &wrong).await;
            assert!(told.says("not linked with your account"), "{wrong:?}: {}", told.text());
        }
        assert_eq!(hall.links(&ada.id).await, ["Corp corp-ada"]);
        assert_eq!(hall.links(&eve.id).await, ["Corp corp-eve", "Other other-eve"]);

        // A session counts in its own pool alone.
        let pool = hall.server.create_pool("Elsewhere", PoolSettings::default()).await;
        let there = format!("/{}{PAGE}", pool.id);
        let page = ada.browser.get(&there).await;
        assert_eq!(page.path(), format!("/{}/login", pool.id), "{}", page.text());
        let hers: Vec<(&str, &str)> = hers.iter().map(|(name, value)| (&**name, &**value)).collect();
        assert_eq!(ada.browser.post(&there, &hers).await.path(), page.path());
        let (name, session) = ada.browser.cookie("vestibule_session").expect("a session");
        let moved = name.replace(hall.pool.id.as_str(), pool.id.as_str());
        assert_ne!(moved, name);
        ada.browser.set_cookie(&moved, &session);
        let page = ada.browser.get(&there).await;
        assert_eq!(page.path(), format!("/{}/login", pool.id), "{}", page.text());
        assert_eq!(ada.browser.post(&there, &hers).await.path(), page.path());
        assert_eq!(hall.links(&ada.id).await, ["Corp corp-ada"]);
    });
}

#[test]
fn of_two_last_links_that_go_at_once_one_stays() {
    on_each_database(|server| async move {
        let hall = Hall::of_two(server).await;
        let joan = hall.invited("joan@example.com").await;
        hall.link(&joan, CORP, "corp-joan").await;
        hall.link(&joan, "Other", "other-joan").await;
        hall.wait_for_password(0);
        hall.server.advance(Duration::from_secs(1));
        let browser = hall.of_corp("corp-joan").await.browser;
        let page = browser.get(PAGE).await;
        let forms = [CORP, "Other"].map(|provider| fields(&page, provider).expect("a button"));
        let tabs: Vec<Browser> = (0..20).map(|_| browser.copy()).collect();
        let answers =
            join_all(tabs.iter().enumerate().map(|(number, tab)| post(tab, &forms[number % 2]))).await;
        assert!(answers.iter().all(|page| page.status < 500), "{:?}", answers.iter().map(|p| p.status).max());
        assert_eq!(hall.links(&joan).await.len(), 1);
        assert_eq!(hall.unlinked_by(&joan).await.len(), 1);
        let done = answers.iter().filter(|page| page.query("notice").as_deref() == Some("unlinked")).count();
        assert_eq!(done, 1);
        assert!(answers.iter().any(|page| page.status == 409), "the other was told");
    });
}
