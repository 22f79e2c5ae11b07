// Builds each sidebar into one HTML file that needs nothing else: script and style stand inside it.
import { mkdir, writeFile } from "node:fs/promises";
import { join, resolve } from "node:path";
import { fileURLToPath } from "node:url";
import { build } from "esbuild";
import { type Shed, shedMembers } from "./slim/shed-members.ts";

const HERE = fileURLToPath(new URL(".", import.meta.url));

export const SLIM_ZOD = fileURLToPath(new URL("slim/zod-mini.ts", import.meta.url));

/** One HTML file each, named so: `HtmlService.createHtmlOutputFromFile("case-form")`. */
export const SIDEBARS = ["case-form", "todos", "case", "periods", "sync", "settings"] as const;
export type SidebarName = (typeof SIDEBARS)[number];

/**
 * A sidebar checks new rows and explains their due date; the rest of a ledger is the backend's. Without it every new
 * figure and duty of cases would make the form that logs them open more slowly.
 */
export const NOT_ASKED: Shed = {
  members: [
    "appoints",
    "asks",
    "boards",
    "concerns",
    "draftFindings",
    "duties",
    "effects",
    "follows",
    "handOver",
    "links",
    "locked",
    "permits",
    "print",
    "recount",
    "responsibility",
  ],
  emptied: ["metrics"],
};

/** A sidebar has to open quickly over a village's connection. */
const MAX_BYTES = 120_000;

/** Writes `<name>.html` for every sidebar and answers their sizes in bytes. */
export async function buildSidebars(outDir: string): Promise<Record<string, number>> {
  await mkdir(outDir, { recursive: true });
  const style = await bundle("style.css");
  const sizes: Record<string, number> = {};
  for (const name of SIDEBARS) {
    const script = await bundle(`entries/${name}.tsx`);
    const html = page(style, script);
    const bytes = Buffer.byteLength(html);
    const faults = faultsOf(script, style, bytes);
    if (faults.length > 0) throw new Error(`sidebar ${name}: ${faults.join("; ")}`);
    await writeFile(join(outDir, `${name}.html`), html);
    sizes[name] = bytes;
  }
  return sizes;
}

async function bundle(entry: string): Promise<string> {
  const result = await build({
    entryPoints: [resolve(HERE, entry)],
    bundle: true,
    write: false,
    minify: true,
    charset: "utf8",
    format: "iife",
    platform: "browser",
    target: "es2020",
    mainFields: ["module", "main"],
    jsx: "automatic",
    jsxImportSource: "preact",
    // Apps Script strips what looks like a comment (`//`) inside template literals.
    supported: { "template-literal": false },
    legalComments: "none",
    // Half of what a schema library weighs is never used by a field; `slim` has the half that is.
    alias: { "zod/mini": SLIM_ZOD },
    plugins: [shedMembers(NOT_ASKED)],
    logLevel: "silent",
  });
  // Such as a schema that the slim stand-in lacks: it would fail in the sidebar only.
  const [warning] = result.warnings;
  if (warning) throw new Error(`${entry}: ${warning.text}`);
  const output = result.outputFiles[0];
  if (!output) throw new Error(`nothing was built from ${entry}`);
  return output.text.trim();
}

function page(style: string, script: string): string {
  return [
    "<!doctype html>",
    '<html lang="zh-CN">',
    '<head><meta charset="utf-8"><base target="_top"><meta name="viewport" content="width=device-width">',
    "<title>便民大厅台账</title>",
    `<style>${style}</style></head>`,
    `<body><div id="app"></div><script>${script}</script></body>`,
    "</html>",
    "",
  ].join("\n");
}

/** What would break the file in Apps Script: an end tag, a scriptlet, a template literal, too many bytes. */
function faultsOf(script: string, style: string, bytes: number): string[] {
  const faults: string[] = [];
  if (/<\/script|<!--/i.test(script)) faults.push("the script holds a tag that would end it");
  if (/<\/style/i.test(style)) faults.push("the style holds a tag that would end it");
  if (/<\?/.test(script + style)) faults.push("the file holds a scriptlet mark");
  if (bytes > MAX_BYTES) faults.push(`${bytes} bytes are more than ${MAX_BYTES}`);
  return faults;
}
