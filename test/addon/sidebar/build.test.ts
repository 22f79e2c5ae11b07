// The built sidebars as files: small, complete in themselves, and safe for Apps Script.
import { mkdtempSync, readdirSync, readFileSync, rmSync } from "node:fs";
import { tmpdir } from "node:os";
import { join } from "node:path";
import { Script } from "node:vm";
import { parse } from "acorn";
import { afterAll, beforeAll, describe, expect, test } from "vitest";
import { buildSidebars, NOT_ASKED, SIDEBARS } from "../../../addon/sidebar/build.ts";
import { withoutMembers } from "../../../addon/sidebar/slim/shed-members.ts";

const folder = mkdtempSync(join(tmpdir(), "sidebar-build-"));
let sizes: Record<string, number> = {};

beforeAll(async () => {
  sizes = await buildSidebars(folder);
});
afterAll(() => rmSync(folder, { recursive: true, force: true }));

test("there is one HTML file for each sidebar and nothing else", () => {
  expect(readdirSync(folder).sort()).toEqual(SIDEBARS.map((name) => `${name}.html`).sort());
  expect(Object.keys(sizes).sort()).toEqual([...SIDEBARS].sort());
});

describe.each(SIDEBARS)("sidebar %s", (name) => {
  const html = () => readFileSync(join(folder, `${name}.html`), "utf8");
  const script = () => /<script>([\s\S]*)<\/script>/.exec(html())?.[1] ?? "";

  test("has at most 120 kB, and tells its true size", () => {
    expect(sizes[name]).toBe(Buffer.byteLength(html()));
    expect(sizes[name]).toBeLessThanOrEqual(120_000);
  });

  test("parses as a classic script of 2020", () => {
    expect(script().length).toBeGreaterThan(10_000);
    expect(() => new Script(script())).not.toThrow();
    expect(() => parse(script(), { ecmaVersion: 2020, sourceType: "script" })).not.toThrow();
  });

  test("holds no template literal, no scriptlet and no tag that would end it", () => {
    const literals: string[] = [];
    parse(script(), {
      ecmaVersion: 2020,
      onToken: ({ type }) => {
        if (type.label === "`") literals.push(type.label);
      },
    });
    expect(literals).toEqual([]);
    expect(html()).not.toContain("<?");
    expect(html().match(/<\/script>/g)).toHaveLength(1);
  });

  test("carries nothing of a ledger that only the backend asks", () => {
    const shed = withoutMembers(
      "x = defineLedger({ id: 'a', metrics: { n: f }, print: p, recount(row) { return 1 }, fields })",
      NOT_ASKED,
    );
    expect(shed.replace(/\s+/g, " ")).toBe("x = defineLedger({ id: 'a', metrics: {}, fields })");
  });

  test("loads nothing from elsewhere", () => {
    const head = html().replace(script(), "");
    expect(head).not.toMatch(/\bsrc=|<link|@import|url\(/);
    expect(script()).not.toMatch(/\bimport\(|\bfetch\(|XMLHttpRequest/);
  });

  test("does not stop a page from being read without code made from text", () => {
    expect(script()).not.toMatch(/new Function|\beval\(/);
  });
});
