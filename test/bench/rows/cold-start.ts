// Cold start of the API's bundle: loading it and the first answer, beside Hono and Express doing nothing.
import { execFile } from "node:child_process";
import { mkdtempSync, rmSync, statSync } from "node:fs";
import { tmpdir } from "node:os";
import { join } from "node:path";
import { fileURLToPath } from "node:url";
import { promisify } from "node:util";
import { build } from "esbuild";
import { bundleOptions, FUNCTIONS } from "../../../infra/build-functions.ts";
import type { BenchRow } from "../bench-row.ts";
import { counted, interleave } from "../measure.ts";

const ROOT = fileURLToPath(new URL("../../../", import.meta.url));
const CHILD = fileURLToPath(new URL("../cold-start-child.cjs", import.meta.url));
const run = promisify(execFile);

const BUNDLES = {
  ours: FUNCTIONS.api,
  hono: "test/bench/empty-functions/hono.ts",
  express: "test/bench/empty-functions/express.ts",
} as const;

export const coldStart: BenchRow = {
  name: "cold-start",
  title: "Cold start of the API bundle: load and first answer",
  notes: [
    "Each start is a process of its own; measured from before the bundle is read to the answer of `/v1/health`. The three are bundled with the same options. Lambda adds the same to all of them.",
    "The bundle holds fifty-seven ledgers with their rules and words; a function that does nothing holds none. What could be moved is in the log below.",
  ],
  async run(context) {
    const folder = mkdtempSync(join(tmpdir(), "hall-ledger-cold-"));
    try {
      context.progress("bundling");
      const files = { ours: "", hono: "", express: "" };
      for (const name of ["ours", "hono", "express"] as const) {
        files[name] = join(folder, name, "index.cjs");
        const entryPoints = [join(ROOT, BUNDLES[name])];
        await build({ ...bundleOptions(true), entryPoints, outfile: files[name] });
      }
      const start = async (file: string) => {
        // A function logs its calls; the time is the last that is said.
        const { stdout } = await run(process.execPath, [CHILD, file], { env });
        return Number(/[\d.]+$/.exec(stdout)?.[0] ?? Number.NaN);
      };
      const times = await interleave(context.quick ? 2 : 15, {
        ours: () => start(files.ours),
        hono: () => start(files.hono),
        express: () => start(files.express),
      });
      const size = (file: string) => counted(Math.round(statSync(file).size / 1000));
      const none = { memory: null, better: "less" as const };
      const line = { ...none, what: "load and first answer", unit: "ms" };
      return [
        {
          ...line,
          reference: "Hono + zod + client-dynamodb",
          goal: "within 1.3",
          atLeast: 1 / 1.3,
          disk: { ours: times.ours, reference: times.hono },
        },
        {
          ...line,
          reference: "Express + zod + client-dynamodb",
          goal: "ahead",
          atLeast: 1,
          disk: { ours: times.ours, reference: times.express },
        },
        {
          ...none,
          what: "size of the bundle",
          unit: "kB",
          reference: "Hono + zod + client-dynamodb",
          goal: "named",
          atLeast: null,
          disk: { ours: size(files.ours), reference: size(files.hono) },
        },
      ];
    } finally {
      rmSync(folder, { recursive: true, force: true });
    }
  },
};

/** What the function needs to know before it starts; nobody is called. */
const env = {
  PATH: process.env.PATH ?? "",
  AWS_REGION: "local",
  AWS_ACCESS_KEY_ID: "local",
  AWS_SECRET_ACCESS_KEY: "local",
  AWS_SDK_JS_NODE_VERSION_SUPPORT_WARNING_DISABLED: "true",
  TABLE_NAME: "bench",
  BUCKET_NAME: "bench",
  MESSAGE_QUEUE_URL: "http://127.0.0.1:9/queue",
  PUBLIC_URL: "https://halls.example.test/",
  ISSUERS: JSON.stringify([
    { issuer: "http://127.0.0.1:9", aliases: [], jwksUri: "http://127.0.0.1:9/jwks", audiences: ["bench"] },
  ]),
  SIGN_IN_ISSUER: "http://127.0.0.1:9",
  SIGN_IN_CLIENT_ID: "bench",
};
