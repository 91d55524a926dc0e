package kz.qadam.progress.completion;

import com.fasterxml.uuid.Generators;
import com.fasterxml.uuid.impl.TimeBasedEpochGenerator;
import jakarta.enterprise.context.ApplicationScoped;
import java.time.Clock;
import java.util.List;
import kz.qadam.chassis.batch.Outcome;
import kz.qadam.chassis.batch.Terms;
import kz.qadam.chassis.database.Database;
import kz.qadam.progress.tally.Tallies;

/** Takes revocations in, also those that come before their completion. */
@ApplicationScoped
class Revoking {

    private final Database database;
    private final Consequences consequences;
    private final Tallies tallies;
    private final Clock clock;
    private final TimeBasedEpochGenerator ids = Generators.timeBasedEpochGenerator();

    Revoking(Database database, Consequences consequences, Tallies tallies, Clock clock) {
        this.database = database;
        this.consequences = consequences;
        this.tallies = tallies;
        this.clock = clock;
    }

    /** What became of each, in their order; durable when it returns. */
    List<Outcome<CompletionView>> revoke(List<Reading<RevocationPost>> readings, Terms terms) {
        List<Outcome<CompletionView>> outcomes = database.transaction(
                handle -> new RevokingTransaction(handle, consequences, tallies, clock, ids).revoke(readings),
                terms::keeps);
        if (terms.keeps(outcomes)) {
            consequences.told();
        }
        return outcomes;
    }
}
