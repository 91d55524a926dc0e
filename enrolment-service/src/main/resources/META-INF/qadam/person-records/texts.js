/** The texts of the answer, which has a language of its own. */

import { element } from './dom.js';

const texts = new Map(
  [...element('texts').content.querySelectorAll('[data-key]')]
    .map((text) => [`${text.dataset.language} ${text.dataset.key}`, text.textContent]));

// Some browsers claim to support Kazakh formats and do not. These are the same in Russian.
const locales = { kk: 'ru', ru: 'ru', en: 'en-GB' };

export function inLanguage(language) {
  const moments = new Intl.DateTimeFormat(locales[language], {
    day: '2-digit', month: '2-digit', year: 'numeric', hour: '2-digit', minute: '2-digit', timeZone: 'Asia/Almaty',
  });
  const find = (key) => texts.get(`${language} ${key}`);
  return {
    language,
    say: (key, ...values) => find(key).replace(/\{(\d)\}/g, (place, index) => values[index] ?? ''),
    /** The text for a code of this kind; the code itself if it is a new one. */
    code: (kind, code) => find(`${kind}.${code}`) ?? code,
    moment: (instant) => moments.format(new Date(instant)),
  };
}
