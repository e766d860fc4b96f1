//! Pictures that operators upload: decoded within limits and written anew as PNG, which leaves nothing in them but pixels.

use std::io::Cursor;

use base64::Engine;
use base64::engine::general_purpose::STANDARD;
use image::{ImageFormat, ImageReader, Limits};

use crate::model::branding::{Branding, MAXIMUM_PICTURE_BYTES, SharedText, picture_parts};

/// The most that a picture file may have, in bytes; as a `data:` URL it has a third more.
pub const LONGEST_FILE: usize = MAXIMUM_PICTURE_BYTES / 4 * 3 - 64;

/// The most that Cognito's classic pages take.
const LONGEST_COGNITO: usize = 100 * 1024;

/// The most pixels, and the most memory that decoding may take.
const MOST_PIXELS: u64 = 16_000_000;
const MOST_MEMORY: u64 = 128 * 1024 * 1024;

/// The kinds of file that are taken.
const KINDS: [(ImageFormat, &str); 3] =
    [(ImageFormat::Png, "image/png"), (ImageFormat::Jpeg, "image/jpeg"), (ImageFormat::WebP, "image/webp")];

/// Why a picture is not taken; the name of the setting comes first.
pub type Refusal = String;

/// The `data:` URL of a picture file: PNG with nothing but pixels, scaled down to what the place needs.
///
/// # Errors
/// A sentence that begins with `name`.
pub fn data_url(name: &str, file: &[u8]) -> Result<String, Refusal> {
    if file.len() > LONGEST_FILE {
        return Err(format!("{name}: a picture has at most {} KB", LONGEST_FILE / 1024));
    }
    let text = String::from_utf8_lossy(&file[..file.len().min(512)]);
    if text.contains("<svg") || text.trim_start().starts_with("<?xml") {
        return Err(format!(
            "{name}: SVG is not taken, because it can hold programs; give a PNG, JPEG or WebP"
        ));
    }
    let kind = image::guess_format(file).ok().filter(|kind| KINDS.iter().any(|(known, _)| known == kind));
    let kind = kind.ok_or_else(|| format!("{name}: this is no PNG, JPEG or WebP"))?;
    let unreadable = |error: image::ImageError| format!("{name}: the picture cannot be read: {error}");
    let limits = || {
        let mut limits = Limits::default();
        limits.max_image_width = Some(8192);
        limits.max_image_height = Some(8192);
        limits.max_alloc = Some(MOST_MEMORY);
        limits
    };
    let mut header = ImageReader::with_format(Cursor::new(file), kind);
    header.limits(limits());
    let (width, height) = header.into_dimensions().map_err(unreadable)?;
    if u64::from(width) * u64::from(height) > MOST_PIXELS {
        return Err(format!("{name}: {width} by {height} pixels are too many"));
    }
    let mut reader = ImageReader::with_format(Cursor::new(file), kind);
    reader.limits(limits());
    let picture = reader.decode().map_err(unreadable)?;
    let (most_wide, most_high) = room(name);
    let picture = if width > most_wide || height > most_high {
        picture.resize(most_wide, most_high, image::imageops::FilterType::Triangle)
    } else {
        picture
    };
    // Sixteen bits a channel are twice the bytes for nothing that a screen shows.
    let picture = if picture.color().has_alpha() {
        image::DynamicImage::ImageRgba8(picture.to_rgba8())
    } else {
        image::DynamicImage::ImageRgb8(picture.to_rgb8())
    };
    let mut png = Vec::new();
    picture.write_to(&mut Cursor::new(&mut png), ImageFormat::Png).map_err(unreadable)?;
    let url = format!("data:image/png;base64,{}", STANDARD.encode(&png));
    if url.len() > MAXIMUM_PICTURE_BYTES {
        return Err(format!("{name}: as PNG the picture has too many bytes; give a smaller one"));
    }
    Ok(url)
}

/// Width and height that the pages can use of a picture, twice over for dense screens.
fn room(name: &str) -> (u32, u32) {
    match name {
        "favicon" => (192, 192),
        "logo" => (1024, 512),
        _ => (2560, 2560),
    }
}

/// Writes the pictures of `after` anew that `before` does not have. One from before these rules may stay where it is.
///
/// # Errors
/// As [`data_url`].
pub fn take(before: &Branding, after: &mut Branding) -> Result<(), Refusal> {
    for (name, picture) in after.pictures_mut() {
        if !before.pictures().any(|(other, known)| other == name && known == picture) {
            *picture = SharedText::from(normalised(name, picture)?);
        }
    }
    Ok(())
}

/// Pictures written anew before anything is locked: decoding takes long, and a write lets nobody else write.
#[derive(Clone, Debug, Default)]
pub struct Prepared {
    made: Vec<(&'static str, SharedText, SharedText)>,
}

impl Prepared {
    /// Writes the pictures of `after` anew that `before` does not have.
    ///
    /// # Errors
    /// As [`data_url`].
    pub fn of(before: &Branding, after: &Branding) -> Result<Self, Refusal> {
        let mut made = Vec::new();
        for (name, picture) in after.pictures() {
            if !before.pictures().any(|(other, known)| other == name && known == picture) {
                made.push((name, picture.clone(), SharedText::from(normalised(name, picture)?)));
            }
        }
        Ok(Self { made })
    }

    /// Puts them in the places of those that they were made of; one that somebody changed in between is made now.
    ///
    /// # Errors
    /// As [`data_url`].
    pub fn take(&self, before: &Branding, after: &mut Branding) -> Result<(), Refusal> {
        for (name, picture) in after.pictures_mut() {
            let made = self.made.iter().find(|(other, raw, _)| *other == name && raw == picture);
            if let Some((_, _, made)) = made {
                *picture = made.clone();
            } else if !before.pictures().any(|(other, known)| other == name && known == picture) {
                *picture = SharedText::from(normalised(name, picture)?);
            }
        }
        Ok(())
    }
}

/// A picture's `data:` URL, written anew.
///
/// # Errors
/// As [`data_url`].
pub fn normalised(name: &str, url: &str) -> Result<String, Refusal> {
    let wanted = || format!("branding.{name} must be data:image/png;base64,… with a PNG, JPEG or WebP");
    if url.len() > MAXIMUM_PICTURE_BYTES {
        return Err(format!("branding.{name} has more than {MAXIMUM_PICTURE_BYTES} bytes as a data URL"));
    }
    let (_, content) = picture_parts(url).ok_or_else(wanted)?;
    let bytes = STANDARD.decode(content).map_err(|_| wanted())?;
    if bytes.is_empty() {
        return Err(wanted());
    }
    data_url(name, &bytes)
}

/// Refuses a branding whose pictures have not the form in which they are stored, or are too large.
pub(super) fn check(branding: &Branding, cognito: bool) -> Result<(), Refusal> {
    let base64 = |b: u8| b.is_ascii_alphanumeric() || matches!(b, b'+' | b'/' | b'=');
    for (name, picture) in branding.pictures() {
        let content = picture_parts(picture).map(|(_, content)| content);
        if !content.is_some_and(|content| !content.is_empty() && content.bytes().all(base64)) {
            return Err(format!("branding.{name} must be data:image/png;base64,… with a PNG, JPEG or WebP"));
        }
        if picture.len() > MAXIMUM_PICTURE_BYTES {
            return Err(format!("branding.{name} has more than {MAXIMUM_PICTURE_BYTES} bytes as a data URL"));
        }
        if cognito && name == "logo" && picture.len() / 4 * 3 > LONGEST_COGNITO {
            return Err(format!(
                "branding.{name} has more than 100 KB, which is all that Cognito's pages take"
            ));
        }
    }
    Ok(())
}

/// Content type and bytes of a stored picture, for serving it.
pub fn content(url: &str) -> Option<(&'static str, Vec<u8>)> {
    let (kind, content) = picture_parts(url)?;
    Some((kind, STANDARD.decode(content).ok()?))
}

/// The end of a stored picture's address.
pub fn extension(url: &str) -> &'static str {
    match picture_parts(url).map(|(kind, _)| kind) {
        Some("image/svg+xml") => "svg",
        Some("image/jpeg") => "jpg",
        Some("image/webp") => "webp",
        Some("image/gif") => "gif",
        _ => "png",
    }
}

#[cfg(test)]
mod tests {
    use super::*;

    fn png(width: u32, height: u32) -> Vec<u8> {
        let picture =
            image::RgbaImage::from_fn(width, height, |x, y| image::Rgba([x as u8, y as u8, 7, 200]));
        let mut bytes = Vec::new();
        image::DynamicImage::ImageRgba8(picture)
            .write_to(&mut Cursor::new(&mut bytes), ImageFormat::Png)
            .expect("a picture is written");
        bytes
    }

    #[test]
    fn a_picture_is_written_anew_and_then_stays() {
        let mut file = png(40, 20);
        file.extend_from_slice(b"<script>alert(1)</script>");
        let once = data_url("logo", &file).expect("a picture");
        assert_eq!(normalised("logo", &once).as_deref(), Ok(once.as_str()));
        let (kind, bytes) = content(&once).expect("a picture");
        assert_eq!(kind, "image/png");
        assert!(!bytes.windows(7).any(|part| part == b"<script"), "what follows the picture is gone");
    }

    #[test]
    fn a_prepared_picture_is_not_made_again() {
        let with = |logo: &str| Branding { logo: Some(SharedText::from(logo)), ..Branding::default() };
        let raw = format!("data:image/png;base64,{}", STANDARD.encode(png(40, 20)));
        let mut prepared = Prepared::of(&Branding::default(), &with(&raw)).expect("a picture");
        let mut after = with(&raw);
        prepared.take(&Branding::default(), &mut after).expect("it is taken");
        assert_eq!(after.logo.as_deref(), normalised("logo", &raw).ok().as_deref());
        // What was made beforehand counts: nothing is decoded a second time.
        prepared.made[0].2 = SharedText::from("made before");
        let mut after = with(&raw);
        prepared.take(&Branding::default(), &mut after).expect("it is taken");
        assert_eq!(after.logo.as_deref(), Some("made before"));
        assert!(prepared.take(&Branding::default(), &mut with("data:image/png;base64,AAAA")).is_err());
    }

    #[test]
    fn a_large_picture_becomes_as_large_as_it_is_shown() {
        let url = data_url("favicon", &png(400, 300)).expect("a picture");
        let (_, bytes) = content(&url).expect("a picture");
        let picture = image::load_from_memory(&bytes).expect("it can be read");
        assert_eq!((picture.width(), picture.height()), (192, 144));
        assert_eq!(normalised("favicon", &url).as_deref(), Ok(url.as_str()));
    }

    #[test]
    fn what_is_no_picture_or_a_dangerous_one_is_refused() {
        for (file, why) in [
            (b"<svg xmlns='http://www.w3.org/2000/svg'><script/></svg>".to_vec(), "SVG"),
            (b"<?xml version='1.0'?><svg/>".to_vec(), "SVG"),
            (b"GIF89a\x01\x00\x01\x00\x00\x00\x00".to_vec(), "no PNG"),
            (b"<html>".to_vec(), "no PNG"),
            (Vec::new(), "no PNG"),
            (png(4, 4)[..40].to_vec(), "cannot be read"),
            (vec![0x89; LONGEST_FILE + 1], "at most"),
        ] {
            let refusal = data_url("logo", &file).expect_err(why);
            assert!(refusal.contains(why), "{refusal}");
        }
        // A header that promises more than anybody wants to decode.
        let mut bomb = png(2, 2);
        bomb[16..24].copy_from_slice(&[0, 0, 0x1f, 0xff, 0, 0, 0x1f, 0xff]);
        let length = bomb.len();
        let crc = crc(&bomb[12..29]);
        bomb[29..33].copy_from_slice(&crc.to_be_bytes());
        assert_eq!(bomb.len(), length);
        assert!(data_url("logo", &bomb).expect_err("a bomb").contains("too many"));
    }

    fn crc(bytes: &[u8]) -> u32 {
        !bytes.iter().fold(!0u32, |crc, byte| {
            (0..8).fold(crc ^ u32::from(*byte), |crc, _| {
                if crc & 1 == 1 { (crc >> 1) ^ 0xedb8_8320 } else { crc >> 1 }
            })
        })
    }
}
