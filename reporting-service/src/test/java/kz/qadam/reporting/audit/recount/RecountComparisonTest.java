package kz.qadam.reporting.audit.recount;

import static org.assertj.core.api.Assertions.assertThat;

import jakarta.inject.Inject;
import java.time.Instant;
import java.time.LocalDate;
import java.util.List;
import java.util.Set;
import java.util.function.Consumer;
import kz.qadam.chassis.base.database.Database;
import kz.qadam.reporting.ReportingTest;
import kz.qadam.reporting.asof.PointInTime;
import org.junit.jupiter.api.Test;

@ReportingTest
class RecountComparisonTest {

    private static final PointInTime JUNE =
            new PointInTime(0, Instant.EPOCH, LocalDate.of(2026, 6, 30), null, false, false, true);
    private static final LocalDate DAY = LocalDate.of(2026, 5, 1);

    @Inject
    Database database;

    @Test
    void however_many_cells_there_are_only_a_few_are_in_memory() {
        compare(cells -> {
            for (int i = 0; i < 95; i++) {
                cells.addCounted(school(i));
                assertThat(cells.inMemory()).isLessThanOrEqualTo(10);
            }
        });
    }

    @Test
    void a_cell_that_is_counted_again_has_the_sum() {
        compare(cells -> {
            for (int round = 0; round < 2; round++) {
                for (int i = 0; i < 95; i++) {
                    cells.addCounted(school(i));
                }
            }
            cells.addLeftOut(new RecountedCellKey("trained", "cells", "region", "KZ-75", DAY));
            cells.addCounted(new RecountedCellKey("trained", "cells", "region", "KZ-71", LocalDate.of(2026, 7, 1)));

            List<RecountResult.Difference> differences = cells.differences(JUNE, "cells", Set.of());

            assertThat(differences).hasSize(96);
            assertThat(differences.get(0).place().byCode().get("institution")).isEqualTo("school-0");
            assertThat(differences.get(0).recount()).isEqualTo(2);
            assertThat(differences.get(95).place().byCode().get("region")).isEqualTo("KZ-75");
            assertThat(differences.get(95).figure()).isEqualTo(-1);
        });
    }

    private static RecountedCellKey school(int number) {
        return new RecountedCellKey("trained", "cells", "institution", "school-" + number, DAY);
    }

    private void compare(Consumer<RecountComparison> work) {
        database.transaction(
                handle -> {
                    work.accept(new RecountComparison(handle, 10));
                    return true;
                },
                kept -> false);
    }
}
