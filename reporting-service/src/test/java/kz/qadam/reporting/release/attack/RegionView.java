package kz.qadam.reporting.release.attack;

import java.util.List;
import kz.qadam.reporting.release.FunnelCounts;
import kz.qadam.reporting.release.PublishedCounts;

/**
 * What somebody knows of a region on a day.
 *
 * @param institutions how many institutions may know people of the region
 * @param published what is published of the region
 * @param own the people whom the institution that attacks knows; null for an outsider
 * @param inCountry the part that the region may have in the published country, of each measure
 */
record RegionView(int institutions, PublishedCounts published, OwnPeople own, List<Range> inCountry) {

    /** The measures, from the widest. */
    static final int MEASURES = 3;

    Long published(int measure) {
        return published(published, measure);
    }

    static Long published(PublishedCounts counts, int measure) {
        return switch (measure) {
            case 0 -> counts.enrolled();
            case 1 -> counts.completed();
            default -> counts.trained();
        };
    }

    long own(int measure) {
        return own == null ? 0 : own.count(measure);
    }

    static long count(FunnelCounts counts, int measure) {
        return switch (measure) {
            case 0 -> counts.enrolled();
            case 1 -> counts.completed();
            default -> counts.trained();
        };
    }

    /** Whether the same would be published if these people were the true ones. */
    boolean isPublished(Publication publication, RegionPeople people) {
        boolean isSame = publication.region(people).equals(published);
        for (int measure = 0; isSame && measure < MEASURES; measure++) {
            isSame = inCountry.get(measure).contains(part(publication, people, measure));
        }
        return isSame;
    }

    /** What the region has in the published country. */
    private long part(Publication publication, RegionPeople people, int measure) {
        if (!publication.isCountryOfUsable()) {
            return count(people.counts(), measure);
        }
        return published(measure) == null ? 0 : count(publication.usable(people), measure);
    }

    /** The people that the region may have at all, by what is published of it. */
    Range people(Publication publication, int measure) {
        Long shown = published(measure);
        Range people = switch (publication) {
            case EXACT -> Range.of(shown);
            case NEAREST_FIVE -> new Range(Math.max(0, shown - 2), shown + 2);
            default -> new Range(shown == null ? 0 : shown, most(publication));
        };
        Range known = publication.isCountryOfUsable() ? people : people.and(inCountry.get(measure));
        return new Range(Math.max(known.least(), own(measure)), known.most());
    }

    /**
     * At most so many people are hidden behind each institution that knows nearly all. A narrower measure is at most the
     * widest.
     */
    private long most(Publication publication) {
        long usable = published.enrolled() == null ? 9 : published.enrolled() + 9;
        return usable + (publication == Publication.LEAST_KNOWN ? 9 : 9L * institutions);
    }
}
