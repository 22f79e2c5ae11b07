// The table of all 120 rows: what the documents ask, and where it is done.
import type { DocumentRow } from "./document-row.ts";
import { FIRST_DOCUMENT } from "./first-document.ts";
import { OTHER_DOCUMENTS } from "./other-documents.ts";

export const DOCUMENT_ROWS: readonly DocumentRow[] = [...FIRST_DOCUMENT, ...OTHER_DOCUMENTS];
