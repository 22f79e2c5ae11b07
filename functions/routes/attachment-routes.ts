// Files of rows over HTTP: uploaded before the row names them, fetched by whoever may read the ledger.
import { type Context, Hono } from "hono";
import { can } from "../../shared/kernel/permissions.ts";
import { MAX_ATTACHMENT_BYTES } from "../../shared/ledger/fields/attachment.ts";
import type { AppEnv } from "../http/context.ts";
import { httpProblems, refuse } from "../http/http-problems.ts";
import { readBytes } from "../http/read-bytes.ts";
import { demand, getLedger, getPlace } from "../http/require-principal.ts";
import { findAttachment, keepAttachment } from "../use-cases/attachments.ts";

const PATH = "/halls/:hall/ledgers/:ledger/attachments";

export function attachmentRoutes(): Hono<AppEnv> {
  return new Hono<AppEnv>()
    .post(PATH, async (c) => {
      const { deps, ledger, at } = await placeOf(c);
      const writes = ["upsert", ...Object.keys(ledger.transitions)];
      if (!writes.some((action) => can(c.get("principal"), at.place, ledger.access, action))) {
        refuse(httpProblems.not_permitted({}));
      }
      const bytes = await readBytes(c.req.raw, MAX_ATTACHMENT_BYTES);
      const kept = await keepAttachment(deps.blobs, at.hall.id, ledger.id, c.req.query("name") ?? "", bytes);
      return kept.ok ? c.json(kept.value, 201) : refuse(kept.error);
    })
    .get(`${PATH}/:key`, async (c) => {
      const { deps, ledger, at } = await placeOf(c);
      demand(c.get("principal"), at.place, ledger, "read");
      const found = await findAttachment(deps.blobs, at.hall.id, ledger.id, c.req.param("key"));
      if (!found.ok) refuse(found.error);
      return attachmentAnswer(found.value);
    });
}

/** Shown where a browser can show it without running anything in it, else offered for saving. */
export function attachmentAnswer({ bytes, type }: { bytes: Uint8Array; type: string }): Response {
  const inline = type.startsWith("image/");
  return new Response(bytes.slice().buffer, {
    headers: {
      "content-type": type,
      "content-disposition": inline ? "inline" : "attachment",
      "cache-control": "private, no-store",
      "x-content-type-options": "nosniff",
      "content-security-policy": "default-src 'none'; sandbox",
    },
  });
}

async function placeOf(c: Context<AppEnv>) {
  const deps = c.get("deps");
  const ledger = getLedger(deps, c.req.param("ledger") ?? "");
  const at = await getPlace(deps, c.req.param("hall") ?? "", ledger);
  return { deps, ledger, at };
}
