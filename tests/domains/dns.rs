//! The real look-up, against a small DNS server on loopback.

use std::net::{SocketAddr, UdpSocket};
use std::sync::Arc;
use std::sync::atomic::{AtomicBool, Ordering};
use std::time::Duration;

use vestibule::outbound::dns::{Dns, TxtLookup};

/// What the server says.
#[derive(Clone)]
enum Answer {
    /// Records, each of several parts.
    Texts(Vec<Vec<Vec<u8>>>),
    /// A response code without records (RFC 1035 §4.1.1).
    Code(u8),
    /// Nothing at all.
    Silence,
}

/// Answers every question in the same way until it is dropped.
struct Server {
    address: SocketAddr,
    stop: Arc<AtomicBool>,
    thread: Option<std::thread::JoinHandle<Vec<String>>>,
}

impl Server {
    fn start(answer: Answer) -> Self {
        let socket = UdpSocket::bind("127.0.0.1:0").expect("a port");
        socket.set_read_timeout(Some(Duration::from_millis(20))).expect("a time limit");
        let address = socket.local_addr().expect("a bound port");
        let stop = Arc::new(AtomicBool::new(false));
        let stopped = stop.clone();
        let thread = std::thread::spawn(move || {
            let (mut asked, mut buffer) = (Vec::new(), [0; 1500]);
            while !stopped.load(Ordering::Acquire) {
                let Ok((length, from)) = socket.recv_from(&mut buffer) else { continue };
                let (name, end) = question(&buffer[..length]);
                asked.push(name);
                if let Some(reply) = reply(&buffer[..end], &answer) {
                    socket.send_to(&reply, from).expect("loopback takes it");
                }
            }
            asked
        });
        Self { address, stop, thread: Some(thread) }
    }

    /// The names that were asked for.
    fn end(mut self) -> Vec<String> {
        self.stop.store(true, Ordering::Release);
        self.thread.take().expect("it runs").join().expect("it ends well")
    }
}

impl Drop for Server {
    fn drop(&mut self) {
        self.stop.store(true, Ordering::Release);
    }
}

/// The name of a question and where it ends in the message.
fn question(message: &[u8]) -> (String, usize) {
    let (mut labels, mut at) = (Vec::new(), 12);
    while message[at] != 0 {
        let length = usize::from(message[at]);
        labels.push(String::from_utf8_lossy(&message[at + 1..=at + length]).to_lowercase());
        at += length + 1;
    }
    (labels.join("."), at + 5)
}

fn reply(question: &[u8], answer: &Answer) -> Option<Vec<u8>> {
    let (records, code) = match answer {
        Answer::Texts(records) => (records.clone(), 0),
        Answer::Code(code) => (Vec::new(), *code),
        Answer::Silence => return None,
    };
    let mut reply = question.to_vec();
    // A response, recursion desired and available, one question, so many answers, nothing else.
    reply[2..12].copy_from_slice(&[
        0x81,
        0x80 | code,
        0,
        1,
        0,
        u8::try_from(records.len()).expect("few"),
        0,
        0,
        0,
        0,
    ]);
    for parts in records {
        // The name of the question, TXT, IN, a minute.
        reply.extend([0xc0, 12, 0, 16, 0, 1, 0, 0, 0, 60]);
        let data: Vec<u8> = parts
            .iter()
            .flat_map(|part| {
                std::iter::once(u8::try_from(part.len()).expect("a short part")).chain(part.clone())
            })
            .collect();
        reply.extend(u16::try_from(data.len()).expect("a short record").to_be_bytes());
        reply.extend(data);
    }
    Some(reply)
}

fn texts(records: &[&[&str]]) -> Answer {
    let bytes = |parts: &&[&str]| parts.iter().map(|part| part.as_bytes().to_vec()).collect();
    Answer::Texts(records.iter().map(bytes).collect())
}

#[tokio::test]
async fn every_text_is_found_with_its_parts_joined() {
    let server = Server::start(texts(&[&["v=spf1 -all"], &["vestibule-", "domain=abc"], &[""]]));
    let dns = Dns::with_servers(vec![server.address]);
    let found = dns.txt("_vestibule-challenge.login.example.org").await.expect("an answer");
    assert_eq!(found, ["v=spf1 -all", "vestibule-domain=abc", ""]);
    assert_eq!(server.end(), ["_vestibule-challenge.login.example.org"]);
}

#[tokio::test]
async fn nothing_is_remembered() {
    let server = Server::start(Answer::Code(3));
    let dns = Dns::with_servers(vec![server.address]);
    for _ in 0..2 {
        assert_eq!(dns.txt("login.example.org").await, Ok(Vec::new()), "no such name is an answer");
    }
    assert_eq!(server.end().len(), 2);
}

#[tokio::test]
async fn a_name_without_texts_has_none() {
    let server = Server::start(texts(&[]));
    assert_eq!(Dns::with_servers(vec![server.address]).txt("login.example.org").await, Ok(Vec::new()));
}

#[tokio::test]
async fn a_server_that_cannot_answer_is_no_answer() {
    for code in [2, 5] {
        let server = Server::start(Answer::Code(code));
        let failed = Dns::with_servers(vec![server.address]).txt("login.example.org").await;
        assert!(failed.is_err(), "{code}: {failed:?}");
    }
}

#[tokio::test]
async fn bytes_that_are_no_text_do_no_harm() {
    let server = Server::start(Answer::Texts(vec![vec![vec![0xff, 0x00, 0x1b]], vec![b"good".to_vec()]]));
    let found = Dns::with_servers(vec![server.address]).txt("login.example.org").await.expect("an answer");
    assert_eq!(found.last().map(String::as_str), Some("good"));
}

#[tokio::test]
async fn of_two_servers_the_one_that_is_there_is_enough() {
    let (silent, server) = (Server::start(Answer::Silence), Server::start(texts(&[&["here"]])));
    let dns = Dns::with_servers(vec![silent.address, server.address]);
    assert_eq!(dns.txt("login.example.org").await.expect("an answer"), ["here"]);
}
