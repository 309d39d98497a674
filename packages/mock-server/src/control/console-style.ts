/** How the console page looks, in light and in dark. */
export const consoleStyle = `
:root {
  color-scheme: light dark;
  --ground: light-dark(#f6f7f9, #14161a);
  --card: light-dark(#ffffff, #1d2026);
  --line: light-dark(#dfe3e8, #333943);
  --text: light-dark(#1c2128, #e4e8ee);
  --quiet: light-dark(#5b6572, #98a2b0);
  --accent: light-dark(#1f5fd0, #82adff);
  --good: light-dark(#16704a, #5fd39d);
  --warn: light-dark(#8f5600, #f2b659);
  --bad: light-dark(#b3261e, #ff8f86);
  font: 15px/1.5 system-ui, sans-serif;
}
* { box-sizing: border-box; }
[hidden] { display: none !important; }
body { margin: 0 auto; max-width: 1500px; padding: 20px; background: var(--ground); color: var(--text); }
h1 { font-size: 1.4rem; margin: 0; }
h2 { font-size: 1.05rem; margin: 0; }
p { margin: 0; }
code, pre { font: 13px/1.5 ui-monospace, 'SF Mono', Menlo, Consolas, monospace; }
header { display: flex; flex-wrap: wrap; gap: 12px 32px; justify-content: space-between; margin-bottom: 16px; }
.clock { text-align: right; font-variant-numeric: tabular-nums; }
.clock .row { justify-content: flex-end; margin-top: 6px; }
main { display: grid; gap: 16px; grid-template-columns: minmax(0, 3fr) minmax(0, 2fr); align-items: start; }
main .wide { grid-row: span 3; }
@media (max-width: 1000px) {
  main { grid-template-columns: minmax(0, 1fr); }
  main .wide { grid-row: auto; }
  .clock { text-align: left; }
  .clock .row { justify-content: flex-start; }
}
section { background: var(--card); border: 1px solid var(--line); border-radius: 10px; padding: 16px; }
.head, .row { display: flex; flex-wrap: wrap; gap: 8px; align-items: end; }
.head { justify-content: space-between; align-items: center; }
form { margin-top: 12px; }
label { display: grid; gap: 2px; font-size: 0.8rem; color: var(--quiet); }
.grow { flex: 1 1 140px; }
input, select, button {
  font: inherit; font-size: 0.87rem; color: var(--text); background: var(--card);
  border: 1px solid var(--line); border-radius: 6px; padding: 4px 8px; min-height: 31px;
}
input { width: 100%; }
input[type='number'] { width: 84px; }
button { cursor: pointer; font-weight: 550; }
button:hover { border-color: var(--accent); color: var(--accent); }
button.danger:hover { border-color: var(--bad); color: var(--bad); }
:focus-visible { outline: 2px solid var(--accent); outline-offset: 1px; }
.quiet, .count { color: var(--quiet); font-weight: 400; }
.list .quiet { font-size: 0.87rem; }
.list { margin-top: 12px; }
.list > * { border-top: 1px solid var(--line); padding: 7px 0; }
.line { display: flex; gap: 10px; align-items: baseline; }
.line .grow { overflow-wrap: anywhere; }
.line + .line { align-items: center; margin-top: 3px; }
.line time { color: var(--quiet); font-variant-numeric: tabular-nums; font-size: 0.85rem; }
summary { cursor: pointer; list-style: none; }
summary::-webkit-details-marker { display: none; }
summary:hover .path { color: var(--accent); }
pre { margin: 8px 0 4px; padding: 10px; background: var(--ground); border-radius: 6px; white-space: pre-wrap; overflow-wrap: anywhere; }
.chip { min-width: 4em; text-align: center; font-size: 0.78rem; font-weight: 600; border: 1px solid currentColor; border-radius: 99px; padding: 0 8px; white-space: nowrap; }
.good { color: var(--good); }
.warn { color: var(--warn); }
.bad { color: var(--bad); }
.method { font-weight: 650; min-width: 4.2em; }
.secret { margin-top: 10px; padding: 10px; border: 1px solid var(--good); border-radius: 6px; overflow-wrap: anywhere; }
#trouble { margin-bottom: 16px; padding: 10px 14px; border: 1px solid var(--bad); border-radius: 8px; color: var(--bad); background: var(--card); }
.empty { color: var(--quiet); }
`;
