package kz.qadam.system;

import static io.restassured.RestAssured.given;
import static kz.qadam.system.Waits.soon;
import static org.assertj.core.api.Assertions.assertThat;
import static org.hamcrest.Matchers.hasSize;

import io.restassured.http.ContentType;
import java.io.IOException;
import java.net.URI;
import java.util.List;
import java.util.concurrent.CompletableFuture;
import java.util.concurrent.ExecutorService;
import java.util.concurrent.Executors;
import java.util.concurrent.atomic.AtomicInteger;
import java.util.stream.Collectors;
import java.util.stream.IntStream;
import kz.qadam.local.Service;
import kz.qadam.local.ServiceInstance;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.Test;

/** A Moodle posts thirty statements at a time, without ids, and again whatever it has no answer to. */
@OnOtherSuite(SuiteKind.PLAIN)
class StatementsIT {

    private static final String SITE = "https://lms.school.example";
    private static final String COURSE = SITE + "/course/view.php?id=2";
    private static final int PEOPLE = 1_000;
    private static final int IN_A_POST = 30;
    private static final int SENDERS = 4;

    /** One answer in so many is lost after everything is kept. */
    private static final int LOST = 5;

    private final Qadam qadam;
    private final Figures before;
    private final Institution school;
    private final List<Enrolment> enrolments;
    private final List<URI> addresses;
    private final ServiceInstance second;
    private final ExecutorService senders = Executors.newFixedThreadPool(SENDERS);
    private final AtomicInteger next = new AtomicInteger();
    private final AtomicInteger withoutAnswer = new AtomicInteger();

    StatementsIT(Qadam qadam) throws IOException {
        this.qadam = qadam;
        before = qadam.auditor().figures();
        school = qadam.office().opens("school", "KZ-75");
        Course course = qadam.office().offers(36);
        enrolments = IntStream.range(0, PEOPLE)
                .mapToObj(i -> Enrolment.of(school, course, "pupils"))
                .toList();
        qadam.partner(school).enrols(enrolments);
        soon().untilAsserted(() -> qadam.bearer(Service.PROGRESS, qadam.tokenOfAdministrator(school))
                .contentType(ContentType.JSON)
                .body("""
                        {"kind": "moodle", "homePages": ["%s"], "courses": [{"activity": "%s", "course": "%s"}]}
                        """.formatted(SITE, COURSE, course.code()))
                .put("/v1/platforms/" + school.code() + "/moodle")
                .then()
                .statusCode(201));
        second = qadam.suite().startInstance(Service.PROGRESS, 1);
        addresses = List.of(qadam.address(Service.PROGRESS), second.uri());
    }

    @AfterEach
    void close() {
        senders.shutdownNow();
        second.close();
    }

    @Test
    void thousand_completions_whose_answers_are_lost_count_once_at_two_instances_of_which_one_is_killed() {
        linksEverybody();
        int posts = (PEOPLE + IN_A_POST - 1) / IN_A_POST;

        CompletableFuture.allOf(IntStream.range(0, SENDERS)
                        .mapToObj(i -> CompletableFuture.runAsync(() -> send(posts), senders))
                        .toArray(CompletableFuture[]::new))
                .join();

        assertThat(withoutAnswer.get()).isPositive();
        qadam.auditor()
                .sees(
                        PlainCount.of(enrolments.stream()
                                .map(enrolment -> enrolment.completed(0))
                                .toList()),
                        before);
        qadam.auditor().findsThatTheRecountMatches();
    }

    /** Each account has the name of its enrolment. */
    private void linksEverybody() {
        String rows = enrolments.stream()
                .map(one -> one.reference() + "," + one.reference() + "\n")
                .collect(Collectors.joining("", "account,enrolment\n", ""));
        qadam.partner(school).sendsToProgress("account-links", rows).then().statusCode(207);
    }

    private void send(int posts) {
        for (int post = next.getAndIncrement(); post < posts; post = next.getAndIncrement()) {
            if (post == posts / 2) {
                second.kill();
            }
            List<Enrolment> some = enrolments.subList(post * IN_A_POST, Math.min(PEOPLE, (post + 1) * IN_A_POST));
            int to = post;
            if (post % LOST == 0) {
                sendUntilAnswered(some, to);
                to++;
            }
            sendUntilAnswered(some, to);
        }
    }

    /** To one instance after the other, until one answers. */
    private void sendUntilAnswered(List<Enrolment> some, int first) {
        var turn = new AtomicInteger(first);
        soon().ignoreExceptions().until(() -> {
            boolean isAnswered = false;
            try {
                post(some, addresses.get(turn.getAndIncrement() % addresses.size()));
                isAnswered = true;
            } finally {
                if (!isAnswered) {
                    withoutAnswer.incrementAndGet();
                }
            }
            return isAnswered;
        });
    }

    private void post(List<Enrolment> some, URI address) throws IOException {
        given().baseUri(address.toString())
                .auth()
                .oauth2(qadam.tokenOf(school))
                .contentType(ContentType.JSON)
                .body(some.stream().map(StatementsIT::statement).collect(Collectors.joining(",", "[", "]")))
                .post("/v1/xapi/statements")
                .then()
                .statusCode(200)
                .body("", hasSize(some.size()));
    }

    private static String statement(Enrolment enrolment) {
        return """
                {"actor": {"name": "Айгүл Серікова", "account": {"homePage": "%s", "name": "%s"}},
                 "verb": {"id": "http://adlnet.gov/expapi/verbs/completed"},
                 "object": {"id": "%s", "definition": {"type": "https://w3id.org/xapi/cmi5/activitytype/course"}},
                 "timestamp": "2026-01-10T10:00:00+05:00"}""".formatted(SITE, enrolment.reference(), COURSE);
    }
}
