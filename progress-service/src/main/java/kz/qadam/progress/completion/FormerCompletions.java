package kz.qadam.progress.completion;

import java.util.Collection;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.UUID;
import java.util.stream.Collectors;
import org.jdbi.v3.core.Handle;

/** What completions were before. */
final class FormerCompletions {

    private static final String LAST_ENROLLED = """
            select distinct on (id) id, enrolment_id, learner_id, cohort, course, region
              from former_completion where id = any(:ids) and enrolment_id is not null
             order by id, version desc
            """;

    private static final String CONTENTS = """
            select id, enrolment, completed_on, score, certificate
              from former_completion where id = any(:ids) and enrolment is not null
             order by id, version
            """;

    private FormerCompletions() {}

    /** What these last stood under; those are left out whose enrolment was never known. */
    static Map<UUID, Enrolled> lastEnrolled(Handle handle, Collection<UUID> ids) {
        Map<UUID, Enrolled> last = new HashMap<>();
        if (!ids.isEmpty()) {
            handle.createQuery(LAST_ENROLLED)
                    .bindArray("ids", UUID.class, ids)
                    .map((row, context) -> last.put(row.getObject("id", UUID.class), CompletionRows.enrolled(row)))
                    .list();
        }
        return last;
    }

    /** What was stated of each before, the first first. */
    static Map<UUID, List<Content>> contents(Handle handle, Collection<UUID> ids) {
        if (ids.isEmpty()) {
            return Map.of();
        }
        return handle.createQuery(CONTENTS)
                .bindArray("ids", UUID.class, ids)
                .map((row, context) -> Map.entry(row.getObject("id", UUID.class), CompletionRows.content(row)))
                .collect(Collectors.groupingBy(
                        Map.Entry::getKey, Collectors.mapping(Map.Entry::getValue, Collectors.toList())));
    }
}
