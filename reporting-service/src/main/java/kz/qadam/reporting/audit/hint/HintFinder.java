package kz.qadam.reporting.audit.hint;

import java.time.YearMonth;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import kz.qadam.chassis.base.database.TableColumns;
import kz.qadam.reporting.asof.KnownFacts;
import kz.qadam.reporting.asof.PointInTime;
import kz.qadam.reporting.catalogue.Catalogue;
import org.jdbi.v3.core.Handle;

/** Finds implausible patterns among the counted completions of a month. */
final class HintFinder {

    private static final String COUNTING = "with counting as " + KnownFacts.of("""
            select * from completion_fact
             where {known} and cohort = any(:cohorts)
               and counts and completed_on >= :first and completed_on < :next and completed_on <= :on
            """);

    private static final String SAME_SECOND = COUNTING + """
            select :kind as kind, institution, course, completed_on as day, date_trunc('second', recorded_at) as second,
                   null::uuid as learner, count(*) as count,
                   (array_agg(completion order by completion))[1 : 100] as completions,
                   (array_agg(learner order by completion))[1 : 100] as learners
              from counting
             group by institution, course, completed_on, date_trunc('second', recorded_at)
            having count(*) >= :sameSecond
             order by count(*) desc, institution, course, day, second limit 1000
            """;

    private static final String AFTER_WITHDRAWAL = COUNTING + """
            select :kind as kind, counting.institution, counting.course, counting.completed_on as day, null::timestamptz as second,
                   counting.learner, 1 as count, array[counting.completion] as completions,
                   null::uuid[] as learners
              from counting
              join enrolment_fact enrolment on enrolment.enrolment = counting.enrolment
                   and enrolment.from_batch <= :batch and enrolment.to_batch > :batch
             where enrolment.withdrawn_on < counting.completed_on
             order by counting.completed_on, counting.completion limit 1000
            """;

    private static final String MANY_INSTITUTIONS = COUNTING + """
            select :kind as kind, null as institution, null as course, completed_on as day, null::timestamptz as second, learner,
                   count(*) as count, (array_agg(completion order by completion))[1 : 100] as completions,
                   null::uuid[] as learners
              from counting group by learner, completed_on
            having count(distinct institution) >= :manyInstitutions
             order by count(distinct institution) desc, completed_on, learner limit 1000
            """;

    private static final String MONTH_END = COUNTING + """
            select :kind as kind, institution, null as course, max(completed_on) as day, null::timestamptz as second,
                   null::uuid as learner, count(*) filter (where completed_on = :next::date - 1) as count,
                   (array_agg(completion order by completion)
                       filter (where completed_on = :next::date - 1))[1 : 100] as completions,
                   (array_agg(learner order by completion)
                       filter (where completed_on = :next::date - 1))[1 : 100] as learners
              from counting group by institution
            having count(*) filter (where completed_on = :next::date - 1) >= :monthEndLeast
               and count(*) filter (where completed_on = :next::date - 1) * 100 >= count(*) * :monthEndShare
             order by count desc, institution limit 1000
            """;

    private static final Map<String, String> BY_KIND = Map.of(
            "same-second", SAME_SECOND,
            "after-withdrawal", AFTER_WITHDRAWAL,
            "many-institutions", MANY_INSTITUTIONS,
            "month-end", MONTH_END);

    private static final TableColumns<Hint> HINT = TableColumns.of(
            Hint.class, Map.of("learnerId", "learner", "completionIds", "completions", "learnerIds", "learners"));

    private HintFinder() {}

    /** All kinds, in the order of the answer. */
    static List<String> kinds() {
        return BY_KIND.keySet().stream().sorted().toList();
    }

    static List<Hint> find(Handle database, PointInTime point, YearMonth month, HintThresholds thresholds) {
        var cohorts = Catalogue.at(database, point.batch()).cohorts().keySet();
        List<Hint> all = new ArrayList<>();
        thresholds
                .kinds()
                .forEach(kind -> database.createQuery(BY_KIND.get(kind))
                        .bind("batch", point.batch())
                        .bind("on", point.on())
                        .bind("first", month.atDay(1))
                        .bind("next", month.plusMonths(1).atDay(1))
                        .bindArray("cohorts", String.class, cohorts)
                        .bind("sameSecond", thresholds.sameSecond())
                        .bind("manyInstitutions", thresholds.manyInstitutions())
                        .bind("monthEndLeast", thresholds.monthEndLeast())
                        .bind("monthEndShare", thresholds.monthEndShare())
                        .bind("kind", kind)
                        .map(HINT)
                        .forEach(all::add));
        return all;
    }
}
