// Stages as configuration: a wrong file is refused with its place; and what checks the stacks does check.
import { mkdtempSync, readFileSync } from "node:fs";
import { tmpdir } from "node:os";
import { join } from "node:path";
import { fileURLToPath } from "node:url";
import { App, Stack, Validations } from "aws-cdk-lib";
import { Bucket } from "aws-cdk-lib/aws-s3";
import { AwsSolutionsChecks } from "cdk-nag";
import { describe, expect, test } from "vitest";
import { cronOf } from "../../infra/constructs/schedules.ts";
import { parseStage } from "../../infra/stages/stage.ts";

test("a resource that breaks a rule stops the synthesis", () => {
  const app = new App({
    outdir: mkdtempSync(join(tmpdir(), "hall-ledger-synth-")),
    analyticsReporting: false,
  });
  Validations.of(app).addPlugins(new AwsSolutionsChecks(app));
  new Bucket(new Stack(app, "Bad"), "Open");
  expect(() => app.synth()).toThrow(/AwsSolutions-S10/);
});

describe("a stage's file", () => {
  const good = () =>
    readFileSync(fileURLToPath(new URL("../../infra/stages/staging.json", import.meta.url)), "utf8");
  const changed = (more: object) => JSON.stringify({ ...JSON.parse(good()), ...more });

  test.each<[string, object, RegExp]>([
    ["an unknown word", { colour: "red" }, /staging\.json/],
    ["the name of another stage", { name: "production" }, /is about production/],
    ["nobody to tell", { operators: [] }, /operators/],
    ["an address that is none", { operators: ["me"] }, /operators\.0/],
    ["a sender of another domain", { mail: { from: "a@b.example", domain: "c.example" } }, /mail\.from/],
    [
      "a sign-in with a stranger",
      { signIn: { issuer: "https://evil.example", clientId: "x", secretName: null } },
      /issuers/,
    ],
    ["no issuer", { issuers: [] }, /issuers/],
    ["days that CloudWatch does not know", { logDays: 31 }, /logDays/],
  ])("is refused with %s", (_, more, said) => {
    expect(() => parseStage(changed(more), "staging")).toThrow(said);
  });

  test("is taken as it stands", () => expect(parseStage(good(), "staging").name).toBe("staging"));
});

test("jobs run by the quarter, the hour or the night, and nothing else is guessed", () => {
  expect(cronOf(5, 0)).toBe("0/5 * * * ? *");
  expect(cronOf(60, 3)).toBe("3 * * * ? *");
  expect(cronOf(1440, 6)).toBe("0 3 * * ? *");
  expect(() => cronOf(7, 0)).toThrow();
});
