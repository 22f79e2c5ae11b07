// Ledgers whose entry form is put together with parts of their own; every other has the form of its definition.
import type { ComponentType } from "preact";
import { CaseEntry } from "../cases/case-entry.tsx";

export const ENTRY_PARTS: Readonly<Record<string, ComponentType>> = { cases: CaseEntry };
