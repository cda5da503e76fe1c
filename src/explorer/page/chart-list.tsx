import type { Picture } from '../studio.ts';
import { saveFile } from './save-file.ts';

/** The charts, each under the sentence that it shows. */
export function ChartList({ pictures }: { pictures: readonly Picture[] }) {
  return (
    <section aria-labelledby="charts">
      <h2 id="charts">Charts</h2>
      {pictures.map((picture) => (
        <Chart key={picture.name} {...picture} />
      ))}
    </section>
  );
}

/** One chart with its caption; its SVG was drawn, and its texts escaped, by the studio. */
export function Chart({ name, title, description, svg, spec }: Picture) {
  return (
    <figure id={`chart-${name}`}>
      <h3>{title}</h3>
      <div dangerouslySetInnerHTML={{ __html: svg }} />
      <figcaption>{description}</figcaption>
      <div class="take">
        <button
          type="button"
          aria-label={`Save as SVG: ${title}`}
          onClick={() => saveFile(`${name}.svg`, 'image/svg+xml', svg)}
        >
          SVG
        </button>
        <button
          type="button"
          aria-label={`Save as Vega-Lite: ${title}`}
          onClick={() => saveFile(`${name}.vl.json`, 'application/json', JSON.stringify(spec, null, 1))}
        >
          Vega-Lite
        </button>
      </div>
    </figure>
  );
}
