package kz.qadam.progress.completion;

import jakarta.enterprise.context.ApplicationScoped;
import java.time.Instant;
import java.util.ArrayList;
import java.util.Collection;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.SortedSet;
import java.util.TreeSet;
import java.util.UUID;
import java.util.stream.Collectors;
import java.util.stream.Stream;
import kz.qadam.progress.catalogue.Almaty;
import kz.qadam.progress.catalogue.Catalogue;
import kz.qadam.progress.enrolment.Enrolment;
import kz.qadam.progress.enrolment.EnrolmentName;
import kz.qadam.progress.learner.Cause;
import kz.qadam.progress.learner.Judgement;
import kz.qadam.progress.learner.Judgement.Judged;
import kz.qadam.progress.learner.LearnerCohort;
import kz.qadam.progress.tally.Tallies;
import kz.qadam.progress.tally.TallyDelta;
import org.jdbi.v3.core.Handle;

/** Puts completions where they stand when something that they depend on has come or changed. */
@ApplicationScoped
public class Restanding {

    private final Consequences consequences;
    private final Judgement judgement;
    private final Tallies tallies;

    Restanding(Consequences consequences, Judgement judgement, Tallies tallies) {
        this.consequences = consequences;
        this.judgement = judgement;
        this.tallies = tallies;
    }

    /** Enrolments came or changed, and are locked by their names: what waited for them waits no more. */
    public void under(Handle handle, Catalogue catalogue, List<Enrolment> enrolments, Instant now) {
        if (enrolments.isEmpty()) {
            return;
        }
        Map<UUID, Enrolment> byId = new HashMap<>();
        Map<EnrolmentName, Enrolment> byName = new HashMap<>();
        for (Enrolment e : enrolments) {
            byId.put(e.id(), e);
            byName.put(new EnrolmentName(e.institution(), e.id().toString()), e);
        }
        enrolments.forEach(e -> byName.put(new EnrolmentName(e.institution(), e.reference()), e));
        List<Change> known = new ArrayList<>();
        List<Change> corrected = new ArrayList<>();
        for (Completion before : locked(handle, byName.keySet(), byId.keySet())) {
            Enrolment enrolment = before.enrolled() == null
                    ? byName.get(new EnrolmentName(
                            before.institution(), before.content().enrolment()))
                    : byId.get(before.enrolled().enrolmentId());
            Standing standing = Standing.of(before.content().completedOn(), enrolment, catalogue.days());
            before.changeTo(before.as(before.content(), standing, Enrolled.by(enrolment)))
                    .ifPresent(change -> (change.isFirstTold() ? known : corrected).add(change));
        }
        List<Change> all = Stream.concat(known.stream(), corrected.stream()).toList();
        write(handle, all, now);
        Cause cause = corrected.isEmpty() ? Cause.ENROLMENT_KNOWN : Cause.ENROLMENT_CORRECTED;
        Judged judged = consequences.judge(handle, catalogue, all, cause, now, null);
        consequences.tell(handle, known, judged, Cause.ENROLMENT_KNOWN, now, null);
        consequences.tell(handle, corrected, judged, Cause.ENROLMENT_CORRECTED, now, null);
    }

    /** The catalogue changed, and concerns these learners of a cohort; returns how many states are other than before. */
    public int byCatalogue(
            Handle handle, Catalogue catalogue, String cohort, Collection<UUID> learners, Cause cause, Instant now) {
        List<Change> changes = new ArrayList<>();
        for (Completion before : Completions.lockAccepted(handle, cohort, learners)) {
            Standing standing = Standing.accepted(before.content().completedOn(), catalogue.days());
            before.changeTo(before.as(before.content(), standing, before.enrolled()))
                    .ifPresent(changes::add);
        }
        write(handle, changes, now);
        SortedSet<LearnerCohort> who = learners.stream()
                .map(id -> new LearnerCohort(id, cohort))
                .collect(Collectors.toCollection(TreeSet::new));
        Judged judged = judgement.judge(handle, catalogue, who, cause, now, null);
        consequences.tell(handle, changes, judged, cause, now, null);
        return judged.changed();
    }

    private void write(Handle handle, List<Change> changes, Instant now) {
        Completions.update(handle, changes.stream().map(Change::after).toList());
        tallies.note(
                handle,
                Almaty.dayOf(now),
                changes.stream()
                        .map(c -> TallyDelta.ofStocks(c.after().institution(), c.pendingChange(), c.refusedChange())));
    }

    private static List<Completion> locked(Handle handle, Set<EnrolmentName> names, Set<UUID> ids) {
        List<EnrolmentName> all = List.copyOf(names);
        return Completions.lockUnder(
                handle,
                all.stream().map(EnrolmentName::institution).toList(),
                all.stream().map(EnrolmentName::name).toList(),
                List.copyOf(ids));
    }
}
