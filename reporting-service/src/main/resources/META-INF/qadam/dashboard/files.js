/** Downloads files with the token of the reader; without a token the browser follows the link itself. */

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
