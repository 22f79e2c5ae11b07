// Opens a round: freezes scorecard, halls and period, refuses halls without data, and reckons what the ledgers say.
import * as z from "zod";
import { inspectionProblems as problems } from "../../../shared/capabilities/inspection/inspection-problems.ts";
import { PREDICATE_IDS } from "../../../shared/capabilities/inspection/predicates.ts";
import { Round } from "../../../shared/capabilities/inspection/round.ts";
import {
  checkNextVersion,
  type Scorecard,
  scorecardOn,
} from "../../../shared/capabilities/inspection/scorecard.ts";
import { SHIPPED_SCORECARD } from "../../../shared/capabilities/inspection/shipped-scorecard.ts";
import type { Hall } from "../../../shared/capabilities/organisation/hall.ts";
import { addDays, isPlainDate, type PlainDate } from "../../../shared/kernel/plain-date.ts";
import type { Text } from "../../../shared/kernel/text.ts";
import { refuse } from "../../http/http-problems.ts";
import { listHalls } from "../../storage/directory-store.ts";
import { findSignature, listRounds, putNewRound } from "../../storage/inspection-store.ts";
import { findIdsByBusinessDay } from "../../storage/record-store.ts";
import { listScorecards, putNewScorecard } from "../../storage/scorecard-store.ts";
import { monthsTouching } from "../find-rows.ts";
import { hallsOf } from "../roll-ups.ts";
import { type InspectionPlace, stampOf } from "./inspection-call.ts";
import { reckonHalls } from "./reckon-hall.ts";

const date = z.custom<PlainDate>((value) => typeof value === "string" && isPlainDate(value), "yyyy-MM-dd");

export const NewRound = z.strictObject({
  id: z
    .string()
    .max(60)
    .regex(/^[a-z0-9]+(-[a-z0-9]+)*$/),
  title: z.strictObject({ zh: z.string().trim().min(1).max(80), en: z.string().trim().min(1).max(120) }),
  first: date,
  last: date,
  /** All of the centre's, where none is named. */
  halls: z.array(z.string().max(100)).max(1000).default([]),
});
export type NewRound = z.infer<typeof NewRound>;

/** The ledger in which every hall registers each case: without a row there, there is nothing to inspect. */
const MAIN_LEDGER = "cases";
const LONGEST_DAYS = 366;

/** Every version that a centre may open rounds by. */
export async function scorecardsOf({
  deps,
  centre,
}: Pick<InspectionPlace, "deps" | "centre">): Promise<Scorecard[]> {
  return [SHIPPED_SCORECARD, ...(await listScorecards(deps.table, centre.id))];
}

export async function saveScorecard(place: InspectionPlace, next: Scorecard): Promise<Scorecard> {
  const [fault] = checkNextVersion(next, await scorecardsOf(place), place.today, PREDICATE_IDS);
  if (fault) refuse(fault);
  const saved = await putNewScorecard(place.deps.table, place.centre.id, next);
  return saved ? next : refuse(problems.next_version({ field: "version", expected: next.version + 1 }));
}

export async function openRound(place: InspectionPlace, asked: NewRound): Promise<Round> {
  const { deps, centre, today } = place;
  const { first, last } = asked;
  if (first > today || last < first || last > addDays(first, LONGEST_DAYS)) {
    refuse(problems.round_period({ field: "first", from: first, today }));
  }
  const halls = await chosenHalls(place, asked);
  const empty: Text[] = [];
  for (const hall of halls) if (!(await hasRows(place, hall, asked))) empty.push(hall.name);
  if (empty.length > 0) refuse(problems.halls_without_data({ field: "halls", halls: listed(empty) }));
  const scorecard =
    scorecardOn(await scorecardsOf(place), today) ?? refuse(problems.no_scorecard({ day: today }));
  const round = Round.parse({
    id: asked.id,
    centre: centre.id,
    title: asked.title,
    first,
    last,
    halls: halls.map(({ id, name }) => ({ id, name })),
    scorecard,
    seed: `${centre.id}/${asked.id}`,
    comparedWith: await latestSigned(place, first),
    opened: stampOf(place),
  } satisfies Round);
  if ((await listRounds(deps.table, centre.id)).some(({ id }) => id === round.id)) refuseTaken(round.id);
  const reckoned = await reckonHalls(deps, round, centre);
  const parts = new Map([...reckoned].map(([id, part]) => [id, { inspectors: [], ...part }]));
  return (await putNewRound(deps.table, round, parts)) ? round : refuseTaken(round.id);
}

function refuseTaken(round: string): never {
  return refuse(problems.round_exists({ field: "id", round }));
}

async function chosenHalls({ deps, centre }: InspectionPlace, { halls: named }: NewRound): Promise<Hall[]> {
  const own = hallsOf(await listHalls(deps.table), centre.id, deps.now()).sort((a, b) =>
    a.id < b.id ? -1 : 1,
  );
  const foreign = named.find((id) => !own.some((hall) => hall.id === id));
  if (foreign !== undefined) refuse(problems.foreign_hall({ field: "halls", hall: foreign.slice(0, 80) }));
  const chosen = named.length === 0 ? own : own.filter(({ id }) => named.includes(id));
  return chosen.length > 0 ? chosen : refuse(problems.no_halls({ field: "halls" }));
}

async function hasRows({ deps }: InspectionPlace, hall: Hall, { first, last }: NewRound): Promise<boolean> {
  for (const part of monthsTouching({ first, last })) {
    const ids = await findIdsByBusinessDay(
      deps.table,
      hall.id,
      MAIN_LEDGER,
      part.month,
      part.first,
      part.last,
    );
    if (ids.length > 0) return true;
  }
  return false;
}

/** The signed round before this one: "next year's round compares with it". */
async function latestSigned({ deps, centre }: InspectionPlace, first: PlainDate): Promise<string | null> {
  for (const round of await listRounds(deps.table, centre.id)) {
    if (round.first < first && (await findSignature(deps.table, { centre: centre.id, round: round.id })))
      return round.id;
  }
  return null;
}

/** Names in a sentence. */
export function listed(names: readonly Text[]): Text {
  return { zh: names.map(({ zh }) => zh).join("、"), en: names.map(({ en }) => en).join(", ") };
}
