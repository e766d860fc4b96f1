//! Looks that would hide what a person must see, set the way an administrator sets them.

use vestibule::directory::{DirectoryError, clients, pools};
use vestibule::model::branding::{Branding, Layout, Placement, SharedText};
use vestibule::model::ids::{ClientId, PoolId};
use vestibule::render::Theme;

use crate::support::database::block_on;
use crate::support::server::TestServer;

fn css(source: &str) -> Branding {
    Branding { css: Some(SharedText::from(source)), ..Branding::default() }
}

#[test]
fn a_branding_that_hides_something_is_refused() {
    let side = Branding {
        layout: Layout { placement: Some(Placement::Split), ..Layout::default() },
        ..css(".side{width:100%}")
    };
    let on_the_page = Branding { theme: Some("cove".into()), ..css(".page{background:#14161d}") };
    for branding in [
        css(".field,.card-header{color:#ffffff}"),
        css(".page{background:#565c6d}.place:active,.bar:active{color:#fff}"),
        css(".page{background:#14161d}.place,.bar,.bar-name,.nav-link{color:#fff}"),
        css(".card{background-image:linear-gradient(#000,#000);background-size:0 0}.label{color:#ffffff}"),
        css(".page-footer{font-size:4em;padding-top:12.5em}.place{font-size:4em;margin-top:12.5em}"),
        css(".input{box-shadow:0 0 0 80rem #ffffff}"),
        css(".input{outline:20px solid #ffffff}"),
        side,
        on_the_page,
    ] {
        let source = branding.css.clone();
        assert!(Theme::check_branding(&branding, false).is_err(), "{source:?} was taken");
    }
}

#[test]
fn a_pools_change_may_not_hide_the_texts_of_its_clients() {
    block_on(async {
        let server = TestServer::start().await;
        let id = PoolId::parse("us-east-1_Demo00001").expect("an id");
        let pool = pools::find(&server.env, &id).await.expect("an answer").expect("the pool");
        let client = ClientId::parse("demoweb").expect("an id");
        let own = css("@media (prefers-color-scheme:light){.card,.page{background-color:#ffffff}}");
        clients::change(&server.env, &pool, &client, move |client| {
            client.settings.branding = own.clone();
            Ok(())
        })
        .await
        .expect("a white card");
        let dark = |pool: &mut vestibule::model::pool::UserPool| {
            let tokens = [("text", "#ffffff"), ("background", "#101010"), ("background-2", "#101010")];
            let more = [
                ("surface", "#101010"),
                ("raised", "#101010"),
                ("field", "#101010"),
                ("info-soft", "#101010"),
            ];
            for (name, value) in
                tokens.into_iter().chain(more).chain([("muted", "#eeeeee"), ("link", "#eeeeee")])
            {
                pool.settings.branding.light.insert(name.into(), value.into());
            }
            for name in ["danger", "success", "info", "warning", "focus"] {
                pool.settings.branding.light.insert(name.into(), "#dddddd".into());
            }
            for name in ["danger-soft", "success-soft", "warning-soft"] {
                pool.settings.branding.light.insert(name.into(), "#101010".into());
            }
            Ok(())
        };
        let refused =
            pools::change(&server.env, &id, dark).await.expect_err("white on the client's white card");
        let DirectoryError::InvalidSetting(sentence) = refused else { panic!("{refused:?}") };
        assert!(sentence.contains("the client") && sentence.contains("nobody could read"), "{sentence}");
        clients::change(&server.env, &pool, &client, |client| {
            client.settings.branding = Branding::default();
            Ok(())
        })
        .await
        .expect("nothing of its own");
        pools::change(&server.env, &id, dark).await.expect("nobody is hurt any more");
    });
}
