/** Keeps the page new: the service says when there are other figures. */

import { element } from './dom.js';
import { asBearer, look } from './looking.js';
import { events } from './stream.js';

const AGAIN = 3000;
const SELDOM = 1000;
const pause = (millis) => new Promise((resolve) => setTimeout(resolve, millis));

/** For as long as the page is open. */
export async function keepNew() {
  for (;;) {
    const address = element('content').dataset.stream;
    if (address) await follow(address).catch(() => {});
    live(false);
    await pause(AGAIN);
  }
}

/** Until the connection breaks, or another moment is looked at. */
async function follow(address) {
  const leaving = new AbortController();
  const check = () => element('content').dataset.stream !== address && leaving.abort();
  element('content').addEventListener('shown', check, { signal: leaving.signal });
  try {
    const answer = await fetch(address, { signal: leaving.signal, headers: asBearer() });
    if (answer.status === 401) await look(location.href);
    if (!answer.ok) return;
    live(true);
    for await (const { id } of events(answer)) {
      if (id !== element('content').dataset.version) {
        await look(location.href);
        live(true);
        await pause(SELDOM);
      }
    }
  } finally {
    leaving.abort();
  }
}

function live(is) {
  for (const sign of document.querySelectorAll('.live')) sign.hidden = !is;
}
