// What belongs to the script rather than to a workbook: properties, triggers, sent mail, where it is in use.
import { join } from "node:path";
import * as z from "zod";
import { findFile } from "./atomic-file.ts";
import { Saver } from "./saver.ts";

const ClockSpec = z.object({
  everyMinutes: z.number().optional(),
  everyDays: z.number().optional(),
  everyWeeks: z.number().optional(),
  atHour: z.number().optional(),
  weekday: z.number().optional(),
  at: z.number().optional(),
});

const InstalledTrigger = z.object({
  id: z.string(),
  handler: z.string(),
  eventType: z.enum(["CLOCK", "ON_OPEN", "ON_EDIT", "ON_CHANGE", "ON_FORM_SUBMIT"]),
  source: z.enum(["CLOCK", "SPREADSHEETS"]),
  workbookId: z.string().optional(),
  clock: ClockSpec.optional(),
  /** Who made it: the effective user of its runs. */
  email: z.string(),
  /** The document it was made in, which the limit counts by. */
  madeIn: z.string(),
  nextAt: z.number().optional(),
});
export type InstalledTrigger = z.infer<typeof InstalledTrigger>;

const SentMail = z.object({
  at: z.number(),
  from: z.string(),
  to: z.string(),
  cc: z.string(),
  bcc: z.string(),
  replyTo: z.string(),
  name: z.string(),
  subject: z.string(),
  body: z.string(),
  htmlBody: z.string(),
});
export type SentMail = z.infer<typeof SentMail>;

const ScriptRecord = z.object({
  properties: z.record(z.string(), z.record(z.string(), z.string())),
  triggers: z.array(InstalledTrigger),
  outbox: z.array(SentMail),
  /** Workbooks in which someone has used the add-on: there it runs with more than AuthMode.NONE. */
  enabledIn: z.array(z.string()),
  /** People who granted the add-on's scopes by using it. */
  authorised: z.array(z.string()),
});
type ScriptRecord = z.infer<typeof ScriptRecord>;

export class ScriptState {
  private record: ScriptRecord = { properties: {}, triggers: [], outbox: [], enabledIn: [], authorised: [] };
  private readonly path: string;
  private readonly saver: Saver;

  constructor(dataDirectory: string) {
    this.path = join(dataDirectory, "script-state.json");
    this.saver = new Saver(this.path, () => JSON.stringify(this.record));
  }

  async load(): Promise<void> {
    const content = await findFile(this.path);
    if (content !== undefined) this.record = ScriptRecord.parse(JSON.parse(content));
  }

  close(): Promise<void> {
    return this.saver.flush();
  }

  properties(store: string): Readonly<Record<string, string>> {
    return this.record.properties[store] ?? {};
  }

  replaceProperties(store: string, entries: Readonly<Record<string, string>>): void {
    this.record.properties[store] = { ...entries };
    this.saver.changed();
  }

  get triggers(): readonly InstalledTrigger[] {
    return this.record.triggers;
  }

  addTrigger(trigger: InstalledTrigger): void {
    this.record.triggers.push(trigger);
    this.saver.changed();
  }

  updateTrigger(id: string, change: Partial<InstalledTrigger>): void {
    this.record.triggers = this.record.triggers.map((each) =>
      each.id === id ? { ...each, ...change } : each,
    );
    this.saver.changed();
  }

  removeTrigger(id: string): boolean {
    const before = this.record.triggers.length;
    this.record.triggers = this.record.triggers.filter((each) => each.id !== id);
    this.saver.changed();
    return this.record.triggers.length < before;
  }

  get outbox(): readonly SentMail[] {
    return this.record.outbox;
  }

  addMail(mail: SentMail): void {
    this.record.outbox.push(mail);
    this.saver.changed();
  }

  isEnabledIn(workbookId: string): boolean {
    return this.record.enabledIn.includes(workbookId);
  }

  enableIn(workbookId: string, email: string): void {
    if (!this.record.enabledIn.includes(workbookId)) this.record.enabledIn.push(workbookId);
    if (!this.record.authorised.includes(email)) this.record.authorised.push(email);
    this.saver.changed();
  }
}
