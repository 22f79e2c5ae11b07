// What AWS or the gateway in front of the backend would answer in the place of the one who was asked.
import type { Fault } from "./fault-plan.ts";

export interface Instead {
  readonly status: number;
  readonly type: string;
  readonly body: string;
}

const PLACE = "com.amazonaws.dynamodb.v20120810#";

/** Undefined where the call is passed on. */
export function answerInstead(
  fault: Fault,
  operation: string | undefined,
  body: Buffer,
): Instead | undefined {
  if (fault === "busy")
    return { status: 503, type: "application/json", body: '{"message":"Service Unavailable"}' };
  if (fault === "throttled") return database("ThrottlingException", "Rate exceeded");
  if (fault === "serverError") return { ...database("InternalServerError", "Internal"), status: 500 };
  const isTransaction = operation === "TransactWriteItems";
  if (fault === "outOfCapacity") {
    return isTransaction
      ? cancelled(body, "ProvisionedThroughputExceeded")
      : database("ProvisionedThroughputExceededException", "The level of configured throughput was exceeded");
  }
  return fault === "conflict" && isTransaction ? cancelled(body, "TransactionConflict") : undefined;
}

function database(name: string, message: string, more: Record<string, unknown> = {}): Instead {
  const type = "application/x-amz-json-1.0";
  return {
    status: 400,
    type,
    body: JSON.stringify({ __type: `${PLACE}${name}`, message, Message: message, ...more }),
  };
}

/** One reason for each action: the first one's is the fault. */
function cancelled(body: Buffer, code: string): Instead {
  const parsed: { TransactItems?: unknown[] } = JSON.parse(body.toString("utf8"));
  const reasons = (parsed.TransactItems ?? []).map((_, at) => ({ Code: at === 0 ? code : "None" }));
  const message = `Transaction cancelled [${reasons.map(({ Code }) => Code).join(", ")}]`;
  return database("TransactionCanceledException", message, { CancellationReasons: reasons });
}
