//! The kept corpus of the fuzz targets, replayed on the stable compiler; and every target is whole.

use holdepunkt_faults::targets;
use std::fs;
use std::path::{Path, PathBuf};

fn fuzz() -> PathBuf {
    Path::new(env!("CARGO_MANIFEST_DIR")).join("../../fuzz")
}

#[test]
fn what_fuzzing_once_found_and_kept_breaks_no_promise() {
    for target in targets::ALL {
        let mut files: Vec<_> = fs::read_dir(fuzz().join("corpus").join(target.name))
            .unwrap_or_else(|_| panic!("fuzz/corpus/{} is missing", target.name))
            .map(|entry| entry.expect("an entry").path())
            .collect();
        files.sort();
        assert!(!files.is_empty(), "{} has nothing to begin with", target.name);
        for file in files {
            println!("{}", file.display());
            (target.run)(&fs::read(&file).expect("read"));
        }
    }
}

#[test]
fn every_parser_has_a_target_and_every_target_a_parser() {
    let manifest = fs::read_to_string(fuzz().join("Cargo.toml")).expect("read");
    for target in targets::ALL {
        let file = fs::read_to_string(fuzz().join(format!("fuzz_targets/{}.rs", target.name)));
        let file = file.unwrap_or_else(|_| panic!("fuzz/fuzz_targets/{}.rs is missing", target.name));
        assert!(file.contains(&format!("run(\"{}\"", target.name)), "{} runs another one", target.name);
        assert!(manifest.contains(&format!("fuzz_targets/{}.rs", target.name)), "{} is not built", target.name);
    }
    let files = fs::read_dir(fuzz().join("fuzz_targets")).expect("read").count();
    assert_eq!(files, targets::ALL.len(), "a target without a parser");
}
