//! A picture or a recording made fit to lie in the book: a picture is drawn anew, smaller, turned the right way, and without where and with
//! what it was taken. A recording is kept as it is. Not here: the line it belongs to (`book/picture`).

use super::fault::FileFault;
use image::codecs::jpeg::JpegEncoder;
use image::{DynamicImage, ImageDecoder as _, ImageFormat, ImageReader, Limits, Rgb, RgbImage};
use std::io::Cursor;

/// The longest file handed in, in bytes: a large photograph.
pub const MOST_BYTES: usize = 24 * 1024 * 1024;

/// The most a picture or recording takes in the book, in bytes.
pub const MOST_KEPT: usize = 8 * 1024 * 1024;

/// Pictures and recordings of one line.
pub const ON_A_LINE: usize = 12;

/// The longest side of a picture in the book, in pixels: a photographed page can still be read.
const LONGEST: u32 = 1_800;

/// Pixels of one side, and bytes while a picture is read; more is a bomb.
const MOST_SIDE: u32 = 12_000;
const MOST_ROOM: u64 = 150 * 1024 * 1024;

const QUALITY: u8 = 82;

/// What will lie in the book.
#[derive(Clone, Debug, PartialEq, Eq)]
pub struct Prepared {
    pub kind: &'static str,
    pub width: u32,
    pub height: u32,
    pub bytes: Vec<u8>,
}

impl Prepared {
    /// A recording is heard, not seen.
    #[must_use]
    pub fn is_sound(&self) -> bool {
        is_sound(self.kind)
    }
}

/// Whether a kind is heard, not seen.
#[must_use]
pub fn is_sound(kind: &str) -> bool {
    kind.starts_with("audio/")
}

/// How a file of a kind ends.
#[must_use]
pub fn ending(kind: &str) -> &'static str {
    match kind {
        "image/jpeg" => "jpg",
        "audio/mpeg" => "mp3",
        "audio/mp4" => "m4a",
        "audio/ogg" => "ogg",
        "audio/flac" => "flac",
        "audio/wav" => "wav",
        _ => "bin",
    }
}

/// Reads what was handed in.
///
/// # Errors
/// [`FileFault::NoPicture`], [`FileFault::PictureHeic`], [`FileFault::PictureTooBig`].
pub fn prepare(bytes: &[u8]) -> Result<Prepared, FileFault> {
    if bytes.len() > MOST_BYTES {
        return Err(FileFault::PictureTooBig);
    }
    if let Some(kind) = sound(bytes) {
        let kept = Prepared { kind, width: 0, height: 0, bytes: bytes.to_vec() };
        return if bytes.len() > MOST_KEPT { Err(FileFault::PictureTooBig) } else { Ok(kept) };
    }
    let picture = smaller(read(bytes)?);
    let (width, height) = (picture.width(), picture.height());
    let mut drawn = Vec::new();
    let encoded = JpegEncoder::new_with_quality(&mut drawn, QUALITY).encode_image(&on_paper(&picture));
    encoded.map_err(|_| FileFault::NoPicture)?;
    let prepared = Prepared { kind: "image/jpeg", width, height, bytes: drawn };
    if prepared.bytes.len() > MOST_KEPT { Err(FileFault::PictureTooBig) } else { Ok(prepared) }
}

/// A picture or recording from a file, as it may lie in the book: the very same when we made it, drawn anew when somebody else did.
/// Only its beginning is read to tell, so that a file full of them costs nothing.
///
/// # Errors
/// As [`prepare`].
pub fn as_ours(kind: &str, size: (u32, u32), bytes: Vec<u8>) -> Result<Prepared, FileFault> {
    if let Some(kind) = sound(&bytes).filter(|found| *found == kind) {
        return if bytes.len() > MOST_KEPT {
            Err(FileFault::PictureTooBig)
        } else {
            Ok(Prepared { kind, width: 0, height: 0, bytes })
        };
    }
    let ours = kind == "image/jpeg" && plain_jpeg(&bytes) == Some(size) && size.0.max(size.1) <= LONGEST;
    if ours && bytes.len() <= MOST_KEPT {
        return Ok(Prepared { kind: "image/jpeg", width: size.0, height: size.1, bytes });
    }
    prepare(&bytes)
}

/// Width and height of a JPEG that holds a picture and nothing else: no place, camera or comment before it, nothing after.
fn plain_jpeg(bytes: &[u8]) -> Option<(u32, u32)> {
    if !bytes.starts_with(&[0xff, 0xd8]) || !bytes.ends_with(&[0xff, 0xd9]) {
        return None;
    }
    let mut at = 2;
    let mut size = None;
    loop {
        let [0xff, marker, high, low] = *bytes.get(at..at + 4)? else { return None };
        let length = usize::from(u16::from_be_bytes([high, low]));
        match marker {
            // The picture itself.
            0xda => return size,
            0xc0 => {
                let [h1, h2, w1, w2] = *bytes.get(at + 5..at + 9)? else { return None };
                size = Some((u32::from(u16::from_be_bytes([w1, w2])), u32::from(u16::from_be_bytes([h1, h2]))));
            }
            // Tables, and the mark that it is a JPEG.
            0xc4 | 0xdb | 0xdd => {}
            0xe0 if length == 16 => {}
            _ => return None,
        }
        at += 2 + length.max(2);
    }
}

fn read(bytes: &[u8]) -> Result<DynamicImage, FileFault> {
    if is_heic(bytes) {
        return Err(FileFault::PictureHeic);
    }
    let mut reader = ImageReader::new(Cursor::new(bytes));
    let format = image::guess_format(bytes).map_err(|_| FileFault::NoPicture)?;
    if !matches!(format, ImageFormat::Jpeg | ImageFormat::Png | ImageFormat::WebP) {
        return Err(FileFault::NoPicture);
    }
    reader.set_format(format);
    let mut limits = Limits::default();
    limits.max_image_width = Some(MOST_SIDE);
    limits.max_image_height = Some(MOST_SIDE);
    limits.max_alloc = Some(MOST_ROOM);
    reader.limits(limits);
    let mut decoder = reader.into_decoder().map_err(|_| FileFault::NoPicture)?;
    if decoder.total_bytes() > MOST_ROOM {
        return Err(FileFault::PictureTooBig);
    }
    // How the camera was held; the rest of what a camera writes ends here.
    let turned = decoder.orientation().unwrap_or(image::metadata::Orientation::NoTransforms);
    let mut picture = DynamicImage::from_decoder(decoder).map_err(|_| FileFault::NoPicture)?;
    picture.apply_orientation(turned);
    Ok(picture)
}

fn smaller(picture: DynamicImage) -> DynamicImage {
    if picture.width().max(picture.height()) > LONGEST {
        picture.resize(LONGEST, LONGEST, image::imageops::FilterType::Triangle)
    } else {
        picture
    }
}

/// Drawn on white where it can be seen through.
fn on_paper(picture: &DynamicImage) -> RgbImage {
    if !picture.color().has_alpha() {
        return picture.to_rgb8();
    }
    let seen = picture.to_rgba8();
    RgbImage::from_fn(seen.width(), seen.height(), |x, y| {
        let [red, green, blue, alpha] = seen.get_pixel(x, y).0;
        let over = |colour: u8| {
            let mixed = (u32::from(colour) * u32::from(alpha) + 255 * (255 - u32::from(alpha))) / 255;
            u8::try_from(mixed).unwrap_or(255)
        };
        Rgb([over(red), over(green), over(blue)])
    })
}

/// A picture as many telephones keep it: we cannot read it, and can say so.
fn is_heic(bytes: &[u8]) -> bool {
    const BRANDS: [&[u8]; 6] = [b"heic", b"heix", b"heim", b"heif", b"mif1", b"avif"];
    bytes.get(4..8) == Some(b"ftyp") && bytes.get(8..12).is_some_and(|brand| BRANDS.contains(&brand))
}

/// What kind of recording begins like this; none when it is none.
fn sound(bytes: &[u8]) -> Option<&'static str> {
    let at = |from: usize, word: &[u8]| bytes.get(from..from + word.len()) == Some(word);
    match bytes {
        _ if at(0, b"ID3") || matches!(bytes, [0xff, second, ..] if second & 0xe6 == 0xe2) => Some("audio/mpeg"),
        _ if at(4, b"ftypM4A") || at(4, b"ftypmp42") || at(4, b"ftypisom") || at(4, b"ftyp3gp") => Some("audio/mp4"),
        _ if at(0, b"OggS") => Some("audio/ogg"),
        _ if at(0, b"fLaC") => Some("audio/flac"),
        _ if at(0, b"RIFF") && at(8, b"WAVE") => Some("audio/wav"),
        _ => None,
    }
}

#[cfg(test)]
mod tests {
    use super::*;

    fn png(width: u32, height: u32) -> Vec<u8> {
        let mut bytes = Vec::new();
        let picture = DynamicImage::new_rgba8(width, height);
        picture.write_to(&mut Cursor::new(&mut bytes), ImageFormat::Png).unwrap();
        bytes
    }

    /// A photograph as a telephone makes it: a JPEG with a place in it, held sideways.
    fn photograph() -> Vec<u8> {
        taken(&DynamicImage::new_rgb8(40, 20), 6)
    }

    /// As a telephone writes it that was held as `orientation` says, from 1 to 8.
    fn taken(picture: &DynamicImage, orientation: u8) -> Vec<u8> {
        let mut jpeg = Vec::new();
        picture.write_to(&mut Cursor::new(&mut jpeg), ImageFormat::Jpeg).unwrap();
        let mut tiff = b"MM\0\x2a\0\0\0\x08\0\x02\x01\x12\0\x03\0\0\0\x01\0\x06\0\0\x01\x0e\0\x02\0\0\0\x12\0\0\0\x26\0\0\0\0N 55 40 PLACE 12\0".to_vec();
        tiff[19] = orientation;
        let mut exif = vec![0xff, 0xe1];
        exif.extend(u16::try_from(tiff.len() + 8).unwrap().to_be_bytes());
        exif.extend(b"Exif\0\0");
        exif.extend(tiff);
        jpeg.splice(2..2, exif);
        jpeg
    }

    #[test]
    fn a_picture_is_made_smaller_and_drawn_on_white() {
        let kept = prepare(&png(3_000, 1_000)).unwrap();
        assert_eq!((kept.kind, kept.width, kept.height), ("image/jpeg", 1_800, 600));
        let seen = image::load_from_memory(&kept.bytes).unwrap().to_rgb8();
        assert!(seen.get_pixel(5, 5).0.iter().all(|colour| *colour > 250), "see-through is paper");
        assert!(!kept.is_sound());
    }

    #[test]
    fn the_place_and_the_camera_are_gone_and_the_picture_stands_upright() {
        let photograph = photograph();
        assert!(photograph.windows(5).any(|window| window == b"PLACE"), "the fixture has a place in it");
        let kept = prepare(&photograph).unwrap();
        assert!(!kept.bytes.windows(5).any(|window| window == b"PLACE" || window == b"Exif\0"));
        assert_eq!((kept.width, kept.height), (20, 40), "as the camera was held");
    }

    #[test]
    fn however_the_telephone_was_held_the_picture_stands_upright() {
        let (red, blue, white) = (Rgb([200, 0, 0]), Rgb([0, 0, 200]), Rgb([255, 255, 255]));
        // Red at the top left, blue at the top right.
        let upright = |x: u32, y: u32| {
            if y >= 32 {
                white
            } else if x < 64 {
                red
            } else {
                blue
            }
        };
        for orientation in 1..=8_u8 {
            // Where the table of the EXIF standard puts row and column of what the sensor saw, in an upright picture of 128 × 64.
            let seen = |column: u32, row: u32| match orientation {
                1 => upright(column, row),
                2 => upright(127 - column, row),
                3 => upright(127 - column, 63 - row),
                4 => upright(column, 63 - row),
                5 => upright(row, column),
                6 => upright(127 - row, column),
                7 => upright(127 - row, 63 - column),
                _ => upright(row, 63 - column),
            };
            let (width, height) = if orientation < 5 { (128, 64) } else { (64, 128) };
            let sensor = DynamicImage::ImageRgb8(RgbImage::from_fn(width, height, seen));
            let kept = prepare(&taken(&sensor, orientation)).unwrap();
            assert_eq!((kept.width, kept.height), (128, 64), "{orientation}");
            let kept = image::load_from_memory(&kept.bytes).unwrap().to_rgb8();
            let near = |x, y, Rgb(colour): Rgb<u8>| {
                kept.get_pixel(x, y).0.iter().zip(colour).all(|(is, should)| is.abs_diff(should) < 40)
            };
            assert!(near(20, 12, red) && near(110, 12, blue) && near(20, 52, white), "{orientation}");
        }
    }

    #[test]
    fn a_photograph_of_twelve_megapixels_comes_in_small_enough_for_the_book() {
        let noisy = RgbImage::from_fn(4_032, 3_024, |x, y| {
            let [a, b, ..] = (x.wrapping_mul(2_654_435_761) ^ y.wrapping_mul(40_503)).to_le_bytes();
            Rgb([a, b, a ^ b])
        });
        let kept = prepare(&taken(&DynamicImage::ImageRgb8(noisy), 6)).unwrap();
        assert_eq!((kept.width, kept.height), (1_350, 1_800));
        assert!(kept.bytes.len() < MOST_KEPT / 2, "{} bytes", kept.bytes.len());
    }

    #[test]
    fn what_we_made_is_kept_as_it_is_and_what_others_made_is_drawn_anew() {
        let ours = prepare(&png(30, 20)).unwrap();
        assert_eq!(as_ours("image/jpeg", (30, 20), ours.bytes.clone()).unwrap(), ours);
        let photograph = photograph();
        let drawn = as_ours("image/jpeg", (40, 20), photograph.clone()).unwrap();
        assert!(!drawn.bytes.windows(5).any(|window| window == b"PLACE"));
        let mut trailing = ours.bytes.clone();
        trailing.extend(b"N 55 40 PLACE 12");
        assert_eq!(as_ours("image/jpeg", (30, 20), trailing).unwrap().bytes.len(), ours.bytes.len());
        for (kind, size) in [("text/html", (30, 20)), ("image/jpeg", (9_999, 20)), ("audio/wav", (0, 0))] {
            assert_eq!(as_ours(kind, size, ours.bytes.clone()).unwrap().kind, "image/jpeg", "{kind}");
        }
        for bytes in [&b"<script>"[..], b"\xff\xd8 no picture \xff\xd9", b""] {
            assert_eq!(as_ours("image/jpeg", (1, 1), bytes.to_vec()), Err(FileFault::NoPicture));
            assert_eq!(as_ours("audio/wav", (0, 0), bytes.to_vec()), Err(FileFault::NoPicture));
        }
        for end in 0..ours.bytes.len() {
            let mut cut = ours.bytes[..end].to_vec();
            let _ = as_ours("image/jpeg", (30, 20), cut.clone());
            cut.extend([0xff, 0xd9]);
            let _ = plain_jpeg(&cut);
        }
        let wav = b"RIFF\0\0\0\0WAVEfmt ".to_vec();
        assert_eq!(as_ours("audio/wav", (7, 7), wav.clone()).unwrap().bytes, wav);
    }

    #[test]
    fn bombs_and_what_is_no_picture_are_refused() {
        let mut bomb = png(1, 1);
        bomb[16..24].copy_from_slice(&[0, 0, 0x7f, 0xff, 0, 0, 0x7f, 0xff]);
        assert!(prepare(&bomb).is_err());
        for bytes in [
            &b""[..],
            b"<svg xmlns='http://www.w3.org/2000/svg' onload='alert(1)'/>",
            b"GIF89a",
            b"\x89PNG\r\n\x1a\n",
            b"BM",
        ] {
            assert_eq!(prepare(bytes), Err(FileFault::NoPicture));
        }
        assert_eq!(prepare(&vec![0; MOST_BYTES + 1]), Err(FileFault::PictureTooBig));
        let photograph = photograph();
        for end in 0..photograph.len() {
            let _ = prepare(&photograph[..end]);
        }
    }

    #[test]
    fn a_picture_wider_than_any_camera_makes_is_refused() {
        assert_eq!(prepare(&png(12_001, 1)), Err(FileFault::NoPicture));
    }

    #[test]
    fn a_picture_of_a_telephones_own_kind_is_told_apart() {
        assert_eq!(prepare(b"\0\0\0\x18ftypheic\0\0\0\0mif1heic"), Err(FileFault::PictureHeic));
        assert!(prepare(b"\0\0\0\x18ftypM4A \0\0\0\0").is_ok_and(|kept| kept.is_sound()), "and is no recording");
    }

    #[test]
    fn a_recording_is_kept_as_it_is_when_there_is_room() {
        let mut wav = b"RIFF\0\0\0\0WAVEfmt ".to_vec();
        let kept = prepare(&wav).unwrap();
        assert!(kept.is_sound() && kept.bytes == wav && ending(kept.kind) == "wav");
        wav.resize(MOST_KEPT + 1, 0);
        assert_eq!(prepare(&wav), Err(FileFault::PictureTooBig));
    }
}
