/** A form by which the office undoes a merge: it sees whose each enrolment will be, and decides. Nothing of it is printed. */

import { showFailure } from './dom.js';
import { post } from './gathering.js';
import { make } from './making.js';

const ADDRESS = '/v1/learner-splits';

export function dividing({ absorbed, surviving }, { say, code, moment }, changed) {
  const [reason, place] = ['divide-reason', 'divide-failure'].map((what) => `${what}-${absorbed}`);
  const reasonField = make('input', { id: reason, required: true, maxLength: 1000, autocomplete: 'off' });
  const enrolments = make('fieldset', { className: 'divided', hidden: true });
  const apply = make('button', { type: 'submit', className: 'second', hidden: true }, say('divide.apply'));
  const show = make('button', { type: 'button', className: 'second' }, say('divide.show'));
  const form = make('form', { className: 'question' },
    make('div', {}, make('label', { htmlFor: reason }, say('reason')), reasonField),
    make('div', {}, show, ' ', apply));

  const named = () => [...enrolments.querySelectorAll('input:checked:enabled')].map((box) => box.value);
  const split = (query) => post(ADDRESS + query, {
    absorbed, surviving, enrolments: named(), reason: reasonField.value.trim(),
  });
  const trying = async (what) => {
    try {
      await what();
    } catch (failure) {
      showFailure(place, failure);
    }
  };

  const box = ({ id, institution, reference, course, recordedAt, because }) => {
    const isOwn = because === 'own';
    return make('label', {},
      make('input', { type: 'checkbox', value: id, checked: isOwn || because === 'named', disabled: isOwn }),
      ` ${[say('at', course, institution), reference, code('divide', because), recordedAt && moment(recordedAt)]
        .filter(Boolean).join(' · ')}`);
  };
  show.addEventListener('click', () => trying(async () => {
    if (!form.reportValidity()) return;
    const preview = await (await split('?dryRun=true')).json();
    enrolments.replaceChildren(make('legend', {}, say('divide.of', absorbed)), ...preview.enrolments.map(box));
    enrolments.hidden = false;
    apply.hidden = false;
  }));
  form.addEventListener('submit', (event) => {
    event.preventDefault();
    if (apply.hidden) {
      show.click();
      return;
    }
    trying(async () => {
      await split('');
      await changed();
    });
  });
  return make('details', { className: 'correcting dividing' },
    make('summary', {}, say('divide')), make('p', { className: 'hint' }, say('divide.what', absorbed)),
    form, enrolments, make('div', { id: place }));
}
