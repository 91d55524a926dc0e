package kz.qadam.reporting.audit.recount;

import jakarta.enterprise.context.ApplicationScoped;
import java.util.List;
import kz.qadam.chassis.base.database.Database;
import kz.qadam.chassis.base.language.Message;
import kz.qadam.chassis.desk.LastOccurrence;
import kz.qadam.chassis.desk.LastOccurrences;
import kz.qadam.chassis.http.security.Caller;

/** What the last daily recount has found, and when, for office and auditors. */
@ApplicationScoped
class LastRecount implements LastOccurrences {

    private static final String TEXT = "last.recount";

    private final Database database;

    LastRecount(Database database) {
        this.database = database;
    }

    @Override
    public List<LastOccurrence> last(Caller caller) {
        if (!caller.isOffice() && !caller.isAuditor()) {
            return List.of();
        }
        return List.of(database.transaction(handle -> handle.createQuery(RecountMetrics.LAST)
                        .bind("daily", DailyRecount.REQUESTER)
                        .map((row, context) -> LastOccurrence.at(
                                row.getTimestamp("finished_at").toInstant(),
                                text(row.getLong("differences")),
                                RecountPage.PATH))
                        .findOne())
                .orElseGet(() -> LastOccurrence.never(Message.of(TEXT + "/never"), RecountPage.PATH)));
    }

    private static Message text(long differences) {
        return differences == 0 ? Message.of(TEXT) : Message.of(TEXT + "/differs", differences);
    }
}
