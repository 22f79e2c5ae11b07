// What the server put into the page: which workbook, and as whom it is open.
export interface PageSettings {
  readonly workbookId: string;
  readonly user: string;
}

export function readSettings(): PageSettings {
  const text = getElement("page-settings").textContent ?? "{}";
  const { workbookId, user } = JSON.parse(text);
  return { workbookId: String(workbookId), user: String(user) };
}

/** An element the page cannot do without. */
export function getElement(id: string): HTMLElement {
  const element = document.getElementById(id);
  if (!element) throw new Error(`The page lacks #${id}`);
  return element;
}

/** Makes an element with properties and children. */
export function make<Tag extends keyof HTMLElementTagNameMap>(
  tag: Tag,
  properties: Partial<HTMLElementTagNameMap[Tag]> = {},
  ...children: (Node | string)[]
): HTMLElementTagNameMap[Tag] {
  const element = document.createElement(tag);
  Object.assign(element, properties);
  element.append(...children);
  return element;
}
