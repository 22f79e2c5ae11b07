// What no function on Lambda ever reaches stays out of the bundles; a cold start reads them whole. What is reached after all fails loudly.
import { readFile } from "node:fs/promises";
import { dirname } from "node:path";
import type { Plugin, PluginBuild } from "esbuild";
import * as z from "zod";
import { shedMembers } from "../addon/sidebar/slim/shed-members.ts";

interface LeftOut {
  /** Paths of modules. */
  readonly modules: RegExp;
  /** What stands there instead; without it, whatever the module exports fails when it is called. */
  readonly instead?: string;
}

const LEFT_OUT: readonly LeftOut[] = [
  // The API's description is drawn when the functions are built (`build-functions.ts`); on Lambda schemas only parse.
  { modules: /\/zod\/v4\/core\/json-schema-processors\.js$/ },
  {
    modules: /\/zod\/v4\/core\/to-json-schema\.js$/,
    instead: failing(
      ["initializeContext", "processSchema", "process", "extractDefs", "finalize"],
      // Every schema makes itself these two when it is made.
      "export const createToJSONSchemaMethod = () => fails, createStandardJSONSchemaMethod = () => fails;",
    ),
  },
  // Lambda puts a function's credentials into its environment: no profile, no container and no machine is asked for any.
  {
    modules: /\/@aws-sdk\/credential-provider-node\/dist-es\/index\.js$/,
    instead: 'export { fromEnv as defaultProvider } from "@aws-sdk/credential-provider-env";',
  },
  // Nor has Lambda files of profiles and settings: as if they had been looked for and not found.
  {
    modules:
      /\/@smithy\/core\/dist-es\/submodules\/config\/shared-ini-file-loader\/loadSharedConfigFiles\.js$/,
    instead:
      `export { CONFIG_PREFIX_SEPARATOR } from "./constants";\n` +
      "export const loadSharedConfigFiles = async () => ({ configFile: {}, credentialsFile: {} });",
  },
  // DynamoDB's address follows from the region; its client would ask for another one only where that is switched on.
  {
    modules: /\/@aws-sdk\/endpoint-cache\/dist-es\/index\.js$/,
    instead: failing(
      ["get", "set"],
      "export class EndpointCache { get = get; set = set; getEndpoint = get }",
    ),
  },
  // Only where a client is told to be `adaptive`; ours are standard.
  {
    modules: /\/@smithy\/core\/dist-es\/submodules\/retry\/util-retry\/DefaultRateLimiter\.js$/,
    instead: failing([], "export class DefaultRateLimiter { constructor() { fails() } }"),
  },
  // For machines whose Node has no SHA-256 of its own.
  { modules: /\/@smithy\/core\/dist-es\/submodules\/checksum\/sha256\/Sha256Js\.js$/ },
];

/** What the function of the sheets does without besides. */
const LEFT_OUT_FOR_SHEETS: readonly LeftOut[] = [
  // Hono's other router takes every path too; the one left out is faster where there are hundreds of routes, not eight.
  {
    modules: /\/hono\/dist\/hono\.js$/,
    instead: [
      'import { HonoBase } from "./hono-base.js";',
      'import { TrieRouter } from "./router/trie-router/router.js";',
      "export class Hono extends HonoBase { constructor(options) { super(options); this.router = new TrieRouter() } }",
    ].join("\n"),
  },
];

export const leaveOut: Plugin = {
  name: "leave-out",
  setup(build) {
    replace(build, LEFT_OUT);
    // Of its package's description a client says its version only, in the header that names it.
    build.onLoad({ filter: /\/@aws-sdk\/client-[\w-]+\/package\.json$/ }, async ({ path }) => {
      const { version } = z.object({ version: z.string() }).parse(JSON.parse(await readFile(path, "utf8")));
      return { contents: JSON.stringify({ version }), loader: "json" };
    });
    // Answers that arrive as streams of events: none of our calls has one.
    build.onResolve({ filter: /^@smithy\/core\/event-streams$/ }, ({ kind, path }) =>
      kind === "dynamic-import" ? { path, external: true } : null,
    );
  },
};

/** Counting a second time is the nightly job's; boards are laid out and papers printed by pages. */
export const leaveOutForSheets: readonly Plugin[] = [
  { name: "leave-out-for-sheets", setup: (build) => replace(build, LEFT_OUT_FOR_SHEETS) },
  shedMembers({ members: ["boards", "print", "recount"] }),
];

function replace(build: PluginBuild, modules: readonly LeftOut[]): void {
  for (const { modules: filter, instead } of modules) {
    build.onLoad({ filter }, async ({ path }) => ({
      contents: instead ?? failing(exportsOf(await readFile(path, "utf8"))),
      loader: "js",
      resolveDir: dirname(path),
    }));
  }
}

function failing(names: readonly string[], more = ""): string {
  return [
    'const fails = () => { throw new Error("this was left out of the bundle: see infra/left-out.ts") };',
    ...names.map((name) => `export const ${name} = fails;`),
    more,
  ].join("\n");
}

function exportsOf(source: string): string[] {
  const names = source.matchAll(/^export (?:async )?(?:const|function|class) (\w+)/gm);
  return [...names].map(([, name = ""]) => name);
}
