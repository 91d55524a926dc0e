package kz.qadam.progress.xapi;

import java.time.Instant;
import java.util.Collection;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.UUID;
import kz.qadam.chassis.base.crypto.SealedValue;
import kz.qadam.chassis.base.database.TableColumns;
import org.jdbi.v3.core.Handle;

/** The rows of accounts. Whatever is about an account locks its row first: statements, links, and changed enrolments. */
final class AccountRows {

    /** An account that nobody may know yet, under its digest. */
    record NewAccount(String institution, String account, String platform, SealedValue name, Instant since) {}

    /**
     * A locked account.
     *
     * @param enrolment the name of the enrolment by which it is linked; null: it is not
     * @param enrolmentId null until that enrolment is known
     */
    record Locked(String account, String enrolment, UUID enrolmentId, boolean erased) {

        boolean isLinked() {
            return enrolment != null;
        }
    }

    private static final TableColumns<NewAccount> NEW = TableColumns.of(NewAccount.class, Map.of("bytes", "sealed"));

    private static final TableColumns<Locked> LOCKED = TableColumns.of(Locked.class);

    private static final String INSERT = """
            insert into xapi_account (%s) select * from %s order by institution, account on conflict do nothing
            """.formatted(NEW.names(), NEW.rows("named"));

    private static final String LOCK = """
            select %s from xapi_account where institution = :institution and account = any(:accounts)
             order by account for update
            """.formatted(LOCKED.names());

    private AccountRows() {}

    /** Locks these accounts; those that nobody knows are added. */
    static Map<String, Locked> lock(Handle handle, String institution, Collection<NewAccount> named) {
        if (named.isEmpty()) {
            return Map.of();
        }
        NEW.bind(handle.createUpdate(INSERT), named).execute();
        return lockKnown(
                handle, institution, named.stream().map(NewAccount::account).toList());
    }

    /** Locks those of these accounts that are known. */
    static Map<String, Locked> lockKnown(Handle handle, String institution, List<String> accounts) {
        Map<String, Locked> locked = new LinkedHashMap<>();
        handle.createQuery(LOCK)
                .bind("institution", institution)
                .bindArray("accounts", String.class, accounts)
                .map(LOCKED)
                .forEach(one -> locked.put(one.account(), one));
        return locked;
    }
}
