// What API Gateway's HTTP API hands to a function: payload format 2.0.
import { randomUUID } from "node:crypto";
import * as z from "zod";

export interface GatewayCall {
  readonly method?: string;
  readonly path: string;
  readonly query?: string;
  readonly headers?: Record<string, string>;
  readonly body?: string;
  readonly isBase64Encoded?: boolean;
}

export function gatewayEvent({ method = "GET", path, query = "", headers = {}, ...rest }: GatewayCall) {
  return {
    version: "2.0",
    routeKey: "$default",
    rawPath: path,
    rawQueryString: query,
    headers: { host: "abc.execute-api.local", "x-forwarded-proto": "https", ...headers },
    requestContext: {
      accountId: "000000000000",
      apiId: "abc",
      domainName: "abc.execute-api.local",
      domainPrefix: "abc",
      http: { method, path, protocol: "HTTP/1.1", sourceIp: "192.0.2.1", userAgent: "test" },
      requestId: randomUUID(),
      routeKey: "$default",
      stage: "$default",
      time: "20/Nov/2026:07:00:00 +0000",
      timeEpoch: 1_795_000_000_000,
    },
    isBase64Encoded: false,
    ...rest,
  };
}

/** What a function hands back to API Gateway. */
export const GatewayAnswer = z.object({
  statusCode: z.number(),
  headers: z.record(z.string(), z.string()),
  body: z.string(),
  isBase64Encoded: z.boolean(),
});
