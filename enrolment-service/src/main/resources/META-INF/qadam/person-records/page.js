/** The page on which the office answers a person. The number goes into the body of a request, and is then forgotten. */

import { answer } from './answer.js';
import { announce, clearProblem, element, save, show, showFailure } from './dom.js';
import { gather } from './gathering.js';
import { inLanguage } from './texts.js';

let records;

element('kind').addEventListener('change', () => show('country-field', element('kind').value === 'document'));
element('question').addEventListener('submit', (event) => {
  event.preventDefault();
  find(question());
});
element('answer-language').addEventListener('change', render);
element('print').addEventListener('click', () => print());
element('download').addEventListener('click', () => save(
  new Response(JSON.stringify(records, null, 2), { headers: { 'Content-Type': 'application/json' } }),
  'person-record.json'));

async function find(asked) {
  clearProblem('problem-place');
  element('find').disabled = true;
  try {
    records = await gather(asked);
    element('number').value = '';
    render();
    element('answer-title').focus();
  } catch (failure) {
    forgetAnswer();
    showFailure('problem-place', failure);
  } finally {
    element('find').disabled = false;
  }
}

/** The answer in its own language. What is changed from there is read again, by the learner. */
function render() {
  const texts = inLanguage(element('answer-language').value);
  element('answer').lang = texts.language;
  element('answer').replaceChildren(...answer(records, texts, async () => {
    const { requestedBy, request, learnerId } = records.person;
    await find({ person: { learnerId }, requestedBy, ...(request ? { request } : {}) });
    announce(texts.say('applied'));
  }));
  show('answer', true);
  show('controls', true);
}

function question() {
  const kind = element('kind').value;
  const number = element('number').value.trim();
  const request = element('request').value.trim();
  const document = { country: element('country').value.trim(), number };
  return {
    person: { [kind]: kind === 'document' ? document : number },
    requestedBy: element('requested-by').value,
    ...(request ? { request } : {}),
  };
}

function forgetAnswer() {
  records = undefined;
  element('answer').replaceChildren();
  show('answer', false);
  show('controls', false);
}
