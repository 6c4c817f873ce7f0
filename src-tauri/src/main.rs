//! Holdepunkt's shell: starts the window and translates between it and core.
//! Not here: rules of the book (`holdepunkt-core`) and how a print looks (`holdepunkt-pdf`).

#![cfg_attr(not(debug_assertions), windows_subsystem = "windows")]

mod arguments;
mod commands;
mod contract;
mod crisis_commands;
mod exchange_commands;
mod going_commands;
mod handover_commands;
mod keyring;
mod keyring_commands;
mod lock_commands;
mod out;
mod paper_commands;
mod process;
mod safety_commands;
mod safety_view;
mod saving;
mod share_commands;
mod shelf_commands;
mod shell;
mod system;
mod visit_commands;
mod webview;
mod window;

use arguments::Arguments;
use holdepunkt_core::folder::{Folder, PrivateFolder};
use holdepunkt_core::world::World;
use holdepunkt_pdf::workshop;
use shell::Shell;
use std::process::ExitCode;
use std::sync::Arc;

fn main() -> ExitCode {
    process::prepare();
    let arguments = match arguments::read(std::env::args_os().skip(1)) {
        Ok(Arguments::Run { data_dir }) => data_dir,
        Ok(Arguments::Say(text)) => {
            arguments::say(&text);
            return ExitCode::SUCCESS;
        }
        Ok(Arguments::SetPrints) => {
            // At once, whatever is being set: the program it was for has gone.
            let gone = || std::process::exit(0);
            workshop::remember();
            workshop::serve(std::io::stdin(), std::io::stdout(), workshop::REST, gone);
            return ExitCode::SUCCESS;
        }
        Err(text) => {
            arguments::complain(&text);
            return ExitCode::from(2);
        }
    };
    let folder = match Folder::find(arguments.as_deref()) {
        Ok(folder) => folder,
        Err(error) => {
            arguments::complain(&error.to_string());
            return ExitCode::FAILURE;
        }
    };
    match run(folder) {
        Ok(()) => ExitCode::SUCCESS,
        Err(error) => {
            arguments::complain(&format!("The window could not be opened: {error}"));
            ExitCode::FAILURE
        }
    }
}

fn run(folder: Folder) -> tauri::Result<()> {
    let single = window::single_instance(folder.path());
    let shell = Arc::new(Shell::new(folder, World::real()));
    std::thread::spawn(PrivateFolder::sweep);
    let ending = Arc::clone(&shell);
    let kept = Arc::downgrade(&shell);
    std::thread::spawn(move || shell::keep_backing_up(&kept));
    tauri::Builder::default()
        .plugin(single)
        .plugin(tauri_plugin_dialog::init())
        .plugin(tauri_plugin_opener::Builder::new().open_js_links_on_click(false).build())
        .manage(Arc::clone(&shell))
        .invoke_handler(contract::builder().invoke_handler())
        .setup(move |app| {
            match process::cipher() {
                Ok(()) => {
                    let window = window::open(app.handle(), &shell)?;
                    system::watch(&window, &shell);
                }
                Err(error) => window::refuse(app.handle(), &shell, &error),
            }
            Ok(())
        })
        .build(tauri::generate_context!())?
        .run(move |_, event| {
            if let tauri::RunEvent::Exit = event
                && let Some(next) = ending.next()
            {
                process::start_again(next.path());
            }
        });
    Ok(())
}
