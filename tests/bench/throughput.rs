//! Tokens a second against signatures a second, and pages in the process.
#![expect(clippy::disallowed_methods, reason = "a benchmark measures time, and waits")]

use std::time::{Duration, Instant};

use base64::Engine;
use base64::engine::general_purpose::STANDARD;
use vestibule::dev::seed;
use vestibule::model::branding::Branding;
use vestibule::render::contexts::Login;
use vestibule::render::{Frame, LANGUAGES, Page, Renderer};

use crate::ROUNDS;
use crate::load::{Load, Wrk, form};
use crate::raw;
use crate::report::{Report, note};
use crate::server::{ES256_CLIENT, ES256_SECRET, Prepared, Served};
use crate::sign_in;

/// The core of the server, and that of the load.
const SERVER: &str = "0";
const GENERATOR: &str = "1";
const SECONDS: u64 = 4;

/// How often the default page and another one are measured in turns; the best of each counts.
const TURNS: usize = 50;

/// client_credentials with RS256 and ES256, and refresh, each against the raw signing rate of the server's core.
pub async fn measure(report: &mut Report) {
    let prepared = Prepared::new().await;
    let mut starts: Vec<f64> = Vec::new();
    for _ in 0..ROUNDS {
        starts.push(Served::start(&prepared, SERVER, &[]).started_in.as_secs_f64() * 1000.0);
    }
    let start = starts.iter().copied().fold(f64::INFINITY, f64::min);
    report.at_most("start on an existing database to the first answer, ms", start, 150.0, "one core");

    let served = Served::start(&prepared, SERVER, &[]);
    let refresh_token = sign_in::refresh_token(&served).await;
    let machine = basic(seed::MACHINE_CLIENT, seed::MACHINE_SECRET);
    let elliptic = basic(ES256_CLIENT, ES256_SECRET);
    let confidential = basic(seed::CONFIDENTIAL_CLIENT, seed::CONFIDENTIAL_SECRET);
    let refresh = format!("grant_type=refresh_token&refresh_token={refresh_token}");

    let (mut signing, mut rs256, mut es256, mut refreshing) = (0.0_f64, 0.0_f64, 0.0_f64, 0.0_f64);
    let wrk = Wrk { cores: GENERATOR, threads: 1, connections: 8, seconds: SECONDS };
    let run = |name: &str, authorization: &str, body: &str| -> Load {
        let script = form(Some(authorization), &[body.to_owned()]);
        let load = wrk.run(prepared.folder.path(), name, &script, &served.url("/oauth2/token"));
        assert_eq!(load.errors, 0, "{name}: {load:?}");
        load
    };
    for round in 1..=ROUNDS {
        let milliseconds = SECONDS * 1000;
        let mut busy = raw::spin(GENERATOR, milliseconds);
        signing = signing.max(raw::measure(SERVER, &["raw-rsa", &milliseconds.to_string()])[0]);
        let _ = busy.wait();
        rs256 = rs256.max(run("rs256", &machine, "grant_type=client_credentials").rate);
        es256 = es256.max(run("es256", &elliptic, "grant_type=client_credentials").rate);
        refreshing = refreshing.max(run("refresh", &confidential, &refresh).rate);
        note(&format!(
            "round {round}: {signing:.0} signatures/s, {rs256:.0} RS256, {es256:.0} ES256, {refreshing:.0} refreshes"
        ));
    }
    report.figure("raw RSA-2048 signatures a second, one core", format!("{signing:.0}"));
    report.at_least(
        "client_credentials RS256 / raw signing rate",
        rs256 / signing,
        0.70,
        format!("{rs256:.0}/s"),
    );
    report.at_least("client_credentials ES256 / RS256", es256 / rs256, 4.0, format!("{es256:.0}/s"));
    report.at_least(
        "refresh, two RS256 tokens / half the raw signing rate",
        refreshing / (signing / 2.0),
        0.70,
        format!("{refreshing:.0}/s"),
    );
}

/// The header that proves a client (RFC 7617).
pub fn basic(id: &str, secret: &str) -> String {
    format!("Basic {}", STANDARD.encode(format!("{id}:{secret}")))
}

/// The sign-in page from its context to its bytes, one thread.
pub fn measure_page(report: &mut Report) {
    let renderer = Renderer::new().expect("the templates load");
    let (_, page) = Login::samples().into_iter().next().expect("a sample");
    let frame = Frame::new("en", "Demo", "", "c2FtcGxlbm9uY2U");
    let mut best = 0.0_f64;
    for _ in 0..ROUNDS {
        let (start, mut count) = (Instant::now(), 0.0);
        while start.elapsed() < Duration::from_secs(1) {
            std::hint::black_box(renderer.page(&frame, &page).expect("the page renders"));
            count += 1.0;
        }
        best = best.max(count / start.elapsed().as_secs_f64());
    }
    report.at_least(
        "/login from context to bytes, thousands a second, one thread",
        best / 1000.0,
        20.0,
        "in process",
    );
    measure_looks(report, &renderer, &page);
}

/// The same page in every theme and language, each beside the default one in turns, so that noise meets both.
fn measure_looks(report: &mut Report, renderer: &Renderer, page: &Login) {
    let plain = Frame::new("en", "Demo", "", "c2FtcGxlbm9uY2U");
    let mut worst: Option<(f64, String)> = None;
    let mut compare = |name: &str, frame: &Frame| {
        let (mut default, mut other) = (f64::MAX, f64::MAX);
        for _ in 0..TURNS {
            default = default.min(seconds_of(renderer, &plain, page));
            other = other.min(seconds_of(renderer, frame, page));
        }
        let ratio = default / other;
        if worst.as_ref().is_none_or(|(least, _)| ratio < *least) {
            worst = Some((ratio, name.to_owned()));
        }
    };
    for (theme, _) in renderer.themes() {
        let branding = Branding { theme: Some(theme.clone()), ..Branding::default() };
        compare(&theme, &Frame { branding: Some(branding), ..plain.clone() });
    }
    for language in LANGUAGES {
        compare(language.tag, &Frame { language: language.tag.to_owned(), ..plain.clone() });
    }
    let (ratio, name) = worst.expect("there are themes");
    report.at_least("/login in the slowest theme or language / the default", ratio, 0.9, name);
}

/// How long a hundred pages take.
fn seconds_of(renderer: &Renderer, frame: &Frame, page: &Login) -> f64 {
    let start = Instant::now();
    for _ in 0..100 {
        std::hint::black_box(renderer.page(frame, page).expect("the page renders"));
    }
    start.elapsed().as_secs_f64()
}
