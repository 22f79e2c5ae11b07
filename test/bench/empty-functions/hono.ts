// What any function with Hono, zod and the database's client starts with, and nothing else: the floor of a cold start.
import { DynamoDBClient } from "@aws-sdk/client-dynamodb";
import { Hono } from "hono";
import { handle } from "hono/aws-lambda";
import * as z from "zod";

const Health = z.object({ ok: z.boolean(), client: z.string() });
const client = new DynamoDBClient({});
const app = new Hono();
app.get("/v1/health", (c) => c.json(Health.parse({ ok: true, client: client.constructor.name })));

export const handler = handle(app);
