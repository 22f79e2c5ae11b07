// Saves something soon after it changed, once for many changes, one write at a time.
import { writeAtomically } from "./atomic-file.ts";

/** Edits come in bursts; this is how much of a burst one write gathers. */
const gatherMs = 200;

export class Saver {
  private readonly path: string;
  private readonly content: () => string;
  private timer: NodeJS.Timeout | undefined;
  private writing: Promise<void> = Promise.resolve();

  constructor(path: string, content: () => string) {
    this.path = path;
    this.content = content;
  }

  changed(): void {
    this.timer ??= setTimeout(() => void this.flush().catch(reportFailure), gatherMs);
  }

  /** Writes what is pending; resolves when it is on disk. */
  flush(): Promise<void> {
    if (this.timer) {
      clearTimeout(this.timer);
      this.timer = undefined;
      this.writing = this.writing.catch(reportFailure).then(() => writeAtomically(this.path, this.content()));
    }
    return this.writing;
  }
}

function reportFailure(error: unknown): void {
  console.error("workbook host: could not save", error);
}
