package kz.qadam.reporting.contract;

import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.function.BiFunction;
import kz.qadam.chassis.kafka.UnreadableEvent;
import kz.qadam.reporting.catalogue.Cohort;
import kz.qadam.reporting.catalogue.Course;
import kz.qadam.reporting.catalogue.Institution;
import kz.qadam.reporting.catalogue.Judged;
import kz.qadam.reporting.catalogue.Programme;
import kz.qadam.reporting.fact.Cause;
import kz.qadam.reporting.fact.Completion;
import kz.qadam.reporting.fact.Described;
import kz.qadam.reporting.fact.Described.Kind;
import kz.qadam.reporting.fact.Enrolment;
import kz.qadam.reporting.fact.Evaluation;
import kz.qadam.reporting.fact.Fact;
import kz.qadam.reporting.fact.Merged;
import kz.qadam.reporting.fact.Tally;
import kz.qadam.reporting.fact.Trained;
import kz.qadam.reporting.json.Members;

/** Reads the events of the other services by the members that reporting relies on. */
public final class EventReader {

    private static final Set<String> STATUS = Set.of("accepted", "pending", "refused", "revoked");

    private static final Map<String, BiFunction<Members, String, Fact>> READERS = Map.ofEntries(
            Map.entry("kz.qadam.catalogue.programme-described.v1", EventReader::programme),
            Map.entry("kz.qadam.catalogue.cohort-described.v1", EventReader::cohort),
            Map.entry("kz.qadam.catalogue.course-described.v1", EventReader::course),
            Map.entry("kz.qadam.catalogue.institution-described.v1", EventReader::institution),
            Map.entry("kz.qadam.enrolment.enrolled.v1", EventReader::enrolled),
            Map.entry("kz.qadam.enrolment.withdrawn.v1", EventReader::withdrawn),
            Map.entry("kz.qadam.enrolment.corrected.v1", EventReader::corrected),
            Map.entry("kz.qadam.completion.recorded.v1", EventReader::completion),
            Map.entry("kz.qadam.completion.corrected.v1", EventReader::completion),
            Map.entry("kz.qadam.completion.revoked.v1", EventReader::completion),
            Map.entry("kz.qadam.completion.refused.v1", EventReader::completion),
            Map.entry("kz.qadam.learner.trained.v1", EventReader::trained),
            Map.entry("kz.qadam.learner.no-longer-trained.v1", EventReader::notTrained),
            Map.entry("kz.qadam.learner.merged.v1", EventReader::merged),
            Map.entry("kz.qadam.cohort.evaluated.v1", EventReader::evaluated),
            Map.entry("kz.qadam.intake.tallied.v1", EventReader::tally));

    private EventReader() {}

    /**
     * Reads an event.
     *
     * @return what it says; empty for a type that is not known here, which a later version of this service may know
     * @throws UnreadableEvent if it does not keep its contract
     */
    public static Optional<Fact> read(String type, String data) {
        BiFunction<Members, String, Fact> reader = READERS.get(type);
        if (reader == null) {
            return Optional.empty();
        }
        try {
            return Optional.of(reader.apply(Members.of(data), data));
        } catch (IllegalArgumentException e) {
            throw new UnreadableEvent(e.getMessage());
        }
    }

    private static Fact programme(Members json, String data) {
        Programme programme = Programme.of(json);
        return new Described(Kind.PROGRAMME, programme.code(), json.whole("version", 1), data);
    }

    private static Fact cohort(Members json, String data) {
        Cohort cohort = Cohort.of(json);
        return new Described(Kind.COHORT, cohort.code(), cohort.version(), data);
    }

    private static Fact course(Members json, String data) {
        Course course = Course.of(json);
        return new Described(Kind.COURSE, course.code(), course.version(), data);
    }

    private static Fact institution(Members json, String data) {
        Institution institution = Institution.of(json);
        return new Described(Kind.INSTITUTION, institution.code(), institution.version(), data);
    }

    private static Fact enrolled(Members json, String data) {
        return enrolment(json, "enrolled");
    }

    private static Fact withdrawn(Members json, String data) {
        return enrolment(json, "withdrawn");
    }

    private static Fact corrected(Members json, String data) {
        return enrolment(json, json.has("cause") ? json.text("cause") : "corrected");
    }

    private static Fact enrolment(Members json, String cause) {
        return new Enrolment(
                json.uuid("enrolmentId"),
                json.whole("version", 1),
                json.text("reference"),
                json.text("institution"),
                json.uuid("learnerId"),
                json.text("course"),
                json.text("cohort"),
                json.region("region"),
                json.date("enrolledOn"),
                json.has("withdrawnOn") ? json.date("withdrawnOn") : null,
                Cause.ofEnrolment(cause));
    }

    private static Fact completion(Members json, String data) {
        movedFrom(json);
        return new Completion(
                json.uuid("completionId"),
                json.whole("version", 1),
                json.text("reference"),
                json.text("institution"),
                json.uuid("enrolmentId"),
                json.uuid("learnerId"),
                json.text("course"),
                json.text("cohort"),
                json.region("region"),
                json.date("completedOn"),
                json.text("status", STATUS),
                json.flag("counts"),
                json.has("because") ? json.text("because") : null,
                Cause.ofCompletion(json.text("cause")),
                json.whole("trainedVersion", 0),
                json.instant("recordedAt"));
    }

    /** The figures do not need it; the recount does, and relies on what was let in. */
    private static void movedFrom(Members json) {
        if (json.has("movedFrom")) {
            Members from = json.object("movedFrom");
            from.uuid("learnerId");
            from.text("cohort");
            from.whole("trainedVersion", 0);
        }
    }

    private static Fact trained(Members json, String data) {
        return standing(
                json,
                new Trained.By(
                        json.date("trainedOn"),
                        json.uuid("completionId"),
                        json.text("institution"),
                        json.region("region"),
                        json.text("course"),
                        json.whole("requirementVersion", 1)));
    }

    private static Fact notTrained(Members json, String data) {
        return standing(json, null);
    }

    private static Fact standing(Members json, Trained.By by) {
        return new Trained(
                json.uuid("learnerId"),
                json.text("cohort"),
                json.whole("version", 1),
                json.whole("programmeVersion", 0),
                json.whole("cohortVersion", 0),
                Cause.ofTrained(json.text("cause")),
                by);
    }

    private static Fact merged(Members json, String data) {
        return new Merged(json.uuid("learnerId"), json.uuid("into"), json.whole("version", 1));
    }

    private static Fact evaluated(Members json, String data) {
        Judged judged = Judged.of(json, true);
        return new Evaluation(judged.cohort(), judged.version(), data);
    }

    private static Fact tally(Members json, String data) {
        return new Tally(
                json.text("institution"),
                json.date("day"),
                json.whole("version", 1),
                json.whole("received", 0),
                json.whole("accepted", 0),
                json.whole("pending", 0),
                json.whole("refused", 0),
                json.whole("duplicate", 0),
                json.whole("conflict", 0),
                json.whole("rejected", 0),
                json.whole("pendingNow", 0),
                json.whole("refusedNow", 0),
                json.has("revokedUntoldNow") ? json.whole("revokedUntoldNow", 0) : 0);
    }
}
