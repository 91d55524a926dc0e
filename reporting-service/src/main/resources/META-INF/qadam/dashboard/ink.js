/** Shared parts of the charts: colours of the keys, values of the tables, and the tooltip. */

/** The colour of a key in the current theme. */
export const ink = (figure, key) => getComputedStyle(figure.querySelector(`.key .${key}`), '::before').color;

/** The text of a key. */
export const word = (figure, key) => figure.querySelector(`.key .${key}`)?.textContent ?? '';

export const soft = (figure) => getComputedStyle(figure.querySelector('.key')).color;

export const line = (figure) => getComputedStyle(figure).borderTopColor;

export const has = (figure, key) => Boolean(figure.querySelector(`.key .${key}`));

/** The rows of the table of a chart: of each column the number, and the text as the reader sees it. */
export const rows = (figure) => [...figure.querySelectorAll('.scrolling tbody tr')].map((row) => {
  const text = (column) => row.querySelector(`.${column}`)?.textContent ?? '';
  return {
    on: row.querySelector('time').dateTime,
    name: row.querySelector('time').textContent,
    of: (column) => count(text(column)),
    text: (column) => (count(text(column)) === null ? null : text(column)),
  };
});

/** The number of a cell, which may end with a plus; null for a dash. */
export function count(text) {
  const digits = text.replace(/\D/g, '');
  if (digits === '') return null;
  return /^[-\u2212]/.test(text) ? -Number(digits) : Number(digits);
}

/** The style of the axes. */
export const axis = (figure) => ({
  axisLine: { lineStyle: { color: line(figure) } },
  axisTick: { show: false },
  splitLine: { lineStyle: { color: line(figure), opacity: 0.6 } },
  axisLabel: { color: soft(figure), ...font(figure), fontSize: size(0.8125), hideOverlap: true },
});

/** The font of the page, since a canvas inherits no font. */
export const font = (figure) => ({ fontFamily: getComputedStyle(figure).fontFamily });

/** A size in pixels, from a multiple of the reader's font size. */
export const size = (times) => times * parseFloat(getComputedStyle(document.documentElement).fontSize);

/** A tooltip with a table of names and texts. */
export const bubble = (figure, said) => ({
  trigger: 'axis',
  confine: true,
  backgroundColor: getComputedStyle(figure).backgroundColor,
  borderColor: line(figure),
  padding: 0,
  textStyle: { color: getComputedStyle(figure).color },
  axisPointer: { lineStyle: { color: soft(figure) } },
  formatter: (points) => table(...said(points)),
});

function table(caption, lines) {
  const box = document.createElement('div');
  box.className = 'bubble';
  const body = document.createElement('table');
  body.createCaption().textContent = caption;
  for (const [name, value] of lines) {
    if (value === null) continue;
    const row = body.insertRow();
    const head = document.createElement('th');
    head.textContent = name;
    row.append(head);
    row.insertCell().textContent = value;
  }
  box.append(body);
  return box;
}
