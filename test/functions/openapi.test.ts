// The description and the app say the same: every route is described, and nothing else is.
import { expect, test } from "vitest";
import * as z from "zod";
import { openApi } from "../../functions/routes/openapi.ts";
import { oversightApi } from "../../functions/routes/oversight-api.ts";
import { sheetApi } from "../../functions/routes/sheet-api.ts";
import { VERB_BODIES } from "../../functions/use-cases/periods/period-verbs.ts";
import { LEDGERS } from "../../shared/ledgers.ts";

const Parameter = z.object({ name: z.string(), in: z.enum(["path", "query"]), required: z.boolean() });
const Operation = z.object({
  summary: z.string(),
  parameters: z.array(Parameter),
  responses: z.object({ 200: z.unknown(), default: z.unknown() }),
  requestBody: z.object({ required: z.literal(true), content: z.record(z.string(), z.unknown()) }).optional(),
});
const { paths } = z
  .object({ paths: z.record(z.string(), z.record(z.string(), Operation)) })
  .parse(openApi(LEDGERS));
const described = Object.entries(paths).flatMap(([path, operations]) =>
  Object.entries(operations).map(([method, operation]) => ({ path, method, operation })),
);

/** Answered before anybody is asked who they are. */
const OPEN = ["GET /v1/health", "GET /v1/openapi.json"];

test("every route of the app is described, and every description is of a route", () => {
  const routes = [...sheetApi().routes, ...oversightApi().routes].flatMap(({ method, path }) => {
    const address = `${method} /v1${path.replace(/:(\w+)/g, "{$1}")}`;
    // One route takes all verbs of a period; each has a body of its own.
    const verbs = Object.keys(VERB_BODIES);
    return address.endsWith("/{verb}") ? verbs.map((verb) => address.replace("{verb}", verb)) : [address];
  });
  const names = described.map(({ path, method }) => `${method.toUpperCase()} ${path}`);
  expect(names.sort()).toEqual([...new Set([...routes, ...OPEN])].sort());
  expect(names.length).toBeGreaterThan(50);
});

test("each description names the parts of its address, in Chinese and English, and what it takes", () => {
  for (const { path, method, operation } of described) {
    const named = operation.parameters.filter((one) => one.in === "path").map(({ name }) => name);
    const parts = [...path.matchAll(/\{(\w+)\}/g)].map(([, name = ""]) => name);
    expect([path, [...new Set(named)].sort()]).toEqual([path, parts.sort()]);
    expect([path, operation.summary]).toEqual([path, expect.stringMatching(/\p{Script=Han}.* [A-Z]/u)]);
    if (method === "get") expect([path, operation.requestBody]).toEqual([path, undefined]);
  }
});
