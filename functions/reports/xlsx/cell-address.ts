// Names of spreadsheet cells: A1, AB12.

/** @param column from 0 */
export function columnName(column: number): string {
  let name = "";
  for (let left = column + 1; left > 0; left = Math.floor((left - 1) / 26)) {
    name = String.fromCharCode(65 + ((left - 1) % 26)) + name;
  }
  return name;
}

/** @param row, column from 0 */
export function cellAddress(row: number, column: number): string {
  return `${columnName(column)}${row + 1}`;
}
