// Ui: menus, sidebars, dialogs, alerts and prompts in the window the script was started from.
import type { WireMenuItem } from "../protocol/wire.ts";
import { enumeration, memberNamed } from "./enumeration.ts";
import { ask } from "./host.ts";
import { pageOf } from "./html-output.ts";
import { Links } from "./links.ts";
import { standFor } from "./provided.ts";

type GasUi = GoogleAppsScript.Base.Ui;
type GasMenu = GoogleAppsScript.Base.Menu;
type Button = GoogleAppsScript.Base.Button;
type ButtonSet = GoogleAppsScript.Base.ButtonSet;
type Response = GoogleAppsScript.Base.PromptResponse;
type HtmlOutput = GoogleAppsScript.HTML.HtmlOutput;

const buttons = enumeration<GasUi["Button"]>("Button", ["CLOSE", "OK", "CANCEL", "YES", "NO"]);
const buttonSets = enumeration<GasUi["ButtonSet"]>("ButtonSet", [
  "OK",
  "OK_CANCEL",
  "YES_NO",
  "YES_NO_CANCEL",
]);

const menuLinks = new Links<MenuView>("Menu");

class MenuView implements Partial<GasMenu> {
  readonly items: WireMenuItem[] = [];
  readonly title: string;
  constructor(title: string) {
    this.title = title;
  }
  private self(): GasMenu {
    return standFor<GasMenu>("Menu", this);
  }
  addItem(label: string, functionName: string): GasMenu {
    this.items.push({ kind: "item", label, functionName, items: [] });
    return this.self();
  }
  addSeparator(): GasMenu {
    this.items.push({ kind: "separator", label: "", functionName: "", items: [] });
    return this.self();
  }
  addSubMenu(menu: GasMenu): GasMenu {
    const { title, items } = menuLinks.get(menu);
    this.items.push({ kind: "menu", label: title, functionName: "", items });
    return this.self();
  }
  addToUi(): void {
    ask("ui.menu", this.title, this.items);
  }
}

function menuOf(title: string): GasMenu {
  const view = new MenuView(title);
  return menuLinks.tie(standFor<GasMenu>("Menu", view), view);
}

class PromptResponseView implements Partial<Response> {
  private readonly answer: { button: string; text: string };
  constructor(answer: { button: string; text: string }) {
    this.answer = answer;
  }
  getResponseText(): string {
    return this.answer.text;
  }
  getSelectedButton(): Button {
    return memberNamed(buttons, this.answer.button);
  }
}

/** alert(text), alert(text, buttons) and alert(title, text, buttons) share their arguments. */
function textsOf(first: string, second: unknown, third: unknown): [string, string, string] {
  if (third !== undefined) return [first, String(second), String(third)];
  return ["", first, String(second ?? "OK")];
}

class UiView implements Partial<GasUi> {
  readonly Button = buttons;
  readonly ButtonSet = buttonSets;
  createMenu(caption: string): GasMenu {
    return menuOf(caption);
  }
  createAddonMenu(): GasMenu {
    return menuOf("");
  }
  showSidebar(userInterface: HtmlOutput): void {
    ask("ui.sidebar", pageOf(userInterface));
  }
  showModalDialog(userInterface: HtmlOutput, title: string): void {
    ask("ui.dialog", { ...pageOf(userInterface), title }, true);
  }
  showModelessDialog(userInterface: HtmlOutput, title: string): void {
    ask("ui.dialog", { ...pageOf(userInterface), title }, false);
  }
  alert(first: string, second?: string | ButtonSet, third?: ButtonSet): Button {
    return memberNamed(buttons, ask("ui.alert", ...textsOf(first, second, third)));
  }
  prompt(first: string, second?: string | ButtonSet, third?: ButtonSet): Response {
    const [title, text, set] = textsOf(first, second, third);
    const answer = ask("ui.prompt", title, text, second === undefined ? "OK" : set);
    return standFor<Response>("PromptResponse", new PromptResponseView(answer));
  }
}

export function ui(): GasUi {
  ask("ui.require");
  return standFor<GasUi>("Ui", new UiView());
}
