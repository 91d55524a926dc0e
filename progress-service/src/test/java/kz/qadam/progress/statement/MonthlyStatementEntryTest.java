package kz.qadam.progress.statement;

import static org.assertj.core.api.Assertions.assertThat;

import java.time.Instant;
import java.util.UUID;
import kz.qadam.progress.statement.MonthlyStatementEntry.Kind;
import kz.qadam.progress.statement.MonthlyStatementEntry.Side;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

class MonthlyStatementEntryTest {

    @ParameterizedTest
    @CsvSource({
        "reported,            ,      true,  RECORDED,   1",
        "enrolment-known,     false, true,  RECORDED,   1",
        "revoked,             true,  false, REVOKED,   -1",
        "corrected,           true,  true,  CORRECTED,  0",
        "corrected,           true,  false, CORRECTED, -1",
        "corrected,           false, true,  CORRECTED,  1",
        "enrolment-corrected, true,  false, CORRECTED, -1",
        "programme,           false, true,  CORRECTED,  1"
    })
    void the_cause_of_a_change_decides_its_list_and_what_counted_before_and_after_its_effect(
            String cause, Boolean before, boolean after, Kind kind, int effect) {
        MonthlyStatementEntry entry = MonthlyStatementEntry.of(
                "C-1",
                UUID.randomUUID(),
                2,
                Instant.EPOCH,
                cause,
                null,
                before == null ? null : side(before),
                side(after));

        assertThat(entry.kind()).isEqualTo(kind);
        assertThat(entry.effect()).isEqualTo(effect);
    }

    private static Side side(boolean counts) {
        return new Side("any", null, counts, "E-1", null, null, null, null);
    }
}
