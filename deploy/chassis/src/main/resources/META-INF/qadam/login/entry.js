/** Exchanges the token in the fragment of the address, #token=…, which browsers send to no server, for a session. */

const token = new URLSearchParams(location.hash.slice(1)).get('token');
history.replaceState(null, '', location.pathname);

async function enter() {
  const headers = { Authorization: `Bearer ${token}` };
  const answer = token && (await fetch(`/staff${location.pathname}`, { method: 'POST', headers }));
  if (!answer?.ok) throw new Error(answer?.status);
}

enter().then(
  () => location.replace('/staff/desk'),
  () => {
    document.querySelector('#refused').hidden = false;
  },
);
