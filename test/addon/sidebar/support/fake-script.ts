// The script behind the sidebars in memory: the whole contract over the product's own rules, with a backend to cut off.
import { randomUUID } from "node:crypto";
import {
  type Bootstrap,
  type ConflictView,
  type RefusedView,
  type RowAnswer,
  RPC_NAMES,
  type Rpc,
  type RpcResult,
  type SaveRequest,
  type Settings,
  type SheetChoice,
  type SyncReport,
  type Todo,
  type UploadedFile,
} from "../../../../addon/rpc-contract.ts";
import type { Principal } from "../../../../shared/kernel/permissions.ts";
import type { Ledger } from "../../../../shared/ledger/define-ledger.ts";
import { describeLedger } from "../../../../shared/ledger/describe-ledger.ts";
import type { Values } from "../../../../shared/ledger/field.ts";
import type { LedgerRecord } from "../../../../shared/ledger/record.ts";
import { LEDGERS } from "../../../../shared/ledgers.ts";
import { done, lockedAnswer, placeOf, shownIn } from "./fake-answers.ts";
import { FakeBackend, PEOPLE, TEST_CENTRE, TEST_HALL } from "./fake-backend.ts";
import { AWAY, away, isPeriodCall, type PeriodsApp } from "./period-calls.ts";

export class FakeScript implements Rpc {
  readonly backend = new FakeBackend();
  user: Principal | null = PEOPLE.clerk;
  online = true;
  mode: Bootstrap["mode"] = "hall";
  settings: Settings = { locale: "zh", projection: "full" };
  selected: Bootstrap["selected"] = null;
  /** Rows that wait in the sheet, and rows typed over in it, by id. */
  readonly waiting = new Map<string, SaveRequest>();
  readonly typed = new Map<string, SaveRequest>();
  readonly missing = new Set<string>();
  repairs: SyncReport["ledgers"][number]["repairs"] = [];
  /** When somebody last typed into the sheet. */
  editedAt: string | null = null;
  /** Rows that the backend turned down in the last run; one of a locked month goes through with a reason. */
  refused: readonly RefusedView[] = [];
  /** Reasons given, by row. */
  readonly reasons = new Map<string, string>();
  /** The month of every row was accepted: it changes with a reason only. */
  lockedMonth = false;
  /** Every call that came, in order. */
  readonly calls: string[] = [];
  #gate: Promise<void> = Promise.resolve();

  sheets: ReadonlySet<string> = new Set(["cases"]);
  years: readonly string[] = [];

  /** @param app asked for periods: the real app, which this script only stands in front of */
  constructor(
    readonly ledgers: readonly Ledger[] = LEDGERS,
    private readonly app: PeriodsApp | null = null,
  ) {}

  readonly periods = away;
  readonly period = away;
  readonly completePeriods = away;

  /** Holds back every answer from now on; gives the function that lets them go. */
  hold(): () => void {
    let release = () => {};
    this.#gate = new Promise((resolve) => {
      release = resolve;
    });
    return release;
  }

  /** What a page asks: JSON in, JSON out. */
  async ask(name: string, args: string): Promise<string> {
    this.calls.push(name);
    await this.#gate;
    if (isPeriodCall(name)) return JSON.stringify(await (this.app?.(name, JSON.parse(args)[0]) ?? away()));
    return JSON.stringify(this.#dispatch(name, args));
  }

  #dispatch(name: string, args: string): unknown {
    const [given] = JSON.parse(args);
    const run: unknown = RPC_NAMES.some((known) => known === name) && Reflect.get(this, name);
    if (typeof run !== "function") throw new Error(`no function ${name}`);
    return Reflect.apply(run, this, [given]);
  }

  bootstrap(): RpcResult<Bootstrap> {
    const { user } = this;
    return done({
      user: user && { email: user.email, name: user.name, key: user.id },
      hall: this.mode && (this.mode === "hall" ? placeOf(TEST_HALL) : placeOf(TEST_CENTRE)),
      mode: this.mode,
      settings: this.settings,
      ledgers: this.ledgers.map(({ id }) => id),
      reference: this.mode === "hall" ? this.backend.reference() : null,
      offline: !this.online,
      now: this.backend.facts().now,
      selected: this.selected,
    });
  }

  definitions(): RpcResult<readonly unknown[]> {
    return done(this.ledgers.map(describeLedger));
  }

  listHalls() {
    if (!this.online) return { ok: false as const, message: AWAY };
    return done({
      halls: [placeOf(TEST_HALL)],
      centres: [placeOf(TEST_CENTRE)],
    });
  }

  setUpWorkbook(choice: Parameters<Rpc["setUpWorkbook"]>[0]) {
    this.mode = choice.mode;
    return done({ sheets: this.ledgers.map(({ title }) => title.zh) });
  }

  sheetChoices(): RpcResult<readonly SheetChoice[]> {
    return done(
      this.ledgers.map(({ id, title, written }) => ({
        ledger: id,
        title,
        kept: this.sheets.has(id),
        readOnly: written === "verbs",
      })),
    );
  }

  chooseSheets({ ledgers }: { readonly ledgers: readonly string[] }): RpcResult<readonly SheetChoice[]> {
    this.sheets = new Set(ledgers);
    return this.sheetChoices();
  }

  showYear({ year, shown }: { readonly year: string; readonly shown: boolean }) {
    if (!this.online) return { ok: false as const, message: AWAY };
    const others = this.years.filter((one) => one !== year);
    this.years = shown ? [...others, year] : others;
    return done({ rows: shown ? 12 : 0 });
  }

  saveSettings(settings: Settings) {
    this.settings = settings;
    return done(settings);
  }

  saveRow(request: SaveRequest): RpcResult<RowAnswer> {
    if (this.lockedMonth && request.reason === undefined) return done(lockedAnswer());
    if (request.reason !== undefined) this.reasons.set(request.id, request.reason);
    if (this.online) return done(this.#send(request));
    if (request.action !== "upsert") return { ok: false, message: AWAY };
    this.waiting.set(request.id, request);
    const serial = `T-${this.waiting.size}`;
    return done({ status: "pending", version: null, serial, problems: [], current: null });
  }

  uploadFile({ name, base64 }: Parameters<Rpc["uploadFile"]>[0]): RpcResult<UploadedFile> {
    const bytes = Buffer.from(base64, "base64");
    if (bytes.subarray(0, 4).toString("latin1") !== "%PDF") {
      const message = { zh: "这种文件不能上传。", en: "Such a file cannot be uploaded." };
      return { ok: false, message };
    }
    return done({ key: `${randomUUID()}.pdf`, name, type: "application/pdf", bytes: bytes.length });
  }

  todos(): RpcResult<readonly Todo[]> {
    const all = [...this.backend.records.values()];
    return done(all.flatMap((record) => this.#todo(record) ?? []));
  }

  #todo(record: LedgerRecord): Todo | undefined {
    const ledger = this.#ledger(record.ledger);
    const view = this.backend.view(ledger, record, this.#reader());
    const kind = view.overdue
      ? "overdue"
      : record.derived.status === "awaitingCorrection"
        ? "awaitingCorrection"
        : record.derived.status === "completed"
          ? "feedbackOwed"
          : view.open
            ? "dueSoon"
            : undefined;
    const { id, serial } = record;
    const title = `${ledger.title.zh} ${serial}`;
    return kind && { ledger: ledger.id, id, serial, kind, title, dueDate: view.dueDate };
  }

  rowHistory({ ledger, id }: { ledger: string; id: string }): RpcResult<unknown> {
    const found = this.online && this.backend.history(this.#ledger(ledger), id, this.#reader());
    return found ? done(found) : { ok: false, message: AWAY };
  }

  sync(): RpcResult<SyncReport> {
    if (this.online) {
      for (const request of this.waiting.values()) this.#send(request);
      this.waiting.clear();
      for (const [id, request] of this.typed) {
        if (this.#send(request).status !== "conflict") this.typed.delete(id);
      }
    }
    return this.syncState();
  }

  syncState(): RpcResult<SyncReport> {
    const ledgers = this.ledgers.map((ledger) => {
      const conflicts = [...this.typed.values()].filter((request) => request.ledger === ledger.id);
      return {
        ledger: ledger.id,
        title: ledger.title,
        rows: this.backend.records.size,
        sent: this.backend.revisions.length,
        received: 0,
        byStatus: { accepted: this.backend.revisions.length, refused: this.refused.length },
        pending: this.waiting.size,
        conflicts: conflicts.map((request) => this.#conflict(ledger, request)),
        refused: ledger === this.ledgers[0] ? this.refused : [],
        repairs: ledger === this.ledgers[0] ? this.repairs : [],
        missing: [...this.missing]
          .map((id) => this.#record(id))
          .filter((record) => record.ledger === ledger.id)
          .map(({ id, serial }) => ({ id, serial })),
      };
    });
    const { editedAt } = this;
    return done({
      at: this.backend.facts().now,
      ledgers,
      years: this.years,
      editedAt,
      error: this.online ? null : AWAY,
    });
  }

  resolveConflict({ id, keep }: Parameters<Rpc["resolveConflict"]>[0]): RpcResult<RowAnswer> {
    const mine = this.typed.get(id);
    if (!mine) throw new Error(`no conflict at ${id}`);
    const { version } = this.#record(id);
    const answer = this.#send({ ...mine, baseVersion: version, values: keep === "mine" ? mine.values : {} });
    if (answer.status !== "refused" && answer.status !== "conflict") this.typed.delete(id);
    return done(answer);
  }

  giveReason({ id, reason }: Parameters<Rpc["giveReason"]>[0]): RpcResult<RowAnswer> {
    this.reasons.set(id, reason);
    this.refused = this.refused.filter((row) => row.id !== id);
    return done({ status: "accepted", version: 2, serial: null, problems: [], current: null });
  }

  settleMissing({ ledger, id, how, reason }: Parameters<Rpc["settleMissing"]>[0]): RpcResult<RowAnswer> {
    const baseVersion = this.#record(id).version;
    const request = { ledger, id, baseVersion, action: how === "void" ? "void" : "upsert" };
    const answer = this.#send({ ...request, values: how === "void" ? { reason } : {} });
    if (answer.status === "accepted" || answer.status === "unchanged") this.missing.delete(id);
    return done(answer);
  }

  selectRow(row: { ledger: string; id: string }): RpcResult<null> {
    this.selected = row;
    return done(null);
  }

  #send(request: SaveRequest, by = this.#reader()): RowAnswer {
    return this.backend.write(this.#ledger(request.ledger), request, by);
  }

  /** What somebody else does to a row, elsewhere. */
  changeElsewhere(id: string, values: Values, action = "upsert"): RowAnswer {
    const { ledger, version } = this.#record(id);
    return this.#send({ ledger, id, baseVersion: version, action, values }, PEOPLE.second);
  }

  #conflict(ledger: Ledger, { id, values }: SaveRequest): ConflictView {
    const record = this.#record(id);
    const theirs: Values = { ...record.values, ...this.backend.personal.get(id) };
    const fields = Object.entries(values).flatMap(([name, mine]) => {
      const field = ledger.fields[name];
      const shown = (value: unknown) => shownIn(field, value);
      return field ? [{ id: name, label: field.label, mine: shown(mine), theirs: shown(theirs[name]) }] : [];
    });
    return { id, serial: record.serial, fields };
  }

  #reader(): Principal {
    return this.user ?? PEOPLE.clerk;
  }

  #ledger(id: string): Ledger {
    const found = this.ledgers.find((ledger) => ledger.id === id);
    if (!found) throw new Error(`no ledger ${id}`);
    return found;
  }

  #record(id: string): LedgerRecord {
    const found = this.backend.records.get(id);
    if (!found) throw new Error(`no record ${id}`);
    return found;
  }
}
