/** The files that were sent before, the newest first, each with its state. */

import { element, show } from './dom.js';
import { ended } from './following.js';
import { jobs } from './service.js';
import { notKept } from './result.js';
import { moment, number, percent, say } from './words.js';

const AGAIN = 5000;

let cursor = null;
let timer;

/** Reads the newest files again; older ones that were shown are hidden again. */
export async function refresh() {
  clearTimeout(timer);
  const page = await jobs();
  element('recent-files').replaceChildren(...page.items.map(item));
  foundUpTo(page);
  show('recent', true);
  show('recent-none', page.items.length === 0);
  if (!page.items.every(ended)) timer = setTimeout(again, AGAIN);
}

export async function older() {
  const page = await jobs(cursor);
  element('recent-files').append(...page.items.map(item));
  foundUpTo(page);
}

/** Not while older files are shown, and not while the page is hidden. */
async function again() {
  if (document.hidden || element('recent-files').children.length > 5) {
    timer = setTimeout(again, AGAIN);
  } else {
    await refresh().catch(() => { timer = setTimeout(again, AGAIN); });
  }
}

function foundUpTo(page) {
  cursor = page.cursor;
  show('older', Boolean(cursor));
}

function item(job) {
  const entry = document.createElement('li');
  const link = document.createElement('a');
  link.href = `#${job.id}`;
  link.textContent = job.fileName ?? say('unnamed');
  const facts = [moment(job.createdAt), state(job), say('of-rows', number(job.received))];
  if (notKept(job) > 0) facts.push(say('not-kept', number(notKept(job))));
  const about = document.createElement('span');
  about.className = 'hint';
  about.textContent = facts.join(' · ');
  entry.append(link, about);
  return entry;
}

function state(job) {
  if (job.status === 'finished') return say('finished');
  if (job.status === 'failed') return say('failed');
  return say('in-progress', percent(job.received ? job.processed / job.received : 0));
}
