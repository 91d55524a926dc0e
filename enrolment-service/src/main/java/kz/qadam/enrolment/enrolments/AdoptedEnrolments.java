package kz.qadam.enrolment.enrolments;

import java.util.ArrayList;
import java.util.Collection;
import java.util.HashMap;
import java.util.HashSet;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.Set;
import java.util.UUID;
import kz.qadam.enrolment.restore.Adoption.Published;
import org.jdbi.v3.core.Handle;

/** The enrolments that published states are about: each state follows the one before, as it did when it was published. */
final class AdoptedEnrolments {

    private final Map<UUID, Enrolment> present = new HashMap<>();
    private final Set<UUID> known;
    private final Map<UUID, UUID> firstLearners = new HashMap<>();
    private final Set<UUID> changed = new LinkedHashSet<>();
    private final List<Enrolment> former = new ArrayList<>();

    private AdoptedEnrolments(Collection<Enrolment> known) {
        known.forEach(enrolment -> present.put(enrolment.id(), enrolment));
        this.known = Set.copyOf(present.keySet());
    }

    /** Takes over these states. Returns how many are of enrolments whose references were given to others since. */
    static int write(Handle database, List<Published<EnrolmentPublisher.State>> states) {
        var enrolments = new AdoptedEnrolments(EnrolmentRows.byId(
                database, states.stream().map(one -> one.state().enrolmentId()).toList()));
        Set<AdoptedEnrolmentRows.Move> splits = AdoptedEnrolmentRows.splits(
                database, states.stream().map(one -> one.state().learnerId()).toList());
        states.forEach(one -> enrolments.take(one.state(), event(one, splits)));
        Set<UUID> leftOut = enrolments.write(database);
        return (int) states.stream()
                .filter(one -> leftOut.contains(one.state().enrolmentId()))
                .count();
    }

    /** A move after a split is published like one after a merge. */
    private static VersionOrigin.Event event(
            Published<EnrolmentPublisher.State> one, Set<AdoptedEnrolmentRows.Move> splits) {
        if (VersionOrigin.Event.MERGED.toString().equals(one.state().cause())) {
            return splits.contains(AdoptedEnrolmentRows.Move.of(one.state()))
                    ? VersionOrigin.Event.SPLIT
                    : VersionOrigin.Event.MERGED;
        }
        return EnrolmentAdoption.EVENTS.stream()
                .filter(event -> EnrolmentPublisher.type(event).equals(one.type()))
                .findFirst()
                .orElseThrow();
    }

    private void take(EnrolmentPublisher.State state, VersionOrigin.Event event) {
        UUID id = state.enrolmentId();
        Enrolment before = present.get(id);
        if (before == null) {
            firstLearners.put(id, state.learnerId());
        } else if (state.version() > before.version()) {
            former.add(before);
        } else {
            return;
        }
        changed.add(id);
        present.put(id, after(before, state, new VersionOrigin(event, null, null, state.recordedAt(), null)));
    }

    private static Enrolment after(Enrolment before, EnrolmentPublisher.State state, VersionOrigin origin) {
        var content = new EnrolmentContent(
                state.learnerId(),
                state.course(),
                state.cohort(),
                before == null ? null : sentRegion(before, state),
                state.enrolledOn(),
                state.attributes());
        return new Enrolment(
                state.enrolmentId(),
                state.institution(),
                before == null ? state.reference() : before.reference(),
                content,
                state.region(),
                withdrawal(before, state),
                before != null && before.completed(),
                state.version(),
                origin);
    }

    /** A region that was derived never changes: another one was sent. */
    private static String sentRegion(Enrolment before, EnrolmentPublisher.State state) {
        return state.region().equals(before.region()) ? before.content().sentRegion() : state.region();
    }

    /** The reason of a withdrawal is not published. */
    private static Enrolment.Withdrawn withdrawal(Enrolment before, EnrolmentPublisher.State state) {
        if (state.withdrawnOn() == null) {
            return null;
        }
        Enrolment.Withdrawn known = before == null ? null : before.withdrawal();
        return known != null && Objects.equals(known.withdrawnOn(), state.withdrawnOn())
                ? known
                : new Enrolment.Withdrawn(state.withdrawnOn(), null);
    }

    /** Returns the ids of those that could not be written. */
    private Set<UUID> write(Handle database) {
        List<Enrolment> fresh = changed.stream()
                .filter(id -> !known.contains(id))
                .map(present::get)
                .toList();
        Set<UUID> written = AdoptedEnrolmentRows.insert(database, fresh, firstLearners);
        EnrolmentRows.update(
                database,
                changed.stream().filter(known::contains).map(present::get).toList());
        EarlierEnrolmentStates.keep(
                database,
                former.stream()
                        .filter(one -> known.contains(one.id()) || written.contains(one.id()))
                        .toList());
        Set<UUID> leftOut = new HashSet<>(changed);
        leftOut.removeAll(known);
        leftOut.removeAll(written);
        return leftOut;
    }
}
