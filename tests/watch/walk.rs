//! A walk through everything a person and an application do, with markers in each place that somebody types into or that
//! is secret, so that a test can look for them where they must not be.

use vestibule::crypto::totp;
use vestibule::dev::seed::{CONFIDENTIAL_SECRET, GRACE_TOTP_SEED, MACHINE_SECRET};

use crate::support::application::{Application, Departure};
use crate::support::browser::{Browser, Page};

/// What somebody typed; none of it may be in a log, a label or an audit event.
pub const TYPED: [&str; 9] = [
    "marker-nora-7731@example.com",
    "marker-nora-7731",
    "Marker-Secret-7731",
    "Marker-Changed-9902",
    "marker-typed-name-5512",
    "marker-wrong-password-4410",
    "marker-wrong-secret-3307",
    "marker-scope-2299",
    "marker-query-1188",
];

const EMAIL: &str = TYPED[0];
const PASSWORD: &str = TYPED[2];
const CHANGED: &str = TYPED[3];

/// What was secret on the way: codes, tokens, cookies.
pub struct Walked {
    pub secrets: Vec<String>,
}

/// Where the walk goes, and how it gets its mail.
pub struct Walk<'a, M> {
    pub origin: &'a str,
    /// The time of the server, Unix milliseconds.
    pub now: i64,
    /// The code in the newest message to an address.
    pub code_to: M,
}

impl<M: AsyncFn(&str) -> String> Walk<'_, M> {
    /// Signs up, confirms, signs in by password, by TOTP and by a code, is refused, is locked out, recovers, exchanges,
    /// refreshes, revokes, signs out.
    pub async fn everything(&self) -> Walked {
        let mut secrets = Vec::new();
        let app = Application::public(self.origin);

        let browser = Browser::new(self.origin);
        let departure = app.depart(&[("login_hint", TYPED[8])]);
        let login = browser.get(departure.url.as_str()).await;
        let page = self.beside(&browser, &login, "signup").await;
        let confirm =
            browser.submit(&page, "signUpButton", &[("username", EMAIL), ("password", PASSWORD)]).await;
        let wrong = browser.submit(&confirm, "confirmButton", &[("code", "000000")]).await;
        let code = (self.code_to)(EMAIL).await;
        let back = browser.submit(&wrong, "confirmButton", &[("code", &code)]).await;
        secrets.push(code);
        let tokens = self.exchange(&app, &departure, &back, &mut secrets).await;

        // Refused in every way.
        let stranger = Browser::new(self.origin);
        for _ in 0..8 {
            let (_, refused) = app.sign_in(&stranger, TYPED[4], TYPED[5]).await;
            assert!((400..500).contains(&refused.status), "{}", refused.text());
            app.sign_in(&stranger, EMAIL, TYPED[5]).await;
        }
        let foreign = [("grant_type", "client_credentials"), ("client_id", "demomachine")];
        let mut guesser = app.clone();
        guesser.client_id = "demomachine".into();
        guesser.secret = Some(TYPED[6].into());
        assert_eq!(guesser.token(&foreign[..1]).await.status, 401);
        guesser.secret = Some(MACHINE_SECRET.into());
        let scope = [("grant_type", "client_credentials"), ("scope", TYPED[7])];
        assert_eq!(guesser.token(&scope).await.error(), "invalid_scope");
        assert_eq!(guesser.token(&[("grant_type", TYPED[8])]).await.error(), "unsupported_grant_type");
        assert_eq!(
            guesser.token(&[("grant_type", "client_credentials"), ("scope", "demo/read")]).await.status,
            200
        );
        stranger.get(&format!("/oauth2/authorize?client_id={}&x={}", TYPED[8], TYPED[8])).await;
        stranger.get(&format!("/login?flow={}", TYPED[8])).await;

        // A second factor.
        let grace = Browser::new(self.origin);
        let (departure, challenge) = app.sign_in(&grace, "grace@example.com", "Correct-Horse-8").await;
        let wrong = grace.submit(&challenge, "code", &[("code", "000000")]).await;
        let seed = totp::secret_from_base32(GRACE_TOTP_SEED).expect("the seed is base32");
        let code = totp::code_at(&seed, self.now / totp::STEP_MS);
        let back = grace.submit(&wrong, "code", &[("code", &code)]).await;
        self.exchange(&app, &departure, &back, &mut secrets).await;

        // A code sent to a proven address in place of the password, where the pool has that; a forgotten password always.
        let departure = app.depart(&[("prompt", "login")]);
        let login = browser.get(departure.url.as_str()).await;
        let page = self.beside(&browser, &login, "forgotPassword").await;
        let page = browser.submit(&page, "resetPasswordButton", &[("username", EMAIL)]).await;
        let code = (self.code_to)(EMAIL).await;
        let fields = [("code", code.as_str()), ("password", CHANGED)];
        let login = browser.submit(&page, "changePasswordButton", &fields).await;
        secrets.push(code);
        assert!(login.has("#signInFormPassword"), "{}", login.text());
        let fields = [("username", EMAIL), ("password", CHANGED)];
        let back = browser.submit(&login, "signInSubmitButton", &fields).await;
        assert_eq!(app.refresh(&tokens.text("refresh_token")).await.error(), "invalid_grant");
        let tokens = self.exchange(&app, &departure, &back, &mut secrets).await;

        let refresh_token = tokens.text("refresh_token");
        let refreshed = app.refresh(&refresh_token).await;
        assert_eq!(refreshed.status, 200, "{refreshed:?}");
        secrets.push(refreshed.text("access_token"));
        app.user_info(&refreshed.text("access_token")).await;
        app.user_info(TYPED[8]).await;
        assert_eq!(app.post("/oauth2/revoke", &[("token", &refresh_token)]).await.status, 200);
        assert_eq!(app.refresh(&refresh_token).await.error(), "invalid_grant");

        secrets.extend(
            ["session", "flow", "device"]
                .iter()
                .filter_map(|kind| browser.cookie(&format!("vestibule_{kind}_")).map(|(_, value)| value)),
        );
        let out = "/logout?client_id=demoweb&logout_uri=http%3A%2F%2F127.0.0.1%3A9%2Fbye";
        browser.get(out).await;
        secrets.extend([
            CONFIDENTIAL_SECRET.to_owned(),
            MACHINE_SECRET.to_owned(),
            GRACE_TOTP_SEED.to_owned(),
        ]);
        secrets.extend(["Correct-Horse-8".to_owned(), "grace@example.com".to_owned()]);
        assert!(secrets.len() > 15, "the walk kept what it saw");
        Walked { secrets }
    }

    /// A page of the same flow.
    async fn beside(&self, browser: &Browser, page: &Page, path: &str) -> Page {
        let flow = page.query("flow").expect("a flow");
        browser.get(&format!("/{path}?flow={flow}")).await
    }

    async fn exchange(
        &self,
        app: &Application,
        departure: &Departure,
        back: &Page,
        secrets: &mut Vec<String>,
    ) -> crate::support::application::TokenAnswer {
        let code = app.code_of(back, departure);
        let tokens = app.exchange(&code, &departure.verifier).await;
        assert_eq!(tokens.status, 200, "{tokens:?}");
        secrets.extend(["access_token", "id_token", "refresh_token"].map(|kind| tokens.text(kind)));
        secrets.extend([code, departure.verifier.clone(), departure.state.clone(), departure.nonce.clone()]);
        tokens
    }
}
