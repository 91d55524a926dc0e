/** The script of the auditor's page. The address contains the question, so that it can be shared. */

import { clearProblem, element, show, showFailure } from './dom.js';
import { figure, recount } from './figure.js';
import { choices, question, remember } from './question.js';
import { more, records } from './records.js';

element('question').addEventListener('submit', (event) => {
  event.preventDefault();
  remember();
  unfold();
});
element('recount').addEventListener('click', () => during('recount', 'recount-problem', recount));
element('more').addEventListener('click', () => during('more', 'records-problem', more));
addEventListener('popstate', unfold);

show('question', true);
await choices();
unfold();

async function unfold() {
  clearProblem('question-problem');
  const asked = question();
  try {
    const found = await records(asked);
    await figure(asked, found);
    show('unfolded', true);
    element('figure-title').focus();
  } catch (failure) {
    showFailure('question-problem', failure);
  }
}

async function during(button, place, task) {
  element(button).disabled = true;
  clearProblem(place);
  try {
    await task();
  } catch (failure) {
    showFailure(place, failure);
  } finally {
    element(button).disabled = false;
  }
}
