// HtmlOutput: a page's content and the few properties a sidebar or dialog uses.
import type { WirePage } from "../protocol/wire.ts";
import { exception } from "./host.ts";
import { Links } from "./links.ts";
import { standFor } from "./provided.ts";

type GasHtmlOutput = GoogleAppsScript.HTML.HtmlOutput;

const outputLinks = new Links<HtmlOutputView>("HtmlOutput");

class HtmlOutputView implements Partial<GasHtmlOutput> {
  private content: string;
  private title = "";
  private width: number | undefined;
  private height: number | undefined;
  constructor(content: string) {
    this.content = content;
  }
  private self(): GasHtmlOutput {
    return standFor<GasHtmlOutput>("HtmlOutput", this);
  }
  page(): WirePage {
    return { content: this.content, title: this.title, width: this.width, height: this.height };
  }
  append(added: string): GasHtmlOutput {
    this.content += added;
    return this.self();
  }
  clear(): GasHtmlOutput {
    this.content = "";
    return this.self();
  }
  getContent(): string {
    return this.content;
  }
  setContent(content: string): GasHtmlOutput {
    this.content = content;
    return this.self();
  }
  getTitle(): string {
    return this.title;
  }
  setTitle(title: string): GasHtmlOutput {
    this.title = title;
    return this.self();
  }
  getWidth(): number {
    return this.width ?? 300;
  }
  setWidth(width: number | null): GasHtmlOutput {
    this.width = width ?? undefined;
    return this.self();
  }
  getHeight(): number {
    return this.height ?? 0;
  }
  setHeight(height: number | null): GasHtmlOutput {
    this.height = height ?? undefined;
    return this.self();
  }
  addMetaTag(name: string, content: string): GasHtmlOutput {
    this.content = `<meta name="${name}" content="${content}">${this.content}`;
    return this.self();
  }
  setSandboxMode(): GasHtmlOutput {
    return this.self();
  }
  setXFrameOptionsMode(): GasHtmlOutput {
    return this.self();
  }
}

export function htmlOutputOf(content: string): GasHtmlOutput {
  const view = new HtmlOutputView(content);
  return outputLinks.tie(standFor<GasHtmlOutput>("HtmlOutput", view), view);
}

export function pageOf(output: GasHtmlOutput): WirePage {
  const view = outputLinks.find(output);
  if (!view) throw exception("An HtmlOutput is expected.");
  return view.page();
}
