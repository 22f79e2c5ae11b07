// The table of what the documents ask: no row is missing, and no entry points to nothing.
import { existsSync, readdirSync, readFileSync } from "node:fs";
import { join } from "node:path";
import { describe, expect, test } from "vitest";
import { findLedger } from "../shared/ledgers.ts";
import { DOCUMENT_ROWS } from "../shared/traceability/document-rows.ts";

const ROOT = join(import.meta.dirname, "..");
const read = (path: string) => (existsSync(join(ROOT, path)) ? readFileSync(join(ROOT, path), "utf8") : "");

/** Where pages' addresses stand. */
const ROUTES = readdirSync(join(ROOT, "functions/pages"), { recursive: true, encoding: "utf8" })
  .filter((file) => /routes\.tsx?$/.test(file))
  .map((file) => read(join("functions/pages", file)));

/** What is wrong with a place; empty when it is there. */
function fault(place: string): string | undefined {
  const [kind, rest = ""] = [place.slice(0, 2), place.slice(2)];
  const [id = "", part = ""] = rest.split(".");
  const ledger = findLedger(id);
  switch (kind) {
    case "l:":
      return ledger?.fields[part] ? undefined : `no field ${rest}`;
    case "t:":
      return ledger?.transitions[part] ? undefined : `no transition ${rest}`;
    case "m:":
      return ledger?.metrics[part] ? undefined : `no metric ${rest}`;
    case "p:":
      return ROUTES.some((text) => text.includes(`"${rest}"`)) ? undefined : `no page ${rest}`;
    case "c:": {
      const [file = "", name = ""] = rest.split("#");
      const found = new RegExp(`export (const|function|async function) ${name}\\b`).test(read(file));
      return found ? undefined : `no export ${rest}`;
    }
    default:
      return `unknown kind of place ${place}`;
  }
}

test("every one of the 120 rows is there, once and in order", () => {
  expect(DOCUMENT_ROWS.map(({ row }) => row)).toEqual(Array.from({ length: 120 }, (_, at) => at + 1));
});

describe.each(DOCUMENT_ROWS.map((row) => [`${row.row} ${row.asks.zh}`, row] as const))("%s", (_, row) => {
  test("points to nothing that is not there", () => {
    expect(row.where.flatMap((place) => fault(place) ?? [])).toEqual([]);
    for (const { file, name } of row.tests) {
      expect(read(file), file).toMatch(/\b(test|it)(\.each)?[(<]/);
      if (name !== undefined) expect(bodyOf(file, name), `${file} has no “${name}”`).not.toBe("");
    }
    expect(row.where.length > 0 && row.tests.length > 0, "what is done says where, and by which tests").toBe(
      row.status !== "notYet",
    );
  });

  test("names, where it states a rule, the tests that accept one example and refuse another", () => {
    const named = row.tests.filter(({ name }) => name !== undefined);
    expect(named.length > 0, "a rule names its tests, and nothing else does").toBe(row.rule);
    if (!row.rule) return;
    const text = named.map(({ file, name = "" }) => bodyOf(file, name)).join("\n");
    expect(text).toMatch(REFUSED);
    expect(text).toMatch(ACCEPTED);
  });
});

/** Words of a refusal, or the code of a problem. */
const REFUSED = /refus|"[a-z]+(_[a-z]+)+"/;
/** No problem is left, or the status after the step is stated. */
const ACCEPTED = /accepted|toEqual\(\[\]\)|toBe\("[a-z]+[A-Za-z]*"\)|, "(given|referred|received|claimed)"\]/;

/** A test from the line with these words of its title to the end of its block; empty where there is none. */
function bodyOf(file: string, name: string): string {
  const lines = read(file).split("\n");
  const start = lines.findIndex((line) => line.includes(name));
  if (start < 0) return "";
  const indent = (line: string) => line.length - line.trimStart().length;
  const own = indent(lines[start] ?? "");
  const ends = (line: string) =>
    line.trim() !== "" && (indent(line) < own || (indent(line) === own && /^[}\]]/.test(line.trim())));
  const length = lines.slice(start + 1).findIndex(ends);
  return lines.slice(start, length < 0 ? undefined : start + 1 + length).join("\n");
}

test("what is not done yet is counted, and nothing hides behind “done”", () => {
  const of = (status: string) => DOCUMENT_ROWS.filter((row) => row.status === status).map(({ row }) => row);
  expect(of("notYet")).toEqual([]);
  expect(of("part")).toEqual([]);
});

test("a wrong entry of each kind is noticed", () => {
  const wrong = [
    "l:cases.colour",
    "t:cases.sing",
    "m:cases.songs",
    "p:/nowhere",
    "c:shared/ledgers.ts#nobody",
    "x:y",
  ];
  expect(wrong.filter((place) => fault(place) === undefined)).toEqual([]);
  expect(bodyOf("test/traceability.test.ts", ["nobody", "wrote this"].join(" "))).toBe("");
});
