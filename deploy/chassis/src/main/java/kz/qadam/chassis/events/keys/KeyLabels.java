package kz.qadam.chassis.events.keys;

import java.util.Collection;
import java.util.Map;
import java.util.UUID;

/** What keys are for, in the words of who has made them. Only the service that owns the keys knows it. */
public interface KeyLabels {

    /** The labels of these keys, by their ids; a key without one is left out. */
    Map<UUID, String> of(Collection<UUID> keys);
}
