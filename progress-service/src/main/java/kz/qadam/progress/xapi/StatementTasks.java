package kz.qadam.progress.xapi;

import jakarta.enterprise.context.ApplicationScoped;
import java.util.List;
import java.util.Map;
import kz.qadam.chassis.base.database.Database;
import kz.qadam.chassis.desk.Task;
import kz.qadam.chassis.desk.TaskRows;
import kz.qadam.chassis.desk.TaskSource;
import kz.qadam.chassis.http.security.Caller;
import kz.qadam.progress.erasure.BlockedLearners;

/** What statements wait for, for the institution whose platforms have sent them. */
@ApplicationScoped
class StatementTasks implements TaskSource {

    private static final String COUNT = """
            select 'platform-courses-unnamed' as kind, count(*), null::timestamptz as oldest, null::timestamptz as ends
              from xapi_unnamed_course where institution = :institution
            union all
            select w.kind, count(distinct s.account) filter (where s.because = w.because),
                   min(s.received_at) filter (where s.because = w.because), null
              from (values ('platform-accounts-not-linked', 'no-account'),
                           ('platform-accounts-not-enrolled', 'no-enrolment')) as w (kind, because)
              left join (select s.account, s.because, s.received_at
                           from xapi_statement s
                           join xapi_account a on a.institution = s.institution and a.account = s.account
                           left join enrolment linked on linked.id = coalesce(s.linked_to, a.enrolment_id)
                          where s.institution = :institution and s.state = 'waiting' and %s) as s on true
             group by w.kind
            """.formatted(BlockedLearners.notBlocked("linked.learner_id"));

    private static final Map<String, String> LINKS = Map.of(
            "platform-courses-unnamed", PlatformPage.PATH,
            "platform-accounts-not-linked", PlatformPage.PATH,
            "platform-accounts-not-enrolled", PlatformPage.PATH);

    private final Database database;

    StatementTasks(Database database) {
        this.database = database;
    }

    @Override
    public List<Task> tasks(Caller caller) {
        if (!caller.scope().isOfInstitution()) {
            return List.of();
        }
        String institution = caller.scope().institution();
        return database.transaction(
                handle -> TaskRows.read(handle.createQuery(COUNT).bind("institution", institution), LINKS));
    }
}
