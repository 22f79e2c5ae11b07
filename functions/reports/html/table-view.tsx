// A table of a report as HTML: its head stays in sight, groups head their rows, totals stand at its foot.
import { say } from "../../../shared/kernel/text.ts";
import { type Cell, type Column, isFigure, type Row, type TableBlock } from "../model/report.ts";
import type { BlocksProps, With } from "./blocks.tsx";
import { CellView } from "./inline-view.tsx";

export function TableView({ block, ...rest }: With<TableBlock>) {
  const { locale, besideTable } = rest;
  const title = `t-${block.id}`;
  return (
    <section class="block-table" data-table={block.id}>
      <div class="table-line">
        <h3 id={title}>{say(block.title, locale)}</h3>
        {besideTable?.(block)}
      </div>
      {block.rows.length === 0 && block.empty ? (
        <p class="notice">{say(block.empty, locale)}</p>
      ) : (
        <section class="scroll tall" tabindex={0} aria-labelledby={title}>
          <table class="figures">
            <thead>
              <tr>
                {block.columns.map((column) => (
                  <th key={column.id} scope="col" class={isNumber(column) ? "number" : ""}>
                    {say(column.label, locale)}
                  </th>
                ))}
              </tr>
            </thead>
            {bodiesOf(block.rows).map((rows) => (
              <tbody key={rows[0]?.id}>
                {rows.map((row) => (
                  <RowView key={row.id} row={row} columns={block.columns} {...rest} />
                ))}
              </tbody>
            ))}
            <Totals block={block} {...rest} />
          </table>
        </section>
      )}
      {block.note && <p class="soft small">{say(block.note, locale)}</p>}
    </section>
  );
}

/** One body for each group, so that a group's head belongs to its rows. */
function bodiesOf(rows: readonly Row[]): Row[][] {
  const bodies: Row[][] = [];
  for (const row of rows) {
    if (row.kind === "total") continue;
    if (row.kind === "group" || bodies.length === 0) bodies.push([]);
    bodies.at(-1)?.push(row);
  }
  return bodies;
}

function Totals({ block, ...rest }: With<TableBlock>) {
  const totals = block.rows.filter(({ kind }) => kind === "total");
  if (totals.length === 0) return null;
  return (
    <tfoot>
      {totals.map((row) => (
        <RowView key={row.id} row={row} columns={block.columns} {...rest} />
      ))}
    </tfoot>
  );
}

type RowProps = BlocksProps & { readonly row: Row; readonly columns: readonly Column[] };

function RowView({ row, columns, ...rest }: RowProps) {
  const [first = null] = row.cells;
  if (row.kind === "group") {
    return (
      <tr>
        <th scope="rowgroup" class="group" colspan={columns.length}>
          <span>
            <CellView cell={first} {...rest} />
          </span>
        </th>
      </tr>
    );
  }
  return (
    <tr data-line={row.id}>
      {columns.map((column, at) => {
        const cell = row.cells[at] ?? null;
        if (at === 0) {
          return (
            <th key={column.id} scope="row">
              <CellView cell={cell} {...rest} />
            </th>
          );
        }
        return (
          <td key={column.id} class={classOf(column, cell)}>
            <CellView cell={cell} {...rest} />
          </td>
        );
      })}
    </tr>
  );
}

function classOf(column: Column, cell: Cell): string {
  if (!isNumber(column)) return column.as === "text" ? "wrap words" : "words";
  return isFigure(cell) && cell.attention ? "bad-figure" : "";
}

export function isNumber({ as }: Column): boolean {
  return as !== "text" && as !== "date" && as !== "dateTime";
}
