package kz.qadam.progress.intake;

import jakarta.enterprise.context.ApplicationScoped;
import java.time.Clock;
import java.util.ArrayList;
import java.util.Collection;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.UUID;
import java.util.function.ToIntFunction;
import java.util.stream.Collectors;
import java.util.stream.Stream;
import kz.qadam.chassis.kafka.Consumption;
import kz.qadam.chassis.kafka.DeadLetter;
import kz.qadam.chassis.kafka.Delivery;
import kz.qadam.chassis.kafka.UnreadableEvent;
import kz.qadam.progress.catalogue.Catalogue;
import kz.qadam.progress.catalogue.CatalogueCopy;
import kz.qadam.progress.catalogue.Catalogues;
import kz.qadam.progress.catalogue.CohortDescribed;
import kz.qadam.progress.catalogue.CourseDescribed;
import kz.qadam.progress.catalogue.InstitutionDescribed;
import kz.qadam.progress.catalogue.ProgrammeDescribed;
import kz.qadam.progress.completion.Reevaluation;
import kz.qadam.progress.enrolment.Enrolment;
import kz.qadam.progress.enrolment.Enrolments;
import kz.qadam.progress.evaluation.Evaluations;
import kz.qadam.progress.learner.LearnerMerged;
import kz.qadam.progress.learner.LearnerMerges;
import kz.qadam.progress.outbox.Outbox;
import org.jdbi.v3.core.Handle;

/** Keeps this service's copy of catalogue and enrolments, and lets follow what follows. */
@ApplicationScoped
class ProgressIntake implements Consumption {

    private static final String CATALOGUE = "qadam.catalogue";
    private static final String ENROLMENTS = "qadam.enrolments";

    private static final String PROGRAMME = "kz.qadam.catalogue.programme-described.v1";
    private static final String COHORT = "kz.qadam.catalogue.cohort-described.v1";
    private static final String COURSE = "kz.qadam.catalogue.course-described.v1";
    private static final String INSTITUTION = "kz.qadam.catalogue.institution-described.v1";
    private static final String MERGED = "kz.qadam.learner.merged.v1";
    private static final Set<String> ENROLMENT = Set.of(
            "kz.qadam.enrolment.enrolled.v1", "kz.qadam.enrolment.withdrawn.v1", "kz.qadam.enrolment.corrected.v1");

    private final Catalogues catalogues;
    private final Reevaluation reevaluation;
    private final Evaluations evaluations;
    private final Outbox outbox;
    private final Clock clock;

    ProgressIntake(
            Catalogues catalogues, Reevaluation reevaluation, Evaluations evaluations, Outbox outbox, Clock clock) {
        this.catalogues = catalogues;
        this.reevaluation = reevaluation;
        this.evaluations = evaluations;
        this.outbox = outbox;
        this.clock = clock;
    }

    @Override
    public List<String> topics() {
        return List.of(CATALOGUE, ENROLMENTS);
    }

    @Override
    public Map<String, String> owners() {
        return Stream.concat(Stream.of(PROGRAMME, COHORT, COURSE, INSTITUTION, MERGED), ENROLMENT.stream())
                .collect(Collectors.toMap(type -> type, type -> "/enrolment-service"));
    }

    @Override
    public boolean hasHistory(Handle database) {
        return database.createQuery("select exists (select from programme) or exists (select from enrolment)")
                .mapTo(Boolean.class)
                .one();
    }

    @Override
    public List<DeadLetter> take(Handle database, List<Delivery> deliveries) {
        List<DeadLetter> unreadable = new ArrayList<>();
        List<Delivery> catalogue =
                deliveries.stream().filter(d -> d.topic().equals(CATALOGUE)).toList();
        if (!catalogue.isEmpty()) {
            takeCatalogue(database, catalogue, unreadable);
        }
        LearnerMerges.keep(database, merges(deliveries, unreadable));
        Collection<Enrolment> enrolments = newest(deliveries, unreadable);
        if (!enrolments.isEmpty()) {
            Catalogue held = catalogue.isEmpty() ? catalogues.hold(database) : Catalogue.read(database);
            reevaluation.underEnrolments(database, held, Enrolments.keep(database, enrolments), clock.instant());
        }
        return unreadable;
    }

    @Override
    public void taken() {
        outbox.wake();
    }

    private void takeCatalogue(Handle database, List<Delivery> deliveries, List<DeadLetter> unreadable) {
        CatalogueCopy copy = new CatalogueCopy(database);
        for (Delivery delivery : deliveries) {
            try {
                switch (delivery.event().type()) {
                    case PROGRAMME ->
                        copy.programme(read(delivery, ProgrammeDescribed.class, ProgrammeDescribed::version));
                    case COHORT -> copy.cohort(read(delivery, CohortDescribed.class, CohortDescribed::version));
                    case COURSE -> copy.course(read(delivery, CourseDescribed.class, CourseDescribed::version));
                    case INSTITUTION ->
                        copy.institution(read(delivery, InstitutionDescribed.class, InstitutionDescribed::version));
                    default -> {
                        // A type that this service does not know concerns it not.
                    }
                }
            } catch (UnreadableEvent e) {
                unreadable.add(new DeadLetter(delivery.record(), e));
            }
        }
        evaluations.ask(database, copy, Catalogue.read(database));
    }

    private static List<LearnerMerged> merges(List<Delivery> deliveries, List<DeadLetter> unreadable) {
        List<LearnerMerged> merges = new ArrayList<>();
        for (Delivery delivery : deliveries) {
            if (delivery.event().type().equals(MERGED)) {
                try {
                    merges.add(read(delivery, LearnerMerged.class, LearnerMerged::version));
                } catch (UnreadableEvent e) {
                    unreadable.add(new DeadLetter(delivery.record(), e));
                }
            }
        }
        return merges;
    }

    private static Collection<Enrolment> newest(List<Delivery> deliveries, List<DeadLetter> unreadable) {
        Map<UUID, Enrolment> newest = new HashMap<>();
        for (Delivery delivery : deliveries) {
            if (ENROLMENT.contains(delivery.event().type())) {
                read(delivery, newest, unreadable);
            }
        }
        return newest.values();
    }

    private static void read(Delivery delivery, Map<UUID, Enrolment> newest, List<DeadLetter> unreadable) {
        try {
            Enrolment read = read(delivery, Enrolment.class, Enrolment::version);
            newest.merge(read.id(), read, Enrolment::newer);
        } catch (UnreadableEvent e) {
            unreadable.add(new DeadLetter(delivery.record(), e));
        }
    }

    private static <T> T read(Delivery delivery, Class<T> type, ToIntFunction<T> version) {
        T data = EventData.read(delivery.event().data(), type);
        delivery.event().requireIdOf(version.applyAsInt(data));
        return data;
    }
}
