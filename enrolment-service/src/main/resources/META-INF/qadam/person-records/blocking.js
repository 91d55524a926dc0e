/** A form by which the office blocks the person for a time, or lifts the block. Nothing of it is printed. */

import { get } from './asking.js';
import { showFailure } from './dom.js';
import { make } from './making.js';

const REASONS = ['disputed', 'unlawful', 'requested'];

export function blocking({ learnerId, block }, { say }, changed) {
  const address = `/v1/learner-blocks/${learnerId}`;
  const choose = make('select', { id: 'block-reason' },
    ...REASONS.map((reason) => make('option', { value: reason }, say(`block.${reason}`))));
  const form = make('form', { className: 'question correcting', id: 'blocking' },
    ...(block ? [] : [make('div', {}, make('label', { htmlFor: 'block-reason' }, say('reason')), choose)]),
    make('div', {}, make('button', { type: 'submit', className: 'second' }, say(block ? 'lift' : 'block'))),
    make('div', { id: 'blocking-problem' }));
  form.addEventListener('submit', async (event) => {
    event.preventDefault();
    try {
      await (block ? get(address, { method: 'DELETE' }) : put(address, { reason: choose.value }));
      await changed();
    } catch (failure) {
      showFailure('blocking-problem', failure);
    }
  });
  return form;
}

const put = (address, body) => get(address, {
  method: 'PUT', body: JSON.stringify(body), headers: { 'Content-Type': 'application/json' },
});
