/** The slider of days, which replaces the list of days. */

import { element } from './dom.js';
import { look } from './looking.js';

const REST = 150;

let timer;

/** Makes a slider from the rendered list of days. The slider is never replaced, since the reader may be moving it. */
export function day() {
  const slider = element('slider');
  const list = element('day');
  if (!slider) return; // The page without figures has no days.
  slider.max = list.options.length - 1;
  if (!timer) slider.value = list.selectedIndex;
  slider.hidden = list.options.length < 2;
  list.parentElement.hidden = true;
  element('day-label').htmlFor = 'slider';
  slider.oninput = move;
  name();
}

function move() {
  name();
  clearTimeout(timer);
  timer = setTimeout(() => {
    timer = null;
    look(address(), { keep: 'replace' });
  }, REST);
}

function name() {
  const slider = element('slider');
  const words = element('day').options[slider.value]?.textContent.trim() ?? '';
  slider.setAttribute('aria-valuetext', words);
  element('day-shown').textContent = words;
}

function address() {
  const form = element('times');
  element('day').selectedIndex = element('slider').value;
  const query = new URLSearchParams(new FormData(form));
  for (const [field, value] of [...query]) if (value === '') query.delete(field);
  return `${form.getAttribute('action')}?${query}`;
}
