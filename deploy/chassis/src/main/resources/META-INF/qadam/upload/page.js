/**
 * Makes it comfortable to send a file: it may be dropped anywhere on the page, is looked at before it is sent, and its sending
 * is followed and can be cancelled. What comes of it, the service renders; while it works on a file the page keeps itself up to
 * date. Without this script the form does the same.
 */

import { trouble } from './asking.js';
import { announce, clearProblem, element, show, showFailure, showProblem, write } from './dom.js';
import { asBearer, look, parsed } from './looking.js';
import { percent, say, size } from './words.js';

const LARGEST_CHECK = 10 * 1024 * 1024;
const KINDS = /\.(csv|txt|tsv|ndjson|jsonl|xlsx)$/i;
const BETWEEN_LOOKS = 1000;
const STEPS = 4;

let chosen = null;
let sending = null;
let told = null;

document.addEventListener('change', ({ target }) => target.id === 'chosen' && choose([...target.files], false));
document.addEventListener('click', clicked);
for (const type of ['dragenter', 'dragover']) document.addEventListener(type, (event) => hover(event, !sending));
document.addEventListener('dragleave', (event) => event.relatedTarget ?? hover(event, false));
document.addEventListener('drop', dropped);
addEventListener('submit', submitted);
addEventListener('beforeunload', (event) => sending && event.preventDefault());
addEventListener('popstate', () => location.reload());
document.addEventListener('trouble', () => element('phase') && tell('phase', say('lost')));
begin();
follow();

/** What only a script can offer. */
function begin() {
  element('drop').classList.add('scripted');
  element('chosen').required = false;
  show('ready', Boolean(chosen));
  write('drop-what', chosen ? say('another-file', chosen.name, size(chosen.size)) : say('drop'));
  if (element('send-now')) show('send-now', Boolean(chosen));
  if (element('look-again')) show('look-again', false);
}

function clicked(event) {
  if (event.target.id === 'cancel') sending?.abort();
  if (event.target.id !== 'again') return;
  event.preventDefault();
  element('chosen').click();
}

/** A file that is dropped outside of the target must not be opened by the browser. */
function hover(event, over) {
  event.preventDefault();
  element('drop').classList.toggle('over', over);
}

function dropped(event) {
  hover(event, false);
  const files = [...event.dataTransfer.files];
  if (!sending && files.length > 0) choose(files, true);
}

function choose(files, focus) {
  clearProblem('file-problem');
  const problem = objection(files);
  [chosen] = problem ? [null] : files;
  // The same name may be chosen again after the file was corrected.
  element('chosen').value = '';
  begin();
  if (problem) {
    showProblem('file-problem', { title: problem });
    return;
  }
  show('check', chosen.size <= LARGEST_CHECK);
  show('check-hint', chosen.size <= LARGEST_CHECK);
  announce(element('drop-what').textContent);
  if (focus || document.activeElement === document.body) element('send').focus();
}

/** The reason why these files cannot be sent, checked before sending. */
function objection(files) {
  const [file] = files;
  const largest = Number(element('content').dataset.largest);
  if (files.length > 1) return say('one-at-a-time');
  if (!KINDS.test(file.name)) return say('other-kind', file.name);
  if (file.size > largest) return say('too-large', file.name, size(largest));
  return null;
}

function submitted(event) {
  const form = event.target;
  if (form.id !== 'sending' || event.defaultPrevented) return;
  event.preventDefault();
  if (!chosen || sending) return;
  const isCheck = event.submitter?.id === 'check';
  const data = new FormData(form);
  data.set('file', chosen);
  send(isCheck ? event.submitter.formAction : form.action, data, isCheck ? say('checking') : say('storing'));
}

/** It uses XMLHttpRequest, since fetch reports no progress. Meanwhile the user can only cancel. */
function send(address, form, then) {
  const { name, size: all } = chosen;
  sending = new XMLHttpRequest();
  sending.open('POST', address);
  for (const [header, value] of Object.entries(asBearer())) sending.setRequestHeader(header, value);
  sending.upload.onprogress = ({ loaded }) => gone(Math.min(loaded, all), all, then);
  sending.upload.onload = () => gone(all, all, then);
  sending.onload = answered;
  sending.onerror = () => failed({ title: say('not-arrived') });
  sending.onabort = () => failed({ title: say('not-sent') });
  clearProblem('file-problem');
  busy(true);
  write('sent-title', name);
  element('sent-title').focus();
  gone(0, all, then);
  sending.send(form);
}

function busy(isSending) {
  show('under-way', isSending);
  for (const id of ['file', 'job', 'recent']) if (element(id)) show(id, !isSending);
  if (!isSending) sending = null;
}

function gone(bytes, all, then) {
  const bar = element('sent-progress');
  if (bytes < all) bar.value = bytes / all;
  else bar.removeAttribute('value');
  tell('sent-phase', bytes < all ? say('sending', size(bytes), size(all)) : then, bytes / all);
}

/** Shows what the service has rendered: what becomes of the file, what would, or why it was refused. */
function answered() {
  const { status, responseText: text, responseURL: address } = sending;
  const page = status === 200 ? parsed(text) : null;
  const content = page?.getElementById('content');
  element('sending').removeAttribute('aria-busy');
  if (!content) {
    busy(false);
    showFailure('file-problem', trouble(status, text));
    return;
  }
  const isKept = content.querySelector('[data-part="job"]:not([data-state="checked"])');
  sending = null;
  if (isKept) history.pushState(null, '', address);
  if (isKept) chosen = null;
  document.title = page.title;
  element('content').replaceChildren(...document.adoptNode(content).childNodes);
  begin();
  element('content').querySelector('[autofocus]')?.focus();
  if (element('outcome')) announce(element('outcome').textContent);
  follow();
}

function failed(problem) {
  busy(false);
  element('sending').removeAttribute('aria-busy');
  showProblem('file-problem', problem);
}

/** Looks again until the service has judged the last row. */
async function follow() {
  while (document.querySelector('[data-again]')) {
    await new Promise((resolve) => setTimeout(resolve, BETWEEN_LOOKS));
    if (sending || document.hidden) continue;
    await look(location.href);
    begin();
    if (element('outcome')) announce(element('outcome').textContent);
    else if (element('progress')) heard(element('phase').textContent, element('progress').value);
  }
}

function tell(place, text, share = null) {
  write(place, text);
  heard(text, share);
}

/** Announced only from time to time. */
function heard(text, share) {
  const news = `${text.replace(/\P{L}/gu, '')} ${share === null ? 'unknown' : Math.floor(share * STEPS)}`;
  if (news !== told) announce(share ? `${text} (${percent(share)})` : text);
  told = news;
}
