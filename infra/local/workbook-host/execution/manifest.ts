// Reads an add-on's folder: the manifest, the scripts and the HTML files, exactly what clasp pushes.
import { readdir, readFile } from "node:fs/promises";
import { extname, join } from "node:path";
import * as z from "zod";

const Manifest = z.object({
  timeZone: z.string().default("Etc/GMT"),
  runtimeVersion: z.literal("V8"),
  oauthScopes: z.array(z.string()).default([]),
  urlFetchWhitelist: z.array(z.string()).default([]),
});

export type Manifest = z.infer<typeof Manifest>;

export interface Addon {
  readonly manifest: Manifest;
  /** Scripts in the order Apps Script loads them: by name. */
  readonly scripts: readonly { readonly name: string; readonly code: string }[];
  readonly htmlFiles: Readonly<Record<string, string>>;
}

export async function readAddon(directory: string): Promise<Addon> {
  const names = (await readdir(directory)).sort();
  const read = (name: string): Promise<string> => readFile(join(directory, name), "utf8");
  const scripts: { name: string; code: string }[] = [];
  const htmlFiles: Record<string, string> = {};
  for (const name of names) {
    const extension = extname(name);
    if (extension === ".js" || extension === ".gs") scripts.push({ name, code: await read(name) });
    if (extension === ".html") htmlFiles[name.slice(0, -extension.length)] = await read(name);
  }
  return { manifest: Manifest.parse(JSON.parse(await read("appsscript.json"))), scripts, htmlFiles };
}
