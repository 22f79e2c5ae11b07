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
