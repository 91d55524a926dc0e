package kz.qadam.reporting.release.attack;

import java.util.ArrayList;
import java.util.Comparator;
import java.util.List;
import java.util.Set;
import java.util.SortedMap;
import java.util.TreeMap;
import java.util.TreeSet;
import kz.qadam.reporting.release.FunnelCounts;
import kz.qadam.reporting.release.MonthEndTables;
import kz.qadam.reporting.release.Places;
import kz.qadam.reporting.release.Release;
import kz.qadam.reporting.release.ReleasedCohort;

/**
 * Attacks the releases of a pilot, as the service makes them: each institution in turn has its own records and everything
 * public, month by month and week by week, and does nothing. Counts how often there is what the definition page admits.
 */
final class PilotAttack {

    /** No cohort of a pilot is large enough to divide a macro-region. */
    private static final Places PLACES = new Places(new TreeSet<>());

    private final PilotReleases pilot;
    private final PilotResult result = new PilotResult();

    private PilotAttack(PilotReleases pilot) {
        this.pilot = pilot;
    }

    static PilotResult on(Pilot pilot) {
        PilotAttack attack = new PilotAttack(new PilotReleases(pilot));
        List<Release> releases = attack.pilot.all();
        for (PilotCohort cohort : PilotCohort.values()) {
            attack.attack(cohort, releases);
        }
        return attack.result;
    }

    private void attack(PilotCohort cohort, List<Release> releases) {
        MonthEndTables.OfCohort before = null;
        int halfMonth = PilotReleases.FIRST;
        for (Release release : releases) {
            KnownCohort exact = places(pilot.exact(cohort, halfMonth, halfMonth));
            ReleasedCohort country = release.cohort(cohort.code()).orElseThrow();
            if (release.monthEnd().on().equals(release.on())) {
                MonthEndTables.OfCohort tables =
                        release.monthEnd().cohort(cohort.code()).orElseThrow();
                for (Stage stage : Stage.values()) {
                    attack(exact, tables, before, stage);
                }
                attackBetweenMeasures(exact, tables);
                before = tables;
            }
            if (country.on().equals(release.on())) {
                for (Stage stage : Stage.values()) {
                    attackCountry(exact, stage.of(country.counts()), stage);
                }
            }
            halfMonth++;
        }
    }

    /** The same people in the places in force. */
    private static KnownCohort places(KnownCohort regions) {
        SortedMap<String, List<KnownPeople>> groups = new TreeMap<>();
        regions.regions()
                .forEach((region, people) -> groups.computeIfAbsent(PLACES.of(region), any -> new ArrayList<>())
                        .addAll(people.groups()));
        SortedMap<String, RegionPeople> places = new TreeMap<>();
        groups.forEach((place, some) -> places.put(place, new RegionPeople(some)));
        return new KnownCohort(places);
    }

    private void attack(
            KnownCohort exact, MonthEndTables.OfCohort tables, MonthEndTables.OfCohort before, Stage stage) {
        exact.regions().forEach((place, people) -> {
            Long published = stage.of(tables.region(place));
            result.count(published != null);
            if (before != null) {
                boolean wasPublished = stage.of(before.region(place)) != null;
                result.count(Admitted.APPEARED, wasPublished != (published != null));
            }
            countHolders(people, published, stage);
            long most = published == null ? Long.MAX_VALUE : most(tables, place, stage);
            people.institutions().forEach(insider -> attackPlace(people, insider, published, most, stage));
            if (published != null) {
                result.count(
                        Admitted.FEW_BESIDE_HOLDERS,
                        people.institutions().stream().anyMatch(one -> isFewBesideHolders(people, one, stage)));
            }
        });
    }

    /** At most so many people a place has: by its own number, and by what the country has more than other places. */
    private static long most(MonthEndTables.OfCohort tables, String place, Stage stage) {
        long elsewhere = tables.regions().stream()
                .filter(one -> !one.key().equals(place) && stage.of(one.counts()) != null)
                .mapToLong(one -> stage.of(one.counts()))
                .sum();
        return Math.min(stage.of(tables.region(place)) + 9, stage.of(tables.country()) + 9 - elsewhere);
    }

    private void countHolders(RegionPeople people, Long published, Stage stage) {
        List<Long> alone = Holders.alone(people).values().stream()
                .map(stage::of)
                .sorted(Comparator.reverseOrder())
                .toList();
        long second = alone.size() < 2 ? 0 : alone.get(1);
        boolean hasThird = alone.size() > 2 && alone.get(2) >= 10;
        result.count(Admitted.TENTH, second == 9 || (second == 10 && !hasThird));
        if (published != null) {
            result.count(Admitted.TAKEN_AWAY, second <= 12 && !hasThird);
            result.count(Admitted.COLLUDING, alone.stream().anyMatch(one -> one > 0 && one < 10));
        }
    }

    private static boolean isFewBesideHolders(RegionPeople people, String insider, Stage stage) {
        long others = stage.of(people.counts()) - stage.of(people.knownTo(insider));
        long holders = Holders.alone(people).entrySet().stream()
                .filter(one -> !one.getKey().equals(insider) && stage.of(one.getValue()) >= 10)
                .count();
        return others - 10 * holders < 9;
    }

    private void attackPlace(RegionPeople people, String insider, Long published, long most, Stage stage) {
        long own = stage.of(people.knownTo(insider));
        long others = stage.of(people.counts()) - own;
        result.countInsider(others > 0 && others < 10, published != null);
        if (published == null) {
            return;
        }
        if (others < 10) {
            result.found("%s of a place: %s does not know %d, and %d are published"
                    .formatted(stage, insider, others, published));
        }
        FunnelCounts alone = Holders.alone(people).getOrDefault(insider, FunnelCounts.NONE);
        long known = stage.of(alone) >= 10 ? 1 : 2;
        if (most - own - 10 * known < 9) {
            result.countPassive();
        }
    }

    private void attackBetweenMeasures(KnownCohort exact, MonthEndTables.OfCohort tables) {
        exact.regions().forEach((place, people) -> {
            if (tables.region(place).trained() != null) {
                result.count(
                        Admitted.NOT_YET_TRAINED,
                        people.institutions().stream()
                                .map(insider -> notYetTrained(people.counts()) - notYetTrained(people.knownTo(insider)))
                                .anyMatch(others -> others > 0 && others < 10));
            }
        });
    }

    private static long notYetTrained(FunnelCounts counts) {
        return counts.enrolled() - counts.trained();
    }

    /** The people of published places: never all but one to nine are an insider's. */
    private void attackCountry(KnownCohort exact, Long published, Stage stage) {
        List<RegionPeople> held = exact.regions().values().stream()
                .filter(people -> stage.of(Publication.RULE.place(people, Set.of())) != null)
                .toList();
        held.stream()
                .flatMap(people -> people.institutions().stream())
                .distinct()
                .forEach(insider -> {
                    long others = held.stream()
                            .mapToLong(people -> stage.of(people.counts()) - stage.of(people.knownTo(insider)))
                            .sum();
                    if (published != null && others < 10) {
                        result.found("%s of the country: %s does not know %d".formatted(stage, insider, others));
                    }
                });
        result.countCountry(published != null);
    }
}
