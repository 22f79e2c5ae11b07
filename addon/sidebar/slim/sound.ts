// Stands in bundles for the search for faults in a definition, which the tests have made of every ledger.

export function ledgerFaults(): string[] {
  return [];
}
