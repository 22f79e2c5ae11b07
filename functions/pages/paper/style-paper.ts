// The look of a paper that is handed over: one sheet of A4, the hall's name above it, lines to sign on below.

export const PAPER_STYLE = `
.paper { max-width: 46em; margin: 0 auto; padding: 28px 36px; background: #fff; border: 1px solid var(--line); }
.paper h1 { text-align: center; margin: 4px 0; }
.paper h2 { font-size: 17px; margin: 18px 0 6px; }
.paper-hall { text-align: center; font-size: 18px; font-weight: 600; margin: 0; }
.paper-number { text-align: center; margin: 0 0 18px; }
.paper .told { text-indent: 2em; margin: 4px 0; white-space: pre-line; }
.paper ol, .paper ul { margin: 4px 0 4px 1.2em; }
.paper-checks { list-style: none; }
.paper-signatures { margin-top: 32px; display: grid; gap: 22px; }
.paper-signatures .line { display: inline-block; min-width: 12em; border-bottom: 1px solid #000; margin-inline-end: 1em; }
.paper-signatures .line.short { min-width: 8em; }
.paper-foot { margin-top: 32px; padding-top: 8px; border-top: 1px solid var(--line); font-size: 14px; color: var(--soft); }
@media (max-width: 640px) { .paper { padding: 16px; } .paper-signatures .line { min-width: 7em; } }
@media print { .paper { border: 0; padding: 0; max-width: none; } }
`;
