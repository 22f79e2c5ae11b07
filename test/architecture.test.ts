// The house's rules about rooms and files, held by reading every source file.
import { readdirSync, readFileSync } from "node:fs";
import { basename, dirname, join, normalize, relative } from "node:path";
import { fileURLToPath } from "node:url";
import { describe, expect, test } from "vitest";

const ROOT = fileURLToPath(new URL("..", import.meta.url));
const ROOMS = ["addon", "functions", "infra", "shared", "test"] as const;
const SOURCE = /\.(ts|tsx|mts|mjs|cts|cjs)$/;

interface SourceFile {
  readonly path: string;
  readonly text: string;
  /** Without comments and without the contents of strings. */
  readonly code: string;
  /** Where it imports from: paths from the root, or names of packages. */
  readonly imports: readonly string[];
}

const FILES: readonly SourceFile[] = ROOMS.flatMap((room) =>
  readdirSync(join(ROOT, room), { recursive: true, withFileTypes: true })
    .filter((entry) => entry.isFile() && SOURCE.test(entry.name))
    .map((entry) => relative(ROOT, join(entry.parentPath, entry.name)))
    .filter((path) => !path.includes("node_modules")),
).map((path) => {
  const text = readFileSync(join(ROOT, path), "utf8");
  return { path, text, code: codeOf(text), imports: importsOf(path, text) };
});

function codeOf(text: string): string {
  return text
    .replace(/\/\*[\s\S]*?\*\/|(?<=^|[\s;{}(),])\/\/.*$/gm, "")
    .replace(/"(?:[^"\\\n]|\\.)*"|'(?:[^'\\\n]|\\.)*'/g, '""');
}

function importsOf(path: string, text: string): string[] {
  const found = text.matchAll(
    /(?:^|\n)(?:import|export)\b[^"';]*?from\s*"([^"]+)"|\bimport\(\s*"([^"]+)"|(?:^|\n)import "([^"]+)"/g,
  );
  return [...found].map(([, from, lazy, bare]) => {
    const target = from ?? lazy ?? bare ?? "";
    return target.startsWith(".") ? normalize(join(dirname(path), target)) : target;
  });
}

/** Every import of some files that a rule does not allow, as `file → import`. */
function offences(inside: RegExp, allowed: (target: string, file: SourceFile) => boolean): string[] {
  return FILES.filter(({ path }) => inside.test(path)).flatMap((file) =>
    file.imports.filter((target) => !allowed(target, file)).map((target) => `${file.path} → ${target}`),
  );
}

const isOwn = (target: string) => ROOMS.some((room) => target.startsWith(`${room}/`));
const isZod = (target: string) => target === "zod" || target === "zod/mini";
const starts = (target: string, ...places: string[]) => places.some((place) => target.startsWith(place));

describe("which room may import what", () => {
  test("the kernel stands on nothing but zod", () => {
    expect(offences(/^shared\/kernel\//, (to) => isZod(to) || starts(to, "shared/kernel/"))).toEqual([]);
  });

  test("the engine stands on the kernel", () => {
    const allowed = (to: string) => isZod(to) || starts(to, "shared/kernel/", "shared/ledger/");
    expect(offences(/^shared\/ledger\//, allowed)).toEqual([]);
  });

  test("a capability knows kernel and engine, and no other capability but those that read ledgers", () => {
    const READS_LEDGERS = ["roll-ups", "obligations", "inspection"];
    const allowed = (to: string, { path }: SourceFile) => {
      const [, , own = ""] = path.split("/");
      if (isZod(to) || starts(to, "shared/kernel/", "shared/ledger/", `shared/capabilities/${own}/`))
        return true;
      return READS_LEDGERS.includes(own) && starts(to, "shared/capabilities/", "shared/ledgers.ts");
    };
    expect(offences(/^shared\/capabilities\//, allowed)).toEqual([]);
    const back = offences(/^shared\/capabilities\//, (to, { path }) => {
      const target = READS_LEDGERS.find((name) => starts(to, `shared/capabilities/${name}/`));
      return (
        !target ||
        starts(path, `shared/capabilities/${target}/`) ||
        READS_LEDGERS.some((name) => starts(path, `shared/capabilities/${name}/`))
      );
    });
    expect(back).toEqual([]);
  });

  test("shared stands on itself and zod", () => {
    expect(offences(/^shared\//, (to) => isZod(to) || starts(to, "shared/"))).toEqual([]);
  });

  test("functions and the add-on know shared, and never each other", () => {
    expect(offences(/^functions\//, (to) => !isOwn(to) || starts(to, "functions/", "shared/"))).toEqual([]);
    // What builds the add-on is no part of it.
    const ofAddon = /^addon\/(?!build)/;
    expect(offences(ofAddon, (to) => !isOwn(to) || starts(to, "addon/", "shared/"))).toEqual([]);
  });

  test("a sidebar knows shared, itself and the contract of its calls", () => {
    const allowed = (to: string) => !isOwn(to) || starts(to, "shared/", "addon/sidebar/", "addon/rpc");
    expect(offences(/^addon\/sidebar\//, allowed)).toEqual([]);
  });

  test("infra knows shared and functions, and only its local part the add-on; nobody knows infra but tests", () => {
    const allowed = (to: string, { path }: SourceFile) =>
      !isOwn(to) ||
      starts(to, "infra/", "shared/", "functions/") ||
      (starts(to, "addon/") && mayKnowAddon(path));
    // What is built for Lambda is made smaller by the tool that makes the sidebars small.
    const builders = ["infra/build.ts", "infra/deploy-addon.ts", "infra/left-out.ts"];
    const mayKnowAddon = (path: string) => starts(path, "infra/local/") || builders.includes(path);
    expect(offences(/^infra\//, allowed)).toEqual([]);
    expect(offences(/^(shared|functions|addon)\//, (to) => !starts(to, "infra/", "test/"))).toEqual([]);
  });

  test("the AWS SDK appears where data, files and messages are stored or sent, and where they are opened", () => {
    const places = /^functions\/(storage|blobs|messages)\/|^functions\/(aws-[\w-]*)?dependencies\.ts$/;
    // Makes the table on a developer's machine as the stack makes it on AWS; opens table and bucket for an operator.
    const local = /^infra\/(local\/local-table|operations\/(move-centre|first-centre))\.ts$/;
    const types = /^functions\/(use-cases|jobs)\//;
    const found = offences(/^(functions|infra|addon|shared)\//, (to, { path, text }) => {
      if (!to.startsWith("@aws-sdk/")) return true;
      if (places.test(path) || local.test(path)) return true;
      // A type says what a transaction holds; nothing of the SDK is run there.
      return types.test(path) && new RegExp(`import type [^;]*from "${to}"`).test(text);
    });
    expect(found).toEqual([]);
  });

  test("Apps Script's globals appear where the add-on meets Google", () => {
    const places =
      /^addon\/(main|triggers|sync\/api-client|sheets\/apps-script-[\w-]+|build\/.*|apps-script-[\w-]+)\.ts$/;
    const globals =
      /\b(SpreadsheetApp|UrlFetchApp|PropertiesService|LockService|ScriptApp|HtmlService|CacheService)\./;
    const found = FILES.filter(
      ({ path, code }) => path.startsWith("addon/") && globals.test(code) && !places.test(path),
    );
    expect(found.map(({ path }) => path)).toEqual([]);
  });
});

describe("shared is pure", () => {
  test.each<[string, RegExp]>([
    ["the clock", /\bDate\.now\b|\bnew Date\(\s*\)|\bperformance\b/],
    ["randomness", /\bMath\.random\b|\bcrypto\b/],
    ["a process, a console, a network", /\bprocess\.|\bconsole\.|\bfetch\(|\brequire\(/],
    ["time that passes", /\bset(Timeout|Interval|Immediate)\b/],
    ["globals of a browser or of Google", /\b(localStorage|globalThis|SpreadsheetApp|Utilities)\./],
  ])("it does not ask %s", (_, pattern) => {
    const found = FILES.filter(({ path, code }) => path.startsWith("shared/") && pattern.test(code));
    expect(found.map(({ path }) => path)).toEqual([]);
  });

  test("it imports nothing of Node", () => {
    expect(offences(/^shared\//, (to) => !starts(to, "node:"))).toEqual([]);
  });
});

describe("every file", () => {
  test("says in its first line what it is for", () => {
    const silent = FILES.filter(({ text }) => !/^(#!.*\n)?(\/\/ \S|\/\*\*? \S)/.test(text));
    expect(silent.map(({ path }) => path)).toEqual([]);
  });

  test("has at most 300 lines", () => {
    const long = FILES.filter(({ text }) => text.split("\n").length - 1 > 300);
    expect(long.map(({ path }) => path)).toEqual([]);
  });

  test("and every folder is named in kebab-case", () => {
    const parts = /^[a-z0-9]+(-[a-z0-9]+)*(\.(property\.test|test|d|config))?\.[a-z]+$/;
    const odd = FILES.filter(
      ({ path }) =>
        !parts.test(basename(path)) ||
        !dirname(path)
          .split("/")
          .every((part) => /^[a-z0-9]+(-[a-z0-9]+)*$/.test(part)),
    );
    expect(odd.map(({ path }) => path)).toEqual([]);
  });

  test("is named after what it does", () => {
    const vague = FILES.filter(({ path }) => /^(utils?|helpers?|types?|common|misc)\./.test(basename(path)));
    expect(vague.map(({ path }) => path)).toEqual([]);
  });

  test("has no casts that silence the compiler", () => {
    const silenced = /\bas any\b|\bas unknown as\b|@ts-(ignore|nocheck|expect-error)|: any\b|<any>/;
    const found = FILES.filter(
      ({ path, code, text }) =>
        path !== "test/architecture.test.ts" && (silenced.test(code) || /@ts-(ignore|nocheck)/.test(text)),
    );
    expect(found.map(({ path }) => path)).toEqual([]);
  });
});

test("the rules see the files they are about", () => {
  expect(FILES.length).toBeGreaterThan(300);
  for (const room of ROOMS) expect(FILES.some(({ path }) => path.startsWith(`${room}/`))).toBe(true);
  const table = FILES.find(({ path }) => path === "functions/storage/table.ts");
  expect(table?.imports).toContain("@aws-sdk/client-dynamodb");
  expect(table?.imports).toContain("functions/storage/keys.ts");
  expect(codeOf('const a = "Date.now"; // Date.now\n/* Date.now */ f(Date.now);')).toMatch(
    /^const a = ""; \n f\(Date\.now\);$/,
  );
});
