/** The progress of a file: of its sending and of its processing. */

import { announce, element, show, write } from './dom.js';
import { number, percent, say, size } from './words.js';

const STEPS = 4;

let told;

/** Shows the section of the file, with only its name at first. */
export function begin(name) {
  told = null;
  write('job-title', name ?? say('unnamed'));
  show('job', true);
  show('result', false);
  show('under-way', true);
}

/** @param then the text for what the service does after the file has arrived */
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

/** The processing continues; only its progress is not received. */
export function lost() {
  write('phase', say('lost'));
  announce(say('lost'));
}

/** @param share between 0 and 1; null if it is unknown */
function phase(text, share) {
  write('phase', text);
  const bar = element('progress');
  if (share === null) bar.removeAttribute('value');
  else bar.value = share;
  // Announced only from time to time.
  const step = share === null ? 'unknown' : Math.floor(share * STEPS);
  const news = `${text.replace(/\P{L}/gu, '')} ${step}`;
  if (news !== told) announce(share ? `${text} (${percent(share)})` : text);
  told = news;
}
