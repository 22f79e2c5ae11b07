// The bridge to the script: one call, one answer, whatever goes wrong on the way.

import type { Text } from "../../../shared/kernel/text.ts";
import type { Rpc, RpcResult } from "../../rpc-contract.ts";
import { type RpcName, type RpcValue, readAnswer } from "./answers.ts";

/** `google.script.run` as the browser sees it: it answers handlers, never the caller. */
interface ScriptRun extends Readonly<Record<RpcName, (...args: readonly unknown[]) => void>> {
  withSuccessHandler(handler: (answer: unknown) => void): ScriptRun;
  withFailureHandler(handler: (error: unknown) => void): ScriptRun;
}

declare global {
  const google: { readonly script: { readonly run: ScriptRun } } | undefined;
}

const PATIENCE_MS = 90_000;
/** Apps Script ends an execution after six minutes; these may take nearly as long. */
const LONG_PATIENCE_MS = 370_000;
const LONG: ReadonlySet<RpcName> = new Set<RpcName>(["sync", "setUpWorkbook", "chooseSheets", "showYear"]);

const MESSAGES = {
  timedOut: {
    zh: "等了很久没有回音。已填的内容还在,请稍后再试;重复提交不会多出一行。",
    en: "There was no answer for a long time. What you entered is kept; try again later, nothing is stored twice.",
  },
  noScript: {
    zh: "侧栏没有连上表格;请从表格的菜单里重新打开。",
    en: "The sidebar is not connected to the spreadsheet; please open it again from the menu.",
  },
  severalAccounts: {
    zh: "浏览器里登录了几个账号,表格弄不清您是谁。请退出其他账号,或在无痕窗口里只登录工作账号后再打开。",
    en: "Several accounts are signed in in this browser, so the spreadsheet cannot tell who you are. Sign out of the others, or use a private window with your work account only.",
  },
  failed: {
    zh: "没有办成:{reason}。已填的内容还在,请再试一次。",
    en: "That did not work: {reason}. What you entered is kept; please try again.",
  },
} as const satisfies Record<string, Text>;

/** Never rejects: a failure is an answer with a sentence that names the remedy. */
export function call<N extends RpcName>(
  name: N,
  ...args: Parameters<Rpc[N]>
): Promise<RpcResult<RpcValue<N>>> {
  return new Promise((resolve) => {
    if (typeof google === "undefined") {
      resolve({ ok: false, message: MESSAGES.noScript });
      return;
    }
    const patience = LONG.has(name) ? LONG_PATIENCE_MS : PATIENCE_MS;
    const timer = setTimeout(() => settle({ ok: false, message: MESSAGES.timedOut }), patience);
    // What comes after the first answer changes nothing: a promise settles once.
    const settle = (result: RpcResult<RpcValue<N>>) => {
      clearTimeout(timer);
      resolve(result);
    };
    google.script.run
      .withSuccessHandler((answer) => settle(readAnswer(name, answer)))
      .withFailureHandler((error) => settle({ ok: false, message: failureOf(error) }))
      [name](...args);
  });
}

function failureOf(error: unknown): Text {
  const reason = error instanceof Error ? error.message : String(error);
  if (/PERMISSION_DENIED|authoriz/i.test(reason)) return MESSAGES.severalAccounts;
  const short = reason.slice(0, 200);
  return {
    zh: MESSAGES.failed.zh.replace("{reason}", () => short),
    en: MESSAGES.failed.en.replace("{reason}", () => short),
  };
}
