package kz.qadam.enrolment.learners;

import jakarta.enterprise.context.ApplicationScoped;
import java.time.Instant;
import java.util.Collection;
import java.util.HashMap;
import java.util.HashSet;
import java.util.Map;
import java.util.Set;
import java.util.UUID;
import java.util.stream.Collectors;
import kz.qadam.chassis.language.Text;
import kz.qadam.chassis.problem.Problem;
import kz.qadam.chassis.problem.ProblemType;
import org.jdbi.v3.core.Handle;

/** The learner vault: one random surrogate for one person, whoever sends the person first. */
@ApplicationScoped
public class Learners {

    /**
     * Who the persons are.
     *
     * @param created those that were nobody before this transaction
     */
    public record Admission(Map<Identity.Personal, UUID> ids, Set<UUID> created) {}

    private final VaultKeys keys;
    private final boolean syntheticOnly;

    Learners(VaultKeys keys, VaultConfig config) {
        this.keys = keys;
        this.syntheticOnly = config.syntheticOnly();
    }

    /** Whether this person may be taken in here; where programs are tried out, nobody who may live is. */
    public boolean mayTakeIn(Identity.Personal person) {
        return !syntheticOnly || !person.isOfSomebodyLiving();
    }

    /** Those of these who cannot be, by their numbers; whoever was taken in with such a number stays somebody. */
    public Set<Identity.Personal> nobody(Handle database, Set<Identity.Personal> persons) {
        Set<Identity.Personal> nobody =
                persons.stream().filter(Identity.Personal::isNobodys).collect(Collectors.toSet());
        if (!nobody.isEmpty()) {
            nobody.removeAll(new Vault(database, keys.now()).find(nobody).keySet());
        }
        return nobody;
    }

    /**
     * The surrogates of these persons; whoever is new gets one.
     *
     * @throws Problem 503 if this instance alone has not heard yet that the keys have changed
     */
    public Admission admit(Handle database, Set<Identity.Personal> persons, Instant now) {
        Admission admission = admit(new Vault(database, keys.now()), persons, now);
        if (admission.ids().size() < persons.size() && keys.look()) {
            admission = admit(new Vault(database, keys.now()), persons, now);
        }
        if (admission.ids().size() < persons.size()) {
            throw new Problem(ProblemType.UNAVAILABLE, Text.of("keys-change"));
        }
        return admission;
    }

    private static Admission admit(Vault vault, Set<Identity.Personal> persons, Instant now) {
        Map<Identity.Personal, UUID> ids = new HashMap<>();
        vault.find(persons).forEach((person, entry) -> ids.put(person, entry.surviving()));
        Set<Identity.Personal> missing = new HashSet<>(persons);
        missing.removeAll(ids.keySet());
        if (missing.isEmpty()) {
            return new Admission(ids, Set.of());
        }
        Map<Identity.Personal, Vault.Entry> entered = vault.enter(missing, now);
        Set<UUID> created = new HashSet<>();
        entered.forEach((person, entry) -> {
            ids.put(person, entry.surviving());
            if (entry.isNew()) {
                created.add(entry.id());
            }
        });
        return new Admission(ids, created);
    }

    /** Takes back those that were created in this transaction and that nothing came of. */
    public void dismiss(Handle database, Collection<UUID> created) {
        Vault.remove(database, created);
    }
}
