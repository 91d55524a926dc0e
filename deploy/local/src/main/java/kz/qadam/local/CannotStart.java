package kz.qadam.local;

import java.io.IOException;

/** The suite or a part of it did not start. The message is for the person who started it. */
public final class CannotStart extends IOException {

    CannotStart(String reason) {
        super(reason);
    }
}
