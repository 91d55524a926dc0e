/** Sends requests to the service: with the token, in the language of the page, and with its problems as errors. */

import { at, token } from './session.js';
import { language, say } from './words.js';

/** A failure with the text for people: a problem according to RFC 9457. */
export class Trouble extends Error {
  constructor(problem) {
    super(problem.title);
    this.problem = problem;
  }
}

export const headers = () => ({
  ...(token() ? { Authorization: `Bearer ${token()}` } : {}),
  'Accept-Language': language,
});

/** The problem of an unexpected answer. */
export function trouble(status, body) {
  try {
    const problem = JSON.parse(body);
    return new Trouble({ title: say('strange-answer', status), ...problem, status });
  } catch {
    return new Trouble({ title: say('strange-answer', status), status });
  }
}

/** An answer with an expected status. */
export async function get(path, options = {}) {
  let answer;
  try {
    answer = await fetch(at(path), { ...options, headers: { ...headers(), ...options.headers } });
  } catch (failure) {
    if (failure.name === 'AbortError') throw failure;
    throw new Trouble({ title: say('no-answer') });
  }
  if (!answer.ok) throw trouble(answer.status, await answer.text());
  return answer;
}
