//! The development server's gallery of pages, in every theme, language and mode.

use serde::Serialize;

use super::super::{Page, TextKey};

/// `/dev/themes`: every page in every state, side by side.
#[derive(Clone, Debug, Serialize)]
pub struct ThemeGallery {
    /// The themes, the chosen one marked.
    pub themes: Vec<GalleryChoice>,
    /// The languages, the chosen one marked.
    pub languages: Vec<GalleryChoice>,
    /// Light, dark, or what the system asks for.
    pub modes: Vec<GalleryChoice>,
    /// Pages, or one page's states.
    pub pages: Vec<GalleryChoice>,
    /// How wide a page is: `phone` or `desktop`.
    pub widths: Vec<GalleryChoice>,
    /// What is wrong with the operator's templates and themes.
    pub faults: Vec<String>,
    /// The pages themselves.
    pub frames: Vec<GalleryFrame>,
    /// Whether they are shown as on a telephone.
    pub narrow: bool,
}

/// A choice of the gallery.
#[derive(Clone, Debug, Serialize)]
pub struct GalleryChoice {
    /// Its value in the query.
    pub value: String,
    /// Its name.
    pub name: String,
    /// Whether it is chosen.
    pub chosen: bool,
}

/// A page of the gallery.
#[derive(Clone, Debug, Serialize)]
pub struct GalleryFrame {
    /// Page and state.
    pub name: String,
    /// Where it is drawn.
    pub link: String,
}

impl Page for ThemeGallery {
    const TEMPLATE: &'static str = "dev/themes.html";

    fn title(&self) -> TextKey {
        TextKey("themes-title")
    }

    fn samples() -> Vec<(&'static str, Self)> {
        let choice =
            |value: &str, chosen| GalleryChoice { value: value.to_owned(), name: value.to_owned(), chosen };
        let frame =
            GalleryFrame { name: "Login first".to_owned(), link: "/dev/themes/page?page=Login".to_owned() };
        let gallery = Self {
            themes: vec![choice("default", true), choice("folio", false)],
            languages: vec![choice("en", true)],
            modes: vec![choice("auto", true), choice("dark", false)],
            pages: vec![choice("Login", true)],
            widths: vec![choice("phone", true), choice("desktop", false)],
            faults: Vec::new(),
            frames: vec![frame],
            narrow: true,
        };
        let fault = "themes/own/theme.toml line 3: light has no token acent; did you mean accent?".to_owned();
        let broken = Self { faults: vec![fault], frames: Vec::new(), ..gallery.clone() };
        vec![("gallery", gallery), ("broken", broken)]
    }
}
