package kz.qadam.chassis.events.chain;

import kz.qadam.chassis.http.list.TextCursor;

/** A position in the list of heads: after this head. */
record HeadCursor(String service, String instance, long number, String hash) {

    static HeadCursor parse(String text) {
        return text == null
                ? new HeadCursor("", "", 0, "")
                : TextCursor.read(
                        text, 4, parts -> new HeadCursor(parts[0], parts[3], Long.parseLong(parts[1]), parts[2]));
    }

    static HeadCursor at(Head head) {
        return new HeadCursor(head.service(), head.instance(), head.number(), head.hash());
    }

    @Override
    public String toString() {
        return TextCursor.write(service, number, hash, instance);
    }
}
