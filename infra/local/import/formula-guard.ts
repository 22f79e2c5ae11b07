// Keeps spreadsheets from computing what a cell of an old ledger says, in a way that reading undoes.

/** What makes Excel and its kin take a cell for a formula, with the full-width signs of Chinese keyboards. */
const FORMULA = /^'*[=+\-@\t\r\uff1d\uff0b\uff0d\uff20]/;

/** One apostrophe more in front of what could be taken for a formula. */
export function guarded(cell: string): string {
  return FORMULA.test(cell) ? `'${cell}` : cell;
}

/** One apostrophe less: `unguarded(guarded(cell))` is the cell. */
export function unguarded(cell: string): string {
  return cell.startsWith("'") && FORMULA.test(cell) ? cell.slice(1) : cell;
}
