//! The program's end of the line to the process that sets: starts it, asks, passes *Stop* on, and ends it.
//! Not here: what is asked (`wire`), and when (`workshop`).

use std::io::{BufRead as _, BufReader, BufWriter, Read as _};
use std::process::{Child, ChildStdin, ChildStdout, Command, Stdio};
use std::sync::mpsc::{Receiver, RecvTimeoutError, channel};
use std::sync::{Arc, Mutex, MutexGuard, PoisonError};
use std::time::{Duration, Instant};

use holdepunkt_core::going::Going;

use super::Program;
use super::wire::{self, Answer, Ask, HELLO};
use crate::PrintError;

/// How often it is asked whether the person still wants it.
const LOOK: Duration = Duration::from_millis(5);
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

/// A process that sets.
pub struct Running {
    process: Arc<Mutex<Child>>,
    to: Option<BufWriter<ChildStdin>>,
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
        let process = Arc::new(Mutex::new(process));
        let (Some(to), Some(from)) = ends else { return None };
        let heard = hear(BufReader::new(from), Arc::clone(&process));
        Some(Self { process, to: Some(BufWriter::new(to)), heard, serves: false, holds: None })
    }

    /// Whether it has gone, as one does that was not asked for a while.
    pub fn has_ended(&self) -> bool {
        !matches!(locked(&self.process).try_wait(), Ok(None))
    }

    /// The pages are not looked at any more.
    pub fn forget(&mut self) {
        self.holds = None;
        let _ = self.tell(Ask::Forget);
    }

    /// Asks and waits; *Stop* is passed on.
    pub fn ask(&mut self, ask: Ask, going: &Going) -> Result<Result<Answer, PrintError>, Gone> {
        if matches!(ask, Ask::Lay { .. }) {
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
                None if going.goes_on().is_err() => {
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
        let to = self.to.as_mut().ok_or(Gone)?;
        wire::write(to, ask).map_err(|_| Gone)
    }

    fn end(&mut self) {
        self.to = None;
        let mut process = locked(&self.process);
        let _ = process.kill();
        let _ = process.wait();
    }
}

impl Drop for Running {
    fn drop(&mut self) {
        self.end();
    }
}

/// Hears what comes, and lets the process rest in peace when nothing comes any more. What is said before the greeting is not for us.
fn hear(mut from: BufReader<ChildStdout>, process: Arc<Mutex<Child>>) -> Receiver<Heard> {
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

fn leave(from: BufReader<ChildStdout>, process: &Mutex<Child>) {
    drop(from);
    let mut process = locked(process);
    let _ = process.kill();
    let _ = process.wait();
}

fn locked(process: &Mutex<Child>) -> MutexGuard<'_, Child> {
    process.lock().unwrap_or_else(PoisonError::into_inner)
}
