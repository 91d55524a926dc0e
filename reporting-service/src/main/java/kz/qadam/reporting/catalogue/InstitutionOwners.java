package kz.qadam.reporting.catalogue;

import java.util.Collection;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.stream.Stream;
import org.jdbi.v3.core.Handle;

/**
 * Joins institutions that have one owner. Institutions have one owner if they share a business identification number,
 * their own or that of the owner that the catalogue gives them.
 */
public final class InstitutionOwners {

    private static final String DESCRIBED = """
            select code, data::json ->> 'bin' as bin, data::json ->> 'owner' as owner from catalogue_fact
             where kind = 'INSTITUTION' and from_batch <= :batch and to_batch > :batch
            """;

    /** What joins an institution with others. */
    record Described(String code, String bin, String owner) {

        /** The numbers of those to whom the institution belongs. */
        private List<String> numbers() {
            return Stream.of(bin, owner).filter(Objects::nonNull).toList();
        }
    }

    private InstitutionOwners() {}

    /**
     * The owner of each institution that shares it with others, as known at a batch: the least code of these institutions.
     * Any other institution has itself as owner, and is left out.
     */
    public static Map<String, String> at(Handle database, long batch) {
        return of(database.createQuery(DESCRIBED)
                .bind("batch", batch)
                .map((row, context) -> new Described(row.getString(1), row.getString(2), row.getString(3)))
                .list());
    }

    static Map<String, String> of(Collection<Described> institutions) {
        Map<String, String> joined = new HashMap<>();
        institutions.forEach(one -> one.numbers().forEach(number -> join(joined, one.code(), "number " + number)));
        Map<String, String> least = new HashMap<>();
        institutions.forEach(one -> least.merge(
                root(joined, one.code()), one.code(), (some, other) -> some.compareTo(other) < 0 ? some : other));
        Map<String, String> owners = new HashMap<>();
        institutions.forEach(one -> {
            String owner = least.get(root(joined, one.code()));
            if (!owner.equals(one.code())) {
                owners.put(one.code(), owner);
            }
        });
        return owners;
    }

    private static void join(Map<String, String> joined, String one, String other) {
        String root = root(joined, one);
        String otherRoot = root(joined, other);
        if (!root.equals(otherRoot)) {
            joined.put(root, otherRoot);
        }
    }

    private static String root(Map<String, String> joined, String one) {
        String root = one;
        while (joined.containsKey(root)) {
            root = joined.get(root);
        }
        return root;
    }
}
