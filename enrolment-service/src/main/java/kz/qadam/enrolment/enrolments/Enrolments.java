package kz.qadam.enrolment.enrolments;

import io.micrometer.core.instrument.MeterRegistry;
import jakarta.annotation.PreDestroy;
import jakarta.enterprise.context.ApplicationScoped;
import java.time.Clock;
import java.time.Instant;
import java.time.temporal.ChronoUnit;
import java.util.List;
import java.util.concurrent.CompletionStage;
import kz.qadam.chassis.batch.Gathering;
import kz.qadam.chassis.batch.Outcome;
import kz.qadam.chassis.batch.Terms;
import kz.qadam.chassis.database.Database;
import kz.qadam.chassis.kafka.KafkaTraffic;
import kz.qadam.enrolment.learners.Learners;

/** All enrolments; the one way in for new ones, be they single or many. */
@ApplicationScoped
class Enrolments {

    private final Database database;
    private final Learners learners;
    private final KafkaTraffic kafka;
    private final Clock clock;
    private final MeterRegistry metrics;
    private final Gathering<EnrolmentPost, Outcome<EnrolmentView>> singles;

    Enrolments(
            Database database,
            Learners learners,
            KafkaTraffic kafka,
            Clock clock,
            MeterRegistry metrics,
            GatheringConfig gathering) {
        this.database = database;
        this.learners = learners;
        this.kafka = kafka;
        this.clock = clock;
        this.metrics = metrics;
        this.singles = new Gathering<>(
                "enrolments", gathering.capacity(), gathering.most(), posts -> record(posts, Terms.USUAL));
    }

    @PreDestroy
    void close() {
        singles.close();
    }

    /** Completes after the commit, which it shares with what was posted at the same time. */
    CompletionStage<Outcome<EnrolmentView>> record(EnrolmentPost post) {
        return singles.offer(post);
    }

    /** What becomes of each; returns after the commit. */
    List<Outcome<EnrolmentView>> record(List<EnrolmentPost> posts, Terms terms) {
        Instant now = clock.instant().truncatedTo(ChronoUnit.MICROS);
        List<Outcome<EnrolmentView>> outcomes =
                database.transaction(handle -> new Enrolling(handle, learners, now).outcomes(posts), terms::keeps);
        if (terms.keeps(outcomes)) {
            kafka.wake(EnrolmentMail.NAME);
            outcomes.forEach(outcome -> metrics.counter("qadam.enrolments", "verdict", verdict(outcome))
                    .increment());
        }
        return outcomes;
    }

    private static String verdict(Outcome<EnrolmentView> outcome) {
        if (outcome instanceof Outcome.Rejected<EnrolmentView> rejected) {
            return rejected.problem().type().status() == 409 ? "conflict" : "rejected";
        }
        return outcome instanceof Outcome.Kept<EnrolmentView> ? "accepted" : "duplicate";
    }
}
