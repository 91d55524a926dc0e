package kz.qadam.chassis.http.security;

import java.util.Set;

/** The institutions that are not active, according to the service's own database. */
public interface Suspensions {

    /** The codes of these institutions, read from the database; called from a thread that may wait. */
    Set<String> suspended();
}
