/** What institutions may say of an enrolment besides: the name of each attribute, and the values that may be sent. */

import { element } from './dom.js';

export const attributes = [...element('attributes').content.querySelectorAll('[data-name]')].map((one) => ({
  name: one.dataset.name,
  values: [...one.children].map((value) => value.textContent),
}));
