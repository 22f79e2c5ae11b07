// Every route there is, with malformed, oversized and hostile words, queries, bodies and forms: civil answers only.
import fc from "fast-check";
import { afterAll, beforeAll, expect, test } from "vitest";
import type { Facts, LogCode } from "../../../functions/logging/log.ts";
import { createEverybody, type Everybody, type Route, SECRETS } from "./everybody.ts";

let all: Everybody;
const inside: string[] = [];
beforeAll(async () => {
  all = await createEverybody(() => ({
    log: (code: LogCode, facts: Facts) => {
      if (code === "UNEXPECTED") inside.push(`${facts.error} ${facts.stack}`);
    },
  }));
});
afterAll(() => all.close());

const word = fc.oneof(
  fc.constantFrom("east", "west", "test-centre", "cases", "findings", "2026-11", "2026-W47", "2026-11-19"),
  fc.constantFrom("daily-summary", "monthly-report", "sign", "submit", "upsert", "void", "new"),
  fc.constantFrom(
    "__proto__",
    "constructor",
    "..",
    ".",
    "%",
    "%00",
    "%ff",
    "%2e%2e%2f",
    "%F0%9F",
    "\\",
    "~",
    "*",
    "%0d%0a",
  ),
  fc.constantFrom("'", '"', "<script>alert(1)</script>", "$" + "{7*7}", "{{7*7}}", "=1+1", "' OR 1=1 --"),
  fc.constantFrom("9".repeat(400), "长".repeat(500), "-1", "1e999", "NaN", "0000-00-00", "9999-99"),
  fc
    .string({ unit: "binary", maxLength: 20 })
    .map((text) => encodeURIComponent(Buffer.from(text).toString())),
);
const names = fc.constantFrom(
  "period",
  "figure",
  "matter",
  "hall",
  "centre",
  "ledger",
  "from",
  "to",
  "year",
  "asOf",
  "since",
  "unmask",
  "month",
  "policy",
  "receivedAt",
  "workingDays",
  "format",
  "name",
  "q",
  "page",
  "cursor",
  "lang",
  "login_hint",
  "state",
  "code",
);
const nasty = fc.oneof(
  word,
  fc.string({ unit: "binary", maxLength: 40 }),
  fc.constantFrom<unknown>(
    null,
    true,
    -0,
    1e308,
    [],
    {},
    [[[[]]]],
    { $gt: "" },
    "\ud800",
    "a\u0000b",
    "\u202e",
  ),
  fc.jsonValue({ maxDepth: 5 }),
);
const jsonBody = fc.oneof(
  fc
    .dictionary(
      fc.oneof(
        names,
        fc.constantFrom("rows", "batchId", "reason", "values", "url", "kind", "notice", "person", "days"),
      ),
      nasty,
      { maxKeys: 8 },
    )
    .map((made) => JSON.stringify(made)),
  fc.json({ maxDepth: 8 }),
  fc.string({ unit: "binary", maxLength: 200 }),
  fc.constantFrom(
    "[".repeat(50_000),
    `{"reason":"${"x".repeat(1_100_000)}"}`,
    '{"__proto__":{"admin":true}}',
    "\ufeff{}",
  ),
);
const formBody = fc.oneof(
  fc.dictionary(fc.oneof(names, fc.constantFrom("reason", "version", "note", "visitor", "batch")), word, {
    maxKeys: 8,
  }),
  fc.constantFrom<unknown>("a=%", `reason=${"x".repeat(20_000)}`, "&&&==", "\u0000"),
);

interface Attempt {
  readonly route: number;
  readonly words: readonly string[];
  readonly query: Readonly<Record<string, string>>;
  readonly json: string;
  readonly form: unknown;
  readonly who: number;
}
const attempt: fc.Arbitrary<Attempt> = fc.record({
  route: fc.nat(),
  words: fc.array(word, { minLength: 5, maxLength: 5 }),
  query: fc.dictionary(names, word, { maxKeys: 4 }),
  json: jsonBody,
  form: formBody,
  who: fc.nat(),
});

/** Parameters are sometimes what they should be, so that what lies behind is reached. */
function pathOf({ path }: Route, { words, query }: Attempt): string {
  let at = 0;
  const filled = path.replace(/:(\w+)(\{[^}]*\})?\??/g, (_, name: string) => {
    const wild = words[at++] ?? "x";
    if (name === "hall" && at % 2 === 1 && !wild.startsWith("%")) return "east";
    return wild;
  });
  const search = Object.entries(query).map(([name, value]) => `${name}=${value}`);
  return search.length === 0 ? filled : `${filled}?${search.join("&")}`;
}

async function tryOne(route: Route, one: Attempt): Promise<void> {
  const who =
    one.who % (all.people.length + 1) === 0 ? null : (all.people[one.who % all.people.length] ?? null);
  const path = pathOf(route, one);
  const isApi = route.path.startsWith("/v1");
  // Dots may lead from the API to a page, and on.
  fc.pre(new URL(path, "http://localhost").pathname.startsWith("/v1/") === isApi);
  const { status, text, headers } = await all.call(route, path, who, isApi ? one.json : one.form);
  expect([`${route.method} ${path}`, inside]).toEqual([`${route.method} ${path}`, []]);
  expect(status).toBeLessThan(500);
  expect(text).not.toMatch(/node_modules|\.tsx?:\d|at async|TypeError|ValidationException|ZodError/);
  if (text.includes("<script")) throw new Error(`${path} answers with a script`);
  if (who?.at !== "home")
    for (const secret of SECRETS) expect([path, text.includes(secret)]).toEqual([path, false]);
  if (isApi && status >= 400) {
    expect(headers.get("content-type")).toContain("application/problem+json");
    expect(JSON.parse(text)).toMatchObject({ status, code: expect.stringMatching(/^[a-z_]+$/) });
  }
  expect(headers.get("x-content-type-options")).toBe("nosniff");
  expect(headers.get("content-security-policy")).toContain("default-src 'none'");
}

test("each route answers each attempt civilly", async () => {
  for (const route of all.routes) {
    await fc.assert(
      fc.asyncProperty(attempt, (one) => tryOne(route, one)),
      { seed: 20_261_125, numRuns: 10 },
    );
  }
});
