// The workbooks: in memory while the host runs, each in a file of its own on disk.
import { randomUUID } from "node:crypto";
import { mkdir, readdir } from "node:fs/promises";
import { join } from "node:path";
import { Calculation } from "../formula/calculation.ts";
import { freeSheetName } from "../model/edit-sheets.ts";
import { recordOf, workbookOf } from "../model/snapshot.ts";
import { Workbook, type WorkbookFacts } from "../model/workbook.ts";
import { findFile } from "./atomic-file.ts";
import { Saver } from "./saver.ts";

export interface OpenWorkbook {
  readonly workbook: Workbook;
  readonly calculation: Calculation;
}

type Given = Partial<Omit<WorkbookFacts, "name" | "owner">> & Pick<WorkbookFacts, "name" | "owner">;

export class WorkbookStore {
  private readonly folder: string;
  private readonly now: () => number;
  private readonly open = new Map<string, OpenWorkbook>();
  private readonly savers = new Map<string, Saver>();
  private readonly listeners = new Set<(opened: OpenWorkbook) => void>();

  constructor(dataDirectory: string, now: () => number) {
    this.folder = join(dataDirectory, "workbooks");
    this.now = now;
  }

  async load(): Promise<void> {
    await mkdir(this.folder, { recursive: true });
    for (const name of (await readdir(this.folder)).sort()) {
      if (!name.endsWith(".json")) continue;
      const content = await findFile(join(this.folder, name));
      if (content !== undefined) this.add(workbookOf(JSON.parse(content)));
    }
  }

  list(): OpenWorkbook[] {
    return [...this.open.values()];
  }

  find(id: string): OpenWorkbook | undefined {
    return this.open.get(id);
  }

  /** Tells of every workbook, those already open included. */
  onOpened(listener: (opened: OpenWorkbook) => void): void {
    this.listeners.add(listener);
    for (const opened of this.open.values()) listener(opened);
  }

  create(given: Given): OpenWorkbook {
    const workbook = new Workbook({
      editors: [],
      viewers: [],
      timeZone: "Asia/Shanghai",
      locale: "zh_CN",
      ...given,
      id: given.id ?? randomUUID(),
    });
    workbook.addSheet(freeSheetName(workbook, workbook.facts.locale.startsWith("zh") ? "工作表" : "Sheet"));
    const opened = this.add(workbook);
    this.savers.get(workbook.facts.id)?.changed();
    return opened;
  }

  /** A copy of the whole file, as File > Make a copy: the copier owns it; protections then admit only the owner. */
  copy(id: string, name: string, owner: string): OpenWorkbook {
    const source = this.open.get(id);
    if (!source) throw new Error(`No workbook ${id}`);
    const copy = workbookOf(JSON.parse(JSON.stringify(recordOf(source.workbook))));
    const { timeZone, locale } = source.workbook.facts;
    const workbook = new Workbook({
      id: randomUUID(),
      name,
      owner,
      editors: [],
      viewers: [],
      timeZone,
      locale,
    });
    workbook.sheets = copy.sheets;
    workbook.nextId = copy.nextId;
    workbook.metadata = copy.metadata;
    for (const [key, range] of copy.namedRanges) workbook.namedRanges.set(key, range);
    for (const sheet of workbook.sheets) {
      for (const protection of sheet.protections) protection.editors = [owner];
    }
    const opened = this.add(workbook);
    this.savers.get(workbook.facts.id)?.changed();
    return opened;
  }

  async close(): Promise<void> {
    await Promise.all([...this.savers.values()].map((saver) => saver.flush()));
  }

  private add(workbook: Workbook): OpenWorkbook {
    const { id } = workbook.facts;
    const opened = { workbook, calculation: new Calculation(workbook, this.now) };
    const saver = new Saver(join(this.folder, `${id}.json`), () => JSON.stringify(recordOf(workbook)));
    workbook.watch(() => saver.changed());
    this.open.set(id, opened);
    this.savers.set(id, saver);
    for (const listener of this.listeners) listener(opened);
    return opened;
  }
}
