package kz.qadam.system;

import java.io.IOException;

/**
 * Something that people do at a desk, from their home on.
 *
 * @param home where it begins
 * @param name what is done
 * @param most how often somebody presses something until it is done, at most
 * @param visitor the token of who does it
 * @param way does it, and then reads what has become of it over the API
 */
record DeskTask(DeskHome home, String name, int most, Visitor visitor, Way way) {

    interface Visitor {
        String token() throws IOException;
    }

    interface Way {
        void go(DeskVisit visit) throws IOException;
    }
}
