/** The look of the report on screen and on paper. */
export const REPORT_STYLE = `
:root { color-scheme: light; --ink: #1a1a1a; --soft: #595959; --line: #c9c9c9; --tint: #f4f6f8; --accent: #005a8f; }
* { box-sizing: border-box; }
html { -webkit-text-size-adjust: 100%; text-size-adjust: 100%; }
body { margin: 0; background: #fff; color: var(--ink); font: 1rem/1.55 Arial, Helvetica, "Liberation Sans", "DejaVu Sans", sans-serif; overflow-wrap: break-word; }
main { max-width: 52rem; margin: 0 auto; padding: 1.5rem 1rem 4rem; }
h1 { margin: .2rem 0 .6rem; font-size: 1.9rem; line-height: 1.2; }
h2 { margin: 2.6rem 0 .8rem; padding-bottom: .3rem; border-bottom: 2px solid var(--accent); font-size: 1.35rem; line-height: 1.3; }
h3 { margin: 1.8rem 0 .5rem; font-size: 1.08rem; line-height: 1.35; }
p, ul, ol, dl { margin: 0 0 .8rem; }
ul, ol { padding-left: 1.3rem; }
code, pre { font-family: Menlo, Consolas, "DejaVu Sans Mono", monospace; font-size: .86em; }
code { overflow-wrap: anywhere; }
.stacked tbody th { min-width: 12rem; }
.stacked td:last-child { min-width: 13rem; }
.kind { margin: 0; color: var(--soft); font-size: .9rem; }
.question { font-size: 1.15rem; color: #333; }
.answer { margin-top: 1.4rem; padding: 1rem 1.2rem .4rem; background: var(--tint); border-left: 5px solid var(--accent); }
.answer h2 { margin-top: 0; border: 0; padding: 0; }
.answer p:first-of-type { font-size: 1.12rem; font-weight: bold; }
.care { font-weight: bold; }
.warnings { margin-top: 1.4rem; padding: .8rem 1.2rem .2rem; background: #fff6e5; border-left: 5px solid #a85b00; }
.warnings h2 { margin: 0 0 .4rem; border: 0; padding: 0; font-size: 1.1rem; }
.note, figcaption { color: var(--soft); font-size: .9rem; }
.scroll { overflow-x: auto; max-width: 100%; }
.scroll:focus-visible, summary:focus-visible { outline: 3px solid var(--accent); outline-offset: 2px; }
table { border-collapse: collapse; width: 100%; margin-bottom: .8rem; font-size: .88rem; line-height: 1.4; font-variant-numeric: tabular-nums; }
th, td { padding: .32rem .55rem; border-bottom: 1px solid var(--line); text-align: left; vertical-align: top; }
thead th { border-bottom: 2px solid #8a8a8a; vertical-align: bottom; }
thead th[scope=colgroup] { border-bottom: 1px solid var(--line); text-align: center; }
thead td { border: 0; }
tbody th { font-weight: normal; }
th.number, td.number { text-align: right; white-space: nowrap; }
th.number { white-space: normal; }
.basis { display: inline-block; padding: 0 .45em; border: 1px solid; border-radius: 3px; font-size: .92em; }
.answered { white-space: nowrap; font-weight: bold; }
.answered.filled::before { content: "✓ "; }
.filled { color: #00563f; } .missing { color: #8a3d00; } .exempt { color: var(--soft); font-weight: normal; }
.checklists .stacked td:last-child { min-width: 15rem; }
.found { color: #00563f; } .fitted, .solved { color: #004a80; } .assumed { color: #8a3d00; }
figure { margin: 1.8rem 0 2.4rem; }
figure h3 { margin-top: 0; }
figure svg { display: block; max-width: 100%; height: auto; }
.narrow { display: none; }
button { padding: .15rem .6rem; border: 1px solid var(--soft); border-radius: 3px; background: #fff; color: var(--accent); font: inherit; font-size: .85rem; cursor: pointer; }
button:hover { background: var(--tint); }
button:focus-visible { outline: 3px solid var(--accent); outline-offset: 2px; }
.take { display: flex; flex-wrap: wrap; gap: .4rem; margin-top: .5rem; }
.table > button { display: block; margin: 0 0 .3rem auto; }
.table > button[hidden] { display: none; }
.status { position: fixed; right: 1rem; bottom: 1rem; margin: 0; padding: .5rem .9rem; background: var(--ink); color: #fff; border-radius: 3px; }
.status:empty { display: none; }
dl.glance { display: grid; grid-template-columns: repeat(auto-fit, minmax(8rem, 1fr)); gap: .7rem; margin: 1rem 0; }
.glance > div { padding: .6rem .8rem; background: #fff; border: 1px solid var(--line); border-top: 4px solid var(--accent); }
.glance dt { margin: 0; font-weight: normal; color: var(--soft); font-size: .9rem; line-height: 1.3; }
.glance dd { margin: 0; }
.glance br { display: none; }
.glance strong { display: block; font-size: 1.3rem; line-height: 1.35; }
.glance span { display: block; color: var(--soft); font-size: .85rem; line-height: 1.35; }
dt { margin-top: .6rem; font-weight: bold; }
dd { margin: 0 0 0 1.2rem; }
.reference { color: var(--soft); font-size: .92em; }
h4 { margin: 1.4rem 0 .4rem; font-size: 1rem; line-height: 1.35; overflow-wrap: anywhere; }
.equation { margin: .3rem 0 .5rem 1rem; overflow-x: auto; overflow-y: hidden; }
.equation math { display: block math; text-align: left; }
math { font-size: 1.05em; }
.equations .stacked tbody th { min-width: 3.4rem; white-space: nowrap; }
.equations .stacked td:nth-child(2) { min-width: 5.5rem; }
.equations .stacked td:nth-child(3) { min-width: 15rem; }
summary { cursor: pointer; font-weight: bold; }
pre { padding: .8rem; background: var(--tint); line-height: 1.4; }
@media (max-width: 56rem) {
  table { font-size: .82rem; }
  th, td { padding: .32rem .35rem; }
}
@media (max-width: 42rem) {
  h1 { font-size: 1.5rem; }
  .stacked, .stacked tbody, .stacked tr, .stacked tbody th, .stacked td { display: block; border: 0; min-width: 0; padding: .1rem 0; }
  .stacked thead { display: none; }
  .stacked tr { padding: .6rem 0; border-bottom: 1px solid var(--line); }
  .equations .stacked tbody th, .equations .stacked td:nth-child(2) { display: inline; font-weight: bold; }
  .equations .stacked td:nth-child(2)::before { content: "\\a0= "; }
  .equations .stacked td { min-width: 0; }
  .wide { display: none; }
  .narrow { display: block; }
}
@page { size: A4; margin: 16mm 15mm 18mm; }
@media print {
  html { font-size: 10pt; }
  main { max-width: none; padding: 0; }
  .wide { display: block; } .narrow { display: none; }
  .scroll { overflow: visible; }
  button, .status { display: none !important; }
  h2, h3, h4 { break-after: avoid; }
  figure, tr, li, p, .equation, .answer, .warnings, .glance, dd { break-inside: avoid; }
  dt, :is(h2, h3, h4) + :is(p, .equation), h4 + p + .equation { break-after: avoid; }
  :is(p, .equation):has(+ :is(ul, ol, .table)), p:has(+ p + .table) { break-after: avoid; }
  thead, tbody tr:first-child:not(:last-child), tr:nth-last-child(2) { break-after: avoid; }
  details:not([open]) { display: none; }
  figure { margin: 0 0 6mm; }
  figcaption { font-size: 8.5pt; line-height: 1.35; }
  figure svg { zoom: .84; max-height: 225mm; width: auto; }
  table { font-size: 8pt; }
  th, td { padding: .2rem .35rem; }
  pre { white-space: pre-wrap; font-size: 7.5pt; }
  .answer, .warnings, .basis { print-color-adjust: exact; -webkit-print-color-adjust: exact; }
}
`;
