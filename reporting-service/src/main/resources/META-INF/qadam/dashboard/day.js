/** The day as a slider, beside which the list of days would be one too many. */

import { element } from './dom.js';
import { look } from './looking.js';

const REST = 150;

let timer;

/** Makes a slider of the list that the service has rendered. */
export function day() {
  const slider = element('slider');
  const list = element('day');
  slider.max = list.options.length - 1;
  slider.value = list.selectedIndex;
  slider.hidden = list.options.length < 2;
  list.hidden = true;
  element('show-day').hidden = true;
  element('day-label').htmlFor = 'slider';
  slider.oninput = () => move(slider, list);
  name(slider, list);
}

function move(slider) {
  name(slider, element('day'));
  element('day-shown').textContent = slider.getAttribute('aria-valuetext');
  clearTimeout(timer);
  timer = setTimeout(() => look(address(slider), { keep: 'replace' }), REST);
}

function name(slider, list) {
  slider.setAttribute('aria-valuetext', list.options[slider.value]?.textContent.trim() ?? '');
}

function address(slider) {
  const form = element('times');
  element('day').selectedIndex = slider.value;
  const query = new URLSearchParams(new FormData(form));
  for (const [name, value] of [...query]) if (value === '') query.delete(name);
  return `${form.getAttribute('action')}?${query}`;
}
