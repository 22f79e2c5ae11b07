// Checks identity tokens: RS256 only, known issuer, known audience, in date, verified e-mail address.
import { createRemoteJWKSet, decodeJwt, errors, type JWTVerifyGetKey, jwtVerify } from "jose";
import * as z from "zod";
import type { Problem } from "../../shared/kernel/problem.ts";
import { err, ok, type Result } from "../../shared/kernel/result.ts";
import type { TrustedIssuer } from "../dependencies.ts";
import { httpProblems } from "./http-problems.ts";

export interface Identity {
  readonly issuer: string;
  readonly sub: string;
  readonly email: string;
  readonly name: string;
}

export type TokenVerifier = (token: string) => Promise<Result<Identity, Problem>>;

const Claims = z.object({
  sub: z.string().min(1),
  email: z.string().min(3),
  email_verified: z.union([z.boolean(), z.enum(["true", "false"])]).optional(),
  name: z.string().optional(),
});

/** Clocks of phones and servers differ a little. */
const CLOCK_TOLERANCE_SECONDS = 30;

export function tokenVerifier(issuers: readonly TrustedIssuer[], now: () => number): TokenVerifier {
  const trusted = issuers.map((issuer) => {
    let keySet: JWTVerifyGetKey | undefined;
    return {
      ...issuer,
      // Made at the first use, so that a cold start that needs no token pays nothing.
      keySet: () => {
        keySet ??= createRemoteJWKSet(new URL(issuer.jwksUri));
        return keySet;
      },
    };
  });
  return async (token) => {
    const claimed = issuerOf(token);
    const issuer = trusted.find(
      (one) => claimed !== undefined && [one.issuer, ...one.aliases].includes(claimed),
    );
    if (!issuer || claimed === undefined) return err(httpProblems.token_invalid({}));
    try {
      const { payload } = await jwtVerify(token, issuer.keySet(), {
        algorithms: ["RS256"],
        issuer: claimed,
        audience: [...issuer.audiences],
        requiredClaims: ["exp", "sub"],
        clockTolerance: CLOCK_TOLERANCE_SECONDS,
        currentDate: new Date(now()),
      });
      const claims = Claims.safeParse(payload);
      if (!claims.success) return err(httpProblems.token_invalid({}));
      const { sub, email, email_verified, name } = claims.data;
      if (email_verified !== true && email_verified !== "true") return err(httpProblems.email_unverified({}));
      return ok({ issuer: issuer.issuer, sub, email, name: name ?? email });
    } catch (error) {
      if (error instanceof errors.JWTExpired) return err(httpProblems.token_expired({}));
      if (error instanceof errors.JWTClaimValidationFailed && error.claim === "aud") {
        return err(httpProblems.token_wrong_audience({}));
      }
      // The issuer cannot be reached: not the caller's fault, and nothing to sign in again for.
      if (error instanceof errors.JOSEError) return err(httpProblems.token_invalid({}));
      throw error;
    }
  };
}

function issuerOf(token: string): string | undefined {
  try {
    return decodeJwt(token).iss;
  } catch {
    return undefined;
  }
}
