//! Messages leave once, late rather than never, and are erased afterwards.

use std::sync::Arc;
use std::sync::atomic::{AtomicUsize, Ordering};
use std::time::Duration;

use async_trait::async_trait;
use futures_util::future::join_all;
use tokio::sync::Semaphore;
use vestibule::messages;
use vestibule::model::message::{MessageKind, OutgoingMessage};
use vestibule::model::pool::UserPool;
use vestibule::outbound::Failure;
use vestibule::outbound::mail::{MailTransport, SendError};
use vestibule::store::outbox;

use super::{deliver, enqueue, mail, sms};
use crate::support::database::for_each_database;
use crate::support::env::{TestEnv, caller, test_env};

const KIND: MessageKind = MessageKind::SignUpConfirmation;

async fn put(test: &TestEnv, pool: &UserPool, to: &str) -> bool {
    enqueue(test, pool, "192.0.2.1", &mail(KIND, to)).await.expect("it can be written")
}

/// How many messages wait, due or not.
async fn waiting(test: &TestEnv) -> usize {
    test.env.db.read(|c| outbox::list_due(c, i64::MAX, 1000)).await.expect("the database answers").len()
}

#[test]
fn a_message_leaves_once() {
    for_each_database(async |db| {
        let test = test_env(&db).await;
        let pool = test.pool(|_| {}).await;
        assert!(put(&test, &pool, "ada@example.com").await);
        assert!(enqueue(&test, &pool, "192.0.2.1", &sms(KIND, "+4915112345678")).await.expect("written"));
        assert_eq!(deliver(&test).await, 2);
        assert_eq!(deliver(&test).await, 0);
        assert_eq!((test.mail.all().len(), test.sms.all().len(), waiting(&test).await), (1, 1, 0));
        assert_eq!(test.mail.all()[0].code.as_deref(), Some("042187"));
    });
}

#[test]
fn of_several_nodes_one_sends_each_message() {
    for_each_database(async |db| {
        let (one, two) = (test_env(&db).await, test_env(&db).await);
        let pool = one.pool(|settings| settings.message_limits.per_address = 1000).await;
        for n in 0..60 {
            assert!(put(&one, &pool, &format!("user{n}@example.com")).await);
        }
        let rounds = [deliver(&one), deliver(&two), deliver(&one), deliver(&two)];
        assert_eq!(join_all(rounds).await.into_iter().sum::<usize>(), 60);
        let mut sent: Vec<String> =
            one.mail.all().into_iter().chain(two.mail.all()).map(|message| message.to).collect();
        sent.sort();
        sent.dedup();
        assert_eq!((sent.len(), waiting(&one).await), (60, 0));
    });
}

#[test]
fn a_message_that_does_not_leave_is_tried_again_until_it_is_of_no_use() {
    for_each_database(async |db| {
        let test = test_env(&db).await;
        let pool = test.pool(|_| {}).await;
        test.mail.fail(Some(Failure::Later));
        assert!(put(&test, &pool, "ada@example.com").await);
        for seconds in [30, 120, 600, 3600, 3600] {
            assert_eq!((deliver(&test).await, waiting(&test).await), (0, 1));
            test.advance(Duration::from_millis(seconds * 1000 - 1));
            let due = test.env.now();
            let due = test.env.db.read(move |c| outbox::list_due(c, due, 10)).await.expect("answers");
            assert!(due.is_empty(), "{seconds}");
            test.advance(Duration::from_millis(1));
        }
        test.mail.fail(None);
        assert_eq!((deliver(&test).await, waiting(&test).await), (1, 0));

        test.mail.fail(Some(Failure::Later));
        let sign_in = mail(MessageKind::SignInCode, "ada@example.com");
        assert!(enqueue(&test, &pool, "192.0.2.1", &sign_in).await.expect("written"));
        assert_eq!((deliver(&test).await, waiting(&test).await), (0, 1));
        test.advance(Duration::from_secs(5 * 60));
        test.mail.fail(None);
        assert_eq!((deliver(&test).await, waiting(&test).await), (0, 0), "a code that has ended is not sent");
        assert_eq!(test.mail.all().len(), 1);
    });
}

#[test]
fn a_refused_message_is_given_up() {
    for_each_database(async |db| {
        let test = test_env(&db).await;
        let pool = test.pool(|_| {}).await;
        test.mail.fail(Some(Failure::Refused));
        assert!(put(&test, &pool, "ada@example.com").await);
        assert_eq!((deliver(&test).await, waiting(&test).await), (0, 0));
        test.mail.fail(None);
        assert_eq!(deliver(&test).await, 0);
    });
}

/// Mail that hangs for one address until it is let go.
struct Hanging {
    gate: Semaphore,
    sent: AtomicUsize,
}

#[async_trait]
impl MailTransport for Hanging {
    async fn send(&self, _id: &str, message: &OutgoingMessage) -> Result<(), SendError> {
        if message.to == "slow@example.com" {
            let _ = self.gate.acquire().await;
        }
        self.sent.fetch_add(1, Ordering::SeqCst);
        Ok(())
    }
}

#[test]
fn a_slow_message_holds_neither_the_others_nor_the_database() {
    for_each_database(async |db| {
        let mut test = test_env(&db).await;
        let hanging = Arc::new(Hanging { gate: Semaphore::new(0), sent: AtomicUsize::new(0) });
        test.env.mail = hanging.clone();
        let test = Arc::new(test);
        let pool = test.pool(|_| {}).await;
        assert!(put(&test, &pool, "slow@example.com").await);
        for n in 0..20 {
            assert!(put(&test, &pool, &format!("user{n}@example.com")).await);
        }
        let first = tokio::spawn({
            let test = test.clone();
            async move { deliver(&test).await }
        });
        while hanging.sent.load(Ordering::SeqCst) < 20 {
            tokio::task::yield_now().await;
        }
        assert!(put(&test, &pool, "late@example.com").await, "writes go on");
        assert_eq!(
            deliver(&test).await,
            1,
            "another round sends what came later, and not the slow one again"
        );
        hanging.gate.add_permits(1);
        assert_eq!(first.await.expect("no panic"), 21);
    });
}

#[test]
fn a_node_that_dies_while_sending_gives_the_message_back() {
    for_each_database(async |db| {
        let test = test_env(&db).await;
        let pool = test.pool(|_| {}).await;
        assert!(put(&test, &pool, "ada@example.com").await);
        let now = test.env.now();
        let claimed = test
            .env
            .db
            .write(move |c| {
                let due = outbox::list_due(c, now, 10)?;
                Ok((outbox::claim(c, &due[0], now + 300_000)?, outbox::claim(c, &due[0], now + 300_000)?))
            })
            .await
            .expect("the database answers");
        assert_eq!(claimed, (true, false));
        assert_eq!(deliver(&test).await, 0);
        test.advance(Duration::from_secs(300));
        assert_eq!(deliver(&test).await, 1);
    });
}

#[test]
fn limits_hold_for_destination_caller_and_pool_also_when_nothing_is_sent() {
    for_each_database(async |db| {
        let test = test_env(&db).await;
        let limited = |destination, address, all| {
            test.pool(move |settings| {
                let limits = &mut settings.message_limits;
                (limits.per_destination, limits.per_address, limits.per_pool) = (destination, address, all);
            })
        };
        let allowed = async |pool: &UserPool, address: &str, to: &str| {
            enqueue(&test, pool, address, &mail(KIND, to)).await.expect("it can be written")
        };

        let pool = limited(2, 100, 100).await;
        assert!(allowed(&pool, "192.0.2.1", "ada@example.com").await);
        assert!(allowed(&pool, "192.0.2.2", " ADA@Example.com").await);
        assert!(!allowed(&pool, "192.0.2.3", "ada@example.com").await);
        assert!(allowed(&pool, "192.0.2.3", "grace@example.com").await);
        test.advance(Duration::from_secs(3600));
        assert!(allowed(&pool, "192.0.2.3", "ada@example.com").await);

        let pool = limited(100, 2, 100).await;
        assert!(allowed(&pool, "2001:db8::1", "a@example.com").await);
        assert!(allowed(&pool, "2001:db8::2", "b@example.com").await);
        assert!(!allowed(&pool, "2001:db8::3", "c@example.com").await, "one subscriber");
        assert!(allowed(&pool, "192.0.2.1", "c@example.com").await);

        let pool = limited(100, 100, 2).await;
        let message =
            messages::prepare(&test.env, &caller("192.0.2.1"), &pool, &mail(KIND, "nobody@example.com"))
                .expect("it can be written");
        for taken in [true, true, false] {
            let message = message.clone();
            let discarded =
                test.env.db.write(move |c| messages::discard(c, &message)).await.expect("answers");
            assert_eq!(discarded.is_ok(), taken);
        }
        assert!(!allowed(&pool, "192.0.2.9", "a@example.com").await);
    });
}

#[test]
fn a_message_goes_with_the_write_that_announces_it() {
    for_each_database(async |db| {
        let test = test_env(&db).await;
        let pool = test.pool(|_| {}).await;
        let message =
            messages::prepare(&test.env, &caller("192.0.2.1"), &pool, &mail(KIND, "ada@example.com"))
                .expect("it can be written");
        let undone = test
            .env
            .db
            .write(move |c| {
                messages::notify(c, &message)?;
                Err::<(), _>(vestibule::store::StoreError::Taken { what: "user name" })
            })
            .await;
        assert!(undone.is_err());
        assert_eq!((deliver(&test).await, waiting(&test).await), (0, 0));
    });
}
