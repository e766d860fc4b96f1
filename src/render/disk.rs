//! Reading what an operator put into a folder, within limits.

use std::fs;
use std::io::Read;
use std::path::Path;
use std::time::UNIX_EPOCH;

use super::theme::ThemeFault;

/// A file's text, if it is a plain file of at most `longest` bytes.
pub(super) fn text(path: &Path, longest: u64) -> Result<String, String> {
    let bytes = bytes(path, longest)?;
    String::from_utf8(bytes).map_err(|_| "the file is no UTF-8 text".to_owned())
}

/// A file's bytes, if it is a plain file of at most `longest` of them.
pub(super) fn bytes(path: &Path, longest: u64) -> Result<Vec<u8>, String> {
    let unreadable = |error: std::io::Error| format!("the file cannot be read: {error}");
    let facts = fs::metadata(path).map_err(unreadable)?;
    if !facts.is_file() {
        return Err("this is no file".into());
    }
    let mut bytes = Vec::new();
    fs::File::open(path)
        .map_err(unreadable)?
        .take(longest + 1)
        .read_to_end(&mut bytes)
        .map_err(unreadable)?;
    if bytes.len() as u64 > longest {
        return Err(format!("the file has more than {longest} bytes"));
    }
    Ok(bytes)
}

/// The names of the folders in a folder, sorted.
pub(super) fn folders(folder: &Path, faults: &mut Vec<ThemeFault>) -> Vec<String> {
    match fs::read_dir(folder) {
        Ok(entries) => {
            let mut names: Vec<String> = entries
                .flatten()
                .filter(|entry| entry.path().is_dir())
                .filter_map(|entry| entry.file_name().into_string().ok())
                .filter(|name| !name.starts_with('.'))
                .collect();
            names.sort();
            names
        }
        Err(error) => {
            let message = format!("the folder cannot be read: {error}");
            faults.push(ThemeFault { file: folder.display().to_string(), line: 1, message });
            Vec::new()
        }
    }
}

/// Every plain file below a folder by its path from there, with slashes; links to folders are not followed, and no
/// deeper than three folders.
pub(super) fn files(folder: &Path) -> std::io::Result<Vec<String>> {
    fn walk(folder: &Path, prefix: &str, depth: usize, found: &mut Vec<String>) -> std::io::Result<()> {
        for entry in fs::read_dir(folder)? {
            let entry = entry?;
            let (Ok(name), kind) = (entry.file_name().into_string(), entry.file_type()?) else { continue };
            let path = format!("{prefix}{name}");
            if name.starts_with('.') {
                continue;
            }
            if kind.is_dir() && depth < 3 {
                walk(&entry.path(), &format!("{path}/"), depth + 1, found)?;
            } else if entry.path().is_file() {
                found.push(path);
            }
        }
        Ok(())
    }
    let mut found = Vec::new();
    walk(folder, "", 0, &mut found)?;
    found.sort();
    Ok(found)
}

/// What tells whether something below a folder changed: names, sizes and times.
pub(super) fn fingerprint(folder: &Path) -> Vec<(String, u64, u128)> {
    let files = files(folder).unwrap_or_default();
    let facts = files.into_iter().filter_map(|name| {
        let facts = fs::metadata(folder.join(&name)).ok()?;
        let changed = facts.modified().ok()?.duration_since(UNIX_EPOCH).ok()?.as_nanos();
        Some((name, facts.len(), changed))
    });
    facts.collect()
}
