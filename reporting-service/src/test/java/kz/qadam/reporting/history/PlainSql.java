package kz.qadam.reporting.history;

import java.time.LocalDate;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.TreeMap;
import java.util.stream.Collectors;
import org.jdbi.v3.core.Handle;

/**
 * A third count: neither the roll-up's nor the recount's code, but the counting rules as plain SQL over the raw events
 * as received.
 */
final class PlainSql {

    /** The attributes of enrolments that are dimensions, listed once more. */
    private static final List<String> ATTRIBUTES = List.of("language");

    /** What was counted of whom, and where: such as "trained region KZ-75". */
    private static final String COUNT = """
            with newest as (
                select distinct on (kind, subject) kind, type, data::jsonb as data
                  from (select split_part(type, '.', 3) as kind, * from event_log where batch <= :batch) as known
                 where kind in ('catalogue', 'enrolment', 'completion')
                 order by kind, subject, subject_version desc),
            programme as (
                select (version ->> 'startsOn')::date as starts_on, (version ->> 'horizon')::date as horizon
                  from newest, jsonb_array_elements(data -> 'versions') with ordinality as one (version, place)
                 where type like '%.programme-described.%' order by place desc limit 1),
            requirement as (
                select data ->> 'code' as cohort, (version ->> 'version')::int as version,
                       (version ->> 'validFrom')::date as valid_from,
                       coalesce((version -> 'requirement' ->> 'minCourses')::int, 1) as min_courses
                  from newest, jsonb_array_elements(data -> 'versions') as version
                 where type like '%.cohort-described.%'),
            course as (
                select data ->> 'code' as code, data ->> 'area' as area
                  from newest where type like '%.course-described.%'),
            institution as (
                select data ->> 'code' as code, data ->> 'kind' as kind
                  from newest where type like '%.institution-described.%'),
            said as (
                select data ->> 'enrolmentId' as enrolment, data ->> 'learnerId' as learner, data -> 'attributes' as said
                  from newest where kind = 'enrolment'),
            enrolment as (
                select data ->> 'learnerId' as learner, data ->> 'region' as region,
                       data ->> 'institution' as institution, data ->> 'course' as course, data -> 'attributes' as said
                  from newest where kind = 'enrolment' and data ->> 'cohort' = :cohort),
            completion as (
                select data ->> 'completionId' as id, data ->> 'learnerId' as learner, data ->> 'region' as region,
                       data ->> 'institution' as institution, data ->> 'course' as course,
                       (data ->> 'completedOn')::date as day, data ->> 'reference' as reference,
                       (select said from said where enrolment = data ->> 'enrolmentId' and learner = data ->> 'learnerId')
                  from newest, programme
                 where kind = 'completion' and data ->> 'cohort' = :cohort and data ->> 'status' = 'accepted'
                   and (data ->> 'completedOn')::date between starts_on and horizon),
            training as (
                select distinct on (one.learner) one.*
                  from completion one
                 where (select count(distinct so_far.course) from completion so_far
                         where so_far.learner = one.learner
                           and (so_far.day, so_far.institution collate "C", so_far.reference collate "C")
                               <= (one.day, one.institution collate "C", one.reference collate "C"))
                       >= (select min_courses from requirement
                            where cohort = :cohort and valid_from <= one.day
                            order by valid_from desc, version desc limit 1)
                 order by one.learner, one.day, one.institution collate "C", one.reference collate "C"),
            counted as (
                select 'trained' as measure, id as what, learner, region, institution, course, said
                  from training where day <= :on
                union all
                select 'completions', id, learner, region, institution, course, said from completion where day <= :on
                union all
                select 'completed', learner, learner, region, institution, course, said from completion where day <= :on
                union all
                select 'enrolled', learner, learner, region, institution, course, said from enrolment),
            placed as (
                select measure, what, learner, place
                  from (select * from counted where {who}) as counted left join course on course.code = counted.course
                       left join institution on institution.code = counted.institution,
                       lateral (values ('nation'), ('region ' || region), ('institution ' || counted.institution),
                           ('course ' || counted.course), ('area ' || coalesce(course.area, 'unknown')),
                           ('kind ' || coalesce(institution.kind, 'unknown')){attributes}{also}) as at (place))
            select measure || ' ' || place, count(distinct what) from placed where place is not null and {known} group by 1
            """.replace(
                    "{attributes}",
                    ATTRIBUTES.stream()
                            .map(", ('%1$s ' || coalesce(counted.said ->> '%1$s', 'unknown'))"::formatted)
                            .collect(Collectors.joining()));

    private static final String ACTIVE = """
            with newest as (
                select distinct on (subject) data::jsonb as data from event_log
                 where batch <= :batch and type like '%.institution-described.%'
                 order by subject, subject_version desc)
            select coalesce(data ->> 'region', 'unknown'), count(*)
              from newest where data ->> 'status' = 'active' group by 1
            """;

    private static final String TARGET = """
            select (version ->> 'target')::bigint
              from (select data::jsonb as data from event_log
                     where batch <= :batch and type like '%.cohort-described.%' and subject = 'cohort/' || :cohort
                     order by subject_version desc limit 1) as newest,
                   jsonb_array_elements(data -> 'versions') as version
             where (version ->> 'validFrom')::date <= :on
             order by (version ->> 'validFrom')::date desc, (version ->> 'version')::int desc limit 1
            """;

    private PlainSql() {}

    /** Active institutions by region. */
    static Map<String, Integer> activeInstitutions(Handle database, long batch) {
        Map<String, Integer> counts = new TreeMap<>();
        database.createQuery(ACTIVE)
                .bind("batch", batch)
                .map((row, context) -> Map.entry(row.getString(1), row.getInt(2)))
                .forEach(one -> counts.put(one.getKey(), one.getValue()));
        return counts;
    }

    /** The target in force on a day; null: there is none. */
    static Long target(Handle database, long batch, String cohort, LocalDate on) {
        return database.createQuery(TARGET)
                .bind("batch", batch)
                .bind("cohort", cohort)
                .bind("on", on)
                .map((row, context) -> Optional.ofNullable((Long) row.getObject(1)))
                .findOne()
                .flatMap(target -> target)
                .orElse(null);
    }

    /** Those whom one institution alone has enrolled. */
    private static final String ALONE = """
            , ((select 'alone ' || min(institution)
                  from (select learner, institution from enrolment
                        union all
                        select learner, institution from completion where day <= :on) as known
                 where known.learner = counted.learner having count(distinct institution) = 1))
            """;

    /** In a course or an area, those of whom an enrolment there is known. */
    private static final String KNOWN_THERE = """
            (place not like 'course %' and place not like 'area %'
                or (learner, place) in (select learner, place from placed where measure = 'enrolled'))""";

    static Map<String, Long> count(Handle database, long batch, String cohort, LocalDate on) {
        String everybody = COUNT.replace("{who}", "true").replace("{also}", "").replace("{known}", "true");
        return count(database, everybody, batch, cohort, on);
    }

    /** The same, of people whose enrolment is known: it may become known after a completion, or be corrected after it. */
    static Map<String, Long> countEnrolled(Handle database, long batch, String cohort, LocalDate on) {
        return count(
                database,
                COUNT.replace("{who}", "learner in (select learner from enrolment)")
                        .replace("{also}", ALONE)
                        .replace("{known}", KNOWN_THERE),
                batch,
                cohort,
                on);
    }

    private static Map<String, Long> count(Handle database, String sql, long batch, String cohort, LocalDate on) {
        Map<String, Long> counts = new TreeMap<>();
        database.createQuery(sql)
                .bind("batch", batch)
                .bind("cohort", cohort)
                .bind("on", on)
                .map((row, context) -> Map.entry(row.getString(1), row.getLong(2)))
                .forEach(one -> counts.put(one.getKey(), one.getValue()));
        return counts;
    }
}
