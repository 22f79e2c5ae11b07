// Which halls and centres a person may choose for a workbook, and the workbook made ready for the choice.

import { err, ok, type Result } from "../shared/kernel/result.ts";
import type { Text } from "../shared/kernel/text.ts";
import { keptLedgers } from "./definitions/kept-ledgers.ts";
import type { HallChoice } from "./rpc-contract.ts";
import { setUpWorkbook } from "./sheets/set-up-workbook.ts";
import type { Backend, BackendProblem } from "./sync/backend.ts";
import { centreName, halls, person } from "./sync/backend-shapes.ts";
import type { WorkbookMeta } from "./sync/index-shapes.ts";
import { referenceOf } from "./sync/reference-cache.ts";
import type { WorkbookSurroundings } from "./sync/sync-workbook.ts";
import { openWorkbook } from "./sync/workbook.ts";

interface Places {
  readonly halls: readonly HallChoice[];
  readonly centres: readonly HallChoice[];
}

const NOT_YOURS: BackendProblem = {
  kind: "refused",
  code: "not_yours",
  message: {
    zh: "您没有这个大厅或中心的岗位;请联系中心管理员。",
    en: "You have no role in this hall or centre; please ask the centre's administrator.",
  },
};
const NO_REFERENCE: BackendProblem = {
  kind: "away",
  code: "away",
  message: {
    zh: "现在连不上后台,取不到事项目录;请稍后再设置。",
    en: "The backend cannot be reached, so there is no catalogue yet; please set up later.",
  },
};

export function listPlaces(backend: Backend): Result<Places, BackendProblem> {
  const me = backend.get("me", person());
  if (!me.ok) return err(me.error);
  const list = backend.get("halls", halls());
  if (!list.ok) return err(list.error);
  // A role without a hall belongs to the centre.
  const ids = [
    ...new Set(me.value.grants.flatMap(({ hall, centre }) => (hall === undefined ? [centre] : []))),
  ];
  const centres = ids.map((id): HallChoice => {
    const hall = list.value.find(({ centre }) => centre === id);
    return { id, name: hall ? nameOfCentre(backend, hall.id, id) : { zh: id, en: id } };
  });
  return ok({ halls: list.value.map(({ id, name }) => ({ id, name })), centres });
}

function nameOfCentre(backend: Backend, hall: string, id: string): Text {
  const found = backend.get(`halls/${hall}/reference`, centreName());
  return found.ok ? found.value.centre.name : { zh: id, en: id };
}

/** Gives the names of the sheets. */
export function setUpFor(
  surroundings: WorkbookSurroundings,
  choice: { readonly mode: "hall" | "centre"; readonly id: string },
): Result<readonly string[], BackendProblem> {
  const { host, backend, store, now } = surroundings;
  const places = listPlaces(backend);
  if (!places.ok) return err(places.error);
  const list = choice.mode === "hall" ? places.value.halls : places.value.centres;
  const place = list.find(({ id }) => id === choice.id);
  if (!place) return err(NOT_YOURS);
  const held = choice.mode === "hall" ? referenceOf(store, backend, choice.id, now(), 0) : null;
  if (choice.mode === "hall" && !held) return err(NO_REFERENCE);
  const before = openWorkbook(host)?.meta;
  const meta: WorkbookMeta = {
    workbookId: host.workbookId(),
    mode: choice.mode,
    place,
    timeZone: held?.parsed.hall.timeZone ?? "Asia/Shanghai",
    locale: before?.locale ?? "zh",
    projection: before?.projection ?? "full",
    ...(before?.sheets && choice.mode === "hall" ? { sheets: before.sheets } : {}),
  };
  const definitions = surroundings.definitions(held?.parsed.definitions ?? null);
  if (!definitions) return err(NO_REFERENCE);
  const ledgers = choice.mode === "hall" ? keptLedgers(definitions.ledgers, meta) : definitions.ledgers;
  const plan = { host, ledgers, meta, reference: held?.parsed ?? null };
  return ok(surroundings.withLock(() => setUpWorkbook(plan)));
}
