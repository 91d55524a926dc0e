/** The token: it stays in this tab, and goes with it. What it says is only shown; the service decides. */

const KEY = 'qadam.token';

export const token = () => sessionStorage.getItem(KEY);

/** With or without the word Bearer before it. */
export function remember(text) {
  sessionStorage.setItem(KEY, text.trim().replace(/^bearer\s+/i, ''));
}

export const forget = () => sessionStorage.removeItem(KEY);

/** What the token says of its bearer; nothing if it cannot be read. */
export function claims() {
  try {
    const payload = token().split('.')[1].replaceAll('-', '+').replaceAll('_', '/');
    const bytes = Uint8Array.from(atob(payload), (character) => character.charCodeAt(0));
    return JSON.parse(new TextDecoder().decode(bytes));
  } catch {
    return {};
  }
}
