//! A live link between two machines on one network, tried out: found by mDNS, six digits by SPAKE2, Noise on TCP. The host is the only one who
//! writes the book; the guest streams proposals and each is acknowledged by id. Not here: a screen, a book, and anything that is shipped.
//!
//! `live-link host CODE ADDRESS [plain]`, `live-link guest CODE COUNT [plain]`, `live-link guess TRIES`; figures come out as lines of `name value`.

use mdns_sd::{ServiceDaemon, ServiceEvent, ServiceInfo};
use sha2::{Digest, Sha256};
use snow::{Builder, TransportState};
use spake2::{Ed25519Group, Identity, Password, Spake2};
use std::collections::BTreeSet;
use std::io::{Error, ErrorKind, Read, Result, Write};
use std::net::{SocketAddr, TcpListener, TcpStream};
use std::time::{Duration, Instant};

const SERVICE: &str = "_holdepunkt._tcp.local.";
const NOISE: &str = "Noise_NNpsk0_25519_ChaChaPoly_BLAKE2s";
const MOST: usize = 60_000;
/// Wrong codes a host bears before the six digits are dead.
const TRIES: u32 = 3;
const SILENCE: Duration = Duration::from_secs(4);

fn main() -> Result<()> {
    let arguments: Vec<String> = std::env::args().skip(1).collect();
    let word = |at: usize| arguments.get(at).map_or("", String::as_str);
    let plain = arguments.last().is_some_and(|last| last == "plain");
    match word(0) {
        "host" => host(word(1), word(2), plain),
        "guest" => guest(word(1), word(2).parse().unwrap_or(10), plain),
        "guess" => guess(word(1).parse().unwrap_or(10)),
        _ => Err(Error::other("host, guest or guess")),
    }
}

fn frame(stream: &mut TcpStream, bytes: &[u8]) -> Result<()> {
    let length = u32::try_from(bytes.len()).map_err(Error::other)?;
    stream.write_all(&length.to_be_bytes())?;
    stream.write_all(bytes)
}

fn read(stream: &mut TcpStream) -> Result<Vec<u8>> {
    let mut length = [0; 4];
    stream.read_exact(&mut length)?;
    let length = u32::from_be_bytes(length) as usize;
    if length > MOST {
        return Err(Error::new(ErrorKind::InvalidData, "too long"));
    }
    let mut bytes = vec![0; length];
    stream.read_exact(&mut bytes)?;
    Ok(bytes)
}

/// Both prove that they know the six digits without sending them; afterwards they share a key.
fn key(stream: &mut TcpStream, code: &str, is_host: bool) -> Result<[u8; 32]> {
    let (a, b, password) = (Identity::new(b"guest"), Identity::new(b"host"), Password::new(code));
    let (state, message) =
        if is_host { Spake2::<Ed25519Group>::start_b(&password, &a, &b) } else { Spake2::<Ed25519Group>::start_a(&password, &a, &b) };
    frame(stream, &message)?;
    let theirs = read(stream)?;
    let shared = state.finish(&theirs).map_err(|_| Error::new(ErrorKind::InvalidData, "SPAKE2"))?;
    Ok(Sha256::digest(shared).into())
}

enum Link {
    Plain,
    Noise(Box<TransportState>),
}

impl Link {
    /// Fails at the first message when the codes differ: the key that came of them does not open it.
    fn open(stream: &mut TcpStream, code: &str, is_host: bool, plain: bool) -> Result<Self> {
        if plain {
            return Ok(Self::Plain);
        }
        let key = key(stream, code, is_host)?;
        let wrong = |_| Error::new(ErrorKind::PermissionDenied, "wrong code");
        let builder = Builder::new(NOISE.parse().map_err(Error::other)?).psk(0, &key).map_err(Error::other)?;
        let mut buffer = vec![0; 1024];
        let mut hands = if is_host { builder.build_responder() } else { builder.build_initiator() }.map_err(Error::other)?;
        if is_host {
            let first = read(stream)?;
            hands.read_message(&first, &mut buffer).map_err(wrong)?;
            let length = hands.write_message(&[], &mut buffer).map_err(Error::other)?;
            frame(stream, &buffer[..length])?;
        } else {
            let length = hands.write_message(&[], &mut buffer).map_err(Error::other)?;
            frame(stream, &buffer[..length])?;
            let second = read(stream)?;
            hands.read_message(&second, &mut buffer).map_err(wrong)?;
        }
        Ok(Self::Noise(Box::new(hands.into_transport_mode().map_err(Error::other)?)))
    }

    fn send(&mut self, stream: &mut TcpStream, text: &str) -> Result<()> {
        match self {
            Self::Plain => frame(stream, text.as_bytes()),
            Self::Noise(noise) => {
                let mut buffer = vec![0; text.len() + 64];
                let length = noise.write_message(text.as_bytes(), &mut buffer).map_err(Error::other)?;
                frame(stream, &buffer[..length])
            }
        }
    }

    fn hear(&mut self, stream: &mut TcpStream) -> Result<String> {
        let bytes = read(stream)?;
        let text = match self {
            Self::Plain => bytes,
            Self::Noise(noise) => {
                let mut buffer = vec![0; bytes.len()];
                let length = noise.read_message(&bytes, &mut buffer).map_err(Error::other)?;
                buffer.truncate(length);
                buffer
            }
        };
        String::from_utf8(text).map_err(Error::other)
    }
}

fn host(code: &str, address: &str, plain: bool) -> Result<()> {
    let listener = TcpListener::bind(SocketAddr::new(address.parse().map_err(Error::other)?, 0))?;
    let port = listener.local_addr()?.port();
    let daemon = ServiceDaemon::new().map_err(Error::other)?;
    // Nothing of a person in the name: it is told to everybody on the network.
    let name = format!("{:08x}", std::process::id());
    let none: [(&str, &str); 0] = [];
    let service = ServiceInfo::new(SERVICE, &name, &format!("{name}.local."), address, port, &none[..]).map_err(Error::other)?;
    daemon.register(service).map_err(Error::other)?;
    let (mut wrong, mut known) = (0, BTreeSet::new());
    loop {
        let (mut stream, _) = listener.accept()?;
        stream.set_read_timeout(Some(SILENCE))?;
        stream.set_nodelay(true)?;
        let mut link = match Link::open(&mut stream, code, true, plain) {
            Ok(link) => link,
            Err(error) => {
                if error.kind() == ErrorKind::PermissionDenied {
                    wrong += 1;
                    println!("refused {wrong}");
                    if wrong == TRIES {
                        let _ = daemon.shutdown();
                        println!("dead 1");
                        return Ok(());
                    }
                }
                continue;
            }
        };
        let began = Instant::now();
        loop {
            match link.hear(&mut stream) {
                Ok(text) if text == "end" => {
                    println!("known {}", known.len());
                    let _ = daemon.shutdown();
                    return Ok(());
                }
                Ok(text) if text == "alive" => link.send(&mut stream, "alive")?,
                Ok(text) => {
                    let id = text.split(' ').next().unwrap_or_default().to_string();
                    known.insert(id.clone());
                    if link.send(&mut stream, &id).is_err() {
                        break;
                    }
                }
                Err(_) => {
                    println!("host_noticed_cut_after_s {:.1}", began.elapsed().as_secs_f64());
                    break;
                }
            }
        }
    }
}

fn find() -> Result<SocketAddr> {
    let daemon = ServiceDaemon::new().map_err(Error::other)?;
    let found = daemon.browse(SERVICE).map_err(Error::other)?;
    let end = Instant::now() + Duration::from_secs(20);
    while let Ok(event) = found.recv_timeout(end.saturating_duration_since(Instant::now())) {
        if let ServiceEvent::ServiceResolved(service) = event
            && let Some(address) = service.get_addresses_v4().into_iter().next()
        {
            let _ = daemon.shutdown();
            return Ok(SocketAddr::new(address.into(), service.get_port()));
        }
    }
    Err(Error::new(ErrorKind::NotFound, "nobody found"))
}

fn connect(address: SocketAddr, code: &str, plain: bool) -> Result<(TcpStream, Link)> {
    let mut stream = TcpStream::connect_timeout(&address, SILENCE)?;
    stream.set_read_timeout(Some(SILENCE))?;
    stream.set_nodelay(true)?;
    let link = Link::open(&mut stream, code, false, plain)?;
    Ok((stream, link))
}

fn guest(code: &str, count: u32, plain: bool) -> Result<()> {
    let began = Instant::now();
    let address = find()?;
    println!("found_s {:.3}", began.elapsed().as_secs_f64());
    let handshake = Instant::now();
    let (mut stream, mut link) = connect(address, code, plain)?;
    println!("handshake_ms {:.1}", handshake.elapsed().as_secs_f64() * 1000.0);
    let (mut slowest, mut sent, mut cut) = (Duration::ZERO, 0, None::<Instant>);
    while sent < count {
        let asked = Instant::now();
        let text = format!("forslag-{sent} kanariefugl går en lang tur, Karen Medarbejder");
        let heard = link.send(&mut stream, &text).and_then(|()| link.hear(&mut stream));
        match heard {
            Ok(id) if id == format!("forslag-{sent}") => {
                slowest = slowest.max(asked.elapsed());
                sent += 1;
                if count > 100 {
                    std::thread::sleep(Duration::from_millis(20));
                }
            }
            // Not acknowledged is not there: it is sent again, and known by its id.
            _ => {
                let since = *cut.get_or_insert_with(Instant::now);
                println!("guest_noticed_cut_after_s {:.1}", asked.elapsed().as_secs_f64());
                loop {
                    if let Ok((again, other)) = connect(address, code, plain) {
                        (stream, link) = (again, other);
                        println!("back_after_s {:.1}", since.elapsed().as_secs_f64());
                        break;
                    }
                    if since.elapsed() > Duration::from_secs(60) {
                        return Err(Error::new(ErrorKind::TimedOut, "the link stayed away"));
                    }
                    std::thread::sleep(Duration::from_millis(300));
                }
            }
        }
    }
    println!("slowest_ack_ms {:.1}", slowest.as_secs_f64() * 1000.0);
    link.send(&mut stream, "end")?;
    println!("sent {sent}");
    Ok(())
}

/// Somebody on the same network who tries codes.
fn guess(tries: u32) -> Result<()> {
    let address = find()?;
    let (mut let_in, mut refused, mut shut) = (0, 0, 0);
    for number in 0..tries {
        match connect(address, &format!("{number:06}"), false) {
            Ok(_) => let_in += 1,
            Err(error) if error.kind() == ErrorKind::ConnectionRefused => shut += 1,
            Err(_) => refused += 1,
        }
    }
    println!("let_in {let_in}\nrefused {refused}\nshut {shut}");
    Ok(())
}
