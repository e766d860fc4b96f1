//! Sign-in at other providers as pages show it: which buttons, in which order, in whose words and colours, and what a
//! provider's name cannot do.

use std::collections::BTreeSet;
use std::path::Path;

use scraper::{Html, Selector};
use vestibule::render::contexts::*;
use vestibule::render::{Frame, Page, Renderer};

fn frame() -> Frame {
    let mut frame = Frame::new("en", "Demo", "", "bm9uY2U");
    frame.application_name = Some("Field Notes".to_owned());
    frame
}

fn render<P: Page>(page: &P) -> Html {
    Html::parse_document(&source(page))
}

fn source<P: Page>(page: &P) -> String {
    let renderer = Renderer::new().expect("the templates load");
    renderer.page(&frame(), page).expect("the page renders")
}

fn sample<P: Page>(state: &str) -> P {
    let found = P::samples().into_iter().find(|(name, _)| *name == state);
    found.map(|(_, page)| page).unwrap_or_else(|| panic!("there is no sample {state}"))
}

fn selector(css: &str) -> Selector {
    Selector::parse(css).unwrap_or_else(|error| panic!("{css}: {error}"))
}

/// The texts of what `css` selects, each with its white space made single.
fn texts(document: &Html, css: &str) -> Vec<String> {
    let text = |element: scraper::ElementRef<'_>| {
        element.text().collect::<String>().split_whitespace().collect::<Vec<_>>().join(" ")
    };
    document.select(&selector(css)).map(text).collect()
}

fn count(document: &Html, css: &str) -> usize {
    document.select(&selector(css)).count()
}

#[test]
fn buttons_are_links_in_the_given_order_and_in_each_brand_s_words() {
    let page: Login = sample("providers");
    let document = render(&page);
    let labels = [
        "Continue with Google",
        "Continue with Apple",
        "Continue with Facebook",
        "Login with Amazon",
        "Continue with Example Works",
    ];
    assert_eq!(texts(&document, ".methods a.button"), labels);
    let links: Vec<_> =
        document.select(&selector(".methods a.button")).filter_map(|link| link.attr("href")).collect();
    assert!(links.iter().copied().eq(page.providers.iter().map(|provider| provider.link.as_str())));
    for brand in
        ["provider-google", "provider-apple", "provider-facebook", "provider-amazon", "button-secondary"]
    {
        assert_eq!(count(&document, &format!(".methods a.{brand} > svg[aria-hidden=true]")), 1, "{brand}");
    }
    assert_eq!(count(&document, ".last-used"), 0);
    assert_eq!(count(&document, "form"), 1);
}

#[test]
fn the_provider_used_last_comes_first_and_is_marked() {
    let document = render(&sample::<Login>("providers-last"));
    let labels = texts(&document, ".methods a.button");
    assert_eq!(labels[0], "Continue with Facebook Last used");
    assert_eq!(labels[1..3], ["Continue with Google", "Continue with Apple"]);
    assert_eq!((labels.len(), count(&document, ".last-used")), (5, 1));

    // Remembered from a time when the client had more providers.
    let document = render(&sample::<Login>("providers-last-gone"));
    assert_eq!((count(&document, ".methods a.button"), count(&document, ".last-used")), (5, 0));
}

#[test]
fn a_client_without_the_pool_s_own_accounts_offers_providers_alone() {
    for (state, buttons) in [("only-provider", 1), ("only-providers", 5), ("only-none", 0)] {
        let mut page: Login = sample(state);
        page.other_methods =
            vec![SignInMethod { channel: Channel::Email, link: "/login?by=email".to_owned() }];
        assert!(page.forgot_password_link.is_some() && page.sign_up_link.is_some(), "{state}");
        let document = render(&page);
        assert_eq!(count(&document, "main a"), buttons, "{state}");
        assert_eq!(count(&document, "main form, main input, main button"), 0, "{state}");
        assert_eq!(count(&document, ".lead"), usize::from(buttons == 0), "{state} says why it is empty");
    }
}

#[test]
fn linking_says_with_whom_and_offers_no_other_way_there() {
    let page: Login = sample("linking");
    assert!(!page.providers.is_empty());
    let document = render(&page);
    let notice = "Sign in to your existing account once to link it with Google. \
                  You already have an account with this e-mail address.";
    assert_eq!(texts(&document, "[role=status]"), [notice]);
    assert_eq!(count(&document, ".methods"), 0);
    assert_eq!(texts(&document, "main a"), ["Forgot your password?"]);
    assert_eq!(count(&document, "#signInForm [name=password]"), 1);
}

#[test]
fn the_e_mail_address_can_be_asked_first() {
    let document = render(&sample::<Identify>("any-way-providers"));
    assert_eq!(texts(&document, "#identifyForm button"), ["Next"]);
    assert_eq!(count(&document, "#identifyForm input[type=email]"), 1);
    assert_eq!(count(&document, "input[type=password]"), 0);
    assert_eq!(count(&document, ".methods a.button"), 5);
}

#[test]
fn the_page_for_once_more_leads_there_and_away() {
    let document = render(&sample::<AtProvider>("google"));
    assert_eq!(
        texts(&document, "h1, main a"),
        ["Continue with Google", "Continue with Google", "Choose another way"]
    );
    assert_eq!(texts(&document, "title"), ["Continue with Google · Demo"]);
    let document = render(&sample::<AtProvider>("problem"));
    assert_eq!(texts(&document, "title"), ["Problem: Continue with Example Works · Demo"]);
    assert_eq!(count(&document, "#problem"), 1);
    assert_eq!(count(&render(&sample::<AtProvider>("alone")), "main a"), 1);
}

#[test]
fn what_is_handed_over_arrives_unchanged() {
    let mut page: HandOver = sample("plain");
    let hostile = ["\"><script>alert(1)</script>", "a&amp;b", "'+{{ 7*7 }}", " leading and trailing "];
    page.fields.extend(hostile.map(|text| (text.to_owned(), text.to_owned())));
    let document = render(&page);
    let posted: Vec<_> = document
        .select(&selector("form input"))
        .map(|input| {
            (
                input.attr("name").unwrap_or_default().to_owned(),
                input.attr("value").unwrap_or_default().to_owned(),
            )
        })
        .collect();
    assert_eq!(posted, page.fields);
    let form = document.select(&selector("form[data-submit-now]")).next().expect("a form that sends itself");
    assert_eq!(form.attr("action"), Some(page.action.as_str()));
    assert_eq!(texts(&document, "form button"), ["Continue with Example Works"]);
    assert!(texts(&document, "main p").contains(&"You are being taken to Example Works.".to_owned()));
}

#[test]
fn every_failure_says_what_happened_and_what_to_do() {
    let mut headings = BTreeSet::new();
    for reason in ProviderProblem::ALL {
        let page = ProviderFailed { reason, ..sample("denied") };
        let document = render(&page);
        let heading = texts(&document, "h1").concat();
        assert!(texts(&document, "title").concat().starts_with(&heading), "{heading}");
        let advice = texts(&document, ".lead").concat();
        assert!(
            advice.contains("Example Works") || heading.contains("Example Works"),
            "{reason:?}: {advice}"
        );
        assert_eq!(texts(&document, ".facts code"), [reason.code(), "01JD8Z4T6Q"]);
        let ways = ["Try again with Example Works", "Choose another way", "Back to Field Notes"];
        assert_eq!(texts(&document, "main a"), ways);
        assert_eq!(count(&document, ".button-primary"), 1, "{reason:?}");
        headings.insert(heading);
    }
    assert_eq!(headings.len(), ProviderProblem::ALL.len());
    assert_eq!(count(&render(&sample::<ProviderFailed>("bare")), "main a"), 0);
    for (state, first) in [("no-retry", "Choose another way"), ("back-only", "Back to Field Notes")] {
        assert_eq!(texts(&render(&sample::<ProviderFailed>(state)), ".button-primary"), [first]);
    }
}

#[test]
fn a_provider_s_name_is_only_ever_a_name() {
    let names = [
        "<script>alert(1)</script>",
        "\"'><img src=x onerror=alert(1)>",
        "{{ 7*7 }} { $provider } &lt;b&gt;",
        "\u{202e}elgooG\u{202c}\u{2069}\u{2069} x",
        "خدمة \u{2067}المثال",
        "line\nfeed\u{0}\u{85}",
    ];
    for name in names {
        let button = ProviderButton::new(Brand::Other, name, "/x");
        let documents = [
            source(&Login { providers: vec![button.clone()], last_used: Some(0), ..sample("empty") }),
            source(&Login { linking: Some(name.to_owned()), ..sample("empty") }),
            source(&Identify { providers: vec![button.clone()], ..sample("any-way") }),
            source(&AtProvider { provider: button, ..sample("other") }),
            source(&HandOver { provider: name.to_owned(), ..sample("plain") }),
            source(&ProviderFailed {
                provider: name.to_owned(),
                back: Some(BackToApplication { name: name.to_owned(), link: "/x".to_owned() }),
                ..sample("unavailable")
            }),
        ];
        // What is seen of it: all that is written, and nothing that turns or hides the words around it.
        let hidden =
            |c: char| c.is_control() || matches!(c, '\u{202a}'..='\u{202e}' | '\u{2066}'..='\u{2069}');
        let seen: String = name.chars().filter(|c| !hidden(*c)).collect();
        for html in documents {
            assert!(!html.contains("<script>alert") && !html.contains("<img"), "{name:?}: {html}");
            let document = Html::parse_document(&html);
            let text = document.root_element().text().collect::<String>();
            assert!(text.contains(&seen), "{name:?} is not shown in {html}");
            let (mut open, mut most) = (0_i32, 0);
            for c in text.chars() {
                assert!(!matches!(c, '\u{202a}'..='\u{202e}' | '\u{2066}' | '\u{2067}' | '\0'), "{name:?}");
                open += i32::from(c == '\u{2068}') - i32::from(c == '\u{2069}');
                most = most.max(open);
                assert!((0..=1).contains(&open), "{name:?} leaves its isolation");
            }
            assert_eq!((open, most), (0, i32::from(!seen.is_ascii())), "{name:?}");
        }
    }
}

/// WCAG 2.2 §1.4.3: the words on every brand's button, at rest and under the pointer, in light and in dark.
#[test]
fn every_brand_s_words_can_be_read() {
    let path = Path::new(env!("CARGO_MANIFEST_DIR")).join("static/css/vestibule.css");
    let css = std::fs::read_to_string(path).expect("the style sheet");
    let mut checked = 0;
    for rule in css.split('}') {
        let Some((names, body)) = rule.rsplit_once('{') else { continue };
        let colour = |name: &str| {
            let value = body.split(';').find_map(|one| one.trim().strip_prefix(name)?.strip_prefix(": "));
            value.map(|value| value.trim().to_owned())
        };
        let Some(text) = colour("--brand-text") else { continue };
        for back in ["--brand-back", "--brand-hover"] {
            let back = colour(back).unwrap_or_else(|| panic!("{names} has no {back}"));
            let (front, behind) = (luminance(&text), luminance(&back));
            let contrast = (front.max(behind) + 0.05) / (front.min(behind) + 0.05);
            assert!(contrast >= 4.5, "{names}: {text} on {back} is {contrast:.2}");
        }
        checked += 1;
    }
    // Facebook and Amazon have one look. Google and Apple have two, the dark one for the system that asks for it and for
    // the theme that is dark by itself; the others wear the theme.
    assert_eq!(checked, 8);
}

fn luminance(colour: &str) -> f64 {
    let channel = |at: usize| {
        let value = u8::from_str_radix(&colour[at..at + 2], 16).expect("colours are written #rrggbb");
        let value = f64::from(value) / 255.0;
        if value <= 0.04045 { value / 12.92 } else { ((value + 0.055) / 1.055).powf(2.4) }
    };
    0.2126 * channel(1) + 0.7152 * channel(3) + 0.0722 * channel(5)
}

/// The marks are in the page itself, so they must stay small: the page with all brands is one round trip's worth.
#[test]
fn a_page_with_every_brand_is_small() {
    let html = source(&sample::<Login>("providers"));
    assert!(html.len() < 12_000, "{} bytes", html.len());
}
