//! Commands around a visit. As in `commands`: unpack, one call, plain data back.

use crate::commands::{Held, PREVIEW_WIDTH, preview, work};
use crate::contract::{Handed, Preview, Saved, Secret};
use crate::out;
use crate::shell::{Shell, printing};
use holdepunkt_core::change::Id;
use holdepunkt_core::view::{Changed, Failure};
use holdepunkt_core::visit::coming::ComingView;
use holdepunkt_core::visit::record::{VisitRecord, VisitsView};
use holdepunkt_core::visit::support::OverTime;
use holdepunkt_core::visit::talk::{self, TalkView};
use holdepunkt_core::visit::waiting::{Inbox, VisitPage};
use tauri::AppHandle;

/// All visits, and what is needed to begin one.
#[tauri::command]
#[specta::specta]
pub async fn visits(shell: Held<'_>) -> Result<VisitsView, Failure> {
    work(shell, Shell::visits).await
}

#[tauri::command]
#[specta::specta]
pub async fn visit_record(shell: Held<'_>, id: Id) -> Result<VisitRecord, Failure> {
    work(shell, move |shell| shell.with_book(|book, texts| book.visit_record(&id, texts))).await
}

/// What waits for an answer on one page, `most` at each heading and line, and whose words its lines were.
#[tauri::command]
#[specta::specta]
pub async fn visit_page(shell: Held<'_>, id: String, most: u32) -> Result<VisitPage, Failure> {
    work(shell, move |shell| shell.with_book(|book, texts| book.visit_page(&id, most, texts))).await
}

/// The first `most` of what waits for an answer.
#[tauri::command]
#[specta::specta]
pub async fn inbox(shell: Held<'_>, most: u32) -> Result<Inbox, Failure> {
    work(shell, move |shell| shell.with_book(|book, texts| book.inbox(most, texts))).await
}

/// All that can be taken in at once.
#[tauri::command]
#[specta::specta]
pub async fn ready_proposals(shell: Held<'_>) -> Result<Vec<Id>, Failure> {
    work(shell, |shell| shell.with_book(|book, _| book.ready_proposals())).await
}

/// What was agreed and has a day.
#[tauri::command]
#[specta::specta]
pub async fn coming(shell: Held<'_>) -> Result<Vec<ComingView>, Failure> {
    work(shell, |shell| shell.with_book(|book, texts| book.coming(texts))).await
}

/// Questions and an order for a first visit.
#[tauri::command]
#[specta::specta]
pub async fn visit_talk(shell: Held<'_>) -> Result<TalkView, Failure> {
    work(shell, |shell| Ok(talk::view(shell.texts()))).await
}

/// Hands the pen to a guest, or back to the citizen (an empty id). Told with it: what stands beside the page that is shown, `most` at each
/// heading and line, for a pen that changes hands is waited for. None where there is no page, or it is shut.
#[tauri::command]
#[specta::specta]
pub async fn hold_pen(shell: Held<'_>, person: Id, page: Option<String>, most: Option<u32>) -> Result<Handed, Failure> {
    work(shell, move |shell| {
        shell.with_book(|book, texts| {
            book.hold_pen(&person)?;
            let beside = page.map(|page| book.visit_page(&page, most.unwrap_or_default(), texts)).and_then(Result::ok);
            Ok(Handed { contents: book.contents(texts)?, beside })
        })
    })
    .await
}

/// The chapters that are open from now on. Where the book has a lock, `secret` is asked for when it is more than before.
#[tauri::command]
#[specta::specta]
pub async fn open_chapters(
    shell: Held<'_>,
    id: Id,
    chapters: Vec<String>,
    secret: Option<Secret>,
) -> Result<Changed, Failure> {
    let secret = secret.map(Into::into);
    work(shell, move |shell| shell.open_chapters(&id, &chapters, secret.as_ref())).await
}

/// Everything is open again. Where the book has a lock, `secret` is asked for: a guest cannot do it while one is out of the room.
#[tauri::command]
#[specta::specta]
pub async fn pause_visit(shell: Held<'_>, secret: Option<Secret>) -> Result<(), Failure> {
    let secret = secret.map(Into::into);
    work(shell, move |shell| shell.pause_visit(secret.as_ref())).await
}

#[tauri::command]
#[specta::specta]
pub async fn resume_visit(shell: Held<'_>, id: Id) -> Result<(), Failure> {
    work(shell, move |shell| shell.with_book(|book, _| book.resume_visit(&id))).await
}

/// As [`pause_visit`], for good.
#[tauri::command]
#[specta::specta]
pub async fn end_visit(shell: Held<'_>, id: Id, secret: Option<Secret>) -> Result<Changed, Failure> {
    let secret = secret.map(Into::into);
    work(shell, move |shell| shell.end_visit(&id, secret.as_ref())).await
}

/// What was answered about the visits, over time.
#[tauri::command]
#[specta::specta]
pub async fn support(shell: Held<'_>) -> Result<OverTime, Failure> {
    work(shell, |shell| shell.with_book(|book, texts| book.over_time(texts))).await
}

#[tauri::command]
#[specta::specta]
pub async fn visit_preview(shell: Held<'_>, id: Id) -> Result<Preview, Failure> {
    work(shell, move |shell| {
        let pages = shell.pages_of(|| out::visit_summary(shell, &id))?;
        let drawn = (0..pages.count()).map(|number| pages.page(number, PREVIEW_WIDTH)).collect::<Result<_, _>>();
        Ok(preview(drawn.map_err(printing)?))
    })
    .await
}

#[tauri::command]
#[specta::specta]
pub async fn save_visit(app: AppHandle, shell: Held<'_>, id: Id) -> Result<Saved, Failure> {
    work(shell, move |shell| out::visit(&app, shell, &id)).await
}

/// All that the book knows of a visit, as a text the citizen can read anywhere.
#[tauri::command]
#[specta::specta]
pub async fn save_visit_record(app: AppHandle, shell: Held<'_>, id: Id) -> Result<Saved, Failure> {
    work(shell, move |shell| out::visit_record(&app, shell, &id)).await
}

/// *Slet besøget for altid*.
#[tauri::command]
#[specta::specta]
pub async fn erase_visit(shell: Held<'_>, id: Id) -> Result<Changed, Failure> {
    work(shell, move |shell| shell.with_book(|book, texts| book.erase_visit(&id, texts))).await
}
