// The table of what the documents ask: no row is missing, and no entry points to nothing.
import { existsSync, readFileSync } from "node:fs";
import { join } from "node:path";
import { describe, expect, test } from "vitest";
import { findLedger } from "../shared/ledgers.ts";
import { DOCUMENT_ROWS } from "../shared/traceability/document-rows.ts";

const ROOT = join(import.meta.dirname, "..");
const read = (path: string) => (existsSync(join(ROOT, path)) ? readFileSync(join(ROOT, path), "utf8") : "");

/** Where pages' addresses stand. */
const ROUTES = [
  "functions/pages/posters/poster-routes.tsx",
  "functions/pages/catalogue/catalogue-routes.tsx",
  "functions/pages/record/record-routes.tsx",
].map(read);

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
    expect(row.tests.filter((file) => !existsSync(join(ROOT, file)))).toEqual([]);
    for (const file of row.tests) expect(read(file), file).toMatch(/\b(test|it)(\.each)?\(/);
    expect(row.where.length > 0 && row.tests.length > 0, "what is done says where, and by which tests").toBe(
      row.status !== "notYet",
    );
  });

  test("shows, where it states a rule, what is refused beside what is accepted", () => {
    if (!row.rule) return expect(row.rule).toBe(false);
    const texts = row.tests.map(read).join("\n");
    expect(texts).toMatch(/refused|refusals|forbidden/);
    expect(texts).toMatch(/accepted/);
  });
});

test("what is not done yet is counted, and nothing hides behind “done”", () => {
  const of = (status: string) => DOCUMENT_ROWS.filter((row) => row.status === status).map(({ row }) => row);
  expect(of("notYet")).toEqual([1, 10, 11, 16, 107]);
  expect(of("part")).toEqual([45, 110]);
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
});
