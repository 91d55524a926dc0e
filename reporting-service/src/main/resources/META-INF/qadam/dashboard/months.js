/** The chart of months: newly trained people, the plan and the needed pace. */

import { axis, bubble, count, font, has, ink, rows, size, word } from './ink.js';
import { number } from './words.js';

/** The options of this chart for ECharts. */
export function months(figure) {
  const all = rows(figure);
  const required = count(figure.querySelector('.chart').dataset.required ?? '');
  const color = ink(figure, 'newly');
  const bars = { type: 'bar', data: all.map((row) => row.of('newly')), itemStyle: { color, borderRadius: [2, 2, 0, 0] },
    barCategoryGap: '25%', emphasis: { disabled: true } };
  const series = [bars];
  if (has(figure, 'planned')) series.push(planned(figure, all));
  if (required) bars.markLine = mark(figure, required);
  const most = Math.max(required ?? 0, ...all.flatMap((row) => [row.of('newly') ?? 0, row.of('planned') ?? 0]));
  return {
    grid: { left: 4, right: 4, top: size(1.25), bottom: 4, containLabel: true },
    xAxis: { type: 'category', data: all.map((row) => row.name), ...axis(figure), splitLine: { show: false } },
    yAxis: { type: 'value', minInterval: 1, max: most * 1.05 || undefined, ...axis(figure),
      axisLabel: { ...axis(figure).axisLabel, formatter: number, showMaxLabel: false } },
    tooltip: { ...bubble(figure, ([{ dataIndex }]) => said(figure, all[dataIndex])), axisPointer: { type: 'shadow' } },
    series,
  };
}

function planned(figure, all) {
  const color = ink(figure, 'planned');
  return { type: 'line', step: 'middle', showSymbol: false, data: all.map((row) => row.of('planned')),
    lineStyle: { color, width: size(0.125) }, itemStyle: { color }, emphasis: { disabled: true } };
}

function mark(figure, required) {
  const color = ink(figure, 'required');
  return { silent: true, symbol: 'none', lineStyle: { color, type: 'dashed', width: size(0.125) },
    label: { position: 'insideStartTop', formatter: () => number(required), color, ...font(figure), fontWeight: 600,
      fontSize: size(0.875) },
    data: [{ yAxis: required }] };
}

const said = (figure, row) =>
  [row.name, [[word(figure, 'newly'), row.text('newly')], [word(figure, 'planned'), row.text('planned')]]];
