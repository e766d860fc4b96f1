//! `/dev/themes`: every page in every state, side by side, in a theme, language and mode of one's choice.

use actix_web::http::StatusCode;
use actix_web::http::header::{CONTENT_SECURITY_POLICY, X_FRAME_OPTIONS};
use actix_web::web::{ServiceConfig, resource};
use actix_web::{HttpRequest, HttpResponse};

use crate::model::branding::{Branding, ColorScheme, Layout};
use crate::render::contexts::{ErrorKind, GalleryChoice, GalleryFrame, ThemeGallery};
use crate::render::samples::{self, Sample};
use crate::render::{Frame, Message, TextKey};
use crate::web::edge::{self, RequestFacts};
use crate::web::form::QueryParameters;
use crate::web::{WebError, get_or_head};

const PATH: &str = "/dev/themes";
const ONE_PAGE: &str = "/dev/themes/page";

/// The pages that are shown where none is asked for: the first state of each.
const ALL_PAGES: &str = "";

pub(super) fn routes(routes: &mut ServiceConfig) {
    routes
        .service(resource(PATH).route(get_or_head().to(get)))
        .service(resource(ONE_PAGE).route(get_or_head().to(get_page)));
}

/// What the query asks for.
struct Wish {
    theme: String,
    language: String,
    scheme: Option<ColorScheme>,
    page: String,
    narrow: bool,
}

impl Wish {
    fn of(request: &HttpRequest, query: &QueryParameters) -> Self {
        let facts = RequestFacts::of(request);
        let env = edge::env(request);
        let get = |name: &str| query.0.get(name).unwrap_or_default().to_owned();
        let asked = get("language");
        let known = env.renderer.translator().languages().any(|language| language == asked);
        let theme = get("theme");
        Self {
            theme: if theme.is_empty() { "default".to_owned() } else { theme },
            language: if known { asked } else { facts.language.tag },
            scheme: match get("mode").as_str() {
                "light" => Some(ColorScheme::Light),
                "dark" => Some(ColorScheme::Dark),
                _ => None,
            },
            page: get("page"),
            narrow: get("width") != "desktop",
        }
    }

    fn mode(&self) -> &'static str {
        self.scheme.map_or("", ColorScheme::word)
    }
}

async fn get(request: HttpRequest, query: QueryParameters) -> Result<HttpResponse, WebError> {
    let (env, facts) = (edge::env(&request), RequestFacts::of(&request));
    let wish = Wish::of(&request, &query);
    let say = |key| env.renderer.translator().text(&facts.language.tag, &Message::new(key));
    let choice = |value: &str, name: String, chosen: &str| GalleryChoice {
        value: value.to_owned(),
        name,
        chosen: value == chosen,
    };
    let plain = |value: &str, chosen: &str| choice(value, value.to_owned(), chosen);
    let all: Vec<Sample> = everything().into_iter().filter(Sample::is_public).collect();
    let mut names: Vec<&str> = all.iter().map(|sample| sample.page).collect();
    names.dedup();
    let mut pages = vec![choice(ALL_PAGES, say(TextKey("themes-all-pages")), &wish.page)];
    pages.extend(names.iter().map(|name| plain(name, &wish.page)));
    let first = |sample: &&Sample| {
        all.iter().find(|other| other.page == sample.page).is_some_and(|other| other.state == sample.state)
    };
    let shown = all
        .iter()
        .filter(|sample| if wish.page == ALL_PAGES { first(sample) } else { sample.page == wish.page });
    let gallery = ThemeGallery {
        themes: env
            .renderer
            .themes()
            .iter()
            .map(|(name, theme)| {
                let title = if theme.title.is_empty() { name.clone() } else { theme.title.clone() };
                choice(name, title, &wish.theme)
            })
            .collect(),
        languages: env.renderer.translator().languages().map(|one| plain(one, &wish.language)).collect(),
        modes: vec![
            choice("", say(TextKey("themes-mode-auto")), wish.mode()),
            choice("light", say(TextKey("themes-mode-light")), wish.mode()),
            choice("dark", say(TextKey("themes-mode-dark")), wish.mode()),
        ],
        pages,
        widths: vec![
            choice("phone", say(TextKey("themes-width-phone")), if wish.narrow { "phone" } else { "" }),
            choice("desktop", say(TextKey("themes-width-desktop")), if wish.narrow { "" } else { "desktop" }),
        ],
        faults: env.renderer.faults().iter().map(ToString::to_string).collect(),
        frames: shown.map(|sample| frame_of(sample, &wish)).collect(),
        narrow: wish.narrow,
    };
    let mut frame = Frame::new(&facts.language.tag, "Vestibule", "", &facts.nonce);
    frame.development = true;
    let body = env.renderer.page(&frame, &gallery);
    let body = body.map_err(|error| WebError::Internal(format!("the gallery: {error:?}")))?;
    let nonce = &facts.nonce;
    let policy = format!(
        "default-src 'none'; script-src 'nonce-{nonce}'; style-src 'nonce-{nonce}'; img-src 'self' data:; \
         frame-src 'self'; form-action 'self'; frame-ancestors 'none'; base-uri 'none'"
    );
    Ok(html(body).insert_header((CONTENT_SECURITY_POLICY, policy)).finish_with())
}

/// One page in one state. It may stand in a frame of this server's own pages, which no real page may.
async fn get_page(request: HttpRequest, query: QueryParameters) -> Result<HttpResponse, WebError> {
    let (env, facts) = (edge::env(&request), RequestFacts::of(&request));
    let wish = Wish::of(&request, &query);
    let state = query.0.get("state").unwrap_or_default();
    let all = everything();
    let sample =
        all.iter().find(|sample| sample.page == wish.page && (state.is_empty() || sample.state == state));
    let sample = sample.ok_or_else(|| WebError::not_found(ErrorKind::NotFound))?;
    let mut frame = samples::frame(&wish.language, "Harbour Books", &facts.nonce);
    frame.application_name = Some("Reading Room".to_owned());
    let layout = Layout { scheme: wish.scheme, ..Layout::default() };
    frame.branding = Some(Branding { theme: Some(wish.theme), layout, ..Branding::default() });
    let body = sample.render(&env.renderer, &frame);
    let body = body.map_err(|error| WebError::Internal(format!("{sample:?}: {error:?}")))?;
    // A mail has its rules inside of it, without a nonce, and no script at all.
    let own = if sample.is_mail() {
        "style-src 'unsafe-inline'".to_owned()
    } else {
        format!("script-src 'nonce-{0}'; style-src 'nonce-{0}'", facts.nonce)
    };
    let policy = format!(
        "default-src 'none'; {own}; img-src 'self' data:; form-action 'none'; frame-ancestors 'self'; base-uri 'none'"
    );
    Ok(html(body)
        .insert_header((CONTENT_SECURITY_POLICY, policy))
        .insert_header((X_FRAME_OPTIONS, "SAMEORIGIN"))
        .finish_with())
}

/// Pages and mails.
fn everything() -> Vec<Sample> {
    samples::samples().into_iter().chain(samples::mails()).collect()
}

fn frame_of(sample: &Sample, wish: &Wish) -> GalleryFrame {
    let query = [
        ("page", sample.page),
        ("state", sample.state),
        ("theme", wish.theme.as_str()),
        ("language", wish.language.as_str()),
        ("mode", wish.mode()),
    ];
    let query = url::form_urlencoded::Serializer::new(String::new()).extend_pairs(query).finish();
    GalleryFrame { name: format!("{} {}", sample.page, sample.state), link: format!("{ONE_PAGE}?{query}") }
}

/// A document in the making.
struct Document(actix_web::HttpResponseBuilder, String);

fn html(body: String) -> Document {
    let mut response = HttpResponse::build(StatusCode::OK);
    response.content_type("text/html; charset=utf-8");
    Document(response, body)
}

impl Document {
    fn insert_header(mut self, header: impl actix_web::http::header::TryIntoHeaderPair) -> Self {
        self.0.insert_header(header);
        self
    }

    fn finish_with(mut self) -> HttpResponse {
        self.0.body(self.1)
    }
}
