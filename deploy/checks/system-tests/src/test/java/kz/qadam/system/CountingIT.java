package kz.qadam.system;

import static kz.qadam.system.Waits.soon;
import static org.assertj.core.api.Assertions.assertThat;

import java.util.List;
import java.util.Map;
import java.util.concurrent.Executors;
import java.util.concurrent.Future;
import java.util.stream.Stream;
import kz.qadam.local.Service;
import org.junit.jupiter.api.Test;

/** Who is enrolled and completes, counts, and counts once. */
@OnSuite
class CountingIT {

    private final Qadam qadam;
    private final Auditor auditor;
    private final Institution school;
    private final Course course;
    private final Partner partner;
    private final Figures before;

    CountingIT(Qadam qadam) {
        this.qadam = qadam;
        this.auditor = qadam.auditor();
        this.school = qadam.office().opens("school", "KZ-75");
        this.course = qadam.office().offers(36);
        this.partner = qadam.partner(school);
        this.before = auditor.figures();
    }

    @Test
    void an_enrolled_learner_who_completes_counts_in_the_figures() {
        var enrolment = pupil();
        partner.enrols(enrolment);

        partner.completes(enrolment.completed(0));

        var one = new Figure(1, 1, 1);
        auditor.sees(
                new Figures(
                        Map.of(
                                "pupils",
                                one,
                                "pupils KZ-75",
                                one,
                                "pupils " + school.code(),
                                one,
                                "total",
                                one,
                                "total KZ-75",
                                one,
                                "total " + school.code(),
                                one),
                        1),
                before);
        auditor.findsThatTheRecountMatches();
    }

    @Test
    void a_completion_posted_before_its_enrolment_counts_when_that_comes() {
        var enrolment = pupil();
        var completion = enrolment.completed(0);
        assertThat(partner.completes(completion)).isEqualTo("pending");

        partner.enrols(enrolment);

        auditor.sees(PlainCount.of(List.of(completion)), before);
    }

    @Test
    void what_is_sent_twice_counts_once() {
        var completions = completionsOfPupils(30);
        partner.enrolsAndCompletes(completions);

        partner.enrolsAndCompletes(completions);

        auditor.sees(PlainCount.of(completions), before);
    }

    @Test
    void what_is_delivered_twice_counts_once() {
        var completions = completionsOfPupils(30);
        partner.enrolsAndCompletes(completions);
        auditor.sees(PlainCount.of(completions), before);
        var delivered = Stream.of("qadam.catalogue", "qadam.enrolments", "qadam.completions")
                .map(qadam.kafka()::records)
                .toList();

        delivered.forEach(qadam.kafka()::redeliver);

        // So many that each partition has one of them behind what was delivered again.
        var later = completionsOfPupils(100);
        partner.enrolsAndCompletes(later);
        var all = Stream.concat(completions.stream(), later.stream()).toList();
        auditor.sees(PlainCount.of(all), before);
        soon().untilAsserted(() -> assertThat(eventsThatWait()).isZero());
        auditor.sees(PlainCount.of(all), before);
        auditor.findsThatTheRecountMatches();
    }

    @Test
    void two_hundred_enrolments_and_their_completions_posted_at_once_by_32_clients_leave_none_pending()
            throws Exception {
        var completions = completionsOfPupils(200);
        var posts = completions.stream()
                .flatMap(completion -> Stream.<Runnable>of(
                        () -> partner.completes(completion), () -> partner.enrols(completion.enrolment())))
                .toList();

        at32Clients(posts);

        auditor.sees(PlainCount.of(completions), before);
        assertThat(partner.completionsThatAre("pending")).isZero();
        assertThat(partner.completionsThatAre("accepted")).isEqualTo(200);
    }

    private static void at32Clients(List<Runnable> posts) throws Exception {
        var clients = Executors.newFixedThreadPool(32);
        try {
            for (Future<Object> answered :
                    clients.invokeAll(posts.stream().map(Executors::callable).toList())) {
                answered.get();
            }
        } finally {
            clients.shutdown();
        }
    }

    private double eventsThatWait() {
        return qadam.operator(Service.REPORTING)
                .get("/q/metrics")
                .asString()
                .lines()
                .filter(line -> line.startsWith("qadam_intake_lag"))
                .mapToDouble(line -> Double.parseDouble(line.substring(line.lastIndexOf(' '))))
                .sum();
    }

    private Enrolment pupil() {
        return Enrolment.of(school, course, "pupils");
    }

    /** Of so many pupils. */
    private List<Completion> completionsOfPupils(int number) {
        return Stream.generate(() -> pupil().completed(0)).limit(number).toList();
    }
}
