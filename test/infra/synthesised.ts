// The templates of both stages, and of one inside China, written once for the tests that read them.
import { mkdirSync, mkdtempSync, readFileSync, rmSync, writeFileSync } from "node:fs";
import { tmpdir } from "node:os";
import { join } from "node:path";
import { expect } from "vitest";
import * as z from "zod";
import { createInfrastructure } from "../../infra/app.ts";
import { FUNCTIONS } from "../../infra/build-functions.ts";
import { readStage, STAGE_NAMES, type Stage } from "../../infra/stages/stage.ts";

const Resource = z.object({
  Type: z.string(),
  Properties: z.record(z.string(), z.unknown()).default({}),
  DeletionPolicy: z.string().optional(),
});
const Template = z.object({ Resources: z.record(z.string(), Resource) });

let folder: string;
const written = new Map<string, string>();

/** Inside China: no SES, no budgets, a domain with a licence of its own, and another issuer. */
function chineseStage(): Stage {
  const production = readStage("production");
  const issuer = "https://sign-in.halls.example";
  return {
    ...production,
    domain: {
      name: "tz.halls.example",
      certificateArn: "arn:aws-cn:acm:cn-north-1:123456789012:certificate/x",
    },
    issuers: [{ issuer, aliases: [], jwksUri: `${issuer}/jwks`, audiences: ["hall-ledger"] }],
    signIn: { issuer, clientId: "hall-ledger", secretName: null },
    mail: null,
    monthlyBudget: null,
  };
}

export function synthesise(): void {
  folder = mkdtempSync(join(tmpdir(), "hall-ledger-synth-"));
  const bundles = join(folder, "functions");
  // What is in the bundles is another test's business; the stacks look at folders only.
  for (const name of Object.keys(FUNCTIONS)) {
    mkdirSync(join(bundles, name), { recursive: true });
    writeFileSync(join(bundles, name, "index.cjs"), "exports.handler = async () => {};");
  }
  const read = (outdir: string, id: string) => readFileSync(join(outdir, `${id}.template.json`), "utf8");
  const outdir = join(folder, "cdk");
  createInfrastructure({ outdir, bundles, stages: STAGE_NAMES.map(readStage) }).synth();
  for (const name of STAGE_NAMES) {
    written.set(`${name}/data`, read(outdir, `hall-ledger-${name}-data`));
    written.set(`${name}/service`, read(outdir, `hall-ledger-${name}`));
  }
  const china = join(folder, "china");
  createInfrastructure({ outdir: china, bundles, stages: [chineseStage()] }).synth();
  written.set("china/data", read(china, "hall-ledger-production-data"));
  written.set("china/service", read(china, "hall-ledger-production"));
}

export const forget = () => rmSync(folder, { recursive: true, force: true });

export const textOf = (name: string) => written.get(name) ?? "";
export const resources = (name: string, type: string) =>
  Object.entries(Template.parse(JSON.parse(textOf(name))).Resources).filter(([, { Type }]) => Type === type);
export const only = (name: string, type: string) => {
  const found = resources(name, type);
  expect(found).toHaveLength(1);
  return found[0]?.[1] ?? Resource.parse(undefined);
};

/** What a function's own role may do, as `action → resources`. */
export function rightsOf(stage: string, name: string): Map<string, string> {
  const policies = resources(`${stage}/service`, "AWS::IAM::Policy").filter(([id]) =>
    id.startsWith(`${name}Role`),
  );
  const Statement = z.object({
    Effect: z.literal("Allow"),
    Action: z.union([z.string(), z.array(z.string())]),
    Resource: z.unknown(),
    Condition: z.unknown().optional(),
  });
  const Document = z.object({ Statement: z.array(Statement) });
  const rights = new Map<string, string>();
  for (const [, { Properties }] of policies) {
    for (const { Action, Resource: on, Condition } of Document.parse(Properties.PolicyDocument).Statement) {
      for (const action of [Action].flat()) {
        rights.set(
          action,
          `${rights.get(action) ?? ""}${JSON.stringify(on)}${Condition ? JSON.stringify(Condition) : ""}`,
        );
      }
    }
  }
  return rights;
}
