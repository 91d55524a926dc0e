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

/** People enrol, complete, are corrected, revoked, moved and merged, and rules change: all by chance, from a seed. */
final class RandomHistory {

    private static final List<String> REGIONS = List.of("KZ-71", "KZ-75", "unknown");
    private static final List<String> AREAS = List.of("ai", "big-data", "digitalisation");
    private static final Comparator<Reported> ORDER = Comparator.comparing(Reported::day)
            .thenComparing(Reported::institution)
            .thenComparing(Reported::reference);

    private record Member(UUID learner, String cohort) {}

    private record Training(long version, Reported by) {

        static final Training NONE = new Training(0, null);
    }

    private record Enrolled(UUID id, UUID learner, String cohort, String region, String institution, long version) {}

    private final Random random;
    private final String name;
    private final List<UUID> learners = new ArrayList<>();
    private final Map<UUID, Enrolled> enrolments = new LinkedHashMap<>();
    private final Map<UUID, Reported> completions = new LinkedHashMap<>();
    private final Map<Member, Training> trained = new HashMap<>();
    private final Map<String, Long> cohortVersions = new HashMap<>();
    private final Map<String, Long> courseVersions = new HashMap<>();
    private final Set<String> keys = new HashSet<>();
    private long evaluations = 1;
    private int markers;

    RandomHistory(long seed) {
        this.random = new Random(seed);
        this.name = "history-" + seed + "-" + UUID.randomUUID().toString().substring(0, 8);
        Events.seed();
        cohorts().forEach(cohort -> {
            Events.cohort(cohort, 10L);
            cohortVersions.put(cohort, 1L);
        });
    }

    List<String> cohorts() {
        return List.of(name + "-a", name + "-b");
    }

    /** Many things happen, and all of them arrive. */
    void goesOn(int steps) {
        for (int step = 0; step < steps; step++) {
            int chance = random.nextInt(100);
            if (chance < 25 || learners.size() < 3) {
                enrols();
            } else if (chance < 60) {
                completes();
            } else if (chance < 70) {
                anyAccepted().ifPresent(one -> becomes(one.on(day()), "correction"));
            } else if (chance < 80) {
                anyAccepted().ifPresent(one -> becomes(one.revoked(), "revocation"));
            } else if (chance < 86) {
                anyAccepted().ifPresent(one -> movesTo(one, one.learner(), other(one.cohort()), "enrolment-corrected"));
            } else if (chance < 91) {
                merges();
            } else if (chance < 96) {
                describesCourse();
            } else {
                asksForMore(any(cohorts()));
            }
        }
        arrives();
    }

    private void enrols() {
        UUID learner = random.nextInt(3) == 0 && !learners.isEmpty() ? any(learners) : UUID.randomUUID();
        if (!learners.contains(learner)) {
            learners.add(learner);
        }
        tell(new Enrolled(UUID.randomUUID(), learner, any(cohorts()), any(REGIONS), "school-" + random.nextInt(3), 1));
    }

    private void tell(Enrolled one) {
        enrolments.put(one.id(), one);
        keys.add(one.learner().toString());
        Events.enrolment(
                one.version() == 1 ? "enrolled" : "corrected",
                one.id(),
                one.learner(),
                one.cohort(),
                one.region(),
                one.institution(),
                one.version());
    }

    private void completes() {
        Enrolled enrolment = any(List.copyOf(enrolments.values()));
        Reported one = Reported.of(
                        enrolment.learner(),
                        enrolment.cohort(),
                        enrolment.region(),
                        enrolment.institution(),
                        random.nextInt(10) == 0 ? "2025-12-31" : day())
                .course(random.nextBoolean() ? "AI-101" : course())
                .under(enrolment.id());
        becomes(one, "completion");
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
                .forEach(one -> tell(new Enrolled(
                        one.id(), into, one.cohort(), one.region(), one.institution(), one.version() + 1)));
        List.copyOf(completions.values()).stream()
                .filter(one -> one.learner().equals(absorbed))
                .forEach(one -> movesTo(one, into, one.cohort(), "merged"));
    }

    private void describesCourse() {
        String code = course();
        Events.course(code, 20, any(AREAS), courseVersions.merge(code, 1L, Long::sum));
        keys.add("course/" + code);
        evaluated();
    }

    /** From now on, or from a day in the past, one course is not enough. */
    private void asksForMore(String cohort) {
        long version = cohortVersions.merge(cohort, 1L, Long::sum);
        if (version > 2) {
            return;
        }
        Events.cohort(cohort, 2, """
                {"version": 1, "validFrom": "2000-01-01", "target": 10, "requirement": {},
                 "recordedAt": "2026-01-01T00:00:00Z"},
                {"version": 2, "validFrom": "2026-06-01", "target": 20, "requirement": {"minCourses": 2},
                 "recordedAt": "2026-01-02T00:00:00Z"}
                """);
        keys.add("cohort/" + cohort);
        for (Member member : List.copyOf(trained.keySet())) {
            judged(member).ifPresent(training -> {
                trained.put(member, training);
                tell(member, training, "requirement");
            });
        }
        evaluated();
    }

    private void evaluated() {
        evaluations++;
        cohorts().forEach(cohort -> {
            keys.add(cohort);
            Events.evaluated(cohort, evaluations, 1, Math.min(2, cohortVersions.get(cohort)));
        });
    }

    /** Another state of the learner in the cohort, if it is another than what was told. */
    private Optional<Training> judged(Member member) {
        long asked = cohortVersions.get(member.cohort());
        Set<String> courses = new HashSet<>();
        Reported by = completions.values().stream()
                .filter(one ->
                        one.learner().equals(member.learner()) && one.cohort().equals(member.cohort()))
                .filter(one -> one.status().equals("accepted") && one.because() == null)
                .sorted(ORDER)
                .filter(one -> {
                    courses.add(one.course());
                    return courses.size() >= (asked > 1 && one.day().compareTo("2026-06-01") >= 0 ? 2 : 1);
                })
                .findFirst()
                .orElse(null);
        Training known = trained.getOrDefault(member, Training.NONE);
        return Objects.equals(place(by), place(known.by()))
                ? Optional.empty()
                : Optional.of(new Training(known.version() + 1, by));
    }

    private static List<String> place(Reported by) {
        return by == null ? List.of() : List.of(by.id().toString(), by.day(), by.course());
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
        for (String topic : List.of("qadam.catalogue", "qadam.enrolments", "qadam.completions")) {
            for (String key : keys) {
                last.add(Events.send(topic, key, "kz.qadam.test.marked.v1", name + topic + key + ++markers, 1, "{}"));
            }
        }
        last.forEach(event -> await().untilAsserted(
                        () -> Asked.auditor("/v1/audit/events/" + event).statusCode(200)));
        keys.clear();
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

    private String course() {
        return name + "-course-" + random.nextInt(3);
    }

    private String day() {
        return LocalDate.of(2026, 1, 1).plusDays(random.nextInt(300)).toString();
    }

    private <T> T any(List<T> all) {
        return all.get(random.nextInt(all.size()));
    }
}
