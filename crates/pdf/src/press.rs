//! Typst behind one small door: a world with our templates, the fonts a document needs and its data file, and nothing
//! else (no other files, no packages, no network, no clock). Not here: what is printed (`paper`, templates).

use std::panic::{AssertUnwindSafe, catch_unwind, resume_unwind};
use std::sync::OnceLock;
use std::sync::atomic::{AtomicBool, Ordering};

use holdepunkt_core::going::Going;
use image::codecs::png::{CompressionType, FilterType, PngEncoder};
use image::{ExtendedColorType, ImageEncoder as _};
use typst::diag::{FileError, FileResult, SourceDiagnostic};
use typst::foundations::{Bytes, Datetime, Duration, Smart};
use typst::layout::{Abs, Frame};
use typst::syntax::{FileId, RootedPath, Source, VirtualPath, VirtualRoot};
use typst::text::{Font, FontBook};
use typst::utils::{LazyHash, Scalar};
use typst::{Library, LibraryExt, World};
use typst_layout::PagedDocument;
use typst_pdf::{PdfOptions, PdfStandard, PdfStandards, Timestamp};
use typst_render::RenderOptions;

use crate::PrintError;
use crate::fonts::FontSet;

/// What can be printed; the name of its template.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub enum Template {
    Print,
    Phone,
    Sheet,
    Steps,
    Page,
    Book,
    Card,
}

const FILES: &[(&str, &str)] = &[
    ("/look.typ", include_str!("../templates/look.typ")),
    ("/front.typ", include_str!("../templates/front.typ")),
    ("/print.typ", include_str!("../templates/print.typ")),
    ("/phone.typ", include_str!("../templates/phone.typ")),
    ("/sheet.typ", include_str!("../templates/sheet.typ")),
    ("/parts.typ", include_str!("../templates/parts.typ")),
    ("/steps.typ", include_str!("../templates/steps.typ")),
    ("/page.typ", include_str!("../templates/page.typ")),
    ("/book.typ", include_str!("../templates/book.typ")),
    ("/card.typ", include_str!("../templates/card.typ")),
];

impl Template {
    fn path(self) -> &'static str {
        match self {
            Template::Print => "/print.typ",
            Template::Phone => "/phone.typ",
            Template::Sheet => "/sheet.typ",
            Template::Steps => "/steps.typ",
            Template::Page => "/page.typ",
            Template::Book => "/book.typ",
            Template::Card => "/card.typ",
        }
    }
}

struct PrintWorld<'a> {
    main: FileId,
    fonts: &'a FontSet,
    data: Bytes,
    pictures: &'a [(String, Bytes)],
    going: Option<&'a Going>,
}

/// What goes up through Typst when the person has stopped it.
struct Unwanted;

fn library() -> &'static LazyHash<Library> {
    static LIBRARY: OnceLock<LazyHash<Library>> = OnceLock::new();
    LIBRARY.get_or_init(|| LazyHash::new(Library::default()))
}

fn file(path: &str) -> Option<FileId> {
    Some(RootedPath::new(VirtualRoot::Project, VirtualPath::new(path).ok()?).intern())
}

/// Our templates, parsed once.
fn sources() -> &'static [Source] {
    static SOURCES: OnceLock<Vec<Source>> = OnceLock::new();
    SOURCES.get_or_init(|| {
        FILES.iter().filter_map(|(path, text)| Some(Source::new(file(path)?, (*text).to_owned()))).collect()
    })
}

/// Reads what every print needs, before one is wanted.
pub fn get_ready() {
    let _ = (library(), sources());
    crate::fonts::get_ready();
}

impl World for PrintWorld<'_> {
    fn library(&self) -> &LazyHash<Library> {
        library()
    }

    fn book(&self) -> &LazyHash<FontBook> {
        &self.fonts.book
    }

    fn main(&self) -> FileId {
        self.main
    }

    fn source(&self, id: FileId) -> FileResult<Source> {
        sources().iter().find(|source| source.id() == id).cloned().ok_or(FileError::AccessDenied)
    }

    fn file(&self, id: FileId) -> FileResult<Bytes> {
        if file("/document.json") == Some(id) {
            return Ok(self.data.clone());
        }
        let path = id.get().vpath().get_with_slash();
        let picture = self.pictures.iter().find(|(name, _)| name == path);
        picture.map(|(_, bytes)| bytes.clone()).ok_or(FileError::AccessDenied)
    }

    /// Asked for with every piece of text: the one place where Typst, which has no way to stop, can be left. Everything it was at is
    /// dropped on the way up to [`guarded`]; nothing is said in the log, for nothing went wrong.
    fn font(&self, index: usize) -> Option<Font> {
        if self.going.is_some_and(|going| going.goes_on().is_err()) {
            resume_unwind(Box::new(Unwanted));
        }
        self.fonts.fonts.get(index).cloned()
    }

    fn today(&self, _: Option<Duration>) -> Option<Datetime> {
        None
    }
}

/// A print is set again with one line more or less: what was worked out for the rest of it is used once more when this is on. It holds words of
/// the person, so it is on in a process of its own alone, which ends with what it holds (decision 0141).
static REMEMBERS: AtomicBool = AtomicBool::new(false);
/// For how many settings something is kept that none of them used: the print before, large type and back.
const SETTINGS: usize = 3;
/// A longer print is set as a whole each time: what is remembered of it is too much to hold.
const LONGEST_REMEMBERED: usize = 60;

/// From now on what was worked out for a print is kept for the next ones.
pub fn remember() {
    REMEMBERS.store(true, Ordering::Relaxed);
}

/// Typst remembers what it worked out; where nothing is to be remembered, user text does not stay behind, whatever happened.
struct Forget;

impl Drop for Forget {
    fn drop(&mut self) {
        if !REMEMBERS.load(Ordering::Relaxed) {
            typst::comemo::evict(0);
        }
    }
}

/// Sets the data in type, with the pictures it names by their path.
pub fn set(
    template: Template,
    fonts: &FontSet,
    data: Vec<u8>,
    pictures: &[(String, Bytes)],
    going: Option<&Going>,
) -> Result<PagedDocument, PrintError> {
    let main = file(template.path()).ok_or_else(|| PrintError::Layout("template".to_owned()))?;
    let world = PrintWorld { main, fonts, data: Bytes::new(data), pictures, going };
    guarded(|| {
        let pages = typst::compile::<PagedDocument>(&world).output;
        if REMEMBERS.load(Ordering::Relaxed) {
            let long = pages.as_ref().is_ok_and(|pages| pages.pages().len() > LONGEST_REMEMBERED);
            typst::comemo::evict(if long { 0 } else { SETTINGS });
        }
        pages.map_err(|errors| full(&errors).unwrap_or_else(|| PrintError::Layout(place(&world, &errors))))
    })
}

/// The finished pages as PDF/UA-1 and PDF/A-2a. `made` as year, month, day; `creator` is told to whoever looks at the file.
pub fn pdf(pages: &PagedDocument, made: (i32, u8, u8), creator: Option<&str>) -> Result<Vec<u8>, PrintError> {
    let standards = PdfStandards::new(&[PdfStandard::Ua_1, PdfStandard::A_2a])
        .map_err(|_| PrintError::Export("standards".to_owned()))?;
    let (year, month, day) = made;
    // Without a date the export fails; an impossible one is the builder's mistake, not a reason for no print.
    let date = Datetime::from_ymd_hms(year, month, day, 12, 0, 0).or(Datetime::from_ymd_hms(2000, 1, 1, 12, 0, 0));
    let options = PdfOptions {
        creator: Smart::Custom(creator.map(str::to_owned)),
        timestamp: date.map(Timestamp::new_utc),
        standards,
        ..PdfOptions::default()
    };
    guarded(|| typst_pdf::pdf(pages, &options).map_err(|errors| PrintError::Export(kinds(&errors))))
}

/// One page as a PNG of this width.
pub fn png(page: &typst_layout::Page, width: u32) -> Result<Vec<u8>, PrintError> {
    let frame: &Frame = &page.frame;
    let pixel_per_pt = Scalar::new(f64::from(width) / frame.width().max(Abs::pt(1.0)).to_pt());
    let options = RenderOptions { pixel_per_pt, render_bleed: false };
    guarded(|| {
        let drawn = typst_render::render(page, &options);
        // Paper is opaque. Nearly all of it is white: little effort packs it as well as much.
        let colours: Vec<u8> = drawn.pixels().iter().flat_map(|p| [p.red(), p.green(), p.blue()]).collect();
        let mut png = Vec::new();
        PngEncoder::new_with_quality(&mut png, CompressionType::Fast, FilterType::Up)
            .write_image(&colours, drawn.width(), drawn.height(), ExtendedColorType::Rgb8)
            .map_err(|_| PrintError::Picture)?;
        Ok(png)
    })
}

/// Runs Typst so that a panic inside it is an error of ours and nothing of the text is remembered.
fn guarded<T>(work: impl FnOnce() -> Result<T, PrintError>) -> Result<T, PrintError> {
    let _forget = Forget;
    catch_unwind(AssertUnwindSafe(work))
        .unwrap_or_else(|thrown| Err(if thrown.is::<Unwanted>() { PrintError::Unwanted } else { PrintError::Stopped }))
}

/// The card's template stops with these words when a face has too much on it: `full front 3`.
fn full(errors: &[SourceDiagnostic]) -> Option<PrintError> {
    errors.iter().find_map(|error| {
        // Newer typesetters leave the quotation marks out.
        let (_, said) = error.message.split_once("panicked with: ")?;
        let (side, lines) = said.trim_matches('"').strip_prefix("full ")?.split_once(' ')?;
        let side = ["front", "back"].into_iter().find(|known| *known == side)?;
        Some(PrintError::CardFull { side, lines: lines.parse().unwrap_or(u8::MAX) })
    })
}

/// Where in our templates it went wrong: file and line, never the message (it may quote the user's text).
fn place(world: &PrintWorld, errors: &[SourceDiagnostic]) -> String {
    #[cfg(test)]
    for error in errors {
        eprintln!("typst: {} {:?}", error.message, error.hints);
    }
    let places = errors.iter().map(|error| {
        let Some(id) = error.span.id() else { return "somewhere".to_owned() };
        let path = id.get().vpath().get_with_slash().to_owned();
        let line = typst::WorldExt::range(world, error.span)
            .and_then(|range| world.source(id).ok()?.lines().byte_to_line(range.start));
        format!("{path}:{}", line.map_or(0, |line| line + 1))
    });
    places.collect::<Vec<_>>().join(", ")
}

/// The kind of each export error: its words up to the first quotation of text.
fn kinds(errors: &[SourceDiagnostic]) -> String {
    let kind = |error: &SourceDiagnostic| error.message.split(['`', '"']).next().unwrap_or_default().trim().to_owned();
    let mut kinds: Vec<String> = errors.iter().map(kind).collect();
    kinds.dedup();
    kinds.truncate(3);
    kinds.join(", ")
}
