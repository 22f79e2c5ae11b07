// What can be chosen on a board: a form that goes into the address, so that a link shows the same view.
import { type Period, parsePeriod } from "../../../shared/kernel/period.ts";
import { addDays, monthOf } from "../../../shared/kernel/plain-date.ts";
import { type Locale, say, type Text } from "../../../shared/kernel/text.ts";
import { BOARD_TEXTS } from "../../boards/board-texts.ts";
import { pagePaths, withQuery } from "../page-paths.ts";
import type { BoardCall, BoardView } from "./board-call.tsx";
import { FRAME_TEXTS } from "./frame-texts.ts";

interface FilterProps {
  readonly call: BoardCall;
  readonly view: BoardView;
  readonly locale: Locale;
}

export function BoardFilters({ call, view, locale }: FilterProps) {
  const { ledger, ledgers, centreNamed } = call;
  const { period, month, hall, compare } = view.fields;
  const t = (text: Text) => say(text, locale);
  const query = { ledger: ledger === ledgers[0] ? undefined : ledger.id, centre: centreNamed };
  const way = (to: Period | undefined, rel: "prev" | "next") =>
    to && (
      <a class="button plain" rel={rel} href={addressOf(to, query)}>
        {rel === "prev" ? `← ${t(FRAME_TEXTS.previous)}` : `${t(FRAME_TEXTS.next)} →`}
      </a>
    );
  return (
    <div class="row-form">
      {period && way(neighbour(period, -1), "prev")}
      <form class="row-form" method="get" action={actionOf(view)}>
        {centreNamed && <input type="hidden" name="centre" value={centreNamed} />}
        {ledgers.length > 1 && (
          <label>
            {t(FRAME_TEXTS.ledger)}
            <select name="ledger">
              {ledgers.map((one) => (
                <option key={one.id} value={one.id} selected={one === ledger}>
                  {t(one.title)}
                </option>
              ))}
            </select>
          </label>
        )}
        {period?.kind === "month" && (
          <MonthInput name="month" label={t(BOARD_TEXTS.month)} value={period.id} />
        )}
        {month && <MonthInput name="month" label={t(FRAME_TEXTS.lastMonth)} value={month.id} />}
        {hall && (
          <label>
            {t(FRAME_TEXTS.hall)}
            <select name="hall">
              <option value="">{t(FRAME_TEXTS.allHalls)}</option>
              {hall.halls.map(({ id, name }) => (
                <option key={id} value={id} selected={id === hall.chosen}>
                  {t(name)}
                </option>
              ))}
            </select>
          </label>
        )}
        {compare && (
          <>
            <PeriodInput name="with" label={t(FRAME_TEXTS.from)} value={compare.from.id} />
            <PeriodInput name="period" label={t(FRAME_TEXTS.to)} value={compare.to.id} />
          </>
        )}
        <button type="submit" class="plain">
          {t(FRAME_TEXTS.show)}
        </button>
      </form>
      {period && way(neighbour(period, 1), "next")}
    </div>
  );
}

interface InputProps {
  readonly name: string;
  readonly label: string;
  readonly value: string;
}

function MonthInput({ name, label, value }: InputProps) {
  return (
    <label>
      {label}
      <input type="month" name={name} value={value} pattern="\d{4}-\d{2}" required />
    </label>
  );
}

/** A month, a quarter or a year, as they are written everywhere. */
function PeriodInput({ name, label, value }: InputProps) {
  return (
    <label>
      {label}
      <input type="text" name={name} value={value} pattern="\d{4}(-\d{2}|-Q[1-4])?" size={9} required />
    </label>
  );
}

function actionOf({ id, fields }: BoardView): string {
  if (id === "month") return pagePaths.chooseMonth;
  if (fields.period) return pagePaths.board("years", fields.period.id);
  return `/centre/${id}`;
}

function addressOf({ id, kind }: Period, query: Readonly<Record<string, string | undefined>>): string {
  return withQuery(`/centre/${kind}s/${id}`, query);
}

function neighbour({ id, kind, first, last }: Period, step: -1 | 1): Period | undefined {
  if (kind === "year") return parsePeriod(String(Number(id) + step));
  return parsePeriod(monthOf(step < 0 ? addDays(first, -1) : addDays(last, 1)));
}
