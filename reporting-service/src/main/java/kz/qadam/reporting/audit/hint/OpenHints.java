package kz.qadam.reporting.audit.hint;

import jakarta.enterprise.context.ApplicationScoped;
import java.time.YearMonth;
import java.util.stream.Stream;
import kz.qadam.chassis.base.database.Database;
import kz.qadam.reporting.asof.PointInTime;
import kz.qadam.reporting.asof.PointInTimeResolver;
import org.jdbi.v3.core.Handle;

/** The implausible patterns that nobody has settled. It shows no record, so it is no reading. */
@ApplicationScoped
class OpenHints {

    /** How many months are looked at for the oldest open hint. */
    private static final int MONTHS = 12;

    private final Database database;
    private final PointInTimeResolver points;
    private final HintThresholds thresholds;

    OpenHints(Database database, PointInTimeResolver points, HintConfig config) {
        this.database = database;
        this.points = points;
        this.thresholds = HintThresholds.configured(config);
    }

    /** The last month that has ended. */
    YearMonth lastEndedMonth() {
        return YearMonth.from(points.of(null, null).on()).minusMonths(1);
    }

    /** How many hints of a month are open. */
    long of(YearMonth month) {
        PointInTime now = points.of(null, null);
        return database.transaction(handle -> open(handle, now, month).count());
    }

    /** The oldest of the last twelve months that has an open hint; the last one if none has. */
    YearMonth oldestMonth() {
        PointInTime now = points.of(null, null);
        YearMonth last = lastEndedMonth();
        return database.transaction(handle -> Stream.iterate(
                        last.minusMonths(MONTHS - 1L), month -> !month.isAfter(last), month -> month.plusMonths(1))
                .filter(month -> open(handle, now, month).findFirst().isPresent())
                .findFirst()
                .orElse(last));
    }

    private Stream<ListedHint> open(Handle database, PointInTime now, YearMonth month) {
        return HintSettlements.listed(database, now, month, HintFinder.find(database, now, month, thresholds)).stream()
                .filter(hint -> !hint.settled());
    }
}
