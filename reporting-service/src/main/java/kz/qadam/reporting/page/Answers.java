package kz.qadam.reporting.page;

import com.fasterxml.jackson.annotation.JsonIgnoreProperties;
import java.math.BigDecimal;
import java.time.Instant;
import java.time.LocalDate;
import java.util.List;
import java.util.Optional;
import kz.qadam.chassis.language.Language;

/**
 * What the dashboard shows: answers of the API about one moment, with the members that it relies on. A figure that an
 * audience is not told is null.
 *
 * @param total the targeted cohorts together
 * @param months of the cohort that is looked at, in the region that is looked at
 * @param regions of the cohort that is looked at
 * @param forecast of the cohort that is looked at
 */
record Answers(
        Progress progress, Cohort total, Series months, Breakdown regions, Forecast forecast, Coverage coverage) {

    /** The cohort that is looked at; the total if it is not one of them. */
    Cohort cohort(String code) {
        return progress.cohorts().stream()
                .filter(one -> one.cohort().equals(code))
                .findFirst()
                .orElse(total);
    }

    /** In a language of the programme. */
    record Names(String kk, String ru, String en) {

        String in(Language language) {
            return switch (language) {
                case KK -> kk;
                case RU -> ru;
                case EN -> en;
            };
        }
    }

    @JsonIgnoreProperties(ignoreUnknown = true)
    record Progress(
            Instant asOf,
            LocalDate on,
            long figureVersion,
            List<Because> because,
            String audience,
            String definition,
            Programme programme,
            List<Cohort> cohorts,
            Total total) {

        Optional<Programme> known() {
            return Optional.ofNullable(programme);
        }
    }

    @JsonIgnoreProperties(ignoreUnknown = true)
    record Because(String code, String cohort, Long count) {}

    @JsonIgnoreProperties(ignoreUnknown = true)
    record Programme(LocalDate startsOn, LocalDate horizon, List<Milestone> milestones) {}

    record Milestone(String code, LocalDate on) {}

    @JsonIgnoreProperties(ignoreUnknown = true)
    record Total(Long people, int cohortsOnTrack) {}

    @JsonIgnoreProperties(ignoreUnknown = true)
    record Cohort(
            String cohort,
            Names names,
            Long target,
            Long enrolled,
            Long completed,
            Long trained,
            BigDecimal percent,
            Long expected,
            String status,
            Long requiredPerMonth,
            BigDecimal plannedPerMonth,
            BigDecimal recentPerMonth,
            Forecast forecast) {}

    @JsonIgnoreProperties(ignoreUnknown = true)
    record Series(List<Point> points) {}

    @JsonIgnoreProperties(ignoreUnknown = true)
    record Point(String period, Long newlyTrained, Long trained, Long expected) {}

    @JsonIgnoreProperties(ignoreUnknown = true)
    record Breakdown(List<Cell> cells) {}

    @JsonIgnoreProperties(ignoreUnknown = true)
    record Cell(String key, Names names, Long enrolled, Long completed, Long trained) {}

    @JsonIgnoreProperties(ignoreUnknown = true)
    record Forecast(String status, Days reachedOn, People atHorizon, Double probability, List<Fan> fan) {}

    record Days(LocalDate p10, LocalDate p50, LocalDate p90) {}

    record People(long p10, long p50, long p90) {}

    record Fan(LocalDate on, long p10, long p50, long p90) {}

    @JsonIgnoreProperties(ignoreUnknown = true)
    record Coverage(int days, Count all, List<Place> regions) {}

    record Place(String region, Count institutions) {}

    record Count(long active, long reported, long zero, long silent, long never) {}
}
