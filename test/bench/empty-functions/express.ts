// The same with Express, which listens where Lambda would hand over an event.
import { DynamoDBClient } from "@aws-sdk/client-dynamodb";
import express from "express";
import * as z from "zod";

const Health = z.object({ ok: z.boolean(), client: z.string() });
const client = new DynamoDBClient({});
const app = express();
app.get("/v1/health", (_, response) => {
  response.json(Health.parse({ ok: true, client: client.constructor.name }));
});

export const server = app.listen(0, "127.0.0.1");
