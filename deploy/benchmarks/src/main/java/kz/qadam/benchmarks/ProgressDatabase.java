package kz.qadam.benchmarks;

import java.io.IOException;
import java.sql.SQLException;
import java.util.List;
import java.util.Map;
import kz.qadam.local.Database;
import kz.qadam.local.Service;

/**
 * The database of progress-service as its intake would fill it: 200 courses, 2,000 institutions in 20 regions, and five
 * enrolments for every four learners. Arithmetic gives the id, learner, course and institution of enrolment i, so that
 * the load generator knows them without a query.
 *
 * @param outbox the table of events that wait for Kafka, which earlier versions named otherwise
 */
record ProgressDatabase(Database database, int enrolments, String outbox) {

    static final int INSTITUTIONS = 2_000;

    private static final String CATALOGUE = """
            insert into programme values ('ai-skills', 1, '2026-01-01', '2030-12-31');
            insert into cohort
            select code, 1 from unnest(array['pupils', 'students', 'civil-servants', 'business', 'citizens']) as code;
            insert into requirement_version (cohort, version, valid_from, courses)
            select code, 1, '2026-01-01', '{}' from cohort;
            insert into course select 'AI-' || i, 1, 36 from generate_series(0, 199) as i;
            insert into institution select 'school-' || i, 1, 'active' from generate_series(0, 1999) as i;
            """;

    private static final String ENROLMENTS = """
            insert into enrolment (id, version, institution, reference, learner_id, course, cohort, region, enrolled_on)
            select md5('enrolment ' || i)::uuid, 1, 'school-' || i %% 2000, 'E-' || i, md5('learner ' || i * 4 / 5)::uuid,
                   'AI-' || i / 7 %% 200,
                   (array['pupils', 'students', 'civil-servants', 'business', 'citizens'])[1 + i * 4 / 5 %% 5],
                   (array['KZ-10', 'KZ-11', 'KZ-15', 'KZ-19', 'KZ-23', 'KZ-27', 'KZ-31', 'KZ-33', 'KZ-35', 'KZ-39',
                          'KZ-43', 'KZ-47', 'KZ-55', 'KZ-59', 'KZ-61', 'KZ-62', 'KZ-63', 'KZ-71', 'KZ-75',
                          'KZ-79'])[1 + i %% 20],
                   '2026-02-01'
              from generate_series(0, %1$d - 1) as i;
            insert into enrolment_name select institution, reference, id from enrolment;
            insert into enrolment_name select institution, id::text, id from enrolment;
            """;

    private static final String EMPTY = """
            -- In the order in which the idle service folds the tallies. What refers to them differs between commits.
            truncate tally_delta, tally_stock, tally, %s, completion, former_completion, learner_cohort
                     restart identity cascade;
            delete from enrolment_name where enrolment_id is null;
            """;

    private static final String JUDGE = """
            update learner_cohort l
               set trained_by = c.id, institution = c.institution, reference = c.reference, region = c.region,
                   course = c.course
              from (select distinct on (learner_id, cohort) * from completion where status = 'accepted'
                     order by learner_id, cohort, completed_on, institution collate "C", reference collate "C") as c
             where l.learner_id = c.learner_id and l.cohort = c.cohort and l.trained_by <> c.id
            """;

    /** The expected result of n posts from the first one on, found without the code of the service. */
    private static final String EXPECTED = """
            with sent as (
                select distinct case when k %% 10 = 9 then k - case when k < 1005 then 5 else 1005 end else k end as k
                  from generate_series(0, %1$d - 1) as k),
            known as (
                select e.learner_id, e.cohort
                  from sent join enrolment e on e.id = md5('enrolment ' || (%2$d + k::bigint) * 7919 %% %3$d)::uuid
                 where k %% 50 <> 3)
            select (select count(*) from sent), (select count(*) from known),
                   (select count(distinct (learner_id, cohort)) from known)
            """;

    private static final String FOUND = """
            select count(*), count(*) filter (where status = 'accepted' and counts),
                   (select count(*) from learner_cohort where trained_by is not null)
              from completion
            """;

    /**
     * Each accepted completion and each trained learner has an event; a learner has several if an earlier completion
     * was posted later.
     */
    private static final String PUBLISHED = """
            select count(distinct subject) filter (where type = 'kz.qadam.completion.recorded.v1'),
                   count(distinct subject) filter (where type = 'kz.qadam.learner.trained.v1')
              from %s
            """;

    private static final String TALLIED = """
            select coalesce(sum(accepted + pending + refused + duplicate + conflict + rejected), 0)::bigint from (
                select accepted, pending, refused, duplicate, conflict, rejected from tally_delta
                union all select accepted, pending, refused, duplicate, conflict, rejected from tally) as noted
            """;

    /** Fills a new database with the schema that the service creates. Kafka is emptied, too: what it has of an earlier one is refused. */
    static ProgressDatabase fill(Lab lab) throws IOException, SQLException {
        Database database = lab.stage().freshDatabase(Service.PROGRESS);
        lab.stage().emptyTopics();
        // The service must not read the events that an earlier measure has left in Kafka.
        lab.stage()
                .start(Service.PROGRESS, Map.of("QADAM_INTAKE_ENABLED", "false"), List.of())
                .stop();
        int enrolments = lab.sizes().enrolments();
        Sql.run(database, CATALOGUE);
        Sql.run(database, ENROLMENTS.formatted(enrolments));
        Sql.run(database, "vacuum analyze");
        boolean current = Sql.numbers(database, "select count(to_regclass('outbox_event'))")
                        .get(0)
                == 1;
        return new ProgressDatabase(database, enrolments, current ? "outbox_event" : "outbox");
    }

    /** Removes everything that was posted. */
    void empty(Lab lab) throws IOException, SQLException {
        Sql.run(database, EMPTY.formatted(outbox));
        lab.checkpoint();
    }

    /** Makes each learner trained by the first completion in the order of rule 2, as the service would. */
    void judge() throws SQLException {
        Sql.run(database, JUDGE);
    }

    /** Checks the result of these posts, whatever else the database contains. */
    void requireKept(int first, int posts) throws SQLException {
        List<Long> expected = Sql.numbers(database, EXPECTED.formatted(posts, first, enrolments));
        List<Long> found = Sql.numbers(database, """
                select count(*), count(*) filter (where status = 'accepted' and counts)
                  from completion where reference like 'C-%d-%%'
                """.formatted(Posts.FROM + first));
        WrongCount.unlessEqual("kept, accepted", expected.subList(0, 2), found);
    }

    /**
     * Checks what is kept and tallied.
     *
     * @param first the number of the first post, as in {@link Posts}
     */
    void requireCounts(int first, int posts) throws SQLException {
        List<Long> expected = Sql.numbers(database, EXPECTED.formatted(posts, first, enrolments));
        WrongCount.unlessEqual("kept, accepted, trained", expected, Sql.numbers(database, FOUND));
        WrongCount.unlessEqual("tallied", List.of((long) posts), Sql.numbers(database, TALLIED));
    }

    /** Checks also the events in the outbox. */
    void requirePublishedCounts(int first, int posts) throws SQLException {
        requireCounts(first, posts);
        List<Long> expected = Sql.numbers(database, EXPECTED.formatted(posts, first, enrolments));
        WrongCount.unlessEqual("published", expected.subList(1, 3), Sql.numbers(database, PUBLISHED.formatted(outbox)));
    }
}
