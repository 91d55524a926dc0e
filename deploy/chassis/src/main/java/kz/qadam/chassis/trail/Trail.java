package kz.qadam.chassis.trail;

import com.fasterxml.uuid.Generators;
import com.fasterxml.uuid.impl.TimeBasedEpochGenerator;
import jakarta.enterprise.context.ApplicationScoped;
import java.time.Clock;
import java.time.Instant;
import java.util.List;
import java.util.Map;
import java.util.UUID;
import kz.qadam.chassis.base.database.TableColumns;
import kz.qadam.chassis.base.process.InstanceName;
import org.jdbi.v3.core.Handle;

/** Makes and writes entries of the trail. What an entry is about and the entry itself are written in one transaction. */
@ApplicationScoped
public class Trail {

    static final TableColumns<TrailEntry> COLUMNS = TableColumns.of(TrailEntry.class, Map.of("name", "actor"));

    private static final String ADD =
            "insert into trail (%s) select * from %s".formatted(COLUMNS.names(), COLUMNS.rows("entry"));

    private static final String ADD_ONE =
            "insert into trail (%s) values (%s)".formatted(COLUMNS.names(), COLUMNS.values());

    /**
     * In what the entries differ that are written together for writes of one transaction. The database takes a value that
     * all of them have in less time than an array.
     */
    private record Write(UUID id, ActorAction origin, String subject, int items) {}

    private static final TableColumns<Write> WRITES = TableColumns.of(Write.class, Map.of("name", "actor"));

    private static final String ADD_WRITES = """
            insert into trail (at, instance, kind, outcome, %1$s)
            select :at, :instance, :kind, :outcome, %1$s from %2$s
            """.formatted(WRITES.names(), WRITES.rows("entry"));

    private static final TimeBasedEpochGenerator IDS = Generators.timeBasedEpochGenerator();

    private final String instance;
    private final Clock clock;

    Trail(InstanceName instance, Clock clock) {
        this.instance = instance.toString();
        this.clock = clock;
    }

    /** Writes entries in this transaction. */
    void add(Handle transaction, List<TrailEntry> entries) {
        if (entries.size() == 1) {
            COLUMNS.bindOne(transaction.createUpdate(ADD_ONE), entries.get(0)).execute();
        } else {
            COLUMNS.bind(transaction.createUpdate(ADD), entries).execute();
        }
    }

    /**
     * Writes that things were changed in this transaction.
     *
     * @param subject the opaque id of the thing; null if there are several
     * @param items how many things
     */
    public void addWrite(Handle transaction, ActorAction origin, String subject, int items) {
        add(transaction, List.of(entryOfWrite(origin, subject, items, null, null)));
    }

    /**
     * Writes that things were changed in this transaction, one entry for each origin.
     *
     * @param changed the opaque ids of the things
     */
    public void addWrites(Handle transaction, Map<ActorAction, List<UUID>> changed) {
        if (!changed.isEmpty()) {
            List<Write> writes = changed.entrySet().stream()
                    .map(one -> new Write(
                            IDS.generate(),
                            one.getKey(),
                            subject(one.getValue()),
                            one.getValue().size()))
                    .toList();
            WRITES.bind(transaction.createUpdate(ADD_WRITES), writes)
                    .bind("at", clock.instant())
                    .bind("instance", instance)
                    .bind("kind", TrailKind.WRITE.toString())
                    .bind("outcome", TrailEntry.DONE)
                    .execute();
        }
    }

    /**
     * Writes in this transaction that items were refused by a verdict which says something about a person: one entry for
     * each item, with nothing of what it says. The code of the verdict is their subject too, by which they are found.
     *
     * @param origins by whom each item was sent
     */
    public void addVerdicts(Handle transaction, List<ActorAction> origins, String code, int status) {
        if (!origins.isEmpty()) {
            add(
                    transaction,
                    origins.stream()
                            .map(origin -> entryOfAnswer(TrailKind.DENIAL, origin, code, status, code, 1, null))
                            .toList());
        }
    }

    /**
     * Writes in this transaction that a segment which another service has sealed arrived.
     *
     * @param checkLine the line by which {@code sha256sum -c} checks its manifest
     * @param contradicts whether it contradicts one that arrived before
     */
    public void addAnchor(Handle transaction, String checkLine, boolean contradicts) {
        String outcome = contradicts ? TrailEntry.CONTRADICTS : TrailEntry.DONE;
        var origin = new ActorAction("keep an anchor", null);
        add(transaction, List.of(entryOfAnswer(TrailKind.ANCHOR, origin, outcome, null, checkLine, null, null)));
    }

    private static String subject(List<UUID> ids) {
        return ids.size() == 1 ? ids.get(0).toString() : null;
    }

    /**
     * @param reason why, as a code; or null
     * @param text why, as a person has written it; or null
     */
    TrailEntry entryOfWrite(ActorAction origin, String subject, int items, String reason, String text) {
        return new TrailEntry(
                IDS.generate(),
                clock.instant(),
                instance,
                TrailKind.WRITE,
                origin,
                TrailEntry.DONE,
                null,
                subject,
                items,
                null,
                reason,
                SaltedText.of(text));
    }

    /** An entry about a read, at an instant of the database. */
    TrailEntry entryOfRead(Instant at, ActorAction origin, RecordedQuestion question, int items) {
        return new TrailEntry(
                IDS.generate(),
                at,
                instance,
                TrailKind.READ,
                origin,
                TrailEntry.DONE,
                null,
                null,
                items,
                question,
                null,
                null);
    }

    /** An entry about a request that was answered, or about several. */
    TrailEntry entryOfAnswer(
            TrailKind kind,
            ActorAction origin,
            String outcome,
            Integer status,
            String subject,
            Integer items,
            RecordedQuestion question) {
        return new TrailEntry(
                IDS.generate(),
                clock.instant(),
                instance,
                kind,
                origin,
                outcome,
                status,
                subject,
                items,
                question,
                null,
                null);
    }

    /**
     * An entry about requests of several callers for what is new in a list, which were answered with nothing.
     *
     * @param byCaller who asked how often
     */
    TrailEntry entryOfPolls(String action, int requests, String byCaller) {
        return new TrailEntry(
                IDS.generate(),
                clock.instant(),
                instance,
                TrailKind.READ,
                new ActorAction(action, null),
                TrailEntry.NOTHING_NEW,
                null,
                null,
                requests,
                null,
                null,
                SaltedText.of(byCaller));
    }
}
