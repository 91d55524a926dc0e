package kz.qadam.enrolment.catalogue;

import java.util.ArrayList;
import java.util.List;

/**
 * A member of a cohort that gets another value, in words.
 *
 * @param from empty if the cohort is new
 */
record CohortDifference(String member, String from, String to) {

    /** All that a new cohort has. */
    static List<CohortDifference> ofNew(CohortChange wanted, CohortWords words) {
        return List.of(
                new CohortDifference(words.say("field.code"), "", wanted.code()),
                new CohortDifference(words.say("names"), "", words.names(wanted.names())),
                new CohortDifference(words.say("field.target"), "", words.target(wanted.target())),
                new CohortDifference(words.say("requirement"), "", words.requirement(wanted.requirement())),
                new CohortDifference(words.say("plan"), "", words.plan(wanted.plan())));
    }

    /**
     * What changes from the first day on.
     *
     * @param before the version that would be in force on that day
     */
    static List<CohortDifference> between(Names names, CohortVersion before, CohortChange wanted, CohortWords words) {
        List<CohortDifference> all = new ArrayList<>();
        note(all, words.say("names"), words.names(names), words.names(wanted.names() == null ? names : wanted.names()));
        note(all, words.say("field.target"), words.target(before.target), words.target(wanted.target()));
        note(
                all,
                words.say("requirement"),
                words.requirement(before.requirement()),
                words.requirement(wanted.requirement()));
        note(all, words.say("plan"), words.plan(before.plan), words.plan(wanted.plan()));
        return all;
    }

    private static void note(List<CohortDifference> all, String member, String from, String to) {
        if (!from.equals(to)) {
            all.add(new CohortDifference(member, from, to));
        }
    }
}
