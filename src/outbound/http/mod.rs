//! The one HTTP client: limits on time and size, no redirects, and no way to private addresses unless it is meant.
//!
//! Every outgoing request passes here. Certificates are judged by Mozilla's roots inside the binary, so that a machine
//! without a certificate store behaves like any other, and by the operator's own roots. Which addresses may be talked to
//! is decided in `addresses.rs`, at each connection.

mod addresses;

use std::io;
use std::sync::Arc;
use std::time::Duration;

use ipnet::IpNet;
use opentelemetry::propagation::TextMapPropagator;
use opentelemetry_http::HeaderInjector;
use opentelemetry_sdk::propagation::TraceContextPropagator;
use reqwest::header::{HeaderMap, LOCATION};
use reqwest::{Method, Request, RequestBuilder, Response, StatusCode};
use rustls::pki_types::CertificateDer;
use rustls::pki_types::pem::PemObject;
use rustls::{ClientConfig, RootCertStore};
use tracing_opentelemetry::OpenTelemetrySpanExt;
use url::Url;

pub use addresses::{Names, SystemNames};

use addresses::{Guard, GuardedNames, NotPublic};

use crate::config::Settings;

/// Redirects that a document may make.
const MOST_REDIRECTS: usize = 3;

/// Which addresses may be talked to.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
pub enum Reach {
    /// Public addresses by https only: for URLs that somebody else chose.
    Public,
    /// As [`Reach::Public`], and this machine's loopback addresses, also by http: the development server.
    Development,
    /// Any address, by http as well: for URLs that the operator wrote into the settings.
    Anywhere,
}

/// Limits of a client.
#[derive(Debug, Clone)]
pub struct HttpSettings {
    /// Which addresses may be talked to.
    pub reach: Reach,
    /// From looking up the name to the last byte, redirects included.
    pub timeout: Duration,
    /// The longest body that is read, in bytes.
    pub most_bytes: usize,
    /// Roots trusted beside Mozilla's, DER.
    pub more_roots: Vec<CertificateDer<'static>>,
    /// Networks that may be talked to although they are not public.
    pub allow_networks: Vec<IpNet>,
    /// How names are looked up.
    pub names: Arc<dyn Names>,
}

impl HttpSettings {
    /// Ten seconds, 256 KiB, no roots and no networks of one's own.
    pub fn new(reach: Reach) -> Self {
        Self {
            reach,
            timeout: Duration::from_secs(10),
            most_bytes: 256 * 1024,
            more_roots: Vec::new(),
            allow_networks: Vec::new(),
            names: Arc::new(SystemNames),
        }
    }

    /// What the operator decided about requests to addresses that others chose.
    ///
    /// # Errors
    /// [`HttpError::Setup`] when `outbound.ca_file` cannot be read.
    pub fn guarded(settings: &Settings) -> Result<Self, HttpError> {
        let reach = if settings.development { Reach::Development } else { Reach::Public };
        let mut own = Self::new(reach);
        own.allow_networks.clone_from(&settings.outbound.allow_networks);
        if let Some(file) = &settings.outbound.ca_file {
            let setup = |why: String| HttpError::Setup(format!("outbound.ca_file: {why}"));
            let roots = CertificateDer::pem_file_iter(file).map_err(|e| setup(e.to_string()))?;
            own.more_roots = roots.collect::<Result<_, _>>().map_err(|e| setup(e.to_string()))?;
            if own.more_roots.is_empty() {
                return Err(setup("no certificate in it".into()));
            }
        }
        Ok(own)
    }
}

/// Why there is no answer. The texts hold no part of the request.
#[derive(Debug, Clone, PartialEq, Eq, thiserror::Error)]
pub enum HttpError {
    /// The client cannot be made.
    #[error("no HTTP client: {0}")]
    Setup(String),
    /// The request is not one that can be sent.
    #[error("the request is malformed")]
    Malformed,
    /// The URL is not https.
    #[error("the address is not https")]
    Insecure,
    /// The URL leads to an address that is not public.
    #[error("the address is not public")]
    PrivateAddress,
    /// The other side's certificate is not trusted, or not for its name.
    #[error("the certificate is not trusted")]
    Certificate,
    /// No answer in time.
    #[error("no answer in time")]
    Timeout,
    /// No connection, or it broke.
    #[error("no connection")]
    Connection,
    /// The body is longer than allowed.
    #[error("the answer is too long")]
    TooLong,
    /// One redirect after the other, or one that leads nowhere.
    #[error("the address redirects too often or nowhere")]
    Redirects,
}

/// An answer, read to its end.
#[derive(Debug, Clone)]
pub struct HttpAnswer {
    /// The status.
    pub status: StatusCode,
    /// The headers.
    pub headers: HeaderMap,
    /// The body.
    pub body: Vec<u8>,
}

/// The client. Cheap to clone; clones share connections.
#[derive(Clone)]
pub struct HttpClient {
    client: reqwest::Client,
    guard: Guard,
    timeout: Duration,
    most_bytes: usize,
}

impl HttpClient {
    /// Makes a client.
    ///
    /// # Errors
    /// [`HttpError::Setup`] for a root that is no certificate.
    pub fn new(settings: &HttpSettings) -> Result<Self, HttpError> {
        let setup = |e: &dyn std::fmt::Display| HttpError::Setup(e.to_string());
        let mut roots = RootCertStore { roots: webpki_roots::TLS_SERVER_ROOTS.to_vec() };
        for root in &settings.more_roots {
            roots.add(root.clone()).map_err(|e| setup(&e))?;
        }
        let provider = Arc::new(rustls::crypto::aws_lc_rs::default_provider());
        let tls = ClientConfig::builder_with_provider(provider)
            .with_safe_default_protocol_versions()
            .map_err(|e| setup(&e))?
            .with_root_certificates(roots)
            .with_no_client_auth();
        let guard = Guard { reach: settings.reach, allowed: settings.allow_networks.as_slice().into() };
        #[expect(clippy::disallowed_methods, reason = "the one place that sets the limits")]
        let builder = reqwest::Client::builder()
            .tls_backend_preconfigured(tls)
            .timeout(settings.timeout)
            .connect_timeout(settings.timeout)
            .redirect(reqwest::redirect::Policy::none())
            // A proxy would resolve names itself, past the guard.
            .no_proxy()
            .dns_resolver(Arc::new(GuardedNames { names: settings.names.clone(), guard: guard.clone() }))
            .user_agent(concat!("vestibule/", env!("CARGO_PKG_VERSION")));
        let client = builder.build().map_err(|e| setup(&e))?;
        Ok(Self { client, guard, timeout: settings.timeout, most_bytes: settings.most_bytes })
    }

    /// The same client with another limit on the length of answers, in bytes.
    #[must_use]
    pub fn reading_at_most(&self, most_bytes: usize) -> Self {
        Self { most_bytes, ..self.clone() }
    }

    /// Begins a GET.
    pub fn get(&self, url: Url) -> RequestBuilder {
        self.client.request(Method::GET, url)
    }

    /// Begins a POST.
    pub fn post(&self, url: Url) -> RequestBuilder {
        self.client.request(Method::POST, url)
    }

    /// Whether a request to a URL would be tried at all: its scheme, and an address written into it. A name is judged
    /// when it is looked up.
    ///
    /// # Errors
    /// [`HttpError::Insecure`], [`HttpError::PrivateAddress`].
    pub fn check(&self, url: &Url) -> Result<(), HttpError> {
        self.guard.check(url)
    }

    /// Sends a request and reads the answer to its end.
    ///
    /// # Errors
    /// See [`HttpError`]; a status other than 2xx is an answer.
    pub async fn send(&self, request: RequestBuilder) -> Result<HttpAnswer, HttpError> {
        let mut request = request.build().map_err(|_| HttpError::Malformed)?;
        self.check(request.url())?;
        if self.guard.reach == Reach::Anywhere {
            continue_trace(&mut request);
        }
        self.in_time(self.answer(request)).await
    }

    /// Reads a document by GET, following a few redirects, each of which is judged like the first URL and none of which
    /// may lead from https to http.
    ///
    /// # Errors
    /// See [`HttpError`]; a status other than 2xx is an answer.
    pub async fn document(&self, url: &Url, accept: &str) -> Result<HttpAnswer, HttpError> {
        self.in_time(async {
            let mut url = url.clone();
            for _ in 0..=MOST_REDIRECTS {
                self.check(&url)?;
                let request = self.get(url.clone()).header("accept", accept);
                let answer = self.answer(request.build().map_err(|_| HttpError::Malformed)?).await?;
                if !matches!(answer.status.as_u16(), 301 | 302 | 303 | 307 | 308) {
                    return Ok(answer);
                }
                let target = answer.headers.get(LOCATION).and_then(|location| location.to_str().ok());
                let next = target.and_then(|target| url.join(target).ok()).ok_or(HttpError::Redirects)?;
                if url.scheme() == "https" && next.scheme() != "https" {
                    return Err(HttpError::Insecure);
                }
                url = next;
            }
            Err(HttpError::Redirects)
        })
        .await
    }

    /// The deadline of the whole request: an answer that drips byte by byte ends here too.
    async fn in_time<T>(&self, work: impl Future<Output = Result<T, HttpError>>) -> Result<T, HttpError> {
        tokio::time::timeout(self.timeout, work).await.unwrap_or(Err(HttpError::Timeout))
    }

    async fn answer(&self, request: Request) -> Result<HttpAnswer, HttpError> {
        let mut response = self.client.execute(request).await.map_err(|e| judge(&e))?;
        let (status, headers) = (response.status(), std::mem::take(response.headers_mut()));
        let body = self.body(response).await?;
        Ok(HttpAnswer { status, headers, body })
    }

    async fn body(&self, mut response: Response) -> Result<Vec<u8>, HttpError> {
        let mut body = Vec::new();
        while let Some(chunk) = response.chunk().await.map_err(|e| judge(&e))? {
            if body.len() + chunk.len() > self.most_bytes {
                return Err(HttpError::TooLong);
            }
            body.extend_from_slice(&chunk);
        }
        Ok(body)
    }
}

/// Lets the other side, which the operator named, join its spans to ours (W3C Trace Context); nothing without traces.
fn continue_trace(request: &mut Request) {
    let context = tracing::Span::current().context();
    TraceContextPropagator::new().inject_context(&context, &mut HeaderInjector(request.headers_mut()));
}

fn judge(error: &reqwest::Error) -> HttpError {
    if error.is_timeout() {
        return HttpError::Timeout;
    }
    let mut cause: Option<&(dyn std::error::Error + 'static)> = Some(error);
    while let Some(current) = cause {
        if current.is::<NotPublic>() {
            return HttpError::PrivateAddress;
        }
        if matches!(current.downcast_ref(), Some(rustls::Error::InvalidCertificate(_))) {
            return HttpError::Certificate;
        }
        // What an I/O error carries is not its source: that is the source of what it carries.
        let carried = current.downcast_ref::<io::Error>().and_then(io::Error::get_ref);
        cause = carried.map(|carried| carried as _).or_else(|| current.source());
    }
    HttpError::Connection
}
