// A posted form of a ledger as raw values: files are kept first, so that a refused form does not lose them.
import type { Context } from "hono";
import * as z from "zod";
import type { Problem } from "../../../shared/kernel/problem.ts";
import type { Fields, Values } from "../../../shared/ledger/field.ts";
import { httpProblems, refuse } from "../../http/http-problems.ts";
import { readBytes } from "../../http/read-bytes.ts";
import { keepAttachment } from "../../use-cases/attachments.ts";
import type { PageEnv } from "../page-env.ts";
import { demandOwnForm } from "../sign-in/read-form.ts";

/** Below what Lambda takes in one request, with its encoding. */
const LIMIT_BYTES = 4_400_000;

export interface LedgerForm {
  readonly form: FormData;
  text(name: string): string;
}

/** Refuses what another site, or nobody signed in, has sent. */
export async function readLedgerForm(c: Context<PageEnv>): Promise<LedgerForm> {
  const bytes = await readBytes(c.req.raw, LIMIT_BYTES);
  if (!bytes) refuse(httpProblems.form_too_large({ max: LIMIT_BYTES / 1_000_000 }));
  const form = await formOf(bytes, c.req.header("content-type") ?? "");
  const text = (name: string): string => {
    const value = form.get(name);
    return typeof value === "string" ? value.replaceAll("\r\n", "\n") : "";
  };
  demandOwnForm(c, text);
  return { form, text };
}

async function formOf(bytes: Uint8Array, type: string): Promise<FormData> {
  try {
    return await new Response(bytes.slice().buffer, { headers: { "content-type": type } }).formData();
  } catch {
    refuse(httpProblems.malformed_form({}));
  }
}

export interface FormPlace {
  readonly deps: PageEnv["Variables"]["deps"];
  readonly hall: string;
  readonly ledger: string;
}

export interface FormValues {
  /** Every field of the form; null where it was left empty. */
  readonly values: Values;
  readonly problems: readonly Problem[];
}

/** What the form says of some fields. */
export async function formValues(fields: Fields, posted: LedgerForm, place: FormPlace): Promise<FormValues> {
  const values: Record<string, unknown> = {};
  const problems: Problem[] = [];
  for (const [id, field] of Object.entries(fields)) {
    const { control, choices = [] } = field.shape;
    if (control === "attachments") {
      const kept = posted.form.getAll(`${id}.kept`).flatMap((one) => parsed(one));
      const added = await keepFiles(posted, id, id, place, problems);
      values[id] = kept.length + added.length > 0 ? [...kept, ...added] : null;
    } else if (control === "checklist") {
      const entries = await Promise.all(
        choices.map(({ code }) => checkedItem(posted, id, code, place, problems)),
      );
      const checked = entries.flat();
      values[id] = checked.length > 0 ? checked : null;
    } else if (posted.form.has(id)) {
      const text = posted.text(id);
      values[id] = text.trim() === "" ? null : text;
    }
  }
  return { values, problems };
}

async function checkedItem(
  posted: LedgerForm,
  id: string,
  code: string,
  place: FormPlace,
  problems: Problem[],
): Promise<object[]> {
  const name = `${id}.${code}`;
  const ok = posted.text(`${name}.ok`);
  const note = posted.text(`${name}.note`).trim();
  const [photo] = await keepFiles(posted, `${name}.photo`, id, place, problems);
  const key = photo?.key ?? posted.text(`${name}.kept`);
  if (ok === "" && note === "" && key === "") return [];
  return [
    {
      item: code,
      ...(ok === "" ? {} : { ok: ok === "true" }),
      ...(note ? { note } : {}),
      ...(key ? { photo: key } : {}),
    },
  ];
}

async function keepFiles(
  posted: LedgerForm,
  name: string,
  field: string,
  { deps, hall, ledger }: FormPlace,
  problems: Problem[],
) {
  const kept = [];
  for (const file of posted.form.getAll(name)) {
    // A file input that was left alone sends an empty file without a name.
    if (typeof file === "string" || (file.size === 0 && file.name === "")) continue;
    const bytes = new Uint8Array(await file.arrayBuffer());
    const outcome = await keepAttachment(deps.blobs, hall, ledger, file.name, bytes);
    if (outcome.ok) kept.push(outcome.value);
    else problems.push({ ...outcome.error, field });
  }
  return kept;
}

const KeptFile = z.object({ key: z.string(), name: z.string(), type: z.string(), bytes: z.number() });

function parsed(one: unknown): object[] {
  try {
    return [KeptFile.parse(JSON.parse(String(one)))];
  } catch {
    return [];
  }
}
