package kz.qadam.enrolment;

import static org.assertj.core.api.Assertions.assertThat;

import io.quarkus.test.common.QuarkusTestResource;
import io.quarkus.test.junit.QuarkusTest;
import kz.qadam.chassis.testing.FormerInstallation;
import kz.qadam.local.QadamBackends;
import org.junit.jupiter.api.Test;

/** What an older installation holds, in a schema of its own. */
@QuarkusTest
@QuarkusTestResource(QadamBackends.class)
class UpgradeTest {

    private static final String WAITING = """
            insert into learner (id, cipher_key, nonce, sealed, recorded_at) values
                ('a0000000-0000-4000-8000-000000000000', 'key', '', '', now()),
                ('b0000000-0000-4000-8000-000000000000', 'key', '', '', now());
            insert into learner_merge (absorbed, surviving, named, enrolments, reason, decided_by, decided_at, recorded_at)
            values ('a0000000-0000-4000-8000-000000000000', 'b0000000-0000-4000-8000-000000000000',
                    'b0000000-0000-4000-8000-000000000000', 1, 'One person', 'office', now(), now());

            insert into enrolment_letter (enrolment_id, parked) values
                ('e2000000-0000-4000-8000-000000000000', 'RecordTooLargeException'),
                ('e1000000-0000-4000-8000-000000000000', null),
                ('e1000000-0000-4000-8000-000000000000', 'RecordTooLargeException');

            update programme set published_version = version;
            update cohort set published_version = version where code <> 'pupils';
            update cohort set parked = 'RecordTooLargeException' where code = 'pupils';
            insert into course (code, id, name_kk, name_ru, name_en, hours, area, version, published_version, recorded_at)
            values ('AI-101', gen_random_uuid(), 'kk', 'ru', 'en', 36, 'ai', 2, 1, now() + interval '1 minute'),
                   ('AI-102', gen_random_uuid(), 'kk', 'ru', 'en', 36, 'ai', 2, 2, now());
            """;

    @Test
    void what_waited_in_the_former_queues_is_requested_of_their_publishers() {
        var installation = FormerInstallation.of("38").with(WAITING);

        installation.upgrade();

        assertThat(installation.texts("""
                        select concat_ws(' ', publisher, subject, parked) from republish_request order by seq
                        """))
                .containsExactly(
                        "catalogue cohort/pupils RecordTooLargeException",
                        "catalogue course/AI-101",
                        "enrolments e2000000-0000-4000-8000-000000000000 RecordTooLargeException",
                        "enrolments e1000000-0000-4000-8000-000000000000",
                        "learner-merges a0000000-0000-4000-8000-000000000000");
    }

    /** A person with an alias is blocked; another person was, and has been merged meanwhile. */
    private static final String BLOCKED = """
            insert into learner (id, cipher_key, nonce, sealed, recorded_at)
            select cast(name || '0000000-0000-4000-8000-000000000000' as uuid), 'key', '', '', now()
              from unnest(array['a', 'b', 'c', 'd']) as learner (name);
            insert into learner_merge (absorbed, surviving, named, enrolments, reason, decided_by, decided_at, recorded_at)
            select absorbed.id, surviving.id, surviving.id, 1, 'One person', 'office', now(), now()
              from (values ('a', 'b'), ('c', 'd')) as merge (absorbed, surviving)
              join learner absorbed on cast(absorbed.id as text) like merge.absorbed || '%'
              join learner surviving on cast(surviving.id as text) like merge.surviving || '%';
            insert into learner_block (learner, reason, blocked_by, blocked_at, lifted_by, lifted_at)
            select id, 'disputed', 'office', now(), case when is_lifted then 'office' end, case when is_lifted then now() end
              from (select id, cast(id as text) like 'c%' as is_lifted from learner
                     where cast(id as text) not like 'd%') as learner;
            """;

    @Test
    void a_block_in_force_is_kept_and_is_requested_of_its_publisher() {
        var installation = FormerInstallation.of("181")
                .with("delete from republish_request")
                .with(BLOCKED);

        installation.upgrade();

        assertThat(installation.texts("select publisher || ' ' || subject from republish_request"))
                .containsExactly("learner-blocks block/b0000000-0000-4000-8000-000000000000");
        assertThat(installation.texts("""
                        select concat_ws(' ', left(cast(learner as text), 1), left(cast(person as text), 1), version, in_force)
                          from blocked_learner order by 1
                        """)).containsExactly("a b 1 t", "b b 1 t", "c 0 f");
    }
}
