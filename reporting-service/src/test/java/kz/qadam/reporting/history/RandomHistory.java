package kz.qadam.reporting.history;

import static kz.qadam.reporting.KafkaFixture.publishMarker;
import static kz.qadam.reporting.LearnerFixture.publishAlias;
import static kz.qadam.reporting.LearnerFixture.publishNoLongerTrained;

import java.time.LocalDate;
import java.util.ArrayList;
import java.util.Comparator;
import java.util.HashMap;
import java.util.HashSet;
import java.util.LinkedHashMap;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.Optional;
import java.util.Random;
import java.util.Set;
import java.util.UUID;
import java.util.stream.Collectors;
import kz.qadam.reporting.CompletionFixture;
import kz.qadam.reporting.EnrolmentFixture;
import kz.qadam.reporting.KafkaFixture;
import kz.qadam.reporting.catalogue.MemberNames;
import kz.qadam.reporting.rollup.Dimension;

/** People enrol, withdraw, complete, are corrected, revoked, moved, merged and split, and the catalogue changes: all by chance, from a seed. */
final class RandomHistory {

    private static final List<String> REGIONS = List.of("KZ-71", "KZ-75", "unknown");
    private static final Comparator<CompletionFixture> ORDER = Comparator.comparing(CompletionFixture::day)
            .thenComparing(CompletionFixture::institution)
            .thenComparing(CompletionFixture::reference);

    private record Member(UUID learner, String cohort) {

        static Member of(CompletionFixture completion) {
            return new Member(completion.learner(), completion.cohort());
        }
    }

    /** @param by null: not trained */
    private record Training(long version, CompletionFixture by) {

        static final Training NONE = new Training(0, null);

        boolean isBy(CompletionFixture other) {
            return Objects.equals(content(by), content(other));
        }

        private static List<String> content(CompletionFixture by) {
            return by == null ? List.of() : List.of(by.id().toString(), by.day(), by.course(), by.region());
        }
    }

    /**
     * A learner who was absorbed.
     *
     * @param enrolments its own at the merge
     */
    private record Alias(UUID surviving, long version, Set<UUID> enrolments) {

        Alias in(UUID other) {
            return new Alias(other, version + 1, enrolments);
        }
    }

    private final Random random;
    private final RandomCatalogue catalogue;
    private final List<UUID> learners = new ArrayList<>();
    private final Map<UUID, EnrolmentFixture> enrolments = new LinkedHashMap<>();
    private final Map<UUID, CompletionFixture> completions = new LinkedHashMap<>();
    private final Map<Member, Training> trained = new HashMap<>();
    private final Map<UUID, Alias> aliases = new LinkedHashMap<>();
    private final Set<String> keys = new HashSet<>();

    RandomHistory(long seed) {
        this.random = new Random(seed);
        String name = "history-" + seed + "-" + UUID.randomUUID().toString().substring(0, 8);
        this.catalogue = new RandomCatalogue(random, name);
    }

    List<String> cohorts() {
        return catalogue.cohorts();
    }

    /** Many things happen, and all of them arrive. */
    void goesOn(int steps) {
        for (int step = 0; step < steps; step++) {
            int chance = random.nextInt(100);
            if (chance < 22 || learners.size() < 3) {
                enrols();
            } else if (chance < 50) {
                completes();
            } else if (chance < 58) {
                anyAccepted().ifPresent(one -> becomes(one.correctedTo(day()), "correction"));
            } else if (chance < 65) {
                anyAccepted().ifPresent(one -> becomes(one.revoked(), "revocation"));
            } else if (chance < 69) {
                anyAccepted().ifPresent(one -> movesTo(one, one.learner(), other(one.cohort()), "enrolment-corrected"));
            } else if (chance < 72) {
                merges();
            } else if (chance < 74) {
                splits();
            } else if (chance < 78) {
                correctsEnrolment(anyEnrolment());
                correctsAttributes(anyEnrolment());
            } else if (chance < 81) {
                publish(anyEnrolment().withdrawnOn(day()));
            } else if (chance < 89) {
                catalogue.describesCourse();
            } else if (chance < 94) {
                catalogue.describesInstitution();
            } else {
                changesCohort(any(cohorts()));
            }
        }
        awaitArrival();
    }

    private void enrols() {
        UUID learner = random.nextInt(3) == 0 && !learners.isEmpty() ? any(learners) : UUID.randomUUID();
        if (!learners.contains(learner)) {
            learners.add(learner);
        }
        String course = catalogue.anyCourse();
        publish(EnrolmentFixture.of(learner, any(cohorts()), any(REGIONS), catalogue.anyInstitution())
                .course(course)
                .withAttributes(attributes()));
    }

    /** A value of each attribute, or none. */
    private Map<String, String> attributes() {
        return Dimension.ATTRIBUTES.stream()
                .filter(one -> random.nextInt(4) > 0)
                .collect(Collectors.toMap(
                        Dimension::code,
                        one -> any(List.copyOf(MemberNames.of(one).orElseThrow().keySet()))));
    }

    private void completes() {
        EnrolmentFixture enrolment = anyEnrolment();
        String day = random.nextInt(10) == 0 ? "2025-12-31" : day();
        becomes(CompletionFixture.under(enrolment, day), "completion");
    }

    /** An enrolment is in another course and another region, and so is each completion under it. */
    private void correctsEnrolment(EnrolmentFixture enrolment) {
        EnrolmentFixture other = enrolment.corrected(catalogue.anyCourse(), any(REGIONS));
        publish(other);
        List.copyOf(completions.values()).stream()
                .filter(one -> one.enrolment().equals(other.id()))
                .forEach(one -> becomes(one.enrolmentCorrected(other.course(), other.region()), "enrolment"));
    }

    /** Nothing is judged by an attribute, so only the enrolment is published again. */
    private void correctsAttributes(EnrolmentFixture enrolment) {
        if (!Dimension.ATTRIBUTES.isEmpty()) {
            publish(enrolment.correctedTo(attributes()));
        }
    }

    /** A completion gets this state, and its learner is evaluated with it. */
    private void becomes(CompletionFixture state, String cause) {
        CompletionFixture one =
                state.isAccepted() && state.day().compareTo("2026-01-01") < 0 ? state.outsideProgramme() : state;
        completions.put(one.id(), one);
        Member member = Member.of(one);
        Optional<Training> next = evaluates(member);
        publish(one.trainedVersion(version(member)));
        next.ifPresent(training -> publish(member, training, cause));
    }

    private void movesTo(CompletionFixture one, UUID learner, String cohort, String cause) {
        String why = cause.equals("merged") ? "merged" : "enrolment";
        Member left = Member.of(one);
        Member joined = new Member(learner, cohort);
        completions.put(one.id(), one.movedTo(learner, cohort, cause, 0));
        Optional<Training> ofLeft = evaluates(left);
        Optional<Training> ofJoined = evaluates(joined);
        publish(one.trainedVersion(version(left) - 1).movedTo(learner, cohort, cause, version(joined)));
        ofLeft.ifPresent(training -> publish(left, training, why));
        ofJoined.ifPresent(training -> publish(joined, training, why));
    }

    private void merges() {
        UUID absorbed = any(learners);
        UUID surviving = any(learners);
        if (absorbed.equals(surviving)) {
            return;
        }
        learners.remove(absorbed);
        Set<UUID> own = enrolmentsOf(absorbed);
        for (UUID id : List.copyOf(aliases.keySet())) {
            if (!id.equals(absorbed) && aliases.get(id).surviving().equals(absorbed)) {
                leads(id, aliases.get(id).in(surviving));
            }
        }
        leads(absorbed, new Alias(surviving, nextVersion(absorbed), own));
        moves(own, surviving);
    }

    /** An alias is a learner of its own again, with the enrolments that were its own and some of those since. */
    private void splits() {
        List<UUID> absorbed = aliases.entrySet().stream()
                .filter(one -> !one.getValue().surviving().equals(one.getKey()))
                .map(Map.Entry::getKey)
                .toList();
        if (absorbed.isEmpty()) {
            return;
        }
        UUID one = any(absorbed);
        Alias alias = aliases.get(one);
        Set<UUID> moving = enrolmentsOf(alias.surviving());
        moving.removeIf(id -> !alias.enrolments().contains(id) && random.nextInt(4) > 0);
        leads(one, new Alias(one, alias.version() + 1, Set.of()));
        learners.add(one);
        moves(moving, one);
    }

    private void leads(UUID learner, Alias alias) {
        aliases.put(learner, alias);
        keys.add(learner.toString());
        publishAlias(learner, alias.surviving(), alias.version());
    }

    private long nextVersion(UUID learner) {
        return aliases.containsKey(learner) ? aliases.get(learner).version() + 1 : 1;
    }

    private Set<UUID> enrolmentsOf(UUID learner) {
        Set<UUID> own = new LinkedHashSet<>();
        enrolments.values().stream()
                .filter(one -> one.learner().equals(learner))
                .forEach(one -> own.add(one.id()));
        return own;
    }

    /** The enrolments are of another learner, and so is each completion under them. */
    private void moves(Set<UUID> moving, UUID learner) {
        moving.forEach(id -> publish(enrolments.get(id).movedTo(learner)));
        List.copyOf(completions.values()).stream()
                .filter(one -> moving.contains(one.enrolment()))
                .forEach(one -> movesTo(one, learner, one.cohort(), "merged"));
    }

    private void changesCohort(String cohort) {
        catalogue.changesCohort(cohort);
        Set<Member> members = new HashSet<>(trained.keySet());
        completions.values().forEach(one -> members.add(Member.of(one)));
        members.forEach(member -> evaluates(member).ifPresent(training -> publish(member, training, "requirement")));
        catalogue.evaluatesCohorts();
    }

    /** The next version of a training, if it is by another completion than the published one. */
    private Optional<Training> evaluates(Member member) {
        Set<String> courses = new HashSet<>();
        CompletionFixture by = completions.values().stream()
                .filter(one -> Member.of(one).equals(member) && one.counts())
                .sorted(ORDER)
                .filter(one -> {
                    courses.add(one.course());
                    return courses.size() >= catalogue.minCourses(member.cohort(), one.day());
                })
                .findFirst()
                .orElse(null);
        Training known = trained.getOrDefault(member, Training.NONE);
        if (known.isBy(by)) {
            return Optional.empty();
        }
        Training next = new Training(known.version() + 1, by);
        trained.put(member, next);
        return Optional.of(next);
    }

    private long version(Member member) {
        return trained.getOrDefault(member, Training.NONE).version();
    }

    private void publish(EnrolmentFixture one) {
        enrolments.put(one.id(), one);
        keys.add(one.learner().toString());
        one.publish();
    }

    private void publish(CompletionFixture one) {
        completions.put(one.id(), one);
        keys.add(one.learner().toString());
        one.publish();
    }

    private void publish(Member member, Training training, String cause) {
        keys.add(member.learner().toString());
        if (training.by() == null) {
            publishNoLongerTrained(member.learner(), member.cohort(), training.version(), cause);
        } else {
            training.by().trainedVersion(training.version()).publishTrained(cause);
        }
    }

    private void awaitArrival() {
        keys.addAll(catalogue.takeKeys());
        List<UUID> last = new ArrayList<>();
        for (String topic : List.of("qadam.catalogue", "qadam.enrolments", "qadam.completions")) {
            keys.forEach(key -> last.add(publishMarker(topic, key)));
        }
        last.forEach(KafkaFixture::awaitInLog);
        keys.clear();
    }

    private EnrolmentFixture anyEnrolment() {
        return any(List.copyOf(enrolments.values()));
    }

    private Optional<CompletionFixture> anyAccepted() {
        List<CompletionFixture> accepted = completions.values().stream()
                .filter(CompletionFixture::isAccepted)
                .toList();
        return accepted.isEmpty() ? Optional.empty() : Optional.of(any(accepted));
    }

    private String other(String cohort) {
        return cohorts().get(1 - cohorts().indexOf(cohort));
    }

    private String day() {
        return LocalDate.of(2026, 1, 1).plusDays(random.nextInt(300)).toString();
    }

    private <T> T any(List<T> all) {
        return all.get(random.nextInt(all.size()));
    }
}
