/** The records behind a figure, page by page, and the events behind each, as they were received. */

import { get } from './asking.js';
import { element, show, showFailure, write } from './dom.js';
import { moment, named, number, say } from './words.js';

const PAGE = 50;

let asked = {};
let cursor;
let shown = 0;
let total = 0;

/** The first page, which gives the point in time of all pages. */
export async function records(question) {
  const page = await fetched({ ...question, limit: PAGE });
  asked = question;
  shown = 0;
  for (const old of element('rows').querySelectorAll('tbody')) old.remove();
  add(page);
  return page;
}

/** The next page. */
export async function more() {
  add(await fetched({ ...asked, limit: PAGE, cursor }));
}

const fetched = async (query) => (await get(`/v1/audit/evidence?${new URLSearchParams(query)}`)).json();

function add(page) {
  ({ cursor, total } = page);
  shown += page.items.length;
  element('rows').append(...page.items.map(row));
  show('more', cursor !== null && shown < total);
  write('shown', say('shown', number(shown), number(total)));
}

function row(record) {
  const line = element('row').content.firstElementChild.cloneNode(true);
  const cell = (name, text) => { line.querySelector(`[data-cell="${name}"]`).textContent = text ?? ''; };
  cell('day', record.day);
  cell('learner', record.learnerId.slice(0, 8));
  line.querySelector('[data-cell="learner"]').title = [record.learnerId, ...record.mergedFrom].join(' = ');
  cell('institution', record.institution);
  cell('course', record.course);
  cell('region', record.region);
  for (const attribute of line.querySelectorAll('[data-attribute]')) {
    const { attribute: name } = attribute.dataset;
    attribute.textContent = record[name] ? say(`attribute.${name}.${record[name]}`) : '';
  }
  for (const detail of line.querySelectorAll('[data-detail]')) {
    const { detail: name } = detail.dataset;
    detail.textContent = named(`detail.${name}`, record[name] ?? '');
  }
  cell('reference', record.erased
    ? say('erased')
    : [record.reference, record.enrolmentReference].filter(Boolean).join(' · '));
  cell('why', record.because ? say(`because.${record.because}`) : rule(record.admittedBy));
  cell('since', moment(record.knownSince));
  const box = line.querySelector('[data-cell="events"]');
  line.querySelector('summary').textContent = say('events', record.events.length);
  box.append(...record.events.map(event));
  return line;
}

const rule = (versions) => (versions
  ? say('rule', versions.requirementVersion, versions.programmeVersion)
  : '');

/** A button that shows the event as it was received. */
function event({ eventId, type, version, topic, partition, offset }) {
  const item = element('event').content.firstElementChild.cloneNode(true);
  const [button, place, raw] = item.children;
  button.textContent = `${type} · ${version}`;
  place.textContent = `${topic} [${partition}] @ ${offset}`;
  button.addEventListener('click', async () => {
    const isOpen = button.getAttribute('aria-expanded') === 'true';
    try {
      if (!isOpen && !raw.textContent) {
        raw.textContent = JSON.stringify(await (await get(`/v1/audit/events/${eventId}`)).json(), null, 2);
      }
      button.setAttribute('aria-expanded', String(!isOpen));
      raw.hidden = isOpen;
    } catch (failure) {
      showFailure('records-problem', failure);
    }
  });
  return item;
}
