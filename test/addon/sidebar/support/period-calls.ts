// The calls about periods behind a sidebar: answered by the real app, where a test has one.
import type { RpcResult } from "../../../../addon/rpc-contract.ts";

const PERIOD_CALLS = ["periods", "period", "completePeriods"] as const;
export type PeriodCallName = (typeof PERIOD_CALLS)[number];

export type PeriodsApp = (name: PeriodCallName, given: unknown) => Promise<RpcResult<unknown>>;

export function isPeriodCall(name: string): name is PeriodCallName {
  return PERIOD_CALLS.some((one) => one === name);
}

export const AWAY = {
  zh: "连不上中心;请稍后再试。",
  en: "The centre cannot be reached; please try again later.",
};

export const away = (): RpcResult<unknown> => ({ ok: false, message: AWAY });
