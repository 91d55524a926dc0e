/** A form that has been sent is not sent again before its answer comes. */
for (const form of document.querySelectorAll('form')) {
  form.addEventListener('submit', event => {
    if (form.getAttribute('aria-busy') === 'true') event.preventDefault();
    form.setAttribute('aria-busy', 'true');
  });
}

// A page that comes back from the history can be sent again.
addEventListener('pageshow', () => document.querySelectorAll('form').forEach(form => form.removeAttribute('aria-busy')));
