/**
 * The token: it is kept in this tab only. Below /staff/ there is none:
 * there the service knows people who have logged in by a cookie, which no script can read.
 */

const KEY = 'qadam.token';

/** Whether the page is shown to somebody who has logged in. */
export const isLoggedIn = location.pathname.startsWith('/staff/');

export const token = () => (isLoggedIn ? null : sessionStorage.getItem(KEY));

/** Where a path of the service is for this page. */
export const at = (path) => (isLoggedIn && path.startsWith('/') ? `/staff${path}` : path);

/** Accepts a token with or without the word Bearer before it. */
export function remember(text) {
  sessionStorage.setItem(KEY, text.trim().replace(/^bearer\s+/i, ''));
}

export const forget = () => sessionStorage.removeItem(KEY);
