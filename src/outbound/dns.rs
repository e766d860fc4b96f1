//! DNS: the TXT records that prove a custom domain.

use std::collections::HashMap;
use std::net::SocketAddr;
use std::sync::{Mutex, PoisonError};
use std::time::Duration;

use async_trait::async_trait;
use hickory_resolver::TokioResolver;
use hickory_resolver::config::{
    ConnectionConfig, NameServerConfig, ResolveHosts, ResolverConfig, ResolverOpts,
};
use hickory_resolver::net::runtime::TokioRuntimeProvider;
use hickory_resolver::net::{DnsError, NetError};
use hickory_resolver::proto::op::ResponseCode;
use hickory_resolver::proto::rr::RData;

/// How long one question may wait for each server.
const PATIENCE: Duration = Duration::from_secs(3);
/// How long a look-up may take in all.
const DEADLINE: Duration = Duration::from_secs(10);

/// Why no server told what there is. That there is nothing is an answer, not an error.
#[derive(Debug, Clone, PartialEq, Eq, thiserror::Error)]
#[error("DNS gave no answer: {0}")]
pub struct LookupError(pub String);

/// Asks DNS for texts.
#[async_trait]
pub trait TxtLookup: Send + Sync {
    /// The texts at a name, each with its parts joined; empty when there are none.
    ///
    /// # Errors
    /// When no server answered, or one answered that it cannot.
    async fn txt(&self, name: &str) -> Result<Vec<String>, LookupError>;
}

/// DNS as the machine is set up for it, or by servers of one's own choice. Remembers nothing: who has just set a record
/// does not want to hear that there is none.
pub struct Dns {
    servers: Vec<SocketAddr>,
}

impl Dns {
    /// Asks the servers that the machine asks (`/etc/resolv.conf`), read at each look-up.
    pub fn of_the_system() -> Self {
        Self { servers: Vec::new() }
    }

    /// Asks these servers.
    pub fn with_servers(servers: Vec<SocketAddr>) -> Self {
        Self { servers }
    }

    fn resolver(&self) -> Result<TokioResolver, NetError> {
        let mut builder = if self.servers.is_empty() {
            TokioResolver::builder_tokio()?
        } else {
            let config = ResolverConfig::from_name_servers(self.servers.iter().map(server).collect());
            TokioResolver::builder_with_config(config, TokioRuntimeProvider::default())
        };
        limit(builder.options_mut());
        builder.build()
    }
}

fn server(address: &SocketAddr) -> NameServerConfig {
    let mut connections = [ConnectionConfig::udp(), ConnectionConfig::tcp()];
    for connection in &mut connections {
        connection.port = address.port();
    }
    NameServerConfig::new(address.ip(), true, connections.into())
}

fn limit(options: &mut ResolverOpts) {
    options.timeout = PATIENCE;
    options.attempts = 2;
    options.cache_size = 0;
    options.use_hosts_file = ResolveHosts::Never;
    // Answers of more than 512 bytes come by UDP as well (RFC 6891).
    options.edns0 = true;
}

#[async_trait]
impl TxtLookup for Dns {
    async fn txt(&self, name: &str) -> Result<Vec<String>, LookupError> {
        let resolver = self.resolver().map_err(|error| LookupError(error.to_string()))?;
        // The dot keeps the machine's search list out.
        let looked_up = tokio::time::timeout(DEADLINE, resolver.txt_lookup(format!("{name}."))).await;
        match looked_up {
            Ok(Ok(found)) => Ok(found.answers().iter().filter_map(|record| text(&record.data)).collect()),
            Ok(Err(NetError::Dns(DnsError::NoRecordsFound(none))))
                if matches!(none.response_code, ResponseCode::NXDomain | ResponseCode::NoError) =>
            {
                Ok(Vec::new())
            }
            Ok(Err(error)) => Err(LookupError(error.to_string())),
            Err(_) => Err(LookupError("the servers took too long".into())),
        }
    }
}

/// A TXT record's parts are one text (RFC 7208 §3.3 says it for SPF; everybody reads them so).
fn text(data: &RData) -> Option<String> {
    let RData::TXT(txt) = data else { return None };
    Some(String::from_utf8_lossy(&txt.txt_data.concat()).into_owned())
}

/// Records in memory, for tests.
#[derive(Default)]
pub struct MemoryDns {
    state: Mutex<Records>,
}

#[derive(Default)]
struct Records {
    texts: HashMap<String, Vec<String>>,
    failing: bool,
    questions: Vec<String>,
}

impl MemoryDns {
    /// Sets the texts at a name.
    pub fn set(&self, name: &str, texts: &[&str]) {
        let texts = texts.iter().map(|text| (*text).to_owned()).collect();
        self.lock().texts.insert(name.to_owned(), texts);
    }

    /// Makes every look-up fail, or none.
    pub fn fail(&self, failing: bool) {
        self.lock().failing = failing;
    }

    /// Every name that was asked for.
    pub fn questions(&self) -> Vec<String> {
        self.lock().questions.clone()
    }

    fn lock(&self) -> std::sync::MutexGuard<'_, Records> {
        self.state.lock().unwrap_or_else(PoisonError::into_inner)
    }
}

#[async_trait]
impl TxtLookup for MemoryDns {
    async fn txt(&self, name: &str) -> Result<Vec<String>, LookupError> {
        let mut records = self.lock();
        records.questions.push(name.to_owned());
        if records.failing {
            return Err(LookupError("the test says so".into()));
        }
        Ok(records.texts.get(name).cloned().unwrap_or_default())
    }
}
