// Lives of a ledger's example rows on the real app: entered, taken through their steps, read back.
import { randomUUID } from "node:crypto";
import { expect } from "vitest";
import type { RowView } from "../../functions/use-cases/row-view.ts";
import type { SyncAnswer } from "../../functions/use-cases/sync-rows.ts";
import { writeRows } from "../../functions/use-cases/write-rows.ts";
import type { IncomingRow } from "../../shared/ledger/decide-row.ts";
import type { Ledger } from "../../shared/ledger/define-ledger.ts";
import type { Values } from "../../shared/ledger/field.ts";
import { findLedger } from "../../shared/ledgers.ts";
import { planContext } from "../functions/support/ledgers.ts";
import { batch, type World } from "../support/world.ts";
import { personAt, whoMay } from "./hall-people.ts";
import { exampleOf, type LedgerExample, type Life, type LifeStep, soundValues } from "./ledger-example.ts";

export interface Lived {
  readonly id: string;
  readonly seen: readonly RowView[];
}

export class LivingLedger {
  constructor(
    private readonly world: World,
    readonly ledger: Ledger,
    readonly hall: string,
  ) {}

  /** A hall, or for the centre's own ledgers the centre. */
  private get place(): string {
    return this.ledger.scope === "centre" ? "test-centre" : this.hall;
  }

  get path(): string {
    return `/v1/halls/${this.place}/ledgers/${this.ledger.id}`;
  }

  reader(): string {
    const { access } = this.ledger;
    return whoMay(access, access.readPersonal ? "readPersonal" : "read", this.hall);
  }

  /** The example, with the rows of other ledgers that it needs standing where it needs them. */
  async stagedExample(): Promise<LedgerExample> {
    const { before = [] } = await exampleOf(this.ledger, this.hall);
    const serials = new Map<string, string>();
    for (const { ledger, id, values, by, steps = [] } of before) {
      const found = findLedger(ledger);
      if (!found) throw new Error(`no ledger ${ledger}`);
      const other = new LivingLedger(this.world, found, this.hall);
      const present = await this.world.get<RowView>(`${other.path}/records/${id}`, other.reader());
      const row =
        present.status === 404
          ? (await other.live(id, values, { steps, ...(by ? { by } : {}) })).at(-1)
          : present.body;
      serials.set(id, row?.serial ?? "");
    }
    return exampleOf(this.ledger, this.hall, serials);
  }

  /** Enters a row and takes its steps; what it has been by and by. */
  async live(id: string, values: Values, life: Life): Promise<readonly RowView[]> {
    const [lived] = await this.liveTogether([{ id, values, life }]);
    return lived?.seen ?? [];
  }

  async lives(example: LedgerExample): Promise<readonly Lived[]> {
    const sound = soundValues(this.ledger, example);
    return this.liveTogether(
      (example.lives ?? [{ steps: [] }]).map((life) => ({
        id: randomUUID(),
        values: { ...sound, ...life.values },
        life,
      })),
    );
  }

  /** All rows take their first step, then all their second: one call for each person in between. */
  private async liveTogether(
    rows: readonly { readonly id: string; readonly values: Values; readonly life: Life }[],
  ): Promise<readonly Lived[]> {
    const lived = rows.map(({ id }) => ({ id, seen: [] as RowView[] }));
    const steps = rows.map(({ values, life }): LifeStep[] => [
      { action: "upsert", values, ...(life.by ? { by: life.by } : {}) },
      ...life.steps,
    ]);
    const rounds = Math.max(...steps.map(({ length }) => length));
    for (let round = 0; round < rounds; round++) {
      const due = lived.flatMap((row, at) => {
        const step = steps[at]?.[round];
        return step ? [{ row, step, who: this.whoTakes(step) }] : [];
      });
      for (const who of new Set(due.map((one) => one.who))) {
        const own = due.filter((one) => one.who === who);
        const views = await this.takeAll(
          own.map(({ row, step }) => ({
            id: row.id,
            baseVersion: row.seen.at(-1)?.version ?? 0,
            action: step.action,
            values: step.values ?? {},
          })),
          who,
        );
        own.forEach(({ row }, at) => {
          const view = views[at];
          if (view) row.seen.push(view);
        });
      }
    }
    return lived;
  }

  async take(id: string, baseVersion: number, step: LifeStep): Promise<RowView> {
    const { action, values = {} } = step;
    const [view] = await this.takeAll([{ id, baseVersion, action, values }], this.whoTakes(step));
    if (!view) throw new Error("a row was not answered");
    return view;
  }

  private whoTakes({ action, by }: LifeStep): string {
    return by ? personAt(by, this.hall) : whoMay(this.ledger.access, action, this.hall);
  }

  /** Every one of the rows has to be accepted. */
  private async takeAll(rows: readonly IncomingRow[], who: string): Promise<RowView[]> {
    if (this.ledger.written === "verbs") return this.write(rows);
    const { status, body } = await this.world.post<SyncAnswer>(
      `${this.path}/sync`,
      batch([...rows], { definitionVersion: this.ledger.version }),
      who,
    );
    expect(status, JSON.stringify(body)).toBe(200);
    return body.results.map(({ status: outcome, problems, current }, at) => {
      const { action, values } = rows[at] ?? {};
      const story = `${this.ledger.id} ${action} by ${who} ${JSON.stringify(values)}`;
      expect(outcome, `${story}: ${JSON.stringify(problems)}`).toBe("accepted");
      if (!current) throw new Error("an accepted row was not shown");
      return current;
    });
  }

  /** As the product's own verbs write: no sheet may. */
  private async write(rows: readonly IncomingRow[]): Promise<RowView[]> {
    const context = await planContext(this.world, this.ledger);
    const { table } = this.world.deps;
    const outcomes = await writeRows(rows, {
      ...context,
      table,
      ledgers: this.world.deps.ledgers,
      roles: null,
      may: () => true,
    });
    for (const { decision } of outcomes) expect(decision.status, JSON.stringify(decision)).toBe("accepted");
    const views = rows.map(({ id }) => this.world.get<RowView>(`${this.path}/records/${id}`, this.reader()));
    return (await Promise.all(views)).map(({ body }) => body);
  }
}
