// A stand-in for Google's add-on stylesheet: the same class names, written anew, so that sidebars look at home offline.
export const addonStylesheet = `
body { margin: 0; padding: 12px; color: #222; font: 13px/18px Arial, "Noto Sans CJK SC", sans-serif; }
h1, h2, h3 { font-weight: normal; margin: 0 0 8px; }
h1 { font-size: 18px; } h2 { font-size: 16px; } h3 { font-size: 14px; }
a { color: #1558d6; }
label { display: block; margin-bottom: 4px; }
.block { display: block; } .form-group { margin: 4px 0 12px; } .inline { display: inline-block; }
.block + .block, .button-bar { margin-top: 12px; }
input[type="text"], input[type="number"], input[type="date"], input[type="search"], input[type="tel"], select, textarea {
  box-sizing: border-box; max-width: 100%; padding: 4px 6px; border: 1px solid #767b82; border-radius: 2px; font: inherit; }
button, .button, input[type="submit"], input[type="button"] {
  min-width: 72px; height: 29px; padding: 0 8px; border: 1px solid #c4c7cc; border-radius: 2px;
  background: #f5f5f5; color: #333; font: bold 12px Arial, "Noto Sans CJK SC", sans-serif; cursor: pointer; }
button.action, .button.action { border-color: #1a56c4; background: #1f66e0; color: #fff; }
button.create, .button.create { border-color: #a5301f; background: #b93826; color: #fff; }
button.share, .button.share { border-color: #1d7a3d; background: #237f43; color: #fff; }
button:disabled { opacity: .55; cursor: default; }
:focus-visible { outline: 2px solid #1558d6; outline-offset: 1px; }
.error { color: #b3261e; } .gray, .secondary { color: #5f6368; }
.sidebar { box-sizing: border-box; padding: 12px; } .bottom { position: absolute; bottom: 0; } .width-100 { width: 100%; }
`;
