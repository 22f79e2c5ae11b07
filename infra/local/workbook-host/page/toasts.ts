// Short messages at the edge of the page; refusals stay until they are read.
import { getElement, make } from "./page-settings.ts";

export interface Toast {
  readonly title: string;
  readonly text: string;
  /** Negative: until closed, as in Apps Script. */
  readonly seconds: number;
  readonly isError?: boolean;
}

/** More would hide the sheet. */
const shownAtOnce = 3;

export function showToast({ title, text, seconds, isError = false }: Toast): void {
  const list = getElement("host-toasts");
  const full = `${title}\n${text}`;
  // A script's word replaces its last one, as in Sheets; a refusal replaces only itself, so that none goes unread.
  for (const shown of list.querySelectorAll<HTMLElement>(".host-toast")) {
    const isRefusal = shown.classList.contains("host-toast-error");
    if (shown.dataset.message === full || (!isError && !isRefusal)) shown.remove();
  }
  const close = make("button", { type: "button", textContent: "×" });
  close.setAttribute("aria-label", "关闭 Close");
  const box = make("div", { className: isError ? "host-toast host-toast-error" : "host-toast" });
  box.dataset.message = full;
  if (isError) box.setAttribute("role", "alert");
  if (title !== "") box.append(make("strong", { textContent: title }));
  box.append(make("span", { textContent: text }), close);
  close.addEventListener("click", () => box.remove());
  list.append(box);
  while (list.childElementCount > shownAtOnce) list.firstElementChild?.remove();
  if (seconds > 0) setTimeout(() => box.remove(), seconds * 1000);
}

/** The line in the header that says what is going on. */
export function showStatus(text: string): void {
  getElement("host-status").textContent = text;
}
