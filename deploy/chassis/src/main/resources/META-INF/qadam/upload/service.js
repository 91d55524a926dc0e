/** The requests of the page to the service. */

import { get } from './asking.js';

export { Trouble, headers, trouble } from './asking.js';

const { imports, batch, template } = document.getElementById('content').dataset;

export const jobs = async (cursor) =>
  (await get(`${imports}?limit=5${cursor ? `&cursor=${cursor}` : ''}`)).json();

export const job = async (id, signal) => (await get(`${imports}/${id}`, { signal })).json();

export const jobStream = (id, signal) =>
  get(`${imports}/${id}/stream`, { signal, headers: { Accept: 'text/event-stream' } });

export const errors = (id, signal) => get(`${imports}/${id}/errors.csv`, { signal, headers: { Accept: 'text/csv' } });

/** An empty table, as csv or xlsx. */
export const blank = (kind) => get(`${template}.${kind}`);

export const importing = (name) => `${imports}?fileName=${encodeURIComponent(name)}`;

export const checking = () => `${batch}?dryRun=true`;
