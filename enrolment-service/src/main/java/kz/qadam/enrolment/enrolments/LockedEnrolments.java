package kz.qadam.enrolment.enrolments;

import java.time.Instant;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.LinkedHashMap;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.UUID;
import kz.qadam.chassis.http.problem.Problem;
import kz.qadam.chassis.http.problem.ProblemType;
import kz.qadam.chassis.submissions.submission.Outcome;
import kz.qadam.chassis.submissions.submission.ParsedItem;
import org.jdbi.v3.core.Handle;

/** The enrolments that several amendments name: locked together, changed one by one, and saved together. */
final class LockedEnrolments {

    private final Handle handle;
    private final Map<UUID, Enrolment> byId = new HashMap<>();
    private final Map<Enrolment.Key, UUID> byReference = new HashMap<>();
    private final Set<UUID> changed = new LinkedHashSet<>();
    private final List<Enrolment> former = new ArrayList<>();

    private LockedEnrolments(Handle handle) {
        this.handle = handle;
    }

    static LockedEnrolments of(Handle handle, List<? extends ParsedItem<? extends Amendment>> amendments) {
        var enrolments = new LockedEnrolments(handle);
        EnrolmentRows.lock(
                        handle,
                        amendments.stream().map(ParsedItem::actingFor).toList(),
                        amendments.stream()
                                .map(amendment -> amendment.content().enrolment())
                                .toList(),
                        amendments.stream().map(LockedEnrolments::id).toList())
                .forEach(enrolments::add);
        return enrolments;
    }

    private void add(Enrolment enrolment) {
        byId.put(enrolment.id(), enrolment);
        byReference.put(enrolment.key(), enrolment.id());
    }

    Outcome<EnrolmentView> amend(ParsedItem<? extends Amendment> item, Instant now) {
        Enrolment enrolment = find(item);
        if (enrolment == null) {
            return new Outcome.Rejected<>(
                    new Problem(ProblemType.NOT_FOUND, item.fields().fault("enrolment", "unknown-enrolment")));
        }
        Amendment.Change change = item.content().applyTo(enrolment, item, now);
        if (change instanceof Amendment.Change.Refused refused) {
            return new Outcome.Rejected<>(refused.problem());
        }
        if (!(change instanceof Amendment.Change.Changed changes)) {
            return new Outcome.Repeated<>(enrolment.id(), EnrolmentView.of(enrolment));
        }
        byId.put(enrolment.id(), changes.after());
        changed.add(enrolment.id());
        former.add(enrolment);
        return new Outcome.Kept<>(changes.httpStatus(), "accepted", enrolment.id(), EnrolmentView.of(changes.after()));
    }

    /** Looks for the reference first, because a reference may look like an id. */
    private Enrolment find(ParsedItem<? extends Amendment> item) {
        UUID id = byReference.get(
                new Enrolment.Key(item.actingFor(), item.content().enrolment()));
        if (id != null) {
            return byId.get(id);
        }
        UUID written = id(item);
        Enrolment other = written == null ? null : byId.get(written);
        return other != null && other.institution().equals(item.actingFor()) ? other : null;
    }

    /** The id of the enrolment if the amendment names it by id; else null. */
    private static UUID id(ParsedItem<? extends Amendment> item) {
        try {
            String written = item.content().enrolment();
            UUID id = UUID.fromString(written);
            return id.toString().equalsIgnoreCase(written) ? id : null;
        } catch (IllegalArgumentException e) {
            return null;
        }
    }

    /** The changed enrolments, each with its first and its present state. */
    List<Effect.EnrolmentChange> changes() {
        Map<UUID, Enrolment> first = new LinkedHashMap<>();
        former.forEach(enrolment -> first.putIfAbsent(enrolment.id(), enrolment));
        return first.values().stream()
                .map(before -> Effect.EnrolmentChange.of(before, byId.get(before.id())))
                .toList();
    }

    /** Saves the changed enrolments and returns them. */
    List<Enrolment> save() {
        List<Enrolment> after = changed.stream().map(byId::get).toList();
        EnrolmentRows.update(handle, after);
        EarlierEnrolmentStates.keep(handle, former);
        return after;
    }
}
