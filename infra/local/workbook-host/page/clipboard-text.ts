// Rows and cells of a clipboard text: tabs between cells, quotes around cells with line breaks.
export function cellsOfText(text: string): string[][] {
  const rows: string[][] = [[]];
  const cell = /(?:"((?:[^"]|"")*)"(?=[\t\r\n]|$)|([^\t\r\n]*))(\t|\r\n|\n|\r|$)/gy;
  const trimmed = text.replace(/(?:\r\n|\n|\r)$/, "");
  for (const match of trimmed.matchAll(cell)) {
    rows.at(-1)?.push(match[1]?.replaceAll('""', '"') ?? match[2] ?? "");
    if (match[3] === "") break;
    if (match[3] !== "\t") rows.push([]);
  }
  return rows;
}
