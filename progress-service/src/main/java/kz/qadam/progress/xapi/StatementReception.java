package kz.qadam.progress.xapi;

import com.fasterxml.jackson.databind.JsonNode;
import jakarta.enterprise.context.ApplicationScoped;
import java.time.Clock;
import java.time.Instant;
import java.time.LocalDate;
import java.util.List;
import java.util.UUID;
import java.util.function.Supplier;
import kz.qadam.chassis.base.database.Database;
import kz.qadam.chassis.base.time.AlmatyTime;
import kz.qadam.chassis.events.kafka.Traces;
import kz.qadam.chassis.trail.Recording;

/** Takes in what was posted, within its quota, in one transaction, and counts it. */
@ApplicationScoped
class StatementReception {

    /** What was read, and what became of it. */
    record Received(List<TakenStatement> statements, StatementInbox.Taken taken) {}

    private final Database database;
    private final StatementInbox inbox;
    private final StatementQuota quota;
    private final StatementCounts counts;
    private final PlatformAccountKeys keys;
    private final Recording recording;
    private final Clock clock;

    StatementReception(
            Database database,
            StatementInbox inbox,
            StatementQuota quota,
            StatementCounts counts,
            PlatformAccountKeys keys,
            Recording recording,
            Clock clock) {
        this.database = database;
        this.inbox = inbox;
        this.quota = quota;
        this.counts = counts;
        this.keys = keys;
        this.recording = recording;
        this.clock = clock;
    }

    /**
     * Takes statements in; returns after the commit.
     *
     * @param sent reads the statements; not called if the institution has sent too many
     * @throws kz.qadam.chassis.http.problem.Problem 429 if the institution has sent too many, 503 without keys
     */
    Received receive(String institution, Supplier<List<JsonNode>> sent) {
        quota.require(institution);
        keys.require();
        List<JsonNode> statements = sent.get();
        quota.spend(institution, statements.size());
        String trace = Traces.current();
        Received received = database.transaction(handle -> {
            List<TakenStatement> read = inbox.read(handle, institution, statements);
            StatementInbox.Taken taken = inbox.take(handle, institution, read, trace);
            if (taken.isStored()) {
                recording.addWrites(
                        handle,
                        taken.changes().all().stream().map(UUID::toString).toList());
            }
            return new Received(read, taken);
        });
        count(institution, received);
        return received;
    }

    private void count(String institution, Received received) {
        Instant now = clock.instant();
        LocalDate day = AlmatyTime.dayOf(now);
        for (int i = 0; i < received.statements().size(); i++) {
            TakenStatement one = received.statements().get(i);
            counts.add(StatementCounts.Counted.of(
                    institution,
                    day,
                    one.askedFor(),
                    received.taken().outcomes().get(i)));
            if (one.platform() != null) {
                counts.note(new StatementCounts.Heard(institution, one.platform()), now);
            }
        }
    }
}
