package kz.qadam.enrolment.learners;

import jakarta.enterprise.context.ApplicationScoped;
import java.time.Instant;
import java.util.Collection;
import java.util.HashMap;
import java.util.HashSet;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.UUID;
import kz.qadam.chassis.base.language.Message;
import kz.qadam.chassis.http.problem.Problem;
import kz.qadam.chassis.http.problem.ProblemType;
import org.jdbi.v3.core.Handle;

/** The learner vault: one random {@code learnerId} per person, for all institutions. */
@ApplicationScoped
public class Learners {

    /**
     * The learners of a number of persons.
     *
     * @param first as whom each was first known, before any merge
     * @param created the learners that this transaction created
     */
    public record Admission(Map<Identity.Personal, UUID> ids, Map<Identity.Personal, UUID> first, Set<UUID> created) {}

    private final VaultKeys keys;
    private final boolean syntheticOnly;

    Learners(VaultKeys keys, VaultConfig config) {
        this.keys = keys;
        this.syntheticOnly = config.syntheticOnly();
    }

    /** Whether this person may be enrolled here. In a test installation, no number may belong to a living person. */
    public boolean mayAdmit(Identity.Personal person) {
        return !syntheticOnly || !person.mayBeOfLivingPerson();
    }

    /** Those who are blocked, for a time or since their erasure is accepted: nobody may enrol them. */
    public Set<Identity.Personal> findBlocked(Handle database, Set<Identity.Personal> persons) {
        return BlockedLearners.among(
                database, persons, () -> new PersonHasher(keys.current().lookup()));
    }

    /** The current learner of an identity, also if it is blocked; empty if there is none. */
    public Optional<UUID> find(Handle database, Identity identity) {
        return identity instanceof Identity.Surrogate named
                ? Aliases.surviving(database, named.learnerId())
                : new VaultRows(database, keys.current())
                        .find(Set.of((Identity.Personal) identity)).values().stream()
                                .map(VaultRows.Entry::surviving)
                                .findFirst();
    }

    /**
     * Returns the learners of these persons, and creates those that are new.
     *
     * @throws Problem 503 if this instance does not know the current keys yet
     */
    public Admission admit(Handle database, Set<Identity.Personal> persons, Instant now) {
        Admission admission = admit(new VaultRows(database, keys.current()), persons, now);
        if (admission.ids().size() < persons.size() && keys.reload()) {
            admission = admit(new VaultRows(database, keys.current()), persons, now);
        }
        if (admission.ids().size() < persons.size()) {
            throw new Problem(ProblemType.UNAVAILABLE, Message.of("keys-change"));
        }
        return admission;
    }

    private static Admission admit(VaultRows vault, Set<Identity.Personal> persons, Instant now) {
        Map<Identity.Personal, UUID> ids = new HashMap<>();
        Map<Identity.Personal, UUID> first = new HashMap<>();
        vault.find(persons).forEach((person, entry) -> {
            ids.put(person, entry.surviving());
            first.put(person, entry.id());
        });
        Set<Identity.Personal> missing = new HashSet<>(persons);
        missing.removeAll(ids.keySet());
        if (missing.isEmpty()) {
            return new Admission(ids, first, Set.of());
        }
        Map<Identity.Personal, VaultRows.Entry> entered = vault.enter(missing, now);
        Set<UUID> created = new HashSet<>();
        entered.forEach((person, entry) -> {
            ids.put(person, entry.surviving());
            first.put(person, entry.id());
            if (entry.isNew()) {
                created.add(entry.id());
            }
        });
        return new Admission(ids, first, created);
    }

    /**
     * Gives adopted learners their numbers, unless they have one.
     *
     * @param sent the number of each learner
     * @return for those whose number was another learner's already, that one
     */
    public Map<UUID, UUID> enter(Handle database, Map<UUID, Identity.Personal> sent, Instant now) {
        Map<UUID, Identity.Personal> wanted = new HashMap<>(sent);
        wanted.keySet().retainAll(AdoptedLearners.lockWithoutNumber(database, sent.keySet()));
        var vault = new VaultRows(database, keys.current());
        Map<Identity.Personal, VaultRows.Entry> found = vault.find(wanted.values());
        Map<Identity.Personal, UUID> missing = new HashMap<>();
        wanted.forEach((learner, person) -> missing.putIfAbsent(person, learner));
        missing.keySet().removeAll(found.keySet());
        if (!missing.isEmpty()) {
            found.putAll(vault.enterFor(missing, now));
        }
        Map<UUID, UUID> others = new HashMap<>();
        wanted.forEach((learner, person) -> {
            if (found.containsKey(person)) {
                others.put(learner, found.get(person).id());
            }
        });
        List<UUID> entered =
                others.keySet().stream().filter(id -> id.equals(others.get(id))).toList();
        AdoptedLearners.settle(database, entered);
        others.keySet().removeAll(entered);
        return others;
    }

    /** Removes learners that this transaction created but did not use. */
    public void remove(Handle database, Collection<UUID> created) {
        VaultRows.remove(database, created);
    }
}
