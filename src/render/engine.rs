//! The template engine: loads the embedded templates and renders pages and mails.
//!
//! A page's template extends `layout.html` and is rendered first, without the nonce in reach; the result is
//! then set into `document.html`, which alone has it. So no replaced page template can use the nonce.

use std::borrow::Cow;
use std::collections::BTreeMap;
use std::sync::Arc;

use rust_embed::RustEmbed;
use tera::{Context, Kwargs, State, Tera, TeraResult, Value};

use super::own_texts::{self, Speaking};
use super::{Argument, EmailBody, Frame, Page, Theme, ThemeError, Translator, TranslatorError};
use super::{assets, direction, moments};

#[derive(RustEmbed)]
#[folder = "$CARGO_MANIFEST_DIR/templates"]
pub(super) struct Templates;

/// Why something could not be rendered.
#[derive(Debug, thiserror::Error)]
pub enum RenderError {
    /// A template does not parse, or lacks something from its context.
    #[error("a template failed")]
    Template(#[from] tera::Error),
    /// A template is not UTF-8.
    #[error("the template {0} is not UTF-8")]
    Encoding(String),
    /// The texts cannot be loaded.
    #[error(transparent)]
    Translator(#[from] TranslatorError),
    /// The theme cannot be used.
    #[error(transparent)]
    Theme(#[from] ThemeError),
}

/// Renders pages and mails. Made once, shared by all threads.
pub struct Renderer {
    tera: Tera,
    translator: Arc<Translator>,
    /// The built-in themes by name.
    themes: BTreeMap<String, Dress>,
}

/// A theme as pages wear it.
#[derive(Clone, Default)]
struct Dress {
    css: String,
    /// The logo's address.
    logo: Option<String>,
}

impl Renderer {
    /// Loads the embedded templates and texts, and the default theme.
    ///
    /// # Errors
    /// Anything embedded that does not parse.
    pub fn new() -> Result<Self, RenderError> {
        let translator = Arc::new(Translator::new()?);
        let themes = Theme::built_in_names().into_iter().map(|name| {
            let theme = Theme::built_in(&name)?;
            let logo = theme.logo.as_deref().and_then(assets::url);
            Ok((name, Dress { css: theme.css(), logo }))
        });
        let themes = themes.collect::<Result<_, ThemeError>>()?;
        let mut tera = Tera::new();
        register(&mut tera, &translator);
        tera.add_raw_templates(template_sources()?)?;
        Ok(Self { tera, translator, themes })
    }

    /// The texts.
    pub fn translator(&self) -> &Translator {
        &self.translator
    }

    /// A complete HTML document: `page` in its surroundings.
    ///
    /// # Errors
    /// A template that asks for something its context lacks; the test suite renders every sample, so this is
    /// a defect.
    pub fn page<P: Page>(&self, frame: &Frame, page: &P) -> Result<String, RenderError> {
        let _own_words = Speaking::with(&frame.texts);
        let dress = self.dress(frame);
        let mut context = Context::new();
        context.insert("lang", &frame.language);
        context.insert("frame", frame);
        context.insert("logo", &dress.logo);
        context.insert_value("page", Value::try_from_serializable(page)?);
        let content = self.tera.render(P::TEMPLATE, &context)?;

        let mut document = Context::new();
        document.insert("lang", &frame.language);
        document.insert("direction", direction(&frame.language));
        document.insert("title", &page.title_message());
        document.insert("failed", &page.failed());
        document.insert("script", &page.script());
        document.insert("pool_name", &frame.pool_name);
        document.insert("nonce", &frame.nonce);
        document.insert_value("theme_css", Value::safe_string(&dress.css));
        document.insert_value("content", Value::safe_string(&content));
        Ok(self.tera.render("document.html", &document)?)
    }

    /// The theme of a page with what its pool and client have changed in it. A theme that an upgrade took away falls
    /// back to the default one: better another colour than no sign-in.
    fn dress(&self, frame: &Frame) -> Cow<'_, Dress> {
        let name = frame.branding.as_ref().and_then(|branding| branding.theme.as_deref());
        let named = name.and_then(|name| self.themes.get(name));
        let theme = named.or_else(|| self.themes.get(super::theme::DEFAULT));
        let theme = theme.map_or_else(Cow::default, Cow::Borrowed);
        let Some(branding) = &frame.branding else { return theme };
        let mut theme = theme.into_owned();
        theme.css.push_str(&Theme::changes_css(branding));
        theme.logo = branding.logo.clone().or(theme.logo);
        Cow::Owned(theme)
    }

    /// A complete HTML mail around `body`.
    ///
    /// # Errors
    /// As [`Self::page`].
    pub fn email_shell(&self, body: &EmailBody<'_>) -> Result<String, RenderError> {
        let mut context = Context::new();
        context.insert("lang", body.language);
        context.insert("direction", direction(body.language));
        context.insert("subject", body.subject);
        context.insert("brand", body.brand);
        context.insert_value("content", Value::safe_string(body.html));
        Ok(self.tera.render("messages/shell.html", &context)?)
    }
}

impl std::fmt::Debug for Renderer {
    fn fmt(&self, f: &mut std::fmt::Formatter<'_>) -> std::fmt::Result {
        f.debug_struct("Renderer").field("translator", &self.translator).finish_non_exhaustive()
    }
}

fn template_sources() -> Result<Vec<(String, String)>, RenderError> {
    Templates::iter()
        .filter(|name| name.ends_with(".html"))
        .filter_map(|name| Templates::get(&name).map(|file| (name.into_owned(), file.data)))
        .map(|(name, data)| match String::from_utf8(data.into_owned()) {
            Ok(source) => Ok((name, source)),
            Err(_) => Err(RenderError::Encoding(name)),
        })
        .collect()
}

/// `t(key="…", name=value…)`: the text of a key. `say(message=…)`: a `Message` from the context.
/// Both read `lang` from the template's state; a component must therefore take `@lang`.
/// `asset(file="…")`: the address of a static file.
fn register(tera: &mut Tera, translator: &Arc<Translator>) {
    let texts = Arc::clone(translator);
    tera.register_function("t", move |kwargs: Kwargs, state: &State| -> TeraResult<String> {
        let key: &str = kwargs.must_get("key")?;
        let args = kwargs
            .iter()
            .filter_map(|(name, value)| Some((name.as_str()?, value)))
            .filter(|(name, _)| *name != "key")
            .map(|(name, value)| (name, argument(value)));
        Ok(texts.format(&own_texts::spoken(), &language(state)?, key, args))
    });

    let texts = Arc::clone(translator);
    tera.register_function("say", move |kwargs: Kwargs, state: &State| -> TeraResult<String> {
        let message: &Value = kwargs.must_get("message")?;
        let key = message
            .get_from_path("key")
            .and_then(Value::as_str)
            .ok_or_else(|| tera::Error::message("`say` needs a message with a key"))?;
        let args = message.get_from_path("args").and_then(Value::as_map);
        let args =
            args.into_iter().flatten().filter_map(|(name, value)| Some((name.as_str()?, argument(value))));
        Ok(texts.format(&own_texts::spoken(), &language(state)?, key, args))
    });

    moments::register(tera, language);

    tera.register_function("asset", |kwargs: Kwargs, _: &State| -> TeraResult<String> {
        let file: &str = kwargs.must_get("file")?;
        assets::url(file).ok_or_else(|| tera::Error::message(format!("there is no static file {file}")))
    });
}

fn language(state: &State<'_>) -> TeraResult<String> {
    state
        .get::<String>("lang")?
        .ok_or_else(|| tera::Error::message("`lang` is missing; components take `@lang`"))
}

fn argument(value: &Value) -> Argument {
    match value.as_i64() {
        Some(number) => Argument::Number(number),
        None => Argument::Text(value.to_string()),
    }
}
