//! `vestibule health`: whether the server of the same settings answers, for a container's health check.

use std::io::{Read, Write};
use std::net::{IpAddr, Ipv4Addr, Ipv6Addr, SocketAddr, TcpStream};
use std::time::Duration;

use clap::Args;

use super::operator::FileArguments;

/// No part of the question may take longer.
const PATIENCE: Duration = Duration::from_secs(2);

/// Arguments of `vestibule health`.
#[derive(Args, Clone, Debug)]
pub struct HealthArguments {
    #[command(flatten)]
    file: FileArguments,
    /// Ask whether it can serve, with its database, and not only whether it lives.
    #[arg(long)]
    ready: bool,
}

/// Asks the first management address.
///
/// # Errors
/// A sentence, when it does not answer or does not feel well.
pub fn run(arguments: &HealthArguments) -> Result<(), String> {
    let settings = arguments.file.load()?.settings;
    let address =
        settings.management.first().ok_or("there is no management address to ask; set management.listen")?;
    let path = if arguments.ready { "/readyz" } else { "/livez" };
    let line = ask(reachable(*address), path).map_err(|e| format!("{address} does not answer: {e}"))?;
    if line.split(' ').nth(1) == Some("200") {
        Ok(())
    } else {
        Err(format!("{address}{path} answers {line}"))
    }
}

/// Where an address that means every address of the machine is reached from the machine itself.
fn reachable(address: SocketAddr) -> SocketAddr {
    let ip = match address.ip() {
        IpAddr::V4(ip) if ip.is_unspecified() => IpAddr::V4(Ipv4Addr::LOCALHOST),
        IpAddr::V6(ip) if ip.is_unspecified() => IpAddr::V6(Ipv6Addr::LOCALHOST),
        ip => ip,
    };
    SocketAddr::new(ip, address.port())
}

/// The status line of an answer.
fn ask(address: SocketAddr, path: &str) -> std::io::Result<String> {
    let mut socket = TcpStream::connect_timeout(&address, PATIENCE)?;
    socket.set_read_timeout(Some(PATIENCE))?;
    socket.set_write_timeout(Some(PATIENCE))?;
    socket.write_all(format!("GET {path} HTTP/1.0\r\nhost: {address}\r\n\r\n").as_bytes())?;
    let mut answer = Vec::new();
    socket.take(1024).read_to_end(&mut answer)?;
    let text = String::from_utf8_lossy(&answer);
    let line = text.lines().next().unwrap_or_default();
    Ok(line.chars().filter(|c| !c.is_control()).collect())
}
