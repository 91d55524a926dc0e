/** Files of the figures as the bearer of a token may have them; without one the browser follows the link by itself. */

import { save } from './dom.js';
import { asBearer } from './looking.js';
import { token } from './session.js';

export function files() {
  document.addEventListener('click', async (event) => {
    const link = event.target.closest('a[data-file]');
    if (!link || !token()) return;
    event.preventDefault();
    save(await fetch(link.href, { headers: asBearer() }), link.dataset.file);
  });
}
