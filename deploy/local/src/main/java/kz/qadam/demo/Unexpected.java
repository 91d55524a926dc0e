package kz.qadam.demo;

import java.io.IOException;

/** A service has said something else than it should. */
final class Unexpected extends IOException {

    Unexpected(String what) {
        super(what);
    }
}
