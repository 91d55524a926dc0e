package kz.qadam.reporting.page.desk;

import static kz.qadam.reporting.Requests.as;
import static org.assertj.core.api.Assertions.assertThat;

import java.util.UUID;
import kz.qadam.reporting.DatabaseFixture;
import kz.qadam.reporting.ReportingTest;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.Test;

/** Office and auditors see what the last recount has found, and which release is public. */
@ReportingTest
class FiguresLastTest {

    private static final String PANEL = "/desk/panels/reporting/last?lang=en";

    private final UUID id = UUID.randomUUID();

    @AfterEach
    void remove() {
        DatabaseFixture.execute("""
                delete from recount where id = '%1$s';
                delete from archive_confirmation where stream = 'trail' and epoch = 1000;
                delete from archive_segment where stream = 'trail' and epoch = 1000
                """.formatted(id));
    }

    @Test
    void the_last_daily_recount_says_what_it_has_found() {
        recounted("daily-recount", "[]");
        assertThat(panel("office")).containsPattern("Daily recount: no difference</a> <span[^>]*>1 June 2199, 04:00<");

        DatabaseFixture.execute(
                "update recount set result = '{\"differences\": [{}, {}]}' where id = '%s'".formatted(id));
        assertThat(panel("auditor")).contains("<a href=\"/recounts?lang=en\">Daily recount: differences: 2</a>");
    }

    @Test
    void a_recount_that_somebody_asked_for_is_not_the_daily_one() {
        recounted("auditor", "[{}]");

        assertThat(panel("auditor")).doesNotContain("2199");
    }

    @Test
    void the_release_that_is_public_is_named_or_that_there_is_none() {
        assertThat(panel("office")).containsPattern(">Release \\d+</a>|Nothing is released yet</a>");
    }

    @Test
    void the_trail_is_checked_up_to_the_last_segment_that_somebody_has_confirmed() {
        DatabaseFixture.execute("""
                insert into archive_segment (stream, epoch, number, snapshot, before, rows, late, sealed_at, manifest)
                values ('trail', 1000, 1, '1:1:', '1:1:', 0, 0, '2026-05-31 03:55Z', ''),
                       ('trail', 1000, 2, '1:1:', '1:1:', 0, 0, '2026-05-31 04:55Z', '');
                insert into archive_confirmation (stream, epoch, number, confirmed_at) values ('trail', 1000, 1, now())
                """);

        assertThat(panel("auditor"))
                .containsPattern("The trail is checked up to</span> <span[^>]*>31 May 2026, 08:55<");
        assertThat(panel("office")).doesNotContain("trail is checked");
    }

    private static String panel(String role) {
        return as(role).get(PANEL).then().statusCode(200).extract().asString();
    }

    private void recounted(String by, String differences) {
        DatabaseFixture.execute("""
                insert into recount (id, batch, on_day, requested_by, instance, result, finished_at)
                values ('%s', 1, current_date, '%s', 'test', '{"differences": %s}', '2199-05-31 23:00Z')
                """.formatted(id, by, differences));
    }
}
