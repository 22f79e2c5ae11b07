// What is deployed beside the report function's bundle: taken from where it is, and missed in a sentence that says what to do.
import { existsSync, mkdirSync, mkdtempSync, readdirSync, rmSync, writeFileSync } from "node:fs";
import { tmpdir } from "node:os";
import { join } from "node:path";
import { afterAll, expect, test } from "vitest";
import { addReportParts, LAMBDA_PLATFORM, PartMissing } from "../../infra/report-parts.ts";

const place = mkdtempSync(join(tmpdir(), "hall-ledger-parts-"));
afterAll(() => rmSync(place, { recursive: true, force: true }));

const cache = join(place, "packages");
const folder = join(place, "report");
const font = join(place, "font.ttc");
writeFileSync(font, "not read here");
/** A registry that nobody answers for. */
const offline = {
  ...process.env,
  npm_config_registry: "http://127.0.0.1:9/",
  npm_config_cache: join(place, "npm"),
  npm_config_fetch_retries: "0",
};
/** Of a machine that nobody has: never installed here. */
const parts = { platform: "win32-ia32-msvc", environment: offline, cache, fonts: [font] };

function refusal(given: Parameters<typeof addReportParts>[1]): string {
  try {
    addReportParts(folder, given);
  } catch (error) {
    if (error instanceof PartMissing) return error.message;
    throw error;
  }
  return "";
}

test("a machine without a Chinese font is told which package to install, before anything is fetched", () => {
  const message = refusal({ ...parts, fonts: [join(place, "none.ttc")] });
  expect(message).toContain("含汉字的字体");
  expect(message).toContain("Install fonts-noto-cjk, or name a font's file: REPORT_FONT=");
  expect(existsSync(cache)).toBe(false);
});

test("a module that npm cannot fetch is named with its version, and leaves nothing behind", () => {
  const message = refusal(parts);
  expect(message).toMatch(/报告函数需要 @resvg\/resvg-js-win32-ia32-msvc@\d+\.\d+\.\d+/);
  expect(message).toContain("check the way to npm's registry");
  expect(readdirSync(cache)).toEqual([]);
  expect(existsSync(folder)).toBe(false);
});

test("an archive that is not what the lock file knows is refused and thrown away", () => {
  const version = /@(\d+\.\d+\.\d+)/.exec(refusal(parts))?.[1];
  const kept = join(cache, `resvg-js-${parts.platform}-${version}`);
  mkdirSync(kept, { recursive: true });
  writeFileSync(join(kept, "resvg.tgz"), "something else");
  expect(refusal(parts)).toContain("as in package-lock.json");
  expect(existsSync(kept)).toBe(false);
});

test("Lambda's own kind of machine is one that the lock file knows", () => {
  expect(refusal({ ...parts, platform: LAMBDA_PLATFORM })).not.toContain("ZodError");
});
