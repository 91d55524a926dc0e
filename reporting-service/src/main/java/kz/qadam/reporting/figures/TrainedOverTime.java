package kz.qadam.reporting.figures;

import java.time.LocalDate;
import java.util.List;

/** How many people were trained over time. */
interface TrainedOverTime {

    /**
     * The numbers of a period.
     *
     * @param newly how many were trained in the period
     * @param until how many were trained by its last day
     * @param suppressed true if there is a number and it is not published; otherwise null
     */
    record Numbers(Long newly, Long until, Boolean suppressed) {

        static final Numbers NONE = new Numbers(null, null, null);
    }

    /** The last day that has numbers; null if there is none. */
    LocalDate on();

    /** The numbers of periods that follow one another. */
    List<Numbers> of(List<SeriesRange.Period> periods);
}
