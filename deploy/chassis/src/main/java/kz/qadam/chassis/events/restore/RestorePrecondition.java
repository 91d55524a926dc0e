package kz.qadam.chassis.events.restore;

import org.jdbi.v3.core.Handle;

/** What has to be so before a database is restored, such as that the keys at hand are its own. */
public interface RestorePrecondition {

    /**
     * Looks at the database before anything in it is changed.
     *
     * @throws IllegalStateException if it must not be restored, with the reason as a sentence
     */
    void require(Handle database);
}
