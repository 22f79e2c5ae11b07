// ScriptApp: triggers, authorisation, the identity token.
import type { WireClockSpec, WireTrigger } from "../protocol/wire.ts";
import { enumeration, memberNamed } from "./enumeration.ts";
import { ask, exception, host } from "./host.ts";
import { Links } from "./links.ts";
import { standFor } from "./provided.ts";
import { spreadsheetLinks } from "./range-links.ts";

type App = GoogleAppsScript.Script.ScriptApp;
type GasTrigger = GoogleAppsScript.Script.Trigger;
type Builder = GoogleAppsScript.Script.TriggerBuilder;
type ClockBuilder = GoogleAppsScript.Script.ClockTriggerBuilder;
type SheetBuilder = GoogleAppsScript.Script.SpreadsheetTriggerBuilder;
type Authorization = GoogleAppsScript.Script.AuthorizationInfo;

const authModes = enumeration<App["AuthMode"]>("AuthMode", ["NONE", "CUSTOM_FUNCTION", "LIMITED", "FULL"]);
const authorizationStatuses = enumeration<App["AuthorizationStatus"]>("AuthorizationStatus", [
  "REQUIRED",
  "NOT_REQUIRED",
]);
const eventTypes = enumeration<App["EventType"]>("EventType", [
  "CLOCK",
  "ON_OPEN",
  "ON_EDIT",
  "ON_FORM_SUBMIT",
  "ON_CHANGE",
  "ON_EVENT_UPDATED",
]);
const triggerSources = enumeration<App["TriggerSource"]>("TriggerSource", [
  "SPREADSHEETS",
  "CLOCK",
  "FORMS",
  "DOCUMENTS",
  "CALENDAR",
]);
const weekDays = enumeration<App["WeekDay"]>("Weekday", [
  "SUNDAY",
  "MONDAY",
  "TUESDAY",
  "WEDNESDAY",
  "THURSDAY",
  "FRIDAY",
  "SATURDAY",
]);
const weekDayNames = ["SUNDAY", "MONDAY", "TUESDAY", "WEDNESDAY", "THURSDAY", "FRIDAY", "SATURDAY"];

export const authModeNamed = (name: string): unknown => Reflect.get(authModes, name);

const triggerLinks = new Links<WireTrigger>("Trigger");

class TriggerView implements Partial<GasTrigger> {
  private readonly trigger: WireTrigger;
  constructor(trigger: WireTrigger) {
    this.trigger = trigger;
  }
  getUniqueId(): string {
    return this.trigger.id;
  }
  getHandlerFunction(): string {
    return this.trigger.handler;
  }
  getEventType(): GoogleAppsScript.Script.EventType {
    return memberNamed(eventTypes, this.trigger.eventType);
  }
  getTriggerSource(): GoogleAppsScript.Script.TriggerSource {
    return memberNamed(triggerSources, this.trigger.source);
  }
  getTriggerSourceId(): string {
    return this.trigger.workbookId ?? "";
  }
}

const triggerOf = (trigger: WireTrigger): GasTrigger =>
  triggerLinks.tie(standFor<GasTrigger>("Trigger", new TriggerView(trigger)), trigger);

const noClock: WireClockSpec = {
  everyMinutes: undefined,
  everyDays: undefined,
  everyWeeks: undefined,
  atHour: undefined,
  weekday: undefined,
  at: undefined,
};

class ClockBuilderView implements Partial<ClockBuilder> {
  private readonly handler: string;
  private spec = noClock;
  constructor(handler: string) {
    this.handler = handler;
  }
  private with(change: Partial<WireClockSpec>): ClockBuilder {
    this.spec = { ...this.spec, ...change };
    return standFor<ClockBuilder>("ClockTriggerBuilder", this);
  }
  everyMinutes(minutes: number): ClockBuilder {
    return this.with({ everyMinutes: minutes });
  }
  everyHours(hours: number): ClockBuilder {
    return this.with({ everyMinutes: hours * 60 });
  }
  everyDays(days: number): ClockBuilder {
    return this.with({ everyDays: days });
  }
  everyWeeks(weeks: number): ClockBuilder {
    return this.with({ everyWeeks: weeks });
  }
  atHour(hour: number): ClockBuilder {
    return this.with({ atHour: hour });
  }
  nearMinute(): ClockBuilder {
    return this.with({});
  }
  inTimezone(): ClockBuilder {
    return this.with({});
  }
  onWeekDay(day: unknown): ClockBuilder {
    return this.with({ weekday: weekDayNames.indexOf(String(day)), everyWeeks: this.spec.everyWeeks ?? 1 });
  }
  after(milliseconds: number): ClockBuilder {
    return this.with({ at: host().now() + milliseconds });
  }
  at(date: unknown): ClockBuilder {
    if (!(date instanceof Date)) throw exception("A date is expected.");
    return this.with({ at: date.getTime() });
  }
  create(): GasTrigger {
    return triggerOf(
      ask("script.addTrigger", {
        handler: this.handler,
        eventType: "CLOCK",
        source: "CLOCK",
        workbookId: undefined,
        clock: this.spec,
      }),
    );
  }
}

class SheetBuilderView implements Partial<SheetBuilder> {
  private readonly handler: string;
  private readonly workbookId: string;
  private eventType: WireTrigger["eventType"] | undefined;
  constructor(handler: string, workbookId: string) {
    this.handler = handler;
    this.workbookId = workbookId;
  }
  private on(eventType: WireTrigger["eventType"]): SheetBuilder {
    this.eventType = eventType;
    return standFor<SheetBuilder>("SpreadsheetTriggerBuilder", this);
  }
  onOpen(): SheetBuilder {
    return this.on("ON_OPEN");
  }
  onEdit(): SheetBuilder {
    return this.on("ON_EDIT");
  }
  onChange(): SheetBuilder {
    return this.on("ON_CHANGE");
  }
  create(): GasTrigger {
    if (!this.eventType) throw exception("The trigger needs an event.");
    return triggerOf(
      ask("script.addTrigger", {
        handler: this.handler,
        eventType: this.eventType,
        source: "SPREADSHEETS",
        workbookId: this.workbookId,
        clock: undefined,
      }),
    );
  }
}

class BuilderView implements Partial<Builder> {
  private readonly handler: string;
  constructor(handler: string) {
    this.handler = handler;
  }
  timeBased(): ClockBuilder {
    return standFor<ClockBuilder>("ClockTriggerBuilder", new ClockBuilderView(this.handler));
  }
  forSpreadsheet(target: unknown): SheetBuilder {
    const id = typeof target === "string" ? target : spreadsheetLinks.get(target);
    return standFor<SheetBuilder>("SpreadsheetTriggerBuilder", new SheetBuilderView(this.handler, id));
  }
}

function authorization(): Authorization {
  const isFull = host().authMode === "FULL";
  const info = {
    getAuthorizationStatus: () => memberNamed(authorizationStatuses, isFull ? "NOT_REQUIRED" : "REQUIRED"),
    getAuthorizationUrl: () => (isFull ? "" : "about:blank#authorize"),
    // Newer than the declarations.
    getAuthorizedScopes: () => ask("script.scopes"),
  };
  return standFor<Authorization>("AuthorizationInfo", info);
}

const triggers = (): GasTrigger[] => ask("script.triggers").map(triggerOf);

/** The declarations promise a text; outside FULL authorisation there is none. */
function identityToken(): string;
function identityToken(): string | null {
  return ask("script.identityToken");
}

export const scriptApp: App = standFor<App>("ScriptApp", {
  AuthMode: authModes,
  AuthorizationStatus: authorizationStatuses,
  EventType: eventTypes,
  TriggerSource: triggerSources,
  WeekDay: weekDays,
  newTrigger: (handler: string) => standFor<Builder>("TriggerBuilder", new BuilderView(handler)),
  getProjectTriggers: triggers,
  getScriptTriggers: triggers,
  getUserTriggers: (document: unknown) => {
    const id = spreadsheetLinks.get(document);
    return ask("script.triggers")
      .filter((trigger) => trigger.workbookId === id)
      .map(triggerOf);
  },
  deleteTrigger: (trigger: GasTrigger) => ask("script.deleteTrigger", triggerLinks.get(trigger).id),
  getAuthorizationInfo: authorization,
  requireScopes: (_mode: unknown, scopes: string[]) => ask("script.requireScopes", scopes),
  requireAllScopes: () => ask("script.requireScopes", []),
  getIdentityToken: identityToken,
  getScriptId: () => host().scriptId,
});
