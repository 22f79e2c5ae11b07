// Answers with a page in the frame and the language of the request.
import type { Context } from "hono";
import { html } from "hono/html";
import type { Child } from "hono/jsx";
import type { ContentfulStatusCode } from "hono/utils/http-status";
import type { Text } from "../../../shared/kernel/text.ts";
import type { PageEnv } from "../page-env.ts";
import { localeOf, otherLanguage } from "../page-locale.ts";
import { Layout } from "./layout.tsx";

export function showPage(
  c: Context<PageEnv>,
  title: Text,
  content: Child,
  options: { readonly status?: ContentfulStatusCode; readonly otherLanguage?: string } = {},
): Response | Promise<Response> {
  const page = (
    <Layout
      title={title}
      locale={localeOf(c)}
      otherLanguage={options.otherLanguage ?? otherLanguage(c)}
      signedIn={c.get("signedIn")}
    >
      {content}
    </Layout>
  );
  return c.html(html`<!doctype html>${page}`, options.status ?? 200);
}
