//! Sign-ins a second against password hashes a second, and what they leave to others.
#![expect(clippy::disallowed_methods, reason = "a benchmark measures time, and waits")]

use std::fmt::Write;
use std::path::Path;

use reqwest::redirect::Policy;
use reqwest::{Client, Response, Url};
use vestibule::dev::seed;

use crate::ROUNDS;
use crate::load::{Wrk, finish, form};
use crate::raw;
use crate::report::{Report, note};
use crate::server::{PASSWORD, PEOPLE, Prepared, Served};

const BOTH: &str = "0,1";
const SECONDS: u64 = 6;
const CALLBACK: &str = "http://127.0.0.1:9/callback";

/// `POST /login` to its redirect against the product's own hash, and client_credentials meanwhile.
pub async fn measure(report: &mut Report) {
    let prepared = Prepared::new().await;
    let served = Served::start(&prepared, BOTH, &[]);
    let threads = std::thread::available_parallelism().map_or(2, usize::from);
    let (mut hashes, mut sign_ins) = (0.0_f64, 0.0_f64);
    let (mut hash_ms, mut p99) = (f64::INFINITY, f64::INFINITY);
    for round in 1..=ROUNDS {
        let milliseconds = (SECONDS * 1000).to_string();
        let raw = raw::measure(BOTH, &["raw-argon2", &milliseconds, &threads.to_string()]);
        hashes = hashes.max(raw[0]);
        hash_ms = hash_ms.min(raw[1]);
        let wrk = Wrk { cores: BOTH, threads: 1, connections: 8 * threads, seconds: SECONDS };
        let enough = (raw[0] * SECONDS as f64 * 1.3) as usize;
        sign_ins = sign_ins.max(run(&served, prepared.folder.path(), wrk, enough).await);

        // Again, with somebody else asking for tokens meanwhile.
        let script = login_script(&served, prepared.folder.path(), enough).await;
        let crowd = wrk.start(prepared.folder.path(), "crowd", &script, &served.url("/login"));
        let authorization = crate::throughput::basic(seed::MACHINE_CLIENT, seed::MACHINE_SECRET);
        let script = form(Some(&authorization), &["grant_type=client_credentials".into()]);
        let other = Wrk { cores: BOTH, threads: 1, connections: 1, seconds: SECONDS - 1 };
        let machine = other.run(prepared.folder.path(), "machine", &script, &served.url("/oauth2/token"));
        assert_eq!(machine.errors, 0, "{machine:?}");
        finish(crowd);
        p99 = p99.min(machine.p99_ms);
        note(&format!("round {round}: {hashes:.0} hashes/s, {sign_ins:.0} sign-ins/s, p99 {p99:.0} ms"));
    }
    report.figure("raw argon2id hashes a second, all cores", format!("{hashes:.0}"));
    report.at_least("POST /login / raw hash rate", sign_ins / hashes, 0.90, format!("{sign_ins:.0}/s"));
    report.at_most(
        "client_credentials during sign-ins on all cores, 99th percentile, in hashes",
        p99 / hash_ms,
        8.0,
        format!("{p99:.0} ms; a hash is {hash_ms:.1} ms"),
    );
}

/// Successful sign-ins a second.
pub async fn run(served: &Served, folder: &Path, wrk: Wrk<'_>, enough: usize) -> f64 {
    let script = login_script(served, folder, enough).await;
    let load = wrk.run(folder, "login", &script, &served.url("/login"));
    assert_eq!(load.errors, 0, "{load:?}");
    load.rate
}

/// A script that posts `count` sign-ins, each in a transaction of its own. What is no redirect back to the
/// authorization endpoint ends the run, so a refused sign-in cannot be counted as a fast one.
async fn login_script(served: &Served, folder: &Path, count: usize) -> String {
    let mut lines = String::new();
    for number in 0..count {
        let person = format!("bench{}@example.com", number % PEOPLE);
        let Door { path, cookie, csrf } = knock(served, number).await;
        let body = format!(
            "_csrf={}&username={}&password={}&signInSubmitButton=",
            encoded(&csrf),
            encoded(&person),
            encoded(PASSWORD)
        );
        let _ = writeln!(lines, "{path}\t{cookie}\t{body}");
    }
    let file = folder.join("sign-ins.txt");
    std::fs::write(&file, lines).expect("the list can be written");
    format!(
        r#"
local list, next = {{}}, 0
for line in io.lines("{}") do list[#list + 1] = line end
request = function()
  next = next + 1
  if next > #list then error("the list of sign-ins is used up") end
  local path, cookie, body = list[next]:match("^(.-)\t(.-)\t(.*)$")
  return wrk.format("POST", path, {{ ["Cookie"] = cookie, ["Content-Type"] = "application/x-www-form-urlencoded" }}, body)
end
response = function(status, headers, body)
  local target = headers["location"] or headers["Location"] or ""
  if status ~= 303 or not target:find("resume", 1, true) then
    io.write("refused with " .. status .. " to " .. target .. "\n")
    os.exit(1)
  end
end
"#,
        file.display()
    )
}

fn encoded(text: &str) -> String {
    url::form_urlencoded::byte_serialize(text.as_bytes()).collect()
}

/// A sign-in page that waits for its answer.
struct Door {
    path: String,
    cookie: String,
    csrf: String,
}

fn client() -> Client {
    Client::builder().redirect(Policy::none()).build().expect("a client")
}

fn authorize_url(served: &Served) -> Url {
    let parameters = [
        ("response_type", "code"),
        ("client_id", seed::CONFIDENTIAL_CLIENT),
        ("redirect_uri", CALLBACK),
        ("scope", "openid email profile"),
        ("state", "s"),
    ];
    Url::parse_with_params(&served.url("/oauth2/authorize"), parameters).expect("a URL")
}

/// Goes from the application to the sign-in page, as a browser of its own behind an address of its own.
async fn knock(served: &Served, number: usize) -> Door {
    thread_local!(static CLIENT: Client = client());
    let client = CLIENT.with(Client::clone);
    let address = format!("10.{}.{}.7", number / 256 % 256, number % 256);
    let sent = client.get(authorize_url(served)).header("x-forwarded-for", &address).send();
    let answer = sent.await.expect("the server answers");
    let path = location(&answer);
    let mut cookies = set_cookies(&answer);
    let page = client.get(served.url(&path)).header("cookie", cookies.join("; "));
    let page = page.header("x-forwarded-for", &address).send().await.expect("the server answers");
    cookies.extend(set_cookies(&page));
    let text = page.text().await.expect("a page");
    let csrf = between(&text, "name=\"_csrf\" value=\"", "\"");
    let path = between(&text, "method=\"post\" action=\"", "\"").replace("&amp;", "&");
    Door { path, cookie: cookies.join("; "), csrf }
}

fn location(answer: &Response) -> String {
    let value =
        answer.headers().get("location").unwrap_or_else(|| panic!("no redirect: {}", answer.status()));
    value.to_str().expect("an address").to_owned()
}

fn set_cookies(answer: &Response) -> Vec<String> {
    let values = answer.headers().get_all("set-cookie").iter();
    values.filter_map(|v| v.to_str().ok()?.split(';').next().map(str::to_owned)).collect()
}

fn between(text: &str, before: &str, after: &str) -> String {
    let (_, rest) = text.split_once(before).unwrap_or_else(|| panic!("no {before} in {text}"));
    rest.split(after).next().unwrap_or_default().to_owned()
}

/// Signs one person in and exchanges the code.
pub async fn refresh_token(served: &Served) -> String {
    let client = client();
    let door = knock(served, 0).await;
    let form = [("_csrf", door.csrf.as_str()), ("username", "bench0@example.com"), ("password", PASSWORD)];
    let sent = client.post(served.url(&door.path)).header("cookie", &door.cookie).form(&form).send();
    let answer = sent.await.expect("the server answers");
    let mut cookies = vec![door.cookie.clone()];
    cookies.extend(set_cookies(&answer));
    let resume = served.url(&location(&answer));
    let answer =
        client.get(resume).header("cookie", cookies.join("; ")).send().await.expect("the server answers");
    let back = Url::parse(&location(&answer)).expect("the application's address");
    let code = back.query_pairs().find(|(name, _)| name == "code").expect("a code").1.into_owned();
    let form = [("grant_type", "authorization_code"), ("code", code.as_str()), ("redirect_uri", CALLBACK)];
    let sent = client
        .post(served.url("/oauth2/token"))
        .basic_auth(seed::CONFIDENTIAL_CLIENT, Some(seed::CONFIDENTIAL_SECRET))
        .form(&form)
        .send();
    let body: serde_json::Value = sent.await.expect("the server answers").json().await.expect("JSON");
    body["refresh_token"].as_str().unwrap_or_else(|| panic!("{body}")).to_owned()
}
