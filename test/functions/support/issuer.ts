// An issuer of the test's own, whose tokens can be wrong in every way.
import { createServer } from "node:http";
import { exportJWK, exportSPKI, generateKeyPair, type JWTPayload, SignJWT } from "jose";
import type { TrustedIssuer } from "../../../functions/dependencies.ts";
import { findFreePort } from "../../../infra/local/free-port.ts";
import { closeServer, listenOnLoopback } from "../../../infra/local/listen.ts";

export interface TestIssuer {
  readonly trusted: TrustedIssuer;
  /** The public key as text: what an attacker would sign HS256 with. */
  readonly publicKey: string;
  /** Signs claims that replace those of a sound token; undefined leaves one out. */
  sign(claims: Record<string, unknown>, options?: SignOptions): Promise<string>;
  /** From now on the key set is answered with this status. */
  answerWith(status: number): void;
  close(): Promise<void>;
}

interface SignOptions {
  readonly now: number;
  readonly foreignKey?: boolean;
  readonly kid?: string;
}

export async function startIssuer(now: () => number): Promise<TestIssuer> {
  const port = await findFreePort();
  const issuer = `http://127.0.0.1:${port}`;
  const own = await generateKeyPair("RS256", { extractable: true });
  const foreign = await generateKeyPair("RS256");
  const jwk = { ...(await exportJWK(own.publicKey)), kid: "own", alg: "RS256", use: "sig" };
  let status = 200;
  const server = createServer((_, response) => {
    response.writeHead(status, { "content-type": "application/json" });
    response.end(status === 200 ? JSON.stringify({ keys: [jwk] }) : "down");
  });
  await listenOnLoopback(server, port);
  return {
    trusted: { issuer, aliases: ["alias.test"], jwksUri: `${issuer}/jwks`, audiences: ["hall-ledger"] },
    publicKey: await exportSPKI(own.publicKey),
    sign: (claims, options) => {
      const seconds = Math.floor((options?.now ?? now()) / 1000);
      const sound = {
        iss: issuer,
        aud: "hall-ledger",
        sub: "subject-1",
        email: "clerk@example.test",
        email_verified: true,
        iat: seconds,
        exp: seconds + 3600,
      };
      const payload: JWTPayload = JSON.parse(JSON.stringify({ ...sound, ...claims }));
      return new SignJWT(payload)
        .setProtectedHeader({ alg: "RS256", kid: options?.kid ?? "own" })
        .sign(options?.foreignKey ? foreign.privateKey : own.privateKey);
    },
    answerWith: (to) => {
      status = to;
    },
    close: () => closeServer(server),
  };
}
