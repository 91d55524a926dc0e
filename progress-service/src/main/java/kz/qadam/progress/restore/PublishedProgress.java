package kz.qadam.progress.restore;

import jakarta.enterprise.context.ApplicationScoped;
import java.time.Clock;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import kz.qadam.chassis.base.time.AlmatyTime;
import kz.qadam.chassis.events.archive.LostSegments;
import kz.qadam.chassis.events.event.EventHandlers;
import kz.qadam.chassis.events.kafka.DeliveredEvent;
import kz.qadam.chassis.events.kafka.StateAdoption;
import kz.qadam.chassis.events.restore.RestoreListener;
import kz.qadam.progress.catalogue.Catalogue;
import kz.qadam.progress.catalogue.CatalogueCopy;
import kz.qadam.progress.completion.AdoptedCompletions;
import kz.qadam.progress.completion.PublishedCompletion;
import kz.qadam.progress.erasure.Erasures;
import kz.qadam.progress.evaluation.AdoptedEvaluations;
import kz.qadam.progress.evaluation.Evaluations;
import kz.qadam.progress.learner.PublishedTrainedState;
import kz.qadam.progress.learner.TrainedStateRows;
import kz.qadam.progress.outbox.ProgressPublisher;
import kz.qadam.progress.tally.AdoptedTallies;
import kz.qadam.progress.tally.PublishedTally;
import org.jdbi.v3.core.Handle;

/** Completions, trained states, evaluations, tallies and erasures, as this service has published them. */
@ApplicationScoped
class PublishedProgress implements StateAdoption, RestoreListener {

    private static final EventHandlers<Page> EVENTS = new EventHandlers<Page>("/progress-service")
            .on("kz.qadam.completion.recorded.v1", PublishedCompletion.class, PublishedCompletion::version, Page::add)
            .on("kz.qadam.completion.corrected.v1", PublishedCompletion.class, PublishedCompletion::version, Page::add)
            .on("kz.qadam.completion.refused.v1", PublishedCompletion.class, PublishedCompletion::version, Page::add)
            .on("kz.qadam.completion.revoked.v1", PublishedCompletion.class, PublishedCompletion::version, Page::add)
            .on(
                    "kz.qadam.learner.trained.v1",
                    PublishedTrainedState.class,
                    PublishedTrainedState::version,
                    (page, one) -> page.trained.add(one))
            .on(
                    "kz.qadam.learner.no-longer-trained.v1",
                    PublishedTrainedState.class,
                    PublishedTrainedState::version,
                    (page, one) -> page.trained.add(one))
            .on(
                    ProgressPublisher.COHORT_EVALUATED,
                    AdoptedEvaluations.Evaluated.class,
                    AdoptedEvaluations.Evaluated::version,
                    (page, one) -> page.evaluated.add(one))
            .on(
                    ProgressPublisher.INTAKE_TALLIED,
                    PublishedTally.class,
                    PublishedTally::version,
                    (page, one) -> page.tallies.add(one))
            .on(
                    "kz.qadam.learner.completions-erased.v1",
                    Erasures.Published.class,
                    Erasures.Published::version,
                    (page, one) -> page.erased.add(one));

    private record Page(
            List<PublishedCompletion> completions,
            List<PublishedTrainedState> trained,
            List<AdoptedEvaluations.Evaluated> evaluated,
            List<PublishedTally> tallies,
            List<Erasures.Published> erased) {

        static Page empty() {
            return new Page(
                    new ArrayList<>(), new ArrayList<>(), new ArrayList<>(), new ArrayList<>(), new ArrayList<>());
        }

        void add(PublishedCompletion one) {
            completions.add(one);
        }
    }

    private final ProgressPublisher publisher;
    private final Erasures erasures;
    private final Evaluations evaluations;
    private final Clock clock;

    PublishedProgress(ProgressPublisher publisher, Erasures erasures, Evaluations evaluations, Clock clock) {
        this.publisher = publisher;
        this.erasures = erasures;
        this.evaluations = evaluations;
        this.clock = clock;
    }

    @Override
    public Optional<String> publisher(String type) {
        return Optional.of(publisher.name());
    }

    @Override
    public int adopt(Handle database, List<DeliveredEvent> events) {
        Page page = Page.empty();
        int refused = EVENTS.take(events, page).size();
        int leftOut = AdoptedCompletions.adopt(database, page.completions());
        TrainedStateRows.adopt(database, page.trained());
        TrainedStateRows.add(
                database,
                page.completions().stream().map(PublishedCompletion::learner).toList());
        AdoptedEvaluations.adopt(database, page.evaluated());
        AdoptedTallies.adopt(database, page.tallies());
        erasures.adopt(database, page.erased());
        if (leftOut > 0) {
            // The reference of one that was erased is free again.
            leftOut = AdoptedCompletions.adopt(database, page.completions());
        }
        return refused + leftOut;
    }

    @Override
    public List<String> restored(Handle database, LostSegments lost) {
        List<String> said = new ArrayList<>();
        // A completion may have been published, and not yet who is trained by it.
        evaluations.requestAll(
                database,
                new CatalogueCopy(database),
                Catalogue.read(database),
                AdoptedCompletions.cohortsToJudge(database));
        AdoptedTallies.settle(database, AlmatyTime.today(clock))
                .forEach(one ->
                        said.add("%s: %d completions that waited for their enrolment are lost until they are sent again"
                                .formatted(one.institution(), one.completions())));
        AdoptedCompletions.missing(database)
                .forEach((institution, count) ->
                        said.add("%s: score and certificate of %d completions are unknown until they are sent again"
                                .formatted(institution, count)));
        return said;
    }
}
