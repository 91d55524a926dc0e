/**
 * Fetches the panels of a page: what other services know. One that does not come in time is missing, and says so; a panel
 * that takes longer has its own time, and one that belongs to a whole its own words. A form that changes something is not
 * sent again before its answer comes, and is not sent at all if the session is over: what is filled in would be lost.
 */

import { announce, element } from './dom.js';
import { asBearer, parsed, put } from './looking.js';

const WITHIN = 1000;
const TASKS = new URL('tasks', import.meta.url);
const known = new WeakSet();

count();
for (const panel of document.querySelectorAll('[data-from]')) fill(panel);
for (const button of document.querySelectorAll('[data-copy]')) offerCopy(button);
addEventListener('submit', sendOnce);
// A page that comes back from the history can be sent again.
addEventListener('pageshow', () => document.querySelectorAll('form').forEach(form => form.removeAttribute('aria-busy')));

function sendOnce(submission) {
  const form = submission.target;
  // A script of the page sends it; or it asks for a page or a file, which may be asked for again.
  if (submission.defaultPrevented || form.method !== 'post') return;
  const isBusy = form.getAttribute('aria-busy') === 'true';
  form.setAttribute('aria-busy', 'true');
  if (isBusy) {
    submission.preventDefault();
  } else if (element('ended') && form.requestSubmit && !known.delete(form)) {
    submission.preventDefault();
    sendInSession(form, submission.submitter);
  }
}

async function sendInSession(form, button) {
  const isOver = await isSessionOver();
  form.removeAttribute('aria-busy');
  document.querySelector('#content > .problem')?.remove();
  if (isOver) {
    element('content').prepend(element('ended').content.cloneNode(true));
    document.querySelector('#content > .problem').focus();
  } else {
    known.add(form);
    form.requestSubmit(button);
  }
}

/** A service that does not answer in time is not known to have ended it. */
async function isSessionOver() {
  try {
    const answer = await fetch(TASKS, { method: 'HEAD', redirect: 'manual', signal: within(WITHIN) });
    return answer.type === 'opaqueredirect' || answer.status === 401;
  } catch {
    return false;
  }
}

/** Shows at the pages of the navigation how much waits there, as far as the tasks of this page say it. */
function count() {
  const tasks = [...document.querySelectorAll('.tasks [data-count]')];
  for (const link of document.querySelectorAll('.pages a[id]')) {
    link.parentElement.querySelector('.waits')?.remove();
    const here = tasks.filter((task) => pageOf(task.querySelector('a')) === link.pathname);
    if (here.length === 0) continue;
    const number = document.createElement('span');
    number.className = 'waits';
    number.textContent = here.reduce((sum, task) => sum + Number(task.dataset.count), 0);
    link.after(' ', number);
  }
}

/** The page that a link leads to: for a panel of one service, the page of which it is a part. */
function pageOf(link) {
  return link.pathname.replace(/\/panels\/[a-z]+\//, '/');
}

/** Copies the text of another element. Without a script, or where a browser lets no page copy, there is no button. */
function offerCopy(button) {
  button.hidden = !navigator.clipboard;
  button.addEventListener('click', async () => {
    await navigator.clipboard.writeText(element(button.dataset.copy).textContent);
    button.textContent = button.dataset.copied;
    announce(button.dataset.copied);
  });
}

async function fill(panel) {
  panel.setAttribute('aria-busy', 'true');
  try {
    put(await fetched(panel.dataset));
    count();
  } catch {
    panel.removeAttribute('aria-busy');
    showMissing(panel);
  }
}

async function fetched({ from, part, within: patience = WITHIN }) {
  const answer = await fetch(from, { signal: within(Number(patience)), headers: asBearer(), redirect: 'manual' });
  if (!answer.ok) throw new Error(`${answer.status}`);
  return document.adoptNode(parsed(await answer.text()).querySelector(`[data-part="${part}"]`));
}

/** An old browser, which has no such signal, waits for as long as it takes. */
function within(milliseconds) {
  return AbortSignal.timeout?.(milliseconds);
}

/** Says that a panel is missing. Its link stays, since it leads to the login if the session is over. */
function showMissing(panel) {
  const heading = panel.parentElement.querySelector('h2, h3');
  const link = panel.querySelector('a');
  const missing = element('missing').content.cloneNode(true);
  const text = missing.querySelector('.missing');
  const words = panel.dataset.missing ?? text.textContent;
  text.textContent = words;
  missing.querySelector('button').addEventListener('click', () => {
    heading.focus();
    fill(panel);
  });
  missing.querySelector('.row').append(link);
  panel.replaceChildren(missing);
  announce(`${heading.textContent}: ${words}`);
}
