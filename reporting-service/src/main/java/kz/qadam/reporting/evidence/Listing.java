package kz.qadam.reporting.evidence;

import java.util.Arrays;
import java.util.stream.Collectors;
import kz.qadam.chassis.problem.Problem;

/**
 * Which records a question is for. Each lists the same facts in the same order, by day and id; rows of today and rows of
 * the past are read by one statement, as in the roll-up.
 */
enum Listing {
    /** Those by whom somebody counts as trained. */
    TRAINED {
        @Override
        String rows(String conditions, String tail) {
            return bothOf("""
                    select trained_on as day, learner as id, learner, completion, region, null as excluded,
                           from_batch, version as trained_version, requirement_version, programme_version,
                           cohort_version
                      from trained_fact where %s and trained_on is not null and trained_on <= :on
                    """, conditions, tail);
        }

        @Override
        String day() {
            return "trained_on";
        }

        @Override
        String id() {
            return "learner";
        }
    },
    /** Those that count as completions. */
    COMPLETIONS {
        @Override
        String rows(String conditions, String tail) {
            return bothOf("""
                    select completed_on as day, completion as id, learner, completion, region, null as excluded,
                           from_batch, null::bigint as trained_version, null::bigint as requirement_version,
                           null::bigint as programme_version, null::bigint as cohort_version
                      from completion_fact where %s and counts and completed_on <= :on
                    """, conditions, tail);
        }
    },
    /** Completions that count nobody as trained. */
    NOT_TRAINED {
        @Override
        String rows(String conditions, String tail) {
            return bothOf("""
                    select completed_on as day, completion as id, learner, completion, region,
                           case when not counts then coalesce(because, status)
                                when completed_on > :on then 'after-the-day'
                                when coalesce(known_version, 0) < trained_version then 'in-flight'
                                when known_completion is null then 'requirement-not-met'
                                else 'another-completion' end as excluded,
                           from_batch, null::bigint as trained_version, null::bigint as requirement_version,
                           null::bigint as programme_version, null::bigint as cohort_version
                      from completion_fact left join lateral (
                               select trained.version as known_version, trained.completion as known_completion
                                 from trained_fact trained
                                where trained.learner = completion_fact.learner
                                  and trained.cohort = completion_fact.cohort
                                  and trained.from_batch <= :batch and trained.to_batch > :batch) as known on true
                     where %s and (completed_on > :on or known_completion is distinct from completion)
                    """, conditions, tail);
        }
    },
    /** Completions that do not count. */
    NOT_COUNTED {
        @Override
        String rows(String conditions, String tail) {
            return bothOf("""
                    select completed_on as day, completion as id, learner, completion, region,
                           case when counts then 'after-the-day' else coalesce(because, status) end as excluded,
                           from_batch, null::bigint as trained_version, null::bigint as requirement_version,
                           null::bigint as programme_version, null::bigint as cohort_version
                      from completion_fact where %s and (not counts or completed_on > :on)
                    """, conditions, tail);
        }
    };

    /** @throws Problem 400 for another measure */
    static Listing of(String measure, boolean excluded) {
        String wanted = measure == null ? "trained" : measure;
        return switch (wanted) {
            case "trained" -> excluded ? NOT_TRAINED : TRAINED;
            case "completions" -> excluded ? NOT_COUNTED : COMPLETIONS;
            default -> throw Problem.badParameter("measure", "unknown-value", "measure", "trained, completions");
        };
    }

    String measure() {
        return this == TRAINED || this == NOT_TRAINED ? "trained" : "completions";
    }

    /**
     * All rows that were known at a batch.
     *
     * @param conditions begins with {@code and}
     * @param tail such as an order and a limit, for each of the two parts
     */
    abstract String rows(String conditions, String tail);

    String day() {
        return "completed_on";
    }

    String id() {
        return "completion";
    }

    private static String bothOf(String select, String conditions, String tail) {
        return Arrays.asList(
                        "to_batch = 9223372036854775807 and from_batch <= :batch",
                        "to_batch < 9223372036854775807 and int8range(from_batch, to_batch) @> :batch::bigint")
                .stream()
                .map(known -> "(" + select.formatted(known) + conditions + tail + ")")
                .collect(Collectors.joining("\nunion all\n"));
    }
}
