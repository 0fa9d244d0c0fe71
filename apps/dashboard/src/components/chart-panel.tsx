import { chartHeight, chartTable, type ChartDefinition } from '@ocop/charts';
import { useEffect, useId, useLayoutEffect, useRef, useState } from 'react';
import { useLanguage } from '../lib/language.js';
import { useTheme } from '../lib/theme.js';
import type { DrawnChart } from './drawn-chart.js';
import './chart-panel.css';

const WIDTH_BEFORE_MEASURED = 560;

/** The chart's figures as text, for whoever reads better so. */
function ChartTable({ definition }: { definition: ChartDefinition }) {
  const { locale } = useLanguage();
  const { columns, rows } = chartTable(definition, locale);
  return (
    <table className="figures">
      <caption className="visually-hidden">{definition.title}</caption>
      <thead>
        <tr>
          {columns.map((column) => (
            <th key={column} scope="col">
              {column}
            </th>
          ))}
        </tr>
      </thead>
      <tbody>
        {rows.map(([name, ...cells]) => (
          <tr key={name}>
            <th scope="row">{name}</th>
            {cells.map((cell, index) => (
              <td key={columns[index + 1]}>{cell}</td>
            ))}
          </tr>
        ))}
      </tbody>
    </table>
  );
}

interface DrawingProps {
  definition: ChartDefinition;
  onFail: () => void;
}

/** Holds the chart's place at once, draws it when the drawing code has come, and follows width and theme. */
function Drawing({ definition, onFail }: DrawingProps) {
  const { locale } = useLanguage();
  const { tokens } = useTheme();
  const element = useRef<HTMLDivElement>(null);
  const [drawn, setDrawn] = useState<DrawnChart | null>(null);
  const [widthPx, setWidthPx] = useState(WIDTH_BEFORE_MEASURED);
  const height = chartHeight(definition, { tokens, locale, medium: 'screen', widthPx });
  useLayoutEffect(() => {
    const place = element.current;
    if (place === null) return undefined;
    const measure = () => setWidthPx(Math.max(240, Math.floor(place.clientWidth)));
    measure();
    const observer = new ResizeObserver(measure);
    observer.observe(place);
    return () => observer.disconnect();
  }, []);
  useEffect(() => {
    let chart: DrawnChart | null = null;
    let left = false;
    import('./drawn-chart.js')
      .then(async ({ drawChart }) => {
        if (left || element.current === null) return;
        chart = await drawChart(element.current);
        if (left) chart.dispose();
        else setDrawn(chart);
      })
      .catch(onFail);
    return () => {
      left = true;
      chart?.dispose();
      setDrawn(null);
    };
  }, [onFail]);
  useLayoutEffect(() => {
    drawn?.show(definition, { tokens, locale, widthPx, heightPx: height });
  }, [drawn, definition, tokens, locale, widthPx, height]);
  return <div ref={element} className="chart-place" role="img" aria-label={`${definition.title}. ${definition.description}`} style={{ height }} />;
}

/** A chart under its title, with the same figures as a table one key away. */
export function ChartPanel({ definition }: { definition: ChartDefinition }) {
  const { messages } = useLanguage();
  const [asTable, setAsTable] = useState(false);
  const [failed, setFailed] = useState(false);
  const [fail] = useState(() => () => setFailed(true));
  const id = useId();
  return (
    <figure className="chart" aria-labelledby={id}>
      <figcaption>
        <h3 id={id}>{definition.title}</h3>
        {!failed && (
          <button type="button" className="text-button" onClick={() => setAsTable(!asTable)}>
            {asTable ? messages.chart.asChart : messages.chart.asTable}
          </button>
        )}
      </figcaption>
      {failed && <p className="muted">{messages.chart.failed}</p>}
      {asTable || failed ? <ChartTable definition={definition} /> : <Drawing definition={definition} onFail={fail} />}
    </figure>
  );
}
