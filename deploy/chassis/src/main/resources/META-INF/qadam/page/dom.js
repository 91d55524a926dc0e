/** The page's elements, by id, and functions that all pages use. */

import { say } from './words.js';

export const element = (id) => document.getElementById(id);

export function show(id, visible) {
  element(id).hidden = !visible;
}

export function write(id, text) {
  element(id).textContent = text;
}

/** Saves an answer of the service as a file, under this name or under the one that the answer proposes. */
export async function save(answer, name = /filename="([^"]+)"/.exec(answer.headers.get('Content-Disposition'))?.[1]) {
  const link = document.createElement('a');
  link.href = URL.createObjectURL(await answer.blob());
  link.download = name ?? '';
  link.click();
  setTimeout(() => URL.revokeObjectURL(link.href), 60_000);
}

/** Announces a text to users of screen readers. */
export function announce(text) {
  if (element('status').textContent !== text) write('status', text);
}

/** Shows a failure in this place, and moves the focus there: a problem of the service, or an unexpected error. */
export function showFailure(place, failure) {
  if (!failure.problem) console.error(failure);
  showProblem(place, failure.problem ?? { title: say('broken') });
}

export function showProblem(place, problem) {
  const box = element('problem').content.firstElementChild.cloneNode(true);
  const [title, detail, faults, more] = box.children;
  title.textContent = problem.title;
  title.id = `${place}-title`;
  box.setAttribute('aria-labelledby', title.id);
  detail.textContent = problem.detail ?? '';
  detail.hidden = !problem.detail;
  const items = (problem.errors ?? []).map((fault) => {
    const item = document.createElement('li');
    item.textContent = fault.detail;
    return item;
  });
  faults.replaceChildren(...items);
  faults.hidden = items.length === 0;
  const link = more.firstElementChild;
  link.textContent = say('explained');
  more.hidden = !problem.type?.startsWith('http');
  if (!more.hidden) link.href = problem.type;
  element(place).replaceChildren(box);
  box.focus();
}

export function clearProblem(place) {
  element(place).replaceChildren();
}
