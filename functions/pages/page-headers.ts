// The headers of every page: nothing from elsewhere, no scripts, no framing, nothing left in a shared browser's cache.
import { createMiddleware } from "hono/factory";
import { secureHeaders } from "hono/secure-headers";
import type { PageEnv } from "./page-env.ts";

const secure = secureHeaders({
  contentSecurityPolicy: {
    defaultSrc: ["'none'"],
    styleSrc: ["'self'"],
    imgSrc: ["'self'"],
    formAction: ["'self'"],
    baseUri: ["'none'"],
    frameAncestors: ["'none'"],
  },
  // With "no-referrer" browsers send forms with "Origin: null", and their Origin could not be checked.
  referrerPolicy: "same-origin",
  xFrameOptions: "DENY",
});

export const pageHeaders = createMiddleware<PageEnv>(async (c, next) => {
  await secure(c, next);
  const own = c.get("contentPolicy");
  if (own) c.res.headers.set("content-security-policy", own);
  if (!c.res.headers.has("cache-control")) c.res.headers.set("cache-control", "no-store");
});
