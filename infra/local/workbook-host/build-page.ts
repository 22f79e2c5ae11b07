// Builds the spreadsheet page and the sidebar shim with esbuild, when they are missing or older than their sources.
import { createHash } from "node:crypto";
import { mkdir, readdir, readFile, rm, writeFile } from "node:fs/promises";
import { dirname, join } from "node:path";
import { fileURLToPath } from "node:url";
import { build } from "esbuild";

const sources = fileURLToPath(new URL(".", import.meta.url));
const defaultDirectory = fileURLToPath(new URL("../../../dist/workbook-host/", import.meta.url));

export interface BuiltPage {
  readonly directory: string;
  /** google.script for sidebars, as one classic script. */
  readonly shim: string;
}

/** A hash of everything the page is made from, the packages' versions included. */
async function fingerprint(): Promise<string> {
  const hash = createHash("sha256");
  for (const folder of ["page", "protocol", "model", "apps-script"]) {
    for (const name of (await readdir(join(sources, folder))).sort()) {
      hash.update(name).update(await readFile(join(sources, folder, name)));
    }
  }
  hash.update(
    await readFile(fileURLToPath(import.meta.resolve("@univerjs/core/package.json"))).catch(() => ""),
  );
  return hash.digest("hex");
}

async function findText(path: string): Promise<string | undefined> {
  return readFile(path, "utf8").catch(() => undefined);
}

async function buildShim(): Promise<string> {
  const { outputFiles } = await build({
    entryPoints: [join(sources, "page/google-script-shim.ts")],
    bundle: true,
    minify: true,
    write: false,
    format: "iife",
    target: "es2020",
    logLevel: "error",
  });
  const [file] = outputFiles;
  if (!file) throw new Error("esbuild made no shim");
  return file.text.replaceAll("</script", "<\\/script");
}

/** Builds what is needed and says where it is. */
export async function buildPage(directory = defaultDirectory): Promise<BuiltPage> {
  const shim = await buildShim();
  const stamp = join(directory, "built-from.txt");
  const wanted = await fingerprint();
  if ((await findText(stamp)) === wanted) return { directory, shim };
  await rm(directory, { recursive: true, force: true });
  await mkdir(dirname(stamp), { recursive: true });
  await build({
    entryPoints: { app: join(sources, "page/app.ts"), style: join(sources, "page/app.css") },
    outdir: directory,
    bundle: true,
    splitting: true,
    format: "esm",
    minify: true,
    target: "es2022",
    define: { "process.env.NODE_ENV": '"production"' },
    loader: { ".svg": "dataurl", ".png": "dataurl", ".woff2": "dataurl" },
    jsx: "automatic",
    logLevel: "error",
  });
  await writeFile(stamp, wanted);
  return { directory, shim };
}

if (process.argv[1] === fileURLToPath(import.meta.url)) {
  const { directory } = await buildPage();
  console.log(`Built ${directory}`);
}
