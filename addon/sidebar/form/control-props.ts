// What every control of a form is given, and what all of them have in common.
import { createContext } from "preact";
import { useContext } from "preact/hooks";
import type { Field } from "../../../shared/ledger/field.ts";

export interface ControlProps {
  /** The element's id, which the label and the messages refer to. */
  readonly id: string;
  readonly field: Field;
  readonly value: unknown;
  readonly invalid: boolean;
  readonly describedBy: string | undefined;
  onChange(value: unknown): void;
}

/** The ledger whose form it is: files are kept with it. */
export const LedgerContext = createContext("");

export const useLedgerId = (): string => useContext(LedgerContext);

/** The browser's own memory of entries is off: it would show one resident's data at the next one's visit. */
export function commonOf({ id, field, invalid, describedBy }: ControlProps) {
  return {
    id,
    autoComplete: "off",
    "aria-required": field.required === true,
    "aria-invalid": invalid,
    ...(describedBy ? { "aria-describedby": describedBy } : {}),
  };
}
