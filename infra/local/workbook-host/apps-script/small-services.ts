// Session, MailApp, Logger and console, Charts.

import type { WireMail } from "../protocol/wire.ts";
import { ask, exception, host } from "./host.ts";
import { standFor } from "./provided.ts";
import { chartTypes } from "./spreadsheet-enums.ts";
import { userOf } from "./user.ts";

export const session = standFor<GoogleAppsScript.Base.Session>("Session", {
  getActiveUser: () => userOf(ask("session.user", "active")),
  getEffectiveUser: () => userOf(ask("session.user", "effective")),
  getActiveUserLocale: () => ask("session.locale"),
  getScriptTimeZone: () => host().scriptTimeZone,
  getTemporaryActiveUserKey: () => `key-${ask("session.user", "active")}`,
});

const isRecord = (value: unknown): value is Record<string, unknown> =>
  typeof value === "object" && value !== null;

/** sendEmail(message), (to, subject, body), (to, subject, body, options) and (to, replyTo, subject, body). */
function mailOf(args: readonly unknown[]): WireMail {
  const [first, second, third, fourth] = args;
  const message: Record<string, unknown> = isRecord(first)
    ? first
    : typeof fourth === "string"
      ? { to: first, replyTo: second, subject: third, body: fourth }
      : { ...(isRecord(fourth) ? fourth : {}), to: first, subject: second, body: third };
  const text = (key: string): string => String(message[key] ?? "");
  if (text("to") === "") throw exception("Failed to send email: no recipient");
  return {
    to: text("to"),
    cc: text("cc"),
    bcc: text("bcc"),
    replyTo: text("replyTo"),
    name: text("name"),
    subject: text("subject"),
    body: text("body"),
    htmlBody: text("htmlBody"),
  };
}

export const mailApp = standFor<GoogleAppsScript.Mail.MailApp>("MailApp", {
  sendEmail: (...args: unknown[]) => ask("mail.send", mailOf(args)),
  getRemainingDailyQuota: () => ask("mail.quota"),
});

/** A value as a log line shows it. */
function logText(value: unknown): string {
  if (value instanceof Error) return value.stack ?? String(value);
  if (typeof value !== "object" || value === null) return String(value);
  try {
    return JSON.stringify(value) ?? String(value);
  } catch {
    return String(value);
  }
}

/** printf-style placeholders are filled first; what is left over is appended. */
function logLine(args: readonly unknown[]): string {
  const [first, ...rest] = args;
  if (typeof first !== "string") return args.map(logText).join(" ");
  let used = 0;
  const text = first.replace(/%[sdj]/g, (place) => (used < rest.length ? logText(rest[used++]) : place));
  return [text, ...rest.slice(used).map(logText)].join(" ");
}

const lines: string[] = [];

type GasLogger = GoogleAppsScript.Base.Logger;
export const logger: GasLogger = standFor<GasLogger>("Logger", {
  log: (...args: unknown[]): GasLogger => {
    const line = logLine(args);
    lines.push(line);
    host().log("INFO", line);
    return logger;
  },
  getLog: () => lines.join("\n"),
  clear: () => {
    lines.length = 0;
  },
});

const write =
  (level: string) =>
  (...args: unknown[]): void =>
    host().log(level, logLine(args));

const timers = new Map<string, number>();

/** `console` as Apps Script has it: it writes to the execution log. */
export const scriptConsole = {
  log: write("DEBUG"),
  info: write("INFO"),
  warn: write("WARNING"),
  error: write("ERROR"),
  time: (label = "default"): void => {
    timers.set(label, host().now());
  },
  timeEnd: (label = "default"): void => {
    const started = timers.get(label);
    if (started !== undefined) write("DEBUG")(`${label}: ${host().now() - started}ms`);
  },
};

export const charts = standFor<GoogleAppsScript.Charts.Charts>("Charts", { ChartType: chartTypes });
