// What the values are called by which a ledger's figures are split: matters of the catalogue, choices, or themselves.
import type { Matter } from "../../shared/capabilities/catalogue/matter.ts";
import type { Text } from "../../shared/kernel/text.ts";
import type { Ledger } from "../../shared/ledger/define-ledger.ts";

/**
 * @param ledgers where several split by values of the same name, the first one names them
 * @param matters every matter of the centre, in its latest version
 */
export function dimensionNames(
  ledgers: readonly Ledger[],
  matters: readonly Matter[],
): (value: string) => Text {
  const choices = ledgers.flatMap(({ dimension, fields }) => fields[dimension ?? ""]?.shape.choices ?? []);
  const names = new Map<string, Text>([
    ...choices.map(({ code, label }) => [code, label] as const).reverse(),
    ...(ledgers.some(splitsByMatter) ? matters.map(({ id, name }) => [id, name] as const) : []),
  ]);
  return (value) => names.get(value) ?? { zh: value, en: value };
}

export function splitsByMatter({ dimension, fields }: Ledger): boolean {
  return dimension !== null && fields[dimension]?.shape.refersTo === "matter";
}
