package kz.qadam.reporting.audit.evidence;

import java.util.Arrays;
import java.util.UUID;
import java.util.stream.Stream;
import kz.qadam.chassis.http.problem.Problem;
import kz.qadam.reporting.asof.KnownFacts;
import kz.qadam.reporting.rollup.Measure;

/**
 * The lists of records, one for each measure and two for records that are not counted. If the measure counts records,
 * each record is listed, by its day; if it counts people, the list has the first counted record of each person.
 */
enum EvidenceListKind {
    /** The completions by which learners are trained. */
    TRAINED(Measure.TRAINED, Key.TRAINED_LEARNER, trained()),

    /** The completions that count. */
    COMPLETIONS(
            Measure.COMPLETIONS,
            Key.COMPLETION,
            completions("completion", "null", "", "counts and completed_on <= :on")),

    /** The first counted completion of each learner in each cohort. */
    COMPLETED(
            Measure.COMPLETED,
            Key.LEARNER_IN_COHORT,
            completions("learner", "null", "", "counts and completed_on <= :on")),

    /** The first enrolment of each learner in each cohort; the day does not matter. */
    ENROLLED(Measure.ENROLLED, Key.LEARNER_IN_COHORT, """
            select cohort, enrolled_on as day, learner as id, learner, null::uuid as completion, enrolment, region,
                   institution, course, attributes, null as excluded, from_batch, null::bigint as trained_version,
                   null::bigint as requirement_version, null::bigint as programme_version,
                   null::bigint as cohort_version
              from enrolment_fact where {known}
            """),

    /** The first completion by which each person is trained in any cohort. */
    PEOPLE(Measure.PEOPLE, Key.PERSON, trained()),

    /** The completions by which no learner is trained. */
    NOT_TRAINED(
            Measure.TRAINED,
            Key.COMPLETION,
            completions(
                    "completion", """
            case when not counts then coalesce(because, status)
                 when completed_on > :on then 'after-the-day'
                 when coalesce(known_version, 0) < trained_version then 'in-flight'
                 when known_completion is null then 'requirement-not-met'
                 else 'another-completion' end""", """
            left join lateral (
                 select trained.version as known_version, trained.completion as known_completion
                   from trained_fact trained
                  where trained.learner = completion_fact.learner and trained.cohort = completion_fact.cohort
                    and trained.from_batch <= :batch and trained.to_batch > :batch) as known on true
            """, "(completed_on > :on or known_completion is distinct from completion)")),

    /** The completions that do not count. */
    NOT_COUNTED(
            Measure.COMPLETIONS,
            Key.COMPLETION,
            completions(
                    "completion",
                    "case when counts then 'after-the-day' else coalesce(because, status) end",
                    "",
                    "(not counts or completed_on > :on)"));

    /** The key of the entries of a list, and so the order of the list. */
    private enum Key {
        COMPLETION("cohort, day, id", ":afterCohort, :afterDay, :afterId"),
        TRAINED_LEARNER("cohort, day, id", ":afterCohort, :afterDay, :afterId"),
        LEARNER_IN_COHORT("cohort, id", ":afterCohort, :afterId"),
        PERSON("id", ":afterId");

        private final String columns;
        private final String after;

        Key(String columns, String after) {
            this.columns = columns;
            this.after = after;
        }

        private UUID idOf(EvidenceRecord record) {
            return this == COMPLETION ? record.completionId() : record.learnerId();
        }

        /** Whether the list has each record, not the first one of each learner. */
        private boolean isOfRecords() {
            return this == COMPLETION || this == TRAINED_LEARNER;
        }
    }

    private final Measure measure;
    private final Key key;
    private final String rows;

    EvidenceListKind(Measure measure, Key key, String rows) {
        this.measure = measure;
        this.key = key;
        this.rows = rows;
    }

    /** @throws Problem 400 for another measure, or if the measure has no list of excluded records */
    static EvidenceListKind of(String measure, boolean excluded) {
        String wanted = measure == null ? TRAINED.measure() : measure;
        if (excluded) {
            return Stream.of(NOT_TRAINED, NOT_COUNTED)
                    .filter(one -> one.measure().equals(wanted))
                    .findFirst()
                    .orElseThrow(
                            () -> Problem.badParameter("measure", "unknown-value", "measure", "trained, completions"));
        }
        return Arrays.stream(values())
                .filter(one -> !one.isOfExcluded() && one.measure().equals(wanted))
                .findFirst()
                .orElseThrow(() -> Problem.badParameter("measure", "unknown-value", "measure", Measure.COLUMNS));
    }

    String measure() {
        return measure.code();
    }

    boolean isOfExcluded() {
        return this == NOT_TRAINED || this == NOT_COUNTED;
    }

    /** The id that distinguishes a record from the others of its day and cohort. */
    UUID idOf(EvidenceRecord record) {
        return key.idOf(record);
    }

    boolean isOfPersons() {
        return key == Key.PERSON;
    }

    /** The columns that order the list. */
    String order() {
        return key.columns;
    }

    /** The statement for all records that were known at a batch. */
    String all(String conditions) {
        return key.isOfRecords()
                ? known(conditions)
                : "select distinct on (%1$s) * from %2$s as any_record order by %1$s, day, completion, enrolment"
                        .formatted(key.columns, known(conditions));
    }

    /** The statement that counts the records. */
    String count(String conditions) {
        String listed = known(conditions);
        return key.isOfRecords()
                ? "select count(*) from %s as listed".formatted(listed)
                : "select count(*) from (select distinct %s from %s as any_record) as listed"
                        .formatted(key.columns, listed);
    }

    /** The statement for the next records after the end of the previous page. */
    String page(String conditions) {
        String further = conditions + " and (%s) > (%s)".formatted(key.columns, key.after);
        return key.isOfRecords()
                ? "select * from %s as both_parts order by %s limit :limit"
                        .formatted(known(further + " order by " + key.columns + " limit :limit"), key.columns)
                : all(further) + " limit :limit";
    }

    private String known(String conditions) {
        return KnownFacts.of("select * from (" + rows + ") as fact where " + conditions);
    }

    private static String trained() {
        return """
            select cohort, trained_on as day, learner as id, learner, completion, null::uuid as enrolment, region,
                   institution, course, attributes, null as excluded, from_batch, version as trained_version,
                   requirement_version, programme_version, cohort_version
              from trained_fact where {known} and trained_on is not null and trained_on <= :on
            """;
    }

    private static String completions(String id, String excluded, String joined, String condition) {
        return """
            select cohort, completed_on as day, %s as id, learner, completion, null::uuid as enrolment, region,
                   institution, course, attributes, %s as excluded, from_batch, null::bigint as trained_version,
                   null::bigint as requirement_version, null::bigint as programme_version,
                   null::bigint as cohort_version
              from completion_fact %s where {known} and %s
            """.formatted(id, excluded, joined, condition);
    }
}
