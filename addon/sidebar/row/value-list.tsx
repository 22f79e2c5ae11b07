// The values of a row, each under its label; what is empty is left out.

import type { Values } from "../../../shared/ledger/field.ts";
import type { Definition } from "../definition/definition.ts";
import { useSession } from "../frame/session.ts";
import { showValue } from "./show-value.ts";

export function ValueList({ ledger, values }: { ledger: Definition; values: Values }) {
  const session = useSession();
  const given = Object.entries(ledger.fields).filter(([id, field]) => !field.hidden && hasValue(values[id]));
  return (
    <dl class="values">
      {given.map(([id, field]) => [
        <dt key={id}>{session.t(field.label)}</dt>,
        <dd key={`${id}-value`}>{showValue(field, values[id], session)}</dd>,
      ])}
    </dl>
  );
}

function hasValue(value: unknown): boolean {
  return value !== undefined && value !== null && value !== "";
}
