#![no_main]

libfuzzer_sys::fuzz_target!(|bytes: &[u8]| holdepunkt_faults::targets::run("handover", bytes));
