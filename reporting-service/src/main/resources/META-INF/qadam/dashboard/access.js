/** The access token of the reader, which gives access to exact figures. It stays in this tab. */

import { element, show, write } from './dom.js';
import { look } from './looking.js';
import * as session from './session.js';
import { say } from './words.js';

/** Shows the form to enter a token, or the button to forget it. */
export function access() {
  element('access-form').addEventListener('submit', (event) => {
    event.preventDefault();
    enter();
  });
  element('forget').addEventListener('click', async () => {
    session.forget();
    offer();
    element('token').focus();
    await look(location.href);
  });
  document.addEventListener('refused', () => {
    write('access-problem', say('refused'));
    offer();
  });
  show('access', true);
  offer();
}

async function enter() {
  write('access-problem', '');
  session.remember(element('token').value);
  element('token').value = '';
  await look(location.href, { tell: true });
  offer();
  element(session.token() ? 'headline' : 'token').focus();
}

function offer() {
  show('access-form', !session.token());
  show('forget', Boolean(session.token()));
}
