// After signing in one comes back to where one was, and never anywhere else.
import { expect, test } from "vitest";
import { safeReturn } from "../../../functions/pages/sign-in/return-to.ts";

const HOME = "https://ledger.example";

test.each([
  ["a page of this app", "/centre/months/2026-11?centre=a", "/centre/months/2026-11?centre=a"],
  ["a page with odd letters", "/halls/%E4%B8%9C", "/halls/%E4%B8%9C"],
  ["nothing", undefined, "/"],
  ["another site", "https://evil.example/", "/"],
  ["another site without a scheme", "//evil.example/", "/"],
  ["another site behind a backslash", "/\\evil.example/", "/"],
  ["another site behind a tab", "/\t/evil.example/", "/"],
  ["another site behind a line break", "/\n/evil.example/", "/"],
  ["dots that end in two slashes", "/..//evil.example/", "/"],
  ["a script", "javascript:alert(1)", "/"],
  ["a user name that looks like this site", "/@evil.example", "/@evil.example"],
  ["the sign-in itself", "/sign-in?to=/", "/"],
  ["the API", "/v1/me", "/"],
  ["something endless", `/${"a".repeat(3_000)}`, "/"],
])("after signing in, %s leads to a page of this app", (_, wanted, expected) => {
  expect(safeReturn(wanted, HOME)).toBe(expected);
});
