use super::*;
mod documents;
#[test]
fn dev() {
    let file = std::env::var("FIX").unwrap_or("normal".into());
    let doc = match &*file { "normal" => documents::normal(), "english" => documents::english(), _ => documents::hostile() };
    let t = std::time::Instant::now();
    std::fs::write(format!("/tmp/pdfw/{file}.pdf"), pdf(&doc).unwrap()).unwrap();
    eprintln!("pdf {:?}", t.elapsed());
    for (n, page) in pages(&doc, 1000).unwrap().iter().enumerate() {
        std::fs::write(format!("/tmp/pdfw/{file}-{}.png", n + 1), &page.png).unwrap();
        std::fs::write(format!("/tmp/pdfw/{file}-{}.txt", n + 1), &page.text).unwrap();
    }
    eprintln!("pages {:?}", t.elapsed());
    std::fs::write(format!("/tmp/pdfw/{file}-phone.png"), phone(&doc).unwrap()).unwrap();
    eprintln!("phone {:?}", t.elapsed());
}
#[test]
fn devsheet() {
    let sheet_doc = documents::recovery_sheet();
    std::fs::write("/tmp/pdfw/sheet.pdf", sheet(&sheet_doc).unwrap()).unwrap();
    std::fs::write("/tmp/pdfw/sheet.png", &sheet_pages(&sheet_doc, 1000).unwrap()[0].png).unwrap();
}
