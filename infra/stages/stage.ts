// A stage as configuration: read from its file once, checked, and refused with the place that is wrong.
import { readFileSync } from "node:fs";
import { fileURLToPath } from "node:url";
import * as z from "zod";
import { Issuers } from "../../functions/config.ts";

export const STAGE_NAMES = ["staging", "production"] as const;
export type StageName = (typeof STAGE_NAMES)[number];

const email = z.email();

const Stage = z.strictObject({
  name: z.enum(STAGE_NAMES),
  /** Where people reach the pages; null means the address that API Gateway gives. */
  domain: z
    .strictObject({
      name: z.string().regex(/^[a-z0-9-]+(\.[a-z0-9-]+)+$/),
      certificateArn: z.string().startsWith("arn:"),
    })
    .nullable(),
  /** Whose identity tokens are accepted. API Gateway checks those of the first; the app checks all. */
  issuers: Issuers,
  signIn: z.strictObject({
    issuer: z.string().startsWith("https://"),
    clientId: z.string().min(1),
    /** Name of the secret in Secrets Manager that holds `{"clientSecret": "…"}`; null for a public client. */
    secretName: z.string().min(1).nullable(),
  }),
  /** E-mail by SES; null where the region has none (inside China): reminders then go to group webhooks only. */
  mail: z.strictObject({ from: email, domain: z.string().min(1) }).nullable(),
  webhookHosts: z.array(z.string()).default([]),
  /** Who is told when an alarm goes off. */
  operators: z.array(email).min(1),
  /** US dollars per month at which operators are told; null where AWS Budgets does not exist. */
  monthlyBudget: z.number().positive().nullable(),
  timeZone: z.string().default("Asia/Shanghai"),
  /** Calls per second, and at once, that API Gateway lets through to all functions together. */
  throttle: z.strictObject({ rate: z.int().positive(), burst: z.int().positive() }),
  logDays: z.union([z.literal(30), z.literal(90), z.literal(180), z.literal(365)]),
});
export type Stage = z.infer<typeof Stage>;

/** @throws naming the place in the file that is wrong */
export function parseStage(text: string, expected: StageName): Stage {
  const parsed = Stage.safeParse(JSON.parse(text));
  if (!parsed.success) {
    const [issue] = parsed.error.issues;
    throw new Error(`infra/stages/${expected}.json: ${issue?.path.join(".")}: ${issue?.message}`);
  }
  const stage = parsed.data;
  if (stage.name !== expected) throw new Error(`infra/stages/${expected}.json is about ${stage.name}`);
  if (!stage.issuers.some(({ issuer }) => issuer === stage.signIn.issuer))
    throw new Error(`infra/stages/${expected}.json: pages sign in with an issuer that is not among issuers`);
  if (stage.mail && !stage.mail.from.endsWith(`@${stage.mail.domain}`))
    throw new Error(`infra/stages/${expected}.json: mail.from is no address of mail.domain`);
  return stage;
}

export function readStage(name: StageName): Stage {
  return parseStage(readFileSync(fileURLToPath(new URL(`${name}.json`, import.meta.url)), "utf8"), name);
}
