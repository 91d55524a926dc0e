package kz.qadam.progress.xapi;

import java.time.Instant;
import java.util.Collection;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.UUID;
import kz.qadam.chassis.base.crypto.SealedValue;
import kz.qadam.chassis.base.database.TableColumns;
import kz.qadam.progress.erasure.BlockedLearners;
import org.jdbi.v3.core.Handle;

/** The rows of accounts. Whatever is about an account locks its row first: statements, links, and changed enrolments. */
final class PlatformAccountRows {

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

    /**
     * An account with its name, for those who may see it.
     *
     * @param account its digest
     * @param enrolment null: it is not linked
     * @param isPending whether it is linked by an enrolment that is not known yet
     */
    record Named(String account, String platform, String name, String enrolment, boolean isPending) {

        /** Not the name: it may say who somebody is. */
        @Override
        public String toString() {
            return "Account at " + platform;
        }
    }

    /** The same with its name sealed. */
    record Sealed(String account, String platform, SealedValue name, String enrolment, boolean isPending) {

        Named opened(PlatformAccountKeys keys) {
            return new Named(account, platform, keys.open(account, name), enrolment, isPending);
        }
    }

    private static final TableColumns<Sealed> SEALED = TableColumns.of(Sealed.class, Map.of("bytes", "sealed"));
    private static final TableColumns<NewAccount> NEW = TableColumns.of(NewAccount.class, Map.of("bytes", "sealed"));

    private static final TableColumns<Locked> LOCKED = TableColumns.of(Locked.class);

    private static final String INSERT = """
            insert into xapi_account (%s) select * from %s order by institution, account on conflict do nothing
            """.formatted(NEW.names(), NEW.rows("named"));

    private static final String LOCK = """
            select %s from xapi_account where institution = :institution and account = any(:accounts)
             order by account for update
            """.formatted(LOCKED.names());

    /** Institutions do not see those of blocked learners, and nobody sees those of erased ones. */
    private static final String FIND = """
            select a.*, a.enrolment is not null and a.enrolment_id is null as is_pending
              from xapi_account a left join enrolment linked on linked.id = a.enrolment_id
             where a.institution = :institution and a.account = :account and not a.erased and %s
            """.formatted(BlockedLearners.notBlocked("linked.learner_id"));

    private PlatformAccountRows() {}

    static Optional<Sealed> find(Handle handle, String institution, String account) {
        return handle.createQuery(FIND)
                .bind("institution", institution)
                .bind("account", account)
                .map(SEALED)
                .findOne();
    }

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
