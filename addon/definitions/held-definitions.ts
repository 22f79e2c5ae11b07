// The ledgers as the backend describes them, kept in a hidden sheet: a new ledger needs no new script.
import * as z from "zod/mini";
import type { SheetLedger } from "../../shared/ledger/sheet-ledger.ts";
import type { SheetHost } from "../sheets/sheet-host.ts";
import { textsLayout } from "../sheets/texts-layout.ts";
import type { Backend } from "../sync/backend.ts";
import { lazily } from "../sync/backend-shapes.ts";
import { FRESH_MS } from "../sync/reference-cache.ts";
import { INDEX_SHEET, MAX_CELL } from "../sync/workbook-index.ts";
import { readDescription } from "./definition-shapes.ts";

export interface Definitions {
  readonly ledgers: readonly SheetLedger[];
  /** As the backend gave them, for sidebars. */
  readonly described: readonly unknown[];
}

/**
 * @param wanted the backend's version of its definitions, as its reference data names it; null when that is not known,
 *   and what is held is asked for anew once an hour
 * @returns null when none are held and the backend is away
 */
export type DefinitionSource = (wanted: string | null) => Definitions | null;

export interface DefinitionSurroundings {
  readonly host: SheetHost;
  readonly backend: Backend;
  readonly now: () => number;
  readonly withLock: <T>(work: () => T) => T;
}

export const DEFINITIONS_SHEET = "_definitions";
/** Cells for one description, beside its ledger's id. */
const PARTS = 4;
const WIDTH = 1 + PARTS;

const descriptions = lazily(() => z.array(z.unknown()));

interface Held extends Definitions {
  readonly version: string;
  readonly askedAt: number;
}

/** Reads, and where it has to asks, once in the life of a script. */
export function definitionSource(surroundings: DefinitionSurroundings): DefinitionSource {
  let known: Held | null = null;
  let isKept = true;
  let checked: string | null = null;
  return (wanted) => {
    known ??= readHeld(surroundings.host);
    const isFresh =
      known &&
      (wanted === null
        ? checked !== null || isRecent(known, surroundings.now())
        : known.version === wanted || checked === wanted);
    if (!isFresh) {
      const asked = ask(surroundings, wanted ?? "");
      if (asked) isKept = false;
      known = asked ?? known;
    }
    checked = wanted ?? checked;
    if (known && !isKept) isKept = surroundings.withLock(keeping(surroundings.host, known));
    return known;
  };
}

function isRecent({ askedAt }: Held, now: number): boolean {
  return now >= askedAt && now - askedAt < FRESH_MS;
}

function ask({ backend, now }: DefinitionSurroundings, version: string): Held | null {
  const asked = backend.get("ledgers", descriptions());
  return asked.ok ? { ...definitionsOf(asked.value), version, askedAt: now() } : null;
}

export function definitionsOf(described: readonly unknown[]): Definitions {
  const readable = described.flatMap((raw) => {
    const ledger = readDescription(raw);
    return ledger ? [{ raw, ledger }] : [];
  });
  return {
    ledgers: readable.map(({ ledger }) => ledger),
    described: readable.map(({ raw }) => raw),
  };
}

/** Null where nothing is held, or somebody wrote into it: then it is asked for again. */
function readHeld(host: SheetHost): Held | null {
  const found = host.sheets().find(({ name }) => name === DEFINITIONS_SHEET);
  const [head = [], ...lines] = found ? host.read(found.id) : [];
  const [, version = "", askedAt = "", count = ""] = head;
  const texts = lines.map(([, ...parts]) => parts.join("")).filter((text) => text !== "");
  if (texts.length === 0 || texts.length !== Number(count)) return null;
  try {
    const described = texts.map((text): unknown => JSON.parse(text));
    const held = definitionsOf(described);
    return held.ledgers.length === texts.length ? { ...held, version, askedAt: Number(askedAt) } : null;
  } catch {
    return null;
  }
}

/** True when they are kept; before the workbook is set up there is nothing to keep them for. */
const keeping = (host: SheetHost, held: Held) => (): boolean => {
  const { ledgers, described, version, askedAt } = held;
  if (!host.sheets().some(({ name }) => name === INDEX_SHEET)) return false;
  const sheet = host.sheets().find(({ name }) => name === DEFINITIONS_SHEET)?.id ?? addSheet(host);
  const lines = described.map((raw, at) => [ledgers[at]?.id ?? "", ...partsOf(JSON.stringify(raw))]);
  const head = ["台账定义 definitions", version, String(askedAt), String(lines.length), ""];
  host.clearBelow(sheet, 1);
  host.writeArea(sheet, 1, 1, [head, ...lines]);
  return true;
};

function partsOf(text: string): string[] {
  return Array.from({ length: PARTS }, (_, at) => text.slice(at * MAX_CELL, (at + 1) * MAX_CELL));
}

function addSheet(host: SheetHost): number {
  const sheet = host.addSheet(DEFINITIONS_SHEET);
  host.layOut(sheet, textsLayout(WIDTH));
  return sheet;
}
