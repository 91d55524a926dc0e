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
}
