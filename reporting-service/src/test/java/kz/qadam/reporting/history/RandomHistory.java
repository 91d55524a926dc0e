package kz.qadam.reporting.history;

import static org.awaitility.Awaitility.await;

import java.time.LocalDate;
import java.util.ArrayList;
import java.util.Comparator;
import java.util.HashMap;
import java.util.HashSet;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.Optional;
import java.util.Random;
import java.util.Set;
import java.util.UUID;
import java.util.stream.Collectors;
import kz.qadam.reporting.Asked;
import kz.qadam.reporting.Events;
import kz.qadam.reporting.Reported;

/** People enrol, withdraw, complete, are corrected, revoked, moved and merged, and the catalogue changes: all by chance, from a seed. */
final class RandomHistory {

    private static final List<String> REGIONS = List.of("KZ-71", "KZ-75", "unknown");
    private static final Comparator<Reported> ORDER = Comparator.comparing(Reported::day)
            .thenComparing(Reported::institution)
            .thenComparing(Reported::reference);

    private record Member(UUID learner, String cohort) {}

    private record Training(long version, Reported by) {

        static final Training NONE = new Training(0, null);
    }

    /** @param withdrawnOn null: it goes on */
    private record Enrolled(
            UUID id,
            UUID learner,
            String course,
            String cohort,
            String region,
            String institution,
            String withdrawnOn,
            long version) {

        Enrolled of(UUID other) {
            return new Enrolled(id, other, course, cohort, region, institution, withdrawnOn, version + 1);
        }

        Enrolled corrected(String otherCourse, String otherRegion) {
            return new Enrolled(id, learner, otherCourse, cohort, otherRegion, institution, withdrawnOn, version + 1);
        }

        Enrolled withdrawn(String day) {
            return new Enrolled(id, learner, course, cohort, region, institution, day, version + 1);
        }

        String verb() {
            return version == 1 ? "enrolled" : withdrawnOn == null ? "corrected" : "withdrawn";
        }
    }

    private final Random random;
    private final RandomCatalogue catalogue;
    private final String name;
    private final List<UUID> learners = new ArrayList<>();
    private final Map<UUID, Enrolled> enrolments = new LinkedHashMap<>();
    private final Map<UUID, Reported> completions = new LinkedHashMap<>();
    private final Map<Member, Training> trained = new HashMap<>();
    private final Set<String> keys = new HashSet<>();
    private int markers;

    RandomHistory(long seed) {
        this.random = new Random(seed);
        this.name = "history-" + seed + "-" + UUID.randomUUID().toString().substring(0, 8);
        Events.seed();
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
                anyAccepted().ifPresent(one -> becomes(one.on(day()), "correction"));
            } else if (chance < 65) {
                anyAccepted().ifPresent(one -> becomes(one.revoked(), "revocation"));
            } else if (chance < 69) {
                anyAccepted().ifPresent(one -> movesTo(one, one.learner(), other(one.cohort()), "enrolment-corrected"));
            } else if (chance < 74) {
                merges();
            } else if (chance < 78) {
                enrolsOtherwise(anyEnrolment());
            } else if (chance < 81) {
                tell(anyEnrolment().withdrawn(day()));
            } else if (chance < 89) {
                catalogue.describesCourse();
            } else if (chance < 94) {
                catalogue.describesInstitution();
            } else {
                changesCohort(any(cohorts()));
            }
        }
        arrives();
    }

    private void enrols() {
        UUID learner = random.nextInt(3) == 0 && !learners.isEmpty() ? any(learners) : UUID.randomUUID();
        if (!learners.contains(learner)) {
            learners.add(learner);
        }
        tell(new Enrolled(
                UUID.randomUUID(),
                learner,
                catalogue.anyCourse(),
                any(cohorts()),
                any(REGIONS),
                catalogue.anyInstitution(),
                null,
                1));
    }

    private void tell(Enrolled one) {
        enrolments.put(one.id(), one);
        keys.add(one.learner().toString());
        Events.enrolment(
                one.verb(),
                one.id(),
                one.learner(),
                one.course(),
                one.cohort(),
                one.region(),
                one.institution(),
                one.withdrawnOn(),
                one.version());
    }

    private void completes() {
        Enrolled enrolment = anyEnrolment();
        Reported one = Reported.of(
                        enrolment.learner(),
                        enrolment.cohort(),
                        enrolment.region(),
                        enrolment.institution(),
                        random.nextInt(10) == 0 ? "2025-12-31" : day())
                .course(enrolment.course())
                .under(enrolment.id());
        becomes(one, "completion");
    }

    /** An enrolment is of another course and in another region, and so is each completion under it. */
    private void enrolsOtherwise(Enrolled enrolment) {
        Enrolled other = enrolment.corrected(catalogue.anyCourse(), any(REGIONS));
        tell(other);
        List.copyOf(completions.values()).stream()
                .filter(one -> one.enrolment().equals(other.id()))
                .forEach(one -> becomes(one.enrolledOtherwise(other.course(), other.region()), "enrolment"));
    }

    /** A completion gets this state, and its learner is judged by it. */
    private void becomes(Reported state, String cause) {
        Reported one = state.day().compareTo("2026-01-01") < 0 && state.status().equals("accepted")
                ? state.because("outside-programme")
                : state;
        completions.put(one.id(), one);
        Member member = new Member(one.learner(), one.cohort());
        Optional<Training> next = judged(member);
        next.ifPresent(training -> trained.put(member, training));
        tell(one.judgedBy(trained.getOrDefault(member, Training.NONE).version()));
        next.ifPresent(training -> tell(member, training, cause));
    }

    private void movesTo(Reported one, UUID learner, String cohort, String cause) {
        String why = cause.equals("merged") ? "merged" : "enrolment";
        Member left = new Member(one.learner(), one.cohort());
        Member joined = new Member(learner, cohort);
        completions.put(one.id(), one.movedTo(learner, cohort, cause, 0));
        Optional<Training> ofLeft = judged(left);
        ofLeft.ifPresent(training -> trained.put(left, training));
        Optional<Training> ofJoined = judged(joined);
        ofJoined.ifPresent(training -> trained.put(joined, training));
        long leftVersion = trained.getOrDefault(left, Training.NONE).version();
        Reported moved = one.judgedBy(leftVersion - 1)
                .movedTo(
                        learner,
                        cohort,
                        cause,
                        trained.getOrDefault(joined, Training.NONE).version());
        completions.put(one.id(), moved);
        tell(moved);
        ofLeft.ifPresent(training -> tell(left, training, why));
        ofJoined.ifPresent(training -> tell(joined, training, why));
    }

    private void merges() {
        UUID absorbed = any(learners);
        UUID into = any(learners);
        if (absorbed.equals(into)) {
            return;
        }
        learners.remove(absorbed);
        Events.merged(absorbed, into);
        List.copyOf(enrolments.values()).stream()
                .filter(one -> one.learner().equals(absorbed))
                .forEach(one -> tell(one.of(into)));
        List.copyOf(completions.values()).stream()
                .filter(one -> one.learner().equals(absorbed))
                .forEach(one -> movesTo(one, into, one.cohort(), "merged"));
    }

    private void changesCohort(String cohort) {
        catalogue.changesCohort(cohort);
        Set<Member> concerned = new HashSet<>(trained.keySet());
        completions.values().forEach(one -> concerned.add(new Member(one.learner(), one.cohort())));
        for (Member member : concerned) {
            judged(member).ifPresent(training -> {
                trained.put(member, training);
                tell(member, training, "requirement");
            });
        }
        catalogue.evaluated();
    }

    /** Another state of the learner in the cohort, if it is another than what was told. */
    private Optional<Training> judged(Member member) {
        Set<String> courses = new HashSet<>();
        Reported by = completions.values().stream()
                .filter(one ->
                        one.learner().equals(member.learner()) && one.cohort().equals(member.cohort()))
                .filter(one -> one.status().equals("accepted") && one.because() == null)
                .sorted(ORDER)
                .filter(one -> {
                    courses.add(one.course());
                    return courses.size() >= catalogue.minCourses(member.cohort(), one.day());
                })
                .findFirst()
                .orElse(null);
        Training known = trained.getOrDefault(member, Training.NONE);
        return Objects.equals(place(by), place(known.by()))
                ? Optional.empty()
                : Optional.of(new Training(known.version() + 1, by));
    }

    private static List<String> place(Reported by) {
        return by == null ? List.of() : List.of(by.id().toString(), by.day(), by.course(), by.region());
    }

    private void tell(Reported one) {
        keys.add(one.learner().toString());
        completions.put(one.id(), one);
        one.told();
    }

    private void tell(Member member, Training training, String cause) {
        keys.add(member.learner().toString());
        if (training.by() == null) {
            Events.noLongerTrained(member.learner(), member.cohort(), training.version(), cause);
        } else {
            training.by().judgedBy(training.version()).trains(cause);
        }
    }

    /** What has the same key as an event before it arrives after it. */
    private void arrives() {
        List<UUID> last = new ArrayList<>();
        keys.addAll(catalogue.takeKeys());
        for (String topic : List.of("qadam.catalogue", "qadam.enrolments", "qadam.completions")) {
            for (String key : keys) {
                last.add(Events.send(topic, key, "kz.qadam.test.marked.v1", name + topic + key + ++markers, 1, "{}"));
            }
        }
        last.forEach(event -> await().untilAsserted(
                        () -> Asked.auditor("/v1/audit/events/" + event).statusCode(200)));
        keys.clear();
    }

    private Enrolled anyEnrolment() {
        return any(List.copyOf(enrolments.values()));
    }

    private Optional<Reported> anyAccepted() {
        List<Reported> accepted = completions.values().stream()
                .filter(one -> one.status().equals("accepted"))
                .collect(Collectors.toList());
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
