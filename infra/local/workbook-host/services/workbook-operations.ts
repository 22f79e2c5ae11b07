// Answers questions about a workbook as a whole.
import { getSheet, requireEditor } from "../model/edit.ts";
import { copySheetInto, insertSheet } from "../model/edit-sheets.ts";
import type { Sheet } from "../model/sheet.ts";
import type { Workbook } from "../model/workbook.ts";
import { isTimeZone } from "../model/zoned-time.ts";
import type { HostImplementation, WorkbookOperations } from "../protocol/host-operations.ts";
import type { RangeRef, WireSheet } from "../protocol/wire.ts";
import { ScriptRefusal } from "./execution-context.ts";
import type { HostServices } from "./host-services.ts";
import type { Resolver } from "./resolve.ts";

export function describeSheet(workbook: Workbook, sheet: Sheet): WireSheet {
  return {
    id: sheet.id,
    name: sheet.name,
    index: workbook.sheets.indexOf(sheet),
    hidden: sheet.hidden,
    tabColor: sheet.tabColor,
    frozenRows: sheet.frozenRows,
    frozenColumns: sheet.frozenColumns,
    maxRows: sheet.maxRows,
    maxColumns: sheet.maxColumns,
  };
}

/** A named range's name: letters, digits and underscores, no address. */
const rangeName = /^(?![A-Za-z]{1,3}\d+$)(?![rRcC]\d*$)[\p{L}_][\p{L}\p{N}_.]*$/u;

export function workbookOperations(
  services: HostServices,
  resolver: Resolver,
): Pick<HostImplementation, keyof WorkbookOperations> {
  return {
    "workbook.active": () => resolver.execution.workbookId ?? null,
    "workbook.open": (id) => {
      resolver.workbook(id);
    },
    "workbook.describe": (id) => ({ ...resolver.workbook(id).workbook.facts, url: services.urlOf(id) }),
    "workbook.update": (id, change) => {
      const edit = resolver.edit(id);
      requireEditor(edit);
      const { facts } = edit.workbook;
      if (change.timeZone !== undefined && !isTimeZone(change.timeZone)) {
        throw new ScriptRefusal(`Invalid argument: ${change.timeZone}`);
      }
      facts.name = change.name ?? facts.name;
      facts.timeZone = change.timeZone ?? facts.timeZone;
      facts.locale = change.locale ?? facts.locale;
      if (change.editors) facts.editors = change.editors.filter((email) => email !== facts.owner);
      if (change.viewers) facts.viewers = [...change.viewers];
      if (change.timeZone !== undefined) edit.workbook.markAllStale();
      edit.workbook.announce({ kind: "properties" });
    },
    "workbook.sheets": (id) => {
      const { workbook } = resolver.workbook(id);
      return workbook.sheets.map((sheet) => describeSheet(workbook, sheet));
    },
    "workbook.insertSheet": (id, name, index, template) => {
      const edit = resolver.edit(id);
      const sheet = insertSheet(edit, name, index);
      if (template !== undefined) {
        copySheetInto(getSheet(edit.workbook, template), sheet);
        edit.workbook.markAllStale();
        edit.workbook.announce({ kind: "sheet-list" });
      }
      return sheet.id;
    },
    "workbook.namedRanges": (id) =>
      [...resolver.workbook(id).workbook.namedRanges].map(([name, { sheetId, area }]) => ({
        name,
        range: { workbookId: id, sheetId, ...area } satisfies RangeRef,
      })),
    "workbook.setNamedRange": (id, name, range) => {
      const edit = resolver.edit(id);
      requireEditor(edit);
      if (range === null) edit.workbook.namedRanges.delete(name);
      else {
        if (!rangeName.test(name))
          throw new ScriptRefusal(`The name "${name}" is not valid for a named range.`);
        const { sheetId, row, column, rows, columns } = range;
        edit.workbook.namedRanges.set(name, { sheetId, area: { row, column, rows, columns } });
      }
      edit.workbook.markAllStale();
      edit.workbook.announce({ kind: "properties" });
    },
    "workbook.metadata": (id) => [...resolver.workbook(id).workbook.metadata],
    "workbook.addMetadata": (id, entry) => {
      const edit = resolver.edit(id);
      requireEditor(edit);
      const made = { ...entry, id: edit.workbook.takeId() };
      edit.workbook.metadata.push(made);
      edit.workbook.announce({ kind: "properties" });
      return made;
    },
    "workbook.setMetadata": (id, metadataId, value) => {
      const edit = resolver.edit(id);
      requireEditor(edit);
      const { workbook } = edit;
      workbook.metadata =
        value === null
          ? workbook.metadata.filter((each) => each.id !== metadataId)
          : workbook.metadata.map((each) => (each.id === metadataId ? { ...each, value } : each));
      workbook.announce({ kind: "properties" });
    },
    "calculation.flush": () => {
      const { workbookId } = resolver.execution;
      if (workbookId !== undefined) resolver.workbook(workbookId).calculation.bringUpToDate();
    },
  };
}
