//! The corpus' way through the whole server: a browser is sent to the provider, the provider's form is posted, the
//! browser comes back. [`CorpusServer::start`] is the one seam: name, addresses, key and clock of the corpus.

use std::collections::BTreeMap;
use std::io::{Read, Write};
use std::net::TcpStream;
use std::sync::Arc;

use base64::Engine;
use base64::engine::general_purpose::STANDARD;
use serde_json::Value;
use vestibule::config::Settings;
use vestibule::directory::providers;
use vestibule::federation::round_trip::{self, Errand, RoundTrip};
use vestibule::federation::saml::documents;
use vestibule::model::client::ClientSettings;
use vestibule::model::ids::UserId;
use vestibule::model::pool::{PoolSettings, UserPool};
use vestibule::model::provider::{IdentityProvider, ProviderKind};
use vestibule::model::saml::RecordedParty;
use vestibule::store::external_links;

use super::saml::{Corpus, pem, request_ids, text};
use crate::support::application::{Application, Departure};
use crate::support::browser::{Browser, Page};
use crate::support::server::{TestServer, TestServerOptions};

const CLIENT: &str = "corpus";
/// Longer addresses than this are no use to the client library; a server meets them all the same.
const LONG: usize = 60_000;

/// A server that is the service provider of a corpus, at its time.
pub struct CorpusServer {
    pub corpus: Corpus,
    pub server: TestServer,
    party: Arc<RecordedParty>,
    pool: UserPool,
    application: Application,
}

impl CorpusServer {
    pub async fn start() -> Self {
        let corpus = Corpus::load();
        let sp = &corpus.manifest["sp"];
        let key = (pem(&corpus.path(text(sp, "key"))), pem(&corpus.path(text(sp, "cert"))));
        let party = RecordedParty::new(text(sp, "entity_id"), (text(sp, "acs"), text(sp, "slo")), key);
        let party = Arc::new(party);
        let options = TestServerOptions { saml_party: Some(party.clone()), ..TestServerOptions::default() };
        let server = TestServer::start_with(options).await;
        server.clock.set(corpus.now_ms);
        // A pool that wants nothing to be known of its people: the corpus is about who they are.
        let pool = server.create_pool("Corpus", PoolSettings::default()).await;
        let settings = ClientSettings {
            allowed_scopes: ["openid", "email", "profile"].map(String::from).to_vec(),
            any_loopback_url: true,
            ..ClientSettings::default()
        };
        server.create_client(&pool, CLIENT, settings).await;
        let application = Application::of_pool(&server.origin, pool.id.as_str(), CLIENT);
        Self { corpus, server, party, pool, application }
    }

    /// The provider that `case` trusts, under a name of its own: nothing that a case leaves behind meets another one.
    pub async fn trust(&self, case: &Value, name: &str) {
        let metadata = String::from_utf8(self.corpus.bytes(text(case, "idp"))).expect("a text");
        let mut provider = self.provider(name, case["idp_initiated_allowed"].as_bool().unwrap_or(false));
        provider.details.insert("MetadataFile".to_owned(), metadata);
        // The corpus' service provider promises signed requests.
        provider.details.insert("RequestSigningAlgorithm".to_owned(), "rsa-sha256".to_owned());
        providers::put(&self.server.env, &self.pool, &provider).await.expect("a good provider");
        self.server.look_again(&self.pool.id);
    }

    fn provider(&self, name: &str, begins: bool) -> IdentityProvider {
        IdentityProvider {
            pool_id: self.pool.id.clone(),
            name: name.to_owned(),
            kind: ProviderKind::Saml,
            details: BTreeMap::from([("IDPInit".to_owned(), begins.to_string())]),
            secrets: BTreeMap::new(),
            attribute_mapping: BTreeMap::new(),
            identifiers: Vec::new(),
            created_at: 0,
            updated_at: 0,
        }
    }

    /// Ends what [`Self::trust`] began.
    pub async fn forget(&self, name: &str) {
        providers::delete(&self.server.env, &self.pool, name).await.expect("it was there");
    }

    /// Reads metadata as the setting of a provider in production.
    pub async fn read_metadata(&self, document: &[u8]) -> Result<String, String> {
        let text = String::from_utf8(document.to_vec()).map_err(|error| error.to_string())?;
        let mut env = self.server.env.clone();
        env.settings = Arc::new(Settings { development: false, ..(*env.settings).clone() });
        let mut provider = self.provider("Corp", false);
        provider.details.insert("MetadataFile".to_owned(), text);
        let read = documents::metadata(&env, &provider).await;
        read.map(|read| read.entity_id().to_owned()).map_err(|error| error.to_string())
    }

    /// Judges a message as the answer to each of the case's requests, each made by a browser of its own, until one
    /// signs somebody in; and as one that nobody asked for, where that is allowed or nobody has asked. Returns whom.
    pub async fn judge(
        &self,
        case: &Value,
        name: &str,
        message: &[u8],
        network: u8,
    ) -> Result<String, String> {
        let mut refusal = "never tried".to_owned();
        for id in request_ids(case) {
            match self.answer(name, id, message, network).await {
                Ok(subject) => return Ok(subject),
                Err(reason) => refusal = reason,
            }
        }
        let asked = !request_ids(case).is_empty();
        if case["idp_initiated_allowed"].as_bool().unwrap_or(false) || !asked {
            return self.unasked(name, message, network).await;
        }
        Err(refusal)
    }

    async fn answer(&self, name: &str, id: &str, message: &[u8], network: u8) -> Result<String, String> {
        self.party.expect_request(id);
        let browser = self.browser(network);
        let departure = self.application.depart(&[("identity_provider", name)]);
        let gone = browser.get(departure.url.as_str()).await;
        // By redirect, or by the form that posts itself.
        let state = gone.query("RelayState").unwrap_or_else(|| {
            let (_, fields) = gone.form("SAMLRequest");
            fields.into_iter().find(|(name, _)| name == "RelayState").expect("a RelayState").1
        });
        let fields = [("SAMLResponse", STANDARD.encode(message)), ("RelayState", state)];
        let posted = self.browser(network).cross_site(&self.path("/saml2/idpresponse"), &fields).await;
        if posted.status != 303 {
            return Err(seen(&posted));
        }
        let back = browser.get(posted.header("location")).await;
        self.signed_in(name, &departure, &back).await
    }

    async fn unasked(&self, name: &str, message: &[u8], network: u8) -> Result<String, String> {
        let browser = self.browser(network);
        let departure = self.application.depart(&[("identity_provider", name)]);
        let relay_state = departure.url.query().expect("a query").to_owned();
        let fields = [("SAMLResponse", STANDARD.encode(message)), ("RelayState", relay_state)];
        let posted = browser.cross_site(&self.path("/saml2/idpresponse"), &fields).await;
        if posted.status != 303 {
            return Err(seen(&posted));
        }
        let back = browser.get(posted.header("location")).await;
        self.signed_in(name, &departure, &back).await
    }

    /// Whom the application has in the end, by the provider's word for them.
    async fn signed_in(&self, name: &str, departure: &Departure, back: &Page) -> Result<String, String> {
        assert_ne!(back.status, 500, "{}", back.text());
        if !back.url.as_str().starts_with(&self.application.redirect_uri) {
            return Err(seen(back));
        }
        let code = self.application.code_of(back, departure);
        let tokens = self.application.exchange(&code, &departure.verifier).await;
        let claims = self.application.verify(&tokens.text("id_token")).await;
        let user = UserId::trusted(claims["sub"].as_str().expect("a sub"));
        let links = self.server.env.db.read(move |c| external_links::list_of_user(c, &user)).await;
        let mut links = links.expect("the database answers");
        assert_eq!((links.len(), links[0].provider.as_str()), (1, name));
        Ok(links.remove(0).subject)
    }

    /// Brings a logout message; returns where the browser is sent then. `ids` are logout requests of ours that wait.
    pub async fn logout(&self, name: &str, file: &str, ids: &[&str], network: u8) -> Result<String, String> {
        let message = self.corpus.bytes(file);
        let browser = self.browser(network);
        if !file.ends_with(".url") {
            for field in ["SAMLRequest", "SAMLResponse"] {
                let fields = [(field, STANDARD.encode(&message))];
                let answer = browser.cross_site(&self.path("/saml2/logout"), &fields).await;
                if let Ok(sent) = sent_on(&answer) {
                    return Ok(sent);
                }
            }
            return Err("neither asks nor answers".into());
        }
        let address = String::from_utf8(message).expect("an address");
        let (_, query) = address.trim().split_once('?').expect("a query");
        let state = url::form_urlencoded::parse(query.as_bytes()).find(|(name, _)| name == "RelayState");
        let mut refusal = String::new();
        for id in ids {
            // What waits under the recorded RelayState: a sign-out of ours. A recorded one knows no other.
            if let Some((_, state)) = &state {
                let _ = round_trip::close(&self.server.env, &self.pool.id, state).await;
                let trip = RoundTrip {
                    provider: name.to_owned(),
                    browser: String::new(),
                    errand: Errand::SignOut {
                        destination: "https://app.example.com/bye".into(),
                        request_id: Some((*id).to_owned()),
                    },
                    posted: None,
                };
                let opened = round_trip::open(&self.server.env, &self.pool.id, state, &trip, 60_000).await;
                opened.expect("the database answers");
            }
            let path = self.path(&format!("/saml2/logout?{query}"));
            if path.len() > LONG {
                refusal = self.refused_by_hand(&path);
                continue;
            }
            let answer = browser.get_once(&path).await;
            match sent_on(&answer) {
                Ok(sent) => return Ok(sent),
                Err(reason) => refusal = reason,
            }
        }
        Err(refusal)
    }

    /// A path of the pool.
    pub fn path(&self, path: &str) -> String {
        format!("/{}{path}", self.pool.id)
    }

    /// Asks for a long path over a connection of its own; returns the refusal.
    fn refused_by_hand(&self, path: &str) -> String {
        let authority = self.server.origin.strip_prefix("http://").expect("an origin");
        let mut connection = TcpStream::connect(authority).expect("the server listens");
        let request = format!("GET {path} HTTP/1.1\r\nHost: {authority}\r\nConnection: close\r\n\r\n");
        // A server that has seen enough need not read to the end.
        let _ = connection.write_all(request.as_bytes());
        let mut answer = Vec::new();
        let _ = connection.read_to_end(&mut answer);
        let answer = String::from_utf8_lossy(&answer);
        let status = answer.split_whitespace().nth(1).unwrap_or("hung up").to_owned();
        assert!(status.starts_with('4') || status == "hung up", "{answer}");
        status
    }

    /// A browser in a network of its own, so that no limit on networks counts.
    fn browser(&self, network: u8) -> Browser {
        let mut browser = self.server.browser();
        browser.headers.push(("x-forwarded-for", format!("198.18.{network}.7")));
        browser
    }
}

/// Where a logout message has led: on to somebody with an answer, or a refusal.
fn sent_on(answer: &Page) -> Result<String, String> {
    assert_ne!(answer.status, 500, "{}", answer.text());
    match answer.status {
        302 | 303 => Ok(answer.header("location").to_owned()),
        200 if answer.has("form[data-submit-now]") => Ok("a form".into()),
        _ => Err(seen(answer)),
    }
}

/// What the person sees, for the list of refusals.
fn seen(page: &Page) -> String {
    assert!((400..600).contains(&page.status), "{} {}: {}", page.status, page.url, page.text());
    assert_ne!(page.status, 500, "{}", page.text());
    let text = page.text();
    format!("{} {}", page.status, text.split(" · ").next().unwrap_or_default())
}
