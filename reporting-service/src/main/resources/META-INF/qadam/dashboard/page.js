/** The script of the dashboard: charts, updates, and other views without loading the page again. */

import { access } from './access.js';
import { draw } from './charts.js';
import { day } from './day.js';
import { announce, element } from './dom.js';
import { files } from './files.js';
import { keepNew } from './live.js';
import { look } from './looking.js';
import { say } from './words.js';

document.documentElement.classList.add('scripted');
document.addEventListener('click', (event) => {
  const link = event.target.closest('a[data-look]');
  if (!link || event.button !== 0 || event.ctrlKey || event.metaKey || event.shiftKey || event.altKey) return;
  event.preventDefault();
  look(link.href, { keep: 'push', tell: true });
});
document.addEventListener('announce', () => announce(say('shown', shown())));
document.addEventListener('trouble', () => announce(say('trouble')));
addEventListener('popstate', () => look(location.href, { tell: true }));
element('content').addEventListener('shown', enhance);
matchMedia('(prefers-color-scheme: dark)').addEventListener('change', draw);

const exact = access();
enhance();
files();
await exact;
keepNew();

/** Adds what the service cannot render: charts and the slider. */
function enhance() {
  day();
  draw();
}

/** Which figures are shown. */
function shown() {
  return [...document.querySelectorAll('.narrowed .chip')]
    .map((chip) => chip.firstChild.textContent.trim())
    .concat((document.querySelector('#burnup .sentence') ?? element('headline'))?.textContent.trim() ?? [])
    .join(', ');
}
