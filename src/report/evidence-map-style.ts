/** The look of the evidence map, besides that of every report. */
export const EVIDENCE_MAP_STYLE = `
.slider { display: grid; grid-template-columns: 11rem 1fr 4.5rem auto; gap: .3rem .8rem; align-items: center; }
.slider label { font-weight: bold; }
.slider input { width: 100%; height: 1.8rem; margin: 0; accent-color: var(--accent); }
.slider output { font-variant-numeric: tabular-nums; text-align: right; }
.slider button { padding: .3rem .7rem; border: 1px solid #8a8a8a; border-radius: 4px; background: #fff; color: inherit; font: inherit; font-size: .88rem; }
.slider :focus-visible, a:focus-visible { outline: 3px solid var(--accent); outline-offset: 2px; }
#map-frame { position: relative; }
#map svg { max-width: none; }
#hint { position: absolute; z-index: 1; max-width: 19rem; padding: .5rem .7rem; background: #fff; border: 1px solid #8a8a8a; border-radius: 4px; box-shadow: 0 2px 6px #0003; font-size: .85rem; line-height: 1.35; pointer-events: none; }
#hint[hidden] { display: none; }
@media (max-width: 42rem) {
  .slider { grid-template-columns: 1fr auto; }
  .slider input { grid-column: 1 / -1; grid-row: 2; }
  .slider button { grid-column: 1 / -1; justify-self: start; }
}
@media print { .slider button { display: none; } }
`;
