//! Branding on the hosted pages of a running server.

use vestibule::declare::{self, Document, PlanOptions, Sources};
use vestibule::render::images;

use crate::support::database::block_on;
use crate::support::server::TestServer;

/// A PNG of one grey pixel.
const PIXEL: [u8; 67] = [
    0x89, 0x50, 0x4e, 0x47, 0x0d, 0x0a, 0x1a, 0x0a, 0, 0, 0, 0x0d, 0x49, 0x48, 0x44, 0x52, 0, 0, 0, 1, 0, 0,
    0, 1, 8, 0, 0, 0, 0, 0x3a, 0x7e, 0x9b, 0x55, 0, 0, 0, 0x0a, 0x49, 0x44, 0x41, 0x54, 0x78, 0x9c, 0x63,
    0x68, 0, 0, 0, 0x82, 0, 0x81, 0x77, 0xcd, 0x72, 0xb6, 0, 0, 0, 0, 0x49, 0x45, 0x4e, 0x44, 0xae, 0x42,
    0x60, 0x82,
];

/// The address of a page's logo.
fn source_of(html: &str) -> String {
    let (_, rest) = html.split_once("<img class=\"logo logo-customizable\" src=\"").expect("a logo");
    rest.split('"').next().expect("an address").to_owned()
}

async fn apply(server: &TestServer, text: &str) {
    let sources = Sources::of_text("x.toml", text).unwrap_or_else(|p| panic!("{:?}", p.into_list()));
    let document = Document::read(&sources).unwrap_or_else(|problems| panic!("{problems:?}"));
    let plan = declare::plan(&server.env, &document, PlanOptions::default()).await.expect("a plan");
    declare::apply(&server.env, &document, plan).await.map_err(|(_, error)| error).expect("it is written");
}

const AUTHORIZE: &str = "/oauth2/authorize?response_type=code&client_id=demoweb&redirect_uri=http%3A%2F%2Flocalhost%3A3000%2Fcb\
                         &scope=openid&code_challenge=E9Melhoa2OwvFrEMTJguCHaoeK1t8URWbuGJSstw-cM&code_challenge_method=S256";

#[test]
fn a_running_server_shows_the_pools_look_at_once_and_the_clients_on_top() {
    block_on(async {
        let server = TestServer::start().await;
        let before = server.browser().get(AUTHORIZE).await;
        assert!(!before.html.contains("#0b6e4f"));
        // One pixel, as this program writes it.
        let logo = images::data_url("logo", &PIXEL).expect("a picture");
        apply(
            &server,
            &format!(
                "[[pool]]\nid = \"us-east-1_Demo00001\"\n[pool.settings.branding]\nlogo = \"{logo}\"\n\
                 [pool.settings.branding.shape]\nradius = \"3px\"\n[pool.settings.branding.light]\naccent = \"#0b6e4f\"\n\
                 [pool.settings.branding.dark]\naccent = \"#7fd8b8\"\n"
            ),
        )
        .await;
        let page = server.browser().get(AUTHORIZE).await;
        assert!(page.html.contains(":root{--radius:3px;--accent:#0b6e4f;}"), "{}", page.html);
        assert!(page.html.contains("@media (prefers-color-scheme:dark){:root{--accent:#7fd8b8;}}"));
        let address = source_of(&page.html);
        assert!(address.starts_with("/branding/") && address.ends_with(".png"), "{address}");
        assert!(!page.html.contains("data:image"), "pictures have addresses of their own");
        let picture = server.browser().get(&address).await;
        assert_eq!(picture.status, 200);
        assert_eq!(picture.header("content-type"), "image/png");
        assert_eq!(picture.header("cache-control"), "public, max-age=31536000, immutable");
        // Below the pool's path it is the same; another pool has none.
        let below = server.browser().get(&format!("/us-east-1_Demo00001{address}")).await;
        assert_eq!(below.status, 200);
        for other in
            [format!("/us-east-1_Demo00002{address}"), "/branding/00.png".into(), "/branding/x/y.png".into()]
        {
            assert_eq!(server.browser().get(&other).await.status, 404, "{other}");
        }

        apply(
            &server,
            "[[pool]]\nid = \"us-east-1_Demo00001\"\n[[pool.client]]\nid = \"demoweb\"\n\
             [pool.client.settings.branding.light]\naccent = \"#aa0000\"\n",
        )
        .await;
        let page = server.browser().get(AUTHORIZE).await;
        assert!(page.html.contains(":root{--radius:3px;--accent:#aa0000;}"), "{}", page.html);
        // The other pool keeps its own.
        let other = server.browser().get("/us-east-1_Demo00002/login").await;
        assert!(!other.html.contains("--accent:#aa0000") && !other.html.contains("--accent:#0b6e4f"));
    });
}

#[test]
fn a_look_that_could_leave_its_place_is_refused() {
    block_on(async {
        let server = TestServer::start().await;
        for (branding, wanted) in [
            ("light.accent = \"red;}</style><script>\"", "not permitted"),
            ("light.accent = \"url(https://evil.example)\"", "not permitted"),
            ("light.acent = \"red\"", "no token acent"),
            ("theme = \"none\"", "no theme named"),
            ("logo = \"https://evil.example/x.png\"", "branding.logo must be"),
            ("logo = \"data:text/html;base64,AAAA\"", "branding.logo must be"),
            ("logo = \"data:image/svg+xml;base64,PHN2Zy8+\"", "SVG is not taken"),
            ("light.muted = \"#ffffff\"", "has a contrast of"),
            ("shape.radius = \"9999px\"", "from 0px to 640px"),
            ("layout.placement = \"middle\"", "placement"),
            (
                "css = \"\"\"\n.label{color:red}\n.label{display:none}\n\"\"\"",
                "line 2: display is not permitted",
            ),
            ("css = \".card{background:url(//x)}\"", "line 1: url( is not permitted"),
            ("css = \".place{color:#f3f4f8}\"", "nobody could read .place"),
            ("css = \".legal{color:#f3f4f8}\"", "nobody could read .legal"),
        ] {
            let text =
                format!("[[pool]]\nid = \"us-east-1_Demo00001\"\n[pool.settings.branding]\n{branding}\n");
            let sources = Sources::of_text("x.toml", &text).unwrap_or_else(|p| panic!("{:?}", p.into_list()));
            let error = match Document::read(&sources) {
                Err(problems) => format!("{problems:?}"),
                Ok(document) => match declare::plan(&server.env, &document, PlanOptions::default()).await {
                    Err(error) => format!("{error:?}"),
                    Ok(_) => panic!("{branding} was taken"),
                },
            };
            assert!(error.contains(wanted), "{branding}: {error}");
        }
    });
}
