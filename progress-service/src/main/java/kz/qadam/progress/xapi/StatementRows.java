package kz.qadam.progress.xapi;

import java.time.Instant;
import java.time.LocalDate;
import java.util.Collection;
import java.util.HashSet;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.UUID;
import java.util.function.Function;
import java.util.stream.Collectors;
import kz.qadam.chassis.base.database.TableColumns;
import kz.qadam.progress.xapi.reading.Meaning;
import org.jdbi.v3.core.Handle;

/** The rows of statements. The id of a statement decides whether it has come before. */
final class StatementRows {

    /** A statement about a course that somebody has named. */
    record Stated(
            String institution,
            UUID id,
            Meaning.Result result,
            String account,
            String activity,
            String course,
            Instant at,
            LocalDate day,
            Instant receivedAt) {}

    /**
     * What a statement of this id said when it came first.
     *
     * @param result null: only that it is taken back is known
     */
    record Known(UUID id, Meaning.Result result, String account, String activity, Instant at) {

        /** @param statesTime whether the statement says a time; else it is when it came */
        boolean isSame(Stated sent, boolean statesTime) {
            return result == sent.result()
                    && sent.account().equals(account)
                    && sent.activity().equals(activity)
                    && (!statesTime || sent.at().equals(at));
        }
    }

    private static final TableColumns<Stated> STATED = TableColumns.of(Stated.class);
    private static final TableColumns<Known> KNOWN = TableColumns.of(Known.class);

    /** One that was taken back before it came gets its content. */
    private static final String INSERT = """
            insert into xapi_statement (%s) select * from %s order by id
            on conflict (institution, id) do update set %s, changed = pg_current_xact_id()
             where xapi_statement.result is null
            returning id
            """.formatted(
                    STATED.names(), STATED.rows("stated"), STATED.list("%1$s = excluded.%1$s", "institution", "id"));

    private static final String FIND = """
            select %s from xapi_statement where institution = :institution and id = any(:ids)
            """.formatted(KNOWN.names());

    private static final String VOID = """
            insert into xapi_statement (institution, id, voided, received_at)
            select :institution, id, true, :now from unnest(:ids) as target (id) order by id
            on conflict (institution, id) do update set voided = true, changed = pg_current_xact_id()
             where not xapi_statement.voided
            returning account
            """;

    private StatementRows() {}

    /** Adds statements; returns the ids of those that are new. */
    static Set<UUID> insert(Handle handle, Collection<Stated> stated) {
        return stated.isEmpty()
                ? Set.of()
                : STATED.bind(handle.createQuery(INSERT), stated)
                        .mapTo(UUID.class)
                        .set();
    }

    static Map<UUID, Known> find(Handle handle, String institution, Collection<UUID> ids) {
        return ids.isEmpty()
                ? Map.of()
                : handle.createQuery(FIND)
                        .bind("institution", institution)
                        .bindArray("ids", UUID.class, ids)
                        .map(KNOWN)
                        .collect(Collectors.toMap(Known::id, Function.identity()));
    }

    /** Takes statements back, also those that have not come yet; returns the accounts of those that were not before. */
    static Set<String> takeBack(Handle handle, String institution, List<UUID> targets, Instant now) {
        Set<String> accounts = new HashSet<>();
        if (!targets.isEmpty()) {
            handle.createQuery(VOID)
                    .bind("institution", institution)
                    .bindArray("ids", UUID.class, targets)
                    .bind("now", now)
                    .map((row, context) -> row.getString("account"))
                    .forEach(accounts::add);
            accounts.remove(null);
        }
        return accounts;
    }
}
