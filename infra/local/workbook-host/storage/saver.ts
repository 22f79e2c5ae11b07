// Saves something soon after it changed, once for many changes, one write at a time.
import { writeAtomically } from "./atomic-file.ts";

/** Edits come in bursts; this is how much of a burst one write gathers at least. */
const gatherMs = 200;
/** A large workbook takes a while to write out: saving may take this part of the time at most. */
const shareOfTime = 0.05;

export class Saver {
  private readonly path: string;
  private readonly content: () => string;
  private timer: NodeJS.Timeout | undefined;
  private writing: Promise<void> = Promise.resolve();
  private lastTookMs = 0;

  constructor(path: string, content: () => string) {
    this.path = path;
    this.content = content;
  }

  changed(): void {
    this.timer ??= setTimeout(
      () => void this.flush().catch(reportFailure),
      Math.max(gatherMs, this.lastTookMs / shareOfTime),
    );
  }

  /** Writes what is pending; resolves when it is on disk. */
  flush(): Promise<void> {
    if (this.timer) {
      clearTimeout(this.timer);
      this.timer = undefined;
      this.writing = this.writing.catch(reportFailure).then(() => this.write());
    }
    return this.writing;
  }

  private async write(): Promise<void> {
    const started = performance.now();
    const content = this.content();
    this.lastTookMs = performance.now() - started;
    await writeAtomically(this.path, content);
  }
}

function reportFailure(error: unknown): void {
  console.error("workbook host: could not save", error);
}
