package kz.qadam.system;

import static org.assertj.core.api.Assertions.assertThat;

import java.time.Instant;
import java.util.List;
import java.util.stream.Stream;
import kz.qadam.local.Service;
import org.junit.jupiter.api.Test;

/** What was answered once about the past is answered so for ever. */
@OnSuite
class HistoryIT {

    private final Qadam qadam;
    private final Auditor auditor;
    private final Institution university;
    private final Course course;
    private final Partner partner;
    private final Figures before;

    HistoryIT(Qadam qadam) {
        this.qadam = qadam;
        this.auditor = qadam.auditor();
        this.university = qadam.office().opens("university", "KZ-63");
        this.course = qadam.office().offers(36);
        this.partner = qadam.partner(university);
        this.before = auditor.figures();
    }

    @Test
    void a_past_asOf_gives_the_same_bytes_after_later_posts_a_revocation_and_a_rebuild() throws Exception {
        var early = completionsOfStudents(20);
        partner.enrolsAndCompletes(early);
        auditor.sees(PlainCount.of(early), before);
        Instant then = Instant.now();
        List<String> answersThen = answers(then);

        var late = completionsOfStudents(20);
        partner.enrolsAndCompletes(late);
        partner.revokes(early.get(0));
        auditor.sees(countWithout(early.get(0), early, late), before);
        Figures live = auditor.figures();
        qadam.rebuildReporting();
        // It would else answer from memory.
        qadam.restart(Service.REPORTING);

        assertThat(answers(then)).isEqualTo(answersThen);
        assertThat(auditor.figures()).isEqualTo(live);
        auditor.findsThatTheRecountMatches();
    }

    /** The answers about the past, in full. */
    private List<String> answers(Instant asOf) {
        return Stream.of(
                        "/v1/progress?asOf=",
                        "/v1/progress/students?asOf=",
                        "/v1/progress/students/breakdown?by=region&asOf=",
                        "/v1/progress/students/breakdown?by=institution&asOf=")
                .map(question -> auditor.get(question + asOf).asString())
                .toList();
    }

    private List<Completion> completionsOfStudents(int number) {
        return Stream.generate(
                        () -> Enrolment.of(university, course, "students").completed(0))
                .limit(number)
                .toList();
    }

    private static Figures countWithout(Completion revoked, List<Completion> early, List<Completion> late) {
        var all = Stream.concat(early.stream(), late.stream()).toList();
        return PlainCount.of(
                all.stream().map(Completion::enrolment).toList(),
                all.stream().filter(completion -> !completion.equals(revoked)).toList(),
                Requirement.ANY_COURSE);
    }
}
