// Puts the Apps Script services into a fresh context and takes away what Apps Script lacks.
import type { Bridge } from "../protocol/bridge.ts";
import type { CallArguments } from "../protocol/script-event.ts";
import { eventObject } from "./event.ts";
import { connect, exception } from "./host.ts";
import { htmlService } from "./html-service.ts";
import { absentService } from "./provided.ts";
import { findUnserialisable } from "./rpc-values.ts";
import { scriptApp } from "./script-app.ts";
import { charts, logger, mailApp, scriptConsole, session } from "./small-services.ts";
import { spreadsheetApp } from "./spreadsheet-app.ts";
import { cacheService, lockService, propertiesService } from "./stores.ts";
import { urlFetchApp } from "./url-fetch-app.ts";
import { utilities } from "./utilities.ts";
import { installZonedDate } from "./zoned-date.ts";

/** Part of the language, but not offered by Apps Script's runtime. */
const removed = ["WebAssembly", "SharedArrayBuffer", "Atomics"];

/** Services that Google has and this host lacks: touching one names it. */
const absent =
  "Browser CalendarApp ContactsApp ContentService ConferenceDataService DataStudioApp DocumentApp Drive DriveApp FormApp GmailApp GroupsApp Jdbc LanguageApp LinearOptimizationService Maps Sheets SitesApp SlidesApp XmlService CardService AdminDirectory BigQuery People".split(
    " ",
  );

const define = (name: string, value: unknown): void => {
  Object.defineProperty(globalThis, name, { value, writable: true, configurable: true, enumerable: false });
};

/** Called once by the worker, before the add-on's code runs. */
export function install(bridge: Bridge): void {
  connect(bridge);
  for (const name of removed) Reflect.deleteProperty(globalThis, name);
  installZonedDate(bridge.scriptTimeZone, bridge.now);
  for (const name of absent) define(name, absentService(name));
  define("CacheService", cacheService);
  define("Charts", charts);
  define("console", scriptConsole);
  define("HtmlService", htmlService);
  define("LockService", lockService);
  define("Logger", logger);
  define("MailApp", mailApp);
  define("PropertiesService", propertiesService);
  define("ScriptApp", scriptApp);
  define("Session", session);
  define("SpreadsheetApp", spreadsheetApp);
  define("UrlFetchApp", urlFetchApp);
  define("Utilities", utilities);
}

/** Calls a top-level function of the add-on. A google.script.run call goes and comes back as JSON. */
export function invoke(name: string, given: CallArguments): string | undefined {
  const target: unknown = Reflect.get(globalThis, name);
  if (typeof target !== "function") throw exception(`Script function not found: ${name}`);
  if (given.kind === "event") {
    Reflect.apply(target, undefined, [eventObject(given.event)]);
    return undefined;
  }
  const args: unknown = JSON.parse(given.json);
  const result: unknown = Reflect.apply(target, undefined, Array.isArray(args) ? args : []);
  const problem = findUnserialisable(result);
  if (problem !== undefined)
    throw exception(`The value returned from ${name} cannot be sent to the page: ${problem}`);
  return result === undefined ? undefined : JSON.stringify(result);
}
