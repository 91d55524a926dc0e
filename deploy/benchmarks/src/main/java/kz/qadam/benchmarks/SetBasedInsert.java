package kz.qadam.benchmarks;

import java.sql.Connection;
import java.sql.PreparedStatement;
import java.sql.SQLException;
import java.util.Arrays;
import java.util.function.IntFunction;

/** Writes posts into PostgreSQL by one set-based statement for each thousand, over one connection, durably. */
final class SetBasedInsert {

    private static final int AT_ONCE = 1_000;

    private static final String TAKE = """
            with sent as (
                select institution, reference, enrolment, certificate
                  from unnest(?, ?, ?, ?) as s (institution, reference, enrolment, certificate)),
            kept as (
                insert into completion (id, institution, reference, enrolment, completed_on, score, certificate, status,
                                        counts, enrolment_id, learner_id, cohort, course, region, version, recorded_at,
                                        changed_at, cause, by_role, pending_since)
                select gen_random_uuid(), s.institution, s.reference, s.enrolment, '2026-05-31', 0.87, s.certificate,
                       case when e.id is null then 'pending' else 'accepted' end, e.id is not null, e.id, e.learner_id,
                       e.cohort, e.course, e.region, 1, now(), now(), 'reported', 'partner',
                       case when e.id is null then now() end
                  from sent s
                  left join enrolment_name n on n.institution = s.institution and n.name = s.enrolment
                  left join enrolment e on e.id = n.enrolment_id
                on conflict (institution, reference) do nothing
                returning id, institution, reference, enrolment, enrolment_id, learner_id, cohort, region, course),
            named as (
                insert into enrolment_name (institution, name)
                select institution, enrolment from kept where enrolment_id is null on conflict do nothing),
            trained as (
                insert into learner_cohort (learner_id, cohort, trained_by, trained_on, requirement_version, institution,
                                            reference, region, course, version)
                select learner_id, cohort, id, '2026-05-31', 1, institution, reference, region, course, 1
                  from kept where enrolment_id is not null
                on conflict do nothing returning learner_id, cohort),
            published as (
                insert into outbox_event (publisher, id, key, type, subject, time, data)
                select 'completions', gen_random_uuid(), learner_id::text, 'kz.qadam.completion.recorded.v1', id::text, now(), ?
                  from kept where enrolment_id is not null
                union all
                select 'completions', gen_random_uuid(), learner_id::text, 'kz.qadam.learner.trained.v1', learner_id || '/' || cohort,
                       now(), ?
                  from trained)
            insert into tally_delta
            select institution, current_date, coalesce(accepted, 0), coalesce(pending, 0), 0,
                   sent - coalesce(accepted, 0) - coalesce(pending, 0), 0, 0, coalesce(pending, 0), 0
              from (select institution, count(*)::int as sent from sent group by 1) as s
              left join (select institution, count(enrolment_id)::int as accepted,
                                (count(*) - count(enrolment_id))::int as pending
                           from kept group by 1) as k using (institution)
            """;

    private SetBasedInsert() {}

    static void take(Connection connection, Posts posts, int count) throws SQLException {
        try (var statement = connection.prepareStatement(TAKE)) {
            for (int from = 0; from < count; from += AT_ONCE) {
                int first = from;
                int size = Math.min(AT_ONCE, count - from);
                array(statement, 1, size, i -> posts.institution(first + i));
                array(statement, 2, size, i -> posts.reference(first + i));
                array(statement, 3, size, i -> posts.enrolmentName(first + i));
                array(statement, 4, size, i -> posts.certificate(first + i));
                statement.setString(5, EventTexts.RECORDED);
                statement.setString(6, EventTexts.TRAINED);
                statement.executeUpdate();
            }
        }
    }

    private static void array(PreparedStatement statement, int parameter, int size, IntFunction<String> value)
            throws SQLException {
        String[] values = new String[size];
        Arrays.setAll(values, value);
        statement.setArray(parameter, statement.getConnection().createArrayOf("text", values));
    }
}
