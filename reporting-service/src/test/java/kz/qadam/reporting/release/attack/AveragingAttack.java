package kz.qadam.reporting.release.attack;

import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.SortedMap;
import java.util.SplittableRandom;
import java.util.TreeMap;
import kz.qadam.reporting.release.PublishedCounts;

/**
 * The statistical attack. One to nine people do not change for two years, while the other regions grow. What the country
 * has more than its regions is wrong by the rounding of each release, and the errors of many releases cancel out. The
 * attacker takes the mean, and has found something if it goes with the truth over many histories.
 */
final class AveragingAttack {

    private static final int RELEASES = 24;
    private static final int OPEN_REGIONS = 5;
    private static final String SECRET = "KZ-79";

    /** What a count that is rounded down to ten lacks on average. */
    private static final double LACKING = 4.5;

    /** Where the few people are. */
    enum Secret {
        /** They are a whole region, and an outsider looks for them. */
        REGION,
        /** They are all that an institution does not know of its region, and the institution looks for them. */
        OTHERS
    }

    /**
     * How well the means go with the truth.
     *
     * @param correlation of the means with the truth, -1 to 1; 0: the attacker might as well guess
     */
    record Result(int histories, double correlation) {

        /** Whether chance alone would hardly give this correlation: once in many thousand attacks. */
        boolean isBetterThanGuessing() {
            return Math.abs(correlation) * Math.sqrt(histories) > 4;
        }
    }

    private final Publication publication;
    private final Secret secret;
    private final SplittableRandom random;

    private AveragingAttack(Publication publication, Secret secret, long seed) {
        this.publication = publication;
        this.secret = secret;
        this.random = new SplittableRandom(seed);
    }

    static Result run(Publication publication, Secret secret, int histories, long seed) {
        AveragingAttack attack = new AveragingAttack(publication, secret, seed);
        double[] truths = new double[histories];
        double[] means = new double[histories];
        for (int i = 0; i < histories; i++) {
            int truth = 1 + attack.random.nextInt(9);
            truths[i] = truth;
            means[i] = attack.mean(truth);
        }
        return new Result(histories, correlation(truths, means));
    }

    private double mean(int truth) {
        long[] open = random.longs(OPEN_REGIONS, 50, 250).toArray();
        long own = secret == Secret.OTHERS ? 20 + random.nextInt(100) : 0;
        double sum = 0;
        for (int release = 0; release < RELEASES; release++) {
            for (int i = 0; i < OPEN_REGIONS; i++) {
                // Some come, and a few are taken back.
                open[i] += random.nextInt(15) - random.nextInt(2);
            }
            own += secret == Secret.OTHERS ? random.nextInt(8) : 0;
            sum += difference(cohort(open, own, truth), own);
        }
        return sum / RELEASES;
    }

    /** What the country has more than the regions that are published, and than what the attacker knows. */
    private double difference(KnownCohort cohort, long own) {
        PublishedCounts country = publication.country(cohort, Map.of());
        double difference = country.trained() + LACKING - own;
        for (Map.Entry<String, RegionPeople> region : cohort.regions().entrySet()) {
            if (!region.getKey().equals(SECRET)) {
                difference -= publication.place(region.getValue(), Set.of()).trained() + LACKING;
            }
        }
        return difference;
    }

    private KnownCohort cohort(long[] open, long own, int truth) {
        SortedMap<String, RegionPeople> regions = new TreeMap<>();
        for (int i = 0; i < open.length; i++) {
            regions.put("KZ-1" + i, region(Map.of("school-1", open[i] / 2, "school-2", open[i] - open[i] / 2)));
        }
        regions.put(SECRET, region(Map.of("attacker", own, "other", (long) truth)));
        return new KnownCohort(regions);
    }

    private static RegionPeople region(Map<String, Long> trained) {
        List<KnownPeople> people = new ArrayList<>();
        trained.forEach((institution, count) ->
                people.add(new KnownPeople(Stage.TRAINED, Set.of(institution), Set.of(institution), count)));
        return new RegionPeople(people);
    }

    private static double correlation(double[] xs, double[] ys) {
        double meanX = mean(xs);
        double meanY = mean(ys);
        double xx = 0;
        double yy = 0;
        double xy = 0;
        for (int i = 0; i < xs.length; i++) {
            xx += (xs[i] - meanX) * (xs[i] - meanX);
            yy += (ys[i] - meanY) * (ys[i] - meanY);
            xy += (xs[i] - meanX) * (ys[i] - meanY);
        }
        return xy / Math.sqrt(xx * yy);
    }

    private static double mean(double[] numbers) {
        double sum = 0;
        for (double number : numbers) {
            sum += number;
        }
        return sum / numbers.length;
    }
}
