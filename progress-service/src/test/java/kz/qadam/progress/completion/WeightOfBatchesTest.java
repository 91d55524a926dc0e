package kz.qadam.progress.completion;

import static org.assertj.core.api.Assertions.assertThat;
import static org.awaitility.Awaitility.await;

import io.quarkus.test.common.QuarkusTestResource;
import io.quarkus.test.junit.QuarkusTest;
import io.restassured.RestAssured;
import jakarta.inject.Inject;
import java.net.URI;
import java.net.http.HttpClient;
import java.net.http.HttpRequest;
import java.net.http.HttpRequest.BodyPublishers;
import java.net.http.HttpResponse;
import java.net.http.HttpResponse.BodyHandlers;
import java.util.List;
import java.util.concurrent.CompletableFuture;
import java.util.stream.Collectors;
import java.util.stream.IntStream;
import kz.qadam.chassis.http.body.BodyBudget;
import kz.qadam.chassis.http.body.BodyReservation;
import kz.qadam.chassis.http.body.BodyWeight;
import kz.qadam.local.QadamBackends;
import kz.qadam.local.Tokens;
import kz.qadam.progress.Neighbours;
import kz.qadam.progress.Partner;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.Test;

@QuarkusTest
@QuarkusTestResource(QadamBackends.class)
class WeightOfBatchesTest {

    private static final int AT_ONCE = 8;

    @Inject
    BodyBudget budget;

    private final Partner greedy = Partner.school();
    private final Partner modest = Partner.school();

    @BeforeAll
    static void catalogue() {
        Neighbours.describeCatalogue();
    }

    @Test
    void of_many_batches_at_once_those_that_fit_are_taken_and_the_others_have_to_wait() {
        List<String> batches =
                IntStream.range(0, AT_ONCE).mapToObj(i -> batch("C-" + i, 500)).toList();
        BodyReservation others = budget.take(greedy.institution(), budget.ofSender() - 2 * weight(batches.get(0)));

        List<CompletableFuture<HttpResponse<String>>> sent =
                batches.stream().map(batch -> send(greedy, batch)).toList();
        HttpResponse<String> neighbours = send(modest, batch("N", 500)).join();
        List<HttpResponse<String>> answers =
                sent.stream().map(CompletableFuture::join).toList();
        others.giveBack();

        assertThat(answers)
                .extracting(HttpResponse::statusCode)
                .containsOnly(207, 503)
                .contains(207, 503);
        assertThat(answers.stream().filter(answer -> answer.statusCode() == 503))
                .allSatisfy(refused -> {
                    assertThat(refused.headers().firstValue("Retry-After")).contains("1");
                    assertThat(refused.body()).contains("/problems/unavailable");
                });
        assertThat(answers.stream().filter(answer -> answer.statusCode() == 207))
                .allSatisfy(taken -> assertThat(taken.body()).contains("\"pending\":500"));
        assertThat(neighbours.statusCode()).isEqualTo(207);
        await().untilAsserted(() -> assertThat(budget.taken()).isZero());
    }

    private static long weight(String body) {
        return BodyWeight.of(body.length());
    }

    private static String batch(String prefix, int items) {
        return IntStream.range(0, items)
                .mapToObj(i -> "{\"reference\":\"%s-%d\",\"enrolment\":\"E-%d\",\"completedOn\":\"2026-03-01\"}"
                        .formatted(prefix, i, i))
                .collect(Collectors.joining(",\n", "[", "]"));
    }

    private static CompletableFuture<HttpResponse<String>> send(Partner partner, String body) {
        HttpRequest request = HttpRequest.newBuilder(
                        URI.create("http://127.0.0.1:" + RestAssured.port + "/v1/completions/batch"))
                .header("Authorization", "Bearer " + Tokens.of("partner", partner.institution()))
                .header("Content-Type", "application/json")
                .POST(BodyPublishers.ofString(body))
                .build();
        return HttpClient.newHttpClient().sendAsync(request, BodyHandlers.ofString());
    }
}
