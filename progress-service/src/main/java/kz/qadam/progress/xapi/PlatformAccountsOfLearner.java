package kz.qadam.progress.xapi;

import jakarta.enterprise.context.ApplicationScoped;
import java.time.Instant;
import java.util.Collection;
import java.util.List;
import java.util.Map;
import java.util.UUID;
import kz.qadam.chassis.base.crypto.SealedValue;
import kz.qadam.chassis.base.database.TableColumns;
import kz.qadam.progress.completion.PlatformAccountView;
import kz.qadam.progress.completion.PlatformAccounts;
import org.jdbi.v3.core.Handle;

/** Shows the accounts of a learner with their statements, so that the office can answer the person. */
@ApplicationScoped
class PlatformAccountsOfLearner implements PlatformAccounts {

    private record Row(String institution, String account, String platform, String enrolment, Instant since) {}

    private static final TableColumns<Row> ROW = TableColumns.of(Row.class);
    private static final TableColumns<SealedValue> SEALED =
            TableColumns.of(SealedValue.class, Map.of("bytes", "sealed"));
    private static final TableColumns<PlatformAccountView.Statement> STATEMENTS =
            TableColumns.of(PlatformAccountView.Statement.class);

    private static final String ACCOUNTS = """
            select a.* from enrolment linked join xapi_account a on a.enrolment_id = linked.id
             where linked.learner_id = any(:learners) order by a.institution, a.platform, a.account
            """;

    /** What was stated before the account became somebody else's is not this learner's. */
    private static final String STATED = """
            select %s from xapi_statement s
             where s.institution = :institution and s.account = :account and s.result is not null
               and not exists (select from enrolment former
                                where former.id = s.linked_to and former.learner_id <> all(:learners))
             order by s.at, s.id
            """.formatted(STATEMENTS.names("s"));

    private final PlatformAccountKeys keys;

    PlatformAccountsOfLearner(PlatformAccountKeys keys) {
        this.keys = keys;
    }

    @Override
    public List<PlatformAccountView> of(Handle handle, Collection<UUID> learners) {
        return handle.createQuery(ACCOUNTS)
                .bindArray("learners", UUID.class, learners)
                .map((row, context) -> view(handle, ROW.map(row, context), SEALED.map(row, context), learners))
                .list();
    }

    private PlatformAccountView view(Handle handle, Row row, SealedValue name, Collection<UUID> learners) {
        return new PlatformAccountView(
                row.institution(),
                row.platform(),
                keys.open(row.account(), name),
                row.enrolment(),
                row.since(),
                handle.createQuery(STATED)
                        .bind("institution", row.institution())
                        .bind("account", row.account())
                        .bindArray("learners", UUID.class, learners)
                        .map(STATEMENTS)
                        .list());
    }
}
