/** Asks for a token before files can be sent. */

import { announce, clearProblem, element, show, showFailure, write } from './dom.js';
import * as session from './session.js';
import { moment, say } from './words.js';

/**
 * @param tried checks whether the service accepts the token, by the page's first request
 * @param left is called when the token was removed
 */
export function access(tried, left) {
  async function enter(byHand) {
    clearProblem('access-problem');
    try {
      await tried();
      showBearer();
      if (byHand) element('file-title').focus();
    } catch (failure) {
      leave(failure);
    }
  }

  /** @param failure the reason; nothing if the user wants it */
  function leave(failure) {
    const kept = failure && ![401, 403].includes(failure.problem?.status);
    left();
    show('access', true);
    if (kept) {
      showBearer();
    } else {
      session.forget();
      show('access-form', !session.isLoggedIn);
      show('bearer', false);
    }
    if (failure) showFailure('access-problem', failure);
    else element('token').focus();
  }

  element('access-form').addEventListener('submit', (event) => {
    event.preventDefault();
    session.remember(element('token').value);
    element('token').value = '';
    enter(true);
  });
  element('forget').addEventListener('click', () => leave());
  session.offerLogin();
  show('access-form', !session.isLoggedIn);
  show('access', !session.isLoggedIn);
  if (session.isKnown()) enter(false);
  return { leave };
}

/** Of a token; who has logged in knows as whom. */
function showBearer() {
  if (session.isLoggedIn) return;
  const { institution, groups, exp } = session.claims();
  const isOffice = [groups].flat().includes('office');
  write('bearer-who', isOffice || !institution ? say('office') : say('partner', institution));
  write('bearer-until', exp ? say('valid-until', moment(exp * 1000)) : '');
  show('access-form', false);
  show('bearer', true);
  announce(element('bearer-who').textContent);
}
