"""The check of dependencies finds what it is there to find. Run: python3 -m unittest discover -s tests/dependencies -p '*_test.py'"""
import copy
import importlib.machinery
import importlib.util
import unittest
from pathlib import Path

SCRIPT = Path(__file__).resolve().parents[2] / "scripts" / "check-dependencies"
loader = importlib.machinery.SourceFileLoader("check_dependencies", str(SCRIPT))
check = importlib.util.module_from_spec(importlib.util.spec_from_loader("check_dependencies", loader))
loader.exec_module(check)

RULES = {
    "licenses": {"allow": ["MIT", "Apache-2.0"], "exceptions": [{"crate": "odd", "allow": ["blessing"]}]},
    "bans": {"deny": ["reqwest"]},
}
GOOD = {"name": "good", "version": "1.0.0", "source": check.REGISTRY, "checksum": "a" * 64}
OURS = {"name": "ours", "version": "0.1.0"}
METADATA = {
    "packages": [
        {"name": "good", "version": "1.0.0", "source": check.REGISTRY, "license": "MIT/Apache-2.0", "dependencies": []},
        {"name": "ours", "version": "0.1.0", "source": None, "license": "MIT", "dependencies": [{"name": "good", "req": "^1"}]},
    ]
}


def crates(change):
    lock, metadata = {"package": [dict(GOOD), dict(OURS)]}, copy.deepcopy(METADATA)
    change(lock, metadata)
    return list(check.faults_of_crates(lock, metadata, RULES))


def npm(change=lambda *_: None):
    names = sorted(check.NPM_IN_THE_PROGRAM)
    manifest = {"dependencies": {name: "1.0.0" for name in names}, "devDependencies": {"tool": "1.0.0"}}
    package = {"version": "1.0.0", "integrity": "sha512-x", "license": "MIT"}
    packages = {"": {}} | {f"node_modules/{name}": dict(package) for name in names}
    packages["node_modules/tool"] = package | {"dev": True}
    lock = {"lockfileVersion": 3, "packages": packages}
    there = {path: {"version": "1.0.0", "license": "MIT"} for path in packages}
    change(manifest, lock, there)
    return list(check.faults_of_npm(manifest, lock, there.get))


LISTED = check.tomllib.loads((check.ROOT / "tests" / "dependencies" / "advisories.toml").read_text())


def known(name, version, accepted=(), named_by_us=True):
    """The faults known of one locked crate, by the list that is kept."""
    lock = {"package": [{"name": name, "version": version, "source": check.REGISTRY}]}
    wanted = [{"name": name, "req": "^1"}] if named_by_us else []
    metadata = {"packages": [{"name": "ours", "source": None, "dependencies": wanted}]}
    rules = {"advisories": {"ignore": [{"id": id} for id in accepted]}}
    return list(check.faults_known(lock, metadata, LISTED, rules))


class KnownFaults(unittest.TestCase):
    def test_versions_stand_in_the_order_of_semver(self):
        order = ["0.9.9", "0.10.0-alpha.1", "0.10.0-alpha.2", "0.10.0-alpha.10", "0.10.0-beta", "0.10.0", "0.10.1+build", "1.0.0"]
        self.assertEqual(order, sorted(order, key=check.version_of))

    def test_a_requirement_is_met_as_cargo_says(self):
        for version, requirement, good in [
            ("1.0.103", ">= 1.0.103", True),
            ("1.0.102", ">= 1.0.103", False),
            ("0.9.7", ">= 0.9.7, <0.10.0", True),
            ("0.10.0", ">= 0.9.7, <0.10.0", False),
            ("0.10.4", "^0.10.4", True),
            ("0.11.0", "^0.10.4", False),
            ("1.9.0", "^1.2", True),
            ("2.0.0", "^1.2", False),
            ("0.0.3", "^0.0.3", True),
            ("0.0.4", "^0.0.3", False),
            ("0.25.4", "0.25.4", True),
            ("2.0.0-beta.9", ">= 2.0.0-beta.20", False),
            ("2.0.0", ">= 2.0.0-beta.20", True),
            ("0.2.3", "=0.2.3", True),
        ]:
            self.assertEqual(check.within(version, requirement), good, f"{version} {requirement}")

    def test_a_known_bad_version_is_found_and_its_mended_one_is_not(self):
        for name, bad, mended in [
            ("time", "0.3.46", "0.3.47"),
            ("bytes", "1.11.0", "1.11.1"),
            ("rusqlite", "0.25.3", "0.25.4"),
            ("tauri", "2.11.0", "2.11.1"),
            ("tauri", "2.0.0-beta.19", "2.12.5"),
            ("thin-vec", "0.2.15", "0.2.16"),
            ("tokio", "1.43.0", "1.43.1"),
            ("rand", "0.8.5", "0.8.6"),
        ]:
            self.assertTrue(known(name, bad), f"{name} {bad}")
            self.assertEqual(known(name, mended), [], f"{name} {mended}")

    def test_a_vulnerable_crate_counts_however_deep_it_lies_and_an_unsound_one_when_we_name_it(self):
        self.assertTrue(known("time", "0.3.46", named_by_us=False))
        self.assertEqual(known("glib", "0.18.5", named_by_us=False), [])
        self.assertTrue(known("glib", "0.18.5"))

    def test_what_is_accepted_passes_and_must_go_when_it_is_not_needed_any_more(self):
        self.assertEqual(known("time", "0.3.46", accepted=["RUSTSEC-2026-0009"]), [])
        self.assertEqual(len(known("time", "0.3.47", accepted=["RUSTSEC-2026-0009"])), 1)

    def test_the_list_is_whole(self):
        ids = [advisory["id"] for advisory in LISTED["advisory"]]
        self.assertEqual(len(ids), len(set(ids)))
        for advisory in LISTED["advisory"]:
            self.assertIn(advisory["package"], LISTED["asked"])
            self.assertIn(advisory["kind"], ("vulnerability", "unsound", "unmaintained"))
            for requirement in advisory["patched"] + advisory.get("unaffected", []):
                check.within("1.0.0", requirement)


class Rules(unittest.TestCase):
    def test_a_licence_is_met_as_spdx_says(self):
        for expression, good in {
            "MIT": True,
            "MIT OR GPL-3.0": True,
            "MIT AND GPL-3.0": False,
            "(MIT OR GPL-3.0) AND Apache-2.0": True,
            "(GPL-3.0 OR LGPL-3.0) AND MIT": False,
            "Apache-2.0 WITH LLVM-exception": False,
            "Apache-2.0 WITH LLVM-exception OR MIT": True,
            "MIT/GPL-3.0": True,
            "": False,
            "MIT GPL-3.0": False,
            "(MIT": False,
        }.items():
            self.assertEqual(check.satisfied(expression, {"MIT", "Apache-2.0"}), good, expression)

    def test_crates_as_they_should_be_have_no_faults(self):
        self.assertEqual(crates(lambda lock, metadata: None), [])

    def test_every_fault_of_a_crate_is_found(self):
        changes = {
            "comes from git": lambda lock, _: lock["package"][0].update(source="git+https://example.org/good"),
            "no checksum": lambda lock, _: lock["package"][0].pop("checksum"),
            "no source": lambda lock, _: lock["package"].append({"name": "stray", "version": "1.0.0"}),
            "GPL-3.0": lambda _, metadata: metadata["packages"][0].update(license="GPL-3.0"),
            "licence “”": lambda _, metadata: metadata["packages"][0].update(license=None),
            "banned": lambda _, metadata: metadata["packages"][0].update(name="reqwest"),
            "any version": lambda _, metadata: metadata["packages"][1]["dependencies"][0].update(req="*"),
        }
        for words, change in changes.items():
            self.assertTrue(any(words in fault for fault in crates(change)), words)

    def test_an_exception_holds_for_its_crate_only(self):
        odd = lambda name: lambda _, metadata: metadata["packages"][0].update(name=name, license="MIT AND blessing")
        self.assertEqual(crates(odd("odd")), [])
        self.assertEqual(len(crates(odd("other"))), 1)

    def test_npm_as_it_should_be_has_no_faults(self):
        self.assertEqual(npm(), [])

    def test_every_fault_of_an_npm_package_is_found(self):
        tool = "node_modules/tool"
        changes = {
            "no sha512": lambda _, lock, __: lock["packages"][tool].pop("integrity"),
            "comes from": lambda _, lock, __: lock["packages"][tool].update(resolved="https://example.org/tool.tgz"),
            "runs a script": lambda _, __, there: there[tool].update(scripts={"postinstall": "do"}),
            "part of the program": lambda _, lock, __: lock["packages"][tool].pop("dev"),
            "GPL-3.0": lambda _, lock, __: lock["packages"][tool].update(license="GPL-3.0"),
            "does not pin": lambda manifest, _, __: manifest["devDependencies"].update(tool="^1.0.0"),
            "other dependencies": lambda manifest, _, __: manifest["dependencies"].update(extra="1.0.0"),
            "is installed as": lambda _, __, there: there[tool].update(version="1.0.1"),
            "another licence": lambda _, __, there: there[tool].update(license="UNLICENSED"),
            "not installed": lambda _, __, there: there.pop(tool),
            "not of version 3": lambda _, lock, __: lock.update(lockfileVersion=1),
        }
        for words, change in changes.items():
            self.assertTrue(any(words in fault for fault in npm(change)), words)


if __name__ == "__main__":
    unittest.main()
