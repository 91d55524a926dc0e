/** Updates the page when the stream of the service sends new figures. */

import { element } from './dom.js';
import { asBearer, look } from './looking.js';
import { token } from './session.js';
import { events } from './stream.js';

const AGAIN = 3000;
const LONGEST = 5 * 60 * 1000;
const SELDOM = 1000;
const pause = (millis) => new Promise((resolve) => setTimeout(resolve, millis));

/** Runs while the page is open. After a refusal it waits longer each time, with a random part. */
export async function keepNew() {
  for (let wait = AGAIN; ; ) {
    const { stream } = element('content').dataset;
    const isTurnedAway = stream && (await follow(stream).catch(() => false));
    live(false);
    wait = isTurnedAway ? Math.min(2 * wait, LONGEST) : AGAIN;
    await pause(isTurnedAway ? wait * (0.5 + Math.random()) : wait);
  }
}

/**
 * Listens until the connection breaks, the reader selects another day, or a token shows other figures. Returns whether the
 * service refused.
 */
async function follow(address) {
  const leaving = new AbortController();
  const bearer = token();
  const { kind } = element('content').dataset;
  const isOther = ({ dataset }) => dataset.stream !== address || dataset.kind !== kind || token() !== bearer;
  const check = () => isOther(element('content')) && leaving.abort();
  element('content').addEventListener('shown', check, { signal: leaving.signal });
  try {
    const answer = await fetch(address, { signal: leaving.signal, headers: asBearer(), redirect: 'manual' });
    if (answer.status === 401 || answer.type === 'opaqueredirect') await look(location.href);
    if (!answer.ok) return answer.status === 429 || answer.status === 503;
    live(true);
    element('content').addEventListener('shown', () => live(true), { signal: leaving.signal });
    for await (const { id } of events(answer)) {
      if (id !== element('content').dataset.version) {
        await look(location.href);
        await pause(SELDOM);
      }
    }
    return false;
  } finally {
    leaving.abort();
  }
}

function live(is) {
  for (const sign of document.querySelectorAll('.live')) sign.hidden = !is;
}
