// Rows of one client as a sheet keeps them: pending until they are acknowledged, sent again until they are.
import { randomUUID } from "node:crypto";
import type { SyncResult } from "../../functions/use-cases/sync-rows.ts";
import type { SeededRandom } from "../../infra/local/seed/seeded-random.ts";
import { caseRow } from "../support/world.ts";

export interface SentRow {
  readonly id: string;
  readonly baseVersion: number;
  readonly action: string;
  readonly values: Readonly<Record<string, unknown>>;
}

/** What is known of a row: what the backend acknowledged, and what was sent without an answer so far. */
export interface KnownRow {
  readonly id: string;
  readonly hall: string;
  version: number;
  serial: string | null;
  /** Marks of edits that were acknowledged, the last one last; each must stand in exactly one revision. */
  readonly acknowledged: string[];
  pending: { readonly row: SentRow; readonly mark: string } | null;
  closed: boolean;
}

export class StormRows {
  readonly rows: KnownRow[] = [];
  /** Answers that should not have been given: a refusal of a sound row, a conflict where nobody else writes. */
  readonly wrong: string[] = [];
  private marks = 0;

  constructor(
    private readonly hall: string,
    private readonly name: string,
    private readonly random: SeededRandom,
  ) {}

  /** What the clerk does next: mostly new rows, edits of old ones, now and then a completion. */
  work(count: number): void {
    for (let left = count; left > 0; left--) {
      const idle = this.rows.filter(({ pending, closed }) => pending === null && !closed);
      if (idle.length === 0 || this.random.chance(0.55)) this.enter();
      else if (this.random.chance(0.8)) this.edit(this.random.pick(idle));
      else this.complete(this.random.pick(idle));
    }
  }

  pending(): SentRow[] {
    return this.rows.flatMap(({ pending }) => (pending ? [pending.row] : []));
  }

  /** Takes the results of a call. What was not answered stays pending. */
  acknowledge(results: readonly SyncResult[]): void {
    for (const { id, status, version, serial, problems } of results) {
      const known = this.rows.find((row) => row.id === id);
      if (!known?.pending || version === null || !["accepted", "unchanged", "merged"].includes(status)) {
        this.wrong.push(`${id}: ${status} ${problems.map(({ code }) => code).join(" ")}`);
        continue;
      }
      if (known.serial !== null && known.serial !== serial) {
        this.wrong.push(`${id}: the number changed from ${known.serial} to ${serial}`);
      }
      known.version = version;
      known.serial = serial;
      known.acknowledged.push(known.pending.mark);
      if (known.pending.row.action === "complete") known.closed = true;
      known.pending = null;
    }
  }

  private enter(): void {
    const id = randomUUID();
    const mark = this.mark();
    const day = String(this.random.between(2, 13)).padStart(2, "0");
    const receivedAt = `2026-11-${day}T${this.random.between(10, 16)}:05:00+08:00`;
    const row = caseRow({ receivedAt, matter: "permit-intake", window: mark }, { id });
    this.rows.push({
      id,
      hall: this.hall,
      version: 0,
      serial: null,
      acknowledged: [],
      pending: { row, mark },
      closed: false,
    });
  }

  private edit(known: KnownRow): void {
    const mark = this.mark();
    // Personal fields change along with every third edit.
    const personal = this.random.chance(0.3) ? { visitor: `来人${mark}` } : {};
    const { id, version } = known;
    known.pending = {
      row: { id, baseVersion: version, action: "upsert", values: { window: mark, ...personal } },
      mark,
    };
  }

  private complete(known: KnownRow): void {
    const { id, version } = known;
    const values = { completedAt: "2026-11-16T17:10:00+08:00", outcome: "done" };
    known.pending = { row: { id, baseVersion: version, action: "complete", values }, mark: `complete ${id}` };
  }

  private mark(): string {
    return `${this.name}-${++this.marks}`;
  }
}
