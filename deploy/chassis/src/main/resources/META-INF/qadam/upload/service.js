/** The requests of the page to the service. */

import { get } from './asking.js';

export { Trouble, headers, trouble } from './asking.js';

const { imports, batch, template, profiles } = document.getElementById('content').dataset;

export const jobs = async (cursor) =>
  (await get(`${imports}?limit=5${cursor ? `&cursor=${cursor}` : ''}`)).json();

export const job = async (id, signal) => (await get(`${imports}/${id}`, { signal })).json();

export const jobStream = (id, signal) =>
  get(`${imports}/${id}/stream`, { signal, headers: { Accept: 'text/event-stream' } });

export const errors = (id, signal) => get(`${imports}/${id}/errors.csv`, { signal, headers: { Accept: 'text/csv' } });

/** The kept rows of a table without references, as the table to send next. */
export const kept = (id) => get(`${imports}/${id}/kept.csv`, { headers: { Accept: 'text/csv' } });

/** The profiles by which the user's own tables can be read. The office has none of its own. */
export const savedProfiles = async () => (profiles ? (await get(profiles)).json() : { items: [] });

/** An empty table, as csv or xlsx. */
export const blank = (kind) => get(`${template}.${kind}`);

const by = (profile) => (profile ? `&profile=${encodeURIComponent(profile)}` : '');

export const importing = (name, profile) => `${imports}?fileName=${encodeURIComponent(name)}${by(profile)}`;

export const checking = (profile) => `${batch}?dryRun=true${by(profile)}`;
