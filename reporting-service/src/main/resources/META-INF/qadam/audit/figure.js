/** The figure, the steps from received to counted completions, and the recount. */

import { get } from './asking.js';
import { announce, element, show, write } from './dom.js';
import { moment, number, say } from './words.js';

const BETWEEN_LOOKS = 1000;

let counted;

/** @param found the first page of the records, which gives the point in time of all requests */
export async function figure(asked, found) {
  counted = { cohort: asked.cohort, asOf: found.asOf, on: found.on };
  write('figure-number', number(found.total));
  write('figure-what', say(asked.excluded ? 'left-out' : `of-${asked.measure}`, name('cohort'), name('region')));
  write('figure-known', say('known', found.on, moment(found.asOf), found.figureVersion));
  write('recount-outcome', '');
  const { asOf, on } = counted;
  const path = `/v1/audit/figures/${encodeURIComponent(asked.cohort)}?${new URLSearchParams({ asOf, on, limit: 1 })}`;
  stages((await (await get(path)).json()).counted);
}

/** Starts a recount from the raw events, by independent code. */
export async function recount() {
  write('recount-outcome', say('recounting'));
  let answer = await (await get('/v1/audit/recounts', {
    method: 'POST', headers: { 'Content-Type': 'application/json' }, body: JSON.stringify(counted),
  })).json();
  while (answer.status === 'running') {
    await new Promise((looked) => { setTimeout(looked, BETWEEN_LOOKS); });
    answer = await (await get(`/v1/audit/recounts/${answer.id}`)).json();
  }
  write('recount-outcome', answer.matches
    ? say('matches', number(answer.events))
    : say('differs', number(answer.differences.length)));
  show('differences', !answer.matches);
  write('differences', answer.matches ? '' : JSON.stringify(answer.differences, null, 2));
  announce(element('recount-outcome').textContent);
}

const name = (part) => {
  const [chosen] = element(part).selectedOptions;
  return chosen.textContent;
};

function stages(steps) {
  for (const stage of document.querySelectorAll('[data-stage]')) {
    stage.textContent = number(steps[stage.dataset.stage]);
  }
}
