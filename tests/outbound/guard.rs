//! Where a request may go: names that change their mind, addresses of every kind, certificates, redirects.

use std::collections::VecDeque;
use std::io;
use std::net::{IpAddr, TcpListener};
use std::path::PathBuf;
use std::sync::atomic::{AtomicUsize, Ordering};
use std::sync::{Arc, Mutex};

use actix_web::dev::ServerHandle;
use actix_web::http::header;
use actix_web::{App, HttpRequest, HttpResponse, HttpServer, web};
use async_trait::async_trait;
use rcgen::{BasicConstraints, CertificateParams, IsCa, Issuer, KeyPair};
use rustls::pki_types::{CertificateDer, PrivateKeyDer};
use url::Url;
use vestibule::config::{OutboundSettings, Settings};
use vestibule::outbound::http::{HttpAnswer, HttpClient, HttpError, HttpSettings, Names, Reach};

use crate::support::database::block_on;

/// A server that speaks HTTPS as `idp.test`, on 127.0.0.1, by a certificate of its own authority. It ends each
/// connection, so that the next request looks the name up again.
struct Provider {
    port: u16,
    authority: CertificateDer<'static>,
    authority_pem: String,
    asked: Arc<AtomicUsize>,
    handle: ServerHandle,
}

impl Provider {
    fn start() -> Self {
        let mut params = CertificateParams::default();
        params.is_ca = IsCa::Ca(BasicConstraints::Unconstrained);
        let key = KeyPair::generate().expect("a key");
        let authority = params.self_signed(&key).expect("an authority");
        let issuer = Issuer::new(params, key);
        let own_key = KeyPair::generate().expect("a key");
        let own = CertificateParams::new(vec!["idp.test".to_owned()]).expect("a name");
        let own = own.signed_by(&own_key, &issuer).expect("a certificate");
        let provider = Arc::new(rustls::crypto::aws_lc_rs::default_provider());
        let private = PrivateKeyDer::try_from(own_key.serialize_der()).expect("a key");
        let tls = rustls::ServerConfig::builder_with_provider(provider)
            .with_safe_default_protocol_versions()
            .expect("versions")
            .with_no_client_auth()
            .with_single_cert(vec![own.der().clone()], private)
            .expect("a certificate and its key");

        let listener = TcpListener::bind("127.0.0.1:0").expect("a port");
        let port = listener.local_addr().expect("bound").port();
        let asked = Arc::new(AtomicUsize::new(0));
        let for_server = asked.clone();
        let (ready, started) = std::sync::mpsc::channel();
        std::thread::spawn(move || {
            actix_web::rt::System::new().block_on(async move {
                let server = HttpServer::new(move || {
                    App::new().app_data(web::Data::from(for_server.clone())).default_service(web::to(answer))
                })
                .workers(1)
                .disable_signals()
                .listen_rustls_0_23(listener, tls)
                .expect("it listens")
                .run();
                ready.send(server.handle()).expect("the test waits");
                server.await.expect("it ends well");
            });
        });
        let handle = started.recv().expect("it starts");
        Self { port, authority: authority.der().clone(), authority_pem: authority.pem(), asked, handle }
    }

    fn at(&self, host: &str, path: &str) -> Url {
        format!("https://{host}:{}{path}", self.port).parse().expect("a URL")
    }

    fn asked(&self) -> usize {
        self.asked.load(Ordering::SeqCst)
    }

    /// A client that trusts it, may reach 127.0.0.1, and learns addresses from `names`.
    fn client(&self, names: Vec<Vec<&str>>) -> HttpClient {
        self.reaching(Reach::Public, names)
    }

    fn reaching(&self, reach: Reach, names: Vec<Vec<&str>>) -> HttpClient {
        let settings = HttpSettings {
            more_roots: vec![self.authority.clone()],
            allow_networks: vec!["127.0.0.1/32".parse().expect("a network")],
            names: Arc::new(Told::new(names)),
            ..HttpSettings::new(reach)
        };
        HttpClient::new(&settings).expect("a client")
    }
}

impl Drop for Provider {
    fn drop(&mut self) {
        drop(self.handle.stop(false));
    }
}

async fn answer(request: HttpRequest, asked: web::Data<AtomicUsize>) -> HttpResponse {
    asked.fetch_add(1, Ordering::SeqCst);
    let target = request.query_string().to_owned();
    let mut answer = match request.path() {
        // As many redirects as the query says, or to what it says.
        "/again" => match target.parse::<u32>() {
            Ok(0) => HttpResponse::Ok(),
            Ok(left) => moved(&format!("/again?{}", left - 1)),
            Err(_) => moved(&target),
        },
        "/nowhere" => HttpResponse::Found(),
        _ => HttpResponse::Ok(),
    };
    answer.force_close().finish()
}

fn moved(target: &str) -> actix_web::HttpResponseBuilder {
    let mut answer = HttpResponse::Found();
    answer.insert_header((header::LOCATION, target));
    answer
}

/// Tells one list of addresses after the other, and the last one for ever.
#[derive(Debug)]
struct Told(Mutex<VecDeque<Vec<IpAddr>>>);

impl Told {
    fn new(lists: Vec<Vec<&str>>) -> Self {
        let parse =
            |list: Vec<&str>| list.into_iter().map(|text| text.parse().expect("an address")).collect();
        Self(Mutex::new(lists.into_iter().map(parse).collect()))
    }
}

#[async_trait]
impl Names for Told {
    async fn addresses(&self, _name: &str) -> io::Result<Vec<IpAddr>> {
        let mut lists = self.0.lock().expect("no panic");
        let next = if lists.len() > 1 { lists.pop_front() } else { lists.front().cloned() };
        next.ok_or_else(|| io::Error::other("no such name"))
    }
}

async fn get(client: &HttpClient, url: Url) -> Result<HttpAnswer, HttpError> {
    client.send(client.get(url)).await
}

#[test]
fn a_name_that_changes_its_mind_gets_nowhere() {
    block_on(async {
        let provider = Provider::start();
        let client = provider.client(vec![vec!["127.0.0.1"], vec!["127.0.0.2"], vec!["10.0.0.1", "fd00::1"]]);
        let url = provider.at("idp.test", "/");
        assert_eq!(get(&client, url.clone()).await.expect("an answer").status.as_u16(), 200);
        for _ in 0..3 {
            assert_eq!(get(&client, url.clone()).await.err(), Some(HttpError::PrivateAddress));
        }
        assert_eq!(provider.asked(), 1);
        // Of several addresses only those that may be talked to are tried.
        let client = provider.client(vec![vec!["10.0.0.1", "169.254.169.254", "127.0.0.1"]]);
        assert_eq!(get(&client, url.clone()).await.expect("an answer").status.as_u16(), 200);
        assert_eq!(get(&provider.client(vec![]), url).await.err(), Some(HttpError::Connection));
    });
}

#[test]
fn names_with_special_addresses_lead_nowhere() {
    block_on(async {
        let provider = Provider::start();
        for address in [
            "127.0.0.2",
            "10.0.0.1",
            "169.254.169.254",
            "100.64.0.1",
            "168.63.129.16",
            "0.0.0.0",
            "::1",
            "::",
            "fe80::1",
            "fd00:ec2::254",
            "::ffff:10.0.0.1",
            "64:ff9b::7f00:1",
            "2002:7f00:1::",
        ] {
            let client = provider.client(vec![vec![address]]);
            let outcome = get(&client, provider.at("idp.test", "/")).await;
            assert_eq!(outcome.err(), Some(HttpError::PrivateAddress), "{address}");
        }
        assert_eq!(provider.asked(), 0);
    });
}

#[test]
fn addresses_in_a_url_are_judged_however_they_are_written() {
    block_on(async {
        let provider = Provider::start();
        let client = HttpClient::new(&HttpSettings::new(Reach::Public)).expect("a client");
        for host in [
            "127.0.0.1",
            "localhost",
            "[::1]",
            "[::ffff:127.0.0.1]",
            "0.0.0.0",
            "2130706433",
            "0x7f.1",
            "017700000001",
        ] {
            let outcome = get(&client, provider.at(host, "/")).await;
            assert_eq!(outcome.err(), Some(HttpError::PrivateAddress), "{host}");
        }
        let plain = format!("http://idp.test:{}/", provider.port).parse().expect("a URL");
        assert_eq!(get(&client, plain).await.err(), Some(HttpError::Insecure));
        assert_eq!(provider.asked(), 0);
    });
}

#[test]
fn redirects_are_judged_like_the_first_address() {
    block_on(async {
        let provider = Provider::start();
        let client = provider.client(vec![vec!["127.0.0.1"]]);
        let read = async |path: &str| client.document(&provider.at("idp.test", path), "*/*").await;
        for (path, expected) in [
            ("/again?3", Ok(200)),
            ("/again?4", Err(HttpError::Redirects)),
            ("/nowhere", Err(HttpError::Redirects)),
            ("/again?http://idp.test/", Err(HttpError::Insecure)),
            ("/again?//10.0.0.1/", Err(HttpError::PrivateAddress)),
            ("/again?https://[::1]/", Err(HttpError::PrivateAddress)),
            ("/again?file:///etc/passwd", Err(HttpError::Insecure)),
        ] {
            assert_eq!(read(path).await.map(|answer| answer.status.as_u16()), expected, "{path}");
        }
        // Not even where plain http would be allowed by itself.
        for reach in [Reach::Development, Reach::Anywhere] {
            let client = provider.reaching(reach, vec![vec!["127.0.0.1"]]);
            let url = provider.at("idp.test", "/again?http://127.0.0.1:1/");
            let outcome = client.document(&url, "*/*").await;
            assert_eq!(outcome.err(), Some(HttpError::Insecure), "{reach:?}");
        }
        let before = provider.asked();
        let answer = get(&client, provider.at("idp.test", "/again?1")).await.expect("an answer");
        assert_eq!(
            (answer.status.as_u16(), provider.asked()),
            (302, before + 1),
            "otherwise none is followed"
        );
    });
}

#[test]
fn the_operators_authorities_are_trusted_for_their_names() {
    block_on(async {
        let provider = Provider::start();
        let folder = tempfile::tempdir().expect("a folder");
        let file = |name: &str, text: &str| {
            let path = folder.path().join(name);
            std::fs::write(&path, text).expect("a file");
            path
        };
        let guarded = |ca_file: Option<PathBuf>| {
            let mut settings = Settings::for_url("https://auth.example.com".parse().expect("a URL"));
            let allow_networks = vec!["127.0.0.1/32".parse().expect("a network")];
            settings.outbound = OutboundSettings { allow_networks, ca_file };
            let mut limits = HttpSettings::guarded(&settings)?;
            assert_eq!(limits.reach, Reach::Public);
            limits.names = Arc::new(Told::new(vec![vec!["127.0.0.1"]]));
            HttpClient::new(&limits)
        };
        let trusting = guarded(Some(file("ca.pem", &provider.authority_pem))).expect("a client");
        let answer = get(&trusting, provider.at("idp.test", "/")).await.expect("an answer");
        assert_eq!(answer.status.as_u16(), 200);
        let outcome = get(&trusting, provider.at("other.test", "/")).await;
        assert_eq!(outcome.err(), Some(HttpError::Certificate), "another name");
        let stranger = guarded(None).expect("a client");
        let outcome = get(&stranger, provider.at("idp.test", "/")).await;
        assert_eq!(outcome.err(), Some(HttpError::Certificate), "an unknown authority");
        assert_eq!(provider.asked(), 1);

        let broken = "-----BEGIN CERTIFICATE-----\nAAAA\n-----END CERTIFICATE-----\n";
        for path in [folder.path().join("missing.pem"), file("empty.pem", ""), file("broken.pem", broken)] {
            let error = guarded(Some(path.clone())).err().expect("no client");
            assert!(matches!(&error, HttpError::Setup(text) if !text.is_empty()), "{path:?}: {error}");
        }
    });
}
