//! Which texts stand on which page, read from `workbook/chapters`, so that texts can be judged as the citizen meets them.
//! Not here: what the keys mean in the app (that is the core's workbook).

#![allow(clippy::unwrap_used, reason = "only tests use this; a workbook that cannot be read fails them")]

use serde::Deserialize;
use std::fs;
use std::path::Path;

/// One page of a chapter and the keys of its texts.
pub struct Page {
    pub name: String,
    pub required: Vec<String>,
    pub optional: Vec<String>,
}

#[derive(Deserialize)]
struct Chapter {
    id: String,
    pages: Vec<PageOfChapter>,
}

#[derive(Deserialize)]
struct PageOfChapter {
    id: String,
    sections: Vec<Section>,
}

#[derive(Deserialize)]
struct Section {
    id: String,
    kind: String,
    #[serde(default)]
    questions: Vec<Question>,
}

#[derive(Deserialize)]
struct Question {
    id: String,
}

/// All pages of the plan, in reading order. The name of the chapter is counted to each of its pages.
pub fn all() -> Vec<Page> {
    let folder = Path::new(env!("CARGO_MANIFEST_DIR")).join("../../workbook/chapters");
    let mut paths: Vec<_> = fs::read_dir(folder).unwrap().map(|entry| entry.unwrap().path()).collect();
    paths.retain(|path| path.extension().is_some_and(|extension| extension == "toml"));
    paths.sort();
    let chapters = paths.iter().map(|path| toml::from_str::<Chapter>(&fs::read_to_string(path).unwrap()).unwrap());
    chapters
        .flat_map(|chapter| chapter.pages.iter().map(|page| texts_of(&chapter.id, page)).collect::<Vec<_>>())
        .collect()
}

fn texts_of(chapter: &str, page: &PageOfChapter) -> Page {
    let name = format!("pg-{chapter}-{}", page.id);
    let mut required = vec![format!("ch-{chapter}"), name.clone(), format!("{name}-why")];
    required.extend((1..=3).map(|number| format!("{name}-example-{number}")));
    let approached_gently = chapter == "crisis" || ["pg-after-talk", "pg-after-reflection"].contains(&name.as_str());
    if approached_gently {
        required.extend([format!("{name}-gentle"), format!("{name}-after")]);
    }
    let mut optional: Vec<String> = (1..=4).map(|number| format!("{name}-note-{number}")).collect();
    for section in &page.sections {
        let key = format!("sec-{chapter}-{}", section.id);
        optional.push(format!("{key}-lead"));
        if ["list", "text", "choice", "people"].contains(&section.kind.as_str()) {
            required.push(format!("{key}-add"));
        }
        required.push(key);
        for question in &section.questions {
            let key = format!("q-{chapter}-{}-{}", section.id, question.id);
            optional.push(format!("{key}-help"));
            required.push(key);
        }
    }
    Page { name, required, optional }
}
