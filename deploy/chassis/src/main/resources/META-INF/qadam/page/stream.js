/** Reads server-sent events with the Authorization header, which EventSource cannot send. */

/**
 * Yields complete events.
 *
 * @param heard is called whenever data arrive
 */
export async function* events(answer, heard = () => {}) {
  const reader = answer.body.pipeThrough(new TextDecoderStream()).getReader();
  let text = '';
  for (;;) {
    const { value, done } = await reader.read();
    if (done) return;
    heard();
    const blocks = (text + value).split(/\r?\n\r?\n/);
    text = blocks.pop();
    for (const block of blocks) {
      const data = lines(block, 'data');
      if (data.length > 0) yield { id: lines(block, 'id')[0], data: data.join('\n') };
    }
  }
}

const lines = (block, field) => block.split(/\r?\n/)
  .filter((line) => line.startsWith(`${field}:`))
  .map((line) => line.slice(field.length + 1).replace(/^ /, ''));
