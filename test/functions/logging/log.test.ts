// Log lines: only what the catalogue names, nothing of anybody's, and a metric with each line that is counted.
import fc from "fast-check";
import { describe, expect, test } from "vitest";
import { LOG_CODES } from "../../../functions/logging/log.ts";
import { logLine, logToConsole } from "../../../functions/logging/log-to-console.ts";
import { withoutPersonalData } from "../../../functions/logging/without-personal-data.ts";
import { LEDGERS } from "../../../shared/ledgers.ts";

const CODES = Object.keys(LOG_CODES).filter((code) => Object.hasOwn(LOG_CODES, code));

describe("the catalogue", () => {
  test("names no fact that could be somebody's: no name, no value, no field of a ledger", () => {
    const facts = new Set(Object.values(LOG_CODES).flatMap((line): readonly string[] => line.facts));
    const personal = new Set(LEDGERS.flatMap(({ personalFields }) => personalFields));
    for (const fact of facts) {
      expect([fact, personal.has(fact)]).toEqual([fact, false]);
      expect(fact).not.toMatch(/name|phone|mail|token|reason|text|body|values|address|identity/i);
    }
  });

  test("says in words what each code means", () => {
    expect(CODES.length).toBeGreaterThan(8);
    for (const { meaning } of Object.values(LOG_CODES)) expect(meaning.length).toBeGreaterThan(15);
  });
});

describe("a line", () => {
  test("is one JSON object with its code, and carries its metric when it is counted", () => {
    const lines: string[] = [];
    const log = logToConsole("staging", (line) => lines.push(line));
    log("JOB_FAILED", { job: "deliver", centre: "c1", error: "Error: no\nway" });
    log("REQUEST", { request: "r", status: 200, milliseconds: 3 });
    expect(lines.every((line) => !line.includes("\n"))).toBe(true);
    const [failed, request] = lines.map((line) => JSON.parse(line));
    expect(failed).toMatchObject({
      code: "JOB_FAILED",
      stage: "staging",
      job: "deliver",
      JOB_FAILED: 1,
      _aws: {
        CloudWatchMetrics: [
          {
            Namespace: "HallLedger",
            Dimensions: [["stage"]],
            Metrics: [{ Name: "JOB_FAILED", Unit: "Count" }],
          },
        ],
      },
    });
    expect(request).not.toHaveProperty("_aws");
  });

  test("leaves out what the catalogue does not name, whatever a caller hands over", () => {
    const line = logLine("staging", "ERASED", { hall: "east", visitor: "张三丰", ledger: "cases" }, 0);
    expect(JSON.stringify(line)).not.toMatch(/visitor|张三丰/);
    expect(line).toMatchObject({ hall: "east", ledger: "cases" });
  });

  test("hides what an error quoted of somebody", () => {
    const error =
      "TypeError: cannot read '张三丰' of 13912345678, 330106199001011234, +86 139 1234 5678, a.b@halls.example, Bearer abc.def, eyJhbGciOi.eyJzdWIi.c2ln";
    expect(withoutPersonalData(error)).toBe(
      "TypeError: cannot read [text] of [number], [number], [number], [e-mail], [token], [token]",
    );
  });

  test("keeps ids, times and places, by which a fault is found", () => {
    const text =
      "at write (/var/task/index.cjs:12:3456) R#0b0c6a9e-52a4-4dd1-9f0a-1234567890ab 2026-11-20T15:00:00+08:00 2026-00012";
    expect(withoutPersonalData(text)).toBe(text);
  });

  test("of any text with a telephone or identity number in it shows neither", () => {
    const digit = fc.integer({ min: 0, max: 9 }).map(String);
    const number = fc.oneof(
      fc.array(digit, { minLength: 9, maxLength: 9 }).map((rest) => `13${rest.join("")}`),
      fc.array(digit, { minLength: 16, maxLength: 16 }).map((rest) => `3${rest.join("")}X`),
    );
    const around = fc.constantFrom("", " ", "\n", "=", "：", "'", '"', "(", ",");
    fc.assert(
      fc.property(around, number, around, (before, secret, after) => {
        expect(withoutPersonalData(`error${before}${secret}${after}`)).not.toContain(secret);
      }),
      { seed: 20_261_125, numRuns: 300 },
    );
  });
});
