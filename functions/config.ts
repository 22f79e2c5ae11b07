// The environment of the functions on AWS, parsed once at the cold start: a wrong one fails at once and says where.
import * as z from "zod";
import type { SignInClient, TrustedIssuer } from "./dependencies.ts";

export const Issuers = z
  .array(
    z.strictObject({
      issuer: z.string().min(1),
      aliases: z.array(z.string()).default([]),
      jwksUri: z.string().startsWith("http"),
      audiences: z.array(z.string().min(1)).min(1),
    }),
  )
  .min(1) satisfies z.ZodType<TrustedIssuer[]>;

const Environment = z.object({
  /** `staging`, `production`: what metrics are told apart by. */
  STAGE: z.string().default("local"),
  TABLE_NAME: z.string().min(1),
  PUBLIC_URL: z.string().startsWith("http"),
  /** JSON: the issuers whose identity tokens are accepted. */
  ISSUERS: z.string(),
  SIGN_IN_ISSUER: z.string().min(1),
  SIGN_IN_CLIENT_ID: z.string().min(1),
  SIGN_IN_CLIENT_SECRET: z.string().optional(),
  /** Snapshots, photos, rendered reports; only functions that open files have it. */
  BUCKET_NAME: z.string().min(1).optional(),
  /** Where messages wait for the function that sends them; only the scheduled function has it. */
  MESSAGE_QUEUE_URL: z.string().startsWith("http").optional(),
  /** Where ordered reports wait for the function that renders them; only functions that take orders have it. */
  REPORT_QUEUE_URL: z.string().startsWith("http").optional(),
  /** The sender of e-mails; only the function that sends them has it. */
  MAIL_FROM: z.string().includes("@").optional(),
  /** Hosts of group webhooks beside WeCom's and DingTalk's, separated by commas. */
  WEBHOOK_HOSTS: z.string().default(""),
  /** Set by Lambda: the folder of the bundle. */
  LAMBDA_TASK_ROOT: z.string().default("."),
});

export interface Config {
  readonly stage: string;
  readonly tableName: string;
  readonly publicUrl: string;
  readonly issuers: readonly TrustedIssuer[];
  readonly signIn: SignInClient;
  readonly bucketName: string | undefined;
  readonly messageQueueUrl: string | undefined;
  readonly reportQueueUrl: string | undefined;
  readonly mailFrom: string | undefined;
  readonly webhookHosts: readonly string[];
  readonly bundleFolder: string;
}

/** Throws with the name of the variable that is missing or wrong. */
export function readConfig(environment: Readonly<Record<string, string | undefined>>): Config {
  // Parsed once in a life: compiling a parser for it first would take longer than the whole rest.
  const parsed = Environment.parse(environment, { jitless: true });
  return {
    stage: parsed.STAGE,
    tableName: parsed.TABLE_NAME,
    publicUrl: parsed.PUBLIC_URL.replace(/\/$/, ""),
    issuers: Issuers.parse(JSON.parse(parsed.ISSUERS)),
    signIn: {
      issuer: parsed.SIGN_IN_ISSUER,
      clientId: parsed.SIGN_IN_CLIENT_ID,
      clientSecret: parsed.SIGN_IN_CLIENT_SECRET ?? null,
    },
    bucketName: parsed.BUCKET_NAME,
    messageQueueUrl: parsed.MESSAGE_QUEUE_URL,
    reportQueueUrl: parsed.REPORT_QUEUE_URL,
    mailFrom: parsed.MAIL_FROM,
    webhookHosts: parsed.WEBHOOK_HOSTS.split(",")
      .map((host) => host.trim().toLowerCase())
      .filter((host) => host !== ""),
    bundleFolder: parsed.LAMBDA_TASK_ROOT,
  };
}

/** A setting that not every function has, for one that cannot do without. */
export function required(value: string | undefined, variable: string): string {
  if (value === undefined) throw new Error(`${variable} is not set in the environment of this function`);
  return value;
}
