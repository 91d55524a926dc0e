package kz.qadam.chassis.events.event;

import com.fasterxml.jackson.databind.json.JsonMapper;
import com.fasterxml.jackson.databind.node.ObjectNode;
import io.smallrye.common.classloader.ClassPathUtils;
import io.vertx.core.buffer.Buffer;
import io.vertx.core.http.HttpHeaders;
import io.vertx.core.http.HttpMethod;
import io.vertx.core.http.HttpServerResponse;
import io.vertx.ext.web.Router;
import jakarta.enterprise.context.ApplicationScoped;
import jakarta.enterprise.event.Observes;
import java.io.IOException;
import java.io.InputStream;
import java.io.UncheckedIOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import java.util.stream.Stream;

/**
 * Serves the AsyncAPI document beside the contracts. It is made from the resource {@code asyncapi.json} of the service
 * and the schemas of the contracts, at the start; a service without the resource has no document.
 */
@ApplicationScoped
class AsyncApiRoute {

    private static final String TOPICS = "asyncapi.json";
    private static final String CONTRACTS = "META-INF/resources/contracts";
    private static final JsonMapper JSON = new JsonMapper();

    void serve(@Observes Router router) throws IOException {
        ClassLoader resources = Thread.currentThread().getContextClassLoader();
        try (InputStream topics = resources.getResourceAsStream(TOPICS)) {
            if (topics == null) {
                return;
            }
            var document = new AsyncApiDocument(JSON.readValue(topics, ObjectNode.class));
            ClassPathUtils.consumeAsPaths(resources, CONTRACTS, folder -> add(document, folder));
            Buffer body = Buffer.buffer(document.text());
            router.route("/contracts/asyncapi.json")
                    .method(HttpMethod.GET)
                    .method(HttpMethod.HEAD)
                    .handler(request -> answer(request.response(), body));
        }
    }

    private static void answer(HttpServerResponse response, Buffer body) {
        // Otherwise Quarkus has it sent as it is, to those who accept it compressed too.
        response.headers().remove(HttpHeaders.CONTENT_ENCODING);
        response.putHeader(HttpHeaders.CONTENT_TYPE, "application/json")
                .putHeader(HttpHeaders.CACHE_CONTROL, "public, immutable, max-age=86400")
                .end(body);
    }

    /** Adds the types that have a folder of contracts, in the order of their names. */
    private static void add(AsyncApiDocument document, Path folder) {
        try (Stream<Path> types = Files.list(folder)) {
            List<Path> schemas = types.map(type -> type.resolve("schema.json"))
                    .filter(Files::exists)
                    .sorted()
                    .toList();
            for (Path schema : schemas) {
                String type = schema.getParent().getFileName().toString();
                document.add(type, JSON.readTree(Files.readString(schema)));
            }
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }
}
