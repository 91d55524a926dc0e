/** The script of the auditor's page. The address contains the question, so that it can be shared. */

import { clearProblem, element, show, showFailure } from './dom.js';
import { figure, recount } from './figure.js';
import { choices, question, remember } from './question.js';
import { more, records } from './records.js';
import * as session from './session.js';

element('access-form').addEventListener('submit', (event) => {
  event.preventDefault();
  session.remember(element('token').value);
  element('token').value = '';
  unfold();
});
element('forget').addEventListener('click', () => {
  session.forget();
  lock();
  element('token').focus();
});
element('question').addEventListener('submit', (event) => {
  event.preventDefault();
  remember();
  unfold();
});
element('recount').addEventListener('click', () => during('recount', 'recount-problem', recount));
element('more').addEventListener('click', () => during('more', 'records-problem', more));
addEventListener('popstate', () => session.isKnown() && unfold());

session.offerLogin();
show('access', true);
await choices();
if (session.isKnown()) unfold();
else lock();

/** If the token does not allow records, the message appears next to the token. */
async function unfold() {
  clearProblem('access-problem');
  clearProblem('question-problem');
  const asked = question();
  try {
    const found = await records(asked);
    await figure(asked, found);
    unlock();
    element('figure-title').focus();
  } catch (failure) {
    const refused = [401, 403].includes(failure.problem?.status);
    if (refused) {
      session.forget();
      lock();
    }
    showFailure(refused ? 'access-problem' : 'question-problem', failure);
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

function unlock() {
  show('access-form', false);
  show('forget', !session.isLoggedIn);
  show('question', true);
  show('unfolded', true);
}

function lock() {
  show('access-form', !session.isLoggedIn);
  show('forget', false);
  show('question', false);
  show('unfolded', false);
}
