// The style sheet and the icon, under addresses that change with their content, so that browsers may keep them.
import { createHash } from "node:crypto";
import { Hono } from "hono";
import { ON_SITE_SCRIPT, ON_SITE_SCRIPT_PATH } from "../inspection/on-site-script.ts";
import type { PageEnv } from "../page-env.ts";
import { PAPER_STYLE } from "../paper/style-paper.ts";
import { BASE_STYLE } from "./style-base.ts";
import { PIECE_STYLE } from "./style-pieces.ts";
import { PRINT_STYLE } from "./style-print.ts";
import { TABLE_STYLE } from "./style-tables.ts";

const STYLE = [BASE_STYLE, TABLE_STYLE, PIECE_STYLE, PAPER_STYLE, PRINT_STYLE].join("\n");

/** A ledger with a tick: drawn here, so that nothing is fetched from elsewhere. */
const ICON = `<svg xmlns="http://www.w3.org/2000/svg" viewBox="0 0 32 32"><rect width="32" height="32" rx="6" fill="#0b4a6f"/><path d="M8 9h16M8 15h9M8 21h6" stroke="#fff" stroke-width="2.5" stroke-linecap="round"/><path d="M17 21l3 3 6-7" fill="none" stroke="#ffd166" stroke-width="3" stroke-linecap="round" stroke-linejoin="round"/></svg>`;

export const STYLE_PATH = `/assets/pages-${hashOf(STYLE)}.css`;
export const ICON_PATH = `/assets/icon-${hashOf(ICON)}.svg`;

const KEEP = "public, max-age=31536000, immutable";

export function assetRoutes(): Hono<PageEnv> {
  return new Hono<PageEnv>()
    .get(STYLE_PATH, (c) =>
      c.body(STYLE, 200, { "content-type": "text/css; charset=utf-8", "cache-control": KEEP }),
    )
    .get(ON_SITE_SCRIPT_PATH, (c) =>
      c.body(ON_SITE_SCRIPT, 200, {
        "content-type": "text/javascript; charset=utf-8",
        "cache-control": KEEP,
      }),
    )
    .get(ICON_PATH, (c) => c.body(ICON, 200, { "content-type": "image/svg+xml", "cache-control": KEEP }));
}

function hashOf(text: string): string {
  return createHash("sha256").update(text).digest("hex").slice(0, 12);
}
