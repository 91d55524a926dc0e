package kz.qadam.front;

import java.io.IOException;
import java.net.URI;

/** There is no connection to a service, so that it has got nothing of a request. */
final class NotReached extends IOException {

    private static final long serialVersionUID = 1;

    NotReached(URI service, Throwable reason) {
        super("There is no connection to " + service, reason);
    }
}
