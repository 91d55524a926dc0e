package kz.qadam.enrolment.erasure;

import java.time.Instant;
import java.util.List;
import java.util.UUID;
import kz.qadam.chassis.base.database.TableColumns;
import org.jdbi.v3.core.Handle;

/** A person whose erasure is accepted and not done. */
public record PersonToErase(UUID learner, Instant blockedAt) {

    private static final TableColumns<PersonToErase> COLUMNS = TableColumns.of(PersonToErase.class);

    private static final String WAITING = """
            select %s from erasure where state = 'blocked' order by blocked_at, learner limit :most
            """.formatted(COLUMNS.names());

    /** Those who wait the longest. */
    public static List<PersonToErase> waiting(Handle database, int most) {
        return database.createQuery(WAITING).bind("most", most).map(COLUMNS).list();
    }
}
