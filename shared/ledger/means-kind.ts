// Which references of a ledger mean a kind of service item (大型餐馆), and not a service item itself.
import type { Fields } from "./field.ts";

/** Where the figures are split by service item, further references to one mean a kind of that item; elsewhere, items. */
export function meansKind(
  { fields, dimension }: { readonly fields: Fields; readonly dimension: string | null },
  fieldId: string,
): boolean {
  const isMatter = (id: string) => fields[id]?.shape.refersTo === "matter";
  return dimension !== null && fieldId !== dimension && isMatter(dimension) && isMatter(fieldId);
}
