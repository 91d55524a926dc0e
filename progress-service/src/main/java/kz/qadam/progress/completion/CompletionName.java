package kz.qadam.progress.completion;

import java.util.ArrayList;
import java.util.Collection;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.UUID;
import org.jdbi.v3.core.Handle;

/** A name by which an institution refers to a completion: its own reference, which is tried first, or the id. */
record CompletionName(String institution, String name) {

    /**
     * The completion that a name refers to.
     *
     * @param enrolment the name of its enrolment; null in a tombstone
     * @param isRevoked whether it is revoked
     */
    record Found(String institution, String reference, String enrolment, boolean isRevoked) {

        boolean belongsTo(String other) {
            return institution.equals(other);
        }
    }

    /** Finds by reference and by id. Of two rows for one name the one found by reference comes first, and is taken. */
    private static final String FIND = """
            select w.institution, w.name, c.institution, c.reference, c.enrolment, c.status = 'revoked', 1 as rank
              from unnest(:institutions, :names) as w (institution, name)
              join completion c on c.institution = w.institution and c.reference = w.name
            union all
            select w.institution, w.name, c.institution, c.reference, c.enrolment, c.status = 'revoked', 2
              from unnest(:institutions, :names, :ids) as w (institution, name, id)
              join completion c on c.id = w.id
             order by rank
            """;

    /**
     * Finds the completions that these names refer to at the moment, including those of other institutions; nothing is
     * locked.
     */
    static Map<CompletionName, Found> find(Handle handle, Collection<CompletionName> names) {
        Map<CompletionName, Found> found = new HashMap<>();
        if (names.isEmpty()) {
            return found;
        }
        List<UUID> ids = new ArrayList<>();
        names.forEach(name -> ids.add(uuid(name.name())));
        handle.createQuery(FIND)
                .bindArray(
                        "institutions",
                        String.class,
                        names.stream().map(CompletionName::institution).toList())
                .bindArray(
                        "names",
                        String.class,
                        names.stream().map(CompletionName::name).toList())
                .bindArray("ids", UUID.class, ids)
                .map((row, context) -> found.putIfAbsent(
                        new CompletionName(row.getString(1), row.getString(2)),
                        new Found(row.getString(3), row.getString(4), row.getString(5), row.getBoolean(6))))
                .list();
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
