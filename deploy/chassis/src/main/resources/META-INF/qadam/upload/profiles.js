/** Offers the saved profiles by which tables of other systems can be read. Who has none sees nothing of it. */

import { element, show } from './dom.js';
import { savedProfiles } from './service.js';

/** The name of the chosen profile; empty if the file is as the template. */
export const chosenProfile = () => element('profile').value;

export async function offerProfiles() {
  const choice = element('profile');
  const before = choice.value;
  const items = await savedProfiles().then((answer) => answer.items, () => []);
  choice.replaceChildren(choice.options[0], ...items.map(({ name }) => new Option(name, name)));
  choice.value = items.some(({ name }) => name === before) ? before : '';
  show('by-profile', items.length > 0);
}
