package kz.qadam.chassis.http.batch;

import static org.assertj.core.api.Assertions.assertThat;

import com.fasterxml.jackson.core.JsonParser;
import com.fasterxml.jackson.databind.DeserializationFeature;
import com.fasterxml.jackson.databind.ObjectMapper;
import io.quarkus.vertx.http.runtime.CurrentVertxRequest;
import jakarta.ws.rs.core.MediaType;
import java.math.BigDecimal;
import java.nio.charset.StandardCharsets;
import java.time.LocalDate;
import java.util.List;
import kz.qadam.chassis.http.body.BodyReservationUpdate;
import kz.qadam.chassis.http.problem.Problem;
import kz.qadam.chassis.http.table.Columns;

/** Batches of toys, and what is wrong with them. */
final class ToyBatch {

    private ToyBatch() {}

    record Address(String city, String street) {}

    record Toy(String name, BigDecimal size, LocalDate day, Address address) {}

    static final Columns COLUMNS = ItemReader.of(Toy.class).columns();

    static final ObjectMapper JSON = new ObjectMapper()
            .enable(DeserializationFeature.FAIL_ON_TRAILING_TOKENS)
            .enable(JsonParser.Feature.STRICT_DUPLICATE_DETECTION);

    static final Batch BATCH = new Batch(new Items(JSON), JSON, new BodyReservationUpdate(new CurrentVertxRequest()));

    static List<Item> items(String type, String body) {
        return BATCH.items(body.getBytes(StandardCharsets.UTF_8), MediaType.valueOf(type), COLUMNS);
    }

    static List<Item> csv(String body) {
        return items("text/csv", body);
    }

    static ItemFields only(List<Item> items) {
        assertThat(items).hasSize(1);
        return items.get(0).fields();
    }

    static List<String> faults(ItemFields fields) {
        return fields.problem().map(Problem::errors).orElse(List.of()).stream()
                .map(fault -> (fault.column() == null ? fault.pointer() : fault.column()) + " "
                        + fault.text().key())
                .toList();
    }
}
