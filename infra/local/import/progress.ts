// Shows how far an import has come: one line that changes on a terminal, a line now and then elsewhere.

export interface Progress {
  update(count: { readonly read: number; readonly taken: number; readonly refused: number }): void;
  /** Ends the changing line. */
  end(): void;
}

/** Elsewhere than on a terminal, one line after so many rows. */
const ROWS_PER_LINE = 5000;

/** @param columns of the terminal; undefined when the output is none */
export function showProgress(write: (text: string) => void, columns: number | undefined): Progress {
  let shown = 0;
  let open = false;
  return {
    update({ read, taken, refused }) {
      const text = `读 read ${read} · 收 taken ${taken} · 未收 not taken ${refused}`;
      if (columns !== undefined) {
        // Han characters take two columns; a line that wraps could not be written over.
        write(`\r\u001b[K${[...text].slice(0, Math.max(0, columns - 10)).join("")}`);
        open = true;
      } else if (read - shown >= ROWS_PER_LINE) {
        shown = read;
        write(`${text}\n`);
      }
    },
    end() {
      if (open) write("\r\u001b[K");
      open = false;
    },
  };
}
