//! `/dev/themes`.

use crate::support::database::block_on;
use crate::support::server::TestServer;

#[test]
fn the_gallery_shows_every_page_and_its_frames_stay_inside_the_server() {
    block_on(async {
        let server = TestServer::start().await;
        let browser = server.browser();
        let gallery = browser.get("/dev/themes?theme=folio&mode=dark").await;
        assert_eq!(gallery.status, 200);
        assert!(gallery.header("content-security-policy").contains("frame-src 'self'"));
        assert!(gallery.header("content-security-policy").contains("frame-ancestors 'none'"));
        let frames: Vec<&str> = gallery.html.split("<iframe ").skip(1).collect();
        assert!(frames.len() > 15, "{} pages", frames.len());
        assert!(gallery.has("select#theme option[value=folio][selected]"));

        let page = browser.get("/dev/themes/page?page=Login&theme=folio&mode=dark").await;
        assert_eq!(page.status, 200);
        assert!(page.has("html[data-scheme=dark]") && page.html.contains("4px double var(--accent)"));
        let policy = page.header("content-security-policy");
        assert!(
            policy.contains("frame-ancestors 'self'") && policy.contains("form-action 'none'"),
            "{policy}"
        );
        assert_eq!(page.header("x-frame-options"), "SAMEORIGIN");

        let mail = browser.get("/dev/themes/page?page=Mail&theme=folio&mode=dark").await;
        assert_eq!(mail.status, 200);
        assert!(mail.html.contains("<meta name=\"color-scheme\" content=\"dark\">"), "{}", mail.html);
        // Its rules stand inside of it; nothing else may run or load.
        let policy = mail.header("content-security-policy");
        assert!(policy.contains("style-src 'unsafe-inline'") && !policy.contains("script-src"), "{policy}");

        let all_states = browser.get("/dev/themes?page=Login&width=desktop").await;
        assert!(all_states.html.matches("<iframe ").count() > 3);
        for missing in
            ["/dev/themes/page", "/dev/themes/page?page=Nothing", "/dev/themes/page?page=Login&state=none"]
        {
            assert_eq!(browser.get(missing).await.status, 404, "{missing}");
        }
        let hostile = browser.get("/dev/themes?theme=%22%3E%3Cscript%3E&language=..&page=%3Cb%3E").await;
        assert!(hostile.status == 200 && !hostile.html.contains("<script>") && !hostile.html.contains("<b>"));
        // A real page may stand in no frame at all.
        let real = browser.get("/us-east-1_Demo00001/").await;
        assert_eq!(real.header("x-frame-options"), "DENY");
    });
}
