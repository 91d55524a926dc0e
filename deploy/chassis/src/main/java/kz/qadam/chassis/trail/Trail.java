package kz.qadam.chassis.trail;

import com.fasterxml.uuid.Generators;
import com.fasterxml.uuid.impl.TimeBasedEpochGenerator;
import jakarta.enterprise.context.ApplicationScoped;
import java.time.Clock;
import java.util.List;
import java.util.UUID;
import kz.qadam.chassis.database.TableColumns;
import kz.qadam.chassis.process.InstanceName;
import kz.qadam.chassis.security.Actor;
import org.jdbi.v3.core.Handle;

/** Writes entries of the trail. What an entry is about and the entry itself are written in one transaction. */
@ApplicationScoped
public class Trail {

    static final TableColumns<TrailEntry> COLUMNS = TableColumns.of(TrailEntry.class);

    private static final String ADD =
            "insert into trail (%s) select * from %s".formatted(COLUMNS.names(), COLUMNS.rows("entry"));

    private static final TimeBasedEpochGenerator IDS = Generators.timeBasedEpochGenerator();

    private final String instance;
    private final Clock clock;

    Trail(InstanceName instance, Clock clock) {
        this.instance = instance.toString();
        this.clock = clock;
    }

    /** Writes entries in this transaction. */
    void add(Handle transaction, List<TrailEntry> entries) {
        COLUMNS.bind(transaction.createUpdate(ADD), entries).execute();
    }

    /**
     * Writes that things were changed in this transaction.
     *
     * @param subject the opaque id of the thing; null if there are several
     */
    public void addWrite(Handle transaction, String action, Actor actor, String subject, int items) {
        add(transaction, List.of(entry(TrailKind.WRITE, action, actor, TrailEntry.DONE, null, subject, items, null)));
    }

    /** An entry of this moment without a reason. */
    TrailEntry entry(
            TrailKind kind,
            String action,
            Actor actor,
            String outcome,
            Integer status,
            String subject,
            Integer items,
            Question question) {
        return new TrailEntry(
                newId(),
                clock.instant(),
                instance,
                kind,
                action,
                outcome,
                status,
                actor,
                subject,
                items,
                question,
                null,
                null);
    }

    static UUID newId() {
        return IDS.generate();
    }
}
