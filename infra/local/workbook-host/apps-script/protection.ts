// Protection of a range or a sheet.
import type { HostOperations } from "../protocol/host-operations.ts";
import type { RangeRef, SheetRef, WireProtection } from "../protocol/wire.ts";
import { memberNamed } from "./enumeration.ts";
import { ask, exception } from "./host.ts";
import { standFor } from "./provided.ts";
import { rangeLinks, rangeOf } from "./range-links.ts";
import { protectionTypes } from "./spreadsheet-enums.ts";
import { addressOf, userOf } from "./user.ts";

type GasProtection = GoogleAppsScript.Spreadsheet.Protection;
type GasRange = GoogleAppsScript.Spreadsheet.Range;
type User = GoogleAppsScript.Base.User;

class ProtectionView implements Partial<GasProtection> {
  private readonly sheet: SheetRef;
  private readonly id: string;
  constructor(sheet: SheetRef, id: string) {
    this.sheet = sheet;
    this.id = id;
  }
  private facts(): WireProtection {
    const facts = ask("sheet.protection", this.sheet, this.id);
    if (!facts) throw exception("The protection was removed.");
    return facts;
  }
  private change(change: Parameters<HostOperations["sheet.updateProtection"]>[2]): GasProtection {
    ask("sheet.updateProtection", this.sheet, this.id, change);
    return standFor<GasProtection>("Protection", this);
  }
  getProtectionType(): GoogleAppsScript.Spreadsheet.ProtectionType {
    return memberNamed(protectionTypes, this.facts().kind);
  }
  getRange(): GasRange {
    return rangeOf(this.facts().range);
  }
  setRange(range: GasRange): GasProtection {
    return this.change({ range: rangeLinks.get(range) });
  }
  getRangeName(): string | null {
    return this.facts().namedRange ?? null;
  }
  setRangeName(namedRange: string): GasProtection {
    return this.change({ namedRange });
  }
  getDescription(): string {
    return this.facts().description;
  }
  setDescription(description: string): GasProtection {
    return this.change({ description });
  }
  isWarningOnly(): boolean {
    return this.facts().warningOnly;
  }
  setWarningOnly(warningOnly: boolean): GasProtection {
    return this.change({ warningOnly });
  }
  canDomainEdit(): boolean {
    return this.facts().domainEdit;
  }
  setDomainEdit(domainEdit: boolean): GasProtection {
    return this.change({ domainEdit });
  }
  canEdit(): boolean {
    return this.facts().editors.includes(ask("session.user", "effective"));
  }
  getEditors(): User[] {
    return this.facts().editors.map(userOf);
  }
  addEditor(user: string | User): GasProtection {
    return this.addEditors([user]);
  }
  addEditors(users: (string | User)[]): GasProtection {
    return this.change({ editors: [...new Set([...this.facts().editors, ...users.map(addressOf)])] });
  }
  removeEditor(user: string | User): GasProtection {
    return this.removeEditors([user]);
  }
  removeEditors(users: readonly (string | User)[]): GasProtection {
    const gone = users.map(addressOf);
    return this.change({ editors: this.facts().editors.filter((email) => !gone.includes(email)) });
  }
  getUnprotectedRanges(): GasRange[] {
    return this.facts().unprotected.map(rangeOf);
  }
  setUnprotectedRanges(ranges: GasRange[]): GasProtection {
    return this.change({ unprotected: ranges.map((range): RangeRef => rangeLinks.get(range)) });
  }
  remove(): void {
    ask("sheet.removeProtection", this.sheet, this.id);
  }
}

export const protectionOf = (sheet: SheetRef, facts: WireProtection): GasProtection =>
  standFor<GasProtection>("Protection", new ProtectionView(sheet, facts.id));
