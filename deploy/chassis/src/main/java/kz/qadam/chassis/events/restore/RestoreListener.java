package kz.qadam.chassis.events.restore;

import java.util.List;
import kz.qadam.chassis.events.archive.LostSegments;
import org.jdbi.v3.core.Handle;

/** What a service does besides, when its database was set back to a backup and has taken over what was published. */
public interface RestoreListener {

    /**
     * Called in the transaction that takes it over, after all events.
     *
     * @param lost what was sealed after the backup
     * @return what a person has to know or to do, in sentences
     */
    List<String> restored(Handle database, LostSegments lost);
}
