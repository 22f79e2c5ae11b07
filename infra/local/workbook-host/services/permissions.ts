// Which scope and which AuthMode a service call needs, as Google enforces them for editor add-ons.
import type { OperationName } from "../protocol/host-operations.ts";
import type { AuthMode } from "../protocol/script-event.ts";
import { ScriptRefusal } from "./execution-context.ts";

const scope = (name: string): string =>
  name === "openid" ? name : `https://www.googleapis.com/auth/${name}`;

interface Need {
  /** Any one of these scopes in the manifest is enough; none is needed when empty. */
  readonly scopes: readonly string[];
  readonly authMode: AuthMode;
}

const spreadsheets: Need = {
  scopes: [scope("spreadsheets.currentonly"), scope("spreadsheets")],
  authMode: "LIMITED",
};
const container: Need = { scopes: [scope("script.container.ui")], authMode: "FULL" };
const free: Need = { scopes: [], authMode: "NONE" };

/** By the operation's own name or by its prefix; the longer match wins. */
const needs: Readonly<Record<string, Need>> = {
  "workbook.": spreadsheets,
  // Before first use the menu may still ask for the document itself, not for anything in it.
  "workbook.active": free,
  "sheet.": spreadsheets,
  "range.": spreadsheets,
  "calculation.": spreadsheets,
  "ui.require": free,
  "ui.menu": free,
  "ui.selection": spreadsheets,
  "ui.select": spreadsheets,
  "ui.activateSheet": spreadsheets,
  "ui.toast": spreadsheets,
  "ui.sidebar": container,
  "ui.dialog": container,
  "ui.alert": { scopes: [], authMode: "FULL" },
  "ui.prompt": { scopes: [], authMode: "FULL" },
  "properties.": { scopes: [], authMode: "LIMITED" },
  "cache.": { scopes: [], authMode: "LIMITED" },
  "lock.": { scopes: [], authMode: "LIMITED" },
  "store.": { scopes: [], authMode: "LIMITED" },
  "fetch.": { scopes: [scope("script.external_request")], authMode: "FULL" },
  "script.triggers": { scopes: [scope("script.scriptapp")], authMode: "FULL" },
  "script.addTrigger": { scopes: [scope("script.scriptapp")], authMode: "FULL" },
  "script.deleteTrigger": { scopes: [scope("script.scriptapp")], authMode: "FULL" },
  "script.identityToken": { scopes: ["openid"], authMode: "NONE" },
  "script.": free,
  "session.user": { scopes: [scope("userinfo.email")], authMode: "NONE" },
  "session.locale": free,
  "mail.": { scopes: [scope("script.send_mail")], authMode: "FULL" },
};

const ranks: Readonly<Record<AuthMode, number>> = { NONE: 0, LIMITED: 1, FULL: 2 };

/** Throws as Google does when the manifest lacks a scope or the AuthMode is too low. */
export function requirePermission(
  operation: OperationName,
  label: string,
  authMode: AuthMode,
  manifestScopes: readonly string[],
): void {
  const need = needs[operation] ?? needs[`${operation.split(".")[0]}.`] ?? free;
  const names = need.scopes.join(" || ");
  if (ranks[authMode] < ranks[need.authMode]) {
    throw new ScriptRefusal(
      `You do not have permission to call ${label}.${names === "" ? "" : ` Required permissions: (${names})`} [AuthMode.${authMode}]`,
    );
  }
  if (need.scopes.length > 0 && !need.scopes.some((each) => manifestScopes.includes(each))) {
    throw new ScriptRefusal(
      `Specified permissions are not sufficient to call ${label}. Required permissions: (${names})`,
    );
  }
}
