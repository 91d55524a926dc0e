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
import kz.qadam.chassis.base.language.Language;
import kz.qadam.chassis.base.language.Message;
import kz.qadam.enrolment.catalogue.NamedCatalogueEntries;
import org.eclipse.microprofile.openapi.annotations.media.Schema;
import org.jdbi.v3.core.Handle;

/** The effect of a submission on the counts. */
@Schema(name = "Effect", description = "The effect on the counts.")
public record Effect(
        @Schema(
                description = "The cohorts whose number of enrolled learners changes. A partner sees the change among"
                        + " the learners that it enrolled itself.")
        List<OnCohort> cohorts,

        @Schema(
                description = "How many completions are judged again. Only completions that enrolment-service knows are"
                        + " counted, not those that wait for the enrolment.",
                examples = "2")
        int completionsJudgedAgain) {

    private static final String UNCHANGED_MEMBERS = """
            select distinct learner_id, cohort from enrolment
             where learner_id = any(:learners) and id <> all(:changed)
               and (cast(:institution as text) is null or institution = :institution)
            """;

    private static final String COMPLETIONS = """
            select count(*) from completion where enrolment_id = any(:ids)
            """;

    /** The change of the count of one cohort. */
    @Schema(name = "EffectOnCohort")
    public record OnCohort(
            @Schema(examples = "pupils") String cohort,

            @Schema(description = "The change of the number of enrolled learners.", examples = "-1")
            int enrolled) {}

    /** The effect in sentences, at least one. */
    public List<String> words(Language language) {
        List<Message> words = new ArrayList<>();
        cohorts.forEach(one -> words.add(Message.of(
                "effect.enrolled", NamedCatalogueEntries.cohortName(one.cohort(), language), signed(one.enrolled()))));
        if (cohorts.isEmpty()) {
            words.add(Message.of("effect.none"));
        }
        if (completionsJudgedAgain > 0) {
            words.add(Message.of("effect.judged", completionsJudgedAgain));
        }
        return words.stream().map(word -> word.in(language)).toList();
    }

    private static String signed(int number) {
        return number > 0 ? "+" + number : Integer.toString(number);
    }

    /** A learner who counts as enrolled in a cohort. */
    record CohortMember(UUID learnerId, String cohort) {}

    /**
     * The change of one enrolment.
     *
     * @param before null if it is new
     * @param isJudgedAgain whether its completions must be judged again
     */
    record EnrolmentChange(UUID enrolment, CohortMember before, CohortMember after, boolean isJudgedAgain) {

        static EnrolmentChange of(Enrolment before, Enrolment after) {
            boolean isJudgedAgain = !after.content().isJudgedAs(before.content())
                    || !after.region().equals(before.region());
            return new EnrolmentChange(after.id(), member(before), member(after), isJudgedAgain);
        }

        private static CohortMember member(Enrolment enrolment) {
            return new CohortMember(
                    enrolment.content().learnerId(), enrolment.content().cohort());
        }
    }

    /**
     * Computes the effect. To be called in the transaction that makes the changes.
     *
     * @param institution only the enrolments of this institution are counted; null: all
     */
    static Effect of(Handle database, List<EnrolmentChange> changes, String institution) {
        Set<CohortMember> unchanged = unchangedMembers(database, changes, institution);
        Set<CohortMember> before = new HashSet<>(unchanged);
        Set<CohortMember> after = new HashSet<>(unchanged);
        changes.stream().map(EnrolmentChange::before).filter(Objects::nonNull).forEach(before::add);
        changes.stream().map(EnrolmentChange::after).forEach(after::add);
        var cohorts = new TreeMap<String, Integer>();
        before.forEach(one -> cohorts.merge(one.cohort(), -1, Integer::sum));
        after.forEach(one -> cohorts.merge(one.cohort(), 1, Integer::sum));
        return new Effect(changes(cohorts), countCompletions(database, changes));
    }

    /** Adds up the effects of several parts, each computed when that part was recorded. */
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

    /** Learners who count as enrolled by enrolments that do not change. */
    private static Set<CohortMember> unchangedMembers(
            Handle database, List<EnrolmentChange> changes, String institution) {
        Set<UUID> learners = new HashSet<>();
        changes.forEach(change -> Stream.of(change.before(), change.after())
                .filter(Objects::nonNull)
                .forEach(member -> learners.add(member.learnerId())));
        return database.createQuery(UNCHANGED_MEMBERS)
                .bindArray("learners", UUID.class, learners)
                .bindArray(
                        "changed",
                        UUID.class,
                        changes.stream().map(EnrolmentChange::enrolment).toList())
                .bind("institution", institution)
                .map((row, context) -> new CohortMember(row.getObject(1, UUID.class), row.getString(2)))
                .set();
    }

    private static int countCompletions(Handle database, List<EnrolmentChange> changes) {
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
