// Configures the OpenID Connect issuer of this machine so that the app meets what it meets in production.
import type { Configuration, KoaContextWithOIDC, Provider as OidcProvider } from "oidc-provider";
import type { DemonstrationAccount } from "./demonstration-account.ts";
import { claimsOf } from "./identity-claims.ts";
import { createIdentityMemory } from "./identity-memory.ts";
import { errorPage } from "./identity-page.ts";
import type { IdentitySecrets } from "./identity-secrets.ts";
import { Provider } from "./oidc-provider-on-node-20.ts";

export interface ProviderOptions {
  readonly issuer: string;
  /** Where people choose whom to be, as a path; the interaction's id follows it. */
  readonly choosePath: string;
  readonly homeUrl: string;
  readonly client: { readonly id: string; readonly redirectUri: string };
  readonly secrets: IdentitySecrets;
  readonly findAccount: (subject: string) => Promise<DemonstrationAccount | undefined>;
}

export const TOKEN_LIFETIME_S = 3_600;
// Time to choose whom to be, with the page left open over a break.
const CHOICE_LIFETIME_S = 3_600;
const CODE_LIFETIME_S = 60;

export function createProvider(options: ProviderOptions): OidcProvider {
  const provider = new Provider(options.issuer, configure(options));
  provider.on("server_error", (_context: KoaContextWithOIDC, error: Error) => console.error(error));
  return provider;
}

function configure({ choosePath, homeUrl, client, secrets, findAccount }: ProviderOptions): Configuration {
  return {
    adapter: createIdentityMemory(),
    jwks: { keys: [secrets.signingKey] },
    cookies: { keys: [secrets.cookieKey] },
    clients: [
      {
        client_id: client.id,
        client_secret: secrets.clientSecret,
        redirect_uris: [client.redirectUri],
        grant_types: ["authorization_code"],
        response_types: ["code"],
        token_endpoint_auth_method: "client_secret_basic",
        id_token_signed_response_alg: "RS256",
      },
    ],
    // `/token` itself is the shortcut that issues a token without a browser.
    routes: {
      authorization: "/oauth/authorize",
      token: "/oauth/token",
      userinfo: "/oauth/userinfo",
      jwks: "/jwks",
    },
    pkce: { required: () => true },
    scopes: ["openid", "email", "profile"],
    claims: { openid: ["sub"], email: ["email", "email_verified"], profile: ["name"] },
    // As Google does: e-mail and name stand in the ID token itself.
    conformIdTokenClaims: false,
    findAccount: async (_context, subject) => {
      const account = await findAccount(subject);
      return account && { accountId: subject, claims: async () => claimsOf(account) };
    },
    interactions: { url: (_context, interaction) => `${choosePath}/${interaction.uid}` },
    features: {
      devInteractions: { enabled: false },
      // Signing out is the app's own business, as with Google, which offers no such call either.
      rpInitiatedLogout: { enabled: false },
    },
    ttl: {
      AccessToken: TOKEN_LIFETIME_S,
      AuthorizationCode: CODE_LIFETIME_S,
      Grant: TOKEN_LIFETIME_S,
      IdToken: TOKEN_LIFETIME_S,
      Interaction: CHOICE_LIFETIME_S,
      Session: CHOICE_LIFETIME_S,
    },
    clientBasedCORS: () => false,
    renderError: (context, out) => {
      context.type = "html";
      context.body = errorPage({ homeUrl, detail: `${out.error}: ${out.error_description ?? ""}` });
    },
  };
}
