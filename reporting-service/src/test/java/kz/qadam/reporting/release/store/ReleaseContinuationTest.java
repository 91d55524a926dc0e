package kz.qadam.reporting.release.store;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.IOException;
import java.io.InputStream;
import java.io.UncheckedIOException;
import java.time.LocalDate;
import java.util.Optional;
import kz.qadam.reporting.release.DisclosureRule;
import kz.qadam.reporting.release.Release;
import kz.qadam.reporting.release.ReleasedTrainedHistory;
import org.junit.jupiter.api.Test;

class ReleaseContinuationTest {

    private static final LocalDate TODAY = LocalDate.parse("2026-06-10");

    private static LocalDate beginning(int rule, Optional<Release> last) {
        return new ReleaseContinuation(Optional.empty(), last, 0, ReleasedTrainedHistory.NONE, 0)
                .beginningOf(rule, TODAY);
    }

    /** By version 2 of the rule. */
    private static Release earlier() {
        try (InputStream document = ReleaseContinuationTest.class.getResourceAsStream("/releases/rule-2.json")) {
            return ReleaseDocument.read(document.readAllBytes());
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }

    @Test
    void a_rule_begins_at_the_next_month_end_after_releases_of_an_earlier_one() {
        assertThat(beginning(DisclosureRule.VERSION, Optional.of(earlier()))).isEqualTo("2026-06-30");
    }

    @Test
    void a_rule_without_releases_before_it_decides_all() {
        assertThat(beginning(DisclosureRule.VERSION, Optional.empty())).isBefore("1700-01-01");
    }

    @Test
    void a_rule_that_has_made_releases_decides_all() {
        assertThat(beginning(2, Optional.of(earlier()))).isBefore("1700-01-01");
    }
}
