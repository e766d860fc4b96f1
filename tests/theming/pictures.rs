//! Pictures: written anew, served by themselves; those from before stay.

use std::io::Cursor;

use vestibule::model::branding::{Branding, Layout, SharedText};
use vestibule::model::ids::{ClientId, PoolId};
use vestibule::render::images;

use crate::support::database::block_on;
use crate::support::server::TestServer;

/// A red PNG of this size.
pub fn png(width: u32, height: u32) -> Vec<u8> {
    let picture = image::RgbImage::from_pixel(width, height, image::Rgb([200, 30, 30]));
    let mut bytes = Vec::new();
    picture.write_to(&mut Cursor::new(&mut bytes), image::ImageFormat::Png).expect("a picture");
    bytes
}

fn url(bytes: &[u8]) -> SharedText {
    use base64::Engine;
    let content = base64::engine::general_purpose::STANDARD.encode(bytes);
    format!("data:image/png;base64,{content}").into()
}

const AUTHORIZE: &str = "/oauth2/authorize?response_type=code&client_id=demoweb&redirect_uri=http%3A%2F%2Flocalhost%3A3000%2Fcb\
                         &scope=openid&code_challenge=E9Melhoa2OwvFrEMTJguCHaoeK1t8URWbuGJSstw-cM&code_challenge_method=S256";

fn addresses(html: &str) -> Vec<String> {
    html.split(['"', '('])
        .filter(|part| part.contains("/branding/"))
        .map(|part| part.trim_end_matches('"').to_owned())
        .collect()
}

#[test]
fn pictures_of_pool_and_client_are_served_by_themselves_and_the_clients_count() {
    block_on(async {
        let server = TestServer::start().await;
        let id = PoolId::parse("us-east-1_Demo00001").expect("an id");
        let mut hidden = png(30, 20);
        hidden.extend_from_slice(b"<script>hidden</script>");
        let branding = Branding {
            logo: Some(url(&hidden)),
            favicon: Some(url(&png(500, 500))),
            background_image: Some(url(&png(8, 8))),
            layout: Layout {
                background: Some(vestibule::model::branding::Background::Image),
                ..Layout::default()
            },
            ..Branding::default()
        };
        let set = branding.clone();
        let pool = vestibule::directory::pools::change(&server.env, &id, move |pool| {
            pool.settings.branding = set.clone();
            Ok(())
        })
        .await
        .expect("a branding");
        let page = server.browser().get(AUTHORIZE).await;
        let found = addresses(&page.html);
        assert_eq!(found.len(), 3, "{found:?}");
        assert!(page.has("html[data-background=image]") && page.has("link[rel=icon][type='image/png']"));
        for address in &found {
            let picture = server.browser().get(address).await;
            assert_eq!((picture.status, picture.header("content-type")), (200, "image/png"), "{address}");
            assert!(!picture.html.contains("hidden"), "what followed the picture is gone");
            assert!(picture.header("content-security-policy").contains("default-src 'none'"));
            assert_eq!(picture.header("x-content-type-options"), "nosniff");
        }

        let client = ClientId::parse("demoweb").expect("an id");
        let own = Branding { logo: Some(url(&png(9, 9))), ..Branding::default() };
        vestibule::directory::clients::change(&server.env, &pool, &client, move |client| {
            client.settings.branding = own.clone();
            Ok(())
        })
        .await
        .expect("a branding");
        let page = server.browser().get(AUTHORIZE).await;
        let found = addresses(&page.html);
        let of_client =
            found.iter().find(|address| address.starts_with("/branding/demoweb/")).expect("its logo");
        assert_eq!(server.browser().get(of_client).await.status, 200);
        assert_eq!(found.len(), 3, "favicon and background are the pool's: {found:?}");
        // The same address without the client is nobody's.
        let without = of_client.replace("demoweb/", "");
        assert_eq!(server.browser().get(&without).await.status, 404);
    });
}

#[test]
fn what_is_no_picture_is_refused_and_nothing_changes() {
    block_on(async {
        let server = TestServer::start().await;
        let id = PoolId::parse("us-east-1_Demo00001").expect("an id");
        for bad in [
            "data:image/svg+xml;base64,PHN2ZyB4bWxucz0iaHR0cDovL3d3dy53My5vcmcvMjAwMC9zdmciLz4=",
            "data:image/png;base64,AAAA",
            "data:image/png;base64,",
            "data:image/gif;base64,R0lGODlhAQABAAAAACw=",
            "https://example.com/logo.png",
        ] {
            let set = SharedText::from(bad);
            let outcome = vestibule::directory::pools::change(&server.env, &id, move |pool| {
                pool.settings.branding.logo = Some(set.clone());
                Ok(())
            })
            .await;
            assert!(outcome.is_err(), "{bad}");
        }
        let pool =
            vestibule::directory::pools::find(&server.env, &id).await.expect("an answer").expect("the pool");
        assert!(pool.settings.branding.is_plain());
    });
}

/// Before pictures were written anew, an SVG could be stored.
#[test]
fn a_logo_from_before_is_still_shown_and_does_not_block_other_changes() {
    block_on(async {
        let server = TestServer::start().await;
        let id = PoolId::parse("us-east-1_Demo00001").expect("an id");
        let mut pool =
            vestibule::directory::pools::find(&server.env, &id).await.expect("an answer").expect("the pool");
        pool.settings.branding.logo = Some("data:image/svg+xml;base64,PHN2Zy8+".into());
        let row = pool.clone();
        server.env.db.write(move |c| vestibule::store::pools::update(c, &row)).await.expect("it is written");
        server.env.settings_cache.pools.forget(&id);
        let page = server.browser().get(AUTHORIZE).await;
        let found = addresses(&page.html);
        let picture = server.browser().get(&found[0]).await;
        assert_eq!((picture.status, picture.header("content-type")), (200, "image/svg+xml"));
        let changed = vestibule::directory::pools::change(&server.env, &id, |pool| {
            pool.settings.self_sign_up = false;
            Ok(())
        })
        .await;
        assert!(changed.expect("another setting").settings.branding.logo.is_some());
    });
}

#[test]
fn in_compatibility_mode_cognitos_limits_count_and_its_sheet_is_light() {
    block_on(async {
        let server = TestServer::start().await;
        let id = PoolId::parse("us-east-1_Demo00002").expect("an id");
        let set = |css: &'static str| {
            let (env, id) = (server.env.clone(), id.clone());
            async move {
                vestibule::directory::pools::change(&env, &id, move |pool| {
                    pool.settings.branding.css = Some(css.into());
                    Ok(())
                })
                .await
                .map(|_| ())
                .map_err(|error| error.to_string())
            }
        };
        for (css, wanted) in [
            (".card{color:red}", "line 1: Cognito's classic pages have no class .card"),
            ("\n.label-customizable{padding:3px}", "line 2: Cognito's classic pages do not take padding"),
        ] {
            assert!(set(css).await.expect_err(css).contains(wanted), "{css}");
        }
        set(".background-customizable{background-color:#fff} .label-customizable{color:#333}")
            .await
            .expect("a sheet");
        let page = server.browser().get("/us-east-1_Demo00002/").await;
        assert!(page.has("html[data-scheme=light]"));
        assert!(
            page.html.contains("html .background-customizable{background-color:#ffffff;}"),
            "{}",
            page.html
        );
        // A picture of noise is large.
        let noise = image::RgbImage::from_fn(300, 300, |x, y| {
            let n = (x * 7919 + y * 104_729) ^ (x * y * 31);
            image::Rgb([n as u8, (n >> 3) as u8, (n >> 5) as u8])
        });
        let mut bytes = Vec::new();
        noise.write_to(&mut Cursor::new(&mut bytes), image::ImageFormat::Png).expect("a picture");
        let logo = SharedText::from(images::data_url("logo", &bytes).expect("a picture"));
        assert!(logo.len() / 4 * 3 > 100 * 1024, "the picture of this test is large");
        let outcome = vestibule::directory::pools::change(&server.env, &id, move |pool| {
            pool.settings.branding.logo = Some(logo.clone());
            Ok(())
        })
        .await;
        assert!(outcome.expect_err("too large").to_string().contains("100 KB"));
    });
}
