//! The program's end of the line to the process that sets: starts it, asks, passes *Stop* on, and ends it.
//! Not here: what is asked (`wire`), and when (`workshop`).

use std::io::{BufRead as _, BufReader, BufWriter, Read as _};
use std::process::{Child, ChildStdin, ChildStdout, Command, Stdio};
use std::sync::mpsc::{Receiver, RecvTimeoutError, Sender, channel};
use std::sync::{Arc, Mutex, MutexGuard, PoisonError};
use std::time::{Duration, Instant};

use super::errand::Errand;
use super::wire::{self, Answer, Ask, HELLO};
use super::{LOOK, Program};
use crate::PrintError;

/// How long one that was asked to stop may take before it is ended.
const PATIENCE: Duration = Duration::from_millis(400);

/// No line before the greeting is longer.
const LINE: u64 = 4096;
/// How long a new one may take to say that it serves: a busy computer, a slow disk.
const START: Duration = Duration::from_secs(20);

/// It does not answer any more.
#[derive(Debug)]
pub struct Gone;

/// What comes from the other end.
enum Heard {
    Hello,
    Answer(Answer),
}

/// The process itself, which anybody can end at any moment, whatever it is at and whoever waits for it.
#[derive(Clone)]
pub struct Process(Arc<Mutex<Child>>);

impl Process {
    fn child(&self) -> MutexGuard<'_, Child> {
        self.0.lock().unwrap_or_else(PoisonError::into_inner)
    }

    /// Whether it has gone, as one does that was not asked for a while.
    pub fn has_ended(&self) -> bool {
        !matches!(self.child().try_wait(), Ok(None))
    }

    /// Ends it, and comes back when it is gone.
    pub fn end(&self) {
        let mut child = self.child();
        let _ = child.kill();
        let _ = child.wait();
    }
}

/// A process that sets.
pub struct Running {
    pub process: Process,
    /// What it is asked; written beside, for it may be slow to read.
    to: Option<Sender<Ask>>,
    heard: Receiver<Heard>,
    /// It has said that it is one.
    pub serves: bool,
    /// The number of the print whose pages it holds.
    pub holds: Option<u64>,
}

impl Running {
    /// Starts one, without waiting for it; none when the system refuses.
    pub fn start(program: &Program) -> Option<Self> {
        let mut command = Command::new(&program.path);
        command.args(&program.words).envs(program.environment.iter().cloned());
        let mut process = command.stdin(Stdio::piped()).stdout(Stdio::piped()).spawn().ok()?;
        let ends = (process.stdin.take(), process.stdout.take());
        let process = Process(Arc::new(Mutex::new(process)));
        let (Some(to), Some(from)) = ends else { return None };
        let heard = hear(BufReader::new(from), process.clone());
        Some(Self { process, to: Some(tell(BufWriter::new(to))), heard, serves: false, holds: None })
    }

    /// The pages are not looked at any more.
    pub fn forget(&mut self) {
        self.holds = None;
        let _ = self.tell(Ask::Forget);
    }

    /// Asks and waits; *Stop* is passed on.
    pub fn ask(&mut self, ask: Ask, errand: &Errand) -> Result<Result<Answer, PrintError>, Gone> {
        if ask.takes_the_place() {
            self.holds = None;
        }
        self.tell(ask)?;
        let asked = Instant::now();
        let mut stopped: Option<Instant> = None;
        loop {
            match self.heard.recv_timeout(LOOK) {
                Ok(Heard::Hello) => self.serves = true,
                Ok(Heard::Answer(Answer::Failed { fault })) => return Ok(Err(fault.into())),
                Ok(Heard::Answer(answer)) => return Ok(Ok(answer)),
                Err(RecvTimeoutError::Disconnected) => return Err(Gone),
                Err(RecvTimeoutError::Timeout) if !self.serves && asked.elapsed() > START => return Err(Gone),
                Err(RecvTimeoutError::Timeout) => {}
            }
            match stopped {
                None if errand.goes_on().is_err() => {
                    self.tell(Ask::Stop)?;
                    stopped = Some(Instant::now());
                }
                Some(since) if since.elapsed() > PATIENCE => {
                    self.end();
                    return Ok(Err(PrintError::Unwanted));
                }
                _ => {}
            }
        }
    }

    fn tell(&mut self, ask: Ask) -> Result<(), Gone> {
        self.to.as_ref().and_then(|to| to.send(ask).ok()).ok_or(Gone)
    }

    fn end(&mut self) {
        self.to = None;
        self.process.end();
    }
}

impl Drop for Running {
    fn drop(&mut self) {
        self.end();
    }
}

/// Writes what it is told. Who tells it never waits; one that reads nothing is ended, and that ends the writing too.
fn tell(mut to: BufWriter<ChildStdin>) -> Sender<Ask> {
    let (tell, told) = channel();
    std::thread::spawn(move || {
        while let Ok(ask) = told.recv() {
            if wire::write(&mut to, ask).is_err() {
                break;
            }
        }
    });
    tell
}

/// Hears what comes, and lets the process rest in peace when nothing comes any more. What is said before the greeting is not for us.
fn hear(mut from: BufReader<ChildStdout>, process: Process) -> Receiver<Heard> {
    let (tell, heard) = channel();
    std::thread::spawn(move || {
        let mut line = Vec::new();
        while !line.ends_with(HELLO.as_bytes()) {
            line.clear();
            match from.by_ref().take(LINE).read_until(b'\n', &mut line) {
                Ok(1..) => {}
                _ => return leave(from, &process),
            }
        }
        let mut wanted = tell.send(Heard::Hello).is_ok();
        while wanted && let Ok(answer) = wire::read(&mut from) {
            wanted = tell.send(Heard::Answer(answer)).is_ok();
        }
        leave(from, &process);
    });
    heard
}

fn leave(from: BufReader<ChildStdout>, process: &Process) {
    drop(from);
    process.end();
}
