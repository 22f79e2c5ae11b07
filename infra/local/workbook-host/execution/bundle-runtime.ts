// Bundles the worker and the Apps Script layer once per process: a worker thread cannot load TypeScript by itself.
import { fileURLToPath } from "node:url";
import { build } from "esbuild";

export interface RuntimeBundle {
  readonly worker: string;
  readonly layer: string;
}

const here = (path: string): string => fileURLToPath(new URL(path, import.meta.url));

async function bundle(entry: string, options: Parameters<typeof build>[0]): Promise<string> {
  const { outputFiles } = await build({
    entryPoints: [here(entry)],
    bundle: true,
    write: false,
    logLevel: "error",
    ...options,
  });
  const [file] = outputFiles ?? [];
  if (!file) throw new Error(`esbuild made nothing of ${entry}`);
  return file.text;
}

let bundled: Promise<RuntimeBundle> | undefined;

export function bundleRuntime(): Promise<RuntimeBundle> {
  bundled ??= Promise.all([
    bundle("./worker.ts", { platform: "node", format: "cjs", target: "node20" }),
    // An expression whose value is the layer's exports: nothing of it becomes a global of the script.
    bundle("../apps-script/install.ts", {
      platform: "neutral",
      format: "iife",
      globalName: "layer",
      target: "es2022",
      footer: { js: "layer;" },
    }),
  ]).then(([worker, layer]) => ({
    worker,
    layer: `(() => { ${layer.replace(/layer;\s*$/, "")} return layer; })()`,
  }));
  return bundled;
}
