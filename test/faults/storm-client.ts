// A client that behaves as the add-on does: whatever is not acknowledged is sent again, with a fresh token where the old one ended.
import { randomUUID } from "node:crypto";
import * as z from "zod";
import type { SyncAnswer } from "../../functions/use-cases/sync-rows.ts";
import type { SeededRandom } from "../../infra/local/seed/seeded-random.ts";
import type { SentRow, StormRows } from "./storm-rows.ts";

export interface ClientPlace {
  /** Where the sheet believes the backend to be. */
  readonly url: string;
  readonly hall: string;
  token(): Promise<string>;
}

const Answer = z.custom<SyncAnswer>(
  (value) => z.object({ results: z.array(z.unknown()), receipt: z.object({}) }).safeParse(value).success,
);

export interface ClientCounts {
  sent: number;
  answered: number;
  failed: number;
  tokensExpired: number;
  /** The same batch sent again under the same id. */
  repeated: number;
}

export class StormClient {
  readonly counts: ClientCounts = { sent: 0, answered: 0, failed: 0, tokensExpired: 0, repeated: 0 };
  private held: string | null = null;
  private last: { readonly batchId: string; readonly rows: readonly SentRow[] } | null = null;

  constructor(
    private readonly place: ClientPlace,
    readonly rows: StormRows,
    private readonly random: SeededRandom,
  ) {}

  /** One run of the sheet: what is pending goes up; true when all of it was acknowledged. */
  async sync(): Promise<boolean> {
    const pending = this.rows.pending();
    if (pending.length === 0) return true;
    const rows = pending.slice(0, 40);
    // Mostly a new batch, as sheets send; sometimes the very same again, as a gateway or a retrying client does.
    const again = this.last !== null && this.random.chance(0.4);
    const batch = again && this.last ? this.last : { batchId: randomUUID(), rows };
    if (again) this.counts.repeated++;
    this.last = batch;
    const answer = await this.send(batch);
    if (!answer) return false;
    this.last = null;
    this.rows.acknowledge(answer.results);
    return this.rows.pending().length === 0;
  }

  private async send(batch: { batchId: string; rows: readonly SentRow[] }): Promise<SyncAnswer | undefined> {
    this.counts.sent++;
    this.held ??= await this.place.token();
    try {
      const response = await fetch(`${this.place.url}/v1/halls/${this.place.hall}/ledgers/cases/sync`, {
        method: "POST",
        headers: {
          authorization: `Bearer ${this.held}`,
          "content-type": "application/json",
          connection: "close",
        },
        body: JSON.stringify({ ...batch, definitionVersion: 1, cursor: null }),
      });
      const text = await response.text();
      if (response.status === 401) {
        this.counts.tokensExpired++;
        this.held = null;
        return undefined;
      }
      if (response.status >= 500) {
        this.counts.failed++;
        return undefined;
      }
      if (response.status !== 200) {
        this.rows.wrong.push(`a call was answered ${response.status}: ${text.slice(0, 200)}`);
        return undefined;
      }
      this.counts.answered++;
      return Answer.parse(JSON.parse(text));
    } catch (error) {
      // Nobody answered, or the answer broke off.
      if (!(error instanceof TypeError || error instanceof SyntaxError)) throw error;
      this.counts.failed++;
      return undefined;
    }
  }
}
