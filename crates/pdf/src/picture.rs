//! Pictures of lines made fit for paper: each is decoded by the typesetter's own decoder before anything is set, so that one
//! that is damaged is told in words and never stops a print. Not here: how large they stand on the page (templates).

use std::borrow::Cow;
use std::collections::HashMap;
use std::io::Cursor;

use holdepunkt_core::document::{Document, Picture};
use holdepunkt_core::exchange::picture::prepare;
use image::codecs::jpeg::{JpegDecoder, JpegEncoder};
use image::imageops::FilterType;
use image::{ColorType, ImageDecoder as _, ImageFormat, ImageReader};
use typst::foundations::Bytes;
use typst::visualize::{ExchangeFormat, RasterImage};

/// Pixels of all pictures of a print together; each takes three bytes while the pages are set and looked at. With more,
/// every picture gets smaller.
const MOST_PIXELS: f64 = 36_000_000.0;

/// The smallest a picture gets, in pixels of its longest side.
const SMALLEST: u32 = 240;

const QUALITY: u8 = 82;

/// How a pixel is drawn when there is room: 96 to an inch.
const POINTS: f64 = 0.75;

/// Where a picture stands: part, group, line, and which of the line's.
type Place = (usize, usize, usize, usize);

/// The pictures of a print that can be drawn.
#[derive(Default)]
pub struct Pictures {
    files: Vec<(String, Bytes)>,
    drawn: HashMap<Place, Drawn>,
}

/// A picture as the templates need it: sizes in points, as large as it may be drawn.
#[derive(Clone, Debug)]
pub struct Drawn {
    pub path: String,
    pub width: f64,
    pub height: f64,
}

impl Pictures {
    /// Those of the document that can be read.
    pub fn of(document: &Document) -> Self {
        Self::within(document, MOST_PIXELS)
    }

    fn within(document: &Document, most: f64) -> Self {
        let all: Vec<(Place, &Picture)> = places(document).collect();
        let pixels: f64 = all.iter().filter_map(|(_, picture)| size(&picture.bytes)).map(|(w, h)| w * h).sum();
        let part = (most / pixels.max(1.0)).sqrt().min(1.0);
        let mut pictures = Self::default();
        for (place, picture) in all {
            let Some(bytes) = fit(&picture.bytes, part) else { continue };
            let bytes = Bytes::new(bytes.into_owned());
            let Ok(raster) = RasterImage::plain(bytes.clone(), ExchangeFormat::Jpg) else { continue };
            let path = format!("/picture-{}.jpg", pictures.files.len());
            let [width, height] = [raster.width(), raster.height()].map(|pixels| f64::from(pixels) * POINTS / part);
            pictures.files.push((path.clone(), bytes));
            pictures.drawn.insert(place, Drawn { path, width, height });
        }
        pictures
    }

    pub fn find(&self, place: Place) -> Option<&Drawn> {
        self.drawn.get(&place)
    }

    pub fn files(&self) -> &[(String, Bytes)] {
        &self.files
    }
}

fn places(document: &Document) -> impl Iterator<Item = (Place, &Picture)> {
    let groups = document
        .parts
        .iter()
        .enumerate()
        .flat_map(|(part, of)| of.groups.iter().enumerate().map(move |(group, items)| (part, group, &items.items)));
    let items = groups.flat_map(|(part, group, items)| {
        items.iter().enumerate().map(move |(item, of)| (part, group, item, &of.pictures))
    });
    items.flat_map(|(part, group, item, pictures)| {
        pictures.iter().enumerate().map(move |(nth, picture)| ((part, group, item, nth), picture))
    })
}

/// Width and height as its head tells them.
fn size(bytes: &[u8]) -> Option<(f64, f64)> {
    let reader = ImageReader::new(Cursor::new(bytes)).with_guessed_format().ok()?;
    reader.into_dimensions().ok().map(|(width, height)| (f64::from(width), f64::from(height)))
}

/// A JPEG that can stand in any PDF: in grey or in red, green and blue, without profile, place or camera, made smaller to
/// `part` of its sides. None when it cannot be read.
fn fit(bytes: &[u8], part: f64) -> Option<Cow<'_, [u8]>> {
    if is_cut_short(bytes) {
        return None;
    }
    let plain = if is_plain(bytes) { Cow::Borrowed(bytes) } else { Cow::Owned(prepare(bytes).ok()?.bytes) };
    if part < 1.0 { smaller(&plain, part).map(Cow::Owned) } else { Some(plain) }
}

/// A JPEG without an end would be drawn in part, the rest grey.
fn is_cut_short(bytes: &[u8]) -> bool {
    let filled = bytes.iter().rposition(|byte| *byte != 0).map_or(0, |last| last + 1);
    image::guess_format(bytes).ok() == Some(ImageFormat::Jpeg) && !bytes[..filled].ends_with(&[0xff, 0xd9])
}

fn is_plain(bytes: &[u8]) -> bool {
    let Ok(mut decoder) = JpegDecoder::new(Cursor::new(bytes)) else { return false };
    let known = matches!(decoder.original_color_type(), image::ExtendedColorType::L8 | image::ExtendedColorType::Rgb8)
        && matches!(decoder.color_type(), ColorType::L8 | ColorType::Rgb8);
    let nothing = |found: image::ImageResult<Option<Vec<u8>>>| found.is_ok_and(|found| found.is_none());
    known && nothing(decoder.icc_profile()) && nothing(decoder.exif_metadata())
}

fn smaller(bytes: &[u8], part: f64) -> Option<Vec<u8>> {
    let picture = image::load_from_memory_with_format(bytes, ImageFormat::Jpeg).ok()?;
    let longest = f64::from(picture.width().max(picture.height()));
    #[allow(clippy::cast_possible_truncation, clippy::cast_sign_loss)] // a part of a side, which is no more than 65,535
    let longest = ((longest * part) as u32).max(SMALLEST.min(longest as u32)).max(1);
    let mut drawn = Vec::new();
    let picture = picture.resize(longest, longest, FilterType::Triangle).to_rgb8();
    JpegEncoder::new_with_quality(&mut drawn, QUALITY).encode_image(&picture).ok()?;
    Some(drawn)
}

#[cfg(test)]
mod tests {
    use super::*;
    use image::DynamicImage;

    fn picture(width: u32, height: u32, format: ImageFormat) -> Vec<u8> {
        let mut bytes = Vec::new();
        DynamicImage::new_rgb8(width, height).write_to(&mut Cursor::new(&mut bytes), format).unwrap();
        bytes
    }

    #[test]
    fn our_own_pictures_go_on_paper_as_they_are_and_others_are_drawn_anew() {
        let ours = picture(40, 30, ImageFormat::Jpeg);
        assert!(matches!(fit(&ours, 1.0), Some(Cow::Borrowed(_))));
        let png = picture(40, 30, ImageFormat::Png);
        assert!(is_plain(&fit(&png, 1.0).unwrap()));
        // A telephone's picture with a place in it.
        let mut camera = ours.clone();
        camera.splice(2..2, *b"\xff\xe1\0\x0cExif\0\0PLCE");
        let drawn = fit(&camera, 1.0).unwrap();
        assert!(!drawn.windows(4).any(|found| found == b"PLCE"), "the place does not get onto paper");
    }

    #[test]
    fn a_picture_that_is_damaged_is_none() {
        let jpeg = picture(400, 300, ImageFormat::Jpeg);
        let png = picture(400, 300, ImageFormat::Png);
        for bytes in [&jpeg[..jpeg.len() / 2], &png[..png.len() / 2], b"", b"\xff\xd8 BILLEDE", b"\xff\xd8\xff\xd9"] {
            assert!(fit(bytes, 1.0).is_none());
        }
        for at in 0..png.len() {
            let mut broken = png.clone();
            broken[at] ^= 0xff;
            let _ = fit(&broken, 1.0);
        }
    }

    #[test]
    fn all_pictures_of_a_print_share_the_room_there_is_and_stand_as_large_as_before() {
        use holdepunkt_core::document::{Item, Items, Part};
        let bytes = picture(400, 300, ImageFormat::Jpeg);
        let item = Item { pictures: vec![Picture { bytes, ..Picture::default() }], ..Item::default() };
        let groups = vec![Items { items: vec![item; 30], ..Items::default() }];
        let document = Document { parts: vec![Part { groups, ..Part::default() }], ..Document::default() };
        let pictures = Pictures::within(&document, 30.0 * 300.0 * 225.0);
        assert_eq!(pictures.files().len(), 30, "none is left out");
        let sizes: Vec<_> = pictures.files().iter().filter_map(|(_, bytes)| size(bytes)).collect();
        assert!(sizes.iter().all(|size| *size == (300.0, 225.0)), "{sizes:?}");
        let drawn = pictures.find((0, 0, 29, 0)).unwrap();
        assert!((drawn.width - 300.0).abs() < 1.0 && (drawn.height - 225.0).abs() < 1.0, "{drawn:?}");
    }

    #[test]
    fn with_very_many_pictures_each_gets_smaller_and_none_vanishes() {
        let large = picture(1_800, 1_350, ImageFormat::Jpeg);
        let half = fit(&large, 0.5).unwrap();
        assert_eq!(size(&half), Some((900.0, 675.0)));
        let tiny = fit(&large, 0.01).unwrap();
        assert_eq!(size(&tiny), Some((240.0, 180.0)));
        let dot = picture(1, 1, ImageFormat::Jpeg);
        assert_eq!(size(&fit(&dot, 0.5).unwrap()), Some((1.0, 1.0)));
    }
}
