// The relative address of the rows behind a figure: the same below `/v1/` for programs and below `/` for people.
import type { RowsQuery } from "./figures-table.ts";

function withQuery(path: string, query: RowsQuery): string {
  const search = new URLSearchParams();
  for (const [name, value] of Object.entries(query)) if (value !== undefined) search.set(name, value);
  return `${path}?${search}`;
}

/** Rows of a centre's halls; the centre is named, so that the address means the same for everybody. */
export function centreRows(centre: string | undefined): (query: RowsQuery) => string {
  return (query) => withQuery("centre/rows", { ...query, centre });
}

/** Rows of one hall, for its own people. */
export function hallRows(hall: string): (query: RowsQuery) => string {
  return ({ hall: _, ...query }) => withQuery(`halls/${encodeURIComponent(hall)}/rows`, query);
}
