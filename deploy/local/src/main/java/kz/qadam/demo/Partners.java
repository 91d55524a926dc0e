package kz.qadam.demo;

import java.time.LocalDate;
import java.util.ArrayList;
import java.util.List;
import java.util.Random;

/** All institutions of the demo: some take part from the first day, most join gradually. */
final class Partners {

    /** A large university that stopped reporting half a year ago. */
    private static final String SILENT = "university-35-1";

    private static final int MONTHS_OF_SILENCE = 6;
    private static final double LARGE = 1.2;

    private static final double FROM_THE_START = 0.3;
    private static final int DAYS_OF_JOINING = 560;
    private static final int DAYS_OF_JOINING_WHERE_IT_LAGS = 200;
    private static final int DAYS_BEHIND = 330;

    private final DemoPlan plan;
    private final Random chance;

    private Partners(DemoPlan plan) {
        this.plan = plan;
        this.chance = new Random(plan.seed());
    }

    static List<Partner> of(DemoPlan plan) {
        var partners = new Partners(plan);
        List<Partner> all = new ArrayList<>();
        all.add(partners.partner(Institution.SCHOOL_42, 60, plan.startsOn()));
        for (DemoInstitutionKind kind : DemoInstitutionKind.values()) {
            for (Region region : Region.ALL) {
                for (int i = 1; i <= kind.in(region); i++) {
                    all.add(partners.partner(kind, region, i));
                }
            }
        }
        return all;
    }

    private Partner partner(DemoInstitutionKind kind, Region region, int i) {
        // Schools are named by numbers, and not every number takes part.
        var institution =
                Institution.of(kind, region, kind == DemoInstitutionKind.SCHOOL ? 3 * i + chance.nextInt(3) : i);
        double size = 0.3 + 2 * Math.pow(chance.nextDouble(), 3);
        double learners = size * region.thousands() / kind.in(region);
        return partner(institution, learners, joinedOn(region));
    }

    private Partner partner(Institution institution, double size, LocalDate joinedOn) {
        return institution.code().equals(SILENT)
                ? new Partner(
                        institution, LARGE * size, plan.startsOn(), plan.until().minusMonths(MONTHS_OF_SILENCE))
                : new Partner(institution, size, joinedOn, plan.horizon());
    }

    private LocalDate joinedOn(Region region) {
        boolean atOnce = chance.nextDouble() < FROM_THE_START;
        int days = chance.nextInt(region.lags() ? DAYS_OF_JOINING_WHERE_IT_LAGS : DAYS_OF_JOINING);
        return plan.startsOn().plusDays((region.lags() ? DAYS_BEHIND : 0) + (atOnce ? 0 : days));
    }
}
