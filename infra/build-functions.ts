// Bundles each function into one file, as it runs on Lambda.
import { writeFile } from "node:fs/promises";
import { fileURLToPath } from "node:url";
import { type BuildOptions, build } from "esbuild";
import { openApi } from "../functions/routes/openapi.ts";
import { LEDGERS } from "../shared/ledgers.ts";
import { leaveOut, leaveOutForSheets } from "./left-out.ts";

const root = fileURLToPath(new URL("../", import.meta.url));

/** Function by name, with its entry point. */
export const FUNCTIONS = {
  api: "functions/lambda.ts",
  oversight: "functions/oversight.ts",
  pages: "functions/pages.ts",
  scheduled: "functions/scheduled.ts",
  messages: "functions/messages.ts",
  report: "functions/report.ts",
} as const;
export type FunctionName = keyof typeof FUNCTIONS;

/** How every function is bundled. @param forSheets without what only pages and reports need */
export function bundleOptions(forSheets: boolean): BuildOptions {
  return {
    bundle: true,
    platform: "node",
    target: "node24",
    format: "cjs",
    minify: true,
    // Half of what is bundled is Chinese, which escapes would double.
    charset: "utf8",
    // Without it the CommonJS builds of the SDK are taken, which cannot be shaken: twice the size.
    mainFields: ["module", "main"],
    plugins: [leaveOut, ...(forSheets ? leaveOutForSheets : [])],
    logLevel: "error",
  };
}

/** Writes `dist/functions/<name>/index.cjs` and returns each bundle's size in bytes. */
export async function buildFunctions(
  outDirectory = `${root}dist/functions`,
): Promise<Record<string, number>> {
  const sizes: Record<string, number> = {};
  for (const [name, entry] of Object.entries(FUNCTIONS)) {
    const { metafile } = await build({
      entryPoints: [`${root}${entry}`],
      outfile: `${outDirectory}/${name}/index.cjs`,
      ...bundleOptions(name === "api"),
      metafile: true,
    });
    if (name === "oversight") {
      await writeFile(`${outDirectory}/${name}/openapi.json`, JSON.stringify(openApi(LEDGERS)));
    }
    sizes[name] = Object.values(metafile.outputs).reduce((total, { bytes }) => total + bytes, 0);
  }
  return sizes;
}
