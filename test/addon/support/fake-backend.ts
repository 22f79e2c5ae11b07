// A backend in memory that obeys the contract of the sync call, for tests of the engine that need speed or odd ledgers.
import type { HttpRequest, HttpResponse, Transport } from "../../../addon/sync/backend.ts";
import type { Ledger } from "../../../shared/ledger/define-ledger.ts";
import { describeLedger } from "../../../shared/ledger/describe-ledger.ts";
import type { Values } from "../../../shared/ledger/field.ts";

interface FakeRow {
  readonly id: string;
  version: number;
  values: Record<string, unknown>;
  voided: boolean;
  serial: string;
  seq: number;
  /** Field ids by the version that changed them. */
  readonly touched: { version: number; fields: string[] }[];
}

interface SentRow {
  readonly id: string;
  readonly baseVersion: number;
  readonly action: string;
  readonly values: Values;
}

const MAX_CHANGES = 500;

/** Of former years; few, so that they come in pages. */
const ROWS_AT_ONCE = 3;

export class FakeBackend {
  readonly rows = new Map<string, FakeRow>();
  readonly requests: {
    path: string;
    body: { rows: SentRow[]; cursor: number | null; definitionVersion: number };
  }[] = [];
  /** Answers instead of the backend where it gives something. */
  interrupt: ((request: HttpRequest) => HttpResponse | null | "unreachable") | null = null;
  /** The ids of rows that are done with. */
  readonly closed = new Set<string>();
  /** The ids of rows that belong elsewhere. */
  readonly foreign = new Set<string>();
  private seq = 0;
  private readonly ledger: Ledger;

  private readonly others: readonly Ledger[];

  /** @param others ledgers that are known and stay empty */
  constructor(ledger: Ledger, others: readonly Ledger[] = []) {
    this.ledger = ledger;
    this.others = others;
  }

  readonly transport: Transport = (requests) => requests.map((request) => this.answer(request));

  /** Everything sent to the sync call since the last time this was asked. */
  takeSent(): SentRow[] {
    return this.requests.splice(0).flatMap(({ body }) => body.rows);
  }

  /** A row that was entered, and perhaps closed, in a former year. */
  writeOf(year: number, id: string, values: Values, isClosed = true): void {
    this.write(id, values);
    const row = this.rows.get(id);
    if (row) row.serial = `${year}-${row.serial.slice(5)}`;
    if (isClosed) this.closed.add(id);
  }

  /** A change made elsewhere. */
  write(id: string, values: Values): void {
    const row = this.rows.get(id);
    this.upsert({ id, baseVersion: row?.version ?? 0, action: "upsert", values });
  }

  private feedEnds(): Record<string, number> {
    const end = Math.max(0, ...[...this.rows.values()].map(({ seq }) => seq));
    return { ...Object.fromEntries(this.others.map(({ id }) => [id, 0])), [this.ledger.id]: end };
  }

  answer(request: HttpRequest): HttpResponse {
    const interrupted = this.interrupt?.(request);
    if (interrupted === "unreachable") throw new Error("Address unavailable");
    if (interrupted) return interrupted;
    if (request.url.endsWith("/me"))
      return json({
        id: "p",
        name: "测试",
        email: "p@example.test",
        grants: [{ role: "clerk", centre: "test-centre", hall: "east" }],
      });
    if (request.url.endsWith("/halls"))
      return json([{ id: "east", name: { zh: "东", en: "east" }, centre: "test-centre" }]);
    if (request.url.endsWith("/v1/ledgers")) return json([this.ledger, ...this.others].map(describeLedger));
    if (request.url.includes("/reference")) return json(REFERENCE);
    if (request.url.endsWith("/feeds")) return json({ feeds: this.feedEnds() });
    const [, year, from] = /records\?period=(\d{4})&from=(\d+)$/.exec(request.url) ?? [];
    if (year) {
      const ids = request.url.includes(`/${this.ledger.id}/`) ? [...this.rows.keys()] : [];
      const rows = ids.map((id) => this.view(id)).filter(({ serial }) => serial.startsWith(year));
      const end = Number(from) + ROWS_AT_ONCE;
      return json({
        rows: rows.slice(Number(from), end),
        count: rows.length,
        next: end < rows.length ? end : null,
      });
    }
    const record = /records\/([0-9a-f-]{36})$/.exec(request.url)?.[1];
    if (record) return json(this.view(record));
    const body: { rows: SentRow[]; cursor: number | null; definitionVersion: number } = JSON.parse(
      request.body ?? "{}",
    );
    if (!request.url.includes(`/${this.ledger.id}/`)) return json(this.nothing(body.cursor));
    this.requests.push({ path: request.url, body });
    const results = body.rows.map((row) => this.upsert(row));
    const since = [...this.rows.values()]
      .filter(({ seq }) => seq > (body.cursor ?? Number.MAX_SAFE_INTEGER))
      .sort((a, b) => a.seq - b.seq);
    const part = since.slice(0, MAX_CHANGES);
    const answered = new Set(body.rows.map(({ id }) => id));
    return json({
      results,
      changes: part.filter(({ id }) => !answered.has(id)).map(({ id }) => this.view(id)),
      more: since.length > part.length,
      cursor: part.at(-1)?.seq ?? body.cursor,
      receipt: {
        batchId: "b",
        receivedAt: "2026-11-20T15:00:00+08:00",
        rows: body.rows.length,
        byStatus: {},
      },
    });
  }

  private nothing(cursor: number | null) {
    const receipt = { batchId: "b", receivedAt: "2026-11-20T15:00:00+08:00", rows: 0, byStatus: {} };
    return { results: [], changes: [], more: false, cursor, receipt };
  }

  private upsert(sent: SentRow) {
    if (this.foreign.has(sent.id)) return this.result(sent.id, "refused", "foreign_record");
    const row = this.rows.get(sent.id);
    if (!row) {
      if (sent.baseVersion > 0) return this.result(sent.id, "refused", "unknown_record");
      const made: FakeRow = {
        id: sent.id,
        version: 1,
        values: {},
        voided: false,
        serial: `2026-${String(this.rows.size + 1).padStart(5, "0")}`,
        seq: ++this.seq,
        touched: [],
      };
      this.rows.set(sent.id, made);
      this.apply(made, sent.values);
      return this.result(sent.id, "accepted");
    }
    const changed = Object.keys(sent.values).filter(
      (id) => JSON.stringify(sent.values[id] ?? null) !== JSON.stringify(row.values[id] ?? null),
    );
    if (changed.length === 0) return this.result(sent.id, "unchanged");
    const theirs = new Set(
      row.touched.filter(({ version }) => version > sent.baseVersion).flatMap(({ fields }) => fields),
    );
    if (changed.some((id) => theirs.has(id)))
      return this.result(sent.id, "conflict", "changed_meanwhile", changed[0]);
    row.version++;
    row.seq = ++this.seq;
    this.apply(row, sent.values);
    return this.result(sent.id, sent.baseVersion < row.version - 1 ? "merged" : "accepted");
  }

  private apply(row: FakeRow, values: Values): void {
    for (const [id, value] of Object.entries(values)) {
      if (value === null) delete row.values[id];
      else row.values[id] = value;
    }
    row.touched.push({ version: row.version, fields: Object.keys(values) });
  }

  private result(id: string, status: string, code?: string, field?: string) {
    const row = this.rows.get(id);
    return {
      id,
      status,
      version: row?.version ?? null,
      serial: row?.serial ?? null,
      problems: code ? [{ code, ...(field ? { field } : {}), message: { zh: code, en: code } }] : [],
      current: row ? this.view(id) : null,
    };
  }

  private view(id: string) {
    const row = this.rows.get(id);
    if (!row) throw new Error(`no row ${id}`);
    const [first = "", second = first] = Object.keys(this.ledger.statuses);
    const isClosed = this.closed.has(id);
    return {
      id,
      version: row.version,
      serial: row.serial,
      status: isClosed ? second : first,
      values: row.values,
      open: !isClosed,
      dueDate: null,
      provisional: false,
      voided: row.voided ? { reason: "x" } : null,
    };
  }
}

function json(value: unknown): HttpResponse {
  return { status: 200, body: JSON.stringify(value) };
}

const REFERENCE = {
  version: "r1",
  changed: true,
  today: "2026-11-20",
  definitions: "d1",
  hall: { id: "east", name: { zh: "东", en: "east" }, timeZone: "Asia/Shanghai" },
  centre: { id: "test-centre", name: { zh: "中心", en: "Centre" } },
  matters: [],
  calendar: {
    years: [{ year: 2026, source: { zh: "测试", en: "test" }, version: 1, off: [], makeUp: [] }],
  },
};
