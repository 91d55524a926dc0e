package kz.qadam.chassis.base.database;

import jakarta.enterprise.context.ApplicationScoped;

/**
 * Whether the service may use its database: not while it is older than what the service has published, since it would give
 * other contents to names that others know. Until that is known, nothing is sent or taken in; requests are served meanwhile if
 * the server has not changed its timeline since it was last known.
 */
@ApplicationScoped
public class DatabaseClearance {

    private enum State {
        UNKNOWN,
        PROBABLY_CURRENT,
        CURRENT,
        OLDER
    }

    private volatile State state = State.UNKNOWN;

    /** Whether requests may be served, and background work be done. */
    public boolean mayBeUsed() {
        return state == State.CURRENT || state == State.PROBABLY_CURRENT;
    }

    /** Whether it is known to be as new as what the service has published. */
    public boolean isCurrent() {
        return state == State.CURRENT;
    }

    /** Whether it is known to be older. */
    public boolean isOlder() {
        return state == State.OLDER;
    }

    /** It is to be compared. An older one stays so until it is found to be current. */
    public void compare(boolean isProbablyCurrent) {
        if (state != State.OLDER) {
            state = isProbablyCurrent ? State.PROBABLY_CURRENT : State.UNKNOWN;
        }
    }

    /** It was compared, or there is nothing to be compared with. */
    public void compared(boolean isCurrent) {
        state = isCurrent ? State.CURRENT : State.OLDER;
    }
}
