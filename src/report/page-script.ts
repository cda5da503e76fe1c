/**
 * Runs in every report: copies tables as CSV, and saves a chart as SVG, PNG, its data or its specification. Plain
 * JavaScript that evaluates no text and asks for nothing; without it the report reads the same, without buttons.
 */
export const PAGE_SCRIPT = `
'use strict';
(() => {
  const SVG = 'http://www.w3.org/2000/svg';
  // Sharp on paper
  const PIXELS_A_UNIT = 3;

  const plain = (text) => text.replace(/\\u00a0/g, ' ').replace(/\\u2212(?=\\d)/g, '-').replace(/\\s+/g, ' ').trim();
  // A spreadsheet would take such text for a formula
  const inert = (text) => (/^[=@]|^[+-](?![\\d.])/.test(text) ? "'" + text : text);
  const quoted = (text) => (/[",\\n]/.test(text) ? '"' + text.replace(/"/g, '""') + '"' : text);
  const csv = (rows) => rows.map((row) => row.map((cell) => quoted(inert(plain(String(cell ?? ''))))).join(',')).join('\\n') + '\\n';

  const tableRows = (table) =>
    [...table.rows].map((row) =>
      [...row.cells].flatMap((cell) => [cell.innerText, ...Array(cell.colSpan - 1).fill('')]),
    );

  const specOf = (figure) => JSON.parse(figure.querySelector('script').textContent);

  const dataRows = ({ datasets }) => {
    const sets = Object.entries(datasets);
    const names = [...new Set(sets.flatMap(([, rows]) => rows.flatMap(Object.keys)))];
    return [['data', ...names], ...sets.flatMap(([set, rows]) => rows.map((row) => [set, ...names.map((name) => row[name])]))];
  };

  // The chart with its title above it, to stand alone
  const standalone = (figure) => {
    const inner = figure.querySelector('.wide svg').cloneNode(true);
    const { title, config } = specOf(figure);
    const { fontSize, lineHeight, color, offset } = config.title;
    const width = Number(inner.getAttribute('width'));
    const top = 8 + title.length * lineHeight + offset - 8;
    const height = Number(inner.getAttribute('height')) + top;
    const outer = document.createElementNS(SVG, 'svg');
    const set = (node, values) => Object.entries(values).forEach(([name, value]) => node.setAttribute(name, value));
    set(outer, { xmlns: SVG, width, height, viewBox: [0, 0, width, height].join(' ') });
    const paper = document.createElementNS(SVG, 'rect');
    set(paper, { width, height, fill: config.background });
    set(inner, { y: top });
    outer.append(paper, inner);
    title.forEach((line, i) => {
      const text = document.createElementNS(SVG, 'text');
      set(text, { x: 8, y: 8 + fontSize + i * lineHeight, 'font-family': config.font, 'font-size': fontSize, 'font-weight': 'bold', fill: color });
      text.textContent = line;
      outer.append(text);
    });
    return { text: new XMLSerializer().serializeToString(outer), width, height };
  };

  const blobOf = (text, type) => new Blob([text], { type });

  const save = (blob, name) => {
    const link = document.createElement('a');
    link.href = URL.createObjectURL(blob);
    link.download = name;
    link.click();
    setTimeout(() => URL.revokeObjectURL(link.href), 60000);
  };

  const picture = async (figure) => {
    const { text, width, height } = standalone(figure);
    const image = new Image();
    image.src = URL.createObjectURL(blobOf(text, 'image/svg+xml'));
    await image.decode();
    const canvas = document.createElement('canvas');
    canvas.width = width * PIXELS_A_UNIT;
    canvas.height = height * PIXELS_A_UNIT;
    canvas.getContext('2d').drawImage(image, 0, 0, canvas.width, canvas.height);
    URL.revokeObjectURL(image.src);
    return new Promise((resolve) => canvas.toBlob(resolve, 'image/png'));
  };

  const taken = {
    svg: (figure) => blobOf(standalone(figure).text, 'image/svg+xml'),
    png: picture,
    csv: (figure) => blobOf(csv(dataRows(specOf(figure))), 'text/csv'),
    'vl.json': (figure) => blobOf(JSON.stringify(specOf(figure), null, 1) + '\\n', 'application/json'),
  };

  const copy = async (text) => {
    if (navigator.clipboard) return navigator.clipboard.writeText(text);
    const area = document.createElement('textarea');
    area.value = text;
    document.body.append(area);
    area.select();
    document.execCommand('copy');
    area.remove();
  };

  const status = document.createElement('p');
  status.className = 'status';
  status.setAttribute('role', 'status');
  document.body.append(status);
  const say = (words) => {
    status.textContent = words;
    setTimeout(() => status.textContent === words && (status.textContent = ''), 3000);
  };

  for (const button of document.querySelectorAll('button[data-take], button[data-copy]')) {
    button.hidden = false;
    button.addEventListener('click', async () => {
      try {
        if (button.dataset.take) {
          const figure = button.closest('figure');
          const name = figure.id + '.' + button.dataset.take;
          save(await taken[button.dataset.take](figure), name);
          say('Saved as ' + name);
        } else {
          await copy(csv(tableRows(button.parentElement.querySelector('table'))));
          say('Copied as CSV');
        }
      } catch (error) {
        say('That failed: ' + error.message);
      }
    });
  }
})();
`;
