//! A sign-in page is one document, one style sheet and one small script.

use std::io::Write;

use flate2::Compression;
use flate2::write::GzEncoder;
use scraper::{Html, Selector};
use vestibule::model::branding::Branding;
use vestibule::render::contexts::Login;
use vestibule::render::{Frame, Page, Renderer, assets};

/// The three together, compressed.
const MOST: usize = 30 * 1024;

fn compressed(bytes: &[u8]) -> usize {
    let mut encoder = GzEncoder::new(Vec::new(), Compression::default());
    encoder.write_all(bytes).expect("a buffer takes it");
    encoder.finish().expect("a buffer takes it").len()
}

#[test]
fn a_sign_in_page_in_any_theme_is_small_and_asks_for_two_files() {
    let renderer = Renderer::new().expect("the templates load");
    for (name, _) in renderer.themes() {
        for (state, page) in Login::samples() {
            let mut frame = Frame::new("en", "Demo", "", "bm9uY2U");
            frame.branding = Some(Branding { theme: Some(name.clone()), ..Branding::default() });
            let html = renderer.page(&frame, &page).expect("a page");
            let document = Html::parse_document(&html);
            let selector =
                Selector::parse("link[rel=stylesheet], script[src], img[src], iframe").expect("a selector");
            let mut total = compressed(html.as_bytes());
            let mut asked = 0;
            for element in document.select(&selector) {
                let address = element.attr("href").or_else(|| element.attr("src")).expect("an address");
                let path = address.strip_prefix(assets::PREFIX).expect("an asset of ours");
                total += compressed(&assets::asset(path).expect("it is served").bytes);
                asked += 1;
            }
            assert_eq!(asked, 2, "{name} {state}");
            assert!(total < MOST, "{name} {state}: {total} bytes");
        }
    }
}
