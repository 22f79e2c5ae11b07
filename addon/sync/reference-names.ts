// Names of matters and their kinds for cells, and the way back from a name to its id.

import { meansKind } from "../../shared/ledger/means-kind.ts";
import type { ReferenceNames } from "../../shared/ledger/sheet-columns.ts";
import type { SheetLedger } from "../../shared/ledger/sheet-ledger.ts";
import type { Reference } from "./backend-shapes.ts";

export interface ReferenceChoices extends ReferenceNames {
  /** What a drop-down offers, by field id. */
  choicesOf(fieldId: string): readonly string[];
}

const NOTHING: ReferenceChoices = {
  nameOf: () => undefined,
  idOf: () => undefined,
  choicesOf: () => [],
};

export function referenceNames(ledger: SheetLedger, reference: Reference | null): ReferenceChoices {
  if (!reference) return NOTHING;
  const matters = table(reference.matters);
  const kinds = table(reference.matters.flatMap(({ subtypes }) => subtypes));
  const people = table(namesakesApart(reference.people ?? []));
  const tableOf = (fieldId: string) => {
    const refersTo = ledger.fields[fieldId]?.shape.refersTo;
    if (refersTo === "person") return people;
    if (refersTo !== "matter") return null;
    return meansKind(ledger, fieldId) ? kinds : matters;
  };
  return {
    nameOf: (fieldId, id) => tableOf(fieldId)?.names.get(id),
    idOf: (fieldId, name) => tableOf(fieldId)?.ids.get(name),
    choicesOf: (fieldId) => [...(tableOf(fieldId)?.ids.keys() ?? [])],
  };
}

type Named = { readonly id: string; readonly name: string; readonly post?: string | null | undefined };

/** People of one name are told apart by their post, else by their id. */
function namesakesApart(people: readonly Named[]) {
  return people.map(({ id, name, post }) => {
    const isAlone = people.every((other) => other.id === id || other.name !== name);
    return { id, name: { zh: isAlone ? name : `${name}(${post ?? id})` } };
  });
}

function table(entries: readonly { readonly id: string; readonly name: { readonly zh: string } }[]) {
  const names = new Map<string, string>();
  const ids = new Map<string, string>();
  for (const { id, name } of entries) {
    if (!names.has(id)) names.set(id, name.zh);
    if (!ids.has(name.zh)) ids.set(name.zh, id);
  }
  return { names, ids };
}
