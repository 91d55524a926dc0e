package kz.qadam.enrolment.enrolments;

import java.util.ArrayList;
import java.util.HashSet;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.Set;
import java.util.TreeMap;
import java.util.UUID;
import java.util.stream.Stream;
import org.eclipse.microprofile.openapi.annotations.media.Schema;
import org.jdbi.v3.core.Handle;

/** What something sent does to the counts. */
@Schema(name = "Effect", description = "What it does to the counts.")
public record Effect(
        @Schema(
                description = "The cohorts whose number of enrolled learners changes; no other does. For a partner: of"
                        + " the learners whom it has itself enrolled.")
        List<OnCohort> cohorts,

        @Schema(
                description = "How many completions that are known here are judged again. Those that still wait for the"
                        + " enrolment are not among them.",
                examples = "2")
        int completionsJudgedAgain) {

    public static final Effect NOTHING = new Effect(List.of(), 0);

    private static final String OTHERS = """
            select distinct learner_id, cohort from enrolment
             where learner_id = any(:learners) and id <> all(:changed)
               and (cast(:institution as text) is null or institution = :institution)
            """;

    private static final String COMPLETIONS = """
            select count(*) from completion where enrolment_id = any(:ids)
            """;

    /** By how much a count rises or falls. */
    @Schema(name = "EffectOnCohort")
    public record OnCohort(
            @Schema(examples = "pupils") String cohort,

            @Schema(description = "By how many the enrolled become more.", examples = "-1")
            int enrolled) {}

    /** Whom and where an enrolment lets count as enrolled. */
    record Counted(UUID learnerId, String cohort) {}

    /**
     * An enrolment that changes.
     *
     * @param before null if it is new
     * @param isJudgedAgain whether it changes for the completions under it
     */
    record EnrolmentChange(UUID enrolment, Counted before, Counted after, boolean isJudgedAgain) {

        static EnrolmentChange of(Enrolment before, Enrolment after) {
            boolean isJudgedAgain =
                    !after.content().equals(before.content()) || !after.region().equals(before.region());
            return new EnrolmentChange(after.id(), counted(before), counted(after), isJudgedAgain);
        }

        private static Counted counted(Enrolment enrolment) {
            return new Counted(
                    enrolment.content().learnerId(), enrolment.content().cohort());
        }
    }

    /**
     * To be asked in the transaction that makes the changes.
     *
     * @param institution whose enrolments are looked at; null: all
     */
    static Effect of(Handle database, List<EnrolmentChange> changes, String institution) {
        Set<Counted> others = others(database, changes, institution);
        Set<Counted> before = new HashSet<>(others);
        Set<Counted> after = new HashSet<>(others);
        changes.stream().map(EnrolmentChange::before).filter(Objects::nonNull).forEach(before::add);
        changes.stream().map(EnrolmentChange::after).forEach(after::add);
        var cohorts = new TreeMap<String, Integer>();
        before.forEach(one -> cohorts.merge(one.cohort(), -1, Integer::sum));
        after.forEach(one -> cohorts.merge(one.cohort(), 1, Integer::sum));
        return new Effect(changes(cohorts), completions(database, changes));
    }

    /** What several parts do together, each of which was asked for when it was made. */
    static Effect total(List<Effect> parts) {
        var cohorts = new TreeMap<String, Integer>();
        parts.forEach(part -> part.cohorts.forEach(one -> cohorts.merge(one.cohort(), one.enrolled(), Integer::sum)));
        int judgedAgain =
                parts.stream().mapToInt(Effect::completionsJudgedAgain).sum();
        return new Effect(changes(cohorts), judgedAgain);
    }

    private static List<OnCohort> changes(Map<String, Integer> cohorts) {
        List<OnCohort> changes = new ArrayList<>();
        cohorts.forEach((cohort, more) -> {
            if (more != 0) {
                changes.add(new OnCohort(cohort, more));
            }
        });
        return changes;
    }

    /** Who counts by enrolments that do not change. */
    private static Set<Counted> others(Handle database, List<EnrolmentChange> changes, String institution) {
        Set<UUID> learners = new HashSet<>();
        changes.forEach(change -> Stream.of(change.before(), change.after())
                .filter(Objects::nonNull)
                .forEach(counted -> learners.add(counted.learnerId())));
        return database.createQuery(OTHERS)
                .bindArray("learners", UUID.class, learners)
                .bindArray(
                        "changed",
                        UUID.class,
                        changes.stream().map(EnrolmentChange::enrolment).toList())
                .bind("institution", institution)
                .map((row, context) -> new Counted(row.getObject(1, UUID.class), row.getString(2)))
                .set();
    }

    private static int completions(Handle database, List<EnrolmentChange> changes) {
        return database.createQuery(COMPLETIONS)
                .bindArray(
                        "ids",
                        UUID.class,
                        changes.stream()
                                .filter(EnrolmentChange::isJudgedAgain)
                                .map(EnrolmentChange::enrolment)
                                .toList())
                .mapTo(Integer.class)
                .one();
    }
}
