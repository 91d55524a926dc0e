package kz.qadam.chassis.submissions.profiles;

import java.util.Map;
import java.util.function.BiPredicate;
import kz.qadam.chassis.http.table.Columns;
import kz.qadam.chassis.http.version.NamedDocumentRows;
import org.jdbi.v3.core.Handle;

/**
 * A kind of table for which profiles are saved.
 *
 * @param path where programs save them, such as {@code /v1/thing-table-profiles}
 * @param name of the kind of the rows: that of their kind of submission
 * @param columns those of their template
 * @param isKnown whether the service knows an owner
 */
public record ProfileKind(String path, String name, Columns columns, BiPredicate<Handle, String> isKnown) {

    NamedDocumentRows rows(Handle handle, String owner) {
        return rows(handle, name, owner);
    }

    /** @param owner the code of the institution whose profiles they are */
    static NamedDocumentRows rows(Handle handle, String kind, String owner) {
        return new NamedDocumentRows(handle, "table_profile", Map.of("kind", kind, "institution", owner));
    }
}
