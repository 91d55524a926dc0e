package kz.qadam.enrolment.keys;

import jakarta.inject.Singleton;
import java.time.Instant;
import java.util.List;
import kz.qadam.chassis.events.keys.KeyConfirmation;
import kz.qadam.chassis.events.keys.PartnerKeyTopic;
import kz.qadam.chassis.http.security.PartnerKey;
import kz.qadam.enrolment.restore.Adoption;
import org.jdbi.v3.core.Handle;

/** Takes over the published states of keys. A digest is all that is known of a secret, so keys go on working. */
@Singleton
class KeyAdoption extends Adoption<PartnerKey> {

    private static final String WRITE = """
            insert into institution_key (id, institution, sha256, created_at, created_by, expires_at, revoked_at, revoked_by,
                                         revocation_reason, version, only_for)
            values (:id, :institution, :sha256, :time, :restored, :expiresAt, case when :revoked then cast(:time as timestamptz) end,
                    case when :revoked then cast(:restored as text) end, case when :revoked then cast(:restored as text) end, :version, :only)
            on conflict (id) do update
               set revoked_at = excluded.revoked_at, revoked_by = excluded.revoked_by,
                   revocation_reason = excluded.revocation_reason, version = excluded.version, trace = null,
                   changed = excluded.changed
             where institution_key.version < excluded.version
            """;

    KeyAdoption() {
        super("institution-keys");
        take(PartnerKeyTopic.DESCRIBED, PartnerKey.class, PartnerKey::version);
        ignore(KeyConfirmation.TYPE, KeyConfirmation.class, KeyConfirmation::version);
    }

    @Override
    protected int adopt(Handle database, List<Published<PartnerKey>> states) {
        states.forEach(one -> write(database, one.state(), one.time()));
        return 0;
    }

    private static void write(Handle database, PartnerKey key, Instant time) {
        database.createUpdate(WRITE)
                .bindMethods(key)
                .bind("time", time)
                .bind("restored", RESTORED)
                .execute();
    }
}
