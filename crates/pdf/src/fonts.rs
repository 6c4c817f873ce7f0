//! The fonts of a print: which ones we ship, which characters they can draw, and which of them one document needs.
//! Not here: what becomes of a character no font has (see `clean`), or anything about pages.

use std::sync::OnceLock;

use typst::foundations::Bytes;
use typst::layout::{Abs, Em};
use typst::text::{Font, FontBook, FontInfo, FontInstance, FontVariant, FontVariations};
use typst::utils::LazyHash;

macro_rules! shipped {
    ($($file:literal),* $(,)?) => {
        [$(Shipped { bytes: include_bytes!(concat!("../fonts/", $file, ".ttf")), font: OnceLock::new() }),*]
    };
}

/// A font file inside the program, parsed when a document first needs it and kept.
struct Shipped {
    bytes: &'static [u8],
    font: OnceLock<Option<Ready>>,
}

/// A parsed font, and the same ready to be asked for glyphs.
struct Ready {
    font: Font,
    instance: FontInstance,
}

impl Ready {
    fn new(bytes: Bytes) -> Option<Self> {
        let font = Font::new(bytes, 0)?;
        let instance = font.clone().instantiate(FontVariant::default(), Abs::pt(11.0), &FontVariations::default());
        Some(Self { font, instance })
    }
}

/// The text face in its weights. Every print has these.
static TEXT: [Shipped; 5] = shipped![
    "AtkinsonHyperlegibleNext-Regular",
    "AtkinsonHyperlegibleNext-Italic",
    "AtkinsonHyperlegibleNext-Medium",
    "AtkinsonHyperlegibleNext-SemiBold",
    "AtkinsonHyperlegibleNext-Bold",
];

/// Other scripts and signs, in the order in which they are asked. One weight each: a bold Georgian name is rare.
static OTHERS: [Shipped; 25] = shipped![
    "NotoSans-Regular",
    // Before Noto's Arabic, which draws dots as glyphs of their own: its text comes out of a PDF with letters doubled.
    "Vazirmatn-Regular",
    "NotoSansArabic-Regular",
    "NotoSansHebrew-Regular",
    "NotoSansArmenian-Regular",
    "NotoSansGeorgian-Regular",
    "NotoSansDevanagari-Regular",
    "NotoSansBengali-Regular",
    "NotoSansGurmukhi-Regular",
    "NotoSansGujarati-Regular",
    "NotoSansTamil-Regular",
    "NotoSansTelugu-Regular",
    "NotoSansKannada-Regular",
    "NotoSansMalayalam-Regular",
    "NotoSansSinhala-Regular",
    "NotoSansThai-Regular",
    "NotoSansLao-Regular",
    "NotoSansKhmer-Regular",
    "NotoSansMyanmar-Regular",
    "NotoSansEthiopic-Regular",
    "NotoSansTifinagh-Regular",
    "NotoEmoji-Regular",
    "NotoSansSymbols-Regular",
    "NotoSansSymbols2-Regular",
    "NotoSansMath-Regular",
];

impl Shipped {
    fn ready(&self) -> Option<&Ready> {
        self.font.get_or_init(|| Ready::new(Bytes::new(self.bytes))).as_ref()
    }
}

/// Parses the text face.
pub fn get_ready() {
    for font in &TEXT {
        let _ = font.ready();
    }
}

/// Chinese, Japanese and Korean fonts of the machine: too large to ship, asked only for characters ours do not have.
/// The usual places of Debian, Fedora, Windows and macOS; a machine without them shows the placeholder.
const ON_THE_MACHINE: &[&str] = &[
    "/usr/share/fonts/opentype/noto/NotoSansCJK-Regular.ttc",
    "/usr/share/fonts/noto-cjk/NotoSansCJK-Regular.ttc",
    "/usr/share/fonts/google-noto-cjk/NotoSansCJK-Regular.ttc",
    "/usr/share/fonts/google-noto-sans-cjk-fonts/NotoSansCJK-Regular.ttc",
    "/usr/share/fonts/truetype/droid/DroidSansFallbackFull.ttf",
    "/usr/share/fonts/truetype/wqy/wqy-microhei.ttc",
    "C:\\Windows\\Fonts\\msyh.ttc",
    "C:\\Windows\\Fonts\\malgun.ttf",
    "C:\\Windows\\Fonts\\YuGothR.ttc",
    "/System/Library/Fonts/PingFang.ttc",
    "/System/Library/Fonts/Hiragino Sans GB.ttc",
    "/System/Library/Fonts/AppleSDGothicNeo.ttc",
];

fn on_the_machine() -> &'static [Ready] {
    static FOUND: OnceLock<Vec<Ready>> = OnceLock::new();
    FOUND.get_or_init(|| {
        let files = ON_THE_MACHINE.iter().filter_map(|path| std::fs::read(path).ok());
        files.filter_map(|bytes| Ready::new(Bytes::new(bytes))).collect()
    })
}

fn is_east_asian(c: char) -> bool {
    matches!(u32::from(c), 0x1100..=0x11FF | 0x2E80..=0x9FFF | 0xA960..=0xA97F | 0xAC00..=0xD7FF
        | 0xF900..=0xFAFF | 0xFE30..=0xFE4F | 0xFF00..=0xFFEF | 0x20000..=0x323AF)
}

/// A font that can be asked for: by its place in our lists.
#[derive(Clone, Copy, Debug, PartialEq, Eq, PartialOrd, Ord)]
pub enum Face {
    Text,
    Other(usize),
    Machine(usize),
}

impl Face {
    fn ready(self) -> Option<&'static Ready> {
        match self {
            Face::Text => TEXT.first()?.ready(),
            Face::Other(at) => OTHERS.get(at)?.ready(),
            Face::Machine(at) => on_the_machine().get(at),
        }
    }

    /// Width of a character in em; 0 for a mark.
    pub fn advance(self, c: char) -> f64 {
        let width = || {
            let instance = &self.ready()?.instance;
            instance.ttf().glyph_index(c).and_then(|glyph| instance.x_advance(glyph.0)).map(Em::get)
        };
        width().unwrap_or(1.0)
    }

    fn covers(self, chars: &[char]) -> bool {
        self.ready().is_some_and(|ready| chars.iter().all(|&c| ready.font.info().coverage.contains(u32::from(c))))
    }
}

/// The first font that has all of these characters (a letter and its marks must come from one font).
pub fn face_for(chars: &[char], with_machine: bool) -> Option<Face> {
    if Face::Text.covers(chars) {
        return Some(Face::Text);
    }
    if let Some(at) = (0..OTHERS.len()).find(|&at| Face::Other(at).covers(chars)) {
        return Some(Face::Other(at));
    }
    if !with_machine || !chars.iter().copied().any(is_east_asian) {
        return None;
    }
    (0..on_the_machine().len()).map(Face::Machine).find(|face| face.covers(chars))
}

/// The fonts one document is set in, and their families in the order the template asks them.
pub struct FontSet {
    pub book: LazyHash<FontBook>,
    pub fonts: Vec<Font>,
    pub families: Vec<String>,
}

impl FontSet {
    /// The text face and these.
    pub fn with(faces: impl IntoIterator<Item = Face>) -> Self {
        let mut fonts: Vec<Font> = TEXT.iter().filter_map(Shipped::ready).map(|ready| ready.font.clone()).collect();
        let others = faces.into_iter().filter(|face| *face != Face::Text).filter_map(Face::ready);
        fonts.extend(others.map(|ready| ready.font.clone()));
        let mut families: Vec<String> = Vec::new();
        for FontInfo { family, .. } in fonts.iter().map(Font::info) {
            if !families.contains(family) {
                families.push(family.clone());
            }
        }
        Self { book: LazyHash::new(FontBook::from_fonts(&fonts)), fonts, families }
    }
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn every_shipped_font_can_be_read() {
        for (at, shipped) in TEXT.iter().chain(&OTHERS).enumerate() {
            assert!(shipped.ready().is_some(), "font {at} of our lists cannot be parsed");
        }
    }

    #[test]
    fn danish_needs_only_the_text_face() {
        for c in "ÆØÅæøåéüöäß–—…’”“·•€½×".chars() {
            assert_eq!(face_for(&[c], false), Some(Face::Text), "{c}");
        }
    }

    #[test]
    fn the_text_face_has_its_weights() {
        let set = FontSet::with([]);
        assert_eq!(set.families, ["Atkinson Hyperlegible Next"], "all weights share one family name");
    }
}
