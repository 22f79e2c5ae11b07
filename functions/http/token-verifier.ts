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

/** Lengths as OpenID Connect Core 2 and RFC 5321 allow them. */
const Claims = z.object({
  sub: z.string().min(1).max(255),
  email: z.string().min(3).max(320),
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
        keySet ??= reachableKeys(createRemoteJWKSet(new URL(issuer.jwksUri)));
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
      if (error instanceof IssuerUnreachable) return err(httpProblems.issuer_unreachable({}));
      if (error instanceof errors.JOSEError) return err(httpProblems.token_invalid({}));
      throw error;
    }
  };
}

class IssuerUnreachable extends Error {}

/** The issuer's keys, with what is the issuer's fault told apart from what is the token's. */
function reachableKeys(keys: JWTVerifyGetKey): JWTVerifyGetKey {
  return async (...asked) => {
    try {
      return await keys(...asked);
    } catch (error) {
      const { JWKSNoMatchingKey, JWKSMultipleMatchingKeys, JOSENotSupported } = errors;
      const ofToken = [JWKSNoMatchingKey, JWKSMultipleMatchingKeys, JOSENotSupported];
      if (ofToken.some((kind) => error instanceof kind)) throw error;
      throw new IssuerUnreachable("the issuer's keys could not be read", { cause: error });
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
