package kz.qadam.progress.xapi;

import java.util.Collection;
import java.util.UUID;
import kz.qadam.chassis.base.database.TableColumns;
import org.jdbi.v3.core.Handle;

/** Writes links, whose accounts are locked. */
final class LinkRows {

    /** The link of an account. */
    record Link(String institution, String account, String enrolment, UUID enrolmentId) {}

    private static final TableColumns<Link> LINKS = TableColumns.of(Link.class);

    /** Statements that have come stay the former person's. */
    private static final String KEEP_WITH_FORMER = """
            update xapi_statement s set linked_to = a.enrolment_id
              from xapi_account a
             where a.institution = :institution and a.account = any(:accounts)
               and s.institution = a.institution and s.account = a.account and s.linked_to is null
            """;

    private static final String WRITE = """
            update xapi_account a set enrolment = l.enrolment, enrolment_id = l.enrolment_id
              from %s where a.institution = l.institution and a.account = l.account
            """.formatted(LINKS.rows("l"));

    private LinkRows() {}

    static void keepWithFormer(Handle handle, String institution, Collection<String> accounts) {
        if (!accounts.isEmpty()) {
            handle.createUpdate(KEEP_WITH_FORMER)
                    .bind("institution", institution)
                    .bindArray("accounts", String.class, accounts)
                    .execute();
        }
    }

    static void write(Handle handle, Collection<Link> links) {
        if (!links.isEmpty()) {
            LINKS.bind(handle.createUpdate(WRITE), links).execute();
        }
    }
}
