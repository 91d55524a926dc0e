/** The burn-up chart: trained people, plan and forecast. */

import { axis, bubble, count, font, has, ink, rows, size, word } from './ink.js';
import { number } from './words.js';

const KEYS = [['actual', 'trained'], ['plan', 'plan'], ['median', 'p50']];

/** Days on the axis, in numbers: names of months would be English ones. */
const DAYS = { year: '{yyyy}', month: '{MM}.{yyyy}', day: '{dd}.{MM}' };

/** The options of this chart for ECharts. */
export function burnUp(figure) {
  const { on, horizon, target } = figure.querySelector('.chart').dataset;
  const all = rows(figure);
  const now = all.findLast((row) => row.of('trained') !== null)?.of('trained') ?? null;
  const end = count(target ?? '');
  const points = (column) => all.filter((row) => row.of(column) !== null).map((row) => [row.on, row.of(column)]);
  const series = [
    lineOf('actual', figure, points('trained'), { width: size(0.1875) }, 5),
  ];
  if (has(figure, 'plan')) {
    series.push(lineOf('plan', figure, points('plan'), { width: size(0.125) }, 2));
    if (end > now && on < horizon) {
      series.push(lineOf('needed', figure, [[on, now], [horizon, end]], { type: 'dashed', width: size(0.125) }, 3));
    }
    series[0].markLine = mark(figure, end);
  }
  if (has(figure, 'fan')) {
    const from = (column) => [[on, now], ...points(column)];
    series.push(lineOf('median', figure, from('p50'), { type: 'dotted', width: size(0.125) }, 4));
    series.push(...fan(figure, from('p10'), from('p90')));
  }
  return {
    grid: { left: 4, right: size(0.75), top: size(1.5), bottom: 4, containLabel: true },
    xAxis: { type: 'time', min: all[0]?.on, max: has(figure, 'plan') || has(figure, 'fan') ? horizon : undefined, ...axis(figure), splitLine: { show: false },
      axisLabel: { ...axis(figure).axisLabel, formatter: DAYS } },
    yAxis: { type: 'value', min: 0, minInterval: 1, max: end ? Math.max(end, now) * 1.04 : undefined, ...axis(figure),
      axisLabel: { ...axis(figure).axisLabel, formatter: number, showMaxLabel: false } },
    tooltip: bubble(figure, (found) => said(figure, all, found)),
    series,
  };
}

function lineOf(key, figure, data, style, z) {
  const color = ink(figure, key);
  return { type: 'line', name: key, data, showSymbol: false, lineStyle: { color, ...style }, itemStyle: { color }, z,
    emphasis: { disabled: true } };
}

function fan(figure, low, high) {
  const color = ink(figure, 'fan');
  const hidden = { type: 'line', showSymbol: false, stack: 'fan', lineStyle: { opacity: 0 }, z: 1, silent: true,
    itemStyle: { opacity: 0 } };
  return [
    { ...hidden, data: low },
    { ...hidden, data: high.map(([day, value], index) => [day, value - low[index][1]]), areaStyle: { color, opacity: 0.18 } },
  ];
}

function mark(figure, target) {
  return {
    silent: true,
    symbol: 'none',
    lineStyle: { color: ink(figure, 'actual'), type: 'solid', width: 1, opacity: 0.6 },
    label: { position: 'insideStartTop', formatter: () => number(target), color: ink(figure, 'actual'), ...font(figure), fontWeight: 600, fontSize: size(0.875) },
    data: [{ yAxis: target }],
  };
}

function said(figure, all, found) {
  const day = new Date(found[0].axisValue).toISOString().slice(0, 10);
  const row = all.reduce((best, one) => (distance(one.on, day) < distance(best.on, day) ? one : best));
  const lines = KEYS.map(([key, column]) => [word(figure, key), row.text(column)]);
  return [row.name, lines];
}

const distance = (one, other) => Math.abs(new Date(one) - new Date(other));
