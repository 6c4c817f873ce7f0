//! The floor for starting: a bare WebKitGTK window of the same size that shows one line on paper. No Tauri, no book.
#![allow(clippy::expect_used, clippy::print_stdout)] // a program for the command line that may stop with a word

#[cfg(target_os = "linux")]
fn main() {
    use gtk::prelude::*;
    use webkit2gtk::WebViewExt as _;

    gtk::init().expect("a display is needed");
    let window = gtk::Window::new(gtk::WindowType::Toplevel);
    window.set_default_size(1180, 820);
    let context = webkit2gtk::WebContext::new_ephemeral();
    let view = webkit2gtk::WebView::with_context(&context);
    view.load_html(
        "<!doctype html><html><body style='background:#f7f1e6;color:#241f1a'>\
         <h1>Holdepunkt</h1><p>En linje på papir.</p></body></html>",
        None,
    );
    window.add(&view);
    window.show_all();
    window.connect_delete_event(|_, _| {
        gtk::main_quit();
        gtk::glib::Propagation::Proceed
    });
    gtk::main();
}

#[cfg(not(target_os = "linux"))]
fn main() {}
