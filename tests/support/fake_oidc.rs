//! An identity provider on a port of its own: real HTTP, real keys, and every answer can be bent.
//!
//! As it is, it is a flawless OpenID Connect provider which checks what it is sent (PKCE, redirect URI, client
//! authentication, one use of each code), and also answers in the shapes of Facebook and Amazon. Nobody types a password
//! there: who comes to `/authorize` is `Bends::person`.

use std::collections::{BTreeMap, HashMap};
use std::net::TcpListener;
use std::sync::{Arc, LazyLock, Mutex, MutexGuard};

use actix_web::dev::ServerHandle;
use actix_web::http::header;
use actix_web::{App, HttpRequest, HttpResponse, HttpServer, web};
use aws_lc_rs::signature::{ECDSA_P384_SHA384_FIXED_SIGNING, EcdsaKeyPair, KeyPair};
use base64::Engine;
use base64::engine::general_purpose::STANDARD;
use futures_util::StreamExt;
use jsonwebtoken::EncodingKey;
use serde_json::{Map, Value, json};
use url::{Url, form_urlencoded};
use vestibule::crypto::digest::sha256_base64url;
use vestibule::crypto::encoding::base64url;
use vestibule::crypto::jwt::{Algorithm, SigningKey};
use vestibule::federation::oidc::Answer;
use vestibule::model::clock::{Clock, FakeClock};

/// The client that is registered there, and its secret.
pub const CLIENT: &str = "vestibule-client";
pub const SECRET: &str = "a secret/with+signs:that must be encoded";

/// The provider's keys. `Stranger` is in no key set by itself.
#[derive(Debug, Clone, Copy, PartialEq, Eq, Hash)]
pub enum Key {
    Rsa,
    Stranger,
    P256,
    P384,
    Ed25519,
}

struct Pair {
    jwk: Value,
    private: EncodingKey,
}

static KEYS: LazyLock<HashMap<Key, Pair>> = LazyLock::new(|| {
    let ours = [
        (Key::Rsa, Algorithm::Rs256),
        (Key::Stranger, Algorithm::Rs256),
        (Key::P256, Algorithm::Es256),
        (Key::Ed25519, Algorithm::EdDsa),
    ];
    let mut keys: HashMap<Key, Pair> = ours.into_iter().map(|(name, kind)| (name, pair(kind))).collect();
    keys.insert(Key::P384, p384());
    keys
});

fn pem(pkcs8: &[u8]) -> String {
    format!("-----BEGIN PRIVATE KEY-----\n{}\n-----END PRIVATE KEY-----\n", STANDARD.encode(pkcs8))
}

fn pair(algorithm: Algorithm) -> Pair {
    let key = SigningKey::generate(algorithm).expect("a key");
    let pem = pem(&key.to_pkcs8().expect("PKCS#8"));
    let private = match algorithm {
        Algorithm::Rs256 => EncodingKey::from_rsa_pem(pem.as_bytes()),
        Algorithm::Es256 => EncodingKey::from_ec_pem(pem.as_bytes()),
        Algorithm::EdDsa => EncodingKey::from_ed_pem(pem.as_bytes()),
    };
    let mut jwk = key.public_jwk();
    // One key signs with every algorithm of its kind here.
    jwk.as_object_mut().expect("an object").remove("alg");
    Pair { jwk, private: private.expect("a private key") }
}

fn p384() -> Pair {
    let key = EcdsaKeyPair::generate(&ECDSA_P384_SHA384_FIXED_SIGNING).expect("a key");
    let pem = pem(key.to_pkcs8v1().expect("PKCS#8").as_ref());
    let (x, y) = key.public_key().as_ref()[1..].split_at(48);
    let jwk = json!({ "kty": "EC", "crv": "P-384", "x": base64url(x), "y": base64url(y), "kid": "p384" });
    Pair { jwk, private: EncodingKey::from_ec_pem(pem.as_bytes()).expect("a private key") }
}

/// How an ID token is signed.
#[derive(Debug, Clone)]
pub enum Signed {
    /// With a key, by an algorithm of its kind.
    By(Key, &'static str),
    /// With a MAC under these bytes, `HS256`.
    Mac(Vec<u8>),
    /// Not at all: `none`.
    Not,
    /// As by [`Key::Rsa`], with a changed signature.
    Badly,
}

/// How a path answers instead of as it should.
#[derive(Debug, Clone)]
pub enum Conduct {
    /// With this status and body.
    Says(u16, String),
    /// With ten megabytes.
    Long,
    /// A byte now and then, for ever.
    Drips,
    /// Never.
    Silent,
    /// With a redirect.
    To(String),
}

/// What is not as it should be. Members of the maps replace those of the flawless answer; null removes one.
pub struct Bends {
    /// Who signs in: the claims beside those of the protocol.
    pub person: Map<String, Value>,
    pub id_token: Map<String, Value>,
    pub header: Map<String, Value>,
    pub signed: Signed,
    pub metadata: Map<String, Value>,
    pub user_info: Map<String, Value>,
    pub tokens: Map<String, Value>,
    pub token_information: Map<String, Value>,
    /// What the key set has.
    pub published: Vec<Key>,
    pub cache_control: Option<String>,
    /// By path.
    pub conduct: HashMap<String, Conduct>,
    /// Whether the client has no secret.
    pub public_client: bool,
}

/// A request that came.
#[derive(Debug, Clone)]
pub struct Heard {
    pub method: String,
    pub path: String,
    pub query: BTreeMap<String, String>,
    pub form: BTreeMap<String, String>,
    pub authorization: String,
}

/// What a code was given for; empty when it was used.
#[derive(Default)]
struct Grant {
    request: BTreeMap<String, String>,
    /// In place of `Bends::person`.
    person: Option<Map<String, Value>>,
}

struct State {
    origin: String,
    clock: Arc<FakeClock>,
    bends: Mutex<Bends>,
    heard: Mutex<Vec<Heard>>,
    grants: Mutex<HashMap<String, Grant>>,
}

/// A running provider. Dropping it stops it.
pub struct FakeOidc {
    /// Its issuer: `http://127.0.0.1:port`.
    pub origin: String,
    state: Arc<State>,
    handle: ServerHandle,
}

impl FakeOidc {
    /// Starts one that lives by `clock`.
    pub fn start(clock: &Arc<FakeClock>) -> Self {
        let listener = TcpListener::bind("127.0.0.1:0").expect("a port");
        let origin = format!("http://{}", listener.local_addr().expect("bound"));
        let bends = Bends {
            person: object(json!({
                "sub": "Ada-1", "email": "ada@example.org", "email_verified": true, "name": "Ada Lovelace",
            })),
            id_token: Map::new(),
            header: Map::new(),
            signed: Signed::By(Key::Rsa, "RS256"),
            metadata: Map::new(),
            user_info: Map::new(),
            tokens: Map::new(),
            token_information: Map::new(),
            published: vec![Key::Rsa, Key::P256, Key::P384, Key::Ed25519],
            cache_control: None,
            conduct: HashMap::new(),
            public_client: false,
        };
        let state = Arc::new(State {
            origin: origin.clone(),
            clock: clock.clone(),
            bends: Mutex::new(bends),
            heard: Mutex::default(),
            grants: Mutex::default(),
        });
        let for_server = state.clone();
        let (ready, started) = std::sync::mpsc::channel();
        std::thread::spawn(move || {
            actix_web::rt::System::new().block_on(async move {
                let server = HttpServer::new(move || {
                    App::new().app_data(web::Data::from(for_server.clone())).default_service(web::to(answer))
                })
                .workers(1)
                .disable_signals()
                .listen(listener)
                .expect("it listens")
                .run();
                ready.send(server.handle()).expect("the test waits");
                server.await.expect("it ends well");
            });
        });
        Self { origin, state, handle: started.recv().expect("it starts") }
    }

    /// Bends it.
    pub fn bend(&self, change: impl FnOnce(&mut Bends)) {
        change(&mut self.state.bends.lock().expect("no panic"));
    }

    /// Every request so far to a path.
    pub fn heard(&self, path: &str) -> Vec<Heard> {
        let heard = self.state.heard.lock().expect("no panic");
        heard.iter().filter(|heard| heard.path == path).cloned().collect()
    }

    /// What its page would send the browser back with.
    pub fn visit(&self, url: &Url) -> Answer {
        assert_eq!(url.origin().ascii_serialization(), self.origin);
        let request: BTreeMap<String, String> = url.query_pairs().into_owned().collect();
        Answer {
            code: Some(self.state.grant(request, None)),
            iss: Some(self.origin.clone()),
            ..Answer::default()
        }
    }

    /// The code that its page would give somebody in particular. Only the ID token knows them.
    pub fn code_for(&self, url: &Url, person: Value) -> String {
        let request: BTreeMap<String, String> = url.query_pairs().into_owned().collect();
        self.state.grant(request, Some(object(person)))
    }

    /// The public key that a mistaken verifier would take as the secret of a MAC: the RSA key's JWK as it is published.
    pub fn public_key(&self) -> String {
        KEYS[&Key::Rsa].jwk.to_string()
    }

    /// A private key as Apple gives it out: `.p8`.
    pub fn apple_key() -> (String, Value) {
        let key = SigningKey::generate(Algorithm::Es256).expect("a key");
        (pem(&key.to_pkcs8().expect("PKCS#8")), key.public_jwk())
    }
}

impl Drop for FakeOidc {
    fn drop(&mut self) {
        drop(self.handle.stop(false));
    }
}

pub fn object(value: Value) -> Map<String, Value> {
    value.as_object().expect("an object").clone()
}

fn bent(value: Value, bends: &Map<String, Value>) -> Value {
    let mut value = object(value);
    value.extend(bends.clone());
    value.retain(|_, member| !member.is_null());
    Value::from(value)
}

impl State {
    fn bends(&self) -> MutexGuard<'_, Bends> {
        self.bends.lock().expect("no panic")
    }

    fn grant(&self, request: BTreeMap<String, String>, person: Option<Map<String, Value>>) -> String {
        let mut grants = self.grants.lock().expect("no panic");
        let code = format!("code-{}", grants.len() + 1);
        grants.insert(code.clone(), Grant { request, person });
        code
    }

    fn metadata(&self, bends: &Bends) -> Value {
        let at = |path: &str| format!("{}{path}", self.origin);
        let metadata = json!({
            "issuer": self.origin,
            "authorization_endpoint": at("/authorize"),
            "token_endpoint": at("/token"),
            "userinfo_endpoint": at("/userinfo"),
            "jwks_uri": at("/keys"),
            "end_session_endpoint": at("/logout?tenant=7"),
            "response_types_supported": ["code"],
            "code_challenge_methods_supported": ["plain", "S256"],
            "token_endpoint_auth_methods_supported": ["client_secret_basic", "client_secret_post"],
            "authorization_response_iss_parameter_supported": true,
        });
        bent(metadata, &bends.metadata)
    }

    /// The token endpoint: what RFC 6749 and RFC 7636 make it check.
    fn tokens(&self, bends: &Bends, heard: &Heard) -> (u16, Value) {
        let form = |name: &str| heard.form.get(name).map_or("", String::as_str);
        if !is_client(bends, heard) {
            return (401, json!({ "error": "invalid_client" }));
        }
        let Some(grant) = self.grants.lock().expect("no panic").get_mut(form("code")).map(std::mem::take)
        else {
            return (400, json!({ "error": "invalid_grant", "error_description": "no such code" }));
        };
        let asked = |name: &str| grant.request.get(name).map_or("", String::as_str);
        let challenge = asked("code_challenge");
        let proven = challenge.is_empty() || sha256_base64url(form("code_verifier").as_bytes()) == challenge;
        if asked("client_id") != CLIENT || asked("redirect_uri") != form("redirect_uri") || !proven {
            return (400, json!({ "error": "invalid_grant" }));
        }
        let access = "access-token-1";
        let tokens = json!({
            "access_token": access,
            "token_type": "Bearer",
            "expires_in": 3600,
            "id_token": self.id_token(bends, grant.person.as_ref(), asked("nonce"), access),
        });
        (200, bent(tokens, &bends.tokens))
    }

    fn id_token(
        &self,
        bends: &Bends,
        person: Option<&Map<String, Value>>,
        nonce: &str,
        access: &str,
    ) -> String {
        let now = self.clock.now() / 1000;
        let mut claims = object(json!({
            "iss": self.origin, "aud": CLIENT, "exp": now + 300, "iat": now, "auth_time": now - 5,
            "nonce": nonce, "sid": "session-1", "at_hash": &at_hash(access),
        }));
        // Longer hashes go with other algorithms; at_hash is for those of 256 bits.
        if !matches!(
            &bends.signed,
            Signed::By(_, "RS256" | "PS256" | "ES256") | Signed::Mac(_) | Signed::Badly
        ) {
            claims.remove("at_hash");
        }
        claims.extend(person.unwrap_or(&bends.person).clone());
        let claims = bent(Value::from(claims), &bends.id_token);
        let (algorithm, key) = match &bends.signed {
            Signed::By(key, algorithm) => (*algorithm, Some(*key)),
            Signed::Mac(_) => ("HS256", None),
            Signed::Not => ("none", None),
            Signed::Badly => ("RS256", Some(Key::Rsa)),
        };
        let kid = key.map_or(Value::Null, |key| KEYS[&key].jwk["kid"].clone());
        let header = bent(json!({ "alg": algorithm, "kid": kid, "typ": "JWT" }), &bends.header);
        let message = format!(
            "{}.{}",
            base64url(header.to_string().as_bytes()),
            base64url(claims.to_string().as_bytes())
        );
        let sign = |key: &EncodingKey| {
            let algorithm = algorithm.parse().expect("an algorithm");
            jsonwebtoken::crypto::sign(message.as_bytes(), key, algorithm).expect("a signature")
        };
        let signature = match &bends.signed {
            Signed::By(key, _) => sign(&KEYS[key].private),
            Signed::Mac(secret) => sign(&EncodingKey::from_secret(secret)),
            Signed::Not => String::new(),
            Signed::Badly => sign(&KEYS[&Key::Stranger].private),
        };
        format!("{message}.{signature}")
    }
}

/// The left half of SHA-256.
pub fn at_hash(access: &str) -> String {
    base64url(&vestibule::crypto::digest::sha256(access.as_bytes())[..16])
}

fn is_client(bends: &Bends, heard: &Heard) -> bool {
    let form = |name: &str| heard.form.get(name).map(String::as_str);
    if bends.public_client {
        return form("client_id") == Some(CLIENT)
            && form("client_secret").is_none()
            && heard.authorization.is_empty();
    }
    let methods = bends.metadata.get("token_endpoint_auth_methods_supported");
    let takes = |method: &str| {
        methods.is_none_or(|list| list.as_array().is_none_or(|list| list.iter().any(|m| m == method)))
    };
    let encode = |text: &str| form_urlencoded::byte_serialize(text.as_bytes()).collect::<String>();
    let basic = format!("Basic {}", STANDARD.encode(format!("{}:{}", encode(CLIENT), encode(SECRET))));
    // Apple's secret is a token, which its own test looks into.
    let secret =
        form("client_secret").is_some_and(|secret| secret == SECRET || secret.split('.').count() == 3);
    (takes("client_secret_post")
        && form("client_id") == Some(CLIENT)
        && secret
        && heard.authorization.is_empty())
        || (takes("client_secret_basic") && form("client_secret").is_none() && heard.authorization == basic)
}

async fn answer(request: HttpRequest, state: web::Data<State>, body: web::Bytes) -> HttpResponse {
    let pairs = |bytes: &[u8]| form_urlencoded::parse(bytes).into_owned().collect::<BTreeMap<_, _>>();
    let authorization = request.headers().get(header::AUTHORIZATION);
    let heard = Heard {
        method: request.method().to_string(),
        path: request.path().to_owned(),
        query: pairs(request.query_string().as_bytes()),
        form: pairs(&body),
        authorization: authorization.and_then(|value| value.to_str().ok()).unwrap_or("").to_owned(),
    };
    state.heard.lock().expect("no panic").push(heard.clone());
    let conduct = state.bends().conduct.get(request.path()).cloned();
    match conduct {
        Some(conduct) => misbehave(conduct).await,
        None => behave(&state, &heard),
    }
}

async fn misbehave(conduct: Conduct) -> HttpResponse {
    match conduct {
        Conduct::Says(status, body) => HttpResponse::build(status.try_into().expect("a status"))
            .content_type("application/json")
            .body(body),
        Conduct::Long => HttpResponse::Ok().body("[".repeat(10_000_000)),
        Conduct::Silent => std::future::pending().await,
        Conduct::To(target) => HttpResponse::Found().insert_header((header::LOCATION, target)).finish(),
        Conduct::Drips => {
            let ticks = tokio::time::interval(std::time::Duration::from_millis(20));
            let drops = futures_util::stream::unfold(ticks, |mut ticks| async {
                ticks.tick().await;
                Some((Ok::<_, actix_web::Error>(web::Bytes::from_static(b" ")), ticks))
            });
            HttpResponse::Ok().content_type("application/json").streaming(drops.boxed_local())
        }
    }
}

fn behave(state: &State, heard: &Heard) -> HttpResponse {
    let bends = state.bends();
    let is_authorized = heard.authorization == "Bearer access-token-1";
    let (status, body) = match heard.path.as_str() {
        "/.well-known/openid-configuration" => (200, state.metadata(&bends)),
        "/keys" => {
            let keys: Vec<&Value> = bends.published.iter().map(|key| &KEYS[key].jwk).collect();
            (200, json!({ "keys": keys }))
        }
        "/authorize" => return back(state, heard),
        "/token" => state.tokens(&bends, heard),
        _ if heard.path.starts_with("/tokeninfo") => {
            let known = heard.query.get("access_token").is_some_and(|token| token == "access-token-1");
            let about = json!({ "aud": CLIENT, "user_id": bends.person["sub"], "exp": 3600 });
            (if known { 200 } else { 400 }, bent(about, &bends.token_information))
        }
        "/userinfo" | "/me" | "/profile" if !is_authorized => (401, json!({ "error": "invalid_token" })),
        "/userinfo" => (200, bent(Value::from(bends.person.clone()), &bends.user_info)),
        "/me" | "/profile" => {
            let id = if heard.path == "/me" { "id" } else { "user_id" };
            let mut person = bends.person.clone();
            let sub = person.remove("sub").expect("a person");
            person.insert(id.to_owned(), sub);
            (200, bent(Value::from(person), &bends.user_info))
        }
        _ => (404, json!({})),
    };
    let mut answer = HttpResponse::build(status.try_into().expect("a status"));
    if let Some(value) = &bends.cache_control {
        answer.insert_header((header::CACHE_CONTROL, value.as_str()));
    }
    answer.json(body)
}

/// The page of a provider that asks nothing: back to the application at once.
fn back(state: &State, heard: &Heard) -> HttpResponse {
    let Some(mut target) = heard.query.get("redirect_uri").and_then(|uri| Url::parse(uri).ok()) else {
        return HttpResponse::BadRequest().finish();
    };
    let code = state.grant(heard.query.clone(), None);
    target.query_pairs_mut().append_pair("code", &code).append_pair("iss", &state.origin);
    if let Some(state) = heard.query.get("state") {
        target.query_pairs_mut().append_pair("state", state);
    }
    HttpResponse::Found().insert_header((header::LOCATION, target.as_str())).finish()
}
