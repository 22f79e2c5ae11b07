// What the script answers, checked before anything is done with it: one guard for each function of the contract.
import { type RPC_NAMES, type Rpc, type RpcResult, TODO_KINDS } from "../../rpc-contract.ts";
import {
  type Guard,
  isAnything,
  isFlag,
  isListOf,
  isNull,
  isNullOr,
  isNumber,
  isOneOf,
  isRecordOf,
  isShape,
  isText,
} from "./guards.ts";

export type RpcName = (typeof RPC_NAMES)[number];
export type RpcValue<N extends RpcName> = Extract<ReturnType<Rpc[N]>, { readonly ok: true }>["value"];

export const isWords = isShape({ zh: isText, en: isText });
export const isNamed = isShape({ id: isText, name: isWords });

const isSettings = isShape({
  locale: isOneOf("zh", "en"),
  projection: isOneOf("full", "surname", "caseNumberOnly"),
});

const isBootstrap = isShape({
  user: isNullOr(isShape({ email: isText, name: isText, key: isText })),
  hall: isNullOr(isNamed),
  mode: isNullOr(isOneOf("hall", "centre")),
  settings: isSettings,
  ledgers: isListOf(isText),
  reference: isAnything,
  offline: isFlag,
  now: isText,
  selected: isNullOr(isShape({ ledger: isText, id: isText })),
});

const isRowAnswer = isShape({
  status: isOneOf("accepted", "unchanged", "merged", "conflict", "refused", "pending"),
  version: isNullOr(isNumber),
  serial: isNullOr(isText),
  problems: isListOf(isShape({ code: isText, message: isWords }, { field: isText })),
  current: isAnything,
});

const isTodo = isShape({
  ledger: isText,
  id: isText,
  serial: isText,
  kind: isOneOf(...TODO_KINDS),
  title: isText,
  dueDate: isNullOr(isText),
});

const isConflict = isShape({
  id: isText,
  serial: isText,
  fields: isListOf(isShape({ id: isText, label: isWords, mine: isText, theirs: isText })),
});

const isRefused = isShape({
  id: isText,
  serial: isText,
  problems: isListOf(isShape({ code: isText, message: isWords })),
});

const isReceipt = isShape({
  ledger: isText,
  batchId: isText,
  receivedAt: isText,
  rows: isNumber,
  byStatus: isRecordOf(isNumber),
});

const isSyncReport = isShape(
  {
    at: isText,
    ledgers: isListOf(
      isShape({
        ledger: isText,
        title: isWords,
        rows: isNumber,
        sent: isNumber,
        received: isNumber,
        byStatus: isRecordOf(isNumber),
        pending: isNumber,
        conflicts: isListOf(isConflict),
        refused: isListOf(isRefused),
        repairs: isListOf(isShape({ place: isText, what: isWords, before: isText, after: isText })),
        missing: isListOf(isShape({ id: isText, serial: isText })),
      }),
    ),
    error: isNullOr(isWords),
  },
  { receipts: isListOf(isReceipt), years: isListOf(isText), editedAt: isNullOr(isText) },
);

const isUploadedFile = isShape({ key: isText, name: isText, type: isText, bytes: isNumber });

const isSheetChoice = isShape({ ledger: isText, title: isWords, kept: isFlag, readOnly: isFlag });

type Answers = { readonly [N in RpcName]: Guard<RpcValue<N>> };

const ANSWERS: Answers = {
  bootstrap: isBootstrap,
  definitions: isListOf(isAnything),
  listHalls: isShape({ halls: isListOf(isNamed), centres: isListOf(isNamed) }),
  setUpWorkbook: isShape({ sheets: isListOf(isText) }),
  sheetChoices: isListOf(isSheetChoice),
  chooseSheets: isListOf(isSheetChoice),
  saveSettings: isSettings,
  saveRow: isRowAnswer,
  uploadFile: isUploadedFile,
  todos: isListOf(isTodo),
  rowHistory: isAnything,
  sync: isSyncReport,
  showYear: isShape({ rows: isNumber }),
  syncState: isSyncReport,
  resolveConflict: isRowAnswer,
  giveReason: isRowAnswer,
  settleMissing: isRowAnswer,
  selectRow: isNull,
  periods: isAnything,
  period: isAnything,
  completePeriods: isAnything,
};

const isRefusal = isShape({ ok: (given): given is false => given === false, message: isWords });
const isSuccess = isShape({ ok: (given): given is true => given === true, value: isAnything });

/** An answer of another shape comes from another version of the add-on: reloading is the remedy. */
export function readAnswer<N extends RpcName>(name: N, answer: unknown): RpcResult<RpcValue<N>> {
  if (isRefusal(answer)) return answer;
  const isValue: Guard<RpcValue<N>> = ANSWERS[name];
  if (isSuccess(answer) && isValue(answer.value)) return { ok: true, value: answer.value };
  return {
    ok: false,
    message: {
      zh: "表格的回答看不懂(版本可能不一致);请刷新整个页面后再试。",
      en: "The spreadsheet's answer could not be read (perhaps another version); please reload the page and try again.",
    },
  };
}
