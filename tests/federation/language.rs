//! The language of our pages, handed on to a provider.

use super::hall::Hall;
use crate::support::browser::Page;
use crate::support::server::TestServer;

fn link_to(page: &Page, tag: &str) -> String {
    let end = format!("lang={tag}");
    let found = page.links().into_iter().find(|link| link.ends_with(&end));
    found.unwrap_or_else(|| panic!("no link to {tag}: {:?}", page.links()))
}

#[tokio::test]
async fn a_provider_is_told_the_language_that_was_asked_for_and_no_other() {
    let hall = Hall::new(TestServer::start().await).await;
    for (extra, chosen, expected) in [
        (vec![], None, None),
        (vec![("ui_locales", "de-CH fr")], None, Some("de de-CH fr")),
        (vec![("ui_locales", "de-CH fr")], Some("sv"), Some("sv de-CH fr")),
        (vec![("lang", "fr")], None, Some("fr")),
        (vec![], Some("ja"), Some("ja")),
        (vec![("ui_locales", "de \"><x> ../etc \u{e4}")], None, Some("de")),
    ] {
        let mut browser = hall.server.browser();
        browser.headers.push(("accept-language", "nl".to_owned()));
        let mut page = browser.get(hall.app.depart(&extra).url.as_str()).await;
        if let Some(tag) = chosen {
            page = browser.get(&link_to(&page, tag)).await;
        }
        let there = hall.press(&browser, &page).await;
        let told =
            there.query_pairs().find(|(name, _)| name == "ui_locales").map(|(_, tags)| tags.into_owned());
        assert_eq!(told.as_deref(), expected, "{extra:?} {chosen:?}");
    }
}
