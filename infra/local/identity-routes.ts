// The two shortcuts of the local issuer: who can be chosen, and a token for one of them without a browser.
import type { IncomingMessage, ServerResponse } from "node:http";
import * as z from "zod";
import type { DemonstrationAccount } from "./demonstration-account.ts";
import { readBody, sendJson, sendProblem } from "./http-body.ts";
import { identityProblems } from "./identity-problems.ts";

export interface IdentityRoutesOptions {
  readonly listAccounts: () => readonly DemonstrationAccount[] | Promise<readonly DemonstrationAccount[]>;
  readonly issueIdToken: (email: string) => Promise<string | undefined>;
}

const TokenRequest = z.object({ email: z.string() });

export function createIdentityRoutes({ listAccounts, issueIdToken }: IdentityRoutesOptions) {
  const people = async (request: IncomingMessage, response: ServerResponse): Promise<void> => {
    if (request.method !== "GET") return sendProblem(response, identityProblems["identity.wrong_method"]({}));
    const accounts = await listAccounts();
    sendJson(
      response,
      200,
      accounts.map(({ email, name, role, halls }) => ({ email, name, role, halls })),
    );
  };

  const token = async (request: IncomingMessage, response: ServerResponse): Promise<void> => {
    if (request.method !== "POST")
      return sendProblem(response, identityProblems["identity.wrong_method"]({}));
    const body = await readBody(request);
    if (body === undefined) return sendProblem(response, identityProblems["identity.too_large"]({}));
    const wanted = TokenRequest.safeParse(parseJson(body));
    if (!wanted.success) {
      return sendProblem(response, identityProblems["identity.bad_request"]({ field: "email" }));
    }
    const idToken = await issueIdToken(wanted.data.email);
    if (idToken === undefined) {
      return sendProblem(response, identityProblems["identity.unknown_email"]({ field: "email" }));
    }
    sendJson(response, 200, { idToken });
  };

  return { people, token };
}

function parseJson(text: string): unknown {
  try {
    return JSON.parse(text);
  } catch {
    return undefined;
  }
}
