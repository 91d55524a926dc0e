/** Sends a file and reports the progress. It uses XMLHttpRequest, since fetch reports none. */

import { Trouble, headers, trouble } from './service.js';
import { at } from './session.js';
import { say } from './words.js';

/**
 * Resolves to the body of the answer; rejects with a Trouble, or with an AbortError if the signal aborts.
 *
 * @param gone receives the number of sent bytes
 */
export function send(address, file, type, gone, signal) {
  return new Promise((resolve, reject) => {
    const request = new XMLHttpRequest();
    request.open('POST', at(address));
    for (const [name, value] of Object.entries(headers())) request.setRequestHeader(name, value);
    request.setRequestHeader('Content-Type', type);
    request.upload.onprogress = (event) => gone(event.loaded);
    request.upload.onload = () => gone(file.size);
    request.onload = () => (request.status >= 200 && request.status < 300
      ? resolve(JSON.parse(request.responseText))
      : reject(trouble(request.status, request.responseText)));
    request.onerror = () => reject(new Trouble({ title: say('not-arrived') }));
    request.onabort = () => reject(new DOMException(say('not-sent'), 'AbortError'));
    signal.addEventListener('abort', () => request.abort());
    request.send(file);
  });
}
