// The command as people type it: its sentences, its exit codes, its output on a terminal and elsewhere.
import { spawnSync } from "node:child_process";
import { fileURLToPath } from "node:url";
import { describe, expect, test } from "vitest";
import { guarded, unguarded } from "../../../infra/local/import/formula-guard.ts";
import { readOptions } from "../../../infra/local/import/options.ts";
import { showProgress } from "../../../infra/local/import/progress.ts";
import { rowId } from "../../../infra/local/import/row-id.ts";

const COMMAND = fileURLToPath(new URL("../../../infra/local/import.mjs", import.meta.url));
const FULL = ["--file", "f.csv", "--hall", "h", "--ledger", "l", "--mapping", "m.json"];

describe("the command", () => {
  test("explains itself", () => {
    const { status, stdout } = spawnSync(process.execPath, [COMMAND, "--help"], { encoding: "utf8" });
    expect(status).toBe(0);
    expect(stdout).toContain("npm run import -- --file F --hall H --ledger L --mapping M");
  });

  test("says in a sentence what is wrong with it, without a stack, and ends with 1", () => {
    const run = spawnSync(process.execPath, [COMMAND, ...FULL, "--hal", "x"], { encoding: "utf8" });
    expect(run.status).toBe(1);
    expect(run.stderr).toContain("命令的写法不对(Unknown option '--hal'");
    expect(run.stderr).not.toMatch(/^\s+at /m);
  });

  test.each([
    [[], "缺少 --file"],
    [FULL.slice(0, 6), "--mapping is missing"],
    [[...FULL, "extra"], "Unexpected argument 'extra'"],
    [[...FULL, "--url", "localhost:8787"], "is no web address"],
    [[...FULL, "--url", "http://example.test"], "is not encrypted"],
  ])("%o is refused", (args, sentence) => {
    expect(() => readOptions(args, {})).toThrow(sentence);
  });

  test("takes paths from where people are, also through npm", () => {
    const there = { npm_lifecycle_event: "import", INIT_CWD: "/home/li" };
    expect(readOptions(FULL, there)).toMatchObject({ file: "/home/li/f.csv", mapping: "/home/li/m.json" });
    expect(readOptions(FULL, { PORT: "9000" })).toMatchObject({
      url: { address: "http://127.0.0.1:9000", given: false },
    });
    expect(readOptions([...FULL, "--url", "https://x.test/app/"], {})).toMatchObject({
      url: { address: "https://x.test/app", given: true },
    });
  });
});

describe("progress", () => {
  const shown = (columns: number | undefined, reads: readonly number[]) => {
    let text = "";
    const progress = showProgress((part) => {
      text += part;
    }, columns);
    for (const read of reads) progress.update({ read, taken: read, refused: 0 });
    progress.end();
    return text;
  };

  test("is one line on a terminal, which goes away", () => {
    expect(shown(80, [1, 2])).toBe(
      "\r\u001b[K读 read 1 · 收 taken 1 · 未收 not taken 0\r\u001b[K读 read 2 · 收 taken 2 · 未收 not taken 0\r\u001b[K",
    );
  });

  test("is a plain line now and then elsewhere", () => {
    expect(shown(undefined, [1, 4999, 5000, 5001, 10_000])).toBe(
      "读 read 5000 · 收 taken 5000 · 未收 not taken 0\n读 read 10000 · 收 taken 10000 · 未收 not taken 0\n",
    );
  });
});

describe("a row's id", () => {
  const identity = { hall: "east", ledger: "cases", source: "", key: ["2026", "1"] };

  test("is a UUID of version 5 that never changes", () => {
    expect(rowId(identity)).toBe(rowId({ ...identity, key: ["2026", "1"] }));
    expect(rowId(identity)).toMatch(/^[0-9a-f]{8}-[0-9a-f]{4}-5[0-9a-f]{3}-[89ab][0-9a-f]{3}-[0-9a-f]{12}$/);
  });

  test("differs by hall, ledger, source and every part of the key", () => {
    const others = [
      { hall: "west" },
      { ledger: "leave" },
      { source: "old" },
      { key: ["20261"] },
      { key: ["2026", "11"] },
      { key: ["2026 1"] },
    ];
    const ids = [identity, ...others.map((other) => ({ ...identity, ...other }))].map(rowId);
    expect(new Set(ids).size).toBe(ids.length);
  });
});

test.each(["=1+1", "-5", "+31 6", "@anonymous", "'=1", "''=1", "\uff1d1", "'tis", "plain", "", "'", "\tx"])(
  "%j comes back from the guard against formulas as it was",
  (cell) => {
    expect(unguarded(guarded(cell))).toBe(cell);
    expect(guarded(cell)).not.toMatch(/^[=+\-@\t\r\uff1d\uff0b\uff0d\uff20]/);
  },
);
