// The environment of the functions on AWS, parsed once at the cold start: a wrong one fails at once and says where.
import * as z from "zod";
import type { SignInClient, TrustedIssuer } from "./dependencies.ts";

const Issuers = z
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
  TABLE_NAME: z.string().min(1),
  PUBLIC_URL: z.string().startsWith("http"),
  /** JSON: the issuers whose identity tokens are accepted. */
  ISSUERS: z.string(),
  SIGN_IN_ISSUER: z.string().min(1),
  SIGN_IN_CLIENT_ID: z.string().min(1),
  SIGN_IN_CLIENT_SECRET: z.string().optional(),
  /** Hosts of group webhooks beside WeCom's and DingTalk's, separated by commas. */
  WEBHOOK_HOSTS: z.string().default(""),
  /** Set on a developer's machine only. */
  DYNAMODB_ENDPOINT: z.string().optional(),
});

export interface Config {
  readonly tableName: string;
  readonly publicUrl: string;
  readonly issuers: readonly TrustedIssuer[];
  readonly signIn: SignInClient;
  readonly webhookHosts: readonly string[];
  readonly databaseEndpoint: string | undefined;
}

/** Throws with the name of the variable that is missing or wrong. */
export function readConfig(environment: Readonly<Record<string, string | undefined>>): Config {
  const parsed = Environment.parse(environment);
  return {
    tableName: parsed.TABLE_NAME,
    publicUrl: parsed.PUBLIC_URL.replace(/\/$/, ""),
    issuers: Issuers.parse(JSON.parse(parsed.ISSUERS)),
    signIn: {
      issuer: parsed.SIGN_IN_ISSUER,
      clientId: parsed.SIGN_IN_CLIENT_ID,
      clientSecret: parsed.SIGN_IN_CLIENT_SECRET ?? null,
    },
    webhookHosts: parsed.WEBHOOK_HOSTS.split(",")
      .map((host) => host.trim().toLowerCase())
      .filter((host) => host !== ""),
    databaseEndpoint: parsed.DYNAMODB_ENDPOINT,
  };
}
