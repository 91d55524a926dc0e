/** Draws the charts over time from the tables of the page. */

import { burnUp } from './burnup.js';
import { element } from './dom.js';
import { rows } from './ink.js';
import { months } from './months.js';

const COLUMNS = ['trained', 'plan', 'newly', 'planned'];
const DRAWN = [['burnup', burnUp], ['months', months]];
const still = matchMedia('(prefers-reduced-motion: reduce)');
const charts = new Map();
let library;
let echarts;

// ECharts empties elements by innerHTML, which could inject scripts: this policy allows only the empty text.
window.trustedTypes?.createPolicy('default', { createHTML: (html) => (html === '' ? '' : null) });

/** Draws again in the current colours. */
export async function draw() {
  library ??= import('/_static/echarts/dist/echarts.esm.min.mjs');
  echarts = await library;
  paint({ animation: !still.matches, animationDuration: 400 });
}

addEventListener('beforeprint', () => onPaper(true));
addEventListener('afterprint', () => onPaper(false));

function paint(how) {
  for (const [place, chart] of charts) if (!place.isConnected) end(place, chart);
  for (const [id, option] of DRAWN) {
    const place = element(`${id}-chart`);
    if (!place) continue;
    const something = rows(element(id)).some((row) => COLUMNS.some((column) => row.of(column) > 0));
    place.classList.toggle('drawn', something);
    if (!something) continue;
    if (!charts.has(place)) charts.set(place, begin(place));
    charts.get(place).setOption({ ...how, ...option(element(id)) }, true);
  }
}

function end(place, chart) {
  chart.dispose();
  charts.delete(place);
}

/** Draws for printing: in light colours and without animation. */
function onPaper(is) {
  document.documentElement.classList.toggle('paper', is);
  if (!echarts) return;
  paint({ animation: false });
  for (const chart of charts.values()) chart.getZr().flush();
}

function begin(place) {
  const chart = echarts.init(place);
  new ResizeObserver(() => chart.resize({ animation: { duration: 0 } })).observe(place);
  return chart;
}
