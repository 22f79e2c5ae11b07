// A button that says when its work is under way: marked disabled, with a spinner, still holding the focus.
import type { ComponentChildren } from "preact";
import type { Text } from "../../../shared/kernel/text.ts";
import { useSession } from "./session.ts";

const WORKING: Text = { zh: "处理中", en: "working" };

export interface BusyButtonProps {
  readonly busy?: boolean;
  /** "action": the one blue button of a view. */
  readonly look?: "action" | "plain" | "danger" | "link";
  readonly submit?: boolean;
  readonly label?: string;
  readonly onPress?: () => void;
  readonly children: ComponentChildren;
}

export function BusyButton({
  busy = false,
  look = "plain",
  submit,
  label,
  onPress,
  children,
}: BusyButtonProps) {
  const { t } = useSession();
  return (
    <button
      type={submit ? "submit" : "button"}
      class={look}
      aria-disabled={busy}
      aria-label={label}
      onClick={(event) => {
        if (busy) event.preventDefault();
        else onPress?.();
      }}
    >
      {busy && <span class="spinner" role="img" aria-label={t(WORKING)} />}
      {children}
    </button>
  );
}
