// The small parts that every path of the OpenAPI description is made of.

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
