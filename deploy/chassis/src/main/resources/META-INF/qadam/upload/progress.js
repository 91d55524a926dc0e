/** How far a file has come: on its way, and through the hands of the service. */

import { announce, element, show, write } from './dom.js';
import { number, percent, say, size } from './words.js';

const STEPS = 4;

let told;

/** Shows the file's own part of the page, and nothing in it yet but its name. */
export function begin(name) {
  told = null;
  write('job-title', name ?? say('unnamed'));
  show('job', true);
  show('result', false);
  show('under-way', true);
}

/** @param then what the service does when all of it has arrived */
export function sending(gone, all, then) {
  const arrived = gone >= all;
  phase(arrived ? then : say('sending', size(gone), size(all)), arrived ? null : gone / all);
  show('stay', true);
  show('cancel', true);
  show('leave', false);
}

export function processing(job) {
  const share = job.received ? job.processed / job.received : 0;
  phase(job.status === 'waiting' ? say('waiting') : say('processed', number(job.processed), number(job.received)), share);
  show('stay', false);
  show('cancel', false);
  show('leave', true);
}

/** The work goes on; only the news of it does not come through. */
export function lost() {
  write('phase', say('lost'));
  announce(say('lost'));
}

/** @param share between 0 and 1; null: nobody knows */
function phase(text, share) {
  write('phase', text);
  const bar = element('progress');
  if (share === null) bar.removeAttribute('value');
  else bar.value = share;
  // Read aloud now and then only.
  const step = share === null ? 'unknown' : Math.floor(share * STEPS);
  const news = `${text.replace(/\P{L}/gu, '')} ${step}`;
  if (news !== told) announce(share ? `${text} (${percent(share)})` : text);
  told = news;
}
