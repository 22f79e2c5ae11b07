// Which keystrokes save: Enter and Ctrl+Enter, but never the Enter that ends a Chinese input method's composition.
import type { SaveMode } from "./use-entry.ts";

/** Browsers report a key that the input method has taken with this code (UI Events, section on `keyCode`). */
const TAKEN_BY_INPUT_METHOD = 229;

export function saveModeOf(event: KeyboardEvent): SaveMode | null {
  const { target } = event;
  if (event.key !== "Enter" || event.defaultPrevented) return null;
  if (event.isComposing || event.keyCode === TAKEN_BY_INPUT_METHOD) return null;
  if (event.ctrlKey || event.metaKey) return "keep";
  if (event.shiftKey || event.altKey) return null;
  if (target instanceof HTMLTextAreaElement) return target.dataset.lines ? null : "next";
  return target instanceof HTMLInputElement ? "next" : null;
}
