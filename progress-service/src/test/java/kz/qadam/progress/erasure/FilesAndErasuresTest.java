package kz.qadam.progress.erasure;

import static kz.qadam.progress.Records.change;
import static kz.qadam.progress.Records.count;
import static org.assertj.core.api.Assertions.assertThat;

import io.quarkus.test.common.QuarkusTestResource;
import io.quarkus.test.junit.QuarkusTest;
import jakarta.inject.Inject;
import java.time.Instant;
import java.util.UUID;
import kz.qadam.chassis.submissions.imports.ExpiredFiles;
import kz.qadam.local.QadamBackends;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.Test;

/** An erasure deletes no file that waits, and no errors of a file that is being judged. */
@QuarkusTest
@QuarkusTestResource(QadamBackends.class)
class FilesAndErasuresTest extends LearnerWithCompletions {

    @Inject
    ExpiredFiles tidying;

    private final UUID file = UUID.randomUUID();

    @AfterEach
    void delete_the_file() {
        change("delete from import_job where id = '%s'".formatted(file));
    }

    @Test
    void a_file_that_waits_and_cannot_be_read_is_kept() {
        givenFile("waiting", 0, "now() - interval '3 days'");

        says("erased", 2);

        assertThat(count("select count(*) from import_job where id = '%s' and status = 'waiting' and not expired"
                        .formatted(file)))
                .isEqualTo(1);
        assertThat(parts("rows")).isEqualTo(1);
    }

    @Test
    void the_errors_of_a_running_file_are_kept_until_it_is_judged() {
        givenFile("running", 1, "null");

        says("erased", 2);
        tidying.tidy(Instant.now());

        assertThat(parts("errors")).isEqualTo(1);
        change("update import_job set status = 'finished', processed = 2, rejected = 2 where id = '%s'"
                .formatted(file));
        tidying.tidy(Instant.now());
        assertThat(parts("errors")).isZero();
        assertThat(count("select count(*) from import_job where id = '%s' and expired".formatted(file)))
                .isEqualTo(1);
    }

    @Test
    void a_late_enrolment_deletes_no_errors_of_a_running_file_either() {
        says("erased", 2);
        givenFile("running", 1, "null");

        school.enrols("E-late", learner, "pupils", "AI-101");
        school.hasEnrolled("E-2", UUID.randomUUID());

        assertThat(parts("errors")).isEqualTo(1);
    }

    @Test
    void the_errors_of_a_judged_file_are_deleted_with_the_learner() {
        givenFile("running", 1, "null");
        change("update import_job set status = 'finished', processed = 2, rejected = 2 where id = '%s'"
                .formatted(file));

        says("erased", 2);

        assertThat(parts("errors")).isZero();
        assertThat(count("select count(*) from import_job where id = '%s' and expired".formatted(file)))
                .isEqualTo(1);
    }

    /** A file of two rows that no worker takes, since no service knows its kind. */
    private void givenFile(String status, int rejected, String unreadableSince) {
        change("""
                insert into import_job (id, kind, separator, status, received, processed, rejected, created_at, expires_at,
                                        unreadable_since)
                values ('%1$s', 'unknown-kind', ',', '%2$s', 2, %3$d, %3$d, now(), now() + interval '7 days', %4$s);
                insert into import_part (job, content, number, key_id, nonce, sealed)
                select '%1$s', content, 0, 'k', '', '' from unnest(array['rows', 'errors']) as content
                """.formatted(file, status, rejected, unreadableSince));
    }

    private long parts(String content) {
        return count("select count(*) from import_part where job = '%s' and content = '%s'".formatted(file, content));
    }
}
