//! The one HTTP client: limits on time and size, no redirects, and no way to private addresses unless it is meant.
//!
//! Every outgoing request passes here. Certificates are judged by Mozilla's roots inside the binary, so that a machine
//! without a certificate store behaves like any other.

use std::io;
use std::net::{IpAddr, Ipv6Addr, SocketAddr};
use std::sync::Arc;
use std::time::Duration;

use opentelemetry::propagation::TextMapPropagator;
use opentelemetry_http::HeaderInjector;
use opentelemetry_sdk::propagation::TraceContextPropagator;
use reqwest::dns::{Addrs, Name, Resolve, Resolving};
use reqwest::{Method, Request, RequestBuilder, StatusCode};
use rustls::pki_types::CertificateDer;
use rustls::{ClientConfig, RootCertStore};
use tracing_opentelemetry::OpenTelemetrySpanExt;
use url::{Host, Url};

/// Which addresses may be talked to.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
pub enum Reach {
    /// Public addresses only: for URLs that somebody else chose.
    Public,
    /// Any address: for URLs that the operator wrote into the settings.
    Anywhere,
}

/// Limits of a client.
#[derive(Debug, Clone)]
pub struct HttpSettings {
    /// Which addresses may be talked to.
    pub reach: Reach,
    /// From connecting to the last byte.
    pub timeout: Duration,
    /// The longest body that is read, in bytes.
    pub most_bytes: usize,
    /// Roots trusted beside Mozilla's, DER.
    pub more_roots: Vec<CertificateDer<'static>>,
}

impl HttpSettings {
    /// Ten seconds, 256 KiB, no roots of one's own.
    pub fn new(reach: Reach) -> Self {
        Self { reach, timeout: Duration::from_secs(10), most_bytes: 256 * 1024, more_roots: Vec::new() }
    }
}

/// Why there is no answer. The texts hold no part of the request.
#[derive(Debug, thiserror::Error)]
pub enum HttpError {
    /// The client cannot be made.
    #[error("no HTTP client: {0}")]
    Setup(String),
    /// The request is not one that can be sent.
    #[error("the request is malformed")]
    Malformed,
    /// The URL leads to an address that is not public.
    #[error("the address is not public")]
    PrivateAddress,
    /// No answer in time.
    #[error("no answer in time")]
    Timeout,
    /// No connection, or it broke.
    #[error("no connection")]
    Connection,
    /// The body is longer than allowed.
    #[error("the answer is too long")]
    TooLong,
}

/// An answer, read to its end.
#[derive(Debug, Clone)]
pub struct HttpAnswer {
    /// The status.
    pub status: StatusCode,
    /// The body.
    pub body: Vec<u8>,
}

/// The client. Cheap to clone; clones share connections.
#[derive(Clone)]
pub struct HttpClient {
    client: reqwest::Client,
    reach: Reach,
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
        #[expect(clippy::disallowed_methods, reason = "the one place that sets the limits")]
        let mut builder = reqwest::Client::builder()
            .tls_backend_preconfigured(tls)
            .timeout(settings.timeout)
            .connect_timeout(settings.timeout)
            .redirect(reqwest::redirect::Policy::none())
            // A proxy would resolve names itself, past the guard below.
            .no_proxy()
            .user_agent(concat!("vestibule/", env!("CARGO_PKG_VERSION")));
        if settings.reach == Reach::Public {
            builder = builder.dns_resolver(Arc::new(PublicAddresses));
        }
        let client = builder.build().map_err(|e| setup(&e))?;
        Ok(Self { client, reach: settings.reach, most_bytes: settings.most_bytes })
    }

    /// Begins a GET.
    pub fn get(&self, url: Url) -> RequestBuilder {
        self.client.request(Method::GET, url)
    }

    /// Begins a POST.
    pub fn post(&self, url: Url) -> RequestBuilder {
        self.client.request(Method::POST, url)
    }

    /// Sends a request and reads the answer to its end.
    ///
    /// # Errors
    /// See [`HttpError`]; a status other than 2xx is an answer.
    pub async fn send(&self, request: RequestBuilder) -> Result<HttpAnswer, HttpError> {
        let mut request = request.build().map_err(|_| HttpError::Malformed)?;
        self.check(&request)?;
        if self.reach == Reach::Anywhere {
            continue_trace(&mut request);
        }
        let mut response = self.client.execute(request).await.map_err(|e| judge(&e))?;
        let status = response.status();
        let mut body = Vec::new();
        while let Some(chunk) = response.chunk().await.map_err(|e| judge(&e))? {
            if body.len() + chunk.len() > self.most_bytes {
                return Err(HttpError::TooLong);
            }
            body.extend_from_slice(&chunk);
        }
        Ok(HttpAnswer { status, body })
    }

    /// Names are checked when they are resolved; an address written into the URL is never resolved.
    fn check(&self, request: &Request) -> Result<(), HttpError> {
        let address = match request.url().host() {
            Some(Host::Ipv4(v4)) => IpAddr::V4(v4),
            Some(Host::Ipv6(v6)) => IpAddr::V6(v6),
            _ => return Ok(()),
        };
        if self.reach == Reach::Public && !is_public(address) {
            Err(HttpError::PrivateAddress)
        } else {
            Ok(())
        }
    }
}

/// Lets the other side, which the operator named, join its spans to ours (W3C Trace Context); nothing without traces.
fn continue_trace(request: &mut Request) {
    let context = tracing::Span::current().context();
    TraceContextPropagator::new().inject_context(&context, &mut HeaderInjector(request.headers_mut()));
}

/// Resolves names and leaves out addresses that are not public. Doing it here, and not before the request, gives a name
/// no chance to answer differently the second time.
struct PublicAddresses;

impl Resolve for PublicAddresses {
    fn resolve(&self, name: Name) -> Resolving {
        Box::pin(async move {
            let found = tokio::net::lookup_host((name.as_str(), 0)).await?;
            let public: Vec<SocketAddr> = found.filter(|address| is_public(address.ip())).collect();
            if public.is_empty() {
                return Err(Box::new(io::Error::other(NotPublic)) as Box<dyn std::error::Error + Send + Sync>);
            }
            Ok(Box::new(public.into_iter()) as Addrs)
        })
    }
}

#[derive(Debug, thiserror::Error)]
#[error("the name has no public address")]
struct NotPublic;

fn judge(error: &reqwest::Error) -> HttpError {
    if error.is_timeout() {
        return HttpError::Timeout;
    }
    let mut cause: Option<&dyn std::error::Error> = Some(error);
    while let Some(current) = cause {
        let inner = current.downcast_ref::<io::Error>().and_then(io::Error::get_ref);
        if inner.is_some_and(|inner| inner.is::<NotPublic>()) {
            return HttpError::PrivateAddress;
        }
        cause = current.source();
    }
    HttpError::Connection
}

/// Whether an address is one that anybody on the Internet could be at (IANA's special-purpose registries).
fn is_public(address: IpAddr) -> bool {
    match address.to_canonical() {
        IpAddr::V4(v4) => {
            let [a, b, c, _] = v4.octets();
            !(v4.is_private()
                || v4.is_loopback()
                || v4.is_link_local()
                || v4.is_multicast()
                || v4.is_documentation()
                || matches!(a, 0 | 240..)
                || (a == 100 && b & 0xc0 == 64)
                || (a == 192 && b == 0 && c == 0)
                || (a == 198 && b & 0xfe == 18))
        }
        IpAddr::V6(v6) => {
            let [first, second, ..] = v6.segments();
            // Only 2000::/3 is given out; of it not the ranges that carry an IPv4 address or are for books.
            first & 0xe000 == 0x2000
                && first != 0x2002
                && !(first == 0x2001 && (second < 0x0200 || second == 0x0db8))
                && !(first == 0x3fff && second < 0x1000)
                && v6 != Ipv6Addr::UNSPECIFIED
        }
    }
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn special_addresses_are_not_public() {
        for private in [
            "127.0.0.1",
            "10.1.2.3",
            "172.16.0.1",
            "192.168.1.1",
            "169.254.169.254",
            "100.64.0.1",
            "0.0.0.0",
            "198.18.0.1",
            "224.0.0.1",
            "255.255.255.255",
            "192.0.0.8",
            "::1",
            "::",
            "fe80::1",
            "fd00::1",
            "ff02::1",
            "::ffff:10.0.0.1",
            "64:ff9b::a00:1",
            "2002:a00:1::",
            "2001:db8::1",
            "2001::1",
        ] {
            assert!(!is_public(private.parse().expect("an address")), "{private}");
        }
        for public in
            ["1.1.1.1", "100.128.0.1", "172.32.0.1", "198.20.0.1", "2606:4700::1111", "2a00:1450::1"]
        {
            assert!(is_public(public.parse().expect("an address")), "{public}");
        }
    }
}
