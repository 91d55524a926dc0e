/** The script of the page of the trail. */

import { get } from './asking.js';
import { announce, clearProblem, element, save, show, showFailure, write } from './dom.js';
import { moment, number, say } from './words.js';

const PAGE = 100;
const PARTS = ['from', 'to', 'kind', 'actor', 'institution', 'key', 'action', 'outcome', 'subject'];
const { entries } = element('content').dataset;

let asked = {};
let cursor;
let shown = 0;

element('question').addEventListener('submit', (event) => {
  event.preventDefault();
  read();
});
element('more').addEventListener('click', () => during('more', more));
element('save').addEventListener('click', () => during('save', async () => {
  save(await get(address(question()), { headers: { Accept: 'text/csv' } }));
}));

show('question', true);
read();

/** The entries of the question. */
async function read() {
  clearProblem('question-problem');
  try {
    asked = question();
    const page = await fetched(asked);
    shown = 0;
    element('rows').replaceChildren();
    add(page);
    show('entries', true);
    element('entries-title').focus();
  } catch (failure) {
    showFailure('question-problem', failure);
  }
}

async function more() {
  add(await fetched({ ...asked, cursor }));
}

async function during(button, task) {
  element(button).disabled = true;
  clearProblem('entries-problem');
  try {
    await task();
  } catch (failure) {
    showFailure('entries-problem', failure);
  } finally {
    element(button).disabled = false;
  }
}

/** The parameters of the question by name, without empty ones; instants are those of the reader's clock. */
function question() {
  const given = PARTS.map((part) => [part, element(part).value.trim()]).filter(([, text]) => text !== '');
  return Object.fromEntries(given.map(([part, text]) => [
    part, element(part).type === 'datetime-local' ? new Date(text).toISOString() : text]));
}

function address(query) {
  return `${entries}?${new URLSearchParams(query)}`;
}

async function fetched(query) {
  return (await get(address({ ...query, limit: PAGE }))).json();
}

function add({ items, cursor: next }) {
  cursor = next;
  shown += items.length;
  element('rows').append(...items.map(row));
  show('more', items.length === PAGE);
  write('shown', say('shown', number(shown)));
  announce(say('shown', number(shown)));
}

function row(entry) {
  const line = element('row').content.firstElementChild.cloneNode(true);
  const cell = (name, text) => { line.querySelector(`[data-cell="${name}"]`).textContent = text ?? ''; };
  cell('at', moment(entry.at));
  line.querySelector('[data-cell="at"]').title = entry.at;
  cell('kind', element('kind').querySelector(`[value="${entry.kind}"]`).textContent);
  cell('action', entry.action);
  cell('outcome', entry.outcome);
  cell('actor', entry.actor?.name);
  cell('institution', entry.actor?.institution);
  cell('subject', entry.subject);
  cell('items', entry.items);
  cell('asked', entry.asked);
  return line;
}
