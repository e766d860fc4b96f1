//! The template engine: loads templates and themes and renders pages and mails.
//!
//! A page's template extends `layout.html` and is rendered first, without the nonce in reach; the result is
//! then set into `document.html`, which alone has it and is always the built-in one. So no replaced page template can use
//! the nonce.

use std::path::PathBuf;
use std::sync::{Arc, PoisonError, RwLock};

use rust_embed::RustEmbed;
use tera::{Context, Kwargs, State, Tera, TeraResult, Value};

use super::loaded::Loaded;
use super::look::Look;
use super::own_texts::{self, Speaking};
use super::theme::ThemeFault;
use super::{Argument, EmailBody, Frame, Page, Theme, ThemeError, Translator, TranslatorError};
use super::{assets, direction, mail_look, moments, overrides, samples};
use crate::config::Settings;

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

/// Where an operator's own templates and themes are.
#[derive(Clone, Debug, Default)]
pub struct LookFolders {
    /// Single templates and components that stand in for the built-in ones.
    pub templates: Option<PathBuf>,
    /// Folders of themes.
    pub themes: Option<PathBuf>,
    /// Whether what changes on the disk is loaded again at the next page.
    pub reload: bool,
}

impl LookFolders {
    /// Those that the settings name.
    pub fn of(settings: &Settings) -> Self {
        let pages = &settings.pages;
        Self {
            templates: pages.templates_dir.clone(),
            themes: pages.themes_dir.clone(),
            reload: pages.reload,
        }
    }
}

/// Renders pages and mails. Made once, shared by all threads.
pub struct Renderer {
    translator: Arc<Translator>,
    folders: LookFolders,
    loaded: RwLock<Arc<Loaded>>,
}

impl Renderer {
    /// Loads the embedded templates, texts and themes.
    ///
    /// # Errors
    /// Anything embedded that does not parse.
    pub fn new() -> Result<Self, RenderError> {
        Self::with(&LookFolders::default())
    }

    /// The same with an operator's own templates and themes beside them. What is broken among those is left out and is
    /// among [`Self::faults`].
    ///
    /// # Errors
    /// Anything embedded that does not parse.
    pub fn with(folders: &LookFolders) -> Result<Self, RenderError> {
        let translator = Arc::new(Translator::new()?);
        let loaded = Loaded::load(&translator, folders)?;
        Ok(Self { translator, folders: folders.clone(), loaded: RwLock::new(Arc::new(loaded)) })
    }

    /// The built-in ones and one theme more, to be looked at.
    ///
    /// # Errors
    /// As [`Self::new`].
    pub fn wearing(name: &str, theme: Theme) -> Result<Self, RenderError> {
        let translator = Arc::new(Translator::new()?);
        let folders = LookFolders::default();
        let mut loaded = Loaded::load(&translator, &folders)?;
        loaded.insert(name, theme);
        Ok(Self { translator, folders, loaded: RwLock::new(Arc::new(loaded)) })
    }

    /// The texts.
    pub fn translator(&self) -> &Translator {
        &self.translator
    }

    /// What is wrong with the operator's templates and themes: what did not load, and what fails when it is drawn with
    /// the samples of its pages.
    pub fn faults(&self) -> Vec<ThemeFault> {
        let loaded = self.loaded();
        let mut faults = loaded.faults.clone();
        if loaded.own.is_none() {
            return faults;
        }
        for sample in samples::samples() {
            let frame = Frame::new("en", "Demo", "", "");
            loaded.drawn_by_own.forget();
            // The page itself is drawn by the built-in template then; what was wrong is kept.
            let _ = sample.render(self, &frame);
            if let Some(fault) = loaded.drawn_by_own.failure(sample.template)
                && !faults.contains(&fault)
            {
                faults.push(fault);
            }
        }
        faults
    }

    /// Every theme by name.
    pub fn themes(&self) -> Vec<(String, Arc<Theme>)> {
        self.loaded().library.iter().map(|(name, theme)| (name.to_owned(), theme.clone())).collect()
    }

    /// A complete HTML document: `page` in its surroundings.
    ///
    /// # Errors
    /// A template that asks for something its context lacks; the test suite renders every sample, so this is
    /// a defect.
    pub fn page<P: Page>(&self, frame: &Frame, page: &P) -> Result<String, RenderError> {
        let _own_words = Speaking::with(&frame.texts);
        let loaded = self.loaded();
        let look = Look::of(&loaded, frame);
        let mut context = Context::new();
        context.insert("lang", &frame.language);
        context.insert("frame", frame);
        context.insert("logo", &look.logo);
        context.insert_value("look", look.words());
        context.insert_value("page", Value::try_from_serializable(page)?);
        let content = loaded.content(P::TEMPLATE, &context)?;

        let mut document = Context::new();
        document.insert("lang", &frame.language);
        document.insert("direction", direction(&frame.language));
        document.insert("title", &page.title_message());
        document.insert("failed", &page.failed());
        document.insert("pool_name", &frame.pool_name);
        document.insert("nonce", &frame.nonce);
        document.insert("favicon", &frame.pictures.favicon);
        document.insert_value("look", look.words());
        document.insert_value("look_css", Value::safe_string(&look.css));
        document.insert_value("content", Value::safe_string(&content));
        Ok(loaded.tera.render("document.html", &document)?)
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
        let loaded = self.loaded();
        context.insert_value("look", mail_look::values(&loaded, &body.brand.look));
        context.insert_value("content", Value::safe_string(body.html));
        loaded.content("messages/shell.html", &context)
    }

    /// What is loaded, anew where something changed on the disk. If that is broken, what was loaded before stays.
    fn loaded(&self) -> Arc<Loaded> {
        let current = self.loaded.read().unwrap_or_else(PoisonError::into_inner).clone();
        if !self.folders.reload || !current.is_stale(&self.folders) {
            return current;
        }
        match Loaded::load(&self.translator, &self.folders) {
            Ok(fresh) => {
                for fault in &fresh.faults {
                    tracing::warn!("{fault}");
                }
                let fresh = Arc::new(fresh);
                *self.loaded.write().unwrap_or_else(PoisonError::into_inner) = fresh.clone();
                fresh
            }
            Err(error) => {
                tracing::error!(?error, "what changed on the disk is broken");
                current
            }
        }
    }
}

impl std::fmt::Debug for Renderer {
    fn fmt(&self, f: &mut std::fmt::Formatter<'_>) -> std::fmt::Result {
        f.debug_struct("Renderer").field("translator", &self.translator).finish_non_exhaustive()
    }
}

/// The built-in templates by name.
pub(super) fn template_sources() -> Result<Vec<(String, String)>, RenderError> {
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
/// `asset(file="…")`: the address of a static file. `step()` counts the steps of an operator's template,
/// `bounded(text=…)` refuses a text that one of them has made too long.
pub(super) fn register(tera: &mut Tera, translator: &Arc<Translator>) {
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

    tera.register_function("bounded", |kwargs: Kwargs, _: &State| -> TeraResult<String> {
        // A number or a list has not been put together with `~`.
        let text: &Value = kwargs.must_get("text")?;
        overrides::bounded(text.as_str().unwrap_or_default()).map_err(tera::Error::message)?;
        Ok(String::new())
    });
    tera.register_function("step", |_: Kwargs, _: &State| -> TeraResult<String> {
        overrides::step().map(str::to_owned).map_err(tera::Error::message)
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
