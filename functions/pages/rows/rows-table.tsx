// A table of rows with its head; lists of rows on every page look the same.
import { say, type Text } from "../../../shared/kernel/text.ts";
import { describingFields, type Line, type LineOptions, RowLine } from "./row-line.tsx";
import { ROWS_TEXTS } from "./rows-texts.ts";

interface RowsTableProps {
  readonly lines: readonly Line[];
  readonly options: LineOptions;
  /** The id of the heading that names the table. */
  readonly labelledBy: string;
}

export function RowsTable({ lines, options, labelledBy }: RowsTableProps) {
  const { ledger, locale, withHall, extra } = options;
  const t = (text: Text) => say(text, locale);
  const labels: Text[] = [
    ROWS_TEXTS.serial,
    ...(withHall ? [ROWS_TEXTS.hall] : []),
    ...describingFields(ledger).map((id) => ledger.fields[id]?.label ?? { zh: id, en: id }),
    ROWS_TEXTS.due,
    ROWS_TEXTS.originalDue,
    ROWS_TEXTS.status,
    ROWS_TEXTS.onTime,
    ...(extra ? [ROWS_TEXTS[extra]] : []),
  ];
  return (
    <section class="scroll" tabindex={0} aria-labelledby={labelledBy}>
      <table class="rows">
        <caption>{t(ROWS_TEXTS.caption)}</caption>
        <thead>
          <tr>
            {labels.map((label) => (
              <th key={label.en} scope="col">
                {t(label)}
              </th>
            ))}
          </tr>
        </thead>
        <tbody>
          {lines.map((line) => (
            <RowLine key={line.view.id} line={line} options={options} />
          ))}
        </tbody>
      </table>
    </section>
  );
}
