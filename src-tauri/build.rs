fn main() {
    // Our SQLCipher must never be mistaken for the system's SQLite, which WebKitGTK loads into the same process.
    if std::env::var("CARGO_CFG_TARGET_OS").as_deref() == Ok("linux") {
        println!("cargo::rustc-link-arg-bins=-Wl,--exclude-libs,ALL");
    }
    tauri_build::build();
}
