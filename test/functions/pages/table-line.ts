// Reads one line of a table on a page, as a person does.

/** The line as text without tags. */
export function tableLine(html: string, table: string, row: string): string {
  const part = new RegExp(`data-table="${table}".*?</section>`, "s").exec(html)?.[0] ?? "";
  const found = new RegExp(`data-line="${row}".*?</tr>`, "s").exec(part)?.[0] ?? "";
  return found
    .replace(/^[^>]*>/, "")
    .replace(/<[^>]+>|（需关注）/g, " ")
    .replace(/\s+/g, " ")
    .trim();
}
