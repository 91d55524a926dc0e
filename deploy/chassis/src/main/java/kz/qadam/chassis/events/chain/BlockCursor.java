package kz.qadam.chassis.events.chain;

import kz.qadam.chassis.http.list.TextCursor;

/** A position in the list of blocks: after this block. */
record BlockCursor(String instance, long number) {

    static BlockCursor parse(String text) {
        return text == null
                ? new BlockCursor("", 0)
                : TextCursor.read(text, 2, parts -> new BlockCursor(parts[1], Long.parseLong(parts[0])));
    }

    static BlockCursor at(BlockView block) {
        return new BlockCursor(block.instance(), block.number());
    }

    @Override
    public String toString() {
        return TextCursor.write(number, instance);
    }
}
