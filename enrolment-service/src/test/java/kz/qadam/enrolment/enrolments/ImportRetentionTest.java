package kz.qadam.enrolment.enrolments;

import static kz.qadam.enrolment.enrolments.SentFiles.HEADER;
import static kz.qadam.enrolment.enrolments.SentFiles.PATH;
import static kz.qadam.enrolment.enrolments.SentFiles.count;
import static org.assertj.core.api.Assertions.assertThat;
import static org.awaitility.Awaitility.await;
import static org.hamcrest.Matchers.containsString;
import static org.hamcrest.Matchers.equalTo;
import static org.hamcrest.Matchers.nullValue;

import io.quarkus.test.common.QuarkusTestResource;
import io.quarkus.test.junit.QuarkusTest;
import io.restassured.path.json.JsonPath;
import jakarta.inject.Inject;
import java.nio.charset.StandardCharsets;
import java.time.Duration;
import java.time.Instant;
import java.util.HexFormat;
import java.util.List;
import kz.qadam.chassis.base.database.Database;
import kz.qadam.chassis.submissions.imports.ExpiredFiles;
import kz.qadam.local.QadamBackends;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;

@QuarkusTest
@QuarkusTestResource(QadamBackends.class)
class ImportRetentionTest {

    @Inject
    Database database;

    @Inject
    ExpiredFiles tidying;

    private SentFiles files;

    @BeforeEach
    void open() {
        files = SentFiles.ofASchool();
    }

    /** An erasure would wait for it for a day. */
    @AfterEach
    void delete_what_cannot_be_read() {
        database.transaction(handle ->
                handle.execute("delete from import_job where status = 'waiting' and unreadable_since is not null"));
    }

    @Test
    void after_seven_days_nothing_is_left_of_a_file_but_its_numbers() {
        String job = files.sentNamed("group-7.csv", HEADER + files.row("E-1", "none"));
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

        assertThat(count(
                        database,
                        "select count(*) from import_part where content = 'rows' and job = '%s'".formatted(id(job))))
                .isZero();
    }

    @Test
    void the_names_of_columns_are_stored_encrypted() {
        String job = files.sent("reference;course;cohort;iin;enrolledOn;_Aliya\r\n" + files.row("E-1", "none"));
        files.finished(job);

        assertThat(database.<List<String>>transaction(handle -> handle.createQuery(
                                "select import_job::text from import_job union all select import_part::text from import_part")
                        .mapTo(String.class)
                        .list()))
                .noneMatch(row -> row.contains("Aliya") || row.contains(hex("Aliya")));
        assertThat(files.partner().get(job + "/errors.csv").asString()).contains("_Aliya");
    }

    /** A file that waits for its rows to be judged, and whose key nobody has any more. */
    private String waitingFileWhoseKeyIsLost() {
        String lost = files.sentNamed("group-7.csv", HEADER + files.row("E-1", "none"));
        files.finished(lost);
        database.transaction(handle -> {
            handle.execute("update import_part set key_id = 'lost' where job = ?::uuid", id(lost));
            handle.execute("""
                    insert into import_part (job, content, number, key_id, nonce, sealed)
                    select job, 'rows', 0, 'lost', nonce, sealed from import_part where job = ?::uuid and content = 'header'
                    """, id(lost));
            return handle.execute(
                    "update import_job set status = 'waiting', processed = 0, rejected = 0 where id = ?::uuid",
                    id(lost));
        });
        return lost;
    }

    @Test
    void a_file_whose_key_is_lost_holds_up_nobody() {
        String lost = waitingFileWhoseKeyIsLost();

        JsonPath next = files.finished(files.sent(HEADER + files.row("E-2")));

        assertThat(next.getInt("accepted")).isEqualTo(1);
        await().until(() -> isUnreadable(lost));
        files.partner().get(lost).then().body("status", equalTo("waiting"));
        files.partner().get(lost + "/errors.csv").then().statusCode(410);
    }

    private boolean isUnreadable(String job) {
        return count(
                        database,
                        "select count(*) from import_job where unreadable_since is not null and id = '" + id(job) + "'")
                == 1;
    }

    @Test
    void a_file_that_waited_for_seven_days_is_not_deleted_when_its_key_is_missing_for_a_moment() {
        String lost = waitingFileWhoseKeyIsLost();
        await().until(() -> isUnreadable(lost));

        tidying.tidy(Instant.now().plus(Duration.ofDays(7)));

        files.partner().get(lost).then().body("status", equalTo("waiting"));
    }

    @Test
    void the_day_begins_anew_when_nobody_has_tried_to_read_a_file_for_an_hour() {
        String lost = waitingFileWhoseKeyIsLost();
        await().until(() -> isUnreadable(lost));

        hasBeenUnreadable(lost, "25 hours", "2 hours");

        await().untilAsserted(() -> assertThat(count(
                        database,
                        "select count(*) from import_job where unreadable_since > now() - interval '1 hour' and id = '"
                                + id(lost) + "'"))
                .isEqualTo(1));
    }

    private void hasBeenUnreadable(String job, String since, String triedBefore) {
        database.transaction(handle -> handle.execute(
                "update import_job set unreadable_since = now() - ?::interval, worked_at = now() - ?::interval"
                        + " where id = ?::uuid",
                since,
                triedBefore,
                id(job)));
    }

    @Test
    void a_file_whose_key_is_lost_waits_for_six_days() {
        String lost = waitingFileWhoseKeyIsLost();
        await().until(() -> isUnreadable(lost));
        hasBeenUnreadable(lost, "6 days", "1 second");

        tidying.tidy(Instant.now().plus(Duration.ofDays(6)));

        files.partner().get(lost).then().body("status", equalTo("waiting"));
    }

    @Test
    void a_file_whose_key_is_lost_is_deleted_after_seven_days() {
        String lost = waitingFileWhoseKeyIsLost();
        await().until(() -> isUnreadable(lost));
        hasBeenUnreadable(lost, "7 days", "1 second");

        tidying.tidy(Instant.now().plus(Duration.ofDays(7)));

        files.partner().get(lost).then().body("status", equalTo("failed")).body("fileName", nullValue());
        files.partner().get(lost + "/errors.csv").then().statusCode(410);
        assertThat(partsOf(lost)).isZero();
    }

    @Test
    void the_errors_of_a_file_whose_key_is_lost_are_gone() {
        String job = files.sent(HEADER + files.row("E-1", "none"));
        files.finished(job);
        database.transaction(
                handle -> handle.execute("update import_part set key_id = 'lost' where job = ?::uuid", id(job)));

        files.partner().get(job + "/errors.csv").then().statusCode(410).body("detail", containsString("key"));
    }

    private long partsOf(String job) {
        return count(database, "select count(*) from import_part where job = '" + id(job) + "'");
    }

    private static String id(String job) {
        return job.substring(PATH.length() + 1);
    }

    private static String hex(String text) {
        return HexFormat.of().formatHex(text.getBytes(StandardCharsets.UTF_8));
    }
}
