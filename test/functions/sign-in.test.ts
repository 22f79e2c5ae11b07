// Who is recognised: an invitation is used up once, by the first account that proves its e-mail address.
import { afterAll, beforeAll, expect, test } from "vitest";
import { type Between, worldBetween } from "./support/between.ts";
import type { WholeProblem } from "./support/rows.ts";

let between: Between;
beforeAll(async () => {
  between = await worldBetween();
});
afterAll(() => between.world.close());

test("requests sent at once at the first sign-in are all recognised", async () => {
  const { world } = between;
  const answers = await Promise.all(
    Array.from({ length: 6 }, () => world.get<{ id: string }>("/v1/me", "admin")),
  );
  expect(answers.map(({ status, body }) => [status, body.id])).toEqual(answers.map(() => [200, "p-admin"]));
});

test("a request that looks for the invitation just after another one used it up is recognised", async () => {
  const { world, real } = between;
  between.replaced.get = async (key, consistent) => {
    const found = await real.get(key, consistent);
    if (key.pk.startsWith("T#") && !found) {
      // The other request comes in between, whole.
      between.replaced = {};
      expect((await world.get("/v1/me", "director")).status).toBe(200);
    }
    return found;
  };
  expect((await world.get<WholeProblem>("/v1/me", "director")).body).toMatchObject({ id: "p-director" });
});
