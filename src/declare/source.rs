//! Reading the files of a declaration: TOML, JSON, folders of them, standard input.

use std::fs;
use std::io::{self, Read};
use std::path::{Path, PathBuf};
use std::sync::Arc;

use super::parse;
use super::problem::{Place, Problems};
use super::tree::Node;

/// The largest file: ten thousand pools, or as many people with hashes, fit well.
const MAXIMUM_BYTES: u64 = 32 * 1024 * 1024;

/// The files of a declaration, parsed.
pub struct Sources {
    pub(super) roots: Vec<Source>,
}

/// One file.
pub(super) struct Source {
    /// Files that it names are relative to this folder.
    pub(super) folder: PathBuf,
    pub(super) root: Node,
}

impl Sources {
    /// Reads files and folders (their `*.toml` and `*.json`, by name); `-` is standard input.
    ///
    /// # Errors
    /// Every file that cannot be read or parsed, with line and reason.
    pub fn read(paths: &[PathBuf]) -> Result<Self, Problems> {
        let problems = Problems::default();
        let mut roots = Vec::new();
        for path in paths {
            for file in files_of(path, &problems) {
                roots.extend(read(&file, &problems));
            }
        }
        if problems.is_empty() { Ok(Self { roots }) } else { Err(problems) }
    }

    /// Reads one text, as if it stood in a file of this name.
    ///
    /// # Errors
    /// As [`Sources::read`].
    pub fn of_text(name: &str, text: &str) -> Result<Self, Problems> {
        let problems = Problems::default();
        let path = Path::new(name);
        let roots: Vec<Source> = parsed(path, text, &problems).into_iter().collect();
        if problems.is_empty() { Ok(Self { roots }) } else { Err(problems) }
    }
}

/// The file itself, or the declarations in a folder.
fn files_of(path: &Path, problems: &Problems) -> Vec<PathBuf> {
    if !path.is_dir() {
        return vec![path.to_owned()];
    }
    let place = whole(path);
    let entries = match fs::read_dir(path) {
        Ok(entries) => entries,
        Err(error) => {
            problems.add(&place, "", format!("the folder cannot be read: {error}"));
            return Vec::new();
        }
    };
    let mut files: Vec<PathBuf> = entries
        .filter_map(|entry| Some(entry.ok()?.path()))
        .filter(|file| file.extension().is_some_and(|extension| extension == "toml" || extension == "json"))
        .filter(|file| !file.file_name().is_some_and(|name| name.to_string_lossy().starts_with('.')))
        .collect();
    files.sort();
    if files.is_empty() {
        problems.add(&place, "", "the folder has no .toml or .json file");
    }
    files
}

fn read(path: &Path, problems: &Problems) -> Option<Source> {
    let place = whole(path);
    let bytes = if path == Path::new("-") {
        read_limited(&mut io::stdin().lock(), MAXIMUM_BYTES)
    } else {
        open_regular(path).and_then(|mut file| read_limited(&mut file, MAXIMUM_BYTES))
    };
    let bytes = bytes.map_err(|reason| problems.add(&place, "", reason)).ok()?;
    let text = match String::from_utf8(bytes) {
        Ok(text) => text,
        Err(error) => {
            let before = &error.as_bytes()[..error.utf8_error().valid_up_to()];
            let line = before.iter().filter(|byte| **byte == b'\n').count() + 1;
            problems.add(&Place { line, ..place }, "", "is no text in UTF-8");
            return None;
        }
    };
    parsed(path, &text, problems)
}

fn parsed(path: &Path, text: &str, problems: &Problems) -> Option<Source> {
    let place = whole(path);
    let text = text.strip_prefix('\u{feff}').unwrap_or(text);
    let is_json = path.extension().is_some_and(|extension| extension == "json")
        || (path == Path::new("-") && text.trim_start().starts_with('{'));
    let root = if is_json { parse::json(text, &place.file) } else { parse::toml(text, &place.file) };
    let folder = path.parent().map_or_else(PathBuf::new, Path::to_owned);
    match root {
        Ok(root) => Some(Source { folder, root }),
        Err(failures) => {
            for (line, reason) in failures {
                problems.add(&Place { line, ..place.clone() }, "", reason);
            }
            None
        }
    }
}

/// Opens a file that is one: a pipe or a device would never end.
pub(super) fn open_regular(path: &Path) -> Result<fs::File, String> {
    let cannot = |error: io::Error| format!("cannot be read: {}", reason(&error));
    if !fs::metadata(path).map_err(cannot)?.is_file() {
        return Err("is no regular file".to_owned());
    }
    fs::File::open(path).map_err(cannot)
}

/// Reads to the end, but no more than `most` bytes.
pub(super) fn read_limited(from: &mut impl Read, most: u64) -> Result<Vec<u8>, String> {
    let mut bytes = Vec::new();
    from.take(most + 1)
        .read_to_end(&mut bytes)
        .map_err(|error| format!("cannot be read: {}", reason(&error)))?;
    if bytes.len() as u64 > most {
        return Err(format!("has more than {most} bytes; divide it into several files"));
    }
    Ok(bytes)
}

/// The system's words without its number.
fn reason(error: &io::Error) -> String {
    let text = error.to_string();
    text.split_once(" (os error").map_or_else(|| text.clone(), |(words, _)| words.to_owned())
}

fn whole(path: &Path) -> Place {
    let name = if path == Path::new("-") { "standard input".into() } else { path.display().to_string() };
    Place { file: Arc::from(name), line: 0 }
}
