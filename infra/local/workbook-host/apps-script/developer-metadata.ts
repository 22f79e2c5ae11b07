// DeveloperMetadata of a spreadsheet or a sheet.
import type { WireMetadata } from "../protocol/wire.ts";
import { memberNamed } from "./enumeration.ts";
import { ask } from "./host.ts";
import { standFor } from "./provided.ts";
import { metadataVisibilities } from "./spreadsheet-enums.ts";

type Metadata = GoogleAppsScript.Spreadsheet.DeveloperMetadata;
type Visibility = GoogleAppsScript.Spreadsheet.DeveloperMetadataVisibility;

class MetadataView implements Partial<Metadata> {
  private readonly workbookId: string;
  private record: WireMetadata;
  constructor(workbookId: string, record: WireMetadata) {
    this.workbookId = workbookId;
    this.record = record;
  }
  getId(): number {
    return this.record.id;
  }
  getKey(): string {
    return this.record.key;
  }
  getValue(): string | null {
    return this.record.value ?? null;
  }
  getVisibility(): Visibility {
    return memberNamed(metadataVisibilities, this.record.visibility);
  }
  setValue(value: string): Metadata {
    ask("workbook.setMetadata", this.workbookId, this.record.id, value);
    this.record = { ...this.record, value };
    return standFor<Metadata>("DeveloperMetadata", this);
  }
  remove(): void {
    ask("workbook.setMetadata", this.workbookId, this.record.id, null);
  }
}

export const metadataOf = (workbookId: string, sheetId: number | undefined): Metadata[] =>
  ask("workbook.metadata", workbookId)
    .filter((record) => record.sheetId === sheetId)
    .map((record) => standFor<Metadata>("DeveloperMetadata", new MetadataView(workbookId, record)));
