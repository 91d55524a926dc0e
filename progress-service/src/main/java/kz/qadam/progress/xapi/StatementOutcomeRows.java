package kz.qadam.progress.xapi;

import java.sql.ResultSet;
import java.sql.SQLException;
import java.time.Instant;
import java.time.LocalDate;
import java.util.List;
import java.util.Map;
import java.util.UUID;
import kz.qadam.chassis.base.crypto.SealedValue;
import kz.qadam.chassis.base.database.TableColumns;
import kz.qadam.chassis.base.language.Language;
import kz.qadam.chassis.base.language.Message;
import kz.qadam.chassis.http.list.ListedRow;
import kz.qadam.chassis.http.list.PageStart;
import kz.qadam.progress.completion.CompletionStatus;
import kz.qadam.progress.erasure.BlockedLearners;
import org.jdbi.v3.core.Handle;
import org.jdbi.v3.core.statement.SqlStatements;

/** Reads what became of statements. Blocked learners are left out: institutions do not see their records. */
final class StatementOutcomeRows {

    /**
     * What is asked for.
     *
     * @param state null: any
     * @param because null: any
     */
    record Question(String institution, String state, String because, Language language) {}

    /** A statement on a page, with the digest of its account. */
    record Listed(String account, OutcomeView outcome, long change) {}

    private record Row(
            UUID id,
            String platform,
            String account,
            String activity,
            String course,
            String result,
            Instant at,
            LocalDate day,
            String state,
            String because,
            UUID completionId,
            CompletionStatus completionStatus,
            Instant receivedAt) {}

    private static final TableColumns<Row> ROW = TableColumns.of(Row.class);
    private static final TableColumns<SealedValue> SEALED =
            TableColumns.of(SealedValue.class, Map.of("bytes", "sealed"));
    private static final TableColumns<OutcomeView.Counted> COUNTED = TableColumns.of(OutcomeView.Counted.class);

    private static final String SHOWN =
            """
            select s.*, a.platform, a.key_id, a.nonce, a.sealed, c.id as completion_id, c.status as completion_status,
                   %s
              from xapi_statement s
              join xapi_account a on a.institution = s.institution and a.account = s.account
              left join enrolment linked on linked.id = coalesce(s.enrolment_id, s.linked_to, a.enrolment_id)
              left join xapi_completion x on x.enrolment_id = s.enrolment_id
              left join completion c on c.id = x.completion_id
             where s.institution = :institution and s.result is not null and %s
            """.formatted(ListedRow.positionColumns("s.changed"), BlockedLearners.notBlocked("linked.learner_id"));

    private static final String LIST = SHOWN + """
             %s and (s.changed, s.id) > (cast(cast(:change as text) as xid8), :id)
             order by s.changed, s.id limit :limit
            """;

    private static final String NEWEST = SHOWN + """
             and (cast(:state as text) is null or s.state = :state)
             and (s.changed, s.id) < (cast(cast(:change as text) as xid8), :before)
             order by s.changed desc, s.id desc limit :limit
            """;

    private static final String OF_ACCOUNT = SHOWN + " and s.account = :account order by s.at desc, s.id limit :limit";

    private static final String COUNTS = """
            select %s from xapi_count where institution = :institution and day between :from and :to
             order by day, outcome, verb, type
            """.formatted(COUNTED.names());

    private StatementOutcomeRows() {}

    static List<ListedRow<OutcomeView>> after(
            Handle handle, PlatformAccountKeys keys, Question asked, PageStart start) {
        String conditions = (asked.state() == null ? "" : " and s.state = :state")
                + (asked.because() == null ? "" : " and s.because = :because");
        return start.rows(
                handle.createQuery(LIST.formatted(conditions))
                        .configure(SqlStatements.class, parameters -> parameters.setUnusedBindingAllowed(true))
                        .bind("institution", asked.institution())
                        .bind("state", asked.state())
                        .bind("because", asked.because()),
                (row, context) -> view(ROW.map(row, context), SEALED.map(row, context), keys, asked.language()),
                OutcomeView::id);
    }

    /**
     * The statements of which something has changed last, the newest first.
     *
     * @param state null: any
     * @param before where an earlier page ended
     */
    static List<Listed> newest(
            Handle handle,
            PlatformAccountKeys keys,
            String institution,
            String state,
            StatementOutcomeCursor before,
            int limit,
            Language language) {
        return handle.createQuery(NEWEST)
                .bind("institution", institution)
                .bind("state", state)
                .bind("change", before.change())
                .bind("before", before.id())
                .bind("limit", limit)
                .map((row, context) -> listed(ROW.map(row, context), SEALED.map(row, context), row, keys, language))
                .list();
    }

    /** Those of an account, the latest first. */
    static List<Listed> ofAccount(
            Handle handle, PlatformAccountKeys keys, String institution, String account, int limit, Language language) {
        return handle.createQuery(OF_ACCOUNT)
                .bind("institution", institution)
                .bind("account", account)
                .bind("limit", limit)
                .map((row, context) -> listed(ROW.map(row, context), SEALED.map(row, context), row, keys, language))
                .list();
    }

    private static Listed listed(Row one, SealedValue name, ResultSet row, PlatformAccountKeys keys, Language language)
            throws SQLException {
        return new Listed(one.account(), view(one, name, keys, language), row.getLong("change"));
    }

    private static OutcomeView view(Row row, SealedValue name, PlatformAccountKeys keys, Language language) {
        return new OutcomeView(
                row.id(),
                row.platform(),
                keys.open(row.account(), name),
                row.activity(),
                row.course(),
                row.result(),
                row.at(),
                row.day(),
                row.state(),
                row.because(),
                Message.of("statement." + (row.because() == null ? row.state() : row.because()))
                        .in(language),
                row.completionId(),
                row.completionStatus(),
                row.receivedAt());
    }

    static List<OutcomeView.Counted> counts(Handle handle, String institution, LocalDate from, LocalDate to) {
        return handle.createQuery(COUNTS)
                .bind("institution", institution)
                .bind("from", from)
                .bind("to", to)
                .map(COUNTED)
                .list();
    }
}
