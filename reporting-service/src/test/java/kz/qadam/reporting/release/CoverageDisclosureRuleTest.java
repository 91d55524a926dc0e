package kz.qadam.reporting.release;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.List;
import kz.qadam.reporting.release.ReleasedCoverage.Row;
import org.junit.jupiter.api.Test;

class CoverageDisclosureRuleTest {

    private static final Row FULL = row("KZ-10", 5, 4, 3, 6);
    private static final Row FEW = row("KZ-11", 5, 2, 3, 6);
    private static final Row ALSO_FEW = row("KZ-15", 1, 7, 3, 6);

    private static Row row(String region, long reported, long zero, long silent, long never) {
        return new Row(region, reported + zero + silent + never, reported, zero, silent, never);
    }

    private static Row onlyActive(Row exact) {
        return new Row(exact.region(), exact.active(), null, null, null, null);
    }

    @Test
    void a_region_with_three_or_more_in_each_state_is_published() {
        assertThat(CoverageDisclosureRule.region(FULL)).isEqualTo(FULL);
    }

    @Test
    void of_a_region_with_fewer_than_three_in_a_state_only_the_active_ones_are_published() {
        assertThat(CoverageDisclosureRule.region(FEW)).isEqualTo(onlyActive(FEW));
    }

    @Test
    void one_region_that_is_not_published_cannot_be_found_by_subtracting_the_others() {
        Row all = row(null, 10, 6, 6, 12);

        assertThat(CoverageDisclosureRule.all(all, List.of(FULL, FEW))).isEqualTo(onlyActive(all));
    }

    @Test
    void all_are_published_if_the_regions_that_are_not_have_three_or_more_together() {
        Row all = row(null, 11, 13, 9, 18);

        assertThat(CoverageDisclosureRule.all(all, List.of(FULL, FEW, ALSO_FEW)))
                .isEqualTo(all);
    }

    @Test
    void all_are_published_if_every_region_is() {
        assertThat(CoverageDisclosureRule.all(FULL, List.of(FULL))).isEqualTo(FULL);
    }
}
