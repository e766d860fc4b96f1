//! The themes there are: those of the program, and those in the operator's folder.

use std::collections::BTreeMap;
use std::path::Path;
use std::sync::{Arc, OnceLock, PoisonError, RwLock};

use rust_embed::RustEmbed;

use super::{DEFAULT, Theme, ThemeError};
use crate::render::css::{self, Rules};
use crate::render::disk;

#[derive(RustEmbed)]
#[folder = "$CARGO_MANIFEST_DIR/themes"]
struct Themes;

/// The largest style sheet of a theme in the operator's folder is that of a pool.
const LONGEST_TOML: u64 = 64 * 1024;

/// What is wrong with a file of a theme.
#[derive(Clone, Debug, PartialEq, Eq, thiserror::Error)]
#[error("{file} line {line}: {message}")]
pub struct ThemeFault {
    /// The file's path.
    pub file: String,
    /// The line, from 1.
    pub line: usize,
    /// A sentence.
    pub message: String,
}

/// Themes by name.
#[derive(Clone, Debug, Default)]
pub struct Library {
    themes: BTreeMap<String, Arc<Theme>>,
}

/// The operator's themes of this process. Settings are checked in places that have no renderer at hand, and a name is
/// all that they need of it.
static OPERATORS: RwLock<BTreeMap<String, Arc<Theme>>> = RwLock::new(BTreeMap::new());

impl Library {
    /// The themes of the program.
    ///
    /// # Errors
    /// One that is broken.
    pub fn built_in() -> Result<Self, ThemeError> {
        let mut themes = BTreeMap::new();
        let base = Arc::new(load_built_in(DEFAULT)?.complete(None));
        for name in built_in_names() {
            let theme = if name == DEFAULT {
                base.clone()
            } else {
                Arc::new(load_built_in(&name)?.complete(Some(&base)))
            };
            themes.insert(name, theme);
        }
        Ok(Self { themes })
    }

    /// Adds the themes in the folders below `folder`. A broken one is left out and reported.
    pub fn add_folder(&mut self, folder: &Path) -> Vec<ThemeFault> {
        let mut faults = Vec::new();
        for name in disk::folders(folder, &mut faults) {
            if !is_name(&name) {
                faults.push(ThemeFault {
                    file: folder.join(&name).display().to_string(),
                    line: 1,
                    message: "a theme's folder has a name of lower-case letters, digits and hyphens".into(),
                });
                continue;
            }
            match self.read(&folder.join(&name)) {
                Ok(theme) => {
                    let theme = Arc::new(theme);
                    OPERATORS
                        .write()
                        .unwrap_or_else(PoisonError::into_inner)
                        .insert(name.clone(), theme.clone());
                    self.themes.insert(name, theme);
                }
                Err(found) => faults.extend(found),
            }
        }
        faults
    }

    /// The theme in one folder: `theme.toml`, and `theme.css` beside it if it has one.
    ///
    /// # Errors
    /// Everything that is wrong with it.
    pub fn read(&self, folder: &Path) -> Result<Theme, Vec<ThemeFault>> {
        let toml = folder.join("theme.toml");
        let fault =
            |path: &Path, line, message| ThemeFault { file: path.display().to_string(), line, message };
        let source = disk::text(&toml, LONGEST_TOML).map_err(|message| vec![fault(&toml, 1, message)])?;
        let mut theme = Theme::parse(&source).map_err(|found| {
            found.into_iter().map(|one| fault(&toml, one.line, one.message)).collect::<Vec<_>>()
        })?;
        let sheet = folder.join("theme.css");
        if sheet.exists() {
            let source =
                disk::text(&sheet, css::LONGEST as u64).map_err(|message| vec![fault(&sheet, 1, message)])?;
            theme.sheet = css::parse(&source, Rules::Standard)
                .map_err(|refusal| vec![fault(&sheet, refusal.line, refusal.reason)])?;
        }
        Ok(theme.complete(self.themes.get(DEFAULT).map(Arc::as_ref)))
    }

    /// The theme `name`; the default one when there is none of that name any more: better another colour than no sign-in.
    pub fn theme(&self, name: Option<&str>) -> Arc<Theme> {
        name.and_then(|name| self.themes.get(name))
            .or_else(|| self.themes.get(DEFAULT))
            .cloned()
            .unwrap_or_default()
    }

    /// Adds a theme.
    pub(in crate::render) fn insert(&mut self, name: &str, theme: Theme) {
        self.themes.insert(name.to_owned(), Arc::new(theme));
    }

    /// Every theme by name.
    pub fn iter(&self) -> impl Iterator<Item = (&str, &Arc<Theme>)> {
        self.themes.iter().map(|(name, theme)| (name.as_str(), theme))
    }
}

/// The names of the themes of the program.
pub fn built_in_names() -> Vec<String> {
    let mut names: Vec<String> =
        Themes::iter().filter_map(|file| Some(file.strip_suffix("/theme.toml")?.to_owned())).collect();
    names.sort();
    names
}

/// The names of all themes of this process.
pub fn known_names() -> Vec<String> {
    let mut names = built_in_names();
    names.extend(OPERATORS.read().unwrap_or_else(PoisonError::into_inner).keys().cloned());
    names.sort();
    names.dedup();
    names
}

/// The theme that a branding's name means.
pub(super) fn find(name: &str) -> Option<Arc<Theme>> {
    if let Some(theme) = OPERATORS.read().unwrap_or_else(PoisonError::into_inner).get(name) {
        return Some(theme.clone());
    }
    static BUILT_IN: OnceLock<Library> = OnceLock::new();
    let library = BUILT_IN.get_or_init(|| Library::built_in().unwrap_or_default());
    library.themes.get(name).cloned()
}

fn is_name(name: &str) -> bool {
    (1..=40).contains(&name.len())
        && name.bytes().all(|b| b.is_ascii_lowercase() || b.is_ascii_digit() || b == b'-')
}

fn load_built_in(name: &str) -> Result<Theme, ThemeError> {
    let broken = |what: String| ThemeError::File(name.to_owned(), what);
    let file = |file: &str| {
        let found = Themes::get(&format!("{name}/{file}"))?;
        Some(String::from_utf8(found.data.into_owned()).map_err(|_| broken(format!("{file} is not UTF-8"))))
    };
    let source = file("theme.toml").ok_or_else(|| broken("it has no theme.toml".into()))??;
    let mut theme = Theme::parse(&source)
        .map_err(|faults| broken(faults.iter().map(ToString::to_string).collect::<Vec<_>>().join("; ")))?;
    if let Some(source) = file("theme.css").transpose()? {
        theme.sheet = css::parse(&source, Rules::Standard).map_err(|refusal| broken(refusal.to_string()))?;
    }
    Ok(theme)
}
