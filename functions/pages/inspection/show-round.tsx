// What the centre sees of rounds: the list, the board of one, the sheet of a hall.
import type { Context } from "hono";
import { INSPECTION_ACCESS } from "../../../shared/capabilities/inspection/inspection-access.ts";
import { criteriaOf } from "../../../shared/capabilities/inspection/scorecard.ts";
import { scoreOf } from "../../../shared/capabilities/inspection/snapshot.ts";
import { monthOf, yearOf } from "../../../shared/kernel/plain-date.ts";
import type { Text } from "../../../shared/kernel/text.ts";
import { hasCentreRole } from "../../http/require-centre-role.ts";
import { readAcceptance } from "../../reports/acceptance/read-acceptance.ts";
import { listHallPeople, listHalls, listPeople } from "../../storage/directory-store.ts";
import { findSignature, listRounds } from "../../storage/inspection-store.ts";
import { isOwnHall, placeFor } from "../../use-cases/inspection/inspection-call.ts";
import { readRoundSnapshot, unsettled } from "../../use-cases/inspection/read-snapshot.ts";
import { hallsOf } from "../../use-cases/roll-ups.ts";
import { showPage } from "../design/show-page.tsx";
import type { PageEnv } from "../page-env.ts";
import { localeOf } from "../page-locale.ts";
import { pagePaths } from "../page-paths.ts";
import { PAGE_TEXTS as T } from "./inspection-page-texts.ts";
import { askedBy, mayIn, roundHallOf, roundOf, tokenOf } from "./page-call.ts";
import { RoundPage } from "./round-page.tsx";
import { RoundsPage } from "./rounds-page.tsx";
import { SheetPage, type SheetVerb } from "./sheet-page.tsx";

export async function showRounds(c: Context<PageEnv>): Promise<Response> {
  const place = await placeFor(askedBy(c), "readRound");
  const { deps, centre, today, principal } = place;
  const rounds = await Promise.all(
    (await listRounds(deps.table, centre.id)).map(async (round) => {
      const signature = await findSignature(deps.table, { centre: centre.id, round: round.id });
      return { round, signed: signature !== null, preliminary: signature?.preliminary ?? false };
    }),
  );
  const year = yearOf(today);
  const page = (
    <RoundsPage
      locale={localeOf(c)}
      formToken={tokenOf(c)}
      centre={centre.id}
      rounds={rounds}
      halls={hallsOf(await listHalls(deps.table), centre.id, deps.now()).sort((a, b) =>
        a.id < b.id ? -1 : 1,
      )}
      mayOpen={hasCentreRole(c.get("deps"), principal, centre, INSPECTION_ACCESS.openRound)}
      // D1 四(二)(三): carried out from July to October, accepted in November.
      proposed={{
        id: `acceptance-${monthOf(today)}`,
        title: { zh: `${year}年规范化建设验收`, en: `Acceptance ${year}` },
        first: `${year}-07-01`,
        last: `${year}-10-31`,
      }}
    />
  );
  return showPage(c, T.inspections, page);
}

export async function showRound(c: Context<PageEnv>): Promise<Response> {
  const call = await roundOf(c, "readRound");
  const { deps, stored, centre, principal, today } = call;
  const snapshot = await readRoundSnapshot(call);
  const items = new Map(criteriaOf(stored.round.scorecard).map(({ id, text }) => [id, text] as const));
  const conflicts = unsettled(stored).map(({ place, entry }): Text => {
    const [hall = "", item = ""] = place.split("#");
    const name = stored.round.halls.find(({ id }) => id === hall)?.name;
    const theirs = stored.entries.get(place)?.value.points ?? 0;
    const scores = `${theirs} ≠ ${entry.points}`;
    return {
      zh: `${name?.zh ?? hall}“${items.get(item)?.zh ?? item}”：${scores}`,
      en: `${name?.en ?? hall}, ${items.get(item)?.en ?? item}: ${scores}`,
    };
  });
  const people = mayIn(call, "assign") ? await listPeople(deps.table, centre.id) : [];
  const assigned = snapshot.halls
    .filter(({ inspectors }) => inspectors.includes(principal.id))
    .map(({ hall }) => hall);
  const page = (
    <RoundPage
      locale={localeOf(c)}
      formToken={tokenOf(c)}
      snapshot={snapshot}
      report={await readAcceptance(call, null)}
      signature={stored.signature}
      unscored={
        new Map(snapshot.halls.map((state) => [state.hall, scoreOf(snapshot.round, state).unscored.length]))
      }
      conflicts={conflicts}
      inspectors={people
        .filter(({ grants }) =>
          grants.some(({ role, centre: of }) => role === "inspector" && of === centre.id),
        )
        .map(({ id, name }) => ({ value: id, text: name }))}
      may={{
        assign: mayIn(call, "assign"),
        minutes: mayIn(call, "keepMinutes"),
        sign: mayIn(call, "sign"),
        score: mayIn(call, "score") ? assigned.filter((hall) => !isOwnHall(principal, hall)) : [],
      }}
      today={today}
    />
  );
  return showPage(c, stored.round.title, page);
}

const SHEET_VERBS: readonly (readonly [SheetVerb, Parameters<typeof mayIn>[1]])[] = [
  ["ruling", "rule"],
  ["bonus", "giveBonus"],
  ["rectification", "orderRectification"],
  ["reinspection", "reinspect"],
];

export async function showSheet(c: Context<PageEnv>): Promise<Response> {
  const call = await roundHallOf(c, "readRound");
  const { deps, stored, hall, centre, today } = call;
  const { round, signature } = stored;
  const snapshot = await readRoundSnapshot(call);
  const query = { centre: centre.id };
  const verbs = SHEET_VERBS.filter(
    ([verb, action]) => mayIn(call, action) && (!signature || verb.startsWith("re")),
  );
  const report = await readAcceptance(call, hall.id);
  const page = (
    <SheetPage
      locale={localeOf(c)}
      formToken={tokenOf(c)}
      snapshot={snapshot}
      hall={hall.id}
      blocks={report.blocks.filter(({ kind }) => kind !== "signatures")}
      rectifications={[...stored.rectifications.values()]
        .map(({ value }) => value)
        .filter((one) => one.hall === hall.id)}
      owners={(await listHallPeople(deps.table, hall.id)).map(({ id, name }) => ({ value: id, text: name }))}
      may={verbs.map(([verb]) => verb)}
      back={pagePaths.round(round.id, query)}
      actionOf={(verb) => pagePaths.roundHall(round.id, hall.id, verb, query)}
      today={today}
    />
  );
  return showPage(c, hall.name, page);
}
