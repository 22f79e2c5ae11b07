// The issuer's signing key and secrets, kept in the data folder so that tokens outlive a restart.
import { randomBytes } from "node:crypto";
import { mkdir, readFile, rename, writeFile } from "node:fs/promises";
import { join } from "node:path";
import { calculateJwkThumbprint, exportJWK, generateKeyPair } from "jose";
import * as z from "zod";
import { StartFailure } from "./start-failure.mjs";

const SigningKey = z.object({
  kty: z.literal("RSA"),
  kid: z.string(),
  alg: z.literal("RS256"),
  use: z.literal("sig"),
  n: z.string(),
  e: z.string(),
  d: z.string(),
  p: z.string(),
  q: z.string(),
  dp: z.string(),
  dq: z.string(),
  qi: z.string(),
});

const IdentitySecrets = z.object({
  signingKey: SigningKey,
  cookieKey: z.string().min(32),
  clientSecret: z.string().min(32),
});
export type IdentitySecrets = z.infer<typeof IdentitySecrets>;

/** Reads the secrets, or makes them at the first start. @throws StartFailure when the file is damaged */
export async function loadIdentitySecrets(directory: string): Promise<IdentitySecrets> {
  await mkdir(directory, { recursive: true });
  const path = join(directory, "identity.json");
  const text = await readIfThere(path);
  if (text === undefined) return writeSecrets(path, await makeSecrets());
  const parsed = IdentitySecrets.safeParse(parseJson(text));
  if (parsed.success) return parsed.data;
  throw new StartFailure({
    zh: `文件 ${path} 已损坏，无法读取登录密钥。请删除它后重新启动；会生成新的密钥，大家需要重新登录。`,
    en: `The file ${path} is damaged, so the sign-in keys cannot be read. Delete it and start again: new keys are made and everybody signs in anew.`,
  });
}

async function makeSecrets(): Promise<IdentitySecrets> {
  const { privateKey } = await generateKeyPair("RS256", { extractable: true });
  const jwk = await exportJWK(privateKey);
  const kid = await calculateJwkThumbprint(jwk);
  return {
    signingKey: SigningKey.parse({ ...jwk, kid, alg: "RS256", use: "sig" }),
    cookieKey: randomBytes(32).toString("base64url"),
    clientSecret: randomBytes(32).toString("base64url"),
  };
}

async function writeSecrets(path: string, secrets: IdentitySecrets): Promise<IdentitySecrets> {
  // Renamed into place, so that a crash never leaves half a file.
  const unfinished = `${path}.new`;
  await writeFile(unfinished, `${JSON.stringify(secrets, null, 2)}\n`, { mode: 0o600 });
  await rename(unfinished, path);
  return secrets;
}

async function readIfThere(path: string): Promise<string | undefined> {
  try {
    return await readFile(path, "utf8");
  } catch (error) {
    if (error instanceof Error && "code" in error && error.code === "ENOENT") return undefined;
    throw error;
  }
}

function parseJson(text: string): unknown {
  try {
    return JSON.parse(text);
  } catch {
    return undefined;
  }
}
