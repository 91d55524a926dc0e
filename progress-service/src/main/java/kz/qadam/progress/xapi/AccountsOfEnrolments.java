package kz.qadam.progress.xapi;

import java.util.Collection;
import java.util.List;
import java.util.UUID;
import kz.qadam.progress.enrolment.Enrolment;
import org.jdbi.v3.core.Handle;

/** Looks for the accounts that enrolments concern, whether they are linked already or wait for them. */
public final class AccountsOfEnrolments {

    private static final String FIND_ANY = "select exists (select from xapi_account)";

    /** Links that have waited for their enrolment. */
    private static final String RESOLVE = """
            update xapi_account a set enrolment_id = e.id, due = true
              from unnest(:institutions, :names, :ids) as e (institution, name, id)
             where a.institution = e.institution and a.enrolment = e.name and a.enrolment_id is null
            """;

    private static final String MARK_DUE = """
            with concerned as (
                select a.institution, a.account
                  from enrolment linked join xapi_account a on a.enrolment_id = linked.id
                 where linked.learner_id = any(:learners)
                union
                select s.institution, s.account
                  from enrolment linked join xapi_statement s on s.linked_to = linked.id
                 where linked.learner_id = any(:learners)
                union
                select s.institution, s.account from xapi_statement s where s.enrolment_id = any(:ids)),
            locked as (
                select a.institution, a.account from concerned c join xapi_account a using (institution, account)
                 order by a.institution, a.account for update of a)
            update xapi_account a set due = true from locked l
             where a.institution = l.institution and a.account = l.account
            """;

    private AccountsOfEnrolments() {}

    /**
     * Enrolments have come, or have changed: links that waited for them are complete, and the accounts of their learners
     * are to be looked at again. It waits for transactions that are settling one of these accounts.
     */
    public static void note(Handle handle, Collection<Enrolment> stored) {
        if (stored.isEmpty()
                || !handle.createQuery(FIND_ANY).mapTo(Boolean.class).one()) {
            return;
        }
        List<Enrolment> all = List.copyOf(stored);
        resolve(handle, all, all.stream().map(Enrolment::reference).toList());
        resolve(handle, all, all.stream().map(one -> one.id().toString()).toList());
        handle.createUpdate(MARK_DUE)
                .bindArray(
                        "learners",
                        UUID.class,
                        all.stream().map(Enrolment::learnerId).distinct().toList())
                .bindArray("ids", UUID.class, all.stream().map(Enrolment::id).toList())
                .execute();
    }

    private static void resolve(Handle handle, List<Enrolment> all, List<String> names) {
        handle.createUpdate(RESOLVE)
                .bindArray(
                        "institutions",
                        String.class,
                        all.stream().map(Enrolment::institution).toList())
                .bindArray("names", String.class, names)
                .bindArray("ids", UUID.class, all.stream().map(Enrolment::id).toList())
                .execute();
    }
}
