/**
 * Runs in the page of the evidence map: draws the map, and moves it with the sliders. Plain JavaScript, no text is
 * evaluated: Vega interprets its expressions.
 */
export const EVIDENCE_MAP_SCRIPT = `
'use strict';
(() => {
  const read = (id) => JSON.parse(document.getElementById(id).textContent);
  const { wide, narrow } = read('specifications');
  const frame = document.getElementById('map');
  const hint = document.getElementById('hint');
  const sliders = [...document.querySelectorAll('input[data-signal]')];
  const screen = matchMedia('(max-width: 42rem)');
  let view;

  const showStudy = (handler, event, item, value) => {
    hint.replaceChildren();
    hint.hidden = value === null || value === undefined || value === '';
    if (hint.hidden) return;
    for (const [name, text] of Object.entries(value)) {
      const line = document.createElement('div');
      const term = document.createElement('b');
      term.textContent = name + ': ';
      line.append(term, String(text));
      hint.append(line);
    }
    const box = frame.getBoundingClientRect();
    const left = Math.min(event.clientX - box.left + 14, box.width - hint.offsetWidth);
    hint.style.left = Math.max(0, left) + 'px';
    hint.style.top = event.clientY - box.top + 18 + 'px';
  };

  const gray = (slider) => Number(slider.dataset.stops.split(' ')[Number(slider.value)]);
  const words = (slider) => gray(slider) + ' Gy';

  const showDoses = () => {
    for (const slider of sliders) {
      const ratio = gray(slider);
      slider.setAttribute('aria-valuetext', words(slider));
      document.querySelector('output[for="' + slider.id + '"]').textContent = words(slider);
      for (const cell of document.querySelectorAll('[data-of="' + slider.id + '"]')) {
        const dose = Number(cell.dataset.dose);
        const squared = Number(cell.dataset.squared);
        cell.textContent = ((dose * ratio + squared) / (2 + ratio)).toFixed(1);
      }
    }
  };

  const move = () => {
    for (const slider of sliders) view.signal(slider.dataset.signal, Math.log10(gray(slider)));
    showDoses();
    return view.runAsync();
  };

  const draw = async () => {
    if (view) view.finalize();
    hint.hidden = true;
    view = new vega.View(vega.parse(screen.matches ? narrow : wide, null, { ast: true }), {
      expr: expressionInterpreter,
      renderer: 'svg',
      container: frame,
      hover: true,
      tooltip: showStudy,
    });
    await move();
    frame.dataset.ready = 'yes';
  };

  for (const slider of sliders) slider.addEventListener('input', move);
  for (const button of document.querySelectorAll('button[data-sets]'))
    button.addEventListener('click', () => {
      const slider = document.getElementById(button.dataset.sets);
      slider.value = slider.defaultValue;
      move();
    });
  document.addEventListener('keydown', (event) => {
    if (event.key === 'Escape') hint.hidden = true;
  });
  screen.addEventListener('change', draw);
  draw();
})();
`;
