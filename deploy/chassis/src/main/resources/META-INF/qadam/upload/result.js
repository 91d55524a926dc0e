/** The result of a file: the number of rows by verdict, and the first rows that were not kept. */

import { announce, element, save, show, write } from './dom.js';
import { errors, kept } from './service.js';
import { rows } from './table.js';
import { moment, number, say } from './words.js';

const SHOWN = 10;
const HEAD = 64 * 1024;

/** How many rows were not kept. */
export const notKept = (counts) => counts.conflict + counts.rejected;

/** Shows the result of a file that the service has processed. */
export async function showFinished(job, signal) {
  outcome(job, notKept(job) ? say('some-not-kept', number(notKept(job))) : say('all-kept'));
  show('kept', Boolean(job.kept));
  show('mistakes', Boolean(job.errors));
  forCheck(false);
  showMistakes([]);
  if (!job.errors) return;
  write('download', say('download', nameOfErrors(job)));
  write('until', say('until', moment(job.expiresAt)));
  try {
    const table = rows(await head(await errors(job.id, signal)), SHOWN);
    if (!signal.aborted) showMistakes(table.map((row) => ({ line: row._line, what: row._error })));
  } catch {
    // The file with all of these rows is still offered.
  }
}

/** Shows the result of a file that was only checked. */
export function showChecked(answer) {
  outcome(answer, notKept(answer) ? say('some-wrong', number(notKept(answer))) : say('nothing-wrong'));
  const wrong = answer.results.filter((result) => result.problem);
  show('kept', false);
  show('mistakes', wrong.length > 0);
  forCheck(true);
  showMistakes(wrong.slice(0, SHOWN).map(({ line, index, problem }) => ({
    line: line ?? index + 1,
    what: problem.errors?.map((fault) => fault.detail).join(' ') ?? problem.detail ?? problem.title,
  })));
}

/** Saves the rows that were not kept, under a name derived from that of the sent file. */
export async function download(job) {
  await save(await errors(job.id), nameOfErrors(job));
}

/** Saves the kept rows, as the table to send next. */
export async function downloadKept(job) {
  await save(await kept(job.id), `${job.fileName ?? job.id}.kept.csv`);
}

const nameOfErrors = (job) => `${job.fileName ?? job.id}.errors.csv`;

function forCheck(only) {
  show('mend', !only);
  show('check-mend', only);
  show('send-now', only);
}

function outcome(counts, words) {
  write('outcome', words);
  show('mistakes-first', notKept(counts) > SHOWN);
  element('outcome').classList.toggle('mixed', notKept(counts) > 0);
  const leftOut = counts.leftOut ? [say('left-out', number(counts.leftOut))] : [];
  write('total', [say('rows', number(counts.received)), ...leftOut].join(' · '));
  for (const verdict of element('verdicts').children) {
    const count = counts[verdict.dataset.verdict];
    verdict.querySelector('.count').textContent = number(count);
    verdict.classList.toggle('none', count === 0);
  }
  show('under-way', false);
  show('result', true);
  announce(words);
}

function showMistakes(mistakes) {
  const table = element('mistakes-table');
  table.tBodies[0].replaceChildren(...mistakes.map(({ line, what }) => {
    const row = document.createElement('tr');
    const number = document.createElement('th');
    number.scope = 'row';
    number.textContent = line;
    row.append(number);
    row.insertCell().textContent = what;
    return row;
  }));
  show('mistakes-shown', mistakes.length > 0);
}

/** The beginning of an answer; the rest is not fetched. */
async function head(answer) {
  const reader = answer.body.pipeThrough(new TextDecoderStream()).getReader();
  let text = '';
  while (text.length < HEAD) {
    const { value, done } = await reader.read();
    if (done) return text;
    text += value;
  }
  await reader.cancel();
  return text;
}
