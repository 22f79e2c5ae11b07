// What is missing on a machine is installed, and what is there is left alone.
import { mkdirSync, mkdtempSync, rmSync, writeFileSync } from "node:fs";
import { tmpdir } from "node:os";
import { join } from "node:path";
import { afterEach, beforeEach, describe, expect, it } from "vitest";
import { isNodeNewEnough } from "../../infra/local/node-version.mjs";
import { packagesAreCurrent } from "../../infra/local/packages.mjs";

let root = "";
beforeEach(() => {
  root = mkdtempSync(join(tmpdir(), "hall-ledger-set-up-"));
});
afterEach(() => rmSync(root, { recursive: true, force: true }));

const tool = { version: "1.0.0", integrity: "sha512-a" };
const forAnotherSystem = { version: "1.0.0", integrity: "sha512-b", optional: true };

describe("the installed packages", () => {
  it("are not current on a fresh clone", () => {
    wanted({ tool });
    expect(packagesAreCurrent(root)).toBe(false);
  });

  it("are current after npm installed them, even without our own installation", () => {
    wanted({ tool });
    installed({ tool });
    expect(packagesAreCurrent(root)).toBe(true);
  });

  it("are current without the optional packages of other systems", () => {
    wanted({ tool, forAnotherSystem });
    installed({ tool });
    expect(packagesAreCurrent(root)).toBe(true);
  });

  it.each([
    ["a new package", { tool, another: tool }],
    ["another version", { tool: { ...tool, version: "1.0.1" } }],
    ["other content of the same version", { tool: { ...tool, integrity: "sha512-c" } }],
  ])("are no longer current once the lock file asks for %s", (_, packages) => {
    wanted({ tool });
    installed({ tool });
    expect(packagesAreCurrent(root)).toBe(true);

    wanted(packages);
    expect(packagesAreCurrent(root)).toBe(false);
  });

  it("are not current when their list was cut off", () => {
    wanted({ tool });
    mkdirSync(join(root, "node_modules"));
    writeFileSync(join(root, "node_modules", ".package-lock.json"), "{");
    expect(packagesAreCurrent(root)).toBe(false);
  });
});

describe("the version of Node.js", () => {
  it.each([
    ["18.20.8", false],
    ["20.18.3", false],
    ["20.19.0", true],
    ["22.0.0", true],
    ["24.11.1", true],
  ])("%s is new enough: %s", (version, expected) => {
    expect(isNodeNewEnough(version)).toBe(expected);
  });
});

function wanted(packages: Record<string, object>): void {
  write("package-lock.json", packages);
}

function installed(packages: Record<string, object>): void {
  mkdirSync(join(root, "node_modules"));
  write("node_modules/.package-lock.json", packages);
}

function write(path: string, packages: Record<string, object>): void {
  const entries = Object.entries(packages).map(([name, entry]) => [`node_modules/${name}`, entry]);
  writeFileSync(join(root, path), JSON.stringify({ packages: { "": {}, ...Object.fromEntries(entries) } }));
}
