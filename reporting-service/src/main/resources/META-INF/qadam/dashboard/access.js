/** Whoever shows a token sees what it allows. It stays in this tab. */

import { element, show, write } from './dom.js';
import { Refused, look } from './looking.js';
import * as session from './session.js';
import { say } from './words.js';

/** Offers to enter one, or to forget it. */
export function access() {
  element('access-form').addEventListener('submit', (event) => {
    event.preventDefault();
    session.remember(element('token').value);
    element('token').value = '';
    enter();
  });
  element('forget').addEventListener('click', () => {
    session.forget();
    offer();
    look(location.href);
    element('token').focus();
  });
  show('access', true);
  offer();
}

async function enter() {
  write('access-problem', '');
  try {
    await look(location.href, { tell: true });
    offer();
    element('headline').focus();
  } catch (failure) {
    if (!(failure instanceof Refused)) throw failure;
    session.forget();
    offer();
    write('access-problem', say('refused'));
    element('token').focus();
  }
}

function offer() {
  show('access-form', !session.token());
  show('forget', Boolean(session.token()));
}
