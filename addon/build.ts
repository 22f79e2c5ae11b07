// Builds what clasp pushes: one classic script, one HTML file per sidebar, and the manifest.
import { mkdir, readdir, readFile, rm, stat, writeFile } from "node:fs/promises";
import { join } from "node:path";
import { fileURLToPath } from "node:url";
import { build } from "esbuild";
import { listFaults, MAX_SIDEBAR_BYTES, scriptFaults } from "./build/check-script.ts";
import { ENTRY_POINTS } from "./entry-points.ts";
import { buildSidebars } from "./sidebar/build.ts";

const here = fileURLToPath(new URL("./", import.meta.url));

/** Where the add-on's backend answers; ends with a path, as the manifest's list of addresses needs. */
export const DEFAULT_BACKEND_URL = "https://backend.hall-ledger.example/v1/";

export interface AddonBuild {
  /** Replaces the main file; for tests of the build itself. */
  readonly entry?: string;
  readonly entryPoints?: readonly string[];
  /** The backend's `/v1/`; by default `ADDON_BACKEND_URL`, else a placeholder. */
  readonly backendUrl?: string | undefined;
  readonly sidebars?: boolean;
}

export class AddonBuildFailure extends Error {}

/** Writes `Code.js`, the sidebars and `appsscript.json`; gives each file's size. @throws AddonBuildFailure */
export async function buildAddon(outDir: string, options: AddonBuild = {}): Promise<Record<string, number>> {
  const backendUrl = options.backendUrl ?? process.env.ADDON_BACKEND_URL ?? DEFAULT_BACKEND_URL;
  if (!/^https?:\/\/[^/]+\/\S*\/$/.test(backendUrl)) {
    throw new AddonBuildFailure(`the backend's address ${backendUrl} needs a path and ends with /`);
  }
  const code = await bundle(options, backendUrl);
  await rm(outDir, { recursive: true, force: true });
  await mkdir(outDir, { recursive: true });
  if (options.sidebars !== false) await buildSidebars(outDir);
  await writeFile(join(outDir, "Code.js"), code);
  await writeFile(join(outDir, "appsscript.json"), await manifest(backendUrl));
  return await sizes(outDir);
}

async function bundle(options: AddonBuild, backendUrl: string): Promise<string> {
  const entry = options.entry ?? join(here, "main.ts");
  const listed = options.entryPoints ?? ENTRY_POINTS;
  const built = await build({
    entryPoints: [entry],
    bundle: true,
    write: false,
    format: "iife",
    globalName: "App_",
    target: "es2020",
    charset: "utf8",
    // Google loads the whole script at every click.
    minify: true,
    mainFields: ["module", "main"],
    define: { BACKEND_URL: JSON.stringify(backendUrl) },
    footer: { js: listed.map((name) => `function ${name}(e){return App_.${name}(e);}`).join("\n") },
    // Apps Script strips what looks like a comment inside a template literal.
    supported: { "template-literal": false },
    logLevel: "silent",
  }).catch((error: unknown) => {
    throw new AddonBuildFailure(error instanceof Error ? error.message : String(error));
  });
  const code = built.outputFiles[0]?.text ?? "";
  const faults = [...listFaults(listed, await exportsOf(entry)), ...scriptFaults(code, listed)];
  if (faults.length > 0) throw new AddonBuildFailure(faults.join("\n"));
  return code;
}

/** The names that a module exports, as the bundler sees them. */
async function exportsOf(entry: string): Promise<string[]> {
  const { metafile } = await build({
    entryPoints: [entry],
    bundle: true,
    write: false,
    format: "esm",
    target: "es2020",
    metafile: true,
    logLevel: "silent",
  });
  return Object.values(metafile.outputs).flatMap((output) => output.exports);
}

async function manifest(backendUrl: string): Promise<string> {
  const text = await readFile(join(here, "appsscript.json"), "utf8");
  return text.replaceAll(DEFAULT_BACKEND_URL, backendUrl);
}

async function sizes(outDir: string): Promise<Record<string, number>> {
  const names = (await readdir(outDir)).sort();
  const entries = await Promise.all(
    names.map(async (name): Promise<[string, number]> => [name, (await stat(join(outDir, name))).size]),
  );
  for (const [name, bytes] of entries) {
    if (name.endsWith(".html") && bytes > MAX_SIDEBAR_BYTES) {
      throw new AddonBuildFailure(`${name} has ${bytes} bytes; at most ${MAX_SIDEBAR_BYTES} are allowed`);
    }
  }
  return Object.fromEntries(entries);
}
