//! What has been read from program and disk: templates, the operator's own beside them, themes.

use std::collections::{BTreeMap, HashMap};
use std::io::{self, Write};
use std::path::Path;
use std::sync::{Arc, Mutex, PoisonError};

use tera::{Context, Tera};

use super::css::{self, Rules, Sheet};
use super::engine::{LookFolders, RenderError, register, template_sources};
use super::overrides::{self, OwnTemplate};
use super::theme::{self, Library, Theme, ThemeFault};
use super::{Translator, disk};
use crate::model::branding::{ColorScheme, SharedText};

/// How many style sheets of pools and clients are kept in the form in which they are published.
const MOST_SHEETS: usize = 500;

/// Everything that pages are made of, but the texts.
pub(super) struct Loaded {
    pub(super) tera: Tera,
    /// The operator's templates over the built-in ones.
    pub(super) own: Option<Tera>,
    pub(super) library: Library,
    pub(super) faults: Vec<ThemeFault>,
    pub(super) drawn_by_own: Failures,
    /// Tokens and rules of each theme, by the scheme that it is shown in: written once, because every page has them.
    dresses: BTreeMap<String, BTreeMap<&'static str, String>>,
    files: BTreeMap<String, String>,
    sheets: Mutex<HashMap<[u8; 16], Arc<Sheet>>>,
    fingerprint: Fingerprint,
}

type Fingerprint = Vec<Vec<(String, u64, u128)>>;

/// What the operator's templates failed at, by the page's template; each is logged once.
#[derive(Default)]
pub(super) struct Failures(Mutex<BTreeMap<String, ThemeFault>>);

impl Failures {
    /// Forgets everything, so that the next failure is told again.
    pub(super) fn forget(&self) {
        self.0.lock().unwrap_or_else(PoisonError::into_inner).clear();
    }

    /// What was last wrong with a page.
    pub(super) fn failure(&self, template: &str) -> Option<ThemeFault> {
        self.0.lock().unwrap_or_else(PoisonError::into_inner).get(template).cloned()
    }

    /// Keeps a failure; whether it is a new one.
    fn keep(&self, template: &str, fault: &ThemeFault) -> bool {
        let mut known = self.0.lock().unwrap_or_else(PoisonError::into_inner);
        known.insert(template.to_owned(), fault.clone()).as_ref() != Some(fault)
    }
}

impl Loaded {
    pub(super) fn load(translator: &Arc<Translator>, folders: &LookFolders) -> Result<Self, RenderError> {
        let fingerprint = fingerprint(folders);
        let mut library = Library::built_in()?;
        let mut faults = Vec::new();
        if let Some(folder) = &folders.themes {
            faults.extend(library.add_folder(folder));
        }
        let sources = template_sources()?;
        let mut tera = Tera::new();
        register(&mut tera, translator);
        tera.add_raw_templates(sources.clone())?;
        let mut loaded = Self {
            tera,
            own: None,
            library,
            faults,
            drawn_by_own: Failures::default(),
            dresses: BTreeMap::new(),
            files: BTreeMap::new(),
            sheets: Mutex::default(),
            fingerprint,
        };
        if let Some(folder) = &folders.templates {
            loaded.add_own(translator, &sources, folder);
        }
        loaded.dress_all();
        Ok(loaded)
    }

    /// Adds a theme.
    pub(super) fn insert(&mut self, name: &str, theme: Theme) {
        self.library.insert(name, theme);
        self.dress_all();
    }

    fn dress_all(&mut self) {
        let schemes = [ColorScheme::Auto, ColorScheme::Light, ColorScheme::Dark];
        let dress =
            |theme: &Theme| schemes.map(|scheme| (scheme.word(), theme.css_in(scheme))).into_iter().collect();
        self.dresses = self.library.iter().map(|(name, theme)| (name.to_owned(), dress(theme))).collect();
    }

    /// Tokens and rules of a theme; those of the default one where it is gone.
    pub(super) fn dress(&self, name: Option<&str>, scheme: ColorScheme) -> &str {
        let dress = name.and_then(|name| self.dresses.get(name)).or_else(|| self.dresses.get(theme::DEFAULT));
        dress.and_then(|dress| dress.get(scheme.word())).map_or("", String::as_str)
    }

    /// Adds the operator's templates. One that does not fit is left out, and the others are tried again without it.
    fn add_own(&mut self, translator: &Arc<Translator>, sources: &[(String, String)], folder: &Path) {
        let names: Vec<String> = sources.iter().map(|(name, _)| name.clone()).collect();
        let (mut own, faults) = overrides::read(folder, &names);
        self.faults.extend(faults);
        while !own.is_empty() {
            let mut tera = Tera::new();
            register(&mut tera, translator);
            match tera.add_raw_templates(together(sources, &own)) {
                Ok(()) => {
                    self.files = own.into_iter().map(|one| (one.name, one.file)).collect();
                    self.own = Some(tera);
                    return;
                }
                Err(error) => {
                    let (at, fault) = culprit(&own, &error.to_string());
                    self.faults.push(fault);
                    own.remove(at);
                }
            }
        }
    }

    /// A rendered template: by the operator's if there is one and it works, by the built-in one otherwise.
    pub(super) fn content(&self, template: &str, context: &Context) -> Result<String, RenderError> {
        if let Some(own) = &self.own {
            overrides::start_counting();
            let mut page = Limited(Vec::new());
            let outcome = own.render_to(template, context, &mut page);
            match outcome
                .map_err(|error| error.to_string())
                .and_then(|()| String::from_utf8(page.0).map_err(|error| error.to_string()))
            {
                Ok(content) => return Ok(content),
                Err(error) => self.report(template, &error),
            }
        }
        Ok(self.tera.render(template, context)?)
    }

    fn report(&self, template: &str, error: &str) {
        let named = self.files.iter().find_map(|(name, file)| {
            let (line, said) = overrides::place_of(error, name)?;
            Some(overrides::fault(file, line, said))
        });
        let fault = named.unwrap_or_else(|| {
            let first = error.lines().next().unwrap_or_default();
            // Components that call each other for ever are told without a place.
            let is_component = |name: &&String| name.starts_with("own/");
            let component = self.files.keys().find(is_component).filter(|_| error.contains("recursion"));
            let name = component.map_or(template, String::as_str);
            let file = self.files.get(name).map_or(name, String::as_str);
            overrides::fault(file, 1, first)
        });
        if self.drawn_by_own.keep(template, &fault) {
            tracing::error!(template, "{fault}; the built-in template was used instead");
        }
    }

    /// Whether something on the disk is not what was loaded.
    pub(super) fn is_stale(&self, folders: &LookFolders) -> bool {
        self.fingerprint != fingerprint(folders)
    }

    /// The style sheet of a pool or client as it is published. What is stored was judged when it was taken; it is read
    /// anew here, so that nothing but what this program understands reaches a page.
    pub(super) fn published(&self, source: &SharedText, scheme: ColorScheme) -> String {
        let mut sheets = self.sheets.lock().unwrap_or_else(PoisonError::into_inner);
        if let Some(sheet) = sheets.get(&source.digest()) {
            return sheet.published(scheme);
        }
        let sheet = css::parse(source, Rules::Standard).unwrap_or_else(|refusal| {
            tracing::error!("a stored style sheet is not permitted any more and is left out: {refusal}");
            Sheet::default()
        });
        if sheets.len() >= MOST_SHEETS {
            sheets.clear();
        }
        let sheet = Arc::new(sheet);
        sheets.insert(source.digest(), sheet.clone());
        sheet.published(scheme)
    }
}

/// The built-in templates with the operator's over them.
fn together(sources: &[(String, String)], own: &[OwnTemplate]) -> Vec<(String, String)> {
    let components = own.iter().flat_map(|one| one.components.iter().cloned()).collect();
    let kept = sources.iter().filter(|(name, _)| !own.iter().any(|one| one.name == *name));
    let mut all: Vec<(String, String)> =
        kept.map(|(name, source)| (name.clone(), overrides::without(source, &components))).collect();
    all.extend(own.iter().map(|one| (one.name.clone(), one.source.clone())));
    all
}

/// Which of the operator's templates an error is about, with the line.
fn culprit(own: &[OwnTemplate], error: &str) -> (usize, ThemeFault) {
    for (at, one) in own.iter().enumerate() {
        if let Some((line, said)) = overrides::place_of(error, &one.name) {
            return (at, overrides::fault(&one.file, line, said));
        }
    }
    // An include in a circle is told with the names, a component that is there twice as well.
    let at = own.iter().position(|one| error.contains(&one.name)).unwrap_or(own.len() - 1);
    let one = &own[at];
    let marks = if error.contains("include") { "include" } else { "extends" };
    let line = one.source.lines().position(|line| line.contains(marks)).map_or(1, |line| line + 1);
    (at, overrides::fault(&one.file, line, error.lines().next().unwrap_or_default()))
}

fn fingerprint(folders: &LookFolders) -> Fingerprint {
    if !folders.reload {
        return Vec::new();
    }
    let mut all: Fingerprint = [&folders.templates, &folders.themes]
        .into_iter()
        .flatten()
        .map(|folder| disk::fingerprint(folder))
        .collect();
    // A development build reads its own templates from the disk as well.
    if cfg!(debug_assertions) {
        let root = Path::new(env!("CARGO_MANIFEST_DIR"));
        all.extend(["templates", "themes"].map(|folder| disk::fingerprint(&root.join(folder))));
    }
    all
}

/// A page that does not grow without end.
struct Limited(Vec<u8>);

impl Write for Limited {
    fn write(&mut self, bytes: &[u8]) -> io::Result<usize> {
        if self.0.len() + bytes.len() > overrides::LONGEST_PAGE {
            return Err(io::Error::other("the page grows without end"));
        }
        self.0.extend_from_slice(bytes);
        Ok(bytes.len())
    }

    fn flush(&mut self) -> io::Result<()> {
        Ok(())
    }
}
