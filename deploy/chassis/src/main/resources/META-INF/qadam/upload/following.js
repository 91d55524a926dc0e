/** Follows the progress of a file until it is finished: by the stream, or by polling if the stream does not work. */

import { Trouble, job, jobStream } from './service.js';
import { events as received } from './stream.js';

const BETWEEN_LOOKS = 2000;
const FIRST_NEWS = 5000;
const NEWS = 40000;

const pause = (millis) => new Promise((resolve) => setTimeout(resolve, millis));

/** Whether the state of a file is final. */
export const ended = (job) => job.status === 'finished' || job.status === 'failed';

/**
 * Yields the job at once and whenever it has changed; null while the service does not answer.
 * Ends when the job is finished; throws a Trouble if the service refuses.
 */
export async function* follow(id, signal) {
  let streams = true;
  for (;;) {
    try {
      let last = await job(id, signal);
      yield last;
      if (streams && !ended(last)) {
        for await (const next of events(id, signal)) yield last = next;
      }
      if (ended(last)) return;
    } catch (failure) {
      if (signal.aborted || refused(failure)) throw failure;
      if (failure instanceof Silence) streams = false;
      else yield null;
    }
    await pause(BETWEEN_LOOKS);
  }
}

/** Whether the service refused the request, so that a repetition would fail too. */
function refused(failure) {
  const status = failure instanceof Trouble && failure.problem.status;
  return status >= 400 && status < 500 && status !== 429;
}

/** Something between the browser and the service delays the stream. */
class Silence extends Error {}

async function* events(id, signal) {
  const silence = new AbortController();
  const either = AbortSignal.any([signal, silence.signal]);
  let timer = setTimeout(() => silence.abort(), FIRST_NEWS);
  try {
    const answer = await jobStream(id, either);
    const heard = () => {
      clearTimeout(timer);
      timer = setTimeout(() => silence.abort(), NEWS);
    };
    for await (const { data } of received(answer, heard)) yield JSON.parse(data);
  } catch (failure) {
    throw silence.signal.aborted ? new Silence() : failure;
  } finally {
    clearTimeout(timer);
  }
}
