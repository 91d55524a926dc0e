package kz.qadam.progress.tally;

import jakarta.enterprise.context.ApplicationScoped;
import java.time.Clock;
import java.time.LocalDate;
import java.util.List;
import kz.qadam.chassis.base.database.Database;
import kz.qadam.chassis.base.language.Message;
import kz.qadam.chassis.base.time.AlmatyTime;

/** How much an institution has sent since the first day of this month, and how much of all that it has sent waits. */
@ApplicationScoped
public class MonthSoFar {

    private static final String SENT = """
            select coalesce(sum(accepted + pending + refused + duplicate + conflict + rejected), 0) as sent,
                   coalesce(sum(accepted), 0) as accepted, coalesce(sum(conflict + rejected), 0) as not_kept,
                   coalesce((select pending + refused from tally_stock where institution = :institution), 0) as waits
              from tally where institution = :institution and day >= :first
            """;

    private final Database database;
    private final Clock clock;

    MonthSoFar(Database database, Clock clock) {
        this.database = database;
        this.clock = clock;
    }

    /** The numbers, in sentences. */
    public List<Message> of(String institution) {
        LocalDate first = AlmatyTime.today(clock).withDayOfMonth(1);
        return database.transaction(handle -> handle.createQuery(SENT)
                .bind("institution", institution)
                .bind("first", first)
                .map((row, context) -> List.of(
                        Message.of("desk.institution.sent", row.getLong("sent")),
                        Message.of("desk.institution.accepted", row.getLong("accepted")),
                        Message.of("desk.institution.waits", row.getLong("waits")),
                        Message.of("desk.institution.not-kept", row.getLong("not_kept"))))
                .one());
    }
}
