// Alerts and prompts that a script waits on.
import type { UiMessage } from "../protocol/page-messages.ts";
import { make } from "./page-settings.ts";

type Question = Extract<UiMessage, { kind: "question" }>;

const labels: Readonly<Record<string, string>> = {
  OK: "确定 OK",
  CANCEL: "取消 Cancel",
  YES: "是 Yes",
  NO: "否 No",
};

const buttonNames = (set: string): string[] => set.split("_").filter((name) => name in labels);

let counter = 0;

/** Asks and resolves with the button pressed; Escape and the corner button mean CLOSE. */
export function askQuestion(question: Question): Promise<{ button: string; text: string }> {
  counter += 1;
  const headingId = `host-question-${counter}`;
  const dialog = make("dialog", { className: "host-dialog host-question" });
  dialog.setAttribute("aria-labelledby", headingId);
  const input = question.hasInput ? make("input", { type: "text", id: `${headingId}-input` }) : undefined;
  const form = make("form", { method: "dialog" });
  form.append(make("h2", { id: headingId, textContent: question.title || "提示 Message" }));
  form.append(make("p", { textContent: question.text }));
  if (input) {
    input.setAttribute("aria-label", question.text);
    form.append(input);
  }
  const names = buttonNames(question.buttons);
  const buttons = names.map((name, index) =>
    make("button", {
      value: name,
      textContent: labels[name] ?? name,
      className: index === 0 ? "host-main-button" : "",
    }),
  );
  form.append(make("div", { className: "host-buttons" }, ...buttons));
  dialog.append(form);
  document.body.append(dialog);
  dialog.showModal();
  (input ?? buttons[0])?.focus();
  return new Promise((resolve) => {
    dialog.addEventListener("close", () => {
      const button = names.includes(dialog.returnValue) ? dialog.returnValue : "CLOSE";
      dialog.remove();
      resolve({ button, text: input?.value ?? "" });
    });
  });
}
