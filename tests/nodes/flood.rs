//! A flood of beginnings from one network is turned away before it costs room.

use std::time::Duration;

use crate::journeys::on_each_database;
use crate::support::application::Application;
use crate::support::browser::Browser;

const LIMIT: u32 = 40;

#[test]
fn a_flood_gets_429_and_leaves_no_rows() {
    on_each_database(|server| async move {
        server.change_pool("us-east-1_Demo00001", |pool| pool.sign_ins_begun_per_prefix = LIMIT).await;
        let app = Application::public(&server.origin);
        let from = |address: &str| {
            let mut browser = Browser::new(&server.origin);
            browser.headers.push(("x-forwarded-for", address.to_owned()));
            browser
        };
        let flood = from("203.0.113.9");
        let mut statuses = Vec::new();
        for _ in 0..LIMIT + 20 {
            statuses.push(flood.get_once(app.depart(&[]).url.as_str()).await.status);
        }
        assert_eq!(statuses.iter().filter(|status| **status == 303).count(), LIMIT as usize, "{statuses:?}");
        assert_eq!(statuses.iter().filter(|status| **status == 429).count(), 20, "{statuses:?}");
        let neighbour = from("203.0.113.200").get_once(app.depart(&[]).url.as_str()).await;
        assert_eq!(neighbour.status, 429, "the same network");
        let seconds: u64 = neighbour.header("retry-after").parse().expect("seconds");
        assert!((1..=600).contains(&seconds), "{seconds}");
        assert!(neighbour.says("too_many_requests"), "{}", neighbour.text());
        let other = from("198.51.100.7").get_once(app.depart(&[]).url.as_str()).await;
        assert_eq!(other.status, 303, "another network");
        // To begin the same request again is a beginning as well.
        let page = from("198.51.100.7");
        let login = page.get(app.depart(&[]).url.as_str()).await;
        for _ in 0..LIMIT {
            page.get_once(&format!("{}&restart=1", login.url)).await;
        }
        assert_eq!(page.get_once(app.depart(&[]).url.as_str()).await.status, 429);

        server.advance(Duration::from_secs(seconds));
        assert_eq!(flood.get_once(app.depart(&[]).url.as_str()).await.status, 303, "after the window");
    });
}
