//! Every page in every state and language: it renders, it is sound HTML, it leaks no markup, and every text exists.
//!
//! With `VESTIBULE_WRITE_PAGES=<folder>` set, `every_page_renders_as_sound_html` also writes the pages there, with
//! the style sheet inlined, to be looked at in a browser.

use std::collections::{BTreeMap, BTreeSet};
use std::marker::PhantomData;
use std::path::{Path, PathBuf};

use scraper::{ElementRef, Html, Selector};
use serde::{Serialize, Serializer};
use serde_json::Value;
use vestibule::for_every_page;
use vestibule::model::agreement::LegalLinks;
use vestibule::render::contexts::*;
use vestibule::render::{
    Brand, DefaultMessage, EmailBody, Frame, LANGUAGES, LanguageChoice, Message, Notice, Page, Renderer,
    TextKey, Translator, assets, direction,
};

fn frames(language: &str) -> Vec<(&'static str, Frame)> {
    let plain = Frame::new(language, "Demo", "", "bm9uY2U");
    let mut noticed = Frame::new(language, "Demo", "/us-east-1_Demo00001", "bm9uY2U");
    noticed.application_name = Some("Field Notes".to_owned());
    noticed.development = true;
    noticed.legal = Some(LegalLinks {
        terms: Some("https://www.example.com/terms".to_owned()),
        privacy: Some("https://www.example.com/privacy".to_owned()),
    });
    noticed.notice = Some(Notice::session_expired());
    vec![("plain", plain), ("noticed", noticed)]
}

#[test]
fn every_page_renders_as_sound_html() {
    let renderer = Renderer::new().expect("the templates load");
    let folder = std::env::var_os("VESTIBULE_WRITE_PAGES").map(PathBuf::from);
    // The other languages have the same markup: `every_page_speaks_every_language`.
    let looked_at: &[&str] =
        if folder.is_some() { &["en", "de", "ar", "he", "ja"] } else { &["en", "de", "ar"] };
    macro_rules! visit {
        ($($page:ident),*) => {$(
            for &language in looked_at {
                for (state, page) in $page::samples() {
                    for (around, frame) in frames(language) {
                        let html = renderer.page(&frame, &page).unwrap_or_else(|error| {
                            panic!("{} {state}: {}", $page::TEMPLATE, describe(&error))
                        });
                        let name = format!("{}-{state}-{around}-{language}", stringify!($page));
                        if let Some(folder) = &folder {
                            write_for_viewing(folder, &name, &html);
                        }
                        check_html(&name, &html);
                    }
                }
            }
        )*};
    }
    for_every_page!(visit);
}

#[test]
fn every_page_speaks_every_language() {
    let renderer = Renderer::new().expect("the templates load");
    let keys: Vec<String> = defined_keys().into_iter().filter(|key| key.contains('-')).collect();
    macro_rules! visit {
        ($($page:ident),*) => {$(
            for language in LANGUAGES {
                for (state, page) in $page::samples() {
                    let (_, mut frame) = frames(language.tag).remove(0);
                    frame.languages = LanguageChoice::new(language.tag, |_| true, "/login?lang=".to_owned());
                    let html = renderer.page(&frame, &page).unwrap_or_else(|error| {
                        panic!("{} {state}: {}", $page::TEMPLATE, describe(&error))
                    });
                    let name = format!("{} {state} {}", stringify!($page), language.tag);
                    let opening = format!("<html lang=\"{}\" dir=\"{}\"", language.tag, direction(language.tag));
                    assert!(html.contains(&opening), "{name}");
                    assert!(!html.contains("{$") && !html.contains("{ $"), "{name} lacks a value");
                    let title = html.split("<title>").nth(1).and_then(|rest| rest.split('<').next());
                    let title = title.expect("a title");
                    assert!(!keys.iter().any(|key| title.contains(key)), "{name} has the title {title}");
                    // The development server's wide pages have no foot.
                    let has_foot = html.contains("page-footer");
                    assert_eq!(html.contains("aria-current=\"true\""), has_foot, "{name}");
                }
            }
        )*};
    }
    for_every_page!(visit);
}

#[test]
fn the_sign_in_form_keeps_its_known_names() {
    let renderer = Renderer::new().expect("the templates load");
    let (_, frame) = frames("en").remove(0);
    for (state, page) in Login::samples() {
        let times = usize::from(page.shows_form);
        let document = Html::parse_document(&renderer.page(&frame, &page).expect("the page renders"));
        for once in [
            "input[name=username]#signInFormUsername[autocomplete~=username]",
            "input[name=password]#signInFormPassword[type=password][autocomplete=current-password]",
            "button[name=signInSubmitButton][type=submit]",
            "form#signInForm",
            "button[type=submit]",
        ] {
            assert_eq!(document.select(&selector(once)).count(), times, "{once} in {state}");
        }
        assert_eq!(document.select(&selector("[autofocus]")).count(), times, "{state}");
    }
}

#[test]
fn hostile_values_stay_text_in_every_page() {
    let renderer = Renderer::new().expect("the templates load");
    let hostile =
        format!("\"'><script>alert(1)</script><b onclick=x>{{{{ 7*7 }}}}&amp;{}", "x".repeat(10_000));
    let mut frame = Frame::new("en", hostile.as_str(), hostile.as_str(), "bm9uY2U");
    frame.application_name = Some(hostile.clone());
    frame.development = true;
    macro_rules! visit {
        ($($page:ident),*) => {$(
            for (state, page) in $page::samples() {
                let mut value = serde_json::to_value(&page).expect("a context serialises");
                poison(&mut value, &hostile);
                let poisoned = Poisoned::<$page> {
                    value,
                    title: page.title(),
                    title_message: page.title_message(),
                    failed: page.failed(),
                    page: PhantomData,
                };
                let html = renderer.page(&frame, &poisoned).unwrap_or_else(|error| {
                    panic!("{} {state}: {}", $page::TEMPLATE, describe(&error))
                });
                let name = format!("poisoned {} {state}", stringify!($page));
                assert!(!html.contains("<script>alert"), "{name}");
                assert!(!html.contains("<b onclick"), "{name}");
                assert!(!html.contains(">49"), "{name} evaluated what was typed");
                assert!(!html.contains("&amp;lt;"), "{name} escapes twice");
                check_markup(&name, &Html::parse_document(&html));
            }
        )*};
    }
    for_every_page!(visit);
}

#[test]
fn every_text_is_there_and_used() {
    let defined = defined_keys();
    let mut used = BTreeSet::new();
    let root = Path::new(env!("CARGO_MANIFEST_DIR"));
    for file in files_below(&root.join("templates"), "html") {
        quoted_after(&read(&file), "t(key=\"", &mut used);
    }
    for file in files_below(&root.join("src"), "rs") {
        quoted_after(&read(&file), "TextKey(\"", &mut used);
    }
    // Rust documentation shows the constructor with this word.
    used.remove("literal");
    let missing: Vec<_> = used.difference(&defined).collect();
    let unused: Vec<_> = defined.difference(&used).collect();
    assert!(missing.is_empty(), "texts without words: {missing:?}");
    assert!(unused.is_empty(), "words that nothing says: {unused:?}");
}

#[test]
fn templates_and_scripts_have_no_words_of_their_own() {
    let root = Path::new(env!("CARGO_MANIFEST_DIR"));
    for file in files_below(&root.join("templates"), "html") {
        let words = words_outside_tags(&read(&file));
        assert!(words.is_empty(), "{} says {words:?}", file.display());
    }
}

#[test]
fn a_missing_text_falls_back_and_never_fails() {
    let translator = Translator::new().expect("the locale files load");
    let message = Message::new(TextKey("login-title"));
    assert_eq!(translator.text("tlh", &message), "Sign in");
}

#[test]
fn default_messages_carry_cognitos_placeholders() {
    let renderer = Renderer::new().expect("the templates load");
    let translator = renderer.translator();
    let brand = Brand { name: "Demo <pool>".to_owned(), ..Brand::default() };
    for kind in DefaultMessage::ALL {
        let with_code = !matches!(
            kind,
            DefaultMessage::ExistingAccount
                | DefaultMessage::PasswordChanged
                | DefaultMessage::ProviderUnlinked
                | DefaultMessage::RecoveryCodeUsed
                | DefaultMessage::FactorsChanged
                | DefaultMessage::AddressInUse
                | DefaultMessage::AddressChanged
                | DefaultMessage::AddressChangedForGood
                | DefaultMessage::AddressRestored
                | DefaultMessage::AccountDeleted
                | DefaultMessage::Passkey(_)
        );
        let of = |message: Message| translator.text("en", &message.with("provider", "Corp"));
        let subject = of(kind.email_subject("Demo"));
        let body = of(kind.email_body("Demo"));
        let sms = of(kind.sms("Demo"));
        for text in [&subject, &body, &sms] {
            assert!(text.contains("Demo") && !text.contains("{$"), "{kind:?}: {text}");
        }
        assert_eq!(body.matches("{####}").count(), usize::from(with_code), "{kind:?}");
        assert_eq!(sms.matches("{####}").count(), usize::from(with_code), "{kind:?}");
        let named = kind == DefaultMessage::Invitation;
        assert_eq!(body.contains("{username}"), named, "{kind:?}");
        assert!(sms.chars().count() <= 140, "{kind:?}: {sms}");

        let html = EmailBody::paragraphs(&body, "{####}");
        assert_eq!(html.contains("<p class=\"code\" dir=\"ltr\">{####}</p>"), with_code, "{html}");
        let mail = renderer
            .email_shell(&EmailBody { language: "en", subject: &subject, html: &html, brand: &brand })
            .expect("the mail renders");
        assert!(mail.contains("Demo &lt;pool&gt;") && mail.contains(&html));
        if let Some(folder) = std::env::var_os("VESTIBULE_WRITE_PAGES") {
            write_for_viewing(Path::new(&folder), &format!("Mail-{kind:?}"), &mail);
        }
    }
}

/// A page whose context was replaced by another of the same shape.
struct Poisoned<P> {
    value: Value,
    title: TextKey,
    title_message: Message,
    failed: bool,
    page: PhantomData<P>,
}

impl<P> Serialize for Poisoned<P> {
    fn serialize<S: Serializer>(&self, serializer: S) -> Result<S::Ok, S::Error> {
        self.value.serialize(serializer)
    }
}

impl<P: Page> Page for Poisoned<P> {
    const TEMPLATE: &'static str = P::TEMPLATE;

    fn title(&self) -> TextKey {
        self.title
    }

    fn title_message(&self) -> Message {
        self.title_message.clone()
    }

    fn failed(&self) -> bool {
        self.failed
    }

    fn samples() -> Vec<(&'static str, Self)> {
        Vec::new()
    }
}

/// Replaces every string that can come from outside; words that the code itself chooses stay.
fn poison(value: &mut Value, hostile: &str) {
    const CHOSEN: [&str; 15] = [
        "key",
        "kind",
        "label",
        "hint",
        "input_type",
        "autocomplete",
        "brand",
        "heading",
        "advice",
        "channel",
        "purpose",
        "factor",
        "id",
        "name",
        "tone",
    ];
    match value {
        Value::String(text) => *text = hostile.to_owned(),
        Value::Array(items) => items.iter_mut().for_each(|item| poison(item, hostile)),
        Value::Object(members) => {
            for (name, member) in members {
                if !(CHOSEN.contains(&name.as_str()) && member.is_string()) {
                    poison(member, hostile);
                }
            }
        }
        _ => {}
    }
}

fn check_html(name: &str, html: &str) {
    assert!(html.starts_with("<!doctype html>"), "{name} would render in quirks mode");
    assert!(!html.contains("{$"), "{name} has a text without its value");
    assert!(
        !html.contains("&amp;lt;") && !html.contains("&lt;svg") && !html.contains("&lt;div"),
        "{name} escapes markup"
    );
    let document = Html::parse_document(html);
    assert!(document.errors.is_empty(), "{name}: {:?}", document.errors);
    check_markup(name, &document);
    check_forms(name, &document);
}

/// Nothing the content security policy would refuse, and references that lead somewhere.
fn check_markup(name: &str, document: &Html) {
    let mut ids = BTreeSet::new();
    for element in document.select(&selector("[id]")) {
        assert!(ids.insert(attribute(element, "id")), "{name} repeats the id {}", attribute(element, "id"));
    }
    for element in document.select(&selector("*")) {
        for (attribute, value) in element.value().attrs() {
            assert!(
                attribute != "style" && !attribute.starts_with("on"),
                "{name} has {attribute} on {element:?}"
            );
            if ["aria-describedby", "aria-labelledby", "aria-controls", "for"].contains(&attribute) {
                for id in value.split_whitespace() {
                    assert!(ids.contains(id), "{name}: {attribute} names {id}, which is not there");
                }
            }
            if attribute == "href" && value.starts_with('#') {
                assert!(ids.contains(&value[1..]), "{name} links to {value}, which is not there");
            }
        }
    }
    for script in document.select(&selector("script")) {
        assert!(script.inner_html().is_empty(), "{name} has an inline script");
        assert_eq!(attribute(script, "nonce"), "bm9uY2U", "{name}");
    }
    for loaded in document.select(&selector("script[src], link[href], img[src]")) {
        let address = loaded.attr("src").or_else(|| loaded.attr("href")).unwrap_or_default();
        let path = address.strip_prefix(assets::PREFIX).unwrap_or_else(|| panic!("{name} loads {address}"));
        assert!(assets::asset(path).is_some_and(|asset| asset.immutable), "{name} loads {address}");
    }
    assert_eq!(document.select(&selector("style, link[rel=stylesheet]")).count(), 2, "{name}");
    for style in document.select(&selector("style, link[rel=stylesheet]")) {
        assert_eq!(attribute(style, "nonce"), "bm9uY2U", "{name}");
    }
    assert_eq!(document.select(&selector("h1")).count(), 1, "{name}");
    assert_eq!(document.select(&selector("main")).count(), 1, "{name}");
}

fn check_forms(name: &str, document: &Html) {
    for form in document.select(&selector("form")) {
        // The gallery only looks.
        if attribute(form, "action") == "/dev/themes" {
            assert_eq!(attribute(form, "method"), "get", "{name}");
            continue;
        }
        assert_eq!(attribute(form, "method"), "post", "{name}");
        if form.attr("data-submit-now").is_some() {
            check_hand_over(name, form);
            continue;
        }
        assert!(attribute(form, "action").starts_with('/'), "{name}");
        assert_eq!(form.select(&selector("input[type=hidden][name=_csrf]")).count(), 1, "{name}");
    }
    for input in document.select(&selector("input:not([type=hidden]):not([hidden]), select, textarea")) {
        let label = format!("label[for='{}']", attribute(input, "id"));
        assert_eq!(document.select(&selector(&label)).count(), 1, "{name}: {label}");
        let typed = attribute(input, "type");
        if typed == "password" || attribute(input, "name") == "code" {
            assert_eq!(input.attr("value"), None, "{name} gives a secret back");
        }
    }
    for button in document.select(&selector("button, a")) {
        let spoken = button.text().collect::<String>();
        assert!(
            !spoken.trim().is_empty() || button.attr("aria-label").is_some(),
            "{name} has a nameless button"
        );
    }
    for invalid in document.select(&selector("[aria-invalid]")) {
        let described = attribute(invalid, "aria-describedby");
        assert!(described.contains("-error"), "{name}: {described}");
    }
}

/// A form for another site: nothing in it but what that site is to get, and a button for browsers without script.
fn check_hand_over(name: &str, form: ElementRef<'_>) {
    assert!(attribute(form, "action").starts_with("https://"), "{name}");
    assert_eq!(form.select(&selector("[name=_csrf]")).count(), 0, "{name} gives its token away");
    assert_eq!(form.select(&selector("input:not([type=hidden]), button[name]")).count(), 0, "{name}");
    assert_eq!(form.select(&selector("button[type=submit]")).count(), 1, "{name}");
}

fn selector(css: &str) -> Selector {
    Selector::parse(css).unwrap_or_else(|error| panic!("{css}: {error}"))
}

fn attribute(element: ElementRef<'_>, name: &str) -> String {
    element.attr(name).unwrap_or_default().to_owned()
}

fn describe(error: &dyn std::error::Error) -> String {
    let mut text = error.to_string();
    let mut source = error.source();
    while let Some(cause) = source {
        text.push_str(&format!(": {cause}"));
        source = cause.source();
    }
    text
}

/// The pages' own addresses only exist on a server, so the style sheet and script are put into the file.
fn write_for_viewing(folder: &Path, name: &str, html: &str) {
    let mut html = html.to_owned();
    let root = Path::new(env!("CARGO_MANIFEST_DIR")).join("static");
    if let Some(link) =
        html.lines().find(|line| line.starts_with("<link rel=\"stylesheet\"")).map(ToOwned::to_owned)
    {
        html = html.replace(&link, &format!("<style>{}</style>", read(&root.join("css/vestibule.css"))));
    }
    if let Some(script) = html.lines().find(|line| line.starts_with("<script nonce")).map(ToOwned::to_owned) {
        html = html.replace(&script, "");
        html.push_str(&format!("<script>{}</script>", read(&root.join("js/page.js"))));
    }
    std::fs::create_dir_all(folder).expect("the folder can be made");
    std::fs::write(folder.join(format!("{name}.html")), html).expect("the page can be written");
}

fn read(path: &Path) -> String {
    std::fs::read_to_string(path).unwrap_or_else(|error| panic!("{}: {error}", path.display()))
}

fn files_below(folder: &Path, extension: &str) -> Vec<PathBuf> {
    let mut found = Vec::new();
    for entry in std::fs::read_dir(folder).unwrap_or_else(|error| panic!("{}: {error}", folder.display())) {
        let path = entry.expect("the folder can be read").path();
        if path.is_dir() {
            found.extend(files_below(&path, extension));
        } else if path.extension().is_some_and(|ends| ends == extension) {
            found.push(path);
        }
    }
    found
}

/// The keys of the English locale files; a key in two files is refused when they are loaded.
fn defined_keys() -> BTreeSet<String> {
    let folder = Path::new(env!("CARGO_MANIFEST_DIR")).join("templates/locales/en");
    files_below(&folder, "ftl")
        .iter()
        .flat_map(|file| read(file).lines().map(ToOwned::to_owned).collect::<Vec<_>>())
        .filter(|line| line.starts_with(|first: char| first.is_ascii_alphabetic()))
        .filter_map(|line| line.split_once(" =").map(|(key, _)| key.to_owned()))
        .collect()
}

fn quoted_after(source: &str, opening: &str, into: &mut BTreeSet<String>) {
    for rest in source.split(opening).skip(1) {
        if let Some((key, _)) = rest.split_once('"') {
            into.insert(key.to_owned());
        }
    }
}

/// What stands between tags in a template once its expressions and comments are gone, and in the attributes that are
/// read aloud or shown.
fn words_outside_tags(template: &str) -> BTreeMap<String, usize> {
    let mut text = String::new();
    let mut rest = template;
    while let Some(start) = rest.find(['{', '<']) {
        text.push_str(&rest[..start]);
        let opening = &rest[start..];
        let end = [("{#", "#}"), ("{%", "%}"), ("{{", "}}"), ("<style", "</style>"), ("<", ">")]
            .iter()
            .find(|(open, _)| opening.starts_with(open))
            .and_then(|(_, close)| opening.find(close).map(|at| at + close.len()));
        text.push(' ');
        rest = &opening[end.unwrap_or(1)..];
    }
    text.push_str(rest);
    // The names of the prompt values are the protocol's own words.
    const PROTOCOL: [&str; 3] = ["login", "none", "select_account"];
    let mut words = BTreeMap::new();
    for word in text.split_whitespace() {
        if word.chars().any(char::is_alphabetic) && !PROTOCOL.contains(&word) {
            *words.entry(word.to_owned()).or_default() += 1;
        }
    }
    words
}
