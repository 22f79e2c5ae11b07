// A kind of the chosen service item (大型餐馆), from those that the item has.
import type { Text } from "../../../shared/kernel/text.ts";
import type { ControlPart } from "../form/control.tsx";
import { commonOf } from "../form/control-props.ts";
import { asText } from "../form/raw-values.ts";
import type { ReferenceMatter } from "../rpc/reference.ts";

/** Empty for an item without kinds, and while none is chosen. */
export function kindPart(matter: ReferenceMatter | undefined, t: (text: Text) => string): ControlPart {
  return (props) => (
    <select
      {...commonOf(props)}
      value={asText(props.value)}
      onChange={(event) => props.onChange(event.currentTarget.value)}
    >
      <option value="">—</option>
      {matter?.subtypes.map(({ id, name }) => (
        <option key={id} value={id}>
          {t(name)}
        </option>
      ))}
    </select>
  );
}
