// How functions behind sidebars answer: a value, or a sentence that names the remedy; never a throw.
import type * as z from "zod/mini";
import type { Result } from "../shared/kernel/result.ts";
import type { Text } from "../shared/kernel/text.ts";
import type { RpcResult } from "./rpc-contract.ts";
import type { BackendProblem } from "./sync/backend.ts";

export const MESSAGES = {
  notSetUp: {
    zh: "这个表格还没有设置;请先在菜单“设置”里选择大厅或中心。",
    en: "This workbook is not set up yet; please choose a hall or centre in Settings first.",
  },
  wrongRequest: {
    zh: "请求内容不对;请重新打开侧栏再试。",
    en: "The request was malformed; please open the sidebar again.",
  },
  unknownLedger: { zh: "没有这本台账。", en: "There is no such ledger." },
  notInSheet: {
    zh: "表格里没有这一行;可能已被删除或移走。",
    en: "The row is not in the sheet; it may have been deleted.",
  },
  failed: {
    zh: "没有办成。已填的内容都还在,请再试一次。",
    en: "That did not work. What you entered is kept; please try again.",
  },
} as const satisfies Record<string, Text>;

export function good<T>(value: T): RpcResult<T> {
  return { ok: true, value };
}

export function bad<T>(message: Text): RpcResult<T> {
  return { ok: false, message };
}

export function fromResult<T>(result: Result<T, BackendProblem>): RpcResult<T> {
  return result.ok ? good(result.value) : bad(result.error.message);
}

/** A page is always answered; what went wrong is in Google's execution log. */
export function answering<T>(work: () => RpcResult<T>): RpcResult<T> {
  try {
    return work();
  } catch (error) {
    console.error(error instanceof Error ? (error.stack ?? error.message) : String(error));
    return bad(MESSAGES.failed);
  }
}

export function checked<T, R>(
  schema: z.ZodMiniType<T>,
  given: unknown,
  work: (request: T) => RpcResult<R>,
): RpcResult<R> {
  return answering(() => {
    const parsed = schema.safeParse(given);
    return parsed.success ? work(parsed.data) : bad(MESSAGES.wrongRequest);
  });
}
