// The shapes of what sidebars send, checked before anything is done with it.
import * as z from "zod/mini";
import { lazily } from "./sync/backend-shapes.ts";

const id = lazily(() => z.string().check(z.regex(/^[0-9a-f-]{36}$/)));
const name = lazily(() => z.string().check(z.minLength(1), z.maxLength(80)));

const reason = lazily(() => z.string().check(z.minLength(2), z.maxLength(200)));

export const setUpChoice = lazily(() => z.strictObject({ mode: z.enum(["hall", "centre"]), id: name() }));

export const settingsRequest = lazily(() =>
  z.strictObject({
    locale: z.enum(["zh", "en"]),
    projection: z.enum(["full", "surname", "caseNumberOnly"]),
  }),
);

export const sheetsRequest = lazily(() =>
  z.strictObject({ ledgers: z.array(name()).check(z.minLength(1), z.maxLength(200)) }),
);

export const yearRequest = lazily(() =>
  z.strictObject({ year: z.string().check(z.regex(/^(19|20)\d\d$/)), shown: z.boolean() }),
);

export const saveRequest = lazily(() =>
  z.strictObject({
    ledger: name(),
    id: id(),
    baseVersion: z.int().check(z.gte(0)),
    action: name(),
    values: z.record(z.string(), z.unknown()),
    reason: z.exactOptional(reason()),
  }),
);

/** Four megabytes, in base64. */
const MAX_FILE_CHARACTERS = 5_400_000;

export const uploadRequest = lazily(() =>
  z.strictObject({
    ledger: name(),
    name: z.string().check(z.minLength(1), z.maxLength(200)),
    base64: z.string().check(z.minLength(1), z.maxLength(MAX_FILE_CHARACTERS)),
  }),
);

export const uploadedFile = lazily(() =>
  z.object({ key: z.string(), name: z.string(), type: z.string(), bytes: z.number() }),
);

const period = lazily(() => z.string().check(z.minLength(4), z.maxLength(20)));
const words = lazily(() => z.string().check(z.maxLength(500)));

export const periodRequest = lazily(() => z.strictObject({ rule: name(), period: period() }));

export const completeRequest = lazily(() =>
  z.strictObject({
    rule: name(),
    verb: z.enum(["sign", "confirm", "submit"]),
    periods: z.array(period()).check(z.minLength(1), z.maxLength(62)),
    note: words(),
    findings: z
      .array(
        z.strictObject({
          key: words(),
          content: words(),
          owner: words(),
          dueOn: words(),
          dismissed: words(),
        }),
      )
      .check(z.maxLength(500)),
  }),
);

export const rowRequest = lazily(() => z.strictObject({ ledger: name(), id: id() }));

export const resolveRequest = lazily(() =>
  z.strictObject({ ledger: name(), id: id(), keep: z.enum(["mine", "theirs"]) }),
);

export const reasonRequest = lazily(() => z.strictObject({ ledger: name(), id: id(), reason: reason() }));

export const settleRequest = lazily(() =>
  z.strictObject({
    ledger: name(),
    id: id(),
    how: z.enum(["putBack", "void"]),
    reason: z.string().check(z.maxLength(200)),
  }),
);
