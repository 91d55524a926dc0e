package kz.qadam.chassis.events.kafka;

import java.util.Optional;

/** Compares the database of a service with what the service has published: one that lacks some of it went back to a backup. */
public interface OlderDatabaseCheck {

    /** What the database lacks, in words; empty if nothing. */
    Optional<String> missing();
}
