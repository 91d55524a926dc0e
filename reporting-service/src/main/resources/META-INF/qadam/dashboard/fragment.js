/** A token in the fragment of the address, #token=…, which browsers send to no server. */

import * as session from './session.js';

/** Takes the token out of the address bar and keeps it in this tab. Returns whether there was one. */
export function takeToken() {
  const token = new URLSearchParams(location.hash.slice(1)).get('token');
  if (token === null) return false;
  history.replaceState(history.state, '', location.pathname + location.search);
  if (token.trim()) session.remember(token);
  return true;
}
