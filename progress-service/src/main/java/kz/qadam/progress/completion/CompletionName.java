package kz.qadam.progress.completion;

import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.UUID;
import java.util.stream.Stream;
import kz.qadam.chassis.base.database.TableColumns;
import kz.qadam.progress.completion.Completion.CompletionKey;
import kz.qadam.progress.erasure.BlockedLearners;
import org.jdbi.v3.core.Handle;

/** A name by which an institution refers to a completion: its own reference, which is tried first, or the id. */
record CompletionName(String institution, String name) {

    /**
     * The completion that a name refers to.
     *
     * @param enrolment the name of its enrolment; null in a tombstone
     * @param isBlocked whether its learner is blocked: it is then answered like a completion of another institution
     */
    record Found(CompletionKey key, String enrolment, boolean isBlocked) {

        boolean belongsTo(String institution) {
            return !isBlocked && key.institution().equals(institution);
        }
    }

    private static final TableColumns<CompletionName> NAMES = TableColumns.of(CompletionName.class);

    /** Finds by reference and by id. Of two rows for one name the one found by reference comes first, and is taken. */
    private static final String FIND = """
            select w.institution, w.name, c.institution, c.reference, c.enrolment, not %2$s, 1 as rank
              from %1$s
              join completion c on c.institution = w.institution and c.reference = w.name
            union all
            select w.institution, w.name, c.institution, c.reference, c.enrolment, not %2$s, 2
              from unnest(:institution, :name, :ids) as w (institution, name, id)
              join completion c on c.id = w.id
             order by rank
            """.formatted(NAMES.rows("w"), BlockedLearners.notBlocked("c.learner_id"));

    /**
     * Finds the completions that these names refer to at the moment, including those of other institutions; nothing is
     * locked.
     */
    static Map<CompletionName, Found> find(Handle handle, Stream<CompletionName> wanted) {
        List<CompletionName> names = wanted.distinct().toList();
        Map<CompletionName, Found> found = new HashMap<>();
        if (!names.isEmpty()) {
            NAMES.bind(handle.createQuery(FIND), names)
                    .bindArray(
                            "ids",
                            UUID.class,
                            names.stream().map(name -> uuid(name.name())).toList())
                    .map((row, context) -> found.putIfAbsent(
                            new CompletionName(row.getString(1), row.getString(2)),
                            new Found(
                                    new CompletionKey(row.getString(3), row.getString(4)),
                                    row.getString(5),
                                    row.getBoolean(6))))
                    .list();
        }
        return found;
    }

    /** Null if the text is not a UUID. */
    private static UUID uuid(String text) {
        try {
            return text.length() == 36 ? UUID.fromString(text) : null;
        } catch (IllegalArgumentException e) {
            return null;
        }
    }
}
