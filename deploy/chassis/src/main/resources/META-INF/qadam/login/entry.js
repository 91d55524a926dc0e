/**
 * Exchanges the token in the fragment of the address, #token=…, which browsers send to no server, for a session, and goes to
 * the home of its bearer. Only the service of this page is asked, since another one may be stopped.
 */

const token = new URLSearchParams(location.hash.slice(1)).get('token');
const service = location.pathname.replace(/^.*\/|-service$/g, '');
history.replaceState(null, '', location.pathname);

async function enter() {
  const headers = { Authorization: `Bearer ${token}` };
  const answer = token && (await fetch(`/staff${location.pathname}`, { method: 'POST', headers }));
  if (!answer?.ok) throw new Error(answer?.status);
}

enter().then(
  () => location.replace(`/staff/desk/panels/${service}/home`),
  () => {
    document.querySelector('#refused').hidden = false;
  },
);
