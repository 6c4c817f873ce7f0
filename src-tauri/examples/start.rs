//! Start to painted, as a ratio to a blank webview window in the same series.
//!
//! `dbus-run-session -- xvfb-run -a -s '-screen 0 1400x1000x24' target/release/examples/start [ROUNDS] [BOOK-FOLDER]`
//!
//! Painted means: letters are on the screen (dark pixels on a light ground, or light ones on a dark ground), seen by
//! reading the display itself, not by asking the program. Rounds alternate between the two programs.
#![allow(clippy::expect_used, clippy::print_stdout)] // a program for the command line that may stop with a word

use std::path::{Path, PathBuf};
use std::process::{Child, Command, Stdio};
use std::time::{Duration, Instant};
use x11rb::connection::Connection as _;
use x11rb::protocol::xproto::{ConnectionExt as _, ImageFormat};
use x11rb::rust_connection::RustConnection;

/// Pixels that differ clearly from the ground before we call it text.
const LETTERS: usize = 400;

fn main() {
    let mut words = std::env::args().skip(1);
    let rounds: usize = words.next().and_then(|word| word.parse().ok()).unwrap_or(10);
    let book = words.next().map(PathBuf::from);
    let here = std::env::current_exe().expect("own path").parent().expect("examples folder").to_path_buf();
    let (display, screen) = x11rb::connect(None).expect("an X display");
    let mut blank = Vec::new();
    let mut ours = Vec::new();
    for round in 0..=rounds {
        let floor = painted(&display, screen, Command::new(here.join("blank_window")));
        let fresh = std::env::temp_dir().join(format!("holdepunkt-start-{}-{round}", std::process::id()));
        let folder: &Path = book.as_deref().unwrap_or(&fresh);
        let mut command = Command::new(here.join("../holdepunkt"));
        command.arg("--data-dir").arg(folder);
        let start = painted(&display, screen, command);
        let _ = std::fs::remove_dir_all(&fresh);
        if round == 0 {
            println!("first (cold): blank {floor:.0?}, Holdepunkt {start:.0?}, ratio {:.2}", ratio(start, floor));
        } else {
            blank.push(floor);
            ours.push(start);
        }
    }
    blank.sort();
    ours.sort();
    let (floor, start) = (blank[blank.len() / 2], ours[ours.len() / 2]);
    println!("warm, median of {rounds}: blank {floor:.0?}, Holdepunkt {start:.0?}, ratio {:.2}", ratio(start, floor));
    println!("memory of the last start is not measured here; see docs/performance.md");
}

fn ratio(a: Duration, b: Duration) -> f64 {
    a.as_secs_f64() / b.as_secs_f64()
}

/// From spawning to letters on the screen. The program is ended afterwards and the display is waited empty.
fn painted(display: &RustConnection, screen: usize, mut command: Command) -> Duration {
    until(|| letters(display, screen) == 0, "an empty screen");
    let began = Instant::now();
    let mut child = command.stdout(Stdio::null()).stderr(Stdio::null()).spawn().expect("the program starts");
    until(|| letters(display, screen) > LETTERS, "letters");
    let took = began.elapsed();
    end(&mut child);
    took
}

fn end(child: &mut Child) {
    let _ = child.kill();
    let _ = child.wait();
}

fn until(probe: impl Fn() -> bool, what: &str) {
    let began = Instant::now();
    while !probe() {
        assert!(began.elapsed() < Duration::from_secs(60), "waited a minute for {what}");
        std::thread::sleep(Duration::from_millis(3));
    }
}

/// Counts pixels in the middle of the screen that are far from the most common colour there.
fn letters(display: &RustConnection, screen: usize) -> usize {
    let root = display.setup().roots[screen].root;
    let image = display
        .get_image(ImageFormat::Z_PIXMAP, root, 0, 0, 1180, 500, !0)
        .expect("request")
        .reply()
        .expect("the screen can be read");
    let pixels: Vec<i32> =
        image.data.chunks_exact(4).map(|p| i32::from(p[0]) + i32::from(p[1]) + i32::from(p[2])).collect();
    let ground = pixels[pixels.len() / 2];
    if ground < 20 {
        return 0;
    }
    pixels.iter().filter(|pixel| (**pixel - ground).abs() > 240).count()
}
