//! What nobody wants any more: stopped, let go, or of a book that was locked. It is not done to its end, and nothing of it is begun again.

use super::*;

#[test]
fn pages_nobody_looks_at_any_more_do_not_take_the_place_of_those_somebody_does() {
    let there = Counted::new("60000");
    let looks = Arc::<Going>::default();
    let first = there.workshop.lay(&plan(), &there.workshop.errand().along(&looks)).unwrap();
    let saved = first.pdf().unwrap();
    looks.stop();
    let second = set(&there.workshop, &Print::Card(documents::card())).unwrap();
    let holds = || there.workshop.running.lock().unwrap().as_ref().unwrap().holds;
    let before = holds();
    assert!(unwanted(&first.page(0, 200)));
    assert_eq!((holds(), before.is_some()), (before, true), "the old print was not set again");
    assert!(first.pdf().unwrap() == saved, "what is being saved is another matter");
    assert!(second.page(0, 200).is_ok());
}

#[test]
fn closing_ends_it_in_the_middle_of_what_it_is_at_and_nothing_of_before_is_begun_again() {
    let there = Counted::new("hangs");
    let workshop = &there.workshop;
    let before = workshop.errand();
    let pages = workshop.lay(&plan(), &before).unwrap();
    std::thread::scope(|scope| {
        let saves = scope.spawn(|| pages.pdf());
        wait_till_busy(workshop);
        let scrolls: Vec<_> = (0..4).map(|_| scope.spawn(|| pages.page(0, 200))).collect();
        let orders = scope.spawn(|| workshop.lay(&long(), &before));
        let writes = scope.spawn(|| workshop.phone(&documents::normal(), &before));
        std::thread::sleep(Duration::from_millis(50));
        let process = workshop.door().process.clone().unwrap();
        let since = Instant::now();
        workshop.close();
        assert!(since.elapsed() < AT_ONCE && process.has_ended(), "closing waits for nobody");
        assert!(unwanted(&saves.join().unwrap()));
        assert!(scrolls.into_iter().all(|scroll| unwanted(&scroll.join().unwrap())));
        assert!(unwanted(&orders.join().unwrap()) && unwanted(&writes.join().unwrap()));
    });
    assert!(unwanted(&pages.page(0, 200)) && unwanted(&pages.pdf()) && unwanted(&workshop.lay(&plan(), &before)));
    assert_eq!(there.starts(), 1, "no other was started for words of before");
    assert!(set(workshop, &plan()).is_ok(), "what is ordered after it is set");
}

#[test]
fn where_pages_are_set_here_they_are_not_to_be_had_after_closing_either() {
    let workshop = Arc::new(Workshop::default());
    let before = workshop.errand();
    let pages = workshop.lay(&plan(), &before).unwrap();
    workshop.close();
    assert!(unwanted(&pages.page(0, 200)) && unwanted(&pages.pdf()) && unwanted(&workshop.lay(&plan(), &before)));
    assert!(set(&workshop, &plan()).unwrap().page(0, 200).is_ok());
}

#[test]
fn who_waits_for_a_pdf_to_be_written_can_stop() {
    let workshop = workshop("hangs");
    let pages = set(&workshop, &plan()).unwrap();
    std::thread::scope(|scope| {
        scope.spawn(|| pages.pdf());
        wait_till_busy(&workshop);
        let (going, since) = (Arc::<Going>::default(), Instant::now());
        let stop = Arc::clone(&going);
        scope.spawn(move || {
            std::thread::sleep(Duration::from_millis(50));
            stop.stop();
        });
        assert!(unwanted(&workshop.lay(&long(), &workshop.errand().along(&going))));
        assert!(since.elapsed() < AT_ONCE);
        workshop.close();
    });
}

#[test]
fn one_that_does_not_even_read_can_be_stopped_and_ended() {
    let picture = Picture { bytes: vec![1; 1 << 20], alt: "et billede".into(), ..Picture::default() };
    let mut document = Document::default();
    let items = vec![Item { text: "a".into(), pictures: vec![picture], ..Item::default() }];
    document.front.panels = vec![Panel { items, ..Panel::default() }];
    let print = Print::Book(document);
    let workshop = workshop("deaf");
    let going = Arc::<Going>::default();
    std::thread::scope(|scope| {
        let orders = scope.spawn(|| workshop.lay(&print, &workshop.errand().along(&going)));
        wait_till_busy(&workshop);
        let since = Instant::now();
        going.stop();
        assert!(unwanted(&orders.join().unwrap()) && since.elapsed() < AT_ONCE, "somebody stopped it");
        let orders = scope.spawn(|| set(&workshop, &print));
        wait_till_busy(&workshop);
        let since = Instant::now();
        workshop.close();
        assert!(unwanted(&orders.join().unwrap()) && since.elapsed() < AT_ONCE, "the book was locked");
    });
}

/// Says how it was when the answer came.
struct Told {
    gone: Arc<AtomicBool>,
    before: Arc<AtomicBool>,
}

impl Write for Told {
    fn write(&mut self, bytes: &[u8]) -> std::io::Result<usize> {
        if bytes != HELLO.as_bytes() {
            self.before.store(self.gone.load(Ordering::SeqCst), Ordering::SeqCst);
        }
        Ok(bytes.len())
    }

    fn flush(&mut self) -> std::io::Result<()> {
        Ok(())
    }
}

#[test]
fn when_the_program_has_gone_it_is_told_before_what_it_asked_for_is_done() {
    let mut asked = Vec::new();
    wire::write(&mut asked, Ask::Phone { print: long() }).unwrap();
    let (gone, before) = (Arc::new(AtomicBool::new(false)), Arc::new(AtomicBool::new(false)));
    let told = Told { gone: Arc::clone(&gone), before: Arc::clone(&before) };
    serve(std::io::Cursor::new(asked), told, Duration::from_secs(60), move || gone.store(true, Ordering::SeqCst));
    assert!(before.load(Ordering::SeqCst), "a PDF of every word would have been written to its end");
}
