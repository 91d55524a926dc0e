package kz.qadam.progress.xapi;

import java.util.Collection;
import java.util.Collections;
import java.util.List;
import java.util.UUID;
import java.util.stream.Stream;
import kz.qadam.chassis.base.database.TableColumns;
import kz.qadam.progress.erasure.BlockedLearners;
import org.jdbi.v3.core.Handle;

/** Writes links, whose accounts are locked. */
final class PlatformAccountLinkRows {

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

    private static final TableColumns<PlatformAccountLinkView.Change> CHANGES =
            TableColumns.of(PlatformAccountLinkView.Change.class);

    private static final String CHANGED = """
            select n.change, e.reference as enrolment, e.course, c.completed_on
              from unnest(:ids, :changes) as n (id, change)
              join completion c on c.id = n.id join enrolment e on e.id = c.enrolment_id
             where %s
             order by e.course, e.reference, n.change limit :most
            """.formatted(BlockedLearners.notBlocked("e.learner_id"));

    private static final int LISTED = 20;

    private PlatformAccountLinkRows() {}

    /** What settling has changed, with the first of it in words. */
    static PlatformAccountLinkView.Effect effect(Handle handle, PlatformAccountSettlement.Changes changes) {
        List<UUID> ids = changes.all();
        if (ids.isEmpty()) {
            return PlatformAccountLinkView.Effect.NONE;
        }
        List<String> words = Stream.of(
                        Collections.nCopies(changes.recorded().size(), "recorded"),
                        Collections.nCopies(changes.corrected().size(), "corrected"),
                        Collections.nCopies(changes.revoked().size(), "revoked"))
                .flatMap(List::stream)
                .toList();
        return new PlatformAccountLinkView.Effect(
                changes.recorded().size(),
                changes.corrected().size(),
                changes.revoked().size(),
                handle.createQuery(CHANGED)
                        .bindArray("ids", UUID.class, ids)
                        .bindArray("changes", String.class, words)
                        .bind("most", LISTED)
                        .map(CHANGES)
                        .list());
    }

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
