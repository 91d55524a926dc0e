package kz.qadam.progress.completion;

import java.util.Collection;
import java.util.List;
import java.util.UUID;
import org.jdbi.v3.core.Handle;

/** Knows the accounts of learners at platforms. */
public interface PlatformAccounts {

    /** The accounts of these learners, whoever has linked them, with what was stated of each. */
    List<PlatformAccountView> of(Handle handle, Collection<UUID> learners);
}
