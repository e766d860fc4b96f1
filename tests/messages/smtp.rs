//! Mail in a conversation over a socket, RFC 5321.

use std::sync::Arc;

use tokio::io::{AsyncBufReadExt, AsyncWriteExt, BufReader};
use tokio::net::TcpListener;
use vestibule::config::SmtpTls;
use vestibule::model::clock::FakeClock;
use vestibule::model::ids::PoolId;
use vestibule::model::message::{Medium, MessageKind, OutgoingMessage};
use vestibule::outbound::mail::{MailTransport, SendError, SmtpMail, SmtpServer, SmtpSetupError};

use crate::support::database::block_on;
use crate::support::env::BEGINNING;

/// A server for one connection: takes what is sent, except that it answers `refusal` to the command that begins with
/// `at`. Returns the lines of the conversation.
async fn serve(listener: TcpListener, at: &'static str, refusal: &'static str) -> Vec<String> {
    let (socket, _) = listener.accept().await.expect("a connection");
    let (read, mut write) = socket.into_split();
    let mut lines = BufReader::new(read).lines();
    let mut heard = Vec::new();
    let mut in_data = false;
    write.write_all(b"220 sink.example ESMTP\r\n").await.expect("greets");
    while let Ok(Some(line)) = lines.next_line().await {
        let answer = if in_data {
            in_data = line != ".";
            if in_data { "" } else { "250 taken\r\n" }
        } else if !at.is_empty() && line.starts_with(at) {
            refusal
        } else if line.starts_with("EHLO") {
            "250-sink.example\r\n250-8BITMIME\r\n250 AUTH PLAIN\r\n"
        } else if line.starts_with("DATA") {
            in_data = true;
            "354 go on\r\n"
        } else if line.starts_with("AUTH") {
            "235 welcome\r\n"
        } else if line.starts_with("QUIT") {
            "221 bye\r\n"
        } else {
            "250 ok\r\n"
        };
        heard.push(line);
        if write.write_all(answer.as_bytes()).await.is_err() {
            break;
        }
        if heard.last().is_some_and(|line| line == "." || line == "QUIT") {
            break;
        }
    }
    heard
}

fn message(to: &str) -> OutgoingMessage {
    OutgoingMessage {
        pool_id: PoolId::trusted("us-east-1_Demo00001"),
        kind: MessageKind::SignInCode,
        medium: Medium::Email,
        to: to.to_owned(),
        subject: "Ihr Code für Demo".to_owned(),
        text: "Der Code ist 042187.\n.\nGrüße".to_owned(),
        html: Some("<p>Der Code ist <b>042187</b>.</p>".to_owned()),
        code: Some("042187".to_owned()),
        link: None,
    }
}

fn server(port: u16) -> SmtpServer {
    SmtpServer {
        host: "127.0.0.1".to_owned(),
        port,
        tls: SmtpTls::None,
        credentials: None,
        from: "Vestibule <no-reply@auth.example.com>".to_owned(),
    }
}

/// Sends one mail to such a server; returns what came of it and the conversation.
async fn send(
    to: &str,
    at: &'static str,
    refusal: &'static str,
    credentials: bool,
) -> (Result<(), SendError>, Vec<String>) {
    let listener = TcpListener::bind("127.0.0.1:0").await.expect("a port");
    let mut settings = server(listener.local_addr().expect("bound").port());
    settings.credentials = credentials.then(|| ("user".to_owned(), "secret".into()));
    let serving = tokio::spawn(serve(listener, at, refusal));
    let mail = SmtpMail::new(&settings, Arc::new(FakeClock::new(BEGINNING))).expect("it can be set up");
    let outcome = mail.send("0b6f9c3e", &message(to)).await;
    drop(mail);
    (outcome, serving.await.expect("no panic"))
}

#[test]
fn a_mail_has_both_parts_and_the_right_headers() {
    block_on(async {
        let (outcome, heard) = send("ada@example.com", "", "", true).await;
        outcome.expect("it was taken");
        let all = heard.join("\n");
        for expected in [
            "AUTH PLAIN AHVzZXIAc2VjcmV0",
            "MAIL FROM:<no-reply@auth.example.com>",
            "RCPT TO:<ada@example.com>",
            "From: Vestibule <no-reply@auth.example.com>",
            "To: ada@example.com",
            "Message-ID: <0b6f9c3e@auth.example.com>",
            "Date: Sat, 21 Nov 2026 14:03:07 +0000",
            "Auto-Submitted: auto-generated",
            "Content-Type: multipart/alternative",
            "Content-Type: text/plain; charset=utf-8",
            "Content-Type: text/html; charset=utf-8",
            "042187",
        ] {
            assert!(all.contains(expected), "{expected} is missing in\n{all}");
        }
        assert!(all.contains("Subject: Ihr Code ") && !all.contains("für"), "the subject is encoded");
        assert_eq!(
            heard.iter().filter(|line| *line == ".").count(),
            1,
            "a line with a dot does not end the mail"
        );
    });
}

#[test]
fn answers_decide_whether_it_is_tried_again() {
    block_on(async {
        for (at, refusal, refused) in [
            ("RCPT", "550 5.1.1 <ada@example.com> unknown\r\n", true),
            ("RCPT", "450 4.2.1 <ada@example.com> greylisted\r\n", false),
            ("MAIL", "530 5.7.0 authentication required\r\n", false),
            ("AUTH", "535 5.7.8 wrong password\r\n", false),
            ("DATA", "554 5.7.1 spam\r\n", true),
            ("EHLO", "421 closing\r\n", false),
        ] {
            let (outcome, _) = send("ada@example.com", at, refusal, at == "AUTH").await;
            let error = outcome.expect_err(refusal);
            assert_eq!(matches!(error, SendError::Refused(_)), refused, "{refusal}: {error}");
            assert!(!error.to_string().contains("ada"), "{error}");
        }
    });
}

#[test]
fn what_is_no_address_is_refused_and_a_server_that_is_away_is_not_for_ever() {
    block_on(async {
        let listener = TcpListener::bind("127.0.0.1:0").await.expect("a port");
        let port = listener.local_addr().expect("bound").port();
        drop(listener);
        let clock = Arc::new(FakeClock::new(BEGINNING));
        let mail = SmtpMail::new(&server(port), clock.clone()).expect("it can be set up");
        assert!(matches!(mail.send("1", &message("ada@example.com")).await, Err(SendError::Later(_))));
        for wrong in ["ada", "a@b\r\nRCPT TO:<all@example.com>", "", "a b@example.com"] {
            assert!(matches!(mail.send("1", &message(wrong)).await, Err(SendError::Refused(_))), "{wrong:?}");
        }
        let nameless = SmtpServer { from: "nobody".into(), ..server(port) };
        assert!(matches!(SmtpMail::new(&nameless, clock), Err(SmtpSetupError::From(_))));
    });
}

#[test]
fn without_starttls_nothing_is_sent() {
    block_on(async {
        let listener = TcpListener::bind("127.0.0.1:0").await.expect("a port");
        let settings =
            SmtpServer { tls: SmtpTls::StartTls, ..server(listener.local_addr().expect("bound").port()) };
        let serving = tokio::spawn(serve(listener, "", ""));
        let mail = SmtpMail::new(&settings, Arc::new(FakeClock::new(BEGINNING))).expect("it can be set up");
        assert!(matches!(mail.send("1", &message("ada@example.com")).await, Err(SendError::Later(_))));
        drop(mail);
        let heard = serving.await.expect("no panic");
        assert!(!heard.iter().any(|line| line.starts_with("MAIL")), "{heard:?}");
    });
}
