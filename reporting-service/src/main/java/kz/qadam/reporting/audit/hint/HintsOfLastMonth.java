package kz.qadam.reporting.audit.hint;

import jakarta.enterprise.context.ApplicationScoped;
import java.time.YearMonth;
import java.util.List;
import kz.qadam.chassis.desk.Task;
import kz.qadam.chassis.desk.TaskSource;
import kz.qadam.chassis.http.security.Caller;

/** How many implausible patterns of the month before this one nobody has settled, for auditors. */
@ApplicationScoped
class HintsOfLastMonth implements TaskSource {

    private final OpenHints hints;

    HintsOfLastMonth(OpenHints hints) {
        this.hints = hints;
    }

    @Override
    public List<Task> tasks(Caller caller) {
        if (!caller.isAuditor()) {
            return List.of();
        }
        YearMonth month = hints.lastEndedMonth();
        long open = hints.of(month);
        return open == 0 ? List.of() : List.of(new Task("hints", open, null, null, HintPage.PATH + "/" + month));
    }
}
