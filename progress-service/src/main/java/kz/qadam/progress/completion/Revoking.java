package kz.qadam.progress.completion;

import com.fasterxml.uuid.Generators;
import com.fasterxml.uuid.impl.TimeBasedEpochGenerator;
import jakarta.enterprise.context.ApplicationScoped;
import java.time.Clock;
import java.util.List;
import kz.qadam.chassis.batch.Outcome;
import kz.qadam.chassis.batch.Terms;
import kz.qadam.chassis.database.Database;
import kz.qadam.progress.catalogue.Catalogues;

/** Takes revocations in, also those that come before their completion. */
@ApplicationScoped
class Revoking {

    private final Database database;
    private final Catalogues catalogues;
    private final Consequences consequences;
    private final Clock clock;
    private final TimeBasedEpochGenerator ids = Generators.timeBasedEpochGenerator();

    Revoking(Database database, Catalogues catalogues, Consequences consequences, Clock clock) {
        this.database = database;
        this.catalogues = catalogues;
        this.consequences = consequences;
        this.clock = clock;
    }

    /** What became of each, in their order; durable when it returns. */
    List<Outcome<CompletionView>> revoke(List<Reading<RevocationPost>> readings, Terms terms) {
        List<Outcome<CompletionView>> outcomes = database.transaction(
                handle -> new RevokingTransaction(handle, catalogues.hold(handle), consequences, clock, ids)
                        .revoke(readings),
                terms::keeps);
        if (terms.keeps(outcomes)) {
            consequences.told();
        }
        return outcomes;
    }

    /** What would become of each, by the same path; nothing of it stays. */
    Foreseen foresee(List<Reading<RevocationPost>> readings, Terms terms) {
        return database.transaction(
                handle -> {
                    var transaction =
                            new RevokingTransaction(handle, catalogues.hold(handle), consequences, clock, ids);
                    List<Outcome<CompletionView>> outcomes = transaction.revoke(readings);
                    return Foreseen.of(outcomes, transaction.effect(), terms);
                },
                foreseen -> false);
    }
}
