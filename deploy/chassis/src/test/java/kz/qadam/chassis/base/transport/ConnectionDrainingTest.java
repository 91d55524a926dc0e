package kz.qadam.chassis.base.transport;

import static java.nio.charset.StandardCharsets.UTF_8;
import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import io.quarkus.runtime.ShutdownDelayInitiatedEvent;
import io.quarkus.vertx.http.runtime.filters.Filters;
import io.vertx.core.Vertx;
import io.vertx.core.http.HttpServer;
import io.vertx.ext.web.Router;
import java.io.IOException;
import java.io.InputStream;
import java.net.URI;
import java.net.http.HttpClient;
import java.net.http.HttpRequest;
import java.net.http.HttpResponse;
import java.net.http.HttpResponse.BodyHandlers;
import java.util.concurrent.TimeUnit;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;

class ConnectionDrainingTest {

    private final ConnectionDraining announcement = new ConnectionDraining();
    private final Vertx vertx = Vertx.vertx();
    private final HttpClient client =
            HttpClient.newBuilder().version(HttpClient.Version.HTTP_1_1).build();
    private HttpServer server;

    @BeforeEach
    void start() throws Exception {
        var filters = new Filters();
        announcement.register(filters);
        Router router = Router.router(vertx);
        router.route().handler(filters.getFilters().get(0).getHandler());
        router.route("/answer").handler(request -> request.response().end("done"));
        router.route("/stream")
                .handler(request -> request.response()
                        .putHeader("Content-Type", "text/event-stream")
                        .setChunked(true)
                        .write("data: first\n\n"));
        server = vertx.createHttpServer()
                .requestHandler(router)
                .listen(0, "127.0.0.1")
                .toCompletionStage()
                .toCompletableFuture()
                .get(1, TimeUnit.MINUTES);
    }

    @AfterEach
    void stop() throws Exception {
        vertx.close().toCompletionStage().toCompletableFuture().get(1, TimeUnit.MINUTES);
    }

    @Test
    void connections_stay_open_while_no_shutdown_is_announced() throws Exception {
        assertThat(get("/answer").headers().firstValue("Connection")).isEmpty();
    }

    @Test
    void an_answer_after_the_announcement_closes_its_connection() throws Exception {
        announcement.announce(new ShutdownDelayInitiatedEvent());

        HttpResponse<InputStream> answer = get("/answer");

        assertThat(answer.headers().firstValue("Connection")).contains("close");
        assertThat(answer.body()).hasContent("done");
    }

    @Test
    void an_open_stream_is_cut_off() throws Exception {
        InputStream stream = get("/stream").body();
        assertThat(new String(stream.readNBytes(13), UTF_8)).isEqualTo("data: first\n\n");

        announcement.announce(new ShutdownDelayInitiatedEvent());

        assertThatThrownBy(stream::read).isInstanceOf(IOException.class);
    }

    @Test
    void a_stream_that_opens_after_the_announcement_is_cut_off() {
        announcement.announce(new ShutdownDelayInitiatedEvent());

        assertThatThrownBy(() -> get("/stream").body().readAllBytes()).isInstanceOf(IOException.class);
    }

    private HttpResponse<InputStream> get(String path) throws IOException, InterruptedException {
        URI address = URI.create("http://127.0.0.1:" + server.actualPort() + path);
        return client.send(HttpRequest.newBuilder(address).build(), BodyHandlers.ofInputStream());
    }
}
