// The small parts that every path of the OpenAPI description is made of.
import * as z from "zod";

export type Schema = Readonly<Record<string, unknown>>;

const PROBLEM = { $ref: "#/components/responses/Problem" };

export function operation(summary: string, parameters: readonly Schema[] = [], more: Schema = {}) {
  return {
    summary,
    parameters,
    responses: {
      200: { description: "OK", content: { "application/json": {} } },
      default: PROBLEM,
    },
    ...more,
  };
}

export function parameter(
  name: string,
  place: "path" | "query",
  schema: Schema,
  required = place === "path",
) {
  return { name, in: place, required, schema };
}

/** A request's body, as the route checks it. */
export function takes(schema: z.ZodType): Schema {
  return {
    requestBody: {
      required: true,
      content: { "application/json": { schema: z.toJSONSchema(schema, { io: "input" }) } },
    },
  };
}

/** What comes back is a file of this type. */
export function gives(type: string): Schema {
  return { responses: { 200: { description: "OK", content: { [type]: {} } }, default: PROBLEM } };
}
