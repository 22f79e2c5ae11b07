// The app in a process of its own, to be killed in the middle of its work; its clocks are set over HTTP.
import { createServer } from "node:http";
import { getRequestListener } from "@hono/node-server";
import * as z from "zod";
import { createApp } from "../../functions/app.ts";
import { memoryBlobStore } from "../../functions/blobs/memory-blob-store.ts";
import { logNothing } from "../../functions/logging/log.ts";
import { openTable } from "../../functions/storage/table.ts";
import { listenOnLoopback } from "../../infra/local/listen.ts";
import { localClient } from "../../infra/local/local-table.ts";
import { LEDGERS } from "../../shared/ledgers.ts";

const Setting = z.object({
  port: z.number(),
  endpoint: z.string(),
  table: z.string(),
  issuer: z.object({
    issuer: z.string(),
    aliases: z.array(z.string()),
    jwksUri: z.string(),
    audiences: z.array(z.string()),
  }),
  now: z.number(),
  realNow: z.number(),
});
export type AppSetting = z.infer<typeof Setting>;

const Clocks = z.object({ now: z.number(), realNow: z.number() });

const { port, endpoint, table, issuer, ...clocks } = Setting.parse(JSON.parse(process.argv[2] ?? "{}"));
let { now, realNow } = clocks;
const app = createApp({
  table: openTable(localClient(endpoint), table),
  ledgers: LEDGERS,
  describeApi: async () => "{}",
  issuers: [issuer],
  signIn: { issuer: issuer.issuer, clientId: "none", clientSecret: null },
  publicUrl: `http://127.0.0.1:${port}`,
  blobs: memoryBlobStore(),
  now: () => now,
  realNow: () => realNow,
  log: logNothing,
});
const answer = getRequestListener(app.fetch);
const server = createServer((request, response) => {
  if (request.url !== "/clocks") return void answer(request, response);
  const parts: Buffer[] = [];
  request.on("data", (part: Buffer) => parts.push(part));
  request.on("end", () => {
    ({ now, realNow } = Clocks.parse(JSON.parse(Buffer.concat(parts).toString("utf8"))));
    response.end();
  });
});
await listenOnLoopback(server, port);
