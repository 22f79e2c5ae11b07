// The build: what it makes runs at Google as it is, and what Google would not take makes it fail.
import { mkdtemp, readdir, readFile, rm, writeFile } from "node:fs/promises";
import { tmpdir } from "node:os";
import { join } from "node:path";
import { createContext, runInContext } from "node:vm";
import { parse } from "acorn";
import { afterAll, beforeAll, describe, expect, it } from "vitest";
import { MAX_SCRIPT_BYTES, scriptFaults } from "../../addon/build/check-script.ts";
import { freeIdentifiers } from "../../addon/build/free-identifiers.ts";
import { type AddonBuild, buildAddon, DEFAULT_BACKEND_URL } from "../../addon/build.ts";
import { ENTRY_POINTS } from "../../addon/entry-points.ts";
import { LEDGERS } from "../../shared/ledgers.ts";

let directory: string;
let code: string;

beforeAll(async () => {
  directory = await mkdtemp(join(tmpdir(), "addon-build-test-"));
  await buildAddon(join(directory, "out"));
  code = await readFile(join(directory, "out", "Code.js"), "utf8");
});
afterAll(() => rm(directory, { recursive: true, force: true }));

describe("what the build makes", () => {
  it("is what clasp pushes: one script, one page for each sidebar, the manifest", async () => {
    const names = (await readdir(join(directory, "out"))).sort();
    expect(names.filter((name) => !name.endsWith(".html"))).toEqual(["Code.js", "appsscript.json"]);
    const shown = [...code.matchAll(/"(case-form|todos|case|sync|settings)"/g)].map(
      ([, name]) => `${name}.html`,
    );
    for (const name of shown) expect(names).toContain(name);
  });

  it("asks for no more than it needs, and names the backend in one place", async () => {
    const text = await readFile(join(directory, "out", "appsscript.json"), "utf8");
    expect(JSON.parse(text)).toEqual({
      timeZone: "Asia/Shanghai",
      runtimeVersion: "V8",
      exceptionLogging: "STACKDRIVER",
      oauthScopes: [
        "openid",
        "https://www.googleapis.com/auth/userinfo.email",
        "https://www.googleapis.com/auth/spreadsheets.currentonly",
        "https://www.googleapis.com/auth/script.container.ui",
        "https://www.googleapis.com/auth/script.external_request",
        "https://www.googleapis.com/auth/script.scriptapp",
      ],
      urlFetchWhitelist: [DEFAULT_BACKEND_URL],
    });
    expect(code.split(DEFAULT_BACKEND_URL)).toHaveLength(2);
  });

  it("stays small", () => {
    expect(Buffer.byteLength(code)).toBeLessThanOrEqual(MAX_SCRIPT_BYTES);
  });

  it("carries no ledger: their definitions come from the backend, so a new one makes no click slower", () => {
    // Shorter titles are words that stand elsewhere as well.
    const told = LEDGERS.filter(({ title }) => title.zh.length > 3 && code.includes(title.zh));
    expect(told.map(({ id }) => id)).toEqual([]);
    expect(Buffer.byteLength(code)).toBeLessThan(0.75 * MAX_SCRIPT_BYTES);
  });

  it("declares its entry points, each once, at the top, and nothing else", () => {
    const functions = parse(code, { ecmaVersion: 2020, sourceType: "script" }).body.flatMap((node) =>
      node.type === "FunctionDeclaration" ? [node.id.name] : [],
    );
    expect(functions.sort()).toEqual([...ENTRY_POINTS].sort());
  });

  it("touches no service and takes little time when it is loaded, as happens at every click", () => {
    const touched: string[] = [];
    const services = Object.fromEntries(
      ["SpreadsheetApp", "PropertiesService", "CacheService", "LockService", "UrlFetchApp", "HtmlService"]
        .concat(["ScriptApp", "Session", "Utilities", "Charts", "Logger"])
        .map((name) => [
          name,
          new Proxy(
            {},
            {
              get: () => {
                touched.push(name);
                throw new Error(`${name} was called at load`);
              },
            },
          ),
        ]),
    );
    const context = createContext({ ...services, console });
    const started = performance.now();
    runInContext(code, context);
    expect(performance.now() - started).toBeLessThan(500);
    expect(touched).toEqual([]);
    expect(runInContext("typeof onOpen + typeof saveRow", context)).toBe("functionfunction");
  });
});

describe("the build fails", () => {
  const failure = async (source: string, more: Partial<AddonBuild> = {}) => {
    const entry = join(directory, "entry.ts");
    await writeFile(entry, source);
    const options = { entry, entryPoints: ["onOpen"], sidebars: false, ...more };
    return await buildAddon(join(directory, "failing"), options).then(
      () => "built",
      (error: unknown) => String(error),
    );
  };
  const open = "export function onOpen() { SpreadsheetApp.getUi(); }";

  it("not for a sound script", async () => {
    expect(await failure(open)).toBe("built");
  });
  it("when an entry point is listed and not exported", async () => {
    expect(await failure(open, { entryPoints: ["onOpen", "syncNow"] })).toMatch(
      /main.ts does not export syncNow/,
    );
  });
  it("when something is exported and not listed", async () => {
    expect(await failure(`${open} export function extra() {}`)).toMatch(/exports extra, which is not listed/);
  });
  it("when an entry point is listed twice or hidden from Google by its name", async () => {
    expect(await failure(open, { entryPoints: ["onOpen", "onOpen"] })).toMatch(/listed twice/);
    const hidden = "export function secret_() {}";
    expect(await failure(hidden, { entryPoints: ["secret_"] })).toMatch(/hidden by Apps Script/);
  });
  it.each([
    "fetch",
    "URL",
    "URLSearchParams",
    "TextEncoder",
    "setTimeout",
    "crypto",
    "process",
    "structuredClone",
    "queueMicrotask",
    "atob",
    "Buffer",
    "AbortController",
    "performance",
    "window",
    "require",
    "MailApp",
    "DriveApp",
  ])("when the script uses %s", async (name) => {
    expect(
      await failure(`${open} export const x = () => ${name};`, { entryPoints: ["onOpen", "x"] }),
    ).toMatch(new RegExp(`uses ${name}, which`));
  });
  it("when the source does not compile, or waits at the top", async () => {
    expect(await failure("export const onOpen = ;")).toMatch(/Unexpected ";"/);
    expect(await failure(`${open} await 1;`)).toMatch(/Top-level await/);
  });
  it("when the backend's address has no path", async () => {
    expect(await failure(open, { backendUrl: "https://example.org" })).toMatch(/needs a path/);
  });
  it("when the script grows too large", async () => {
    const text = "字".repeat(70_000);
    expect(await failure(`export function onOpen() { return "${text}"; }`)).toMatch(/at most 200000/);
  });
});

describe("a script is refused", () => {
  const faults = (source: string) => scriptFaults(source, ["f"]).join("; ");

  it.each([
    ["class A { #x = 1 } function f(){}", "private names"],
    ["class A { static x = 1 } function f(){}", "static fields"],
    ["import x from 'y'; function f(){}", "modules"],
    ["a ??= 1; function f(){}", "operators after 2020"],
  ])("for %s", (source) => {
    expect(faults(source)).toMatch(/cannot parse/);
  });

  it("but not for names that it declares itself, however", () => {
    const source = `
      function f({ a, b: [c] }, ...rest) { for (const fetch of rest) fetch; try { a; } catch (URL) { URL; }
        label: for (;;) break label; return class Inner { fetch() { return Inner; } }; }
      var g = function self(x = c => c) { var late; return typeof process, self, late, { fetch: 1 }.fetch; };`;
    expect(faults(source)).toBe("");
  });

  it("for a free name in one function, though another declares it", () => {
    const program = parse("function a(fetch){fetch} function b(){fetch} (()=>{ var URL = 1 })(); URL;", {
      ecmaVersion: 2020,
    });
    expect([...freeIdentifiers(program)].sort()).toEqual(["URL", "fetch"]);
  });
});
