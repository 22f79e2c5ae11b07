// The tables of the month board: halls, matters grouped by post, and halls × matters.
import type { Locale, Text } from "../../../shared/kernel/text.ts";
import { say } from "../../../shared/kernel/text.ts";
import type { Ledger } from "../../../shared/ledger/define-ledger.ts";
import { figuresOf } from "../../use-cases/roll-ups.ts";
import { figureLabel, figureValue, MATRIX_FIGURES, MONTH_FIGURES, STOCK_FIGURES } from "./board-figures.ts";
import { BOARD_TEXTS } from "./board-texts.ts";
import { FigureCell, FigureLink } from "./figure-cell.tsx";
import type { HallLine, MonthBoard, PostGroup } from "./month-board.ts";

export interface TableProps {
  readonly board: MonthBoard;
  readonly ledger: Ledger;
  readonly locale: Locale;
  /** The address of a figure's rows; without a hall, of all halls. */
  readonly rowsOf: (figure: string, hall?: string, matter?: string) => string;
}

export function HallsTable({ board, ledger, locale, rowsOf }: TableProps) {
  const t = (text: Text) => say(text, locale);
  return (
    <section class="scroll tall" tabindex={0} aria-labelledby="halls">
      <table class="figures">
        <caption>{t(BOARD_TEXTS.hallsCaption)}</caption>
        <thead>
          <tr>
            <th scope="col">{t(BOARD_TEXTS.hall)}</th>
            {[...MONTH_FIGURES, ...STOCK_FIGURES].map((figure) => (
              <th key={figure} scope="col" class={figure === STOCK_FIGURES[0] ? "number first" : "number"}>
                {t(figureLabel(ledger, figure))}
              </th>
            ))}
          </tr>
        </thead>
        <tbody>
          {board.halls.map(({ hall, figures, stocks }) => (
            <tr key={hall.id}>
              <th scope="row">{t(hall.name)}</th>
              {figures.map((value) => (
                <FigureCell
                  key={value.figure}
                  value={value}
                  href={rowsOf(value.figure, hall.id)}
                  locale={locale}
                />
              ))}
              {stocks
                ? stocks.map((value, index) => (
                    <FigureCell
                      key={value.figure}
                      value={value}
                      href={rowsOf(value.figure, hall.id)}
                      locale={locale}
                      first={index === 0}
                    />
                  ))
                : STOCK_FIGURES.map((figure) => (
                    <td key={figure} class="nothing">
                      —
                    </td>
                  ))}
            </tr>
          ))}
        </tbody>
        <tfoot>
          <tr>
            <th scope="row">{t(BOARD_TEXTS.total)}</th>
            {[...board.total, ...board.totalStocks].map((value) => (
              <FigureCell
                key={value.figure}
                value={value}
                href={rowsOf(value.figure)}
                locale={locale}
                first={value.figure === STOCK_FIGURES[0]}
              />
            ))}
          </tr>
        </tfoot>
      </table>
    </section>
  );
}

export function MattersTable({ board, ledger, locale, rowsOf }: TableProps) {
  const t = (text: Text) => say(text, locale);
  return (
    <section class="scroll tall" tabindex={0} aria-labelledby="matters">
      <table class="figures">
        <caption>{t(BOARD_TEXTS.mattersCaption)}</caption>
        <thead>
          <tr>
            <th scope="col">{t(BOARD_TEXTS.matter)}</th>
            {MONTH_FIGURES.map((figure) => (
              <th key={figure} scope="col" class="number">
                {t(figureLabel(ledger, figure))}
              </th>
            ))}
          </tr>
        </thead>
        {board.posts.map((post) => (
          <tbody key={post.name.en}>
            <tr>
              <th scope="rowgroup" class="group" colspan={MONTH_FIGURES.length + 1}>
                <span>{t(post.name)}</span>
              </th>
            </tr>
            {post.lines.map(({ matter, figures }) => (
              <tr key={matter.id}>
                <th scope="row">{t(matter.name)}</th>
                {figures.map((value) => (
                  <FigureCell
                    key={value.figure}
                    value={value}
                    href={rowsOf(value.figure, undefined, matter.id)}
                    locale={locale}
                  />
                ))}
              </tr>
            ))}
          </tbody>
        ))}
      </table>
    </section>
  );
}

export function MatrixTable({ board, ledger, locale, rowsOf }: TableProps) {
  const t = (text: Text) => say(text, locale);
  return (
    <section class="scroll tall" tabindex={0} aria-labelledby="matrix">
      <table class="figures matrix">
        <caption>{t(BOARD_TEXTS.matrixCaption)}</caption>
        <thead>
          <tr>
            <th scope="col">{t(BOARD_TEXTS.matter)}</th>
            {board.halls.map(({ hall }) => (
              <th key={hall.id} scope="col" class="number">
                {t(hall.name)}
              </th>
            ))}
          </tr>
        </thead>
        {board.posts.map((post: PostGroup) => (
          <tbody key={post.name.en}>
            {post.lines.map(({ matter }) => (
              <tr key={matter.id}>
                <th scope="row">{t(matter.name)}</th>
                {board.halls.map((line) => (
                  <MatrixCell
                    key={line.hall.id}
                    line={line}
                    matter={matter.id}
                    {...{ ledger, locale, rowsOf }}
                  />
                ))}
              </tr>
            ))}
          </tbody>
        ))}
      </table>
    </section>
  );
}

type CellProps = Omit<TableProps, "board"> & { readonly line: HallLine; readonly matter: string };

function MatrixCell({ line, matter, ledger, locale, rowsOf }: CellProps) {
  const values = figuresOf(ledger, line.sumsByMatter.get(matter) ?? {});
  const cells = MATRIX_FIGURES.map((figure) => figureValue(ledger, figure, values[figure] ?? 0));
  if (cells.every(({ value }) => value === 0)) {
    return (
      <td class="nothing">
        <span aria-hidden="true">·</span>
        <span class="hidden">{say(BOARD_TEXTS.none, locale)}</span>
      </td>
    );
  }
  return (
    <td>
      {cells.map((value, index) => (
        <span key={value.figure}>
          {index > 0 && " / "}
          <FigureLink value={value} href={rowsOf(value.figure, line.hall.id, matter)} locale={locale} />
        </span>
      ))}
    </td>
  );
}
