//! The end of a process.

use std::time::Duration;

use tokio::io::{AsyncReadExt, AsyncWriteExt};
use tokio::net::TcpStream;

use super::get;
use super::program::Program;
use crate::support::database::block_on;

const BODY: &str = "grant_type=client_credentials&client_id=nobody";

/// A request of which the server has the head and half the body.
async fn half_a_request(program: &Program) -> TcpStream {
    let address = program.origin.strip_prefix("http://").expect("an address").to_owned();
    let mut stream = TcpStream::connect(&address).await.expect("a connection");
    let head = format!(
        "POST /{}/oauth2/token HTTP/1.1\r\nhost: auth.example.com\r\nx-forwarded-proto: https\r\n\
         content-type: application/x-www-form-urlencoded\r\ncontent-length: {}\r\nexpect: 100-continue\r\n\r\n",
        program.pool,
        BODY.len()
    );
    stream.write_all(head.as_bytes()).await.expect("sent");
    // The handler has begun when it asks for the body.
    let mut answer = [0; 25];
    stream.read_exact(&mut answer).await.expect("the server goes on");
    assert!(answer.starts_with(b"HTTP/1.1 100"), "{}", String::from_utf8_lossy(&answer));
    stream.write_all(&BODY.as_bytes()[..10]).await.expect("sent");
    stream
}

async fn is_not_ready(program: &Program) {
    let waiting = async { while get(&format!("{}/readyz", program.management)).await.0 != 503 {} };
    tokio::time::timeout(Duration::from_secs(20), waiting).await.expect("it is not ready any more");
}

#[test]
fn a_request_under_way_survives_a_stop_and_the_node_is_not_ready_meanwhile() {
    for signal in ["TERM", "INT"] {
        block_on(async {
            let program = Program::serve(&[]).await;
            let mut slow = half_a_request(&program).await;
            program.signal(signal);
            is_not_ready(&program).await;
            assert_eq!(get(&format!("{}/livez", program.management)).await.0, 200, "it lives");
            slow.write_all(&BODY.as_bytes()[10..]).await.expect("sent");
            let mut answer = String::new();
            let read = tokio::time::timeout(Duration::from_secs(20), slow.read_to_string(&mut answer)).await;
            read.expect("in time").expect("an answer");
            assert!(answer.contains("HTTP/1.1 401") && answer.contains("invalid_client"), "{answer}");
            let (status, output) = program.end(Duration::from_secs(20));
            assert_eq!(status.code(), Some(0), "{output}");
            assert!(output.contains("stopping"), "{output}");
        });
    }
}

#[test]
fn a_node_behind_a_balancer_takes_requests_while_it_is_not_ready_any_more() {
    block_on(async {
        let program = Program::serve(&[("VESTIBULE_SHUTDOWN_DRAIN_SECONDS", "300")]).await;
        program.signal("TERM");
        is_not_ready(&program).await;
        assert_eq!(get(&format!("{}/livez", program.origin)).await.0, 200, "whoever comes is served");
        program.signal("TERM");
        let (status, output) = program.end(Duration::from_secs(20));
        assert_eq!(status.code(), Some(0), "{output}");
        assert!(output.contains("not ready any more") && !output.contains("before everything"), "{output}");
    });
}

#[test]
fn a_second_signal_ends_it_at_once() {
    block_on(async {
        let program = Program::serve(&[]).await;
        let _slow = half_a_request(&program).await;
        program.signal("TERM");
        is_not_ready(&program).await;
        program.signal("TERM");
        let (status, output) = program.end(Duration::from_secs(10));
        assert_eq!(status.code(), Some(0), "{output}");
        assert!(output.contains("before everything under way was finished"), "{output}");
    });
}

#[test]
fn the_grace_period_ends_it_as_well() {
    block_on(async {
        let program = Program::serve(&[("VESTIBULE_SHUTDOWN_GRACE_SECONDS", "2")]).await;
        let _slow = half_a_request(&program).await;
        program.signal("TERM");
        let (status, output) = program.end(Duration::from_secs(20));
        assert_eq!(status.code(), Some(0), "{output}");
    });
}
