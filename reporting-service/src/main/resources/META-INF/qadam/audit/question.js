/** The question, which is kept in the address and shown in the form. */

import { element } from './dom.js';
import { at } from './session.js';
import { language } from './words.js';

const PARTS = ['measure', 'cohort', 'region', 'institution', 'on', 'asOf', 'excluded'];

/** Fills the list of cohorts, and shows the question of the address. */
export async function choices() {
  const progress = await told('/v1/progress');
  for (const { cohort, names } of progress.cohorts) offer('cohort', cohort, names);
  fill();
  addEventListener('popstate', fill);
}

/** The parameters of the question by name, without empty ones. */
export const question = () => Object.fromEntries(
  PARTS.map((part) => [part, value(part)]).filter(([, text]) => text !== ''));

/** Writes the question of the form into the address. */
export function remember() {
  const asked = new URLSearchParams({ lang: language, ...question() });
  history.pushState(null, '', `?${asked}`);
  languages();
}

/** Public data, since there is no token yet; exact ones for those who have logged in. */
const told = async (path) => (await fetch(at(path))).json();

function offer(part, code, names) {
  element(part).append(new Option(names?.[language] ?? code, code));
}

function value(part) {
  const field = element(part);
  if (field.type === 'checkbox') return field.checked ? 'true' : '';
  return field.value.trim();
}

function fill() {
  const asked = new URLSearchParams(location.search);
  for (const part of PARTS) {
    const field = element(part);
    const text = asked.get(part);
    if (field.type === 'checkbox') field.checked = text === 'true';
    else if (text !== null) field.value = text;
  }
  languages();
}

/** The same question in another language. */
function languages() {
  for (const link of document.querySelectorAll('a[hreflang]')) {
    const asked = new URLSearchParams(location.search);
    asked.set('lang', link.hreflang);
    link.href = `?${asked}`;
  }
}
