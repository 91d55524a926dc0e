/** The token: it is kept in this tab only. Its content is only displayed; the service checks it. */

const KEY = 'qadam.token';

export const token = () => sessionStorage.getItem(KEY);

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
