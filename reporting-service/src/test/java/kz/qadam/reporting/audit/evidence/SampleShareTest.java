package kz.qadam.reporting.audit.evidence;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.Map;
import java.util.TreeMap;
import org.junit.jupiter.api.Test;

class SampleShareTest {

    @Test
    void each_region_gives_its_share_and_at_least_one() {
        var strata = EvidenceSample.shareOut(10, new TreeMap<>(Map.of("KZ-71", 700L, "KZ-75", 295L, "KZ-79", 5L)));

        assertThat(strata)
                .containsExactly(
                        new EvidenceSample.Stratum("KZ-71", 700, 7),
                        new EvidenceSample.Stratum("KZ-75", 295, 2),
                        new EvidenceSample.Stratum("KZ-79", 5, 1));
    }

    @Test
    void all_are_taken_if_there_are_not_enough() {
        assertThat(EvidenceSample.shareOut(10, new TreeMap<>(Map.of("KZ-71", 2L, "KZ-75", 1L))))
                .containsExactly(new EvidenceSample.Stratum("KZ-71", 2, 2), new EvidenceSample.Stratum("KZ-75", 1, 1));
    }

    @Test
    void a_sample_smaller_than_the_number_of_regions_is_drawn_from_the_largest() {
        assertThat(EvidenceSample.shareOut(1, new TreeMap<>(Map.of("KZ-71", 2L, "KZ-75", 9L))))
                .containsExactly(new EvidenceSample.Stratum("KZ-71", 2, 0), new EvidenceSample.Stratum("KZ-75", 9, 1));
    }

    @Test
    void from_nobody_nobody_is_taken() {
        assertThat(EvidenceSample.shareOut(5, new TreeMap<>())).isEmpty();
    }

    @Test
    void shares_always_add_up_to_the_sample() {
        for (int size = 1; size <= 60; size++) {
            var totals = new TreeMap<>(Map.of("A", 1L, "B", 1L, "C", 7L, "D", 50L, "E", 3L));
            long expected = Math.min(size, 62);
            assertThat(EvidenceSample.shareOut(size, totals).stream()
                            .mapToLong(EvidenceSample.Stratum::sampled)
                            .sum())
                    .as("size %d", size)
                    .isEqualTo(expected);
            assertThat(EvidenceSample.shareOut(size, totals))
                    .allSatisfy(one -> assertThat(one.sampled()).isBetween(0L, one.total()));
        }
    }
}
