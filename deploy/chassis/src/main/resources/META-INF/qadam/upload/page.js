/** The page: a file, then its result. The address contains the id of the displayed file. */

import { choosing, kind } from './choosing.js';
import { announce, clearProblem, element, save, show, showFailure } from './dom.js';
import { ended, follow } from './following.js';
import { chosenProfile, offerProfiles } from './profiles.js';
import * as progress from './progress.js';
import * as recent from './recent.js';
import * as result from './result.js';
import { send } from './sending.js';
import { Trouble, blank, checking, importing } from './service.js';
import { say } from './words.js';

const LONGEST_NAME = 200;

let chosen = null;
let looking = new AbortController();
let isSending = false;
let finished = null;

choosing(() => !element('file').hidden, take);
element('send').addEventListener('click', sendFile);
element('send-now').addEventListener('click', sendFile);
element('check').addEventListener('click', checkFile);
element('cancel').addEventListener('click', () => looking.abort());
element('older').addEventListener('click', () => recent.older().catch(fail));
for (const format of ['xlsx', 'csv']) {
  element(format).addEventListener('click', () =>
    blank(format).then(save).catch((failure) => fail(failure, 'template-problem')));
}
element('download').addEventListener('click', () =>
  result.download(finished).catch((failure) => fail(failure, 'job-problem')));
element('kept-rows').addEventListener('click', () =>
  result.downloadKept(finished).catch((failure) => fail(failure, 'kept-problem')));
addEventListener('hashchange', () => open(true));
addEventListener('beforeunload', (event) => isSending && event.preventDefault());
document.querySelector('nav').addEventListener('click', ({ target }) => {
  if (target.href) target.hash = location.hash;
});
show('without-script', false);
element('command').open = false;
begin().catch(fail);

async function begin() {
  show('file', true);
  show('templates', true);
  await recent.refresh();
  await offerProfiles();
  open();
}

function take(file) {
  chosen = file;
  close();
}

/** Shows the file whose id is in the address, if there is one. */
async function open(lead) {
  const id = location.hash.slice(1);
  if (isSending || element('file').hidden) return;
  if (id === '') close();
  else if (/^[0-9a-f-]{36}$/.test(id)) await attempt((signal) => watch(id, signal, lead));
}

function close() {
  looking.abort();
  show('job', false);
  if (location.hash) history.replaceState(null, '', location.pathname + location.search);
}

async function sendFile() {
  const file = chosen;
  await attempt(async (signal) => {
    const job = await post(importing(file.name.slice(-LONGEST_NAME), chosenProfile()), file, say('storing'), signal);
    history.pushState(null, '', `#${job.id}`);
    chosen = null;
    show('ready', false);
    element('drop-what').textContent = say('drop');
    recent.refresh().catch(() => {});
    await watch(job.id, signal);
  });
}

async function checkFile() {
  const file = chosen;
  await attempt(async (signal) => result.showChecked(await post(checking(chosenProfile()), file, say('checking'), signal)));
}

/** Meanwhile the user can only cancel. */
async function post(address, file, then, signal) {
  progress.begin(file.name);
  element('job-title').focus();
  busy(true);
  try {
    return await send(address, file, kind(file), (gone) => progress.sending(gone, file.size, then), signal);
  } finally {
    busy(false);
  }
}

function busy(sending) {
  isSending = sending;
  show('file', !sending);
  show('recent', !sending);
}

/** @param lead whether to move the focus to it */
async function watch(id, signal, lead) {
  let begun = false;
  for await (const job of follow(id, signal)) {
    if (!job) {
      progress.lost();
      continue;
    }
    if (!begun) progress.begin(job.fileName);
    if (!begun && lead) element('job-title').focus();
    begun = true;
    if (job.status === 'failed') throw new Trouble({ title: say('failed') });
    if (!ended(job)) {
      progress.processing(job);
    } else {
      finished = job;
      clearProblem('job-problem');
      clearProblem('kept-problem');
      await result.showFinished(job, signal);
      recent.refresh().catch(() => {});
    }
  }
}

/** Only one file is displayed at a time: another one replaces it. */
async function attempt(action) {
  looking.abort();
  looking = new AbortController();
  const { signal } = looking;
  clearProblem('file-problem');
  try {
    await action(signal);
  } catch (failure) {
    if (!signal.aborted) {
      show('job', false);
      fail(failure);
    } else if (looking.signal === signal && !element('job').hidden) {
      show('job', false);
      announce(say('not-sent'));
      element('file-title').focus();
    }
  }
}

function fail(failure, place = 'file-problem') {
  showFailure(place, failure);
}
