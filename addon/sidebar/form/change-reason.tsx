// Asks why a month that was accepted already is changed, once the backend has asked for it.
import { useId } from "preact/hooks";
import type { Text } from "../../../shared/kernel/text.ts";
import { useSession } from "../frame/session.ts";
import type { Problems } from "./check-fields.ts";

/** What the backend says of a row whose month was accepted. */
export const MONTH_LOCKED = "month_locked";

const LABEL: Text = { zh: "更改已验收月份的理由", en: "Reason for changing an accepted month" };

export interface ChangeReasonProps {
  readonly problems: Problems;
  readonly reason: string;
  onChange(reason: string): void;
}

/** Stays while something stands in it, so that nothing typed disappears. */
export function ChangeReason({ problems, reason, onChange }: ChangeReasonProps) {
  const { t } = useSession();
  const id = useId();
  const asked = problems.filter(({ code }) => code === MONTH_LOCKED);
  if (asked.length === 0 && reason === "") return null;
  return (
    <div class="field" data-field="changeReason">
      <label for={id}>
        {t(LABEL)}
        <span class="required" aria-hidden="true">
          {" "}
          *
        </span>
      </label>
      <input
        id={id}
        type="text"
        autoComplete="off"
        aria-required={true}
        aria-invalid={asked.length > 0}
        aria-describedby={asked.length > 0 ? `${id}-problem` : undefined}
        value={reason}
        onInput={(event) => onChange(event.currentTarget.value)}
      />
      {asked.length > 0 && (
        <p class="wrong" id={`${id}-problem`}>
          {asked.map(({ message }) => t(message)).join(" ")}
        </p>
      )}
    </div>
  );
}

/** What goes with a request; nothing while nothing was typed. */
export function reasonOf(reason: string): { readonly reason?: string } {
  const given = reason.trim();
  return given.length < 2 ? {} : { reason: given };
}
