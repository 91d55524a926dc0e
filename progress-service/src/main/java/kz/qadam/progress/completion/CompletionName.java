package kz.qadam.progress.completion;

import java.util.ArrayList;
import java.util.Collection;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.UUID;
import org.jdbi.v3.core.Handle;

/** What an institution calls a completion by: its own reference, which is tried first, or the id. */
record CompletionName(String institution, String name) {

    /**
     * The completion that a name means.
     *
     * @param enrolment what it calls its enrolment just now; null in one that was revoked before it came
     * @param isRevoked whether it is revoked just now
     */
    record Found(String institution, String reference, String enrolment, boolean isRevoked) {

        boolean isOf(String other) {
            return institution.equals(other);
        }
    }

    /** By reference before by id: the first one found of a name is meant. */
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

    /** Which completions these names mean just now, also those of other institutions; nothing is locked. */
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

    /** No UUID is this one where the text is none. */
    private static UUID uuid(String text) {
        try {
            return text.length() == 36 ? UUID.fromString(text) : null;
        } catch (IllegalArgumentException e) {
            return null;
        }
    }
}
