//! A browser for tests: cookies, forms, redirects; no script. It follows redirects within the server and stops where
//! the server sends it elsewhere, as at an application's callback.

use std::collections::BTreeMap;
use std::sync::Mutex;

use reqwest::header::{COOKIE, ORIGIN, SET_COOKIE};
use reqwest::{Client, ClientBuilder, Method, RequestBuilder, Url};
use scraper::{ElementRef, Html, Selector};

/// One browser with its cookies.
pub struct Browser {
    client: Client,
    origin: Url,
    cookies: Mutex<BTreeMap<String, String>>,
    /// Sent with every request, for example `X-Forwarded-For`.
    pub headers: Vec<(&'static str, String)>,
}

/// What a browser shows.
#[derive(Debug, Clone)]
pub struct Page {
    /// The status of the last answer.
    pub status: u16,
    /// Where the browser is; a foreign address when the server sent it away.
    pub url: Url,
    /// The headers of the last answer, names in lower case.
    pub headers: BTreeMap<String, String>,
    /// The body.
    pub html: String,
}

impl Browser {
    /// A browser without cookies that visits `origin`.
    #[expect(clippy::disallowed_methods, reason = "a test's own client")]
    pub fn new(origin: &str) -> Self {
        Self::with(origin, Client::builder())
    }

    /// A browser without cookies that visits another host name of the server at `origin`.
    pub fn at_host(origin: &str, host: &str) -> Self {
        let (own, client) = other_host(origin, host);
        Self::with(&own, client)
    }

    fn with(origin: &str, client: ClientBuilder) -> Self {
        let client = client
            .redirect(reqwest::redirect::Policy::none())
            .danger_accept_invalid_certs(true)
            .build()
            .expect("a client can be built");
        Self {
            client,
            origin: Url::parse(origin).expect("an origin"),
            cookies: Mutex::default(),
            headers: Vec::new(),
        }
    }

    /// Opens a path or URL and follows redirects.
    pub async fn get(&self, target: &str) -> Page {
        self.go(Method::GET, self.resolve(target), None).await
    }

    /// Opens a path or URL and follows no redirect.
    pub async fn get_once(&self, target: &str) -> Page {
        self.once(Method::GET, self.resolve(target), None).await
    }

    /// Posts fields and follows redirects.
    pub async fn post(&self, target: &str, fields: &[(&str, &str)]) -> Page {
        let fields = fields.iter().map(|(name, value)| ((*name).to_owned(), (*value).to_owned())).collect();
        self.go(Method::POST, self.resolve(target), Some(fields)).await
    }

    /// Posts fields as the form of another site does: without cookies, which are `SameSite=Lax`. Follows no redirect.
    pub async fn cross_site(&self, target: &str, fields: &[(&str, String)]) -> Page {
        let target = self.resolve(target);
        let mut request = self.client.post(target.clone()).form(fields);
        request = request.header(ORIGIN, "https://idp.example").header("sec-fetch-site", "cross-site");
        for (name, value) in &self.headers {
            request = request.header(*name, value);
        }
        let stranger = Self::new(self.origin.as_str());
        stranger.send(request, target).await
    }

    /// Submits the form of `page` that holds an element with this name or whose action contains it, with `fields` typed in.
    pub async fn submit(&self, page: &Page, form: &str, fields: &[(&str, &str)]) -> Page {
        let (target, filled) = self.fill(page, form, fields);
        self.go(Method::POST, target, Some(filled)).await
    }

    /// As [`Browser::submit`], and follows no redirect.
    pub async fn submit_once(&self, page: &Page, form: &str, fields: &[(&str, &str)]) -> Page {
        let (target, filled) = self.fill(page, form, fields);
        self.once(Method::POST, target, Some(filled)).await
    }

    /// The address and fields that submitting a form would send.
    pub fn fill(&self, page: &Page, form: &str, fields: &[(&str, &str)]) -> (Url, Vec<(String, String)>) {
        let (action, mut filled) = page.form(form);
        for (name, value) in fields {
            let slot = filled.iter_mut().find(|(known, _)| known == name);
            let slot = slot.unwrap_or_else(|| panic!("the form has no field {name}:\n{}", page.html));
            slot.1 = (*value).to_owned();
        }
        (page.url.join(&action).expect("an action"), filled)
    }

    /// The cookie whose name begins with `prefix`.
    pub fn cookie(&self, prefix: &str) -> Option<(String, String)> {
        let cookies = self.cookies.lock().expect("cookies");
        cookies.iter().find(|(name, _)| name.starts_with(prefix)).map(|(n, v)| (n.clone(), v.clone()))
    }

    /// Sets a cookie by hand.
    pub fn set_cookie(&self, name: &str, value: &str) {
        self.cookies.lock().expect("cookies").insert(name.into(), value.into());
    }

    /// Forgets the cookies whose name begins with `prefix`.
    pub fn forget(&self, prefix: &str) {
        self.cookies.lock().expect("cookies").retain(|name, _| !name.starts_with(prefix));
    }

    /// Another browser with the same cookies as of now.
    pub fn copy(&self) -> Self {
        self.moved_to(self.origin.as_str())
    }

    /// Another browser with the same cookies as of now that visits `origin`.
    pub fn moved_to(&self, origin: &str) -> Self {
        let copy = Self::new(origin);
        *copy.cookies.lock().expect("cookies") = self.cookies.lock().expect("cookies").clone();
        copy
    }

    /// As [`Browser::get`]; the error is a server that did not answer.
    pub async fn try_get(&self, target: &str) -> Result<Page, reqwest::Error> {
        self.try_go(Method::GET, self.resolve(target), None).await
    }

    /// As [`Browser::submit`]; the error is a server that did not answer.
    pub async fn try_submit(
        &self,
        page: &Page,
        form: &str,
        fields: &[(&str, &str)],
    ) -> Result<Page, reqwest::Error> {
        let (target, filled) = self.fill(page, form, fields);
        self.try_go(Method::POST, target, Some(filled)).await
    }

    fn resolve(&self, target: &str) -> Url {
        self.origin.join(target).expect("a path or URL")
    }

    async fn go(&self, method: Method, target: Url, fields: Option<Vec<(String, String)>>) -> Page {
        self.try_go(method, target, fields).await.expect("the server answers")
    }

    async fn try_go(
        &self,
        method: Method,
        target: Url,
        fields: Option<Vec<(String, String)>>,
    ) -> Result<Page, reqwest::Error> {
        let mut page = self.try_once(method, target, fields).await?;
        for _ in 0..12 {
            let Some(location) = page.headers.get("location").filter(|_| (300..400).contains(&page.status))
            else {
                return Ok(page);
            };
            let next = page.url.join(location).expect("a redirect target");
            if next.origin() != self.origin.origin() {
                page.url = next;
                return Ok(page);
            }
            page = self.try_once(Method::GET, next, None).await?;
        }
        panic!("redirected in circles, last to {}", page.url)
    }

    async fn once(&self, method: Method, target: Url, fields: Option<Vec<(String, String)>>) -> Page {
        self.try_once(method, target, fields).await.expect("the server answers")
    }

    async fn try_once(
        &self,
        method: Method,
        target: Url,
        fields: Option<Vec<(String, String)>>,
    ) -> Result<Page, reqwest::Error> {
        let mut request = self.client.request(method.clone(), target.clone());
        if method == Method::POST {
            request = request.header(ORIGIN, self.origin.origin().ascii_serialization());
            request = request.header("sec-fetch-site", "same-origin");
        }
        if let Some(fields) = &fields {
            request = request.form(fields);
        }
        self.try_send(request, target).await
    }

    /// Sends a request of any kind with this browser's cookies.
    pub async fn send(&self, request: RequestBuilder, target: Url) -> Page {
        self.try_send(request, target).await.expect("the server answers")
    }

    async fn try_send(&self, mut request: RequestBuilder, target: Url) -> Result<Page, reqwest::Error> {
        let cookies = self.cookies.lock().expect("cookies").clone();
        if !cookies.is_empty() {
            let all: Vec<String> = cookies.iter().map(|(name, value)| format!("{name}={value}")).collect();
            request = request.header(COOKIE, all.join("; "));
        }
        for (name, value) in &self.headers {
            request = request.header(*name, value);
        }
        let response = request.send().await?;
        for line in response.headers().get_all(SET_COOKIE) {
            let line = line.to_str().expect("a cookie is text");
            let (pair, attributes) = line.split_once(';').unwrap_or((line, ""));
            let (name, value) = pair.split_once('=').expect("a cookie has a value");
            let mut jar = self.cookies.lock().expect("cookies");
            if value.is_empty() || attributes.to_ascii_lowercase().contains("max-age=0") {
                jar.remove(name.trim());
            } else {
                jar.insert(name.trim().into(), value.into());
            }
        }
        let status = response.status().as_u16();
        let mut headers = BTreeMap::new();
        for (name, value) in response.headers() {
            let value = String::from_utf8_lossy(value.as_bytes()).into_owned();
            headers
                .entry(name.as_str().to_owned())
                .and_modify(|all: &mut String| all.push_str(&format!("\n{value}")))
                .or_insert(value);
        }
        let html = response.text().await?;
        Ok(Page { status, url: target, headers, html })
    }

    /// The client under it, for requests that no form makes.
    pub fn client(&self) -> &Client {
        &self.client
    }
}

/// The origin of another host name of the server at `origin`, and a client that finds it there.
#[expect(clippy::disallowed_methods, reason = "a test's own client")]
pub fn other_host(origin: &str, host: &str) -> (String, ClientBuilder) {
    let origin = Url::parse(origin).expect("an origin");
    let port = origin.port().expect("a port");
    let client = Client::builder().resolve(host, ([127, 0, 0, 1], port).into());
    (format!("http://{host}:{port}"), client)
}

impl Page {
    /// The action and fields of the form that holds an element named `form`, or whose action contains it.
    pub fn form(&self, form: &str) -> (String, Vec<(String, String)>) {
        let document = Html::parse_document(&self.html);
        let forms = Selector::parse("form").expect("a selector");
        let inside = Selector::parse("input, select, textarea, button").expect("a selector");
        let named = |element: &ElementRef<'_>| {
            element.select(&inside).any(|field| field.value().attr("name") == Some(form))
                || element.value().attr("action").is_some_and(|action| action.contains(form))
        };
        let found = document.select(&forms).find(named);
        let found = found
            .unwrap_or_else(|| panic!("no form {form} on {} ({}):\n{}", self.url, self.status, self.html));
        let fields = found
            .select(&inside)
            .filter(|field| field.value().attr("type") != Some("button"))
            .filter(|field| {
                let toggle = matches!(field.value().attr("type"), Some("checkbox" | "radio"));
                !toggle || field.value().attr("checked").is_some()
            })
            .filter(|field| {
                let button = field.value().name() == "button" || field.value().attr("type") == Some("submit");
                !button || field.value().attr("name") == Some(form)
            })
            .filter_map(|field| {
                let name = field.value().attr("name")?.to_owned();
                Some((name, field.value().attr("value").unwrap_or_default().to_owned()))
            })
            .collect();
        (found.value().attr("action").unwrap_or_default().to_owned(), fields)
    }

    /// Where the page's links lead, as they are written.
    pub fn links(&self) -> Vec<String> {
        let links = Selector::parse("a[href]").expect("a selector");
        let document = Html::parse_document(&self.html);
        document.select(&links).filter_map(|link| link.value().attr("href").map(str::to_owned)).collect()
    }

    /// Whether the page's text contains `words`.
    pub fn says(&self, words: &str) -> bool {
        self.text().contains(words)
    }

    /// The page's text, white space folded.
    pub fn text(&self) -> String {
        let document = Html::parse_document(&self.html);
        let text: Vec<&str> = document.root_element().text().collect();
        text.join(" ").split_whitespace().collect::<Vec<_>>().join(" ")
    }

    /// Whether something on the page matches a CSS selector.
    pub fn has(&self, selector: &str) -> bool {
        let selector = Selector::parse(selector).expect("a selector");
        Html::parse_document(&self.html).select(&selector).next().is_some()
    }

    /// A header of the last answer; empty when absent.
    pub fn header(&self, name: &str) -> &str {
        self.headers.get(name).map_or("", String::as_str)
    }

    /// A parameter of the address's query.
    pub fn query(&self, name: &str) -> Option<String> {
        self.url.query_pairs().find(|(key, _)| key == name).map(|(_, value)| value.into_owned())
    }

    /// The page's path.
    pub fn path(&self) -> &str {
        self.url.path()
    }
}
