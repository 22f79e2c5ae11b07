// The reference handler: Express, a token checked by jose, rows checked by zod, the same transactions by the same SDK.
import type { AddressInfo } from "node:net";
import type { TransactWriteItem } from "@aws-sdk/client-dynamodb";
import { type DynamoDBClient, TransactWriteItemsCommand } from "@aws-sdk/client-dynamodb";
import express from "express";
import { createRemoteJWKSet, jwtVerify } from "jose";
import * as z from "zod";
import type { TrustedIssuer } from "../../functions/dependencies.ts";

/** What a handler written for the occasion checks: shapes and lengths; no clock, no catalogue, no rules. */
const Body = z.object({
  batchId: z.string(),
  definitionVersion: z.number().int(),
  cursor: z.number().nullable(),
  rows: z
    .array(
      z.object({
        id: z.uuid(),
        baseVersion: z.number().int().min(0),
        action: z.enum(["upsert", "void"]),
        values: z.looseObject({
          receivedAt: z.iso.datetime({ offset: true }),
          matter: z.string().max(60),
          visitor: z.string().max(60),
          phoneTail: z
            .string()
            .regex(/^\d{4}$/)
            .optional(),
          channel: z.enum(["counter", "phone", "internet", "homeVisit", "letter", "hotline"]).optional(),
          window: z.string().max(20).optional(),
          acceptedBy: z.string().max(60),
        }),
      }),
    )
    .max(500),
});

export interface ExpressServer {
  readonly url: string;
  close(): Promise<void>;
}

/** @param transactionsOf what it writes for a batch: recorded from ours, so that both write the very same */
export async function startExpress(
  client: DynamoDBClient,
  issuer: TrustedIssuer,
  now: () => number,
  transactionsOf: (batchId: string) => readonly (readonly TransactWriteItem[])[],
): Promise<ExpressServer> {
  const keys = createRemoteJWKSet(new URL(issuer.jwksUri));
  const app = express();
  app.use(express.json({ limit: "10mb" }));
  app.post("/v1/halls/:hall/ledgers/:ledger/sync", async (request, response) => {
    const token = (request.headers.authorization ?? "").replace(/^Bearer /, "");
    const audience = [...issuer.audiences];
    const currentDate = new Date(now());
    await jwtVerify(token, keys, { algorithms: ["RS256"], issuer: issuer.issuer, audience, currentDate });
    const body = Body.safeParse(request.body);
    if (!body.success) {
      response.status(422).json({ issues: body.error.issues });
      return;
    }
    for (const actions of transactionsOf(body.data.batchId)) {
      await client.send(new TransactWriteItemsCommand({ TransactItems: [...actions] }));
    }
    response.json({ results: body.data.rows.map(({ id }) => ({ id, status: "accepted", version: 1 })) });
  });
  const server = app.listen(0, "127.0.0.1");
  // Others have their turn for longer than a connection is kept by itself.
  server.keepAliveTimeout = 0;
  await new Promise((resolve) => server.once("listening", resolve));
  const address = server.address();
  const isAddress = (one: typeof address): one is AddressInfo => typeof one === "object" && one !== null;
  if (!isAddress(address)) throw new Error("the server has no address");
  return {
    url: `http://127.0.0.1:${address.port}`,
    close: () => new Promise((resolve) => void server.close(() => resolve())),
  };
}
