package kz.qadam.chassis.security;

import java.util.Set;

/** Which institutions are not active any more, as a service knows it from its own database. */
public interface Suspensions {

    /** Their codes, read just now; called from a thread that may wait. */
    Set<String> suspended();
}
