// Refuses a bundle that Google's runtime would not take: its syntax, its surroundings, its entry points, its size.
import { Script } from "node:vm";
import { type Node, type Program, parse } from "acorn";
import { freeIdentifiers } from "./free-identifiers.ts";

/** A script this small loads quickly at every click; Google itself has no fixed limit. */
export const MAX_SCRIPT_BYTES = 200_000;
export const MAX_SIDEBAR_BYTES = 120_000;

/** The language's own names, and the services that the manifest's scopes and the script need. */
const PRESENT = new Set(
  [
    "undefined NaN Infinity globalThis isNaN isFinite parseInt parseFloat encodeURIComponent decodeURIComponent",
    "Object Function Array Number String Boolean Symbol BigInt Math Date RegExp JSON Intl Reflect Proxy Promise",
    "Map Set WeakMap WeakSet Error TypeError RangeError SyntaxError EvalError ReferenceError URIError",
    "ArrayBuffer DataView Uint8Array Int8Array Uint16Array Int16Array Uint32Array Int32Array Float32Array",
    "Float64Array console eval arguments",
    "SpreadsheetApp PropertiesService CacheService LockService UrlFetchApp HtmlService ScriptApp Session",
    "Utilities Charts Logger",
  ].flatMap((line) => line.split(" ")),
);

/** What is wrong with the script, one sentence each; empty when Google would take it. */
export function scriptFaults(code: string, entryPoints: readonly string[]): string[] {
  const program = parsed(code);
  if (typeof program === "string") return [program];
  const faults: string[] = [];
  const bytes = Buffer.byteLength(code);
  if (bytes > MAX_SCRIPT_BYTES) {
    faults.push(`the script has ${bytes} bytes; at most ${MAX_SCRIPT_BYTES} are allowed`);
  }
  for (const name of freeIdentifiers(program)) {
    if (!PRESENT.has(name)) faults.push(`the script uses ${name}, which Apps Script does not have`);
  }
  const declared = new Set(
    program.body.flatMap((node) => (node.type === "FunctionDeclaration" ? [node.id.name] : [])),
  );
  for (const name of entryPoints) {
    if (!declared.has(name)) faults.push(`entry point ${name} is no top-level function`);
    if (name.endsWith("_")) faults.push(`entry point ${name} ends with _ and is hidden by Apps Script`);
  }
  for (const name of declared) {
    if (!entryPoints.includes(name)) faults.push(`top-level function ${name} is no listed entry point`);
  }
  return faults;
}

/** Classic script, grammar of 2020: no private names, static fields, modules or top-level await. */
function parsed(code: string): Program | string {
  try {
    const program = parse(code, { ecmaVersion: 2020, sourceType: "script" });
    new Script(code);
    return program;
  } catch (error) {
    const at = isPlaced(error) ? `: …${code.slice(Math.max(0, error.pos - 40), error.pos + 40)}…` : "";
    return `Apps Script cannot parse the script (${error instanceof Error ? error.message : String(error)})${at}`;
  }
}

function isPlaced(error: unknown): error is { readonly pos: Node["start"] } {
  return typeof error === "object" && error !== null && "pos" in error && typeof error.pos === "number";
}

/** Differences between the list of entry points and what the script's main file exports. */
export function listFaults(listed: readonly string[], exported: readonly string[]): string[] {
  return [
    ...listed.filter((name) => !exported.includes(name)).map((name) => `main.ts does not export ${name}`),
    ...exported
      .filter((name) => !listed.includes(name))
      .map((name) => `main.ts exports ${name}, which is not listed`),
    ...listed.filter((name, at) => listed.indexOf(name) !== at).map((name) => `${name} is listed twice`),
  ];
}
