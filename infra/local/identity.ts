// The sign-in of this machine: a real OpenID Connect issuer whose people are the demonstration accounts.
import type { IncomingMessage, ServerResponse } from "node:http";
import { importJWK, SignJWT } from "jose";
import { type DemonstrationAccount, subjectOf } from "./demonstration-account.ts";
import { createChooser } from "./identity-chooser.ts";
import { claimsOf } from "./identity-claims.ts";
import { createProvider, TOKEN_LIFETIME_S } from "./identity-provider.ts";
import { createIdentityRoutes } from "./identity-routes.ts";
import { type IdentitySecrets, loadIdentitySecrets } from "./identity-secrets.ts";

const PREFIX = "/dev/identity";
const CHOOSE_PATH = `${PREFIX}/choose`;

export interface IdentityOptions {
  /** Where the app is served, without a slash at the end. */
  readonly baseUrl: string;
  /** Keeps the signing key and the client's secret. */
  readonly directory: string;
  readonly listAccounts: () => readonly DemonstrationAccount[] | Promise<readonly DemonstrationAccount[]>;
  /** When the tokens of `issueIdToken` are issued; real time unless a test has another. */
  readonly now?: () => number;
}

export interface Identity {
  readonly issuer: string;
  readonly jwksUri: string;
  /** The client the pages sign in with: authorization code with PKCE and a secret. */
  readonly pagesClient: { readonly id: string; readonly secret: string; readonly redirectUri: string };
  /** The audience of the tokens that the add-on sends. */
  readonly addOnAudience: string;
  /** An ID token as Google would issue it, for one hour; nothing when nobody has that address. */
  issueIdToken(email: string, audience?: string): Promise<string | undefined>;
  /** Answers requests below /dev/identity; false when the request is somebody else's. */
  handle(request: IncomingMessage, response: ServerResponse): Promise<boolean>;
}

export async function createIdentity(options: IdentityOptions): Promise<Identity> {
  const { baseUrl, directory, listAccounts, now = Date.now } = options;
  const secrets = await loadIdentitySecrets(directory);
  const issuer = `${baseUrl}${PREFIX}`;
  const homeUrl = `${baseUrl}/`;
  const addOnAudience = "hall-ledger-addon";
  const pagesClient = {
    id: "hall-ledger-pages",
    secret: secrets.clientSecret,
    redirectUri: `${baseUrl}/sign-in/callback`,
  };
  const findAccount = async (subject: string): Promise<DemonstrationAccount | undefined> =>
    (await listAccounts()).find(({ email }) => subjectOf(email) === subject);

  const sign = await createSigner(issuer, secrets, now);
  const issueIdToken = async (email: string, audience = addOnAudience): Promise<string | undefined> => {
    const account = await findAccount(subjectOf(email));
    return account && sign(account, audience);
  };

  const provider = createProvider({
    issuer,
    choosePath: CHOOSE_PATH,
    homeUrl,
    client: pagesClient,
    secrets,
    findAccount,
  });
  const choose = createChooser({ provider, homeUrl, listAccounts });
  const { people, token } = createIdentityRoutes({ listAccounts, issueIdToken });
  const answerProtocol = provider.callback();

  const handle = async (request: IncomingMessage, response: ServerResponse): Promise<boolean> => {
    const url = request.url ?? "/";
    const [path = "/"] = url.split("?", 1);
    if (!path.startsWith(`${PREFIX}/`)) return false;
    if (path === `${PREFIX}/people`) await people(request, response);
    else if (path === `${PREFIX}/token`) await token(request, response);
    else if (path.startsWith(`${CHOOSE_PATH}/`)) await choose(request, response);
    else {
      // The issuer knows its routes without the prefix and finds the whole address where frameworks put it.
      Object.assign(request, { originalUrl: url, url: url.slice(PREFIX.length) });
      await answerProtocol(request, response);
    }
    return true;
  };

  return { issuer, jwksUri: `${issuer}/jwks`, pagesClient, addOnAudience, issueIdToken, handle };
}

/** Signs with the issuer's own key, so that these tokens pass exactly the checks of the others. */
async function createSigner(issuer: string, { signingKey }: IdentitySecrets, now: () => number) {
  const key = await importJWK(signingKey, "RS256");
  return (account: DemonstrationAccount, audience: string): Promise<string> => {
    const issuedAt = Math.floor(now() / 1000);
    return new SignJWT({ ...claimsOf(account), azp: audience })
      .setProtectedHeader({ alg: "RS256", kid: signingKey.kid, typ: "JWT" })
      .setIssuer(issuer)
      .setAudience(audience)
      .setIssuedAt(issuedAt)
      .setExpirationTime(issuedAt + TOKEN_LIFETIME_S)
      .sign(key);
  };
}
