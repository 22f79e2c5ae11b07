// The local issuer signs people in as Google's would, and tells others apart.
import { mkdtempSync, rmSync, statSync, writeFileSync } from "node:fs";
import { createServer, type Server } from "node:http";
import { tmpdir } from "node:os";
import { join } from "node:path";
import { createRemoteJWKSet, decodeProtectedHeader, jwtVerify } from "jose";
import * as oidc from "openid-client";
import { afterEach, beforeEach, describe, expect, it, vi } from "vitest";
import * as z from "zod";
import { type DemonstrationAccount, subjectOf } from "../../infra/local/demonstration-account.ts";
import { findFreePort } from "../../infra/local/free-port.ts";
import { createIdentity, type Identity } from "../../infra/local/identity.ts";
import { closeServer, listenOnLoopback } from "../../infra/local/listen.ts";
import { StartFailure } from "../../infra/local/start-failure.mjs";
import { Browser } from "./support/browser.ts";

const accounts: DemonstrationAccount[] = [
  {
    email: "lan@demo.example",
    name: "兰 <一>",
    role: "clerk",
    halls: ["h01"],
    shown: { role: { zh: "窗口人员", en: "Clerk" }, halls: [{ zh: "东街大厅", en: "East Street Hall" }] },
  },
  { email: "zhu@demo.example", name: "竹二", role: "centreAdmin", halls: [] },
];

const IssuedToken = z.object({ idToken: z.string() });
const PublishedKeys = z.object({ keys: z.array(z.record(z.string(), z.unknown())) });

let directory = "";
let baseUrl = "";
let server: Server;
let identity: Identity;

beforeEach(async () => {
  directory = mkdtempSync(join(tmpdir(), "hall-ledger-identity-"));
  const port = await findFreePort();
  baseUrl = `http://127.0.0.1:${port}`;
  identity = await createIdentity({ baseUrl, directory, listAccounts: () => accounts });
  server = createServer(async (request, response) => {
    if (!(await identity.handle(request, response))) response.writeHead(418).end("the app");
  });
  await listenOnLoopback(server, port);
});
afterEach(async () => {
  await closeServer(server);
  rmSync(directory, { recursive: true, force: true });
});

describe("signing in at the local issuer", () => {
  it("ends, after one choice, with an ID token like Google's", async () => {
    const { callback, checks, client } = await signInAs("lan@demo.example");
    const tokens = await oidc.authorizationCodeGrant(client, callback, checks);

    const { payload } = await verify(tokens.id_token, identity.pagesClient.id);
    expect(payload).toMatchObject({
      sub: subjectOf("lan@demo.example"),
      email: "lan@demo.example",
      email_verified: true,
      name: "兰 <一>",
      nonce: checks.expectedNonce,
    });
    expect((payload.exp ?? 0) - (payload.iat ?? 0)).toBe(3_600);
    expect(decodeProtectedHeader(tokens.id_token ?? "").alg).toBe("RS256");
  });

  it("asks again at every sign-in, so that one can be somebody else", async () => {
    const browser = new Browser();
    await signInAs("lan@demo.example", browser);
    const { callback, checks, client } = await signInAs("zhu@demo.example", browser);
    const tokens = await oidc.authorizationCodeGrant(client, callback, checks);
    expect(tokens.claims()?.email).toBe("zhu@demo.example");
  });

  it("lists everyone, Chinese first, marked as a demonstration, with names as text", async () => {
    const browser = new Browser();
    const { url } = await authorizationRequest();
    const page = await browser.open(url);
    const html = await page.text();

    expect(page.status).toBe(200);
    expect(html).toContain("演示");
    expect(html).toContain("窗口人员");
    expect(html).toContain("East Street Hall");
    expect(html).toContain("兰 &#60;一&#62;");
    expect(html).not.toContain("<script");
    expect(page.headers.get("content-security-policy")).toContain("default-src 'none'");
  });

  it("refuses a code with another PKCE verifier", async () => {
    const { callback, checks, client } = await signInAs("lan@demo.example");
    const tampered = { ...checks, pkceCodeVerifier: oidc.randomPKCECodeVerifier() };
    await expect(oidc.authorizationCodeGrant(client, callback, tampered)).rejects.toMatchObject({
      error: "invalid_grant",
    });
  });

  it("refuses another state", async () => {
    const { callback, checks, client } = await signInAs("lan@demo.example");
    callback.searchParams.set("state", "another");
    await expect(oidc.authorizationCodeGrant(client, callback, checks)).rejects.toMatchObject({
      code: "OAUTH_INVALID_RESPONSE",
    });
  });

  it("refuses a code used twice", async () => {
    const { callback, checks, client } = await signInAs("lan@demo.example");
    await oidc.authorizationCodeGrant(client, callback, checks);
    await expect(oidc.authorizationCodeGrant(client, callback, checks)).rejects.toMatchObject({
      error: "invalid_grant",
    });
  });

  it("refuses a wrong client secret", async () => {
    const { callback, checks } = await signInAs("lan@demo.example");
    const stranger = await discover("not the secret");
    await expect(oidc.authorizationCodeGrant(stranger, callback, checks)).rejects.toMatchObject({
      error: "invalid_client",
    });
  });

  it("refuses to sign in without PKCE", async () => {
    const { url } = await authorizationRequest();
    url.searchParams.delete("code_challenge");
    url.searchParams.delete("code_challenge_method");
    const end = await new Browser(identity.pagesClient.redirectUri).open(url);
    expect(new URL(end.url).searchParams.get("error")).toBe("invalid_request");
  });

  it("shows a page, not a redirect, for an address nobody registered", async () => {
    const { url } = await authorizationRequest();
    url.searchParams.set("redirect_uri", "http://elsewhere.example/callback");
    const page = await new Browser().open(url);
    expect(page.status).toBe(400);
    expect(await page.text()).toContain("登录没有完成");
  });

  it("refuses a choice made in another browser, and an account that does not exist", async () => {
    const browser = new Browser();
    const page = await browser.open((await authorizationRequest()).url);
    expect((await new Browser().post(page.url, { email: "lan@demo.example" })).status).toBe(400);
    expect((await browser.post(page.url, { email: "nobody@demo.example" })).status).toBe(400);
  });
});

describe("tokens without a browser", () => {
  it("are for the add-on and pass the same checks", async () => {
    const answer = await askForToken(JSON.stringify({ email: "LAN@demo.example" }));
    expect(answer.status).toBe(200);
    const { payload } = await verify(IssuedToken.parse(await answer.json()).idToken, identity.addOnAudience);
    expect(payload).toMatchObject({ email: "lan@demo.example", sub: subjectOf("lan@demo.example") });
  });

  it.each([
    ["an unknown address", JSON.stringify({ email: "nobody@demo.example" }), 404, "identity.unknown_email"],
    ["no JSON", "{", 400, "identity.bad_request"],
    ["no address", "{}", 400, "identity.bad_request"],
    ["an address that is no text", JSON.stringify({ email: 7 }), 400, "identity.bad_request"],
    ["far too much", "x".repeat(50_000), 413, "identity.too_large"],
  ])("are refused for %s", async (_, body, status, code) => {
    const answer = await askForToken(body);
    expect(answer.status).toBe(status);
    expect(answer.headers.get("content-type")).toContain("application/problem+json");
    expect(await answer.json()).toMatchObject({
      status,
      code,
      message: { zh: expect.stringMatching(/。$/), en: expect.stringMatching(/\.$/) },
    });
  });

  it("are not given on GET", async () => {
    expect((await fetch(`${identity.issuer}/token`)).status).toBe(405);
  });
});

describe("the local issuer", () => {
  it("lists the people with what the app needs to know, and nothing else", async () => {
    const people = await (await fetch(`${identity.issuer}/people`)).json();
    expect(people).toEqual(accounts.map(({ shown: _, ...person }) => person));
  });

  it("leaves other addresses to the app", async () => {
    expect((await fetch(`${baseUrl}/v1/health`)).status).toBe(418);
    expect((await fetch(`${baseUrl}/dev/identity-of-another`)).status).toBe(418);
  });

  it("keeps its tokens good over a restart with the same folder", async () => {
    const before = await identity.issueIdToken("lan@demo.example");
    identity = await createIdentity({ baseUrl, directory, listAccounts: () => accounts });
    const { payload } = await verify(before, identity.addOnAudience);
    expect(payload.email).toBe("lan@demo.example");
  });

  it("has other keys in another folder", async () => {
    const elsewhere = join(directory, "other");
    const other = await createIdentity({ baseUrl, directory: elsewhere, listAccounts: () => accounts });
    await expect(verify(await other.issueIdToken("lan@demo.example"), other.addOnAudience)).rejects.toThrow();
  });

  it("keeps its secrets from other users and never publishes them", async () => {
    expect(statSync(join(directory, "identity.json")).mode & 0o777).toBe(0o600);
    const { keys } = PublishedKeys.parse(await (await fetch(identity.jwksUri)).json());
    expect(keys.map((key) => Object.keys(key).sort())).toEqual([["alg", "e", "kid", "kty", "n", "use"]]);
  });

  it("says in one sentence that its file is damaged", async () => {
    writeFileSync(join(directory, "identity.json"), "{");
    const failure = await createIdentity({ baseUrl, directory, listAccounts: () => accounts }).catch(
      (e) => e,
    );
    expect(failure).toBeInstanceOf(StartFailure);
  });

  it("prints nothing of its own", async () => {
    const printed = [vi.spyOn(console, "warn"), vi.spyOn(console, "info"), vi.spyOn(console, "log")];
    const { callback, checks, client } = await signInAs("lan@demo.example");
    await oidc.authorizationCodeGrant(client, callback, checks);
    for (const spy of printed) {
      expect(spy).not.toHaveBeenCalled();
      spy.mockRestore();
    }
  });
});

describe("a person's subject", () => {
  it("is 21 digits, the same at every start, whatever the case of the address", () => {
    expect(subjectOf("lan@demo.example")).toMatch(/^1\d{20}$/);
    expect(subjectOf(" Lan@Demo.Example ")).toBe(subjectOf("lan@demo.example"));
    expect(subjectOf("zhu@demo.example")).not.toBe(subjectOf("lan@demo.example"));
  });
});

function discover(secret: string): Promise<oidc.Configuration> {
  return oidc.discovery(new URL(identity.issuer), identity.pagesClient.id, secret, undefined, {
    execute: [oidc.allowInsecureRequests],
  });
}

async function authorizationRequest() {
  const client = await discover(identity.pagesClient.secret);
  const checks = {
    pkceCodeVerifier: oidc.randomPKCECodeVerifier(),
    expectedState: oidc.randomState(),
    expectedNonce: oidc.randomNonce(),
  };
  const url = oidc.buildAuthorizationUrl(client, {
    redirect_uri: identity.pagesClient.redirectUri,
    scope: "openid email profile",
    code_challenge: await oidc.calculatePKCECodeChallenge(checks.pkceCodeVerifier),
    code_challenge_method: "S256",
    state: checks.expectedState,
    nonce: checks.expectedNonce,
  });
  return { client, checks, url };
}

async function signInAs(email: string, browser = new Browser()) {
  const { client, checks, url } = await authorizationRequest();
  const page = await browser.open(url);
  const end = await browser.post(page.url, { email });
  return { client, checks, callback: new URL(end.url) };
}

function verify(token: string | undefined, audience: string) {
  const keys = createRemoteJWKSet(new URL(identity.jwksUri));
  return jwtVerify(token ?? "", keys, { issuer: identity.issuer, audience, algorithms: ["RS256"] });
}

function askForToken(body: string): Promise<Response> {
  return fetch(`${identity.issuer}/token`, {
    method: "POST",
    headers: { "content-type": "application/json" },
    body,
  });
}
