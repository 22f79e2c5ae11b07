// One message per person and day in place of one per case: what is overdue, due, owed and unsigned, with numbers only.
import type { PlainDate } from "../../kernel/plain-date.ts";
import type { Text } from "../../kernel/text.ts";

export interface DigestLine {
  readonly kind: "overdue" | "dueToday" | "dueSoon" | "duty" | "obligation";
  readonly hall: Text;
  /** What is owed: a ledger's title, a duty's or an obligation's label. */
  readonly label: Text;
  /** A row's serial number or an obligation's period; never a resident's name. */
  readonly reference: string;
  readonly dueOn: string;
}

export interface Composed {
  readonly subject: string;
  readonly text: string;
}

const HEADINGS: Readonly<Record<DigestLine["kind"], Text>> = {
  overdue: { zh: "已逾期", en: "Overdue" },
  dueToday: { zh: "今日到期", en: "Due today" },
  dueSoon: { zh: "即将到期", en: "Due soon" },
  duty: { zh: "待反馈、待整改", en: "Owed to residents, to be rectified" },
  obligation: { zh: "待签、待报", en: "To be signed or reported" },
};
const ORDER: readonly DigestLine["kind"][] = ["overdue", "dueToday", "obligation", "duty", "dueSoon"];
/** Longer lists are for the page that the message links to. */
const LINES_PER_KIND = 20;

/** Nothing when there is nothing to say: silence is better than "0 items". */
export function composeDigest(
  day: PlainDate,
  lines: readonly DigestLine[],
  publicUrl: string,
): Composed | undefined {
  if (lines.length === 0) return undefined;
  const parts = ORDER.flatMap((kind) => {
    const own = lines.filter((line) => line.kind === kind);
    return own.length > 0 ? [{ kind, own }] : [];
  });
  const summary = (locale: keyof Text) =>
    parts
      .map(({ kind, own }) => `${HEADINGS[kind][locale]} ${own.length}`)
      .join(locale === "zh" ? "、" : ", ");
  const body = parts.flatMap(({ kind, own }) => [
    `■ ${HEADINGS[kind].zh} ${HEADINGS[kind].en}: ${own.length}`,
    ...own.slice(0, LINES_PER_KIND).map(lineText),
    ...(own.length > LINES_PER_KIND ? [`  …… 另有 ${own.length - LINES_PER_KIND} 项 and more`] : []),
    "",
  ]);
  return {
    subject: `【便民大厅台账】${day} ${summary("zh")}`,
    text: [`${day} ${summary("zh")}`, `${day} ${summary("en")}`, "", ...body, publicUrl].join("\n"),
  };
}

function lineText({ hall, label, reference, dueOn }: DigestLine): string {
  return `  ${hall.zh} · ${label.zh} ${reference} · ${dueOn} 到期 due`;
}

/** For a group: how many of each kind in each hall; a group is no place for single cases. */
export function composeGroupDigest(
  day: PlainDate,
  lines: readonly DigestLine[],
  publicUrl: string,
): Composed | undefined {
  if (lines.length === 0) return undefined;
  const halls = [...new Set(lines.map(({ hall }) => hall.zh))];
  const rows = halls.map((hall) => {
    const own = lines.filter((line) => line.hall.zh === hall);
    const counts = ORDER.flatMap((kind) => {
      const count = own.filter((line) => line.kind === kind).length;
      return count > 0 ? [`${HEADINGS[kind].zh} ${count}`] : [];
    });
    return `${hall}: ${counts.join("、")}`;
  });
  const subject = `【便民大厅台账】${day} 提醒 Reminder`;
  return { subject, text: [subject, ...rows, publicUrl].join("\n") };
}
