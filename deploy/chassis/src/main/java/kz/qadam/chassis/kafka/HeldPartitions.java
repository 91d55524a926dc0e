package kz.qadam.chassis.kafka;

import java.time.Instant;
import java.time.OffsetDateTime;
import java.util.Optional;
import kz.qadam.chassis.database.Database;

/**
 * The table in which the sending instance notes that some partitions take no events while others do. The other
 * instances read from it how long events for the other partitions have waited.
 */
final class HeldPartitions {

    private static final String NOTE = """
            insert into relay_held (mail, partitions, oldest_of_others, seen_at)
            values (:mail, :partitions, :oldest, now())
            on conflict (mail) do update
               set partitions = excluded.partitions, oldest_of_others = excluded.oldest_of_others,
                   seen_at = excluded.seen_at
            """;

    /** A note that was not confirmed for some time is ignored. */
    private static final String READ = """
            select oldest_of_others from relay_held where mail = :mail and seen_at > now() - interval '30 seconds'
            """;

    /** @param oldest since when the oldest event waits for a partition that takes events; empty if none waits */
    record Others(Optional<Instant> oldest) {}

    private final Database database;
    private final String mail;
    private boolean noted = true;

    HeldPartitions(Database database, String mail) {
        this.database = database;
        this.mail = mail;
    }

    void note(int partitions, Instant oldestOfOthers) {
        database.transaction(handle -> handle.createUpdate(NOTE)
                .bind("mail", mail)
                .bind("partitions", partitions)
                .bindByType("oldest", oldestOfOthers, Instant.class)
                .execute());
        noted = true;
    }

    /** Deletes the note, since no partition or all partitions are held. */
    void forget() {
        if (noted) {
            database.transaction(handle -> handle.createUpdate("delete from relay_held where mail = :mail")
                    .bind("mail", mail)
                    .execute());
            noted = false;
        }
    }

    /** What is known about the partitions that are not held; empty while no partition is held. */
    Optional<Others> others() {
        return database.transaction(handle -> handle.createQuery(READ)
                .bind("mail", mail)
                .map((row, context) -> new Others(Optional.ofNullable(row.getObject(1, OffsetDateTime.class))
                        .map(OffsetDateTime::toInstant)))
                .findOne());
    }
}
