/** The access token of the reader, which gives access to exact figures. It stays in this tab. */

import { element, show, write } from './dom.js';
import { takeToken } from './fragment.js';
import { look } from './looking.js';
import * as session from './session.js';
import { say } from './words.js';

let entering = false;

/** Shows the form to enter a token, or the button to forget it. The address may hold a token, also later. */
export function access() {
  leaveOut();
  element('content').addEventListener('shown', leaveOut);
  if (session.isLoggedIn) return null;
  const isGiven = takeToken();
  addEventListener('hashchange', () => takeToken() && showAgain());
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
    write(entering ? 'access-problem' : 'refusal', say('refused'));
    offer();
  });
  show('access', true);
  offer();
  return session.token() ? look(location.href, { tell: isGiven }) : null;
}

/** Who has logged in can log out; who has entered a token forgets it instead. */
function leaveOut() {
  for (const link of document.querySelectorAll('#log-out')) link.hidden = !session.isLoggedIn;
}

async function enter() {
  session.remember(element('token').value);
  element('token').value = '';
  entering = true;
  await showAgain();
  entering = false;
  element(session.token() ? 'headline' : 'token').focus();
}

/** Shows the page again with the token of this tab. */
async function showAgain() {
  write('access-problem', '');
  write('refusal', '');
  await look(location.href, { tell: true });
  offer();
}

function offer() {
  show('access-form', !session.token());
  show('forget', Boolean(session.token()));
}
