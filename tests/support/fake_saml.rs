//! A SAML identity provider for tests: real metadata over real HTTP, real signatures, and people who sign in without being
//! asked. It checks what it is sent as a careful provider would, and every answer can be bent before it is signed.
//!
//! It signs and verifies with the same code as the server, so it proves how messages flow and nothing about other
//! software; for that there are the corpus and real providers.

use std::net::TcpListener;
use std::sync::{Arc, Mutex};

use actix_web::dev::ServerHandle;
use actix_web::{App, HttpRequest, HttpResponse, HttpServer, web};
use aws_lc_rs::aead::{AES_256_GCM, Aad, LessSafeKey, Nonce, UnboundKey};
use aws_lc_rs::encoding::{AsDer, Pkcs8V1Der};
use aws_lc_rs::rsa::{KeySize, OAEP_SHA1_MGF1SHA1, OaepPublicEncryptingKey, PublicEncryptingKey};
use aws_lc_rs::signature::RsaKeyPair;
use base64::Engine;
use base64::engine::general_purpose::STANDARD;
use url::Url;
use vestibule::federation::saml::binding::{self, Direction, Outgoing, Query};
use vestibule::federation::saml::service_provider::Credential;
use vestibule::federation::saml::signature::{VerificationKey, sign_enveloped, verify_enveloped};
use vestibule::federation::saml::xml::{self, Node, escape, format_time};
use vestibule::federation::saml::{ASSERTION, DSIG, METADATA, PROTOCOL};
use vestibule::model::clock::{Clock, FakeClock};
use x509_cert::Certificate;
use x509_cert::der::{Decode, Encode};

const REDIRECT: &str = "urn:oasis:names:tc:SAML:2.0:bindings:HTTP-Redirect";
const POST: &str = "urn:oasis:names:tc:SAML:2.0:bindings:HTTP-POST";
const EMAIL: &str = "urn:oasis:names:tc:SAML:1.1:nameid-format:emailAddress";

/// Fields of a form, in its order.
pub type Fields = Vec<(String, String)>;

/// What is not as usual.
#[derive(Clone)]
pub struct Bends {
    /// Who signs in.
    pub name_id: String,
    /// The name of the session there.
    pub session_index: String,
    /// What is said about them beside the NameID.
    pub attributes: Vec<(&'static str, &'static str)>,
    /// Whether the assertion is encrypted for whoever asked.
    pub encrypts: bool,
    /// Whether anything is signed.
    pub signs: bool,
    /// The bindings that it has addresses for.
    pub redirect: bool,
    pub post: bool,
    /// Whether it has addresses for logout.
    pub logout: bool,
    /// Its name.
    pub entity_id: String,
    /// More attributes of its `EntityDescriptor`.
    pub descriptor: String,
    /// What `/metadata` answers instead.
    pub status: Option<u16>,
}

/// The sign-in request of an application.
#[derive(Debug, Clone)]
pub struct Asked {
    pub id: String,
    pub issuer: String,
    pub acs: String,
    pub relay_state: String,
    pub signed: bool,
    pub forced: bool,
}

/// The logout request of an application.
#[derive(Debug, Clone)]
pub struct LogoutAsked {
    pub id: String,
    pub name_id: String,
    pub session_index: Option<String>,
    pub relay_state: String,
}

struct State {
    origin: String,
    keys: Mutex<Keys>,
    bends: Mutex<Bends>,
    fetched: Mutex<usize>,
}

struct Keys {
    private: Vec<u8>,
    certificate: Vec<u8>,
}

/// A running provider. Dropping it stops it.
pub struct FakeSaml {
    /// `http://127.0.0.1:port`.
    pub origin: String,
    clock: Arc<FakeClock>,
    state: Arc<State>,
    handle: ServerHandle,
    counter: Mutex<u32>,
}

/// An application as the provider knows it: out of its metadata.
pub struct Known {
    pub entity_id: String,
    pub acs: String,
    pub slo: String,
    pub keys: Vec<VerificationKey>,
    encryption: Vec<u8>,
}

impl Known {
    /// Reads an application's metadata.
    pub fn read(document: &str) -> Self {
        let parsed =
            xml::parse(xml::guard(document.as_bytes(), xml::METADATA).expect("guarded")).expect("XML");
        let root = Node::root(&parsed, METADATA, "EntityDescriptor").expect("an entity");
        let role = root.one(METADATA, "SPSSODescriptor").expect("a service provider");
        let certificates = |usage: &'static str| {
            role.named(METADATA, "KeyDescriptor")
                .filter(move |key| key.attribute("use") == Some(usage))
                .map(|key| {
                    let data = key.one(DSIG, "KeyInfo").and_then(|info| info.one(DSIG, "X509Data"));
                    let text = data.and_then(|data| data.one(DSIG, "X509Certificate")?.text());
                    xml::base64(&text.expect("a certificate")).expect("base64")
                })
                .collect::<Vec<_>>()
        };
        let location = |name: &'static str| {
            let service = role.children().find(|child| child.is(METADATA, name)).expect("an address");
            service.attribute("Location").expect("a location").to_owned()
        };
        Self {
            entity_id: root.attribute("entityID").expect("a name").to_owned(),
            acs: location("AssertionConsumerService"),
            slo: location("SingleLogoutService"),
            keys: certificates("signing")
                .iter()
                .map(|der| VerificationKey::from_certificate(der).expect("a usable key"))
                .collect(),
            encryption: certificates("encryption").remove(0),
        }
    }
}

impl FakeSaml {
    /// Starts one that lives by `clock`.
    pub fn start(clock: &Arc<FakeClock>) -> Self {
        let listener = TcpListener::bind("127.0.0.1:0").expect("a port");
        let origin = format!("http://{}", listener.local_addr().expect("bound"));
        let bends = Bends {
            name_id: "Ada-1".into(),
            session_index: "_session-1".into(),
            attributes: vec![("mail", "ada@corp.example"), ("groups", "staff")],
            encrypts: false,
            signs: true,
            redirect: true,
            post: true,
            logout: true,
            entity_id: format!("{origin}/idp"),
            descriptor: String::new(),
            status: None,
        };
        let state = Arc::new(State {
            origin: origin.clone(),
            keys: Mutex::new(Keys::fresh()),
            bends: Mutex::new(bends),
            fetched: Mutex::default(),
        });
        let for_server = state.clone();
        let (ready, started) = std::sync::mpsc::channel();
        std::thread::spawn(move || {
            actix_web::rt::System::new().block_on(async move {
                let server = HttpServer::new(move || {
                    let state = web::Data::from(for_server.clone());
                    App::new().app_data(state).default_service(web::to(answer))
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
        let handle = started.recv().expect("it starts");
        Self { origin, clock: clock.clone(), state, handle, counter: Mutex::default() }
    }

    /// Where its metadata is.
    pub fn metadata_url(&self) -> String {
        format!("{}/metadata", self.origin)
    }

    /// Its metadata.
    pub fn metadata(&self) -> String {
        self.state.metadata()
    }

    /// Bends it.
    pub fn bend(&self, change: impl FnOnce(&mut Bends)) {
        change(&mut self.state.bends.lock().expect("no panic"));
    }

    /// Gives it another key; the metadata names that alone.
    pub fn change_key(&self) {
        *self.state.keys.lock().expect("no panic") = Keys::fresh();
    }

    /// How often its metadata was read.
    pub fn fetched(&self) -> usize {
        *self.state.fetched.lock().expect("no panic")
    }

    /// What arrives when a browser is redirected to it, or posts `fields`. A signature must be the application's.
    pub fn asked(&self, url: &Url, fields: Option<&Fields>, application: &Known) -> Asked {
        assert!(url.as_str().starts_with(&format!("{}/sso", self.origin)), "not at the provider: {url}");
        let (message, relay_state, signed) = self.message(url, fields, Direction::Request, application);
        let document = xml::parse(xml::guard(&message, xml::MESSAGE).expect("guarded")).expect("XML");
        let root = Node::root(&document, PROTOCOL, "AuthnRequest").expect("a request");
        let attribute = |name: &str| root.attribute(name).unwrap_or_default().to_owned();
        assert!(url.as_str().starts_with(&attribute("Destination")), "addressed to somewhere else");
        Asked {
            id: attribute("ID"),
            issuer: root.one(ASSERTION, "Issuer").and_then(Node::text).expect("an issuer"),
            acs: attribute("AssertionConsumerServiceURL"),
            relay_state: relay_state.expect("a RelayState"),
            signed,
            forced: attribute("ForceAuthn") == "true",
        }
    }

    /// The form that its page would post for a request.
    pub fn answer(&self, asked: &Asked, application: &Known) -> Fields {
        assert_eq!((asked.issuer.as_str(), asked.acs.as_str()), (&*application.entity_id, &*application.acs));
        let response = self.response(Some(&asked.id), application, |assertion| assertion);
        vec![
            ("SAMLResponse".into(), STANDARD.encode(response)),
            ("RelayState".into(), asked.relay_state.clone()),
        ]
    }

    /// The form for a sign-in that nobody asked for.
    pub fn unasked(&self, application: &Known, relay_state: Option<&str>) -> Fields {
        let mut fields =
            vec![("SAMLResponse".into(), STANDARD.encode(self.response(None, application, |text| text)))];
        fields.extend(relay_state.map(|state| ("RelayState".into(), state.into())));
        fields
    }

    /// A response whose assertion `bend` changes before it is signed.
    pub fn response(
        &self,
        request: Option<&str>,
        application: &Known,
        bend: impl FnOnce(String) -> String,
    ) -> String {
        let bends = self.state.bends.lock().expect("no panic").clone();
        let now = self.clock.now();
        let at = |offset: i64| format_time(now + offset).expect("a time");
        let answers = request.map_or_else(String::new, |id| format!(" InResponseTo=\"{}\"", escape(id)));
        let (issuer, name_id) = (escape(&bends.entity_id), escape(&bends.name_id));
        let attributes: String = bends
            .attributes
            .iter()
            .map(|(name, value)| {
                let value = escape(value);
                format!("<saml:Attribute Name=\"{name}\"><saml:AttributeValue>{value}</saml:AttributeValue></saml:Attribute>")
            })
            .collect();
        let assertion = bend(format!(
            "<saml:Assertion xmlns:saml=\"{ASSERTION}\" ID=\"{id}\" Version=\"2.0\" IssueInstant=\"{now}\">\
             <saml:Issuer>{issuer}</saml:Issuer><saml:Subject><saml:NameID Format=\"{EMAIL}\">{name_id}</saml:NameID>\
             <saml:SubjectConfirmation Method=\"urn:oasis:names:tc:SAML:2.0:cm:bearer\"><saml:SubjectConfirmationData \
             Recipient=\"{acs}\" NotOnOrAfter=\"{soon}\"{answers}/></saml:SubjectConfirmation></saml:Subject>\
             <saml:Conditions NotBefore=\"{before}\" NotOnOrAfter=\"{soon}\"><saml:AudienceRestriction>\
             <saml:Audience>{audience}</saml:Audience></saml:AudienceRestriction></saml:Conditions>\
             <saml:AuthnStatement AuthnInstant=\"{now}\" SessionIndex=\"{index}\"><saml:AuthnContext>\
             <saml:AuthnContextClassRef>urn:oasis:names:tc:SAML:2.0:ac:classes:Password</saml:AuthnContextClassRef>\
             </saml:AuthnContext></saml:AuthnStatement>\
             <saml:AttributeStatement>{attributes}</saml:AttributeStatement></saml:Assertion>",
            id = self.id("a"),
            now = at(0),
            before = at(-30_000),
            soon = at(300_000),
            acs = escape(&application.acs),
            audience = escape(&application.entity_id),
            index = escape(&bends.session_index),
        ));
        let assertion = if bends.signs { self.signed(&assertion) } else { assertion };
        let content = if bends.encrypts { encrypted(&assertion, &application.encryption) } else { assertion };
        format!(
            "<samlp:Response xmlns:samlp=\"{PROTOCOL}\" ID=\"{id}\" Version=\"2.0\" IssueInstant=\"{now}\" \
             Destination=\"{acs}\"{answers}><saml:Issuer xmlns:saml=\"{ASSERTION}\">{issuer}</saml:Issuer>\
             <samlp:Status><samlp:StatusCode Value=\"urn:oasis:names:tc:SAML:2.0:status:Success\"/></samlp:Status>\
             {content}</samlp:Response>",
            id = self.id("r"),
            now = at(0),
            acs = escape(&application.acs),
        )
    }

    /// Asks the application to end sessions: those named, or all. By redirect (an address), or as a form.
    pub fn log_out(
        &self,
        application: &Known,
        name_id: &str,
        session_index: Option<&str>,
        by_redirect: bool,
    ) -> Outgoing {
        let session = session_index.map_or_else(String::new, |index| {
            format!("<samlp:SessionIndex>{}</samlp:SessionIndex>", escape(index))
        });
        let content = format!("<saml:NameID Format=\"{EMAIL}\">{}</saml:NameID>{session}", escape(name_id));
        let place = (Direction::Request, "LogoutRequest", String::new());
        self.send(application, place, &content, Some("their-state"), by_redirect)
    }

    /// What arrives when a browser brings an application's logout request.
    pub fn logout_asked(&self, url: &Url, fields: Option<&Fields>, application: &Known) -> LogoutAsked {
        let (message, relay_state, signed) = self.message(url, fields, Direction::Request, application);
        assert!(signed, "a logout request is signed");
        let document = xml::parse(xml::guard(&message, xml::MESSAGE).expect("guarded")).expect("XML");
        let root = Node::root(&document, PROTOCOL, "LogoutRequest").expect("a logout request");
        let index = root.at_most_one(PROTOCOL, "SessionIndex").expect("one at the most");
        LogoutAsked {
            id: root.attribute("ID").expect("an id").to_owned(),
            name_id: root.one(ASSERTION, "NameID").and_then(Node::text).expect("a NameID"),
            session_index: index.map(|index| index.text().expect("text")),
            relay_state: relay_state.expect("a RelayState"),
        }
    }

    /// The answer to an application's logout request.
    pub fn logged_out(
        &self,
        application: &Known,
        asked: &LogoutAsked,
        status: &str,
        by_redirect: bool,
    ) -> Outgoing {
        let content = format!(
            "<samlp:Status><samlp:StatusCode Value=\"urn:oasis:names:tc:SAML:2.0:status:{status}\"/></samlp:Status>"
        );
        let answers = format!(" InResponseTo=\"{}\"", escape(&asked.id));
        let place = (Direction::Response, "LogoutResponse", answers);
        self.send(application, place, &content, Some(&asked.relay_state), by_redirect)
    }

    /// The application's answer to our logout request: the top status, the request it answers and our RelayState.
    pub fn logout_answered(
        &self,
        url: &Url,
        fields: Option<&Fields>,
        application: &Known,
    ) -> (String, String, Option<String>) {
        let (message, relay_state, signed) = self.message(url, fields, Direction::Response, application);
        assert!(signed, "a logout response is signed");
        let document = xml::parse(xml::guard(&message, xml::MESSAGE).expect("guarded")).expect("XML");
        let root = Node::root(&document, PROTOCOL, "LogoutResponse").expect("a logout response");
        let status = root.one(PROTOCOL, "Status").and_then(|status| status.one(PROTOCOL, "StatusCode"));
        let status = status.expect("a status").attribute("Value").expect("a value");
        let status = status.rsplit(':').next().expect("a last part").to_owned();
        (status, root.attribute("InResponseTo").expect("a request").to_owned(), relay_state)
    }

    /// Takes a message out of what the browser brought, verifies its signature and says whether there was one.
    fn message(
        &self,
        url: &Url,
        fields: Option<&Fields>,
        direction: Direction,
        application: &Known,
    ) -> (Vec<u8>, Option<String>, bool) {
        let Some(fields) = fields else {
            let query = Query::read(url.query().expect("a query")).expect("a message");
            assert_eq!(query.direction(), direction);
            let signed = url.query_pairs().any(|(name, _)| name == "Signature");
            if signed {
                query.verify(&application.keys).expect("the application's signature");
            }
            return (query.message().expect("unpacked"), query.relay_state().expect("readable"), signed);
        };
        let field =
            |name: &str| fields.iter().find(|(field, _)| field == name).map(|(_, value)| value.clone());
        let name = if direction == Direction::Request { "SAMLRequest" } else { "SAMLResponse" };
        let message = xml::base64(&field(name).expect("a message")).expect("base64");
        let document = xml::parse(xml::guard(&message, xml::MESSAGE).expect("guarded")).expect("XML");
        let root = Node::outermost(&document).expect("a root");
        let signature = root.at_most_one(DSIG, "Signature").expect("one at the most");
        if let Some(signature) = signature {
            verify_enveloped(signature, &application.keys).expect("the application's signature");
        }
        let signed = signature.is_some();
        (message.clone(), field("RelayState"), signed)
    }

    fn send(
        &self,
        application: &Known,
        (direction, name, attributes): (Direction, &str, String),
        content: &str,
        relay_state: Option<&str>,
        by_redirect: bool,
    ) -> Outgoing {
        let message = format!(
            "<samlp:{name} xmlns:samlp=\"{PROTOCOL}\" xmlns:saml=\"{ASSERTION}\" ID=\"{id}\" Version=\"2.0\" \
             IssueInstant=\"{now}\" Destination=\"{slo}\"{attributes}><saml:Issuer>{issuer}</saml:Issuer>{content}\
             </samlp:{name}>",
            id = self.id("l"),
            now = format_time(self.clock.now()).expect("a time"),
            slo = escape(&application.slo),
            issuer = escape(&self.state.bends.lock().expect("no panic").entity_id),
        );
        if by_redirect {
            let keys = self.state.keys.lock().expect("no panic");
            let key = RsaKeyPair::from_pkcs8(&keys.private).expect("a key");
            let address = binding::redirect(&application.slo, direction, &message, relay_state, Some(&key));
            return Outgoing::Redirect(address.expect("packed"));
        }
        Outgoing::Post(binding::post(&application.slo, direction, &self.signed(&message), relay_state))
    }

    fn signed(&self, message: &str) -> String {
        let keys = self.state.keys.lock().expect("no panic");
        let key = RsaKeyPair::from_pkcs8(&keys.private).expect("a key");
        sign_enveloped(message, &key, &keys.certificate).expect("signed")
    }

    fn id(&self, kind: &str) -> String {
        let mut counter = self.counter.lock().expect("no panic");
        *counter += 1;
        format!("_{kind}{counter}-{}", self.origin.rsplit(':').next().expect("a port"))
    }
}

impl Drop for FakeSaml {
    fn drop(&mut self) {
        drop(self.handle.stop(false));
    }
}

impl Keys {
    fn fresh() -> Self {
        let pair = RsaKeyPair::generate(KeySize::Rsa2048).expect("a key");
        let private: Pkcs8V1Der<'_> = pair.as_der().expect("PKCS#8");
        let private = private.as_ref().to_vec();
        let certificate = Credential::self_signed(&private, "fake", 1_700_000_000, 2_000_000_000);
        Self { private, certificate: certificate.expect("a certificate") }
    }
}

impl State {
    fn metadata(&self) -> String {
        let bends = self.bends.lock().expect("no panic");
        let certificate = STANDARD.encode(&self.keys.lock().expect("no panic").certificate);
        let service = |name: &str, path: &str| {
            let all = [(bends.redirect, REDIRECT), (bends.post, POST)];
            let has = all.into_iter().filter(|(has, _)| *has);
            has.map(|(_, binding)| {
                format!("<{name} Binding=\"{binding}\" Location=\"{}{path}\"/>", self.origin)
            })
            .collect::<String>()
        };
        let logout = if bends.logout { service("SingleLogoutService", "/slo") } else { String::new() };
        format!(
            "<EntityDescriptor xmlns=\"{METADATA}\" entityID=\"{}\" {}><IDPSSODescriptor \
             protocolSupportEnumeration=\"{PROTOCOL}\"><KeyDescriptor use=\"signing\"><KeyInfo xmlns=\"{DSIG}\"><X509Data>\
             <X509Certificate>{certificate}</X509Certificate></X509Data></KeyInfo></KeyDescriptor>{logout}{}\
             </IDPSSODescriptor></EntityDescriptor>",
            escape(&bends.entity_id),
            bends.descriptor,
            service("SingleSignOnService", "/sso"),
        )
    }
}

async fn answer(request: HttpRequest, state: web::Data<State>) -> HttpResponse {
    if request.path() != "/metadata" {
        return HttpResponse::NotFound().finish();
    }
    *state.fetched.lock().expect("no panic") += 1;
    let status = state.bends.lock().expect("no panic").status;
    match status {
        Some(status) => HttpResponse::build(status.try_into().expect("a status")).finish(),
        None => HttpResponse::Ok().content_type("application/samlmetadata+xml").body(state.metadata()),
    }
}

/// An `EncryptedAssertion` with AES-256-GCM, its key for the key of a certificate by RSA-OAEP.
fn encrypted(assertion: &str, certificate: &[u8]) -> String {
    let certificate = Certificate::from_der(certificate).expect("a certificate");
    let info = certificate.tbs_certificate.subject_public_key_info.to_der().expect("DER");
    let public = PublicEncryptingKey::from_der(&info).expect("an RSA key");
    let public = OaepPublicEncryptingKey::new(public).expect("an RSA key");
    let key = [7; 32];
    let sealing = LessSafeKey::new(UnboundKey::new(&AES_256_GCM, &key).expect("a key"));
    let mut content = assertion.as_bytes().to_vec();
    let nonce = Nonce::assume_unique_for_key([9; 12]);
    sealing.seal_in_place_append_tag(nonce, Aad::empty(), &mut content).expect("sealed");
    let content = STANDARD.encode([&[9; 12][..], &content].concat());
    let mut wrapped = vec![0; public.ciphertext_size()];
    let wrapped =
        STANDARD.encode(public.encrypt(&OAEP_SHA1_MGF1SHA1, &key, &mut wrapped, None).expect("wrapped"));
    format!(
        "<saml:EncryptedAssertion xmlns:saml=\"{ASSERTION}\"><xenc:EncryptedData \
         xmlns:xenc=\"http://www.w3.org/2001/04/xmlenc#\" Type=\"http://www.w3.org/2001/04/xmlenc#Element\">\
         <xenc:EncryptionMethod Algorithm=\"http://www.w3.org/2009/xmlenc11#aes256-gcm\"/>\
         <ds:KeyInfo xmlns:ds=\"{DSIG}\"><xenc:EncryptedKey><xenc:EncryptionMethod \
         Algorithm=\"http://www.w3.org/2001/04/xmlenc#rsa-oaep-mgf1p\"/><xenc:CipherData>\
         <xenc:CipherValue>{wrapped}</xenc:CipherValue></xenc:CipherData></xenc:EncryptedKey></ds:KeyInfo>\
         <xenc:CipherData><xenc:CipherValue>{content}</xenc:CipherValue></xenc:CipherData></xenc:EncryptedData>\
         </saml:EncryptedAssertion>"
    )
}
