/**
 * Shows what a service has rendered. Another view of the page replaces each part that it has; the reader's place in the page
 * stays. A view with other parts (of the dashboard: exact, published, not opened) replaces the whole content.
 */

import { element } from './dom.js';
import * as session from './session.js';

const policy = window.trustedTypes?.createPolicy('qadam-page', { createHTML: (html) => html });
const TIMES = 5;
const AGAIN = 1000;
let looking = new AbortController();

/**
 * Shows a view. A request for an earlier view that is still running is cancelled.
 *
 * @param keep how the address is put into the history: push, replace, or not at all
 * @param tell whether the page is to announce the new view, which it hears by the event "announce"; a view that does not
 *     come is "trouble"
 */
export async function look(address, { keep, tell } = {}) {
  looking.abort();
  looking = new AbortController();
  const { signal } = looking;
  try {
    const page = await fetched(address, signal);
    if (signal.aborted) return;
    if (keep) history[`${keep}State`](null, '', address);
    show(page);
    if (tell) document.dispatchEvent(new Event('announce'));
  } catch {
    if (!signal.aborted) document.dispatchEvent(new Event('trouble'));
  }
}

/** A request with the token of the reader, if there is one. */
export const asBearer = () => (session.token() ? { Authorization: `Bearer ${session.token()}` } : {});

/**
 * If the token is not valid or has expired, the published figures are shown. If the service is busy (503), the request
 * is repeated.
 */
async function fetched(address, signal, times = TIMES) {
  // A public page may be in the cache of the browser, but a newer release is to be shown at once.
  const answer = await fetch(address, { signal, headers: asBearer(), cache: 'no-cache', redirect: 'manual' });
  if (answer.type === 'opaqueredirect') location.reload(); // The session is over: the provider asks who it is.
  if (answer.status === 401 && session.token()) {
    session.forget();
    document.dispatchEvent(new Event('refused'));
    return fetched(address, signal);
  }
  if (answer.status === 503 && times > 1) {
    await new Promise((resolve) => setTimeout(resolve, (1 + Math.random()) * AGAIN));
    return fetched(address, signal, times - 1);
  }
  if (!answer.ok) throw new Error(`${answer.status}`);
  return parsed(await answer.text());
}

/** The page that a service has rendered. */
export const parsed = (html) => new DOMParser().parseFromString(policy ? policy.createHTML(html) : html, 'text/html');

function show(page) {
  const focused = document.activeElement;
  const places = [focused.id, focused.dataset?.then];
  const { theme } = page.documentElement.dataset;
  if (theme) document.documentElement.dataset.theme = theme;
  else delete document.documentElement.dataset.theme;
  document.title = page.title;
  const content = page.getElementById('content');
  copyAttributes(content, element('content'));
  if (names(content) !== names(element('content'))) {
    element('content').replaceChildren(...document.adoptNode(content).childNodes);
  }
  for (const part of page.querySelectorAll('[data-part]')) put(document.adoptNode(part));
  element('content').dispatchEvent(new Event('shown'));
  if (document.activeElement !== focused) {
    const there = places.filter(Boolean).map(element).find(Boolean);
    (there ?? element('content')).focus({ preventScroll: true });
  }
}

/** The parts of a page; those with a token or of another version of the service may be others. */
const names = (place) => [...place.querySelectorAll('[data-part]')].map((part) => part.dataset.part).join();

/** Replaces the part of this page that has the same name. Open details and scroll positions stay; charts and the slider in use are not replaced. */
export function put(part) {
  const old = document.querySelector(`[data-part="${part.dataset.part}"]`);
  for (const kept of old.querySelectorAll('[data-kept]')) {
    const other = part.querySelector(`#${kept.id}`);
    if (!other) continue;
    copyAttributes(other, kept);
    other.replaceWith(kept);
  }
  for (const details of old.querySelectorAll('details[open]')) {
    const other = part.querySelector(`#${details.id}`);
    if (other) other.open = true;
  }
  const scrolled = [...old.querySelectorAll('.scrolling')].map((box) => [box.id, box.scrollTop]);
  old.replaceWith(part);
  for (const [id, top] of scrolled) element(id)?.scrollTo({ top, behavior: 'instant' });
}

function copyAttributes(from, to) {
  const kept = ['class', 'style', 'hidden', 'tabindex'];
  for (const { name } of [...to.attributes]) {
    if (!kept.includes(name) && !name.startsWith('_') && !from.hasAttribute(name)) to.removeAttribute(name);
  }
  for (const { name, value } of from.attributes) if (!kept.includes(name)) to.setAttribute(name, value);
}
