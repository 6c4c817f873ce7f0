use super::*;
#[test]
fn dev() {
    let file = std::env::var("FIX").unwrap_or("normal".into());
    let doc: Document = serde_json::from_str(&std::fs::read_to_string(format!("../../tests/prints/fixtures/{file}.json")).unwrap()).unwrap();
    std::fs::write(format!("/tmp/pdfw/{file}.pdf"), pdf(&doc).unwrap()).unwrap();
    for (n, page) in pages(&doc, 1000).unwrap().iter().enumerate() {
        std::fs::write(format!("/tmp/pdfw/{file}-{}.png", n + 1), &page.png).unwrap();
        std::fs::write(format!("/tmp/pdfw/{file}-{}.txt", n + 1), &page.text).unwrap();
    }
    std::fs::write(format!("/tmp/pdfw/{file}-phone.png"), phone(&doc).unwrap()).unwrap();
}
