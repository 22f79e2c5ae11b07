// The step of a sign-in at which someone chooses whom to be.
import type { IncomingMessage, ServerResponse } from "node:http";
import type { Interaction, Provider } from "oidc-provider";
import { type DemonstrationAccount, normalEmail, subjectOf } from "./demonstration-account.ts";
import { readBody, sendPage } from "./http-body.ts";
import { choosePage, errorPage, PAGE_HEADERS } from "./identity-page.ts";

export interface ChooserOptions {
  readonly provider: Provider;
  readonly homeUrl: string;
  readonly listAccounts: () => readonly DemonstrationAccount[] | Promise<readonly DemonstrationAccount[]>;
}

/**
 * Shows the people on GET; signs in as the chosen one, with consent given, on POST. A `login_hint` with the address
 * of one of them is a choice already made.
 */
export function createChooser({ provider, homeUrl, listAccounts }: ChooserOptions) {
  return async (request: IncomingMessage, response: ServerResponse): Promise<void> => {
    const refuse = (detail: string) => sendPage(response, 400, PAGE_HEADERS, errorPage({ homeUrl, detail }));
    const interaction = await findInteraction(provider, request, response);
    if (interaction === undefined) return refuse("interaction not found");
    const accounts = await listAccounts();
    if (request.method !== "POST") {
      const hinted = accounts.find(({ email }) => isSame(email, interaction.params.login_hint));
      if (hinted) return signIn(provider, interaction, subjectOf(hinted.email), request, response);
      return sendPage(response, 200, PAGE_HEADERS, choosePage(accounts, pathOf(request)));
    }
    const chosen = new URLSearchParams(await readBody(request)).get("email");
    const account = accounts.find(({ email }) => email === chosen);
    if (account === undefined) return refuse("no such account");
    await signIn(provider, interaction, subjectOf(account.email), request, response);
  };
}

function isSame(email: string, hint: unknown): boolean {
  return typeof hint === "string" && normalEmail(email) === normalEmail(hint);
}

async function signIn(
  provider: Provider,
  interaction: Interaction,
  accountId: string,
  request: IncomingMessage,
  response: ServerResponse,
): Promise<void> {
  // Nobody needs asking whether an invented person consents, so the consent page is answered beforehand.
  const grant = new provider.Grant({ accountId, clientId: String(interaction.params.client_id) });
  grant.addOIDCScope("openid email profile");
  const grantId = await grant.save();
  await provider.interactionFinished(
    request,
    response,
    { login: { accountId }, consent: { grantId } },
    { mergeWithLastSubmission: false },
  );
}

/** The sign-in under way in this very browser (its cookie says so), unless it has expired. */
async function findInteraction(
  provider: Provider,
  request: IncomingMessage,
  response: ServerResponse,
): Promise<Interaction | undefined> {
  try {
    const interaction = await provider.interactionDetails(request, response);
    // Two tabs share the cookie: the page of the older one must not finish the newer one's sign-in.
    return pathOf(request).endsWith(`/${interaction.uid}`) ? interaction : undefined;
  } catch (error) {
    if (error instanceof Error && error.name === "SessionNotFound") return undefined;
    throw error;
  }
}

function pathOf(request: IncomingMessage): string {
  return (request.url ?? "/").split("?", 1).join();
}
