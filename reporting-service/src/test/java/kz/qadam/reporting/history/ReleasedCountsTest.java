package kz.qadam.reporting.history;

import static kz.qadam.reporting.Requests.now;
import static org.assertj.core.api.Assertions.assertThat;

import jakarta.inject.Inject;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.function.Function;
import java.util.function.Predicate;
import java.util.stream.Collectors;
import kz.qadam.chassis.base.database.Database;
import kz.qadam.reporting.ReportingTest;
import kz.qadam.reporting.asof.PointInTime;
import kz.qadam.reporting.asof.PointInTimeResolver;
import kz.qadam.reporting.publication.release.CountedPeople;
import org.jdbi.v3.core.Handle;
import org.junit.jupiter.api.Test;

/** Whatever has happened: releases are made from the counts that plain SQL over the raw events gives. */
@ReportingTest
class ReleasedCountsTest {

    private static final List<String> DAYS = List.of("2026-04-30", "2026-12-31");

    @Inject
    Database database;

    @Inject
    PointInTimeResolver points;

    @Test
    void releases_are_made_from_the_right_counts() {
        var history = new RandomHistory(3);
        List<String> instants = new ArrayList<>();
        for (int i = 0; i < 3; i++) {
            history.goesOn(30);
            instants.add(now());
        }

        for (String asOf : instants) {
            for (String on : DAYS) {
                PointInTime time = points.at("asOf", asOf, on);
                history.cohorts().forEach(cohort -> assertCounts(time, cohort));
            }
        }
    }

    private void assertCounts(PointInTime time, String cohort) {
        Map<String, Long> plain = count(handle -> PlainSql.countEnrolled(handle, time.batch(), cohort, time.on()));

        assertThat(count(handle -> CountedPeople.of(handle, time, cohort)))
                .as("%s at %s", cohort, time)
                .isEqualTo(only(plain, ReleasedCountsTest::isCounted));
    }

    /** A release counts each person in one region, so that only the trained ones are those of the region. */
    private static boolean isCounted(String figure) {
        return figure.matches("(enrolled|completed|trained) (nation|(course|area) .*)|trained region .*"
                + "|(enrolled|completed|trained) alone .*");
    }

    private Map<String, Long> count(Function<Handle, Map<String, Long>> count) {
        return database.transaction(count);
    }

    private static Map<String, Long> only(Map<String, Long> counts, Predicate<String> wanted) {
        return counts.entrySet().stream()
                .filter(one -> wanted.test(one.getKey()))
                .collect(Collectors.toMap(Map.Entry::getKey, Map.Entry::getValue));
    }
}
