/**
 * The token: it is kept in this tab only. Its content is only displayed; the service checks it. Below /staff/ there is none:
 * there the service knows people who have logged in by a cookie, which no script can read.
 */

const KEY = 'qadam.token';

/** Whether the page is shown to somebody who has logged in. */
export const isLoggedIn = location.pathname.startsWith('/staff/');

export const token = () => (isLoggedIn ? null : sessionStorage.getItem(KEY));

/** Whether there is anything to show beyond what is public. */
export const isKnown = () => isLoggedIn || Boolean(token());

/** Where a path of the service is for this page. */
export const at = (path) => (isLoggedIn && path.startsWith('/') ? `/staff${path}` : path);

/** Offers to log in, which keeps what the page shows, or to log out. Without a provider the page has neither link. */
export function offerLogin() {
  for (const link of document.querySelectorAll('#log-in')) {
    link.hidden = isLoggedIn;
    link.addEventListener('click', () => {
      if (location.search) link.search = location.search;
    });
  }
  for (const link of document.querySelectorAll('#log-out')) link.hidden = !isLoggedIn;
}

/** Accepts a token with or without the word Bearer before it. */
export function remember(text) {
  sessionStorage.setItem(KEY, text.trim().replace(/^bearer\s+/i, ''));
}

export const forget = () => sessionStorage.removeItem(KEY);

/** The claims of the token; nothing if it cannot be read. */
export function claims() {
  try {
    const payload = token().split('.')[1].replaceAll('-', '+').replaceAll('_', '/');
    const bytes = Uint8Array.from(atob(payload), (character) => character.charCodeAt(0));
    return JSON.parse(new TextDecoder().decode(bytes));
  } catch {
    return {};
  }
}
