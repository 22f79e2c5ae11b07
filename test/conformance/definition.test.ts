// Every ledger, as it is defined: sound, said in both languages, allowed to somebody, and the same after a sheet.
import { describe, expect, test } from "vitest";
import { ROLES } from "../../shared/kernel/permissions.ts";
import { describeLedger } from "../../shared/ledger/describe-ledger.ts";
import type { Field } from "../../shared/ledger/field.ts";
import { sheetColumns } from "../../shared/ledger/sheet-columns.ts";
import { LEDGERS } from "../../shared/ledgers.ts";
import { expectCellIdentity } from "./expect-cell-identity.ts";

const ZONES = ["Asia/Shanghai", "Asia/Urumqi", "America/St_Johns"] as const;

/** Written by steps of the system only, never by people and never into cells. */
const OF_THE_SYSTEM = ["closedRounds", "figures"];

/** `D2 二(一)3`: clauses are named as the documents name them, whatever the language. */
const CLAUSE = /D[1-5] [一二三四五六七八九十]+(\([一二三四五六七八九十]\))?\d?/g;

test("no two ledgers have one id or one title", () => {
  expect(new Set(LEDGERS.map(({ id }) => id)).size).toBe(LEDGERS.length);
  expect(new Set(LEDGERS.map(({ title }) => title.zh)).size).toBe(LEDGERS.length);
  expect(new Set(LEDGERS.map(({ title }) => title.en)).size).toBe(LEDGERS.length);
});

describe.each(LEDGERS.map((ledger) => [ledger.id, ledger] as const))("%s", (_, ledger) => {
  const allFields: (readonly [string, Field])[] = [
    ...Object.entries(ledger.fields),
    ...Object.entries(ledger.transitions).flatMap(([action, { fields }]) =>
      Object.entries(fields).map(([id, field]) => [`${action}.${id}`, field] as const),
    ),
  ];

  test("is sound", () => {
    // Its cross-references were checked when it was loaded: what follows is about what it says.
    expect(Object.values(ledger.statuses).length).toBeGreaterThan(0);
    for (const [action, { from }] of Object.entries(ledger.transitions)) {
      expect(from.length, action).toBeGreaterThan(0);
    }
    expect(ledger.retentionYears).toBeGreaterThan(0);
    // Clients get it as JSON.
    expect(JSON.parse(JSON.stringify(describeLedger(ledger)))).toEqual(describeLedger(ledger));
  });

  test("says everything in Chinese and in English", () => {
    const texts = textsIn(describeLedger(ledger), ledger.id);
    expect(texts.length).toBeGreaterThan(allFields.length);
    for (const [path, { zh, en }] of texts) {
      expect(zh, `${path} zh`).toMatch(/\S/);
      expect(en, `${path} en`).toMatch(/[A-Za-z0-9]/);
      expect(en.replaceAll(CLAUSE, ""), `${path} en`).not.toMatch(/\p{Script=Han}/u);
    }
    const labels = Object.values(ledger.fields).map(({ label }) => label.zh);
    expect(new Set(labels).size, labels.join(" ")).toBe(labels.length);
  });

  test("every label of a choice tells it from the others, in both languages", () => {
    for (const [path, field] of allFields) {
      const choices = field.shape.choices ?? [];
      for (const locale of ["zh", "en"] as const) {
        const labels = choices.map(({ label }) => label[locale].toLowerCase());
        expect([path, new Set(labels).size]).toEqual([path, labels.length]);
      }
    }
  });

  test("every action is somebody's, and every role in it is one", () => {
    const byHand = Object.keys(ledger.transitions).filter((one) => !ledger.transitions[one]?.onlyFollows);
    for (const action of ["read", "upsert", "void", ...byHand]) {
      expect(ledger.access[action]?.length, action).toBeGreaterThan(0);
    }
    for (const [action, roles] of Object.entries(ledger.access)) {
      for (const role of roles) expect(ROLES, `${action}: ${role}`).toContain(role);
      expect(new Set(roles).size, action).toBe(roles.length);
    }
    if (ledger.personalFields.length > 0) {
      for (const action of ["readPersonal", "erase"]) {
        expect(ledger.access[action]?.length, action).toBeGreaterThan(0);
      }
    }
    // Whoever may write a row may see it.
    for (const [action, roles] of Object.entries(ledger.access)) {
      for (const role of roles) expect(ledger.access.read, `${action}: ${role} reads`).toContain(role);
    }
  });

  test("its columns differ, and stand in the order of its fields", () => {
    const columns = sheetColumns(ledger);
    const labels = columns.map(({ label }) => label.zh);
    expect(new Set(labels).size, labels.join(" ")).toBe(labels.length);
    const fields = columns.flatMap((column) => (column.kind === "field" ? [column.id] : []));
    expect(fields).toEqual(Object.keys(ledger.fields).filter((id) => !ledger.fields[id]?.hidden));
  });

  test.each(allFields.filter(([, { kind }]) => !OF_THE_SYSTEM.includes(kind)))(
    "what %s accepts, its cell gives back",
    (id, field) => {
      const dated = field.kind === "date" || field.kind === "dateTime";
      for (const zone of dated ? ZONES : ZONES.slice(0, 1)) expectCellIdentity(id, field, zone);
    },
  );
});

/** Every `{zh, en}` in a description, with its path. */
function textsIn(value: unknown, path: string): [string, { zh: string; en: string }][] {
  if (typeof value !== "object" || value === null) return [];
  if ("zh" in value || "en" in value) {
    const { zh, en } = { zh: "", en: "", ...value };
    return [[path, { zh: String(zh), en: String(en) }]];
  }
  return Object.entries(value).flatMap(([key, member]) => textsIn(member, `${path}.${key}`));
}
