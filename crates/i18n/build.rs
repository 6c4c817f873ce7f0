//! Checks that both languages say the same things, then writes one function per message.
//! A missing text, a missing variable or a banned Fluent function stops the build with the name of the message.

use fluent_syntax::ast::{Entry, Expression, InlineExpression, Pattern, PatternElement, VariantKey};
use fluent_syntax::parser;
use std::collections::{BTreeMap, BTreeSet};
use std::fmt::Write as _;
use std::path::{Path, PathBuf};
use std::{env, fs, process};

const LANGUAGES: [&str; 2] = ["da", "en"];

#[derive(Clone, Copy, PartialEq, Eq, PartialOrd, Ord)]
enum Variable {
    Text,
    Number,
}

struct Message {
    file: String,
    variables: BTreeMap<String, Variable>,
}

fn main() {
    let root = PathBuf::from(env::var("CARGO_MANIFEST_DIR").unwrap_or_default()).join("../../locales");
    println!("cargo::rerun-if-changed={}", root.display());
    let mut faults = Vec::new();
    let mut languages = Vec::new();
    for language in LANGUAGES {
        languages.push(read_language(&root.join(language), &mut faults));
    }
    compare(&languages, &mut faults);
    if !faults.is_empty() {
        for fault in &faults {
            println!("cargo::error={fault}");
        }
        process::exit(1);
    }
    let out = PathBuf::from(env::var("OUT_DIR").unwrap_or_default());
    let written = [
        ("sources.rs", sources(&root)),
        ("messages.rs", rust(&languages[0])),
        ("messages.ts", typescript(&languages[0])),
    ];
    for (name, text) in written {
        if let Err(error) = fs::write(out.join(name), text) {
            println!("cargo::error=cannot write {name}: {error}");
            process::exit(1);
        }
    }
}

fn ftl_files(folder: &Path) -> Vec<PathBuf> {
    let mut files: Vec<PathBuf> = fs::read_dir(folder)
        .map(|entries| entries.filter_map(Result::ok).map(|entry| entry.path()).collect())
        .unwrap_or_default();
    files.retain(|path| path.extension().is_some_and(|extension| extension == "ftl"));
    files.sort();
    files
}

fn read_language(folder: &Path, faults: &mut Vec<String>) -> BTreeMap<String, Message> {
    println!("cargo::rerun-if-changed={}", folder.display());
    let mut messages = BTreeMap::new();
    for path in ftl_files(folder) {
        println!("cargo::rerun-if-changed={}", path.display());
        let file = path.file_stem().map(|stem| stem.to_string_lossy().into_owned()).unwrap_or_default();
        let text = fs::read_to_string(&path).unwrap_or_default();
        let resource = match parser::parse(text.as_str()) {
            Ok(resource) => resource,
            Err((_, errors)) => {
                faults.extend(errors.iter().map(|error| format!("{}: {error}", path.display())));
                continue;
            }
        };
        for entry in &resource.body {
            let Entry::Message(message) = entry else { continue };
            let name = message.id.name.to_string();
            let mut variables = BTreeMap::new();
            match &message.value {
                Some(pattern) => walk(pattern, &name, &mut variables, faults),
                None => faults.push(format!("{}: {name} has no text", path.display())),
            }
            let message = Message { file: file.clone(), variables };
            if messages.insert(name.clone(), message).is_some() {
                faults.push(format!("{}: {name} stands twice", path.display()));
            }
        }
    }
    messages
}

fn walk(pattern: &Pattern<&str>, name: &str, variables: &mut BTreeMap<String, Variable>, faults: &mut Vec<String>) {
    for element in &pattern.elements {
        let PatternElement::Placeable { expression } = element else { continue };
        match expression {
            Expression::Inline(inline) => note(inline, name, Variable::Text, variables, faults),
            Expression::Select { selector, variants } => {
                let plural = variants.iter().any(|variant| match &variant.key {
                    VariantKey::NumberLiteral { .. } => true,
                    VariantKey::Identifier { name } => ["zero", "one", "two", "few", "many"].contains(name),
                });
                note(selector, name, if plural { Variable::Number } else { Variable::Text }, variables, faults);
                for variant in variants {
                    walk(&variant.value, name, variables, faults);
                }
            }
        }
    }
}

fn note(
    inline: &InlineExpression<&str>,
    name: &str,
    kind: Variable,
    variables: &mut BTreeMap<String, Variable>,
    faults: &mut Vec<String>,
) {
    match inline {
        InlineExpression::VariableReference { id } => {
            let known = variables.entry(id.name.to_string()).or_insert(kind);
            *known = (*known).max(kind);
        }
        InlineExpression::FunctionReference { id, .. } => {
            faults.push(format!("{name}: {} is not used here; pass formatted words", id.name));
        }
        InlineExpression::Placeable { expression } => {
            if let Expression::Inline(inner) = expression.as_ref() {
                note(inner, name, kind, variables, faults);
            }
        }
        _ => {}
    }
}

fn compare(languages: &[BTreeMap<String, Message>], faults: &mut Vec<String>) {
    let all: BTreeSet<&String> = languages.iter().flat_map(BTreeMap::keys).collect();
    for name in all {
        for (index, messages) in languages.iter().enumerate() {
            match messages.get(name) {
                None => faults.push(format!("{name} is missing in locales/{}", LANGUAGES[index])),
                Some(message) => {
                    let Some(first) = languages[0].get(name) else { continue };
                    if first.variables.keys().ne(message.variables.keys()) {
                        faults.push(format!("{name} has other variables in locales/{}", LANGUAGES[index]));
                    }
                    if first.file != message.file {
                        faults.push(format!("{name} stands in {} and in {}", first.file, message.file));
                    }
                }
            }
        }
    }
}

fn sources(root: &Path) -> String {
    let mut text = String::new();
    for language in LANGUAGES {
        let _ = writeln!(text, "pub(crate) const {}: &[&str] = &[", language.to_uppercase());
        for path in ftl_files(&root.join(language)) {
            let _ = writeln!(text, "    include_str!({:?}),", path.canonicalize().unwrap_or(path));
        }
        let _ = writeln!(text, "];");
    }
    text
}

/// Chapter texts are looked up by the ids of the workbook; everything else gets a function of its own.
fn is_typed(message: &Message) -> bool {
    !message.file.starts_with("chapter")
}

fn rust(messages: &BTreeMap<String, Message>) -> String {
    let mut text = String::from("impl Texts {\n");
    for (name, message) in messages.iter().filter(|(_, message)| is_typed(message)) {
        let mut arguments = String::new();
        let mut fill = String::new();
        for (variable, kind) in &message.variables {
            let (kind, wrap) = match kind {
                Variable::Text => ("&str", format!("Value::from({})", snake(variable))),
                Variable::Number => ("u32", format!("Value::from(f64::from({}))", snake(variable))),
            };
            let _ = write!(arguments, ", {}: {kind}", snake(variable));
            let _ = write!(fill, "({variable:?}, {wrap}), ");
        }
        let _ = writeln!(text, "    /// `{name}` in `{}.ftl`\n    #[must_use]", message.file);
        let _ = writeln!(text, "    pub fn {}(&self{arguments}) -> String {{", function(name));
        let _ = writeln!(text, "        self.say({name:?}, [{fill}])\n    }}");
    }
    text.push_str("}\n\n/// Every message there is.\npub const KEYS: &[&str] = &[\n");
    for name in messages.keys() {
        let _ = writeln!(text, "    {name:?},");
    }
    text.push_str("];\n");
    text
}

fn typescript(messages: &BTreeMap<String, Message>) -> String {
    let mut text = String::from(
        "// Written by the build of crates/i18n from locales/*/screen*.ftl. Do not edit; `cargo test -p holdepunkt-i18n` says how to renew it.\n\
         import { say } from './say.svelte';\n\nexport const m = {\n",
    );
    for (name, message) in messages.iter().filter(|(_, message)| message.file.starts_with("screen")) {
        if message.variables.is_empty() {
            let _ = writeln!(text, "  {}: () => say('{name}'),", camel(name));
            continue;
        }
        let kinds: Vec<String> = message
            .variables
            .iter()
            .map(|(variable, kind)| {
                format!("{variable}: {}", if *kind == Variable::Number { "number" } else { "string" })
            })
            .collect();
        let _ = writeln!(text, "  {}: (a: {{ {} }}) => say('{name}', a),", camel(name), kinds.join("; "));
    }
    text.push_str("} as const;\n");
    text
}

fn snake(name: &str) -> String {
    name.replace('-', "_")
}

/// Words that are Rust's own get an underscore.
fn function(name: &str) -> String {
    let name = snake(name);
    if ["continue", "move", "type", "in", "as", "for", "loop", "match", "use", "where"].contains(&name.as_str()) {
        return format!("{name}_");
    }
    name
}

fn camel(name: &str) -> String {
    let mut parts = name.split('-');
    let mut text = parts.next().unwrap_or_default().to_string();
    for part in parts {
        let mut letters = part.chars();
        if let Some(first) = letters.next() {
            text.extend(first.to_uppercase());
            text.push_str(letters.as_str());
        }
    }
    text
}
