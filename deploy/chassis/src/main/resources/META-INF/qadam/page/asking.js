/** Asks the service: with the token, in the language of the page, and with its refusals as they were said. */

import { token } from './session.js';
import { language, say } from './words.js';

/** Something went wrong. It carries what people are to read: a problem as RFC 9457 has it. */
export class Trouble extends Error {
  constructor(problem) {
    super(problem.title);
    this.problem = problem;
  }
}

export const headers = () => ({ Authorization: `Bearer ${token()}`, 'Accept-Language': language });

/** The problem of an answer that is none of those hoped for. */
export function trouble(status, body) {
  try {
    const problem = JSON.parse(body);
    return new Trouble({ title: say('strange-answer', status), ...problem, status });
  } catch {
    return new Trouble({ title: say('strange-answer', status), status });
  }
}

/** An answer that is one of those hoped for. */
export async function get(path, options = {}) {
  let answer;
  try {
    answer = await fetch(path, { ...options, headers: { ...headers(), ...options.headers } });
  } catch (failure) {
    if (failure.name === 'AbortError') throw failure;
    throw new Trouble({ title: say('no-answer') });
  }
  if (!answer.ok) throw trouble(answer.status, await answer.text());
  return answer;
}
