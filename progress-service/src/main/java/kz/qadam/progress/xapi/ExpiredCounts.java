package kz.qadam.progress.xapi;

import jakarta.enterprise.context.ApplicationScoped;
import java.time.LocalDate;
import kz.qadam.progress.statement.ExpiredStatementCount;
import org.jdbi.v3.core.Handle;

/** Counts statements that waited for too long, for the monthly statement: nothing else of them is kept. */
@ApplicationScoped
class ExpiredCounts implements ExpiredStatementCount {

    private static final String COUNT = """
            select coalesce(sum(statements), 0) from xapi_count
             where institution = :institution and day >= :from and day < :until and outcome = 'expired'
            """;

    @Override
    public long of(Handle handle, String institution, LocalDate from, LocalDate until) {
        return handle.createQuery(COUNT)
                .bind("institution", institution)
                .bind("from", from)
                .bind("until", until)
                .mapTo(Long.class)
                .one();
    }
}
