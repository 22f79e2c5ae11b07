// The backend of one hall in memory: the product's own decisions over a map instead of a database.
import { randomUUID } from "node:crypto";
import type { RowAnswer, SaveRequest } from "../../../../addon/rpc-contract.ts";
import type { Head } from "../../../../functions/storage/record-store.ts";
import { factsFor } from "../../../../functions/use-cases/hall-facts.ts";
import { planRow } from "../../../../functions/use-cases/plan-row.ts";
import { hallReference } from "../../../../functions/use-cases/reference.ts";
import { rowView } from "../../../../functions/use-cases/row-view.ts";
import { Centre } from "../../../../shared/capabilities/organisation/centre.ts";
import { Hall } from "../../../../shared/capabilities/organisation/hall.ts";
import { can, type Principal, rolesAt } from "../../../../shared/kernel/permissions.ts";
import { decideRow } from "../../../../shared/ledger/decide-row.ts";
import type { Ledger } from "../../../../shared/ledger/define-ledger.ts";
import type { Values } from "../../../../shared/ledger/field.ts";
import type { LedgerRecord, Revision } from "../../../../shared/ledger/record.ts";
import { rowOf } from "../../../../shared/ledger/row-values.ts";
import { LEDGERS } from "../../../../shared/ledgers.ts";

/** Friday afternoon in Shanghai: three working days end on Wednesday the 25th. */
export const NOW = Date.parse("2026-11-20T15:00:00+08:00");

const TEST_HALL_ID = "east";
const NOBODY = { roles: [], halls: [TEST_HALL_ID], post: undefined, employer: undefined };

export const TEST_CENTRE = Centre.parse({
  id: "test-centre",
  name: { zh: "测试中心", en: "Test centre" },
  policies: [],
  calendarYears: [],
  matters: [],
  demonstration: true,
});

export const TEST_HALL = Hall.parse({
  id: TEST_HALL_ID,
  name: { zh: "东风社区便民服务大厅", en: "Dongfeng community service hall" },
  timeZone: "Asia/Shanghai",
  opensAt: "09:00",
  closesAt: "17:30",
  complaintPhone: "000-12345",
  centres: [{ from: "2020-01", centre: "test-centre" }],
  demonstration: true,
});

export class FakeBackend {
  now = NOW;
  readonly records = new Map<string, LedgerRecord>();
  readonly personal = new Map<string, Values>();
  readonly revisions: Revision[] = [];
  #head: Head = { seq: 0, serials: {} };

  place() {
    return { id: TEST_HALL.id, centre: TEST_CENTRE.id, today: this.facts().today };
  }

  facts() {
    return factsFor(TEST_HALL, TEST_CENTRE, this.now);
  }

  reference() {
    const at = { hall: TEST_HALL, centre: TEST_CENTRE, place: this.place() };
    const people = Object.values(PEOPLE).map(({ id, name }) => ({ ...NOBODY, id, name }));
    return hallReference(at, LEDGERS, people, this.now);
  }

  /** Decides and stores one row as the backend does. */
  write(ledger: Ledger, request: SaveRequest, by: Principal): RowAnswer {
    const stored = this.records.get(request.id);
    const current = stored && {
      record: stored,
      personal: this.personal.get(request.id) ?? {},
      since: this.revisions.filter(
        ({ recordId, version }) => recordId === request.id && version > request.baseVersion,
      ),
    };
    const decision = decideRow(request, current, {
      ledger,
      facts: this.facts(),
      actor: by.id,
      roles: rolesAt(by, this.place()),
      may: (action) => can(by, this.place(), ledger.access, action),
    });
    if ("change" in decision) {
      const { write, head } = planRow(request.id, decision.change, stored, this.#head, {
        hall: TEST_HALL,
        ledger,
        facts: this.facts(),
        actor: by.id,
        batchId: randomUUID(),
        enteredBy: by.name,
      });
      this.#head = head;
      this.records.set(request.id, write.record);
      this.revisions.push(write.revision);
      this.personal.set(request.id, decision.change.personal);
    }
    const record = this.records.get(request.id);
    return {
      status: decision.status,
      version: record?.version ?? null,
      serial: record?.serial ?? null,
      problems: "problems" in decision ? decision.problems : [],
      current: record ? this.view(ledger, record, by) : null,
    };
  }

  view(ledger: Ledger, record: LedgerRecord, reader: Principal) {
    return rowView(record, this.personal.get(record.id), {
      ledger,
      unmasked: can(reader, this.place(), ledger.access, "readPersonal"),
      reader: reader.id,
      today: this.facts().today,
    });
  }

  history(ledger: Ledger, id: string, reader: Principal) {
    const record = this.records.get(id);
    if (!record) return undefined;
    return {
      ...this.view(ledger, record, reader),
      events: record.events,
      revisions: this.revisions.filter(({ recordId }) => recordId === id),
      trace: ledger.trace(rowOf(record), this.facts()),
    };
  }
}

export const PEOPLE = {
  clerk: person("clerk", "李窗口", "clerk"),
  second: person("second", "王窗口", "clerk"),
  head: person("head", "赵大厅", "hallHead"),
} as const;

function person(id: string, name: string, role: "clerk" | "hallHead"): Principal {
  const grants = [{ role, centre: TEST_CENTRE.id, hall: TEST_HALL.id }];
  return { id: `p-${id}`, name, email: `${id}@example.test`, grants };
}
