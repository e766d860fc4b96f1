//! Who is asking: the facts of one request that services may use.

use std::net::IpAddr;

/// The request's facts, gathered once at the edge.
#[derive(Debug, Clone)]
pub struct Caller {
    /// The client's address: the first hop from the right that is not a trusted proxy.
    pub address: IpAddr,
    /// The `User-Agent` header, cut to 256 characters.
    pub user_agent: String,
    /// The language tag chosen for texts, for example `en`.
    pub language: String,
    /// The id that joins an error page with the log.
    pub correlation_id: String,
    /// The value of the device cookie, when the browser holds one.
    pub device_cookie: Option<String>,
    /// The values of the cookies by which this browser is remembered after a second factor, one for each person.
    pub remembered_cookies: Vec<String>,
}

impl Caller {
    /// The network that shares a lock-out counter with this address: see [`address_prefix`].
    pub fn address_prefix(&self) -> String {
        address_prefix(self.address)
    }
}

/// The network that shares a lock-out counter with an address: the /24 of an IPv4 address, the /56 of an IPv6 address
/// (what one subscriber commonly gets).
pub fn address_prefix(address: IpAddr) -> String {
    match address.to_canonical() {
        IpAddr::V4(v4) => {
            let [a, b, c, _] = v4.octets();
            format!("{a}.{b}.{c}.0/24")
        }
        IpAddr::V6(v6) => {
            let s = v6.segments();
            format!("{:x}:{:x}:{:x}:{:x}::/56", s[0], s[1], s[2], s[3] & 0xff00)
        }
    }
}
