package kz.qadam.progress.intake;

import jakarta.enterprise.context.ApplicationScoped;
import java.time.Clock;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.UUID;
import kz.qadam.chassis.events.event.EventHandlers;
import kz.qadam.chassis.events.kafka.DeadLetter;
import kz.qadam.chassis.events.kafka.DeliveredEvent;
import kz.qadam.chassis.events.kafka.EventConsumer;
import kz.qadam.progress.catalogue.Catalogue;
import kz.qadam.progress.catalogue.CatalogueCache;
import kz.qadam.progress.catalogue.CatalogueCopy;
import kz.qadam.progress.catalogue.CohortDescribed;
import kz.qadam.progress.catalogue.CourseDescribed;
import kz.qadam.progress.catalogue.InstitutionDescribed;
import kz.qadam.progress.catalogue.ProgrammeDescribed;
import kz.qadam.progress.completion.CompletionRejudging;
import kz.qadam.progress.enrolment.Enrolment;
import kz.qadam.progress.enrolment.EnrolmentCopies;
import kz.qadam.progress.erasure.BlockedLearners;
import kz.qadam.progress.erasure.BlockedLearnersIntake;
import kz.qadam.progress.erasure.Erasures;
import kz.qadam.progress.erasure.LearnerBlocked;
import kz.qadam.progress.erasure.LearnerErased;
import kz.qadam.progress.evaluation.Evaluations;
import kz.qadam.progress.learner.LearnerMerged;
import kz.qadam.progress.learner.SurvivingLearners;
import kz.qadam.progress.xapi.AccountsOfEnrolments;
import org.jdbi.v3.core.Handle;

/**
 * Takes in events: updates this service's copy of the catalogue and of the enrolments, and has dependent completions
 * judged again.
 */
@ApplicationScoped
class ProgressIntake implements EventConsumer {

    private static final String CATALOGUE = "qadam.catalogue";
    private static final String ENROLMENTS = "qadam.enrolments";
    private static final String OWNER = "/enrolment-service";

    private static final EventHandlers<CatalogueCopy> CATALOGUE_EVENTS = new EventHandlers<CatalogueCopy>(OWNER)
            .on(
                    "kz.qadam.catalogue.programme-described.v1",
                    ProgrammeDescribed.class,
                    ProgrammeDescribed::version,
                    CatalogueCopy::programme)
            .on(
                    "kz.qadam.catalogue.cohort-described.v1",
                    CohortDescribed.class,
                    CohortDescribed::version,
                    CatalogueCopy::cohort)
            .on(
                    "kz.qadam.catalogue.course-described.v1",
                    CourseDescribed.class,
                    CourseDescribed::version,
                    CatalogueCopy::course)
            .on(
                    "kz.qadam.catalogue.institution-described.v1",
                    InstitutionDescribed.class,
                    InstitutionDescribed::version,
                    CatalogueCopy::institution);

    private static final EventHandlers<ArrivedEvents> ENROLMENT_EVENTS = new EventHandlers<ArrivedEvents>(OWNER)
            .on("kz.qadam.learner.merged.v1", LearnerMerged.class, LearnerMerged::version, ArrivedEvents::addMerge)
            .on("kz.qadam.learner.erased.v1", LearnerErased.class, LearnerErased::version, ArrivedEvents::addErasure)
            .on("kz.qadam.learner.blocked.v1", LearnerBlocked.class, LearnerBlocked::version, ArrivedEvents::addBlock)
            .on("kz.qadam.enrolment.enrolled.v1", Enrolment.class, Enrolment::version, ArrivedEvents::addEnrolment)
            .on("kz.qadam.enrolment.withdrawn.v1", Enrolment.class, Enrolment::version, ArrivedEvents::addEnrolment)
            .on("kz.qadam.enrolment.corrected.v1", Enrolment.class, Enrolment::version, ArrivedEvents::addEnrolment);

    /** The merges, erasures and blocks of a batch, and the newest version of each of its enrolments. */
    private record ArrivedEvents(
            List<LearnerMerged> merges,
            List<LearnerErased> erasures,
            List<LearnerBlocked> blocks,
            Map<UUID, Enrolment> enrolments) {

        static ArrivedEvents nothing() {
            return new ArrivedEvents(new ArrayList<>(), new ArrayList<>(), new ArrayList<>(), new HashMap<>());
        }

        void addMerge(LearnerMerged merged) {
            merges.add(merged);
        }

        void addErasure(LearnerErased erased) {
            erasures.add(erased);
        }

        void addBlock(LearnerBlocked blocked) {
            blocks.add(blocked);
        }

        void addEnrolment(Enrolment arrived) {
            enrolments.merge(arrived.id(), arrived, Enrolment::newer);
        }
    }

    private final CatalogueCache catalogues;
    private final CompletionRejudging reevaluation;
    private final Evaluations evaluations;
    private final Erasures erasures;
    private final Clock clock;

    ProgressIntake(
            CatalogueCache catalogues,
            CompletionRejudging reevaluation,
            Evaluations evaluations,
            Erasures erasures,
            Clock clock) {
        this.catalogues = catalogues;
        this.reevaluation = reevaluation;
        this.evaluations = evaluations;
        this.erasures = erasures;
        this.clock = clock;
    }

    @Override
    public List<String> topics() {
        return List.of(CATALOGUE, ENROLMENTS);
    }

    @Override
    public Map<String, String> owners() {
        Map<String, String> owners = new HashMap<>(CATALOGUE_EVENTS.owners());
        owners.putAll(ENROLMENT_EVENTS.owners());
        return owners;
    }

    @Override
    public boolean hasHistory(Handle database) {
        return database.createQuery("select exists (select from programme) or exists (select from enrolment)")
                .mapTo(Boolean.class)
                .one();
    }

    @Override
    public List<DeadLetter> take(Handle database, List<DeliveredEvent> deliveries) {
        List<DeadLetter> unreadable = new ArrayList<>();
        List<DeliveredEvent> catalogue =
                deliveries.stream().filter(d -> d.topic().equals(CATALOGUE)).toList();
        if (!catalogue.isEmpty()) {
            CatalogueCopy copy = new CatalogueCopy(database);
            unreadable.addAll(CATALOGUE_EVENTS.take(catalogue, copy));
            evaluations.request(database, copy, Catalogue.read(database));
        }
        ArrivedEvents arrived = ArrivedEvents.nothing();
        unreadable.addAll(ENROLMENT_EVENTS.take(deliveries, arrived));
        SurvivingLearners.storeMerges(database, arrived.merges());
        List<Enrolment> all = List.copyOf(arrived.enrolments().values());
        Set<UUID> erased = BlockedLearners.erasedAmong(
                database, all.stream().map(Enrolment::learnerId).toList());
        List<Enrolment> enrolments =
                erased.isEmpty() ? all : ErasedEnrolmentFilter.withoutFormerReferences(database, all, erased);
        if (!enrolments.isEmpty()) {
            Catalogue current = catalogue.isEmpty() ? catalogues.lockAndRead(database) : Catalogue.read(database);
            List<Enrolment> changed = EnrolmentCopies.store(database, enrolments);
            reevaluation.forEnrolments(database, current, changed, clock.instant());
            AccountsOfEnrolments.note(database, enrolments);
            eraseArrived(database, enrolments, erased);
        }
        erasures.take(database, arrived.erasures());
        BlockedLearnersIntake.take(database, arrived.blocks());
        return unreadable;
    }

    /** An enrolment of an erased learner may bring its reference, and pending completions that named it. */
    private void eraseArrived(Handle database, List<Enrolment> stored, Set<UUID> erased) {
        if (!erased.isEmpty()) {
            erasures.eraseAgain(
                    database,
                    stored.stream()
                            .map(Enrolment::learnerId)
                            .filter(erased::contains)
                            .distinct()
                            .toList());
        }
    }
}
