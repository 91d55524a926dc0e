package kz.qadam.reporting.release.attack;

import java.util.List;

/**
 * What an attacker wants to know of a region.
 *
 * @param views one day, or two days of which the second is later
 * @param measure the index of the measure, from the widest
 */
record Question(Publication publication, List<RegionView> views, int measure, Target target) {

    /** What the attacker wants to know. */
    enum Target {
        /** The people of the region whom the attacker does not know; for an outsider, all of them. */
        OTHERS,
        /** How many people there are more on the second day, if nobody leaves. */
        INCREMENT
    }

    static Question others(Publication publication, RegionView view, int measure) {
        return new Question(publication, List.of(view), measure, Target.OTHERS);
    }

    static Question increment(Publication publication, RegionView before, RegionView after, int measure) {
        return new Question(publication, List.of(before, after), measure, Target.INCREMENT);
    }

    /** The answer by bounds alone; the exact one is in it. */
    Range bounds() {
        RegionView last = views.get(views.size() - 1);
        if (target == Target.OTHERS && last.own() != null && last.institutions() == 1) {
            return Range.of(0);
        }
        Range people = last.people(publication, measure);
        if (target == Target.OTHERS) {
            return people.minus(last.own(measure));
        }
        Range before = views.get(0).people(publication, measure);
        return new Range(Math.max(0, people.least() - before.most()), people.most() - before.least());
    }
}
