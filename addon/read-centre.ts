// Brings a centre's workbook up to date: the consolidated month and what is overdue, as the backend has them.
import { dateTimeAt } from "../shared/kernel/date-time.ts";
import { err, ok, type Result } from "../shared/kernel/result.ts";
import { writeOverdue, writeRollUps } from "./sheets/centre-sheets.ts";
import type { BackendProblem } from "./sync/backend.ts";
import { overdueRows, rollUps } from "./sync/backend-shapes.ts";
import { NotSetUp } from "./sync/prepare-run.ts";
import type { WorkbookSurroundings } from "./sync/sync-workbook.ts";
import { openWorkbook } from "./sync/workbook.ts";

/** Gives the time of the figures. @throws NotSetUp */
export function readCentre(surroundings: WorkbookSurroundings): Result<string, BackendProblem> {
  const { host, backend, now } = surroundings;
  const opened = openWorkbook(host);
  if (opened?.meta.mode !== "centre") throw new NotSetUp("the workbook is not a centre's");
  const { place, timeZone } = opened.meta;
  const month = dateTimeAt(now(), timeZone).slice(0, 7);
  const centre = `centre=${encodeURIComponent(place.id)}`;
  const figures = backend.get(`centre/roll-ups?period=${month}&${centre}`, rollUps());
  if (!figures.ok) return err(figures.error);
  const overdue = backend.get(`centre/overdue?${centre}`, overdueRows());
  if (!overdue.ok) return err(overdue.error);
  const ledgers = surroundings.definitions(null)?.ledgers ?? [];
  const names = new Map(figures.value.halls.map(({ hall }) => [hall.id, hall.name.zh]));
  surroundings.withLock(() => {
    writeRollUps(host, ledgers, figures.value);
    writeOverdue(host, ledgers, overdue.value, (id) => names.get(id) ?? id);
    host.flush();
  });
  return ok(figures.value.asOf);
}
