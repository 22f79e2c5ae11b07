// The engine on a workbook in memory, against the backend in memory: quick, and with any ledger.
import type { RpcSurroundings } from "../../../addon/rpc.ts";
import { MemorySheetHost } from "../../../addon/sheets/memory-sheet-host.ts";
import { setUpWorkbook } from "../../../addon/sheets/set-up-workbook.ts";
import { Backend } from "../../../addon/sync/backend.ts";
import type { WorkbookMeta } from "../../../addon/sync/index-shapes.ts";
import type { TextStore } from "../../../addon/sync/reference-cache.ts";
import { type LedgerSyncReport, syncLedgers } from "../../../addon/sync/sync-ledgers.ts";
import { openForSync } from "../../../addon/sync/sync-workbook.ts";
import { uuidsFrom } from "../../../addon/sync/uuid-source.ts";
import type { Ledger } from "../../../shared/ledger/define-ledger.ts";
import { describeLedger } from "../../../shared/ledger/describe-ledger.ts";
import { fieldsInSheet, sheetColumns } from "../../../shared/ledger/sheet-columns.ts";
import { NOW } from "../../support/world.ts";
import type { FakeBackend } from "./fake-backend.ts";

export interface MemoryBench {
  readonly host: MemorySheetHost;
  surroundings(ledger?: Ledger): RpcSurroundings;
  /** One run; `ledger` may be a later version of the definition. */
  sync(ledger?: Ledger): LedgerSyncReport;
  sheet(): number;
  rows(): Record<string, string>[];
  /** Types into the row with this number (2 is the first below the header). */
  type(row: number, values: Readonly<Record<string, string>>): void;
  column(id: string, ledger?: Ledger): number;
  tick(milliseconds: number): void;
}

let seeds = 0;

/** @param all every ledger that the backend knows; `ledger` is the one that the test works on */
export function memoryBench(
  ledger: Ledger,
  backend: FakeBackend,
  host = new MemorySheetHost(),
  all: readonly Ledger[] = [ledger],
): MemoryBench {
  let now = NOW;
  let current = ledger;
  const newId = uuidsFrom(`00000000-0000-4000-8000-${String(++seeds).padStart(12, "0")}`);
  const texts = new Map<string, string>();
  const store: TextStore = {
    read: () => Object.fromEntries(texts),
    write: (added, deleted) => {
      for (const [key, value] of Object.entries(added)) texts.set(key, value);
      for (const key of deleted) texts.delete(key);
    },
  };
  const surroundings = (used: Ledger = current): RpcSurroundings => ({
    host,
    backend: new Backend({
      transport: backend.transport,
      token: () => "token",
      sleep: (milliseconds) => {
        now += milliseconds;
      },
      baseUrl: "https://backend.example/v1/",
    }),
    definitions: () => {
      const ledgers = all.map((one) => (one.id === used.id ? used : one));
      return { ledgers, described: ledgers.map(describeLedger) };
    },
    now: () => now,
    newId,
    withLock: (work) => work(),
    store,
    user: () => ({ email: "clerk@example.test", key: "k" }),
    installTriggers: () => {},
    editedAt: () => null,
  });
  const meta: WorkbookMeta = {
    workbookId: host.workbookId(),
    mode: "hall",
    place: { id: "east", name: { zh: "东", en: "east" } },
    timeZone: "Asia/Shanghai",
    locale: "zh",
    projection: "full",
  };
  if (!host.sheets().some(({ name }) => name === "_index")) {
    setUpWorkbook({ host, ledgers: [ledger], meta, reference: null });
  }
  const sheet = () => host.sheetNamed(ledger.title.zh);
  const column = (id: string, used = current) => {
    const label = sheetColumns(used).find((one) => one.id === id)?.label.zh;
    const at = host.grid(sheet())[0]?.indexOf(label ?? id) ?? -1;
    if (at < 0) throw new Error(`no column ${id}`);
    return at + 1;
  };
  return {
    host,
    surroundings,
    sync: (used = current) => {
      current = used;
      const opened = openForSync(surroundings(used), true);
      if (!opened) throw new Error("not set up");
      const [report] = syncLedgers(opened.context, [used]);
      if (!report) throw new Error("no report");
      return report;
    },
    sheet,
    rows: () => {
      const [header = [], ...lines] = host.grid(sheet());
      const ids = header.map(
        (label) => sheetColumns(current).find((one) => one.label.zh === label)?.id ?? label,
      );
      return lines
        .filter((line) => line.some(Boolean))
        .map((line) => Object.fromEntries(line.map((text, at) => [ids[at] ?? "", text])));
    },
    type: (row, values) => {
      for (const [id, text] of Object.entries(values)) host.type(sheet(), row, column(id), text);
    },
    column,
    tick: (milliseconds) => {
      now += milliseconds;
    },
  };
}

export function fieldIds(ledger: Ledger): string[] {
  return fieldsInSheet(ledger).map(([id]) => id);
}
