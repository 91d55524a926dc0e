package kz.qadam.enrolment.catalogue;

import java.time.LocalDate;
import java.util.ArrayList;
import java.util.Comparator;
import java.util.List;

/**
 * The versions of a cohort on a line of time.
 *
 * @param items by their first day; of two with the same first day the one recorded earlier never counts from the later on
 */
record CohortTimeline(List<Item> items) {

    /** Whether a version is in force. */
    enum State {
        PAST,
        NOW,
        LATER,
        REPLACED
    }

    /**
     * A version.
     *
     * @param until its last day; null if none is known, or if it is replaced
     */
    record Item(CohortVersion version, State state, LocalDate until) {}

    static CohortTimeline of(List<CohortVersion> versions, LocalDate today) {
        List<CohortVersion> ordered = versions.stream()
                .sorted(Comparator.comparing((CohortVersion one) -> one.validFrom)
                        .thenComparing(one -> one.version))
                .toList();
        List<Item> items = new ArrayList<>();
        LocalDate next = null;
        for (int i = ordered.size() - 1; i >= 0; i--) {
            CohortVersion one = ordered.get(i);
            boolean isReplaced = one.validFrom.equals(next);
            LocalDate until = isReplaced || next == null ? null : next.minusDays(1);
            items.add(0, new Item(one, isReplaced ? State.REPLACED : state(one.validFrom, until, today), until));
            next = one.validFrom;
        }
        return new CohortTimeline(List.copyOf(items));
    }

    private static State state(LocalDate from, LocalDate until, LocalDate today) {
        if (from.isAfter(today)) {
            return State.LATER;
        }
        return until != null && until.isBefore(today) ? State.PAST : State.NOW;
    }
}
