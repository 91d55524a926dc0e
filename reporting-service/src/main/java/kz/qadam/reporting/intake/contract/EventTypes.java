package kz.qadam.reporting.intake.contract;

import static kz.qadam.chassis.events.event.EventJson.require;

import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.function.BiFunction;
import java.util.function.Function;
import java.util.stream.Collectors;
import java.util.stream.Stream;
import kz.qadam.chassis.events.event.EventJson;
import kz.qadam.chassis.events.kafka.UnreadableEventException;
import kz.qadam.reporting.catalogue.CatalogueEvent;
import kz.qadam.reporting.catalogue.Cohort;
import kz.qadam.reporting.catalogue.CohortEvaluated;
import kz.qadam.reporting.catalogue.Course;
import kz.qadam.reporting.catalogue.Institution;
import kz.qadam.reporting.catalogue.ProgrammeDescribed;
import kz.qadam.reporting.rollup.fact.CatalogueEntry;
import kz.qadam.reporting.rollup.fact.CatalogueEntry.Kind;
import kz.qadam.reporting.rollup.fact.CohortEvaluation;
import kz.qadam.reporting.rollup.fact.Completion;
import kz.qadam.reporting.rollup.fact.CompletionsErased;
import kz.qadam.reporting.rollup.fact.Enrolment;
import kz.qadam.reporting.rollup.fact.Fact;
import kz.qadam.reporting.rollup.fact.LearnerBlocked;
import kz.qadam.reporting.rollup.fact.LearnerErased;
import kz.qadam.reporting.rollup.fact.Merged;
import kz.qadam.reporting.rollup.fact.SubmissionTally;
import kz.qadam.reporting.rollup.fact.Trained;

/**
 * The registry of the events that the intake takes in: the publisher, the record of the data and the fact of each type.
 */
public final class EventTypes {

    private static final String ENROLMENT = "/enrolment-service";
    private static final String PROGRESS = "/progress-service";

    private static final Map<String, EventType<?, ?>> ALL = Stream.of(
                    described("kz.qadam.catalogue.programme-described.v1", Kind.PROGRAMME, ProgrammeDescribed.class),
                    described("kz.qadam.catalogue.cohort-described.v1", Kind.COHORT, Cohort.class),
                    described("kz.qadam.catalogue.course-described.v1", Kind.COURSE, Course.class),
                    described("kz.qadam.catalogue.institution-described.v1", Kind.INSTITUTION, Institution.class),
                    enrolment("kz.qadam.enrolment.enrolled.v1", EnrolmentEvent::enrolled),
                    enrolment("kz.qadam.enrolment.withdrawn.v1", EnrolmentEvent::withdrawn),
                    enrolment("kz.qadam.enrolment.corrected.v1", EnrolmentEvent::corrected),
                    type(
                            ENROLMENT,
                            "kz.qadam.learner.merged.v1",
                            LearnerMerged.class,
                            Merged.class,
                            LearnerMerged::fact),
                    type(ENROLMENT, "kz.qadam.learner.blocked.v1", LearnerBlocked.class),
                    type(ENROLMENT, "kz.qadam.learner.erased.v1", LearnerErased.class),
                    type(PROGRESS, "kz.qadam.learner.completions-erased.v1", CompletionsErased.class),
                    completion("kz.qadam.completion.recorded.v1"),
                    completion("kz.qadam.completion.corrected.v1"),
                    completion("kz.qadam.completion.revoked.v1"),
                    completion("kz.qadam.completion.refused.v1"),
                    type(
                            PROGRESS,
                            "kz.qadam.learner.trained.v1",
                            LearnerTrained.class,
                            Trained.class,
                            LearnerTrained::fact),
                    type(
                            PROGRESS,
                            "kz.qadam.learner.no-longer-trained.v1",
                            LearnerNoLongerTrained.class,
                            Trained.class,
                            LearnerNoLongerTrained::fact),
                    typeWithData(
                            PROGRESS,
                            "kz.qadam.cohort.evaluated.v1",
                            CohortEvaluated.class,
                            CohortEvaluation.class,
                            (event, data) -> new CohortEvaluation(event.cohort(), event.version(), data)),
                    type(
                            PROGRESS,
                            "kz.qadam.intake.tallied.v1",
                            IntakeTallied.class,
                            SubmissionTally.class,
                            IntakeTallied::fact))
            .collect(Collectors.toUnmodifiableMap(EventType::name, Function.identity()));

    /**
     * A type of event.
     *
     * @param owner the service that publishes it
     * @param data the record of its data
     * @param fact the record of the fact that it states
     * @param state makes the fact from the data as a record, and from the same data as text
     */
    private record EventType<E, F extends Fact>(
            String name, String owner, Class<E> data, Class<F> fact, BiFunction<E, String, F> state) {

        Fact read(String text) {
            try {
                Fact stated = state.apply(EventJson.read(text, data), text);
                require(stated.version() >= 1, "version is not a whole number from 1.");
                return stated;
            } catch (IllegalArgumentException e) {
                throw new UnreadableEventException(e.getMessage());
            }
        }
    }

    private EventTypes() {}

    /**
     * Reads an event.
     *
     * @return the fact that the event states; empty for an unknown type, which a later version of this service may know
     * @throws UnreadableEventException if the event breaks its contract
     */
    public static Optional<Fact> read(String type, String data) {
        return Optional.ofNullable(ALL.get(type)).map(known -> known.read(data));
    }

    /** The publisher of each type, by the name of the type. */
    public static Map<String, String> owners() {
        return ALL.values().stream().collect(Collectors.toUnmodifiableMap(EventType::name, EventType::owner));
    }

    /** The kinds of facts. */
    public static Set<Class<? extends Fact>> facts() {
        return ALL.values().stream().map(EventType::fact).collect(Collectors.toUnmodifiableSet());
    }

    /** The record of the data of a type. */
    static Class<?> data(String type) {
        return ALL.get(type).data();
    }

    /** An event whose data is a fact as it is. */
    private static <F extends Fact> EventType<F, F> type(String owner, String name, Class<F> fact) {
        return new EventType<>(name, owner, fact, fact, (event, text) -> event);
    }

    private static <E, F extends Fact> EventType<E, F> type(
            String owner, String name, Class<E> data, Class<F> fact, Function<E, F> state) {
        return new EventType<>(name, owner, data, fact, (event, text) -> state.apply(event));
    }

    private static <E, F extends Fact> EventType<E, F> typeWithData(
            String owner, String name, Class<E> data, Class<F> fact, BiFunction<E, String, F> state) {
        return new EventType<>(name, owner, data, fact, state);
    }

    private static EventType<EnrolmentEvent, Enrolment> enrolment(
            String name, Function<EnrolmentEvent, Enrolment> state) {
        return type(ENROLMENT, name, EnrolmentEvent.class, Enrolment.class, state);
    }

    private static EventType<CompletionEvent, Completion> completion(String name) {
        return type(PROGRESS, name, CompletionEvent.class, Completion.class, CompletionEvent::fact);
    }

    private static <E extends CatalogueEvent> EventType<E, CatalogueEntry> described(
            String name, Kind kind, Class<E> data) {
        return typeWithData(
                ENROLMENT,
                name,
                data,
                CatalogueEntry.class,
                (event, text) -> new CatalogueEntry(kind, event.code(), event.version(), text));
    }
}
