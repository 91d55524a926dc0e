package kz.qadam.enrolment.enrolments;

import io.micrometer.core.instrument.MeterRegistry;
import jakarta.annotation.PreDestroy;
import jakarta.enterprise.context.ApplicationScoped;
import java.time.Clock;
import java.time.Instant;
import java.time.temporal.ChronoUnit;
import java.util.ArrayList;
import java.util.List;
import java.util.concurrent.CompletionStage;
import kz.qadam.chassis.batch.DryRuns;
import kz.qadam.chassis.batch.Gathering;
import kz.qadam.chassis.batch.Halving;
import kz.qadam.chassis.batch.Outcome;
import kz.qadam.chassis.batch.Terms;
import kz.qadam.chassis.database.Database;
import kz.qadam.chassis.security.Role;
import kz.qadam.enrolment.learners.Learners;
import org.jdbi.v3.core.Handle;

/** All enrolments; the one way in for new ones, be they single or many. */
@ApplicationScoped
class Enrolments {

    private final Database database;
    private final Learners learners;
    private final EnrolmentPublisher publisher;
    private final Clock clock;
    private final MeterRegistry metrics;
    private final DryRuns dryRuns;
    private final Gathering<EnrolmentPost, Outcome<EnrolmentView>> singles;

    Enrolments(
            Database database,
            Learners learners,
            EnrolmentPublisher publisher,
            Clock clock,
            MeterRegistry metrics,
            DryRuns dryRuns,
            GatheringConfig gathering) {
        this.database = database;
        this.learners = learners;
        this.publisher = publisher;
        this.clock = clock;
        this.metrics = metrics;
        this.dryRuns = dryRuns;
        this.singles = new Gathering<>(
                "enrolments",
                gathering.capacity(),
                gathering.shareOfInstitution(),
                gathering.most(),
                this::recordTogether);
    }

    @PreDestroy
    void close() {
        singles.close();
    }

    /** Completes after the commit, which it shares with what was posted at the same time. */
    CompletionStage<Outcome<EnrolmentView>> record(EnrolmentPost post) {
        return singles.offer(ownerOf(post), post);
    }

    /** What would become of one; elsewhere, since it is not gathered and the caller cannot wait. */
    CompletionStage<EnrolmentPreview> preview(EnrolmentPost post) {
        return dryRuns.run(
                ownerOf(post),
                () -> EnrolmentPreview.of(foresee(List.of(post), Terms.USUAL)).withoutNewIds());
    }

    private static String ownerOf(EnrolmentPost post) {
        return post.acting().sender().institution().orElse(Role.OFFICE);
    }

    /** What would become of each, and what that would do; nothing of it stays. */
    Foreseen foresee(List<EnrolmentPost> posts, Terms terms) {
        return database.transaction(
                handle -> {
                    if (posts.size() == 1) {
                        DryRuns.waitBriefly(handle);
                    }
                    var outcomes = take(handle, posts);
                    return Foreseen.of(outcomes, effect(handle, posts.get(0).acting(), outcomes), terms);
                },
                foreseen -> false);
    }

    private static Effect effect(Handle handle, Acting acting, List<Outcome<EnrolmentView>> outcomes) {
        List<Effect.Turn> turns = new ArrayList<>();
        for (Outcome<EnrolmentView> outcome : outcomes) {
            if (outcome instanceof Outcome.Kept<EnrolmentView> kept) {
                EnrolmentView enrolment = kept.view();
                var counted = new Effect.Counted(enrolment.learnerId(), enrolment.cohort());
                turns.add(new Effect.Turn(enrolment.id(), null, counted, false));
            }
        }
        return Effect.of(handle, turns, acting.horizon());
    }

    /** What becomes of each; returns after the commit. */
    List<Outcome<EnrolmentView>> record(List<EnrolmentPost> posts, Terms terms) {
        List<Outcome<EnrolmentView>> outcomes = database.transaction(handle -> take(handle, posts), terms::keeps);
        if (terms.keeps(outcomes)) {
            told(outcomes);
        }
        return outcomes;
    }

    /** The same for posts that come one by one; if they cannot be kept together, none is. */
    private List<Outcome<EnrolmentView>> recordTogether(List<EnrolmentPost> posts) {
        List<Outcome<EnrolmentView>> outcomes = database.transaction(handle -> together(handle, posts));
        told(outcomes);
        return outcomes;
    }

    /** The same in a transaction of somebody else's, who tells of it afterwards. */
    List<Outcome<EnrolmentView>> take(Handle handle, List<EnrolmentPost> posts) {
        return new Halving<EnrolmentPost, Outcome<EnrolmentView>>(
                        handle, some -> together(handle, some), one -> new Outcome.Rejected<>(Halving.cannotBeKept()))
                .of(posts);
    }

    /** After the commit. */
    void told(List<Outcome<EnrolmentView>> outcomes) {
        publisher.wake();
        outcomes.forEach(outcome -> metrics.counter("qadam.enrolments", "verdict", outcome.verdict())
                .increment());
    }

    private List<Outcome<EnrolmentView>> together(Handle handle, List<EnrolmentPost> posts) {
        Instant now = clock.instant().truncatedTo(ChronoUnit.MICROS);
        return new Enrolling(handle, learners, publisher, now).outcomes(posts);
    }
}
