package kz.qadam.enrolment.enrolments;

import static kz.qadam.enrolment.enrolments.SentFiles.HEADER;
import static kz.qadam.enrolment.enrolments.SentFiles.PATH;
import static kz.qadam.enrolment.enrolments.SentFiles.count;
import static org.assertj.core.api.Assertions.assertThat;
import static org.hamcrest.Matchers.equalTo;
import static org.hamcrest.Matchers.nullValue;

import io.quarkus.test.common.QuarkusTestResource;
import io.quarkus.test.junit.QuarkusTest;
import jakarta.inject.Inject;
import java.time.Duration;
import java.time.Instant;
import kz.qadam.chassis.database.Database;
import kz.qadam.chassis.imports.Tidying;
import kz.qadam.local.QadamBackends;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.DisplayNameGeneration;
import org.junit.jupiter.api.DisplayNameGenerator.ReplaceUnderscores;
import org.junit.jupiter.api.Test;

@QuarkusTest
@QuarkusTestResource(QadamBackends.class)
@DisplayNameGeneration(ReplaceUnderscores.class)
class ImportRetentionTest {

    @Inject
    Database database;

    @Inject
    Tidying tidying;

    private SentFiles files;

    @BeforeEach
    void open() {
        files = SentFiles.ofASchool();
    }

    @Test
    void after_seven_days_nothing_is_left_of_a_file_but_its_numbers() {
        String job = files.sent("?fileName=group-7.csv", HEADER + files.row("E-1", "none"));
        assertThat(files.finished(job).getString("fileName")).isEqualTo("group-7.csv");

        tidying.tidy(Instant.now().plus(Duration.ofDays(7)));

        files.partner()
                .get(job)
                .then()
                .statusCode(200)
                .body("rejected", equalTo(1))
                .body("fileName", nullValue())
                .body("errors", nullValue());
        files.partner().get(job + "/errors.csv").then().statusCode(410);
        assertThat(partsOf(job)).isZero();
    }

    @Test
    void six_days_after_it_was_sent_the_errors_are_still_there() {
        String job = files.sent(HEADER + files.row("E-1", "none"));
        files.finished(job);

        tidying.tidy(Instant.now().plus(Duration.ofDays(6)));

        files.partner().get(job + "/errors.csv").then().statusCode(200);
    }

    @Test
    void a_row_is_kept_no_longer_than_until_it_is_judged() {
        String job = files.sent(HEADER + files.rows("E", 1_500));

        files.finished(job);

        assertThat(partsOf(job)).isZero();
    }

    private long partsOf(String job) {
        return count(
                database, "select count(*) from import_part where job = '" + job.substring(PATH.length() + 1) + "'");
    }
}
