package kz.qadam.enrolment.enrolments;

import java.time.Instant;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.LinkedHashMap;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.UUID;
import kz.qadam.chassis.batch.Outcome;
import kz.qadam.chassis.problem.Problem;
import org.jdbi.v3.core.Handle;

/** The enrolments that a number of amendments mean: locked, changed one after the other, and written back together. */
final class Affected {

    private final Handle handle;
    private final EnrolmentRows rows;
    private final Map<UUID, Enrolment> byId = new HashMap<>();
    private final Map<EnrolmentPost.Key, UUID> byReference = new HashMap<>();
    private final Set<UUID> changed = new LinkedHashSet<>();
    private final List<Enrolment> former = new ArrayList<>();

    private Affected(Handle handle) {
        this.handle = handle;
        this.rows = new EnrolmentRows(handle);
    }

    static Affected locked(Handle handle, List<Amendment> amendments) {
        List<Amendment.Target> targets =
                amendments.stream().map(Amendment::target).toList();
        List<UUID> ids = new ArrayList<>(targets.size());
        targets.forEach(target -> ids.add(target.id()));
        var affected = new Affected(handle);
        affected.rows
                .locked(
                        targets.stream().map(Amendment.Target::institution).toList(),
                        targets.stream().map(Amendment.Target::enrolment).toList(),
                        ids)
                .forEach(affected::add);
        return affected;
    }

    private void add(Enrolment enrolment) {
        byId.put(enrolment.id(), enrolment);
        byReference.put(new EnrolmentPost.Key(enrolment.institution(), enrolment.reference()), enrolment.id());
    }

    Outcome<EnrolmentView> by(Amendment amendment, Instant now) {
        Enrolment enrolment = meant(amendment.target());
        if (enrolment == null) {
            return new Outcome.Rejected<>(amendment.target().fields().doubt().orElseGet(amendment.target()::unknown));
        }
        Amendment.Effect effect = amendment.on(enrolment, now);
        if (effect instanceof Amendment.Effect.Refused refused) {
            return new Outcome.Rejected<>(refused.problem());
        }
        if (!(effect instanceof Amendment.Effect.Changed change)) {
            return new Outcome.Repeated<>(enrolment.id(), EnrolmentView.of(enrolment));
        }
        Optional<Problem> doubt = amendment.target().doubt();
        if (doubt.isPresent()) {
            return new Outcome.Rejected<>(doubt.get());
        }
        byId.put(enrolment.id(), change.after());
        changed.add(enrolment.id());
        former.add(enrolment);
        return new Outcome.Kept<>(change.httpStatus(), "accepted", enrolment.id(), EnrolmentView.of(change.after()));
    }

    /** By reference first: a reference may look like an id. */
    private Enrolment meant(Amendment.Target target) {
        UUID id = byReference.get(new EnrolmentPost.Key(target.institution(), target.enrolment()));
        if (id != null) {
            return byId.get(id);
        }
        Enrolment other = target.id() == null ? null : byId.get(target.id());
        return other != null && other.institution().equals(target.institution()) ? other : null;
    }

    /** What has become of those that changed, from where they stood to where they stand. */
    List<Effect.Turn> turns() {
        Map<UUID, Enrolment> first = new LinkedHashMap<>();
        former.forEach(enrolment -> first.putIfAbsent(enrolment.id(), enrolment));
        return first.values().stream()
                .map(before -> Effect.Turn.of(before, byId.get(before.id())))
                .toList();
    }

    /** Returns what has changed. */
    List<Enrolment> save(Instant now, String trace) {
        List<Enrolment> after = changed.stream().map(byId::get).toList();
        rows.update(after, trace, now);
        FormerEnrolments.keep(handle, former);
        return after;
    }
}
