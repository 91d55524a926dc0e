/** Forms by which the office corrects what it has found, with the same requests as programs. Nothing of them is printed. */

import { attributes } from './attributes.js';
import { details } from './details.js';
import { showFailure } from './dom.js';
import { post } from './gathering.js';
import { make } from './making.js';

let forms = 0;

const corrected = (id, institution, member) => ({
  address: '/v1/enrolment-corrections',
  body: (value, reason) => ({ institution, enrolment: id, [member]: value, reason }),
});

const ofEnrolment = ({ id, institution }) => ({
  course: corrected(id, institution, 'course'),
  cohort: corrected(id, institution, 'cohort'),
  region: corrected(id, institution, 'region'),
  enrolledOn: corrected(id, institution, 'enrolledOn'),
  ...Object.fromEntries(attributes.map(({ name, values }) => [name, {
    ...corrected(id, institution, name), title: `attribute.${name}`, values,
  }])),
  withdrawal: {
    address: '/v1/withdrawals',
    body: (on, reason) => ({ institution, enrolment: id, on, reason }),
  },
});

const restated = (id, institution, member, read) => ({
  address: '/v1/corrections',
  body: (value, reason) => ({ institution, completion: id, [member]: read(value), reason }),
});

const ofCompletion = ({ id, institution, stated }, { code }) => ({
  completedOn: restated(id, institution, 'completedOn', String),
  score: restated(id, institution, 'score', Number),
  certificate: restated(id, institution, 'certificate', String),
  ...Object.fromEntries(details(stated).map(([name, value]) => [name, {
    ...restated(id, institution, name, typeof value === 'number' ? Number : String), label: code('detail', name),
  }])),
  revocation: {
    address: '/v1/revocations',
    hasNoValue: true,
    body: (value, reason) => ({ institution, completion: id, reason }),
  },
});

export const corrections = {
  ofEnrolment: (enrolment, texts, changed) => folded(ofEnrolment(enrolment), texts, changed),
  ofCompletion: (completion, texts, changed) => folded(ofCompletion(completion, texts), texts, changed),
};

function folded(changes, texts, changed) {
  const { say } = texts;
  forms += 1;
  const [choice, value, reason, place] = ['change', 'value', 'reason', 'failure'].map((what) => `${what}-${forms}`);
  const choose = make('select', { id: choice },
    ...Object.entries(changes).map(([key, { label, title }]) => (
      make('option', { value: key }, label ?? say(title ?? `change.${key}`)))));
  const entry = ({ title, values, hasNoValue }) => (values
    ? make('select', { id: value }, ...values.map((one) => make('option', { value: one }, say(`${title}.${one}`))))
    : make('input', { id: value, required: !hasNoValue, autocomplete: 'off' }));
  const valueField = make('div', {},
    make('label', { htmlFor: value }, say('value')), entry(changes[choose.value]));
  const form = make('form', { className: 'question' },
    make('div', {}, make('label', { htmlFor: choice }, say('change')), choose),
    valueField,
    make('div', {},
      make('label', { htmlFor: reason }, say('reason')),
      make('input', { id: reason, required: true, maxLength: 500, autocomplete: 'off' })),
    make('div', {}, make('button', { type: 'submit', className: 'second' }, say('apply'))));
  choose.addEventListener('change', () => {
    valueField.hidden = Boolean(changes[choose.value].hasNoValue);
    valueField.lastElementChild.replaceWith(entry(changes[choose.value]));
  });
  form.addEventListener('submit', async (event) => {
    event.preventDefault();
    const { address, body } = changes[choose.value];
    try {
      await post(address, body(form.querySelector(`#${value}`).value.trim(), form.querySelector(`#${reason}`).value.trim()));
      await changed();
    } catch (failure) {
      showFailure(place, failure);
    }
  });
  return make('details', { className: 'correcting' },
    make('summary', {}, say('correct')), form, make('div', { id: place }));
}
