package kz.qadam.demo;

import java.io.IOException;

/** A service has returned an unexpected answer. */
final class Unexpected extends IOException {

    Unexpected(String what) {
        super(what);
    }
}
