//! The published description of the open format, `docs/book.schema.json`: made from the tables themselves, so that it cannot say less
//! than the file. `RENEW=1 cargo test -p holdepunkt-core --test exchange the_published` writes it anew.

use crate::builder::Desk;
use crate::open_format::{out, written};
use holdepunkt_core::exchange::rows::{name, told};
use holdepunkt_core::store::migrate::STEPS;
use holdepunkt_core::store::table::{Column, Holds, Table};
use serde_json::{Map, Value, json};
use std::path::Path;

/// As `rows::name` reads it: the key of a row that belongs to two others is both of theirs with a stroke between.
const ID: &str = "^[A-Za-z0-9._:-]+(/[A-Za-z0-9._:-]+)?$";

fn kept() -> std::path::PathBuf {
    Path::new(env!("CARGO_MANIFEST_DIR")).join("../../docs/book.schema.json")
}

/// What stands above a table in the steps that made it, and its own text.
fn made(table: &str) -> (String, String) {
    let all = STEPS.join("\n");
    let at = all.find(&format!("CREATE TABLE {table} (")).unwrap_or_else(|| panic!("{table} is made in a step"));
    let above: Vec<&str> = all[..at].lines().rev().take_while(|line| line.starts_with("--")).collect();
    let words: Vec<&str> = above.into_iter().rev().map(|line| line.trim_start_matches("-- ")).collect();
    let sql = all[at..].split(';').next().unwrap().to_string();
    (words.join(" "), sql)
}

/// The words a column may hold, where the table says so.
fn words_of(sql: &str, column: &str) -> Vec<String> {
    let mut words = Vec::new();
    for part in sql.split(&format!("{column} = '")).skip(1) {
        words.extend(part.split('\'').next().map(str::to_string));
    }
    words
}

fn column(table: &Table, sql: &str, column: &Column) -> Value {
    match column.holds {
        Holds::Flag => json!({ "type": "boolean" }),
        Holds::Integer => json!({ "type": "integer" }),
        Holds::Real => json!({ "type": "number" }),
        Holds::Blob => json!({ "$ref": "#/$defs/bytes" }),
        Holds::Text if column.name == table.key() => json!({ "$ref": "#/$defs/id" }),
        Holds::Text => match words_of(sql, &column.name) {
            words if words.is_empty() => json!({ "type": "string" }),
            words => json!({ "enum": words }),
        },
    }
}

fn row(table: &Table) -> Value {
    let (words, sql) = made(table.name);
    let columns: Map<String, Value> =
        table.columns.iter().map(|each| (each.name.clone(), column(table, &sql, each))).collect();
    let names: Vec<&str> = table.columns.iter().map(|each| each.name.as_str()).collect();
    let mut row = json!({ "type": "object", "properties": columns, "required": names, "additionalProperties": false });
    if !words.is_empty() {
        row["description"] = words.into();
    }
    row
}

fn schema() -> String {
    let mut definitions = json!({
        "id": { "type": "string", "maxLength": 200, "pattern": ID },
        "bytes": { "type": "object", "properties": { "base64": { "type": "string" } }, "required": ["base64"], "additionalProperties": false },
        "values": {
            "description": "Columns and their values. Bytes are told by their SHA-256 only.",
            "type": ["object", "null"]
        },
        "change": {
            "description": "A row before and after. Of a row that was changed, only the columns that changed; null before it was there, and after it was taken away.",
            "type": "object",
            "properties": { "table": { "$ref": "#/$defs/id" }, "id": { "$ref": "#/$defs/id" }, "before": { "$ref": "#/$defs/values" }, "after": { "$ref": "#/$defs/values" } },
            "required": ["table", "id", "before", "after"],
            "additionalProperties": false
        },
        "record": {
            "description": "Who (by: an author's id), when, what, and what it changed. step is the number of the first record of the same step. erased: what it said was erased for good.",
            "type": "object",
            "properties": {
                "number": { "type": "integer" }, "id": { "$ref": "#/$defs/id" }, "at": { "type": "string" },
                "by": { "$ref": "#/$defs/id" }, "visit": { "type": "string" }, "act": { "enum": ["do", "undo", "redo"] },
                "what": { "$ref": "#/$defs/id" }, "page": { "type": "string" }, "line": { "type": "string" },
                "step": { "type": "integer" }, "erased": { "type": "boolean" },
                "changes": { "type": "array", "items": { "$ref": "#/$defs/change" } }
            },
            "required": ["number", "id", "at", "by", "visit", "act", "what", "page", "line", "step", "erased", "changes"],
            "additionalProperties": false
        }
    });
    let mut tables = Map::new();
    let mut names = Vec::new();
    for table in told() {
        definitions[table.name] = row(table);
        tables.insert(
            table.name.into(),
            json!({ "type": "array", "items": { "$ref": format!("#/$defs/{}", table.name) } }),
        );
        names.push(table.name);
    }
    let schema = json!({
        "$schema": "https://json-schema.org/draft/2020-12/schema",
        "title": "A whole Holdepunkt book",
        "description": "Version 1. A later 1.x only adds. See docs/open-format.md.",
        "type": "object",
        "properties": {
            "format": { "enum": ["holdepunkt-book"] },
            "version": { "type": "string", "pattern": "^1\\.[0-9]+$" },
            "book": { "type": "object", "properties": tables, "required": names, "additionalProperties": false },
            "history": { "type": "array", "items": { "$ref": "#/$defs/record" } }
        },
        "required": ["format", "version", "book", "history"],
        "additionalProperties": false,
        "$defs": definitions
    });
    serde_json::to_string_pretty(&schema).unwrap() + "\n"
}

#[test]
fn the_published_schema_says_what_the_tables_are() {
    let fresh = schema();
    if std::env::var_os("RENEW").is_some() {
        std::fs::write(kept(), &fresh).unwrap();
    }
    let kept = std::fs::read_to_string(kept()).unwrap_or_default();
    assert!(kept == fresh, "stale: RENEW=1 cargo test -p holdepunkt-core --test exchange the_published");
}

#[test]
fn a_book_is_what_the_published_schema_says() {
    let schema: Value = serde_json::from_str(&schema()).unwrap();
    for desk in [written(), Desk::new()] {
        let file: Value = serde_json::from_str(&out(&desk)).unwrap();
        assert_eq!(faults(&schema, &schema, &file, "$"), Vec::<String>::new());
    }
    let mut bent: Value = serde_json::from_str(&out(&written())).unwrap();
    bent["book"]["entry"][0]["state"] = "gone".into();
    bent["history"][0]["secret"] = 1.into();
    bent["book"]["share"][0]["id"] = "a/b/c".into();
    assert_eq!(faults(&schema, &schema, &bent, "$").len(), 3, "the check can fail");
}

/// The part of JSON Schema that our own uses.
fn faults(root: &Value, schema: &Value, value: &Value, at: &str) -> Vec<String> {
    if let Some(name) = schema["$ref"].as_str() {
        return faults(root, &root["$defs"][name.trim_start_matches("#/$defs/")], value, at);
    }
    let mut found = Vec::new();
    let kind = match value {
        Value::Null => "null",
        Value::Bool(_) => "boolean",
        Value::Number(number) if number.is_i64() => "integer",
        Value::Number(_) => "number",
        Value::String(_) => "string",
        Value::Array(_) => "array",
        Value::Object(_) => "object",
    };
    let kinds: Vec<&str> = match &schema["type"] {
        Value::Array(kinds) => kinds.iter().filter_map(Value::as_str).collect(),
        kind => kind.as_str().into_iter().collect(),
    };
    if !kinds.is_empty() && !kinds.contains(&kind) {
        found.push(format!("{at} is {kind}"));
    }
    if schema["enum"].as_array().is_some_and(|words| !words.contains(value)) {
        found.push(format!("{at} is another word"));
    }
    if schema["pattern"] == ID && value.as_str().is_some_and(|id| name(id).is_err()) {
        found.push(format!("{at} is no id"));
    }
    for (index, item) in value.as_array().into_iter().flatten().enumerate() {
        found.extend(faults(root, &schema["items"], item, &format!("{at}[{index}]")));
    }
    let Some(fields) = value.as_object() else { return found };
    for name in schema["required"].as_array().into_iter().flatten().filter_map(Value::as_str) {
        if !fields.contains_key(name) {
            found.push(format!("{at} has no {name}"));
        }
    }
    for (name, field) in fields {
        match schema["properties"].get(name) {
            Some(known) => found.extend(faults(root, known, field, &format!("{at}.{name}"))),
            None if schema["additionalProperties"] == false => found.push(format!("{at}.{name} is unknown")),
            None => {}
        }
    }
    found
}
