// The menu bar: the host's own menus and the add-on's, by mouse and by keyboard.
import { getElement, make } from "./page-settings.ts";

export type MenuEntry =
  | { readonly kind: "item"; readonly label: string; readonly run: () => void; readonly isDisabled?: boolean }
  | { readonly kind: "separator" }
  | { readonly kind: "menu"; readonly label: string; readonly entries: readonly MenuEntry[] };

interface Menu {
  readonly id: string;
  readonly label: string;
  entries: readonly MenuEntry[];
}

let counter = 0;

/** Moves the focus among the items of a list, as arrow keys do. */
function stepFocus(list: HTMLElement, by: number): void {
  const items = [...list.querySelectorAll<HTMLElement>(":scope > li > button:not(:disabled)")];
  const { activeElement } = document;
  const at = activeElement instanceof HTMLElement ? items.indexOf(activeElement) : -1;
  items[(at + by + items.length) % items.length]?.focus();
}

export class MenuBar {
  private readonly bar = getElement("host-menus");
  private readonly menus: Menu[] = [];
  private open: { button: HTMLButtonElement; list: HTMLElement } | undefined;

  constructor() {
    document.addEventListener("pointerdown", (event) => {
      if (event.target instanceof Node && !this.bar.contains(event.target)) this.close(false);
    });
  }

  set(id: string, label: string, entries: readonly MenuEntry[]): void {
    const known = this.menus.find((menu) => menu.id === id);
    if (known) known.entries = entries;
    else this.menus.push({ id, label, entries });
    this.draw();
  }

  /** A menu that is open while its items arrive stays open, with the new items. */
  private draw(): void {
    const openId = this.open?.button.dataset.menu;
    this.close(false);
    this.bar.replaceChildren(
      ...this.menus.map((menu) => {
        const button = make("button", { type: "button", textContent: menu.label });
        button.setAttribute("role", "menuitem");
        button.setAttribute("aria-haspopup", "true");
        button.setAttribute("aria-expanded", "false");
        button.dataset.menu = menu.id;
        button.addEventListener("click", () => this.toggle(button, menu));
        button.addEventListener("keydown", (event) => {
          if (event.key === "ArrowDown") {
            event.preventDefault();
            if (this.open?.button !== button) this.toggle(button, menu);
          } else if (event.key === "ArrowRight" || event.key === "ArrowLeft") {
            const sibling =
              event.key === "ArrowRight" ? button.nextElementSibling : button.previousElementSibling;
            if (sibling instanceof HTMLElement) sibling.focus();
          }
        });
        return button;
      }),
    );
    const again = this.menus.find((menu) => menu.id === openId);
    const button = this.bar.querySelector<HTMLButtonElement>(`[data-menu="${CSS.escape(openId ?? "")}"]`);
    if (again && button) this.toggle(button, again);
  }

  private toggle(button: HTMLButtonElement, menu: Menu): void {
    const wasOpen = this.open?.button === button;
    this.close(false);
    if (wasOpen) return;
    const list = this.list(menu.label, menu.entries);
    list.style.left = `${button.offsetLeft}px`;
    this.bar.append(list);
    button.setAttribute("aria-expanded", "true");
    this.open = { button, list };
    stepFocus(list, 1);
  }

  private close(returnFocus: boolean): void {
    if (!this.open) return;
    this.open.list.remove();
    this.open.button.setAttribute("aria-expanded", "false");
    if (returnFocus) this.open.button.focus();
    this.open = undefined;
  }

  private list(label: string, entries: readonly MenuEntry[]): HTMLElement {
    const list = make("ul", { className: "host-menu" });
    list.setAttribute("role", "menu");
    list.setAttribute("aria-label", label);
    list.append(...entries.map((entry) => this.item(entry)));
    list.addEventListener("keydown", (event) => {
      if (event.key === "ArrowDown" || event.key === "ArrowUp") {
        event.preventDefault();
        event.stopPropagation();
        stepFocus(list, event.key === "ArrowDown" ? 1 : -1);
      } else if (event.key === "Escape") {
        event.stopPropagation();
        this.close(true);
      }
    });
    return list;
  }

  private item(entry: MenuEntry): HTMLElement {
    const row = make("li");
    row.setAttribute("role", "none");
    if (entry.kind === "separator") {
      row.className = "host-menu-line";
      row.setAttribute("role", "separator");
      return row;
    }
    const button = make("button", { type: "button", textContent: entry.label });
    button.setAttribute("role", "menuitem");
    row.append(button);
    if (entry.kind === "item") {
      button.disabled = entry.isDisabled ?? false;
      button.addEventListener("click", () => {
        this.close(true);
        entry.run();
      });
      return row;
    }
    this.addSubmenu(row, button, entry.label, entry.entries);
    return row;
  }

  private addSubmenu(
    row: HTMLElement,
    button: HTMLButtonElement,
    label: string,
    entries: readonly MenuEntry[],
  ): void {
    counter += 1;
    const submenu = this.list(label, entries);
    submenu.id = `host-submenu-${counter}`;
    submenu.hidden = true;
    row.className = "host-menu-more";
    row.append(submenu);
    button.setAttribute("aria-haspopup", "true");
    button.setAttribute("aria-expanded", "false");
    button.setAttribute("aria-controls", submenu.id);
    let isShown = false;
    const show = (visible: boolean): void => {
      isShown = visible;
      submenu.hidden = !visible;
      button.setAttribute("aria-expanded", String(visible));
    };
    button.addEventListener("click", () => {
      // Hovering has often opened it already: a click never closes it.
      show(true);
      stepFocus(submenu, 1);
    });
    row.addEventListener("mouseenter", () => show(true));
    row.addEventListener("mouseleave", () => show(false));
    row.addEventListener("keydown", (event) => {
      if (event.key === "ArrowRight" && !isShown) {
        show(true);
        stepFocus(submenu, 1);
      } else if (event.key === "ArrowLeft" && isShown) {
        event.stopPropagation();
        show(false);
        button.focus();
      }
    });
  }
}
