package kz.qadam.system;

import static org.assertj.core.api.Assertions.assertThat;

import java.time.LocalDate;
import java.util.ArrayList;
import java.util.List;
import java.util.Set;
import kz.qadam.system.Register.Enrolled;
import kz.qadam.system.Register.Person;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

/**
 * Whatever happens, in whatever order and in whatever files it is sent: the figures are those of a plain count. Each
 * history has days of its own, since a requirement applies to everybody else who studies in these days.
 */
@OnSuite
class RandomHistoryIT {

    private static final List<String> COHORTS = List.of("civil-servants", "business");
    private static final List<String> AREAS = List.of("ai", "big-data", "digitalisation", "platform-economy");
    private static final int ROUNDS = 3;
    private static final int THINGS = 400;
    private static final int FILES_TO_A_MOVE = 20;

    /** A merge that was not undone, and the id of the absorbed learner. */
    private record Merged(Person absorbed, String id) {}

    private final Qadam qadam;
    private final Auditor auditor;
    private final List<Merged> merged = new ArrayList<>();

    RandomHistoryIT(Qadam qadam) {
        this.qadam = qadam;
        this.auditor = qadam.auditor();
    }

    @ParameterizedTest
    @ValueSource(strings = {"2026-03-01", "2026-05-20"})
    void a_random_history_counts_as_a_plain_count_does(LocalDate firstDay) {
        var office = qadam.office();
        List<Course> courses = List.of(office.offers(24), office.offers(36), office.offers(72));
        var history = new RandomHistory(
                firstDay,
                List.of(
                        office.opens("agency", "KZ-71"),
                        office.opens("company", "KZ-75"),
                        office.opens("company", "KZ-19")),
                courses,
                COHORTS);
        any_course_is_enough_again(history);
        Figures before = auditor.figures();

        for (int round = 0; round < ROUNDS; round++) {
            history.goesOn(THINGS);
            for (int files = 0; history.hasMore(); files++) {
                send(history.next());
                if (files % FILES_TO_A_MOVE == 0) {
                    office.moves(history.any(courses), history.any(AREAS));
                }
            }
            two_people_turn_out_to_be_one(history);
            one_person_turns_out_to_be_two(history);
            a_requirement_changes(history, round);
        }

        auditor.sees(history.register.count(), before);
        auditor.findsThatTheRecountMatches();
    }

    /** Of two versions from one day on, the later one holds. */
    private void any_course_is_enough_again(RandomHistory history) {
        for (int round = 0; round < ROUNDS; round++) {
            for (String cohort : COHORTS) {
                requires(history, cohort, Requirement.ANY_COURSE, round);
            }
        }
        auditor.findsThatTheRecountMatches();
    }

    private void send(RandomHistory.File file) {
        var partner = qadam.partner(file.institution());
        var answer = file.kind().isAboutEnrolments()
                ? partner.sendsToEnrolment(file.kind().path, file.csv())
                : partner.sendsToProgress(file.kind().path, file.csv());
        assertThat(answer.statusCode()).as(answer.asString()).isEqualTo(207);
        assertThat(answer.jsonPath().getInt("rejected")).as(answer.asString()).isZero();
        assertThat(answer.jsonPath().getInt("conflict")).as(answer.asString()).isZero();
    }

    private void two_people_turn_out_to_be_one(RandomHistory history) {
        for (int i = 0; i < 5; i++) {
            Enrolled one = history.any(history.register.enrolments);
            Enrolled other = history.any(history.register.enrolments);
            Person absorbed = one.person.known();
            Person surviving = other.person.known();
            if (absorbed != surviving) {
                String id = qadam.partner(one.institution).learnerOf(one.reference);
                qadam.office().merges(id, qadam.partner(other.institution).learnerOf(other.reference));
                absorbed.turnsOutToBe(surviving);
                merged.add(new Merged(absorbed, id));
            }
        }
    }

    /** The office names the enrolments since the merge that are of the absorbed one. */
    private void one_person_turns_out_to_be_two(RandomHistory history) {
        for (int i = 0; i < 3 && !merged.isEmpty(); i++) {
            Merged wrong = history.any(merged);
            merged.remove(wrong);
            String surviving = qadam.office().representing(wrong.id());
            List<String> since = qadam.office().divides(wrong.id(), surviving).stream()
                    .filter(one -> !one.because().equals("own") && isOf(wrong.absorbed(), one, history))
                    .map(Office.Divided::id)
                    .toList();
            qadam.office().splits(wrong.id(), surviving, since);
            wrong.absorbed().turnsOutToBeAnother();
        }
    }

    private static boolean isOf(Person person, Office.Divided one, RandomHistory history) {
        return history.register.enrolments.stream()
                .anyMatch(enrolled -> enrolled.institution.code().equals(one.institution())
                        && enrolled.reference.equals(one.reference())
                        && enrolled.person.is(person));
    }

    private void a_requirement_changes(RandomHistory history, int round) {
        String cohort = COHORTS.get(round % COHORTS.size());
        var requirement = List.of(
                        new Requirement(Set.of(), 2, 0), new Requirement(Set.of(), 1, 60), Requirement.ANY_COURSE)
                .get(round);
        requires(history, cohort, requirement, round);
    }

    private void requires(RandomHistory history, String cohort, Requirement requirement, int round) {
        LocalDate validFrom = history.firstDay.plusDays(round * 25L);
        history.register.requires(cohort, validFrom, requirement);
        qadam.office().requires(cohort, requirement, validFrom);
    }
}
