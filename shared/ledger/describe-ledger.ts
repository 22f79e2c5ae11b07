// A ledger's definition as data, for clients: forms, sheets and the data dictionary are drawn from it.
import type { Ledger } from "./define-ledger.ts";
import type { Fields } from "./field.ts";

export function describeLedger(ledger: Ledger) {
  const { id, version, title, businessDate, dimension, statuses, access, metricsVersion, retentionYears } =
    ledger;
  return {
    id,
    version,
    title,
    businessDate,
    dimension,
    written: ledger.written ?? "rows",
    scope: ledger.scope,
    restricted: ledger.restricted,
    retentionYears,
    fields: describeFields(ledger.fields),
    statuses: Object.entries(statuses).map(([status, { label, open }]) => ({ id: status, label, open })),
    transitions: Object.entries(ledger.transitions).map(([action, { label, from, fields, onlyFollows }]) => ({
      id: action,
      label,
      from,
      fields: describeFields(fields),
      ...(onlyFollows ? { onlyFollows } : {}),
    })),
    access,
    metrics: Object.entries(ledger.metrics).map(([metric, definition]) => ({
      id: metric,
      label: definition.label,
      combine: definition.combine,
      ...(definition.combine === "sum"
        ? { unit: definition.unit, datedBy: definition.datedBy }
        : {
            ...(definition.inDays ? { unit: "days" as const } : {}),
            numerator: definition.numerator,
            denominator: definition.denominator,
          }),
    })),
    metricsVersion,
  };
}

function describeFields(fields: Fields) {
  return Object.entries(fields).map(([id, field]) => ({
    id,
    kind: field.kind,
    label: field.label,
    ...(field.help ? { help: field.help } : {}),
    required: field.required === true,
    personal: field.personal === true,
    hidden: field.hidden === true,
    ...field.shape,
  }));
}
