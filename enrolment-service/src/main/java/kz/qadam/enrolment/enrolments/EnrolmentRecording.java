package kz.qadam.enrolment.enrolments;

import com.fasterxml.uuid.Generators;
import com.fasterxml.uuid.impl.TimeBasedEpochGenerator;
import java.time.Instant;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.HashSet;
import java.util.IdentityHashMap;
import java.util.LinkedHashMap;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.UUID;
import java.util.stream.Collectors;
import java.util.stream.Stream;
import kz.qadam.chassis.base.time.AlmatyTime;
import kz.qadam.chassis.http.problem.Fault;
import kz.qadam.chassis.http.problem.Problem;
import kz.qadam.chassis.http.problem.ProblemType;
import kz.qadam.chassis.submissions.submission.Outcome;
import kz.qadam.chassis.submissions.submission.ParsedItem;
import kz.qadam.enrolment.catalogue.LegalBasisRule;
import kz.qadam.enrolment.catalogue.NamedCatalogueEntries;
import kz.qadam.enrolment.learners.Aliases;
import kz.qadam.enrolment.learners.Identity;
import kz.qadam.enrolment.learners.Learners;
import org.jdbi.v3.core.Handle;

/** Records many new enrolments in one transaction. The number of SQL statements does not depend on how many. */
final class EnrolmentRecording {

    private static final TimeBasedEpochGenerator IDS = Generators.timeBasedEpochGenerator();

    private final Handle database;
    private final Learners learners;
    private final EnrolmentPublisher publisher;
    private final LegalBasisRule basisRule;
    private final Instant now;
    private final boolean isDryRun;

    /** The learner of each item, computed once; null if it cannot be read. */
    private final IdentityHashMap<EnrolmentPost, Identity> identities = new IdentityHashMap<>();

    private LearnersById named = LearnersById.NONE;
    private RestoredEnrolmentItems sentAgain;

    /** Null until it is needed: what a dry run does for a stranger does not depend on who is blocked. */
    private Set<Identity.Personal> blocked;

    /** @param isDryRun whether nothing will be kept; then nobody is said to be blocked */
    EnrolmentRecording(
            Handle database,
            Learners learners,
            EnrolmentPublisher publisher,
            LegalBasisRule basisRule,
            Instant now,
            boolean isDryRun) {
        this.database = database;
        this.learners = learners;
        this.publisher = publisher;
        this.basisRule = basisRule;
        this.now = now;
        this.isDryRun = isDryRun;
    }

    /** Returns the outcomes in the order of the items. */
    List<Outcome<EnrolmentView>> record(List<ParsedItem<EnrolmentPost>> items) {
        items.forEach(item -> identities.put(item.content(), item.content().identity()));
        Aliases.lockShared(database);
        NamedCatalogueEntries catalogue = NamedCatalogueEntries.readAndLockCoursesAndCohorts(
                database,
                items.stream().map(ParsedItem::actingFor).toList(),
                items.stream().map(item -> item.content().course()).toList(),
                items.stream().map(item -> item.content().cohort()).toList());
        named = LearnersById.of(database, items, item -> identities.get(item.content()));
        List<ParsedItem<EnrolmentPost>> right = new EnrolmentChecks(
                        database, learners, basisRule, named, identities, AlmatyTime.dayOf(now))
                .judge(items, catalogue);
        sentAgain = RestoredEnrolmentItems.take(database, learners, right, identities, now);
        List<ParsedItem<EnrolmentPost>> judged = isDryRun
                ? right
                : BlockedItems.of(database, learners, right, identities).reject(right);
        var kept = keep(judged.stream().filter(item -> item.problem().isEmpty()).toList(), catalogue)
                .iterator();
        return judged.stream().map(item -> item.outcome(kept::next)).toList();
    }

    static Enrolment.Key key(ParsedItem<EnrolmentPost> item) {
        return new Enrolment.Key(item.actingFor(), item.content().reference());
    }

    private List<Outcome<EnrolmentView>> keep(List<ParsedItem<EnrolmentPost>> sent, NamedCatalogueEntries catalogue) {
        var admission =
                learners.admit(database, persons(sent.stream().map(item -> identities.get(item.content()))), now);
        List<ParsedItem<EnrolmentPost>> items =
                sent.stream().map(item -> underReference(item, admission)).toList();
        Map<Enrolment.Key, Enrolment> fresh = new LinkedHashMap<>();
        for (ParsedItem<EnrolmentPost> item : items) {
            if (!fresh.containsKey(key(item))) {
                fresh.put(key(item), newEnrolment(item, content(item, admission), catalogue));
            }
        }
        Set<UUID> inserted = EnrolmentRows.insert(database, fresh.values());
        List<Enrolment> kept = fresh.values().stream()
                .filter(enrolment -> inserted.contains(enrolment.id()))
                .toList();
        publisher.addAll(database, kept);
        removeUnusedLearners(admission, kept);

        Map<Enrolment.Key, Enrolment> present = new HashMap<>();
        kept.forEach(enrolment -> present.put(enrolment.key(), enrolment));
        Map<Enrolment.Key, Enrolment> earlier = EnrolmentRows.byKey(
                database,
                fresh.keySet().stream().filter(key -> !present.containsKey(key)).toList());
        present.putAll(earlier);
        Map<UUID, List<EnrolmentContent>> former = EarlierEnrolmentStates.contents(
                database, earlier.values().stream().map(Enrolment::id).toList());

        Set<UUID> unanswered = new HashSet<>(inserted);
        List<Outcome<EnrolmentView>> outcomes = new ArrayList<>(items.size());
        for (ParsedItem<EnrolmentPost> item : items) {
            Enrolment enrolment = present.get(key(item));
            outcomes.add(
                    unanswered.remove(enrolment.id())
                            ? new Outcome.Kept<>(201, "accepted", enrolment.id(), EnrolmentView.of(enrolment))
                            : repeatedOrConflicting(
                                    item,
                                    content(item, admission),
                                    enrolment,
                                    former.getOrDefault(enrolment.id(), List.of()),
                                    catalogue));
        }
        return outcomes;
    }

    /** An item without a reference gets the one that is derived for it. */
    private ParsedItem<EnrolmentPost> underReference(ParsedItem<EnrolmentPost> item, Learners.Admission admission) {
        if (item.content().reference() != null) {
            return item;
        }
        Identity learner = identities.get(item.content());
        UUID first = learner instanceof Identity.Surrogate surrogate
                ? surrogate.learnerId()
                : admission.first().get((Identity.Personal) learner);
        EnrolmentPost named = item.content().underDerivedReference(item.actingFor(), first);
        identities.put(named, learner);
        return item.as(named, named.reference());
    }

    private static Set<Identity.Personal> persons(Stream<Identity> identities) {
        return identities
                .filter(Identity.Personal.class::isInstance)
                .map(Identity.Personal.class::cast)
                .collect(Collectors.toCollection(LinkedHashSet::new));
    }

    private EnrolmentContent content(ParsedItem<EnrolmentPost> item, Learners.Admission admission) {
        Identity learner = identities.get(item.content());
        return item.content()
                .content(
                        learner instanceof Identity.Surrogate surrogate
                                ? named.current(surrogate.learnerId())
                                : sentAgain.learner(
                                        item.content(), admission.ids().get((Identity.Personal) learner)));
    }

    private Enrolment newEnrolment(
            ParsedItem<EnrolmentPost> item, EnrolmentContent content, NamedCatalogueEntries catalogue) {
        String homeRegion =
                catalogue.institution(item.actingFor()).orElseThrow().region();
        VersionOrigin origin = VersionOrigin.of(VersionOrigin.Event.ENROLLED, null, item, now);
        return Enrolment.create(IDS.generate(), item.actingFor(), item.reference(), content, homeRegion, origin);
    }

    /** Removes learners that were created for enrolments that were not inserted. */
    private void removeUnusedLearners(Learners.Admission admission, List<Enrolment> kept) {
        Set<UUID> unused = new HashSet<>(admission.created());
        kept.forEach(enrolment -> unused.remove(enrolment.content().learnerId()));
        learners.remove(database, unused);
    }

    private Outcome<EnrolmentView> repeatedOrConflicting(
            ParsedItem<EnrolmentPost> item,
            EnrolmentContent sent,
            Enrolment enrolment,
            List<EnrolmentContent> former,
            NamedCatalogueEntries catalogue) {
        if (sent.equals(enrolment.content()) || former.contains(sent)) {
            return new Outcome.Repeated<>(enrolment.id(), view(item, sent, enrolment, catalogue));
        }
        List<Fault> differences = enrolment.content().differences(sent).stream()
                .map(name -> item.fields().fault(name, "differs"))
                .toList();
        return new Outcome.Rejected<>(new Problem(ProblemType.REFERENCE_CONFLICT, differences));
    }

    /** A dry run about a blocked learner shows what was sent, not what is held. */
    private EnrolmentView view(
            ParsedItem<EnrolmentPost> item,
            EnrolmentContent sent,
            Enrolment enrolment,
            NamedCatalogueEntries catalogue) {
        return isDryRun && isOfBlocked(item)
                ? EnrolmentView.of(newEnrolment(item, sent, catalogue)).withId(enrolment.id())
                : EnrolmentView.of(enrolment);
    }

    private boolean isOfBlocked(ParsedItem<EnrolmentPost> item) {
        if (blocked == null) {
            blocked = learners.findBlocked(database, persons(identities.values().stream()));
        }
        return blocked.contains(identities.get(item.content()));
    }
}
