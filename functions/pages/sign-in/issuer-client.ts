// The pages' own client at the OpenID Connect issuer: where to send people, and what their answer proves.
import * as oidc from "openid-client";
import type { Problem } from "../../../shared/kernel/problem.ts";
import { err, type Result } from "../../../shared/kernel/result.ts";
import type { Dependencies } from "../../dependencies.ts";
import { httpProblems } from "../../http/http-problems.ts";
import { type Identity, tokenVerifier } from "../../http/token-verifier.ts";

export interface SignInChecks {
  readonly state: string;
  readonly nonce: string;
  readonly codeVerifier: string;
}

export interface IssuerClient {
  /** Where to send the browser, with fresh checks to be kept until it comes back. */
  begin(loginHint: string | undefined): Promise<{ readonly address: URL; readonly checks: SignInChecks }>;
  /** Who came back, or why that cannot be said; `search` is the query of the callback. */
  finish(search: string, checks: SignInChecks): Promise<Result<Identity, Problem>>;
}

export const CALLBACK_PATH = "/sign-in/callback";

export function issuerClient(deps: Dependencies): IssuerClient {
  const { issuer, clientId, clientSecret } = deps.signIn;
  const callback = `${deps.publicUrl}${CALLBACK_PATH}`;
  // Meant for this very client; the add-on's audience is not enough here.
  const own = deps.issuers.filter((one) => one.issuer === issuer);
  const verify = tokenVerifier(
    own.map((one) => ({ ...one, audiences: [clientId] })),
    deps.realNow ?? deps.now,
  );
  let known: Promise<oidc.Configuration> | undefined;
  const discover = (): Promise<oidc.Configuration> => {
    known ??= oidc
      .discovery(new URL(issuer), clientId, clientSecret ?? undefined, clientAuth(clientSecret), {
        execute: isLoopback(new URL(issuer)) ? [oidc.allowInsecureRequests] : [],
      })
      .catch((error: unknown) => {
        known = undefined; // An issuer that was away may be back at the next attempt.
        throw error;
      });
    return known;
  };
  return {
    async begin(loginHint) {
      const checks = {
        state: oidc.randomState(),
        nonce: oidc.randomNonce(),
        codeVerifier: oidc.randomPKCECodeVerifier(),
      };
      const address = oidc.buildAuthorizationUrl(await discover(), {
        redirect_uri: callback,
        response_type: "code",
        scope: "openid email profile",
        code_challenge: await oidc.calculatePKCECodeChallenge(checks.codeVerifier),
        code_challenge_method: "S256",
        state: checks.state,
        nonce: checks.nonce,
        ...(loginHint ? { login_hint: loginHint } : {}),
      });
      return { address, checks };
    },
    async finish(search, { state, nonce, codeVerifier }) {
      const config = await discover();
      try {
        const tokens = await oidc.authorizationCodeGrant(config, new URL(`${callback}${search}`), {
          expectedState: state,
          expectedNonce: nonce,
          pkceCodeVerifier: codeVerifier,
          idTokenExpected: true,
        });
        return await verify(tokens.id_token ?? "");
      } catch (error) {
        if (isRefusal(error)) return err(httpProblems.sign_in_failed({}));
        throw error;
      }
    },
  };
}

/** The answer was false, late or used up; anything else is a fault of ours or the issuer's, and is logged. */
function isRefusal(error: unknown): boolean {
  if (error instanceof oidc.ResponseBodyError) return error.error === "invalid_grant";
  return error instanceof oidc.AuthorizationResponseError || error instanceof oidc.ClientError;
}

function clientAuth(secret: string | null): oidc.ClientAuth {
  return secret === null ? oidc.None() : oidc.ClientSecretBasic(secret);
}

function isLoopback(url: URL): boolean {
  return url.protocol === "http:" && ["127.0.0.1", "localhost", "[::1]"].includes(url.hostname);
}
