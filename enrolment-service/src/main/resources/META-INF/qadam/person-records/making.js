/** Makes elements. Text is added as text, never as markup. */

export function make(tag, properties, ...content) {
  const element = Object.assign(document.createElement(tag), properties);
  element.append(...content);
  return element;
}

/** A table with these columns, whose headings are texts. */
export function columns(title, { say }, headings, rows) {
  const cells = (values) => values.map((value) => make('td', {}, String(value)));
  const table = make('table', {},
    make('caption', { className: 'unseen' }, title),
    make('thead', {}, make('tr', {}, ...headings.map((key) => make('th', { scope: 'col' }, say(key))))),
    make('tbody', {}, ...rows.map((row) => make('tr', {}, ...cells(row)))));
  const scrolling = make('div', { className: 'scrolling', tabIndex: 0, role: 'group', ariaLabel: title }, table);
  return scrolling;
}
