//! E-mails wear the look of the pages, and can be read in both modes.

use std::collections::BTreeMap;

use vestibule::model::branding::{Branding, ColorScheme, Layout, SharedText};
use vestibule::render::colour::Colour;
use vestibule::render::samples::mails;
use vestibule::render::{Frame, Renderer, images};

use super::pictures::png;
use crate::support::database::block_on;
use crate::support::server::TestServer;

const POOL: &str = "us-east-1_Demo00001";
const AUTHORIZE: &str = "/oauth2/authorize?response_type=code&client_id=demoweb&redirect_uri=http%3A%2F%2Flocalhost%3A3000%2Fcb\
                         &scope=openid&code_challenge=E9Melhoa2OwvFrEMTJguCHaoeK1t8URWbuGJSstw-cM&code_challenge_method=S256";

fn logo(side: u32) -> SharedText {
    images::data_url("logo", &png(side, side)).expect("a picture").into()
}

/// The mail that somebody gets who has forgotten the password while signing in to the demonstration's client.
async fn reset_mail(server: &TestServer) -> String {
    let browser = server.browser();
    let login = browser.get(AUTHORIZE).await;
    let forgot = browser.get(&login.url.as_str().replace("/login", "/forgotPassword")).await;
    browser.submit(&forgot, "username", &[("username", "ada@example.com")]).await;
    let message = server.message_to("ada@example.com").await.expect("a message");
    message.html.expect("an HTML part")
}

/// The address of the only picture.
fn picture(html: &str) -> String {
    let (_, rest) = html.split_once("<img src=\"").expect("a picture");
    rest.split('"').next().expect("an address").to_owned()
}

#[test]
fn a_mail_wears_the_look_of_its_pool_and_the_clients_over_it() {
    block_on(async {
        let server = TestServer::start().await;
        let plain = reset_mail(&server).await;
        assert!(!plain.contains("<img") && !plain.contains("#7a2048"), "{plain}");

        let mut branding =
            Branding { theme: Some("folio".into()), logo: Some(logo(20)), ..Branding::default() };
        branding.light.insert("accent".into(), "#7a2048".into());
        let pool = server.change_pool(POOL, |settings| settings.branding = branding).await;
        let html = reset_mail(&server).await;
        assert!(html.contains("border-top: 4px solid #7a2048") && html.contains("Iowan Old Style"), "{html}");
        let address = picture(&html);
        assert!(address.starts_with(&format!("{}/{POOL}/branding/", server.origin)), "{address}");
        let served = server.browser().get(&address).await;
        assert_eq!((served.status, served.header("content-type")), (200, "image/png"));

        let mut own = Branding { logo: Some(logo(30)), ..Branding::default() };
        own.light.insert("accent".into(), "#0b6e4f".into());
        server.change_client(&pool, "demoweb", |settings| settings.branding = own).await;
        let html = reset_mail(&server).await;
        assert!(html.contains("border-top: 4px solid #0b6e4f") && html.contains("Iowan Old Style"), "{html}");
        let of_client = picture(&html);
        assert!(of_client.contains("/branding/demoweb/"), "{of_client}");
        assert_eq!(server.browser().get(&of_client).await.status, 200);
    });
}

/// The colours of a mail by selector and property, in light mode or as dark mode changes them.
fn colours(html: &str, dark: bool) -> BTreeMap<(String, String), Colour> {
    let (_, rest) = html.split_once("<style>").expect("a sheet");
    let (sheet, _) = rest.split_once("</style>").expect("its end");
    let (base, in_dark) = sheet.split_once("@media (prefers-color-scheme: dark)").unwrap_or((sheet, ""));
    let mut found = BTreeMap::new();
    for part in [base, if dark { in_dark } else { "" }] {
        for rule in part.split('}') {
            let Some((selectors, declarations)) = rule.rsplit_once('{') else { continue };
            let selectors = selectors.rsplit('{').next().unwrap_or(selectors);
            for declaration in declarations.split(';') {
                let Some((property, value)) = declaration.split_once(':') else { continue };
                let Some(colour) = Colour::parse(value) else { continue };
                for selector in selectors.split(',') {
                    found.insert((selector.trim().to_owned(), property.trim().to_owned()), colour);
                }
            }
        }
    }
    found
}

#[test]
fn every_mail_in_every_theme_can_be_read_in_both_modes() {
    let renderer = Renderer::new().expect("a renderer");
    let schemes = [None, Some(ColorScheme::Light), Some(ColorScheme::Dark)];
    for (theme, _) in renderer.themes() {
        for scheme in schemes {
            for sample in mails() {
                let mut frame = Frame::new("en", "Demo", "", "");
                let layout = Layout { scheme, ..Layout::default() };
                frame.branding = Some(Branding { theme: Some(theme.clone()), layout, ..Branding::default() });
                let html = sample.render(&renderer, &frame).expect("a mail");
                let at = |dark: bool| format!("{theme} {scheme:?} {sample:?}, dark {dark}");
                assert!(
                    !html.contains("{#") && !html.contains("{$") && !html.contains("var("),
                    "{}",
                    at(false)
                );
                for dark in [false, true] {
                    let colours = colours(&html, dark);
                    let of = |selector: &str, property: &str| {
                        *colours
                            .get(&(selector.to_owned(), property.to_owned()))
                            .unwrap_or_else(|| panic!("{}: no {property} of {selector}", at(dark)))
                    };
                    for (front, back) in [
                        (of("body", "color"), of("body", "background")),
                        (of(".card", "color"), of(".card", "background")),
                        (of(".name", "color"), of(".card", "background")),
                        (of("a", "color"), of(".card", "background")),
                        (of(".action a", "color"), of(".action a", "background")),
                        (of(".code", "color"), of(".code", "background")),
                        (of(".foot", "color"), of(".outer", "background")),
                    ] {
                        assert!(
                            front.contrast(back) >= 4.5,
                            "{}: {} on {}",
                            at(dark),
                            front.css(),
                            back.css()
                        );
                    }
                    let is_dark = of(".card", "background").luminance() < 0.2;
                    let by_system = html.contains("<meta name=\"color-scheme\" content=\"light dark\">");
                    let wanted = match scheme {
                        Some(ColorScheme::Dark) => true,
                        Some(_) => false,
                        None => dark && by_system || html.contains("content=\"dark\""),
                    };
                    assert_eq!(is_dark, wanted, "{}", at(dark));
                }
            }
        }
    }
}

#[test]
fn values_of_a_branding_cannot_leave_the_mails_sheet() {
    let renderer = Renderer::new().expect("a renderer");
    let mut branding = Branding::default();
    // As they would stand in a database that somebody else has written to.
    branding.light.insert("accent".into(), "red}</style><script>".into());
    branding.shape.insert("font".into(), "x;}</style><script>".into());
    branding.shape.insert("radius".into(), "0;background:url(//x)".into());
    let mut frame = Frame::new("en", "Demo", "", "");
    frame.branding = Some(branding);
    for sample in mails() {
        let html = sample.render(&renderer, &frame).expect("a mail");
        assert!(!html.contains("<script") && !html.contains("url("), "{sample:?}: {html}");
        assert_eq!(html.matches("</style>").count(), 1, "{sample:?}");
    }
}
