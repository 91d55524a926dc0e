package kz.qadam.progress.tally;

import jakarta.enterprise.context.ApplicationScoped;
import java.time.LocalDate;
import java.util.List;
import kz.qadam.chassis.base.database.Database;
import kz.qadam.chassis.base.language.Message;
import kz.qadam.chassis.desk.LastOccurrence;
import kz.qadam.chassis.desk.LastOccurrences;
import kz.qadam.chassis.http.security.Caller;

/** The last day on which an institution has sent completions, by whichever way. */
@ApplicationScoped
class LastCompletions implements LastOccurrences {

    private static final String LAST = "select max(day) from tally where institution = :institution";

    private final Database database;

    LastCompletions(Database database) {
        this.database = database;
    }

    @Override
    public List<LastOccurrence> last(Caller caller) {
        if (!caller.scope().isOfInstitution()) {
            return List.of();
        }
        String institution = caller.scope().institution();
        return database
                .transaction(handle -> handle.createQuery(LAST)
                        .bind("institution", institution)
                        .mapTo(LocalDate.class)
                        .findOne())
                .map(day -> LastOccurrence.on(day, Message.of("last.rows"), null))
                .stream()
                .toList();
    }
}
