package kz.qadam.reporting.audit.hint;

import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.UUID;
import org.jdbi.v3.core.Handle;

/** The events that say most recently what the completions of a hint are. */
final class CompletionEvents {

    private static final String NEWEST = """
            select distinct on (subject) cast(subject as uuid) as completion, event_id
              from event_log where subject = any(:completions) order by subject, subject_version desc
            """;

    private CompletionEvents() {}

    /** Of the hints that name their learner, by the ids of the completions. */
    static Map<UUID, UUID> of(Handle handle, List<ListedHint> hints) {
        List<String> completions = hints.stream()
                .filter(one -> one.hint().learnerId() != null)
                .flatMap(one -> one.hint().completionIds().stream())
                .map(UUID::toString)
                .distinct()
                .toList();
        return handle.createQuery(NEWEST)
                .bindArray("completions", String.class, completions)
                .reduceRows(new HashMap<>(), (events, row) -> {
                    events.put(row.getColumn("completion", UUID.class), row.getColumn("event_id", UUID.class));
                    return events;
                });
    }
}
