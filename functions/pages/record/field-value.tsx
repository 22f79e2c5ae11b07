// A value on the page of its row, of a field or of a step: files as links and pictures, checklists as lists, people by name.
import * as z from "zod";
import type { Field } from "../../../shared/ledger/field.ts";
import { pagePaths } from "../page-paths.ts";
import { showValue } from "./field-values.ts";
import type { RecordPageProps } from "./record-page.tsx";

const Files = z.array(z.object({ key: z.string(), name: z.string(), type: z.string() }));
const Checked = z.array(
  z.object({ item: z.string(), ok: z.boolean(), note: z.string().optional(), photo: z.string().optional() }),
);

type FieldValueProps = Pick<RecordPageProps, "hall" | "ledger" | "locale" | "nameOf" | "personOf"> & {
  readonly field: Field;
  readonly value: unknown;
};

export function FieldValue({ field, value, hall, ledger, locale, nameOf, personOf }: FieldValueProps) {
  const address = (key: string) => pagePaths.attachment(hall.id, ledger.id, key);
  if (field.kind === "attachments") {
    return (
      <ul class="files">
        {Files.parse(value).map(({ key, name, type }) => (
          <li key={key}>
            <a href={address(key)}>
              {type.startsWith("image/") && <img src={address(key)} alt="" width={120} loading="lazy" />}{" "}
              {name}
            </a>
          </li>
        ))}
      </ul>
    );
  }
  if (field.kind === "checklist") {
    return (
      <ul class="files">
        {Checked.parse(value).map(({ item, ok, note, photo }) => {
          const label = field.shape.choices?.find(({ code }) => code === item)?.label;
          return (
            <li key={item}>
              <span class={ok ? "badge good" : "badge bad"}>{ok ? "✓" : "✗"}</span>{" "}
              {label ? label[locale] : item}
              {note && <span class="soft"> · {note}</span>}
              {photo && (
                <a href={address(photo)}>
                  <img src={address(photo)} alt={label ? label[locale] : item} width={120} loading="lazy" />
                </a>
              )}
            </li>
          );
        })}
      </ul>
    );
  }
  if (field.shape.refersTo === "person" && typeof value === "string") return <>{personOf(value)}</>;
  return <>{showValue(field, value, locale, nameOf)}</>;
}
