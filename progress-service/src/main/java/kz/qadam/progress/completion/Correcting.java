package kz.qadam.progress.completion;

import jakarta.enterprise.context.ApplicationScoped;
import java.time.Clock;
import java.util.List;
import kz.qadam.chassis.batch.Outcome;
import kz.qadam.chassis.batch.Terms;
import kz.qadam.chassis.database.Database;
import kz.qadam.progress.catalogue.Catalogues;

/** Puts right what completions said wrong. */
@ApplicationScoped
class Correcting {

    private final Database database;
    private final Catalogues catalogues;
    private final Consequences consequences;
    private final Clock clock;

    Correcting(Database database, Catalogues catalogues, Consequences consequences, Clock clock) {
        this.database = database;
        this.catalogues = catalogues;
        this.consequences = consequences;
        this.clock = clock;
    }

    /** What became of each, in their order; durable when it returns. */
    List<Outcome<CompletionView>> correct(List<Reading<CorrectionPost>> readings, Terms terms) {
        List<Outcome<CompletionView>> outcomes = database.transaction(
                handle -> new CorrectingTransaction(handle, catalogues.hold(handle), consequences, clock)
                        .correct(readings),
                terms::keeps);
        if (terms.keeps(outcomes)) {
            consequences.told();
        }
        return outcomes;
    }

    /** What would become of each, by the same path; nothing of it stays. */
    Foreseen foresee(List<Reading<CorrectionPost>> readings, Terms terms) {
        return database.transaction(
                handle -> {
                    var transaction = new CorrectingTransaction(handle, catalogues.hold(handle), consequences, clock);
                    List<Outcome<CompletionView>> outcomes = transaction.correct(readings);
                    return Foreseen.of(outcomes, transaction.effect(), terms);
                },
                foreseen -> false);
    }
}
