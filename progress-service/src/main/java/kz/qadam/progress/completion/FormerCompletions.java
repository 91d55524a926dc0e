package kz.qadam.progress.completion;

import java.util.Collection;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.UUID;
import java.util.stream.Collectors;
import kz.qadam.chassis.database.TableColumns;
import org.jdbi.v3.core.Handle;

/** Reads the former states of completions. */
final class FormerCompletions {

    private static final TableColumns<EnrolmentAttributes> ENROLLED = TableColumns.of(EnrolmentAttributes.class);
    private static final TableColumns<CompletionContent> CONTENT = TableColumns.of(CompletionContent.class);

    private static final String LAST_ENROLLED = """
            select distinct on (id) id, %s
              from former_completion where id = any(:ids) and enrolment_id is not null
             order by id, version desc
            """.formatted(ENROLLED.names());

    private static final String CONTENTS = """
            select id, %s
              from former_completion where id = any(:ids) and enrolment is not null
             order by id, version
            """.formatted(CONTENT.names());

    private FormerCompletions() {}

    /** The last known enrolment of each completion. Completions whose enrolment was never known are left out. */
    static Map<UUID, EnrolmentAttributes> lastEnrolled(Handle handle, Collection<UUID> ids) {
        Map<UUID, EnrolmentAttributes> last = new HashMap<>();
        if (!ids.isEmpty()) {
            handle.createQuery(LAST_ENROLLED)
                    .bindArray("ids", UUID.class, ids)
                    .map((row, context) -> last.put(row.getObject("id", UUID.class), ENROLLED.map(row, context)))
                    .list();
        }
        return last;
    }

    /** The former contents of each completion, the oldest first. */
    static Map<UUID, List<CompletionContent>> contents(Handle handle, Collection<UUID> ids) {
        if (ids.isEmpty()) {
            return Map.of();
        }
        return handle.createQuery(CONTENTS)
                .bindArray("ids", UUID.class, ids)
                .map((row, context) -> Map.entry(row.getObject("id", UUID.class), CONTENT.map(row, context)))
                .collect(Collectors.groupingBy(
                        Map.Entry::getKey, Collectors.mapping(Map.Entry::getValue, Collectors.toList())));
    }
}
