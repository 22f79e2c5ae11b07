// TextFinder over one or several ranges.
import { areaAddress } from "../model/a1.ts";
import type { TextQuery } from "../model/find-text.ts";
import type { RangeRef } from "../protocol/wire.ts";
import { ask } from "./host.ts";
import { standFor } from "./provided.ts";
import { rangeLinks, rangeOf } from "./range-links.ts";

type Finder = GoogleAppsScript.Spreadsheet.TextFinder;
type GasRange = GoogleAppsScript.Spreadsheet.Range;

class TextFinderView implements Partial<Finder> {
  private readonly places: readonly RangeRef[];
  private query: TextQuery;
  private matches: RangeRef[] | undefined;
  private current = -1;

  constructor(places: readonly RangeRef[], text: string) {
    this.places = places;
    this.query = {
      text,
      matchCase: false,
      entireCell: false,
      inFormulas: false,
      regularExpression: false,
      ignoreDiacritics: false,
    };
  }
  private with(change: Partial<TextQuery>): Finder {
    this.query = { ...this.query, ...change };
    this.matches = undefined;
    return standFor<Finder>("TextFinder", this);
  }
  private found(): RangeRef[] {
    this.matches ??= this.places.flatMap((place) =>
      ask("range.find", place, this.query).map(({ row, column }) => ({
        ...place,
        row,
        column,
        rows: 1,
        columns: 1,
      })),
    );
    return this.matches;
  }
  private step(by: number): GasRange | null {
    this.current += by;
    return this.getCurrentMatch();
  }
  matchCase(matchCase: boolean): Finder {
    return this.with({ matchCase });
  }
  matchEntireCell(entireCell: boolean): Finder {
    return this.with({ entireCell });
  }
  matchFormulaText(inFormulas: boolean): Finder {
    return this.with({ inFormulas });
  }
  useRegularExpression(regularExpression: boolean): Finder {
    return this.with({ regularExpression });
  }
  ignoreDiacritics(ignoreDiacritics: boolean): Finder {
    return this.with({ ignoreDiacritics });
  }
  startFrom(range: GasRange): Finder {
    const address = areaAddress({ ...rangeLinks.get(range), rows: 1, columns: 1 });
    this.current = this.found().findIndex((match) => areaAddress(match) === address) - 1;
    return standFor<Finder>("TextFinder", this);
  }
  findAll(): GasRange[] {
    return this.found().map(rangeOf);
  }
  findNext(): GasRange | null {
    return this.step(1);
  }
  findPrevious(): GasRange | null {
    return this.step(-1);
  }
  getCurrentMatch(): GasRange | null {
    const match = this.found()[this.current];
    return match ? rangeOf(match) : null;
  }
  replaceAllWith(replacement: string): number {
    const count = this.places.reduce(
      (total, place) => total + ask("range.replace", place, this.query, replacement),
      0,
    );
    this.matches = undefined;
    return count;
  }
  replaceWith(replacement: string): number {
    const match = this.found()[this.current];
    return match ? ask("range.replace", match, this.query, replacement) : 0;
  }
}

export const textFinderOf = (places: readonly RangeRef[], text: string): Finder =>
  standFor<Finder>("TextFinder", new TextFinderView(places, text));
