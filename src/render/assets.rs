//! The static files and their addresses.
//!
//! An address carries the file's hash (`/assets/3f9a0c1b2d4e/css/vestibule.css`), so that browsers may keep
//! the file for ever and still get the new one after an upgrade.

use std::borrow::Cow;
use std::fmt::Write as _;

use rust_embed::RustEmbed;

#[derive(RustEmbed)]
#[folder = "$CARGO_MANIFEST_DIR/static"]
struct Static;

/// Where the static files are served, on every host and outside of every pool's base path.
pub const PREFIX: &str = "/assets/";

/// A static file, ready to serve.
#[derive(Clone, Debug)]
pub struct Asset {
    /// The content.
    pub bytes: Cow<'static, [u8]>,
    /// Value of `Content-Type`.
    pub content_type: &'static str,
    /// Value of `ETag`, quoted.
    pub etag: String,
    /// Whether the address names this very content, so that it may be cached for ever
    /// (`Cache-Control: public, max-age=31536000, immutable`). An address from before an upgrade still gets
    /// the file, but must not keep it.
    pub immutable: bool,
}

/// The file at `path`, which is what follows [`PREFIX`]: `<hash>/<file>`.
pub fn asset(path: &str) -> Option<Asset> {
    let (hash, file) = path.split_once('/')?;
    let content_type = content_type(file)?;
    let found = Static::get(file)?;
    let current = short_hash(&found.metadata.sha256_hash());
    Some(Asset {
        bytes: found.data,
        content_type,
        etag: format!("\"{current}\""),
        immutable: hash == current,
    })
}

/// The address of a static file, for example `url("css/vestibule.css")`; `None` when there is no such file.
pub fn url(file: &str) -> Option<String> {
    let found = Static::get(file)?;
    Some(format!("{PREFIX}{}/{file}", short_hash(&found.metadata.sha256_hash())))
}

fn short_hash(sha256: &[u8; 32]) -> String {
    sha256.iter().take(6).fold(String::new(), |mut hex, byte| {
        // Writing to a String cannot fail.
        let _ = write!(hex, "{byte:02x}");
        hex
    })
}

/// Only these kinds of file are served; a stray file in the folder is not.
fn content_type(file: &str) -> Option<&'static str> {
    match file.rsplit_once('.')?.1 {
        "css" => Some("text/css; charset=utf-8"),
        "js" => Some("text/javascript; charset=utf-8"),
        "svg" => Some("image/svg+xml"),
        "png" => Some("image/png"),
        _ => None,
    }
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn an_address_leads_to_its_file_and_an_old_one_is_not_kept() {
        let address = url("css/vestibule.css").expect("the style sheet exists");
        let path = address.strip_prefix(PREFIX).expect("addresses begin with the prefix");
        let current = asset(path).expect("its own address is served");
        assert!(current.immutable);
        assert_eq!(current.content_type, "text/css; charset=utf-8");
        assert!(!asset("000000000000/css/vestibule.css").expect("an old address is served").immutable);
    }

    #[test]
    fn nothing_outside_the_folder_is_served() {
        for path in ["", "x", "x/", "x/../Cargo.toml", "x//etc/passwd", "x/css/../../src/lib.rs", "x/css"] {
            assert!(asset(path).is_none(), "{path}");
        }
    }
}
