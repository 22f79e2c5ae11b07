// The add-on as it lives in the host: opening, menus, calls from pages, and triggers by edit and by clock.

import { wallTime } from "../model/zoned-time.ts";
import type { AuthMode, ScriptEvent } from "../protocol/script-event.ts";
import type { RangeRef } from "../protocol/wire.ts";
import type { ScriptWindow } from "../services/execution-context.ts";
import type { HostServices } from "../services/host-services.ts";
import { nextDue } from "../services/trigger-rules.ts";
import type { InstalledTrigger } from "../storage/script-state.ts";
import { type ExecutionResult, Executions, type Limits } from "./executions.ts";
import { topLevelFunctions } from "./top-level-functions.ts";

export interface Place {
  readonly workbookId: string;
  readonly email: string;
  readonly window?: ScriptWindow | undefined;
}

export interface EditFacts {
  readonly range: RangeRef;
  readonly value: string | undefined;
  readonly oldValue: string | undefined;
}

/** Edits that may wait while an edit trigger runs; Google drops the rest. */
const queuedEdits = 2;

const refused = (message: string): ExecutionResult => ({ ok: false, name: "Exception", message });

export class ScriptHost {
  readonly executions: Executions;
  private readonly services: HostServices;
  private readonly waitingEdits = new Map<string, number>();
  private readonly editChains = new Map<string, Promise<unknown>>();

  constructor(services: HostServices, limits: Limits) {
    this.services = services;
    this.executions = new Executions(services, limits);
  }

  close(): Promise<void> {
    return this.executions.close();
  }

  /** Someone opened the workbook: the simple trigger builds the menu, installed ones run as their makers. */
  async open({ workbookId, email, window }: Place): Promise<void> {
    const authMode: AuthMode = this.services.state.isEnabledIn(workbookId) ? "LIMITED" : "NONE";
    await this.runSimple("onOpen", { workbookId, email, window }, { authMode, workbookId, user: email });
    await this.runInstalled("ON_OPEN", workbookId, email, {});
  }

  /** The person chose a menu item: from then on the add-on is in use in this document. */
  async menu(place: Place, functionName: string): Promise<ExecutionResult> {
    this.services.state.enableIn(place.workbookId, place.email);
    return this.executions.run({
      ...place,
      functionName,
      given: { kind: "json", json: "[]" },
      kind: "menu",
      authMode: "FULL",
    });
  }

  /** google.script.run: private functions and names that are no functions of the script are refused. */
  async call(place: Place, functionName: string, argumentsJson: string): Promise<ExecutionResult> {
    if (functionName.endsWith("_") || !this.hasFunction(functionName)) {
      return refused(`Script function not found: ${functionName}`);
    }
    return this.executions.run({
      ...place,
      functionName,
      given: { kind: "json", json: argumentsJson },
      kind: "google.script.run",
      authMode: "FULL",
    });
  }

  /** Installing from within a document runs onInstall, which usually calls onOpen. */
  async install(place: Place): Promise<void> {
    this.services.state.enableIn(place.workbookId, place.email);
    if (!this.hasFunction("onInstall")) return;
    const event: ScriptEvent = { authMode: "FULL", workbookId: place.workbookId, user: place.email };
    await this.executions.run({
      ...place,
      functionName: "onInstall",
      given: { kind: "event", event },
      kind: "simple trigger",
      authMode: "FULL",
    });
  }

  /** A person edited cells by hand. Script and API writes do not come here, as at Google. */
  async edited(place: Place, facts: EditFacts): Promise<void> {
    const { workbookId, email } = place;
    const event = { ...facts, user: email };
    const authMode: AuthMode = this.services.state.isEnabledIn(workbookId) ? "LIMITED" : "NONE";
    const runs: Promise<unknown>[] = [];
    if (authMode === "LIMITED" && this.hasFunction("onEdit")) {
      runs.push(
        this.queued(`simple:${workbookId}`, () =>
          this.runSimple("onEdit", place, { ...event, authMode, workbookId }),
        ),
      );
    }
    runs.push(this.runInstalled("ON_EDIT", workbookId, email, event));
    await Promise.all(runs);
  }

  /** Rows, columns or sheets were added or removed by hand. */
  async changed(place: Place, changeType: string): Promise<void> {
    await this.runInstalled("ON_CHANGE", place.workbookId, place.email, { changeType, user: place.email });
  }

  /** Runs every clock trigger whose time has come; once each, however many times were missed. */
  async runDueTriggers(): Promise<number> {
    const now = this.services.clock.now();
    const due = this.services.state.triggers.filter(
      (trigger) => trigger.nextAt !== undefined && trigger.nextAt <= now,
    );
    await Promise.all(due.map((trigger) => this.runClockTrigger(trigger, now)));
    return due.length;
  }

  hasFunction(name: string): boolean {
    return topLevelFunctions(this.services.addon()).has(name);
  }

  private async runSimple(functionName: string, place: Place, event: ScriptEvent): Promise<void> {
    if (!this.hasFunction(functionName)) return;
    await this.executions.run({
      ...place,
      functionName,
      given: { kind: "event", event },
      kind: "simple trigger",
      authMode: event.authMode,
    });
  }

  private async runInstalled(
    eventType: InstalledTrigger["eventType"],
    workbookId: string,
    activeEmail: string,
    event: Partial<ScriptEvent>,
  ): Promise<void> {
    const matching = this.services.state.triggers.filter(
      (trigger) => trigger.eventType === eventType && trigger.workbookId === workbookId,
    );
    await Promise.all(
      matching.map((trigger) =>
        this.queued(trigger.id, () =>
          this.executions.run({
            functionName: trigger.handler,
            given: {
              kind: "event",
              event: { ...event, authMode: "FULL", workbookId, triggerUid: trigger.id },
            },
            kind: "trigger",
            email: trigger.email,
            activeEmail,
            workbookId,
            authMode: "FULL",
          }),
        ),
      ),
    );
  }

  private async runClockTrigger(trigger: InstalledTrigger, now: number): Promise<void> {
    const zone = this.services.addon().manifest.timeZone;
    const nextAt = nextDue(trigger, now, zone);
    this.services.state.updateTrigger(trigger.id, { nextAt });
    const wall = new Date(wallTime(zone, now));
    await this.executions.run({
      functionName: trigger.handler,
      given: {
        kind: "event",
        event: {
          authMode: "FULL",
          triggerUid: trigger.id,
          clock: {
            year: wall.getUTCFullYear(),
            month: wall.getUTCMonth() + 1,
            "day-of-month": wall.getUTCDate(),
            "day-of-week": wall.getUTCDay() === 0 ? 7 : wall.getUTCDay(),
            hour: wall.getUTCHours(),
            minute: wall.getUTCMinutes(),
            second: wall.getUTCSeconds(),
            timezone: "UTC",
          },
        },
      },
      kind: "trigger",
      email: trigger.email,
      activeEmail: "",
      workbookId: trigger.madeIn === "" ? undefined : trigger.madeIn,
      authMode: "FULL",
    });
  }

  /** One run after the other per trigger, with a short queue; what does not fit is dropped. */
  private async queued(key: string, run: () => Promise<unknown>): Promise<void> {
    const waiting = this.waitingEdits.get(key) ?? 0;
    if (waiting > queuedEdits) return;
    this.waitingEdits.set(key, waiting + 1);
    const chain = (this.editChains.get(key) ?? Promise.resolve()).then(run, run);
    this.editChains.set(key, chain);
    try {
      await chain;
    } finally {
      this.waitingEdits.set(key, (this.waitingEdits.get(key) ?? 1) - 1);
    }
  }
}
