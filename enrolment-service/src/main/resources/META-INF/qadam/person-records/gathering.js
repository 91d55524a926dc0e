/** Asks the three services. If one of the others does not answer, the answer says that it is incomplete. */

import { get } from './asking.js';

/** A post of JSON. */
export const post = (address, body) => get(address, {
  method: 'POST', body: JSON.stringify(body), headers: { 'Content-Type': 'application/json' },
});

/**
 * What the services hold: `person`, `completions` and `readings`; `missing` names the services that did not answer,
 * with the problem of each.
 */
export async function gather(question) {
  const person = await (await post('/v1/person-records', question)).json();
  if (!person.held) return { person, missing: [] };
  const missing = [];
  const completions = await unless(missing, 'progress', () => completionsOf(person.learnerId));
  const readings = await unless(missing, 'reporting', () => readingsOf(person.learnerId));
  return { person, completions, readings, missing };
}

async function unless(missing, service, asking) {
  try {
    return await asking();
  } catch (failure) {
    if (!failure.problem) throw failure;
    missing.push({ service, problem: failure.problem.title });
    return null;
  }
}

const completionsOf = async (learner) => (await get(`/v1/learners/${learner}/records`)).json();

/** All pages: each has a part of the log, and only the last one has no Link. */
async function readingsOf(learner) {
  const readings = [];
  const address = `/v1/audit/learners/${learner}/readings`;
  let further = '';
  do {
    const page = await get(address + further);
    const { items, cursor } = await page.json();
    readings.push(...items);
    further = page.headers.has('Link') ? `?${new URLSearchParams({ cursor })}` : '';
  } while (further);
  return readings;
}
