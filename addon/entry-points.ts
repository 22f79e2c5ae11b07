// The one list of functions that Google calls by name; the build makes a top-level function for each.
import { RPC_NAMES } from "./rpc-contract.ts";

/** Simple triggers, which Google knows by these names. */
export const SIMPLE_TRIGGERS = ["onOpen", "onInstall"] as const;

/** Handlers of installable triggers; the names are stored with the triggers, so they never change. */
export const INSTALLABLE_TRIGGERS = { edit: "nudge", clock: "everyHour" } as const;

/** What the menu calls, in the menu's order, with its labels. */
export const MENU_ITEMS = [
  { name: "openLogCase", label: { zh: "登记办件", en: "Log a case" } },
  { name: "openTodos", label: { zh: "我的待办", en: "My to-dos" } },
  { name: "openCase", label: { zh: "查看所选办件", en: "Selected case" } },
  { name: "openPeriods", label: { zh: "签认和上报", en: "Sign and report" } },
  { name: "syncNow", label: { zh: "立即同步", en: "Synchronise now" } },
  { name: "openSync", label: { zh: "同步情况", en: "Synchronisation" } },
  { name: "openSettings", label: { zh: "设置", en: "Settings" } },
] as const;

export const ENTRY_POINTS: readonly string[] = [
  ...SIMPLE_TRIGGERS,
  ...Object.values(INSTALLABLE_TRIGGERS),
  ...MENU_ITEMS.map(({ name }) => name),
  ...RPC_NAMES,
];
