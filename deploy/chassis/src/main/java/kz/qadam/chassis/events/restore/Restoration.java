package kz.qadam.chassis.events.restore;

import io.quarkus.arc.All;
import jakarta.enterprise.context.ApplicationScoped;
import java.sql.Connection;
import java.sql.SQLException;
import java.sql.Statement;
import java.time.Duration;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import javax.sql.DataSource;
import kz.qadam.chassis.base.database.Database;
import kz.qadam.chassis.base.database.TransactionLimit;
import kz.qadam.chassis.events.archive.Epochs;
import kz.qadam.chassis.events.archive.LostSegments;
import kz.qadam.chassis.events.kafka.EventAdoption;
import kz.qadam.chassis.events.kafka.GroupOffsets;
import kz.qadam.chassis.events.kafka.OlderDatabaseCheck;
import kz.qadam.chassis.events.kafka.RestoreConfig;
import kz.qadam.chassis.events.kafka.StateAdoption;
import kz.qadam.chassis.http.security.Actor;
import kz.qadam.chassis.http.security.Submitter;
import kz.qadam.chassis.trail.ActorAction;
import kz.qadam.chassis.trail.Trail;
import org.jdbi.v3.core.Handle;

/**
 * Makes a database that was set back to a backup as new as what the service has published. All of it is one transaction: a run
 * that is interrupted has changed nothing but which transaction number comes next.
 */
@ApplicationScoped
class Restoration {

    private static final TransactionLimit LIMIT = TransactionLimit.withPauses(Duration.ofDays(1));
    private static final long AT_ONCE = 1_000_000;

    private static final String LEAVE_OUT = """
            do $$ begin for number in 1..%d loop perform pg_current_xact_id(); rollback; end loop; end $$
            """;

    private static final String ALONE = "select pg_try_advisory_xact_lock(hashtext('restored'))";

    private static final ActorAction RESTORE =
            new ActorAction("restore the database", Actor.ofWork("restored", Submitter.OFFICE));

    private final Database database;
    private final DataSource source;
    private final RestoreConfig config;
    private final List<RestorePrecondition> conditions;
    private final List<OlderDatabaseCheck> checks;
    private final EventAdoption events;
    private final GroupOffsets taken;
    private final List<StateAdoption> states;
    private final List<RestoreListener> services;
    private final Epochs epochs;
    private final Trail trail;

    Restoration(
            Database database,
            DataSource source,
            RestoreConfig config,
            @All List<RestorePrecondition> conditions,
            @All List<OlderDatabaseCheck> checks,
            EventAdoption events,
            GroupOffsets taken,
            @All List<StateAdoption> states,
            @All List<RestoreListener> services,
            Epochs epochs,
            Trail trail) {
        this.database = database;
        this.source = source;
        this.config = config;
        this.conditions = conditions;
        this.checks = checks;
        this.events = events;
        this.taken = taken;
        this.states = states;
        this.services = services;
        this.epochs = epochs;
        this.trail = trail;
    }

    /**
     * Restores, and says what was done; empty if nothing is lost.
     *
     * @throws IllegalStateException if it must not be restored, with the reason as a sentence
     */
    Optional<List<String>> run() throws SQLException {
        epochs.requireKeys();
        database.transaction(handle -> {
            conditions.forEach(one -> one.require(handle));
            return null;
        });
        if (!config.anyway()
                && checks.stream().allMatch(check -> check.missing().isEmpty())) {
            return Optional.empty();
        }
        LostSegments lost = epochs.lost();
        leaveOutNumbers(lost);
        return Optional.of(database.transaction(LIMIT, handle -> restore(handle, lost)));
    }

    private List<String> restore(Handle handle, LostSegments lost) {
        if (!handle.createQuery(ALONE).mapTo(Boolean.class).one()) {
            throw new IllegalStateException("Somebody else restores this database now");
        }
        List<String> said = new ArrayList<>();
        int all = 0;
        for (StateAdoption one : states) {
            EventAdoption.Counts adopted = events.adopt(handle, one);
            adopted.events().forEach((type, count) -> said.add("%d events %s".formatted(count, type)));
            all += adopted.events().values().stream()
                    .mapToInt(Integer::intValue)
                    .sum();
            if (adopted.refused() > 0) {
                said.add("%d events could not be taken over: they are forged, or their references were used anew"
                        .formatted(adopted.refused()));
            }
        }
        taken.goBack(handle);
        services.forEach(one -> said.addAll(one.restored(handle, lost)));
        epochs.begin(handle, lost);
        trail.addWrite(handle, RESTORE, null, all);
        return said;
    }

    /**
     * Lists are in the order of transaction numbers, and segments of the archive begin and end with them: a number that was
     * given after the backup is not given again.
     */
    private void leaveOutNumbers(LostSegments lost) throws SQLException {
        long present = database.transaction(handle -> handle.createQuery("select pg_current_xact_id()::text::bigint")
                .mapTo(Long.class)
                .one());
        long left = Math.max(0, lost.endOf("trail") - present) + config.numbersLeftOut();
        try (Connection connection = source.getConnection();
                Statement statement = connection.createStatement()) {
            connection.setAutoCommit(true);
            for (; left > 0; left -= AT_ONCE) {
                statement.execute(LEAVE_OUT.formatted(Math.min(left, AT_ONCE)));
            }
        }
    }
}
