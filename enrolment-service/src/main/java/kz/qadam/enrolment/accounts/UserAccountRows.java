package kz.qadam.enrolment.accounts;

import java.time.Instant;
import java.util.Collection;
import java.util.Map;
import java.util.Optional;
import java.util.UUID;
import java.util.function.Function;
import kz.qadam.chassis.base.database.TableColumns;
import org.jdbi.v3.core.Handle;

/** Reads and writes what is kept here of accounts. */
final class UserAccountRows {

    /**
     * An account as it is known here.
     *
     * @param linkEndsAt until when its link opens; null if it has none that waits to be used
     */
    record Known(UUID id, Instant changedAt, Instant linkEndsAt) {}

    private static final TableColumns<Known> KNOWN = TableColumns.of(Known.class);

    private static final String FIND = """
            select %s from account where id = any(:ids)
            """.formatted(KNOWN.names());

    /** Nothing if the account was changed since it was read. */
    private static final String CHANGE = """
            insert into account (id, changed_at, link_sha256, link_ends_at) values (:id, :now, :digest, :ends)
            on conflict (id) do update
               set changed_at = excluded.changed_at, link_sha256 = excluded.link_sha256, link_ends_at = excluded.link_ends_at
             where account.changed_at = cast(:seen as timestamptz)
            """;

    private static final String CHANGE_BUT_LINK = """
            insert into account (id, changed_at) values (:id, :now)
            on conflict (id) do update set changed_at = excluded.changed_at
             where account.changed_at = cast(:seen as timestamptz)
            """;

    private static final String WITH_LINK = """
            select %s from account where link_sha256 = :digest and link_ends_at > :now
            """.formatted(KNOWN.names());

    /** Returns until when the link would have opened. */
    private static final String TAKE = """
            with opened as (
                select id, link_ends_at from account where link_sha256 = :digest and link_ends_at > :now for update
            )
            update account a set changed_at = :now, link_sha256 = null, link_ends_at = null
              from opened o where a.id = o.id
            returning a.id, a.changed_at, o.link_ends_at
            """;

    private static final String GIVE_BACK = """
            update account set link_sha256 = :digest, link_ends_at = :ends
             where id = :id and changed_at = :taken and link_sha256 is null
            """;

    private UserAccountRows() {}

    static Map<UUID, Known> find(Handle handle, Collection<UUID> ids) {
        return handle.createQuery(FIND)
                .bindArray("ids", UUID.class, ids)
                .map(KNOWN)
                .collectToMap(Known::id, Function.identity());
    }

    /**
     * Gives an account a link in place of the one that it had.
     *
     * @param seen when the account was last changed, as the caller has seen it; null: never
     * @return whether it was not changed since
     */
    static boolean link(Handle handle, UUID id, Instant seen, Instant now, PasswordLinkCode code, Instant ends) {
        return change(handle, id, seen, now, code.digest(), ends);
    }

    /** The same without a link from now on. */
    static boolean close(Handle handle, UUID id, Instant seen, Instant now) {
        return change(handle, id, seen, now, null, null);
    }

    /** The same with the link that it has. */
    static boolean touch(Handle handle, UUID id, Instant seen, Instant now) {
        return handle.createUpdate(CHANGE_BUT_LINK)
                        .bind("id", id)
                        .bind("seen", seen)
                        .bind("now", now)
                        .execute()
                == 1;
    }

    private static boolean change(Handle handle, UUID id, Instant seen, Instant now, String digest, Instant ends) {
        return handle.createUpdate(CHANGE)
                        .bind("id", id)
                        .bind("seen", seen)
                        .bind("now", now)
                        .bind("digest", digest)
                        .bind("ends", ends)
                        .execute()
                == 1;
    }

    /** The account that this link opens; empty if it was used, has ended, or never was. */
    static Optional<Known> opened(Handle handle, PasswordLinkCode code, Instant now) {
        return withCode(handle, WITH_LINK, code, now);
    }

    /** The same; the link opens nothing any more. */
    static Optional<Known> take(Handle handle, PasswordLinkCode code, Instant now) {
        return withCode(handle, TAKE, code, now);
    }

    private static Optional<Known> withCode(Handle handle, String sql, PasswordLinkCode code, Instant now) {
        return handle.createQuery(sql)
                .bind("digest", code.digest())
                .bind("now", now)
                .map(KNOWN)
                .findOne();
    }

    /** The link that was taken opens again, unless something else has happened to the account. */
    static void giveBack(Handle handle, Known taken, PasswordLinkCode code) {
        handle.createUpdate(GIVE_BACK)
                .bind("id", taken.id())
                .bind("taken", taken.changedAt())
                .bind("digest", code.digest())
                .bind("ends", taken.linkEndsAt())
                .execute();
    }
}
