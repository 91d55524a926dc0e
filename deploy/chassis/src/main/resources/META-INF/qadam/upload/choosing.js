/** Lets the user choose a file with the button, or drop it anywhere on the page. */

import { announce, clearProblem, element, show, showProblem, write } from './dom.js';
import { say, size } from './words.js';

const LARGEST = Number(element('content').dataset.largest);
const LARGEST_CHECK = 10 * 1024 * 1024;
const KINDS = new Map([
  ['csv', 'text/csv'],
  ['txt', 'text/csv'],
  ['tsv', 'text/csv'],
  ['ndjson', 'application/x-ndjson'],
  ['jsonl', 'application/x-ndjson'],
  ['xlsx', 'application/vnd.openxmlformats-officedocument.spreadsheetml.sheet'],
]);

/** The media type of a file, by its name; nothing if its kind is not supported. */
export const kind = (file) => KINDS.get(file.name.split('.').pop().toLowerCase());

/**
 * @param open whether files are accepted at the moment
 * @param taken is called with a file that can be sent
 */
export function choosing(open, taken) {
  function choose(files, focus) {
    clearProblem('file-problem');
    const [file] = files;
    const problem = objection(files);
    show('ready', !problem);
    if (problem) {
      write('drop-what', say('drop'));
      showProblem('file-problem', problem);
      return;
    }
    write('drop-what', say('another-file', file.name, size(file.size)));
    show('check', file.size <= LARGEST_CHECK);
    show('check-hint', file.size <= LARGEST_CHECK);
    announce(element('drop-what').textContent);
    taken(file);
    if (focus) element('send').focus();
  }

  const input = element('chosen');
  let byOtherButton = false;
  input.addEventListener('change', () => {
    const files = [...input.files];
    // The same name may be chosen again after the file was corrected.
    input.value = '';
    if (files.length > 0) choose(files, byOtherButton);
    byOtherButton = false;
  });
  element('again').addEventListener('click', () => {
    byOtherButton = true;
    input.click();
  });
  for (const type of ['dragenter', 'dragover']) document.addEventListener(type, (event) => hover(event, open()));
  document.addEventListener('dragleave', (event) => event.relatedTarget ?? hover(event, false));
  document.addEventListener('drop', (event) => {
    hover(event, false);
    const files = [...event.dataTransfer.files];
    if (open() && files.length > 0) choose(files, true);
  });
}

/** A file that is dropped outside of the target must not be opened by the browser. */
function hover(event, over) {
  event.preventDefault();
  element('drop').classList.toggle('over', over);
}

/** The reason why these files cannot be sent, checked before sending. */
function objection(files) {
  const [file] = files;
  if (files.length > 1) return { title: say('one-at-a-time') };
  if (!kind(file)) return { title: say('other-kind', file.name) };
  if (file.size > LARGEST) return { title: say('too-large', file.name, size(LARGEST)) };
  return null;
}
