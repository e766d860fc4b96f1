//! A load balancer in the test process: each request goes to a node drawn at random, on a connection of its own. A node
//! that takes no connection is passed over, as any balancer does; a node that dies in the middle of a request is not.
//!
//! It understands nothing of HTTP but the end of a request's head: it adds `Connection: close` there, so that the next
//! request comes on the next connection. Host and everything else stay as they were sent.

use std::collections::hash_map::RandomState;
use std::hash::{BuildHasher, Hasher};
use std::io::ErrorKind;
use std::net::{SocketAddr, TcpListener};
use std::sync::{Arc, Mutex};

use tokio::io::{AsyncReadExt, AsyncWriteExt, copy_bidirectional};
use tokio::net::TcpStream;
use tokio::runtime::Runtime;

/// A request head is no longer than this; what is longer goes on as it is.
const LONGEST_HEAD: usize = 64 * 1024;

/// A running balancer. Dropping it stops it.
pub struct Balancer {
    nodes: Arc<Mutex<Vec<SocketAddr>>>,
    runtime: Option<Runtime>,
}

/// What travels over the connections.
#[derive(Clone, Copy, PartialEq)]
pub enum Cargo {
    /// Plain HTTP: each request is balanced.
    Http,
    /// Anything else, TLS for example: each connection is balanced.
    Opaque,
}

impl Balancer {
    /// Balances what comes to `listeners` over `nodes`.
    pub fn start(listeners: Vec<TcpListener>, nodes: Vec<SocketAddr>, cargo: Cargo) -> Self {
        let runtime = tokio::runtime::Builder::new_multi_thread().worker_threads(1).enable_all().build();
        let runtime = runtime.expect("a runtime can be built");
        let nodes = Arc::new(Mutex::new(nodes));
        for listener in listeners {
            listener.set_nonblocking(true).expect("a listener can be set");
            let nodes = nodes.clone();
            runtime.spawn(async move {
                let listener = tokio::net::TcpListener::from_std(listener).expect("a listener");
                loop {
                    // A client that left before it was served is no reason to stop.
                    let Ok((client, _)) = listener.accept().await else { continue };
                    let candidates = shuffled(&nodes.lock().expect("nodes"));
                    tokio::spawn(async move {
                        // A connection that breaks is what the test is about, or its end.
                        let _ = carry(client, &candidates, cargo).await;
                    });
                }
            });
        }
        Self { nodes, runtime: Some(runtime) }
    }

    /// From now on these nodes get the requests.
    pub fn steer(&self, nodes: Vec<SocketAddr>) {
        *self.nodes.lock().expect("nodes") = nodes;
    }
}

impl Drop for Balancer {
    fn drop(&mut self) {
        if let Some(runtime) = self.runtime.take() {
            runtime.shutdown_background();
        }
    }
}

async fn carry(mut client: TcpStream, nodes: &[SocketAddr], cargo: Cargo) -> std::io::Result<()> {
    let head = match cargo {
        Cargo::Http => with_close(read_head(&mut client).await?),
        Cargo::Opaque => Vec::new(),
    };
    let mut node = connect(nodes).await?;
    node.set_nodelay(true)?;
    client.set_nodelay(true)?;
    node.write_all(&head).await?;
    copy_bidirectional(&mut client, &mut node).await?;
    Ok(())
}

async fn connect(nodes: &[SocketAddr]) -> std::io::Result<TcpStream> {
    let mut last = ErrorKind::NotConnected.into();
    for node in nodes {
        match TcpStream::connect(node).await {
            Ok(stream) => return Ok(stream),
            Err(error) => last = error,
        }
    }
    Err(last)
}

/// Reads until the end of the request's head, or until nothing more comes.
async fn read_head(client: &mut TcpStream) -> std::io::Result<Vec<u8>> {
    let mut head = Vec::new();
    while end_of_head(&head).is_none() && head.len() < LONGEST_HEAD {
        if client.read_buf(&mut head).await? == 0 {
            break;
        }
    }
    Ok(head)
}

fn end_of_head(bytes: &[u8]) -> Option<usize> {
    bytes.windows(4).position(|window| window == b"\r\n\r\n")
}

/// The same request with `Connection: close` in place of what it said about its connection.
fn with_close(request: Vec<u8>) -> Vec<u8> {
    let Some(end) = end_of_head(&request) else { return request };
    let mut changed = Vec::with_capacity(request.len() + 32);
    for (number, line) in request[..end].split_inclusive(|byte| *byte == b'\n').enumerate() {
        if number > 0 && line.to_ascii_lowercase().starts_with(b"connection:") {
            continue;
        }
        changed.extend_from_slice(line);
    }
    if !changed.ends_with(b"\r\n") {
        changed.extend_from_slice(b"\r\n");
    }
    changed.extend_from_slice(b"Connection: close");
    changed.extend_from_slice(&request[end..]);
    changed
}

fn shuffled(nodes: &[SocketAddr]) -> Vec<SocketAddr> {
    let mut nodes = nodes.to_vec();
    if !nodes.is_empty() {
        // The standard library's own randomness: a new key for every state.
        let draw = usize::try_from(RandomState::new().build_hasher().finish() >> 1).unwrap_or(0);
        let first = draw % nodes.len();
        nodes.rotate_left(first);
    }
    nodes
}
