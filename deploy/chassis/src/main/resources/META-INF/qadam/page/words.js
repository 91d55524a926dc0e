/** The texts, numbers and sizes in the language of the page. */

const language = document.documentElement.lang;

const sentences = new Map(
  [...document.getElementById('sentences').content.querySelectorAll('[data-key]')]
    .map((sentence) => [sentence.dataset.key, sentence.textContent]));

// Some browsers claim to support Kazakh formats and do not. Those of numbers are the same in Russian.
const locale = { kk: 'ru', ru: 'ru', en: 'en-GB' }[language];

const numbers = new Intl.NumberFormat(locale);
const percents = new Intl.NumberFormat(locale, { style: 'percent' });
const units = ['byte', 'kilobyte', 'megabyte', 'gigabyte'];

export { language };

/** A text with its numbered arguments filled in. */
export function say(key, ...values) {
  return sentences.get(key).replace(/\{(\d)\}/g, (place, index) => values[index] ?? '');
}

export const number = (value) => numbers.format(value);

/** A share between 0 and 1, rounded down, so that unfinished work never shows 100 %. */
export const percent = (share) => percents.format(Math.floor(share * 100) / 100);

/** A number of bytes, formatted for people. */
export function size(bytes) {
  const step = Math.min(units.length - 1, Math.floor(Math.log2(Math.max(bytes, 1)) / 10));
  const digits = step < 2 ? 0 : 1;
  return new Intl.NumberFormat(locale, { style: 'unit', unit: units[step], maximumFractionDigits: digits })
    .format(bytes / 1024 ** step);
}
