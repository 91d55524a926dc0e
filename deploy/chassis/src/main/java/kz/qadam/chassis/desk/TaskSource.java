package kz.qadam.chassis.desk;

import java.util.List;
import kz.qadam.chassis.http.security.Caller;

/** Knows of some things that may wait; each feature of a service has its own. */
public interface TaskSource {

    /** What waits for the caller; empty if nothing does, or if it is dealt with by others. */
    List<Task> tasks(Caller caller);
}
