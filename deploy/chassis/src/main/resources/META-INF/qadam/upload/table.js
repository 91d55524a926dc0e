/** Reads the first rows of a table that the service has written: RFC 4180, with the separator of the sent file. */

/** The first rows, by the names of their columns. An incomplete last row is left out. */
export function rows(text, most) {
  const table = text.replace(/^\uFEFF/, '');
  const separator = /[,;\t]/.exec(table)?.[0] ?? ',';
  const [header, ...found] = cells(table, separator, most + 1);
  return found.map((row) => Object.fromEntries(header.map((name, index) => [name, row[index] ?? ''])));
}

function cells(table, separator, most) {
  const cell = new RegExp(`("(?:[^"]|"")*"|[^"${separator}\\r\\n]*)(${separator}|\\r?\\n)`, 'y');
  const all = [];
  let row = [];
  while (all.length < most) {
    const found = cell.exec(table);
    if (!found) return all;
    const [, text, end] = found;
    row.push(text.startsWith('"') ? text.slice(1, -1).replaceAll('""', '"') : text);
    if (end !== separator) {
      all.push(row);
      row = [];
    }
  }
  return all;
}
