package kz.qadam.local;

import java.io.IOException;

/** Why the suite, or a part of it, did not start, in words for the person who started it. */
public final class CannotStart extends IOException {

    CannotStart(String reason) {
        super(reason);
    }
}
