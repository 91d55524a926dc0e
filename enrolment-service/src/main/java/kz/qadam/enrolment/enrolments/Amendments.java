package kz.qadam.enrolment.enrolments;

import jakarta.enterprise.context.ApplicationScoped;
import java.time.Clock;
import java.time.Instant;
import java.time.LocalDate;
import java.time.temporal.ChronoUnit;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import java.util.function.Function;
import kz.qadam.chassis.batch.Outcome;
import kz.qadam.chassis.batch.Terms;
import kz.qadam.chassis.database.Database;
import kz.qadam.chassis.kafka.Traces;
import kz.qadam.chassis.problem.Problem;
import kz.qadam.enrolment.catalogue.Almaty;
import kz.qadam.enrolment.catalogue.Catalogue;
import org.jdbi.v3.core.Handle;

/** Withdrawals and corrections: many in one transaction, each seeing what those before it did. */
@ApplicationScoped
class Amendments {

    private record Made(List<Outcome<EnrolmentView>> outcomes, Affected affected) {}

    private final Database database;
    private final EnrolmentPublisher publisher;
    private final Clock clock;

    Amendments(Database database, EnrolmentPublisher publisher, Clock clock) {
        this.database = database;
        this.publisher = publisher;
        this.clock = clock;
    }

    /** What becomes of each; returns after the commit. */
    List<Outcome<EnrolmentView>> make(List<? extends Amendment> amendments, Terms terms) {
        Instant now = now();
        List<Outcome<EnrolmentView>> outcomes =
                database.transaction(handle -> made(handle, amendments, now).outcomes(), terms::keeps);
        publisher.wake();
        return outcomes;
    }

    /** What would become of each, and what that would do; nothing of it stays. */
    Foreseen foresee(List<? extends Amendment> amendments, Terms terms) {
        Instant now = now();
        return database.transaction(
                handle -> {
                    Made made = made(handle, amendments, now);
                    String horizon = amendments.get(0).target().acting().horizon();
                    var effect = Effect.of(handle, made.affected().turns(), horizon);
                    return Foreseen.of(made.outcomes(), effect, terms);
                },
                foreseen -> false);
    }

    private Instant now() {
        return clock.instant().truncatedTo(ChronoUnit.MICROS);
    }

    private Made made(Handle handle, List<? extends Amendment> amendments, Instant now) {
        Catalogue catalogue = Catalogue.held(
                handle,
                all(amendments, amendment -> amendment.target().institution()),
                all(amendments, amendment -> amendment.codes().get(0)),
                all(amendments, amendment -> amendment.codes().get(1)));
        LocalDate today = LocalDate.ofInstant(now, Almaty.ZONE);
        List<Optional<Problem>> problems = amendments.stream()
                .map(amendment -> amendment.target().refusal().or(() -> amendment.problem(catalogue, today)))
                .toList();
        var affected = Affected.locked(handle, right(amendments, problems));
        List<Outcome<EnrolmentView>> outcomes = new ArrayList<>(amendments.size());
        for (int i = 0; i < amendments.size(); i++) {
            Amendment amendment = amendments.get(i);
            outcomes.add(problems.get(i)
                    .<Outcome<EnrolmentView>>map(Outcome.Rejected::new)
                    .orElseGet(() -> affected.by(amendment, now)));
        }
        String trace = Traces.current();
        publisher.addAll(handle, affected.save(now, trace), trace);
        return new Made(outcomes, affected);
    }

    private static List<String> all(List<? extends Amendment> amendments, Function<Amendment, String> code) {
        return amendments.stream().map(code).toList();
    }

    private static List<Amendment> right(List<? extends Amendment> amendments, List<Optional<Problem>> problems) {
        List<Amendment> right = new ArrayList<>();
        for (int i = 0; i < amendments.size(); i++) {
            if (problems.get(i).isEmpty()) {
                right.add(amendments.get(i));
            }
        }
        return right;
    }
}
