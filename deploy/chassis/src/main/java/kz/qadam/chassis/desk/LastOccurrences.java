package kz.qadam.chassis.desk;

import java.util.List;
import kz.qadam.chassis.http.security.Caller;

/** Knows when something happened last; each feature of a service has its own. */
public interface LastOccurrences {

    /** What happened last, for the caller; empty if it is nothing to the caller. */
    List<LastOccurrence> last(Caller caller);
}
