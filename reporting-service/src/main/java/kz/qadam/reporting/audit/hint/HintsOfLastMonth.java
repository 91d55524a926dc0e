package kz.qadam.reporting.audit.hint;

import jakarta.enterprise.context.ApplicationScoped;
import java.time.YearMonth;
import java.util.List;
import kz.qadam.chassis.base.database.Database;
import kz.qadam.chassis.desk.Task;
import kz.qadam.chassis.desk.TaskSource;
import kz.qadam.chassis.http.security.Caller;
import kz.qadam.reporting.asof.PointInTime;
import kz.qadam.reporting.asof.PointsInTime;

/**
 * How many implausible patterns of the month before this one nobody has settled, for auditors. It shows no record, so it is no
 * reading.
 */
@ApplicationScoped
class HintsOfLastMonth implements TaskSource {

    private final Database database;
    private final PointsInTime times;
    private final HintThresholds thresholds;

    HintsOfLastMonth(Database database, PointsInTime times, HintConfig config) {
        this.database = database;
        this.times = times;
        this.thresholds = HintThresholds.configured(config);
    }

    @Override
    public List<Task> tasks(Caller caller) {
        if (!caller.isAuditor()) {
            return List.of();
        }
        PointInTime now = times.of(null, null);
        YearMonth month = YearMonth.from(now.on()).minusMonths(1);
        long open = database.transaction(handle ->
                Settlements.listed(handle, now, month, HintFinder.find(handle, now, month, thresholds)).stream()
                        .filter(hint -> !hint.settled())
                        .count());
        return open == 0 ? List.of() : List.of(new Task("hints", open, null, null, HintPage.PATH + "/" + month));
    }
}
