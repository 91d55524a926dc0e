package kz.qadam.enrolment.keys;

import com.fasterxml.uuid.Generators;
import jakarta.enterprise.context.ApplicationScoped;
import java.security.SecureRandom;
import java.time.Clock;
import java.time.Instant;
import java.time.LocalDate;
import java.util.Base64;
import java.util.List;
import java.util.Locale;
import java.util.Optional;
import java.util.UUID;
import kz.qadam.chassis.base.database.Database;
import kz.qadam.chassis.base.language.Message;
import kz.qadam.chassis.base.time.AlmatyTime;
import kz.qadam.chassis.events.kafka.Traces;
import kz.qadam.chassis.http.problem.Fault;
import kz.qadam.chassis.http.problem.Problem;
import kz.qadam.chassis.http.problem.ProblemType;
import kz.qadam.chassis.http.security.KeyDirectory;
import kz.qadam.chassis.http.security.PartnerKey;
import kz.qadam.chassis.trail.Recording;
import kz.qadam.enrolment.catalogue.InstitutionStatus;
import kz.qadam.enrolment.catalogue.NamedCatalogueEntries;
import org.jdbi.v3.core.Handle;

/** Makes and revokes keys. */
@ApplicationScoped
class InstitutionKeys {

    private static final int BYTES = 32;

    private final Database database;
    private final KeyPublisher publisher;
    private final KeyDirectory directory;
    private final InstitutionKeyConfig config;
    private final Clock clock;
    private final Recording recording;
    private final SecureRandom random = new SecureRandom();

    InstitutionKeys(
            Database database,
            KeyPublisher publisher,
            KeyDirectory directory,
            InstitutionKeyConfig config,
            Clock clock,
            Recording recording) {
        this.recording = recording;
        this.database = database;
        this.publisher = publisher;
        this.directory = directory;
        this.config = config;
        this.clock = clock;
    }

    LocalDate today() {
        return AlmatyTime.today(clock);
    }

    Instant now() {
        return clock.instant();
    }

    /** The keys of an institution that are neither revoked nor expired, those that end first first. */
    List<KeyView> working(String institution) {
        return database.transaction(handle -> KeyRows.working(handle, institution, clock.instant()));
    }

    /** The last day on which a key may work that is made today. */
    LocalDate latestDay() {
        return today().plusDays(config.mostDays());
    }

    /**
     * Makes a key, and returns after the commit.
     *
     * @throws Problem 422 if there is no such institution, it is not active, or has as many keys as it may have
     */
    NewKeyView make(String institution, KeyPost post, String by) {
        return make(Generators.timeBasedEpochGenerator().generate(), institution, post, by);
    }

    /**
     * The same, with an id that the form has: sent twice, it makes one key.
     *
     * @throws Problem 409 if a key with this id was made before
     */
    NewKeyView make(UUID id, String institution, KeyPost post, String by) {
        byte[] bits = new byte[BYTES];
        random.nextBytes(bits);
        String secret = Base64.getUrlEncoder().withoutPadding().encodeToString(bits);
        KeyRows.NewKey made = database.transaction(handle -> insert(handle, id, institution, post, secret, by));
        directory.refresh();
        return new NewKeyView(
                made.id(),
                secret,
                made.institution(),
                made.label(),
                made.expiresAt(),
                made.onlyFor() == null ? null : made.onlyFor().toString());
    }

    private KeyRows.NewKey insert(Handle handle, UUID id, String institution, KeyPost post, String secret, String by) {
        requireActive(NamedCatalogueEntries.lockInstitution(handle, institution));
        Instant now = clock.instant();
        if (KeyRows.live(handle, institution, now) >= config.mostPerInstitution()) {
            throw new Problem(
                    ProblemType.RULE_VIOLATED, Message.of("too-many-institution-keys", config.mostPerInstitution()));
        }
        LocalDate lastDay = post.expiresOn() == null ? today().plusDays(config.usualDays()) : post.expiresOn();
        var made = new KeyRows.NewKey(
                id,
                institution,
                PartnerKey.digest(secret),
                post.label(),
                now,
                by,
                AlmatyTime.startOf(lastDay.plusDays(1)),
                1,
                Traces.current(),
                post.only());
        if (!KeyRows.insert(handle, made)) {
            throw new Problem(ProblemType.VERSION_CONFLICT, Message.of("key-made-before"));
        }
        publisher.publish(handle, List.of(made.id()));
        recording.addWrite(handle, made.id().toString());
        return made;
    }

    private static void requireActive(Optional<NamedCatalogueEntries.InstitutionSummary> institution) {
        InstitutionStatus status = institution
                .map(NamedCatalogueEntries.InstitutionSummary::status)
                .orElseThrow(() -> refused("unknown-institution"));
        if (status != InstitutionStatus.ACTIVE) {
            throw refused("institution-" + status.name().toLowerCase(Locale.ROOT));
        }
    }

    private static Problem refused(String key) {
        return new Problem(ProblemType.RULE_VIOLATED, Fault.at("/institution", key, "institution"));
    }

    /**
     * Revokes a key, and returns it after the commit. A key that was revoked before stays as it is.
     *
     * @param visible the institution whose keys the caller may see; null: all
     * @throws Problem 404 if there is no such key among those
     */
    KeyView revoke(UUID id, String visible, KeyRevocationPost post, String by) {
        KeyView revoked = database.transaction(handle -> {
            find(handle, id, visible);
            Instant now = clock.instant();
            if (KeyRows.revoke(handle, id, by, post.reason(), now, Traces.current())) {
                publisher.publish(handle, List.of(id));
                recording.addWrite(handle, id.toString(), post.reason());
            }
            return find(handle, id, visible);
        });
        directory.refresh();
        return revoked;
    }

    /**
     * One key.
     *
     * @param visible the institution whose keys the caller may see; null: all
     * @throws Problem 404 if there is no such key among those
     */
    KeyView find(UUID id, String visible) {
        return database.transaction(handle -> find(handle, id, visible));
    }

    private static KeyView find(Handle handle, UUID id, String visible) {
        return KeyRows.find(handle, id)
                .filter(key -> visible == null || visible.equals(key.institution()))
                .orElseThrow(Problem::notFound);
    }
}
