// The sidebar and dialogs: iframes from another origin, whose google.script.run calls are passed on.
import type { UiMessage } from "../protocol/page-messages.ts";
import { getElement, make } from "./page-settings.ts";
import type { CallOutcome } from "./server-link.ts";

interface Frame {
  readonly iframe: HTMLIFrameElement;
  readonly close: () => void;
  readonly resize: (width: number | undefined, height: number | undefined) => void;
}

type Call = (functionName: string, argumentsJson: string) => Promise<CallOutcome>;

export class Frames {
  private readonly call: Call;
  private readonly focusSheet: () => void;
  private readonly frames = new Set<Frame>();
  private sidebar: Frame | undefined;
  /** Where frames come from; messages from elsewhere are not heard. */
  origin = "";

  constructor(call: Call, focusSheet: () => void) {
    this.call = call;
    this.focusSheet = focusSheet;
    window.addEventListener("message", (event) => this.hear(event));
  }

  /** One sidebar at a time: a new one takes the old one's place. */
  openSidebar({ frame: address, title }: Extract<UiMessage, { kind: "sidebar" }>): void {
    this.sidebar?.close();
    const aside = getElement("host-sidebar");
    const iframe = makeFrame(address, title);
    const close = make("button", { type: "button", textContent: "×" });
    close.setAttribute("aria-label", "关闭侧边栏 Close sidebar");
    aside.replaceChildren(
      make("div", { className: "host-frame-head" }, make("h2", { textContent: title }), close),
      iframe,
    );
    aside.hidden = false;
    const frame: Frame = {
      iframe,
      resize: () => undefined,
      close: () => {
        this.frames.delete(frame);
        if (this.sidebar !== frame) return;
        this.sidebar = undefined;
        aside.hidden = true;
        aside.replaceChildren();
        window.dispatchEvent(new Event("resize"));
        this.focusSheet();
      },
    };
    close.addEventListener("click", frame.close);
    this.sidebar = frame;
    this.frames.add(frame);
    window.dispatchEvent(new Event("resize"));
    iframe.focus();
  }

  openDialog({
    frame: address,
    title,
    width,
    height,
    isModal,
  }: Extract<UiMessage, { kind: "dialog" }>): void {
    const dialog = make("dialog", { className: "host-dialog host-frame-dialog" });
    dialog.setAttribute("aria-label", title);
    const iframe = makeFrame(address, title);
    const close = make("button", { type: "button", textContent: "×" });
    close.setAttribute("aria-label", "关闭对话框 Close dialog");
    dialog.append(
      make("div", { className: "host-frame-head" }, make("h2", { textContent: title }), close),
      iframe,
    );
    document.body.append(dialog);
    const frame: Frame = {
      iframe,
      resize: (newWidth, newHeight) => {
        if (newWidth) iframe.style.width = `${newWidth}px`;
        if (newHeight) iframe.style.height = `${newHeight}px`;
      },
      close: () => dialog.close(),
    };
    frame.resize(width, height);
    this.frames.add(frame);
    close.addEventListener("click", frame.close);
    dialog.addEventListener("close", () => {
      this.frames.delete(frame);
      dialog.remove();
      this.focusSheet();
    });
    if (isModal) dialog.showModal();
    else dialog.show();
    iframe.focus();
  }

  private hear(event: MessageEvent): void {
    if (event.origin !== this.origin) return;
    const frame = [...this.frames].find((each) => each.iframe.contentWindow === event.source);
    if (!frame) return;
    const { kind, id, name, args, width, height } = event.data ?? {};
    if (kind === "close") frame.close();
    else if (kind === "escape" && frame !== this.sidebar) frame.close();
    else if (kind === "resize") frame.resize(Number(width) || undefined, Number(height) || undefined);
    else if (kind === "focus-editor") this.focusSheet();
    else if (kind === "call" && typeof name === "string" && typeof args === "string") {
      void this.pass(frame, Number(id), name, args);
    }
  }

  private async pass(frame: Frame, id: number, name: string, args: string): Promise<void> {
    let outcome: CallOutcome;
    try {
      outcome = await this.call(name, args);
    } catch (error) {
      outcome = {
        ok: false,
        message: `NetworkError: ${error instanceof Error ? error.message : String(error)}`,
      };
    }
    frame.iframe.contentWindow?.postMessage({ kind: "answer", id, ...outcome }, this.origin);
  }
}

function makeFrame(address: string, title: string): HTMLIFrameElement {
  const iframe = make("iframe", { src: address, title });
  iframe.setAttribute(
    "sandbox",
    "allow-scripts allow-same-origin allow-forms allow-popups allow-modals allow-downloads",
  );
  return iframe;
}
