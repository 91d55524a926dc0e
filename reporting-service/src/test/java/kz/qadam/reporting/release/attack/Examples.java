package kz.qadam.reporting.release.attack;

import java.util.LinkedHashSet;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.stream.LongStream;
import kz.qadam.reporting.release.ExactPlace;
import kz.qadam.reporting.release.FunnelCounts;

/**
 * Looks for regions that publish the same as the true one, know the same of the attacker, and have another number of
 * other people. If there are enough of them, the attacker cannot conclude anything, and no program need be solved.
 */
final class Examples {

    private static final String ATTACKER = "attacker";
    private static final String OTHER = "other";

    private final Question question;
    private final RegionView view;
    private final FunnelCounts truth;

    /** @param truth the true people of the region */
    private Examples(Question question, FunnelCounts truth) {
        this.question = question;
        this.view = question.views().get(0);
        this.truth = truth;
    }

    /** Whether there are examples with nobody and with nine others: then one to nine others are not disclosed. */
    static boolean hide(Question question, FunnelCounts truth) {
        Examples examples = new Examples(question, truth);
        return examples.mayBeOthers() && examples.has(0) && examples.has(9);
    }

    private boolean mayBeOthers() {
        return view.institutions() > (view.own() == null ? 0 : 1);
    }

    private boolean has(long others) {
        return has(others, 0, FunnelCounts.NONE, FunnelCounts.NONE);
    }

    /**
     * Tries the narrower measures from one on.
     *
     * @param people the people of the wider measures
     * @param known those of them who are known to the other institution
     */
    private boolean has(long others, int measure, FunnelCounts people, FunnelCounts known) {
        if (measure == RegionView.MEASURES) {
            return true;
        }
        long own = view.own(measure);
        for (long outside : outside(own)) {
            for (long rest : rest(others, measure)) {
                FunnelCounts all = with(people, measure, own + rest);
                FunnelCounts ofOther = with(known, measure, own - outside + rest);
                if (fits(all, ofOther, measure) && has(others, measure + 1, all, ofOther)) {
                    return true;
                }
            }
        }
        return false;
    }

    /** How many of the attacker's people the other institution may not know: all of them, ten, or few. */
    private static long[] outside(long own) {
        return LongStream.concat(LongStream.of(own), LongStream.rangeClosed(0, Math.min(10, own)))
                .toArray();
    }

    private Set<Long> rest(long others, int measure) {
        if (measure == question.measure()) {
            return Set.of(others);
        }
        Long shown = view.published(measure);
        Set<Long> rest = new LinkedHashSet<>(List.of(RegionView.count(truth, measure) - view.own(measure), others, 0L));
        if (shown != null && view.own() == null) {
            rest.add(Math.max(shown, view.inCountry().get(measure).least()));
        }
        return rest;
    }

    private boolean fits(FunnelCounts people, FunnelCounts known, int measure) {
        FunnelCounts own = view.own() == null ? FunnelCounts.NONE : only(view.own(), measure);
        return isNested(people, measure)
                && isNested(known, measure)
                && isTrainedOutsideNested(people, own, measure)
                && isTrainedOutsideNested(people, known, measure)
                && isPublished(people, Map.of(ATTACKER, own, OTHER, known), measure);
    }

    private static boolean isNested(FunnelCounts counts, int measure) {
        return measure == 0 || RegionView.count(counts, measure) <= RegionView.count(counts, measure - 1);
    }

    private static boolean isTrainedOutsideNested(FunnelCounts people, FunnelCounts known, int measure) {
        long trained = people.trained() - known.trained();
        return measure < 2
                || (trained <= people.enrolled() - known.enrolled()
                        && trained <= people.completed() - known.completed());
    }

    private boolean isPublished(FunnelCounts people, Map<String, FunnelCounts> byInstitution, int measure) {
        ExactPlace place = new ExactPlace(people, byInstitution);
        Publication publication = question.publication();
        Long published = RegionView.published(publication.region(place), measure);
        Long shown = view.published(measure);
        if (shown == null ? published != null : !shown.equals(published)) {
            return false;
        }
        long part = publication.isCountryOfUsable()
                ? shown == null ? 0 : RegionView.count(publication.usable(place), measure)
                : RegionView.count(people, measure);
        return view.inCountry().get(measure).contains(part);
    }

    private static FunnelCounts only(FunnelCounts counts, int measure) {
        return new FunnelCounts(
                counts.enrolled(), measure < 1 ? 0 : counts.completed(), measure < 2 ? 0 : counts.trained());
    }

    private static FunnelCounts with(FunnelCounts wider, int measure, long count) {
        return switch (measure) {
            case 0 -> new FunnelCounts(count, 0, 0);
            case 1 -> new FunnelCounts(wider.enrolled(), count, 0);
            default -> new FunnelCounts(wider.enrolled(), wider.completed(), count);
        };
    }
}
