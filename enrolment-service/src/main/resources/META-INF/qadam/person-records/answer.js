/** Builds the answer for one person from what the services hold. Everything that anybody has sent is only text. */

import { attributes } from './attributes.js';
import { corrections } from './correcting.js';
import { details } from './details.js';
import { columns, make } from './making.js';
import { at } from './session.js';
import { language } from './words.js';

/**
 * The parts of the answer, in a language.
 *
 * @param changed is called after something was corrected
 */
export function answer({ person, completions, readings, missing }, texts, changed) {
  const { say, moment } = texts;
  const head = [
    make('h2', { id: 'answer-title', tabIndex: -1 }, say('answer')),
    make('p', {}, say(`by.${person.requestedBy}`), ' ', say('answered-at', moment(person.answeredAt))),
    ...(person.request ? [make('p', {}, say('request-is', person.request))] : []),
    ...missing.map(({ service, problem }) => make('p', { className: 'notice incomplete' },
      say('incomplete', say(`service.${service}`), problem))),
  ];
  if (!person.held) return [...head, make('p', { className: 'not-held' }, say('not-held'))];
  return [
    ...head,
    section(say('person'), ...aboutPerson(person, texts), make('p', { className: 'correcting' },
      make('a', { id: 'page', href: `${at(`/persons/${person.learnerId}`)}?lang=${language}` }, say('page')))),
    section(say('enrolments'), ...enrolments(person, texts, changed)),
    ...(completions ? [
      section(say('completions'), ...completed(completions.completions, texts, changed)),
      section(say('trained'), ...trained(completions.cohorts, texts)),
      ...accounts(completions.platformAccounts ?? [], texts),
    ] : []),
    section(say('readers'), ...readers([
      ...person.readings.map(ofRecord), ...(completions?.readings ?? []).map(ofRecord), ...(readings ?? []),
    ], texts)),
    section(say('further'), list(['files', 'figures', 'backups'].map((what) => say(`further.${what}`)))),
    section(say('rights'), make('p', {}, say('rights.what'))),
  ];
}

const section = (title, ...content) => make('section', {}, make('h3', {}, title), ...content);
const list = (texts) => make('ul', {}, ...texts.map((text) => make('li', {}, text)));

function aboutPerson({ learnerId, numbers, merges, splits, block }, texts) {
  const { say, moment } = texts;
  return [list([
    say('learner', learnerId),
    ...numbers.map((number) => say('number', moment(number.recordedAt))),
    ...(block ? [say('blocked', moment(block.blockedAt), say(`block.${block.reason}`))] : []),
    ...merges.map((merge) => say('merged', merge.absorbed, moment(merge.decidedAt), merge.reason)),
    ...splits.map((split) => say('split', split.absorbed === learnerId ? split.surviving : split.absorbed,
      moment(split.mergeDecidedAt), moment(split.decidedAt), split.reason)),
  ])];
}

function enrolments({ block, enrolments: all }, texts, changed) {
  const { say, code, moment } = texts;
  if (!all.length) return [make('p', {}, say('none'))];
  return all.flatMap(({ enrolment, states }) => {
    const title = `${say('at', enrolment.course, enrolment.institution)} · ${enrolment.reference}`;
    return [
      make('h4', {}, `${title} · ${code('status', enrolment.status)}`),
      columns(title, texts, ['when', 'what', 'who', 'content', 'reason'], states.map((state) => [
        state.recordedAt ? moment(state.recordedAt) : '',
        code('event', state.event),
        author(state.by, 'unrecorded', texts),
        [state.course, state.cohort, state.region, say('enrolled-on', state.enrolledOn), ...named(state, texts),
          state.withdrawnOn && say('left-on', state.withdrawnOn)].filter(Boolean).join(' · '),
        state.reason ?? '',
      ])),
      ...(block ? [] : [corrections.ofEnrolment(enrolment, texts, changed)]),
    ];
  });
}

/** The attributes that a state of an enrolment has. */
const named = (state, { say, code }) => attributes
  .filter(({ name }) => state[name])
  .map(({ name }) => `${say(`attribute.${name}`)}: ${code(`attribute.${name}`, state[name])}`);

function completed(all, texts, changed) {
  const { say, code, moment } = texts;
  if (!all.length) return [make('p', {}, say('none'))];
  return all.flatMap(({ id, reference, institution, states }) => {
    const newest = states[states.length - 1];
    const title = `${say('at', newest.course ?? '', institution)} · ${reference}`;
    return [
      make('h4', {}, `${title} · ${code('status', newest.status)}`),
      columns(title, texts, ['when', 'what', 'who', 'content', 'reason'], states.map((state) => [
        moment(state.recordedAt),
        code('event', state.cause),
        author(state.by, 'service', texts),
        [code('status', state.status), state.counts ? say('counts') : state.because && code('because', state.because),
          ...stated(state.stated, texts)].filter(Boolean).join(' · '),
        state.reason ?? '',
      ])),
      ...(newest.status === 'revoked' ? [] : [
        corrections.ofCompletion({ id, institution, stated: newest.stated }, texts, changed)]),
    ];
  });
}

const stated = (content, { say, code }) => (content ? [
  say('completed-on', content.completedOn),
  content.score !== undefined && say('score', content.score),
  content.certificate && say('certificate', content.certificate),
  ...details(content).map(([name, value]) => `${code('detail', name)}: ${code(`detail.${name}`, value)}`),
] : []);

function author(by, otherwise, { say }) {
  if (!by) return say(otherwise);
  return by.role === 'office' ? say('office') : by.institution;
}

function trained(cohorts, { say }) {
  if (!cohorts.length) return [make('p', {}, say('none'))];
  return [list(cohorts.map(({ cohort, trained: is, trainedOn }) => (
    is ? say('trained.yes', cohort, trainedOn) : say('trained.no', cohort))))];
}

/** The accounts at learning platforms, with what the platforms have said; nothing if there is none. */
const accounts = (all, { say, moment }) => (all.length ? [section(say('platform-accounts'), ...all.flatMap((one) => [
  make('p', {}, say('platform-account', one.institution, one.platform, one.account), ` · ${one.enrolment}`),
  list(one.statements.map((stated) => [
    moment(stated.at), stated.course, stated.activity, stated.result, stated.state, stated.because, stated.id,
  ].filter(Boolean).join(' · '))),
]))] : []);

/** A reading of a single record, in the shape of the readings of reports. */
const ofRecord = ({ actor, action, ...reading }) => ({ ...reading, subject: actor, asked: action, certain: true });

function readers(unordered, texts) {
  const all = unordered.sort((one, other) => new Date(one.at) - new Date(other.at));
  const { say, moment } = texts;
  const what = make('p', { className: 'hint' }, say('readers.what'));
  if (!all.length) return [what, make('p', {}, say('none'))];
  return [what, columns(say('readers'), texts, ['when', 'who', 'question', 'match'], all.map((reading) => [
    moment(reading.at),
    `${[reading.institution, reading.subject].filter(Boolean).join(' · ')} (${reading.roles.join(', ')})`,
    reading.asked,
    say(reading.certain ? 'readers.certain' : 'readers.possible'),
  ]))];
}
