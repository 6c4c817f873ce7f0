//! Documents the tests print: a normal one and an English one from files, and one that tries everything at once.

use std::path::PathBuf;

use holdepunkt_core::document::{
    Card, Cover, Document, Fact, Front, Item, Items, Panel, Part, Picture, RecoverySheet, Tone, Weight,
};

/// Those that are prints of the sample book; `stale` sees to it that they are as the program makes them. The others were written for a test.
pub const FROM_THE_SAMPLE: [&str; 9] =
    ["advance", "blank", "card", "doctor", "me", "relative", "relative-english", "replacement", "ward"];

pub fn place(name: &str) -> PathBuf {
    PathBuf::from(env!("CARGO_MANIFEST_DIR")).join(format!("../../tests/prints/fixtures/{name}.json"))
}

fn fixture(name: &str) -> String {
    std::fs::read_to_string(place(name)).unwrap_or_else(|error| panic!("{name}: {error}"))
}

pub fn normal() -> Document {
    serde_json::from_str(&fixture("normal")).unwrap()
}

pub fn english() -> Document {
    serde_json::from_str(&fixture("english")).unwrap()
}

pub fn recovery_sheet() -> RecoverySheet {
    serde_json::from_str(&fixture("sheet")).unwrap()
}

/// A print of the sample book.
pub fn sample(name: &str) -> Document {
    serde_json::from_str(&fixture(name)).unwrap()
}

pub fn card() -> Card {
    serde_json::from_str(&fixture("card")).unwrap()
}

/// Everything at once in the shape of the book: chapters, sentences under headings, ruled lines, a sheet on top.
pub fn hostile_book() -> Document {
    let mut document = hostile();
    let troubles = troubles();
    for (part, words) in document.parts.iter_mut().zip(&troubles) {
        part.chapter.clone_from(words);
        part.lead = troubles[3].clone();
    }
    let sides = [(300, 200), (1, 1_700), (1_700, 1), (1, 1), (900, 900)];
    let pictures = sides.map(|(width, height)| picture(&photograph(width, height), &troubles[4]));
    document.parts[0].groups[0].items[0].pictures = pictures.into();
    document.parts[0].groups[0].items[1].pictures = vec![picture(b"\xff\xd8\xff", &troubles[5]), picture(b"", "")];
    document.parts[0].groups[0].items.push(Item { label: troubles[26].clone(), ruled: 40, ..Item::default() });
    document.front.panels.clear();
    document.contents = "Indhold".into();
    document.cover = Some(Cover {
        title: troubles[27].clone(),
        lead: troubles.clone(),
        news_heading: troubles[2].clone(),
        news: troubles.clone(),
        closing: vec![troubles[0].clone()],
    });
    document
}

/// A JPEG as the book keeps them: a sky over a field.
pub fn photograph(width: u32, height: u32) -> Vec<u8> {
    let mut bytes = std::io::Cursor::new(Vec::new());
    landscape(width, height).write_to(&mut bytes, image::ImageFormat::Jpeg).unwrap();
    bytes.into_inner()
}

/// The same as a PNG one can see through at the top.
pub fn drawing(width: u32, height: u32) -> Vec<u8> {
    let mut drawing = landscape(width, height).to_rgba8();
    for (_, y, pixel) in drawing.enumerate_pixels_mut() {
        pixel.0[3] = if y < height / 4 { 0 } else { 255 };
    }
    let mut bytes = std::io::Cursor::new(Vec::new());
    drawing.write_to(&mut bytes, image::ImageFormat::Png).unwrap();
    bytes.into_inner()
}

fn landscape(width: u32, height: u32) -> image::DynamicImage {
    let picture = image::RgbImage::from_fn(width, height, |x, y| {
        let deep = u8::try_from(200 * y / height.max(1)).unwrap_or(0);
        let sunny = (x * 8 / width.max(1) + y * 8 / height.max(1)).is_multiple_of(5);
        if y * 5 < height * 3 {
            image::Rgb([150 + deep / 4, 190, 235 - deep / 4])
        } else {
            image::Rgb([if sunny { 190 } else { 110 }, 140, 60 + deep / 8])
        }
    });
    image::DynamicImage::ImageRgb8(picture)
}

pub fn picture(bytes: &[u8], shows: &str) -> Picture {
    let alt = if shows.trim().is_empty() { "Et billede".into() } else { shows.to_owned() };
    Picture { bytes: bytes.to_vec(), shows: shows.into(), alt, note: format!("her ligger et billede i bogen: {shows}") }
}

/// A document with a line that bears this picture.
pub fn with_picture(bytes: &[u8]) -> Document {
    let mut document = with_lines(["Sæt dig ved siden af mig.".to_owned(), "Spørg til Kaptajn.".to_owned()]);
    document.parts[0].chapter = "Når jeg har det svært".into();
    document.parts[0].groups[0].items[0].pictures = vec![picture(bytes, "Min lænestol ved vinduet")];
    document
}

pub fn item(text: impl Into<String>) -> Item {
    Item { text: text.into(), ..Item::default() }
}

/// A document with these lines in one part.
pub fn with_lines(lines: impl IntoIterator<Item = String>) -> Document {
    let items = lines.into_iter().map(item).collect();
    Document {
        parts: vec![Part {
            heading: "Alt".into(),
            groups: vec![Items { items, ..Items::default() }],
            ..Part::default()
        }],
        ..bare()
    }
}

/// Nothing but the words every print needs.
pub fn bare() -> Document {
    Document {
        lang: "da".into(),
        title: "Min kriseplan".into(),
        date: "22. november 2026".into(),
        version: "version 1".into(),
        made: (2026, 11, 22),
        page_word: "side".into(),
        of_word: "af".into(),
        missing: "Nogle tegn kunne ikke trykkes. De er vist som □.".into(),
        front: Front {
            more: "Resten står på side".into(),
            rest: "Resten står i hele planen.".into(),
            see: "se side".into(),
            facts_heading: "Om mig".into(),
            ..Front::default()
        },
        ..Document::default()
    }
}

pub fn group(heading: &str, items: Vec<Item>) -> Items {
    Items { heading: heading.into(), items, ..Items::default() }
}

pub fn fact(label: &str, value: &str, weight: Weight) -> Fact {
    Fact { label: label.into(), value: value.into(), weight, ..Fact::default() }
}

/// A plan whose page 1 has these many lines in each panel, each line this many words long.
pub fn plan(lines: &[usize], words: usize) -> Document {
    let tones = [Tone::Call, Tone::Helps, Tone::Never, Tone::Plain, Tone::Plain, Tone::Plain];
    let panels: Vec<Panel> = lines
        .iter()
        .enumerate()
        .map(|(at, &count)| Panel {
            tone: tones[at % tones.len()],
            heading: format!("Felt {at}"),
            items: (0..count)
                .map(|n| Item {
                    phone: if at == 0 { "20 10 20 30".into() } else { String::new() },
                    ..item(format!("linje {at}-{n} {}", "ord ".repeat(words)).trim())
                })
                .collect(),
            note: String::new(),
        })
        .collect();
    let group = |panel: &Panel| group(&panel.heading, panel.items.clone());
    let groups = panels.iter().map(group).collect();
    let mut document = Document {
        name: "Mette".into(),
        parts: vec![Part { heading: "Delene".into(), groups, ..Part::default() }],
        ..bare()
    };
    document.front.panels = panels;
    document.front.facts = vec![fact("Født", "3. maj 1984", Weight::Small)];
    document
}

/// One line of every kind of trouble.
pub fn troubles() -> Vec<String> {
    let mut lines: Vec<String> = [
        "Emoji 🙂 ❤️ 👩🏽‍⚕️ 👨‍👩‍👧‍👦 🏳️‍🌈 🇩🇰 1️⃣ ☎ 🫶 🐈‍⬛",
        "مرحبا يا صديقي، اتصل بأختي على 20 12 34 56",
        "שלום חבר, תתקשר לאחות שלי",
        "Ring til عائشة når כלום virker, og så igen",
        "★ ☆ ☐ ☑ ✓ ✗ → ← ↔ ⇒ ≥ ≤ ≠ ∞ √ ½ ¾ € £ ¥ № ™ © ® § ¶ † ‡ • … ‰",
        "#let x = 1 *fed* _kursiv_ `kode` $x^2$ <etiket> @henvis = overskrift // kommentar /* her */ \\ ~ -- --- \"citat\" 'x' [a] {b} #{1+1}",
        "- liste\n+ nummer\n/ term: ting\n\n\n= ikke en overskrift",
        "<script>alert(1)</script> ../../etc/passwd {{ x }} %s \\u{0}",
        "\u{FEFF}indsat fra et andet program\u{FEFF}",
        "nul\u{0}tegn og klokke\u{7} og slet\u{7F} og nel\u{85}linje",
        "privat \u{E000}\u{F8FF}\u{F0000}\u{10FFFD} og ikke-tegn \u{FFFE}\u{FFFF}\u{FDD0}\u{1FFFE}",
        "ikke tildelt \u{378}\u{530}\u{E0FFF} og erstatning \u{FFFD}\u{FFFC}",
        "\u{301}\u{308}alene \u{20E3} \u{0E47}",
        "Z̷̢̛̘̲̦̜̝̲̙̗̤̀̈́̊̾͒̕͜͝ȃ̸͈͓̽l̶̛̻̙͕̝̊g̷͙̝͎̏̀̒o̵̢̮̮̓̓",
        "\u{202E}bagvendt uden ende",
        "\u{2067}isoleret \u{2066}to gange",
        "\u{200D}\u{200D}\u{200B}\u{200E}\u{2060}",
        "Zażółć gęślą jaźń · Größe · Ελληνικά · Русский, українська · Հայերեն · ქართული",
        "हिन्दी क्षत्रिय · বাংলা · ਪੰਜਾਬੀ · ગુજરાતી · தமிழ் · తెలుగు · ಕನ್ನಡ · മലയാളം · සිංහල",
        "ภาษาไทยไม่มีช่องว่างระหว่างคำและยาวมากจนต้องขึ้นบรรทัดใหม่หลายครั้งเพื่อทดสอบการตัดคำ",
        "ພາສາລາວ · ភាសាខ្មែរ · မြန်မာဘာသာ · አማርኛ · ⵜⴰⵎⴰⵣⵉⵖⵜ",
        "中文字和日本語と한국어",
        "𝓗𝓮𝓵𝓵𝓸 𝕳𝖊𝖑𝖑𝖔 ℌ ⠓⠑⠚ ♞ 🂡 🀄",
        "\tindrykket\tmed tabulator   og   mange   mellemrum",
        "http://eksempel.dk/en/meget/lang/adresse?med=mange&dele=og_ingen_mellemrum_overhovedet#og-et-anker-til-sidst",
        "﷽ \u{12219} ௵ ꧅ 𒐫",
    ]
    .map(str::to_owned)
    .to_vec();
    lines.push("ord".repeat(167));
    lines.push("W".repeat(500));
    lines.push("🙂".repeat(500));
    lines.push("مرحبا".repeat(100));
    lines.push("👩\u{200D}".repeat(200));
    lines.push(format!("e{}", "\u{301}".repeat(300)));
    lines.push("en to tre fire fem seks syv otte ni ti ".repeat(256));
    lines
}

/// Every trouble on every kind of line, 40 contacts, 300 lines.
pub fn hostile() -> Document {
    let troubles = troubles();
    let contacts: Vec<Item> = (0..40)
        .map(|n| Item {
            label: format!("kontakt {n}"),
            phone: format!("20 00 {:02} {:02}", n, 99 - n),
            because: format!("fordi nummer {n} svarer"),
            ..item(format!("Person {n} {}", troubles[n % 20].lines().next().unwrap_or_default()))
        })
        .collect();
    let full = |text: &String| Item {
        label: text.chars().take(60).collect(),
        because: text.clone(),
        phone: text.chars().take(30).collect(),
        links: vec![text.chars().take(50).collect(), "gå en tur".into()],
        author: text.chars().take(40).collect(),
        ..item(text)
    };
    let all: Vec<Item> = troubles.iter().map(full).collect();
    let panel = |tone, heading: &str, items: &[Item]| Panel {
        tone,
        heading: heading.into(),
        items: items.to_vec(),
        note: String::new(),
    };
    let group =
        |heading: &str, items: &[Item]| Items { heading: heading.into(), items: items.to_vec(), ..Items::default() };
    let many: Vec<Item> = (0..300).map(|n| item(format!("Linje nummer {n} af mange"))).collect();
    let mut document = bare();
    document.name = "عائشة 🙂 Mette ★ #1".into();
    document.stamp = "Eksempel – en opdigtet person".into();
    document.front.lead = troubles[3].clone();
    document.front.facts =
        troubles.iter().map(|text| Fact { label: "Fakta".into(), value: text.clone(), ..Fact::default() }).collect();
    document.front.panels = vec![
        panel(Tone::Call, "Ring til", &contacts),
        panel(Tone::Helps, "Det hjælper", &all),
        panel(Tone::Never, "Gør aldrig", &many),
        panel(Tone::Plain, &troubles[5], &all),
        panel(Tone::Plain, "Kun her", &[item("Står kun på første side"), item("og ingen andre steder ".repeat(200))]),
    ];
    document.parts = vec![
        Part {
            heading: troubles[4].clone(),
            groups: vec![group("", &all), group(&troubles[0], &all)],
            ..Part::default()
        },
        Part { heading: "Kontakter".into(), groups: vec![group("Alle fyrre", &contacts)], ..Part::default() },
        Part { heading: "Mange linjer".into(), groups: vec![group("Tre hundrede", &many)], ..Part::default() },
    ];
    document.closing = vec![troubles[0].clone(), "Sidste ord.".into()];
    document.signatures = vec!["Dato og underskrift".into(), troubles[26].clone(), "Tredje".into()];
    document
}
