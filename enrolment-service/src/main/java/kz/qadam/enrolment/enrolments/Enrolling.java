package kz.qadam.enrolment.enrolments;

import com.fasterxml.uuid.Generators;
import com.fasterxml.uuid.impl.TimeBasedEpochGenerator;
import java.time.Instant;
import java.time.LocalDate;
import java.util.ArrayList;
import java.util.Collection;
import java.util.HashSet;
import java.util.LinkedHashMap;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.UUID;
import java.util.stream.Collectors;
import java.util.stream.IntStream;
import kz.qadam.chassis.batch.Outcome;
import kz.qadam.chassis.problem.Fault;
import kz.qadam.chassis.problem.Problem;
import kz.qadam.chassis.problem.ProblemType;
import kz.qadam.enrolment.catalogue.Almaty;
import kz.qadam.enrolment.catalogue.Catalogue;
import kz.qadam.enrolment.learners.Aliases;
import kz.qadam.enrolment.learners.Identity;
import kz.qadam.enrolment.learners.Learners;
import org.jdbi.v3.core.Handle;

/** Takes many posts in one transaction, by a handful of statements however many they are. */
final class Enrolling {

    private static final TimeBasedEpochGenerator IDS = Generators.timeBasedEpochGenerator();

    private final Handle database;
    private final Learners learners;
    private final EnrolmentPublisher publisher;
    private final Instant now;
    private final EnrolmentRows rows;
    /** Whom the posts name by a surrogate, and who that is by now. */
    private Map<UUID, UUID> named = Map.of();

    Enrolling(Handle database, Learners learners, EnrolmentPublisher publisher, Instant now) {
        this.database = database;
        this.learners = learners;
        this.publisher = publisher;
        this.now = now;
        this.rows = new EnrolmentRows(database);
    }

    /** What becomes of each, in their order. */
    List<Outcome<EnrolmentView>> outcomes(List<EnrolmentPost> posts) {
        Aliases.hold(database);
        Catalogue catalogue = Catalogue.held(
                database,
                posts.stream().map(EnrolmentPost::institution).toList(),
                posts.stream().map(EnrolmentPost::course).toList(),
                posts.stream().map(EnrolmentPost::cohort).toList());
        List<Optional<Problem>> problems = problems(posts, catalogue);
        List<EnrolmentPost> right = new ArrayList<>(posts.size());
        for (int i = 0; i < posts.size(); i++) {
            if (problems.get(i).isEmpty()) {
                right.add(posts.get(i));
            }
        }
        var kept = kept(right, catalogue).iterator();
        return problems.stream()
                .map(problem -> problem.<Outcome<EnrolmentView>>map(Outcome.Rejected::new)
                        .orElseGet(kept::next))
                .toList();
    }

    private List<Optional<Problem>> problems(List<EnrolmentPost> posts, Catalogue catalogue) {
        Set<UUID> surrogates = new HashSet<>();
        for (EnrolmentPost post : posts) {
            if (post.learner() instanceof Identity.Surrogate surrogate) {
                surrogates.add(surrogate.learnerId());
            }
        }
        named = Aliases.surviving(database, surrogates);
        LocalDate today = LocalDate.ofInstant(now, Almaty.ZONE);
        Set<Identity.Personal> nobody = learners.nobody(database, persons(posts));
        List<Optional<Problem>> certain = posts.stream()
                .map(post -> post.problem(catalogue, named.keySet(), nobody, learners::mayTakeIn, today))
                .toList();
        return doubted(posts, certain);
    }

    /** What looks like the number of a person only to the test of today is rejected, unless it was accepted before. */
    private List<Optional<Problem>> doubted(List<EnrolmentPost> posts, List<Optional<Problem>> certain) {
        Set<EnrolmentPost.Key> doubtful = IntStream.range(0, posts.size())
                .filter(i -> certain.get(i).isEmpty() && doubt(posts.get(i)).isPresent())
                .mapToObj(i -> posts.get(i).key())
                .collect(Collectors.toSet());
        if (doubtful.isEmpty()) {
            return certain;
        }
        doubtful.removeAll(rows.byKey(doubtful).keySet());
        return IntStream.range(0, posts.size())
                .mapToObj(i -> doubtful.contains(posts.get(i).key())
                        ? certain.get(i).or(() -> doubt(posts.get(i)))
                        : certain.get(i))
                .toList();
    }

    private static Optional<Problem> doubt(EnrolmentPost post) {
        return post.fields().doubt(Rules.CODES);
    }

    private List<Outcome<EnrolmentView>> kept(List<EnrolmentPost> posts, Catalogue catalogue) {
        var admission = learners.admit(database, persons(posts), now);
        Map<EnrolmentPost.Key, Enrolment> fresh = new LinkedHashMap<>();
        List<String> traces = new ArrayList<>(posts.size());
        for (EnrolmentPost post : posts) {
            if (!fresh.containsKey(post.key())) {
                fresh.put(post.key(), begun(post, content(post, admission), catalogue));
                traces.add(post.trace());
            }
        }
        Set<UUID> inserted = rows.insert(List.copyOf(fresh.values()), traces, now);
        publisher.addKept(database, fresh.values(), traces, inserted);
        dismissUnused(admission, fresh.values(), inserted);

        Map<EnrolmentPost.Key, Enrolment> present = new LinkedHashMap<>();
        fresh.forEach((key, enrolment) -> {
            if (inserted.contains(enrolment.id())) {
                present.put(key, enrolment);
            }
        });
        present.putAll(rows.byKey(
                fresh.keySet().stream().filter(key -> !present.containsKey(key)).toList()));
        Map<UUID, List<Content>> former = FormerEnrolments.contents(
                database,
                present.values().stream()
                        .filter(enrolment -> !inserted.contains(enrolment.id()))
                        .toList());

        Set<UUID> unanswered = new HashSet<>(inserted);
        List<Outcome<EnrolmentView>> outcomes = new ArrayList<>(posts.size());
        for (EnrolmentPost post : posts) {
            Enrolment enrolment = present.get(post.key());
            outcomes.add(
                    unanswered.remove(enrolment.id())
                            ? new Outcome.Kept<>(201, "accepted", enrolment.id(), EnrolmentView.of(enrolment))
                            : again(
                                    post,
                                    content(post, admission),
                                    enrolment,
                                    former.getOrDefault(enrolment.id(), List.of())));
        }
        return outcomes;
    }

    private static Set<Identity.Personal> persons(List<EnrolmentPost> posts) {
        Set<Identity.Personal> persons = new LinkedHashSet<>();
        for (EnrolmentPost post : posts) {
            if (post.learner() instanceof Identity.Personal person) {
                persons.add(person);
            }
        }
        return persons;
    }

    private Content content(EnrolmentPost post, Learners.Admission admission) {
        Identity learner = post.learner();
        return post.content(
                learner instanceof Identity.Surrogate surrogate
                        ? named.get(surrogate.learnerId())
                        : admission.ids().get((Identity.Personal) learner));
    }

    private Enrolment begun(EnrolmentPost post, Content content, Catalogue catalogue) {
        String home = catalogue.institution(post.institution()).orElseThrow().region();
        var origin = new Origin(Origin.Event.ENROLLED, null, post.acting().role(), now);
        return Enrolment.begun(IDS.generate(), post.institution(), post.reference(), content, home, origin);
    }

    /** What conflicts leaves nothing, not even a person. */
    private void dismissUnused(Learners.Admission admission, Collection<Enrolment> fresh, Set<UUID> inserted) {
        Set<UUID> unused = new HashSet<>(admission.created());
        for (Enrolment enrolment : fresh) {
            if (inserted.contains(enrolment.id())) {
                unused.remove(enrolment.content().learnerId());
            }
        }
        learners.dismiss(database, unused);
    }

    private static Outcome<EnrolmentView> again(
            EnrolmentPost post, Content sent, Enrolment enrolment, List<Content> former) {
        if (sent.equals(enrolment.content()) || former.contains(sent)) {
            return new Outcome.Repeated<>(enrolment.id(), EnrolmentView.of(enrolment));
        }
        List<Fault> differences = enrolment.content().differences(sent).stream()
                .map(name -> post.fields().fault(name, "differs"))
                .toList();
        return new Outcome.Rejected<>(new Problem(ProblemType.REFERENCE_CONFLICT, differences));
    }
}
