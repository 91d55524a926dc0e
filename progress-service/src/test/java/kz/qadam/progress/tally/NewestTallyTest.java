package kz.qadam.progress.tally;

import static kz.qadam.progress.Records.change;
import static org.assertj.core.api.Assertions.assertThat;
import static org.awaitility.Awaitility.await;

import io.quarkus.test.common.QuarkusTestResource;
import io.quarkus.test.junit.QuarkusTest;
import java.time.Instant;
import java.time.LocalDate;
import kz.qadam.chassis.base.time.AlmatyTime;
import kz.qadam.local.QadamBackends;
import kz.qadam.progress.Neighbours;
import kz.qadam.progress.Partner;
import kz.qadam.progress.Published;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;

/** Whoever reads tallies takes the stock of an institution from its newest day. */
@QuarkusTest
@QuarkusTestResource(QadamBackends.class)
class NewestTallyTest {

    private final Partner school = Partner.school();
    private final LocalDate today = AlmatyTime.dayOf(Instant.now());

    @BeforeEach
    void a_clock_was_a_day_ahead() {
        Neighbours.describeCatalogue();
        school.completes("C-1", "E-1", "2026-03-01").statusCode(201);
        await().untilAsserted(() -> assertThat(pendingBy(today)).isEqualTo("1"));
        change("update tally set day = day + 1 where institution = '%s'".formatted(school.institution()));
    }

    private String pendingBy(LocalDate day) {
        var members = Published.members(school.institution() + "/" + day, "pendingNow");
        return members.isEmpty() ? "none" : members.get(members.size() - 1);
    }

    @Test
    void it_has_the_present_stock_also_when_something_is_counted_on_an_earlier_day() {
        school.completes("C-2", "E-2", "2026-03-01").statusCode(201);

        await().untilAsserted(() -> assertThat(pendingBy(today.plusDays(1))).isEqualTo("2"));
    }
}
