//! Branding on the hosted pages of a running server.

use vestibule::declare::{self, Document, PlanOptions, Sources};

use crate::support::database::block_on;
use crate::support::server::TestServer;

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
        let logo = "data:image/png;base64,iVBORw0KGgo=";
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
        assert!(page.has(&format!("img.logo[src='{logo}']")));

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
        ] {
            let text =
                format!("[[pool]]\nid = \"us-east-1_Demo00001\"\n[pool.settings.branding]\n{branding}\n");
            let sources = Sources::of_text("x.toml", &text).unwrap_or_else(|p| panic!("{:?}", p.into_list()));
            let document = Document::read(&sources).unwrap_or_else(|problems| panic!("{problems:?}"));
            let Err(error) = declare::plan(&server.env, &document, PlanOptions::default()).await else {
                panic!("{branding} was taken")
            };
            assert!(format!("{error:?}").contains(wanted), "{branding}: {error:?}");
        }
    });
}
