/** Draws what changes over time, from the tables that say the same. */

import { burnUp } from './burnup.js';
import { element } from './dom.js';
import { months } from './months.js';

const DRAWN = [['burnup', burnUp], ['months', months]];
const still = matchMedia('(prefers-reduced-motion: reduce)');
const charts = new Map();
let library;

// The library empties elements in a way in which scripts could be smuggled in: it may empty them, and no more than that.
window.trustedTypes?.createPolicy('default', { createHTML: (html) => (html === '' ? '' : null) });

/** Draws anew, in the colours that hold now. */
export async function draw() {
  library ??= import('/_static/echarts/dist/echarts.esm.min.mjs');
  const echarts = await library;
  for (const [id, option] of DRAWN) {
    const place = element(`${id}-chart`);
    place.classList.add('drawn');
    if (!charts.has(place)) charts.set(place, begin(echarts, place));
    charts.get(place).setOption({ animation: !still.matches, animationDuration: 400, ...option(element(id)) }, true);
  }
}

function begin(echarts, place) {
  const chart = echarts.init(place);
  new ResizeObserver(() => chart.resize({ animation: { duration: 0 } })).observe(place);
  return chart;
}
