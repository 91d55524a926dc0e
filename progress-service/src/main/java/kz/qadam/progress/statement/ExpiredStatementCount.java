package kz.qadam.progress.statement;

import java.time.LocalDate;
import org.jdbi.v3.core.Handle;

/** Knows how many statements of learning platforms have waited in vain. */
public interface ExpiredStatementCount {

    /** How many of an institution were deleted from the one day on, and before the other. */
    long of(Handle handle, String institution, LocalDate from, LocalDate until);
}
