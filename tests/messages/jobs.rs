//! Background work sends when the bell rings, looks by itself, and ends when it is told.

use tokio::sync::oneshot;
use vestibule::model::message::MessageKind;
use vestibule::{jobs, messages};

use super::{enqueue, mail};
use crate::support::database::for_each_database;
use crate::support::env::{TestEnv, test_env};

async fn until_sent(test: &TestEnv, count: usize) {
    while test.mail.all().len() < count {
        tokio::task::yield_now().await;
    }
}

#[test]
fn messages_leave_with_and_without_the_bell() {
    for_each_database(async |db| {
        let test = test_env(&db).await;
        let pool = test.pool(|_| {}).await;
        let (stop, stopped) = oneshot::channel::<()>();
        let running = tokio::spawn(jobs::run(test.env.clone(), async {
            let _ = stopped.await;
        }));
        let request = mail(MessageKind::SignInCode, "ada@example.com");
        assert!(enqueue(&test, &pool, "192.0.2.1", &request).await.expect("it can be written"));
        messages::ring(&test.env);
        until_sent(&test, 1).await;
        assert!(enqueue(&test, &pool, "192.0.2.1", &request).await.expect("it can be written"));
        until_sent(&test, 2).await;
        stop.send(()).expect("it still runs");
        running.await.expect("it ends without a panic");
        assert_eq!(test.mail.all().len(), 2);
    });
}
