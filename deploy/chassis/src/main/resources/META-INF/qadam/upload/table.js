/** Reads the head of a table as the service writes it: by RFC 4180, separated as the file was that it answers. */

/** The first rows, by the names of their columns. What breaks off in the midst of a row is left out. */
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
