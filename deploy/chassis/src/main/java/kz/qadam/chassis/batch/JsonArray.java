package kz.qadam.chassis.batch;

import com.fasterxml.jackson.core.JsonParser;
import com.fasterxml.jackson.core.JsonProcessingException;
import com.fasterxml.jackson.core.JsonToken;
import com.fasterxml.jackson.databind.ObjectMapper;
import jakarta.enterprise.context.ApplicationScoped;
import java.io.ByteArrayInputStream;
import java.io.IOException;
import java.io.StringWriter;
import java.util.ArrayList;
import java.util.List;
import kz.qadam.chassis.problem.Problem;
import kz.qadam.chassis.problem.ProblemType;
import kz.qadam.chassis.table.Row;
import kz.qadam.chassis.table.Utf8;

/**
 * Splits a JSON array into rows. Only the bounds of the elements are found here, so that an element with a fault does
 * not affect the others.
 */
@ApplicationScoped
class JsonArray {

    private final ObjectMapper json;

    JsonArray(ObjectMapper json) {
        this.json = json;
    }

    List<Row> rows(byte[] body) {
        List<Row> rows = new ArrayList<>();
        try (Utf8 utf8 = new Utf8(new ByteArrayInputStream(body))) {
            StringWriter written = new StringWriter(body.length);
            utf8.transferTo(written);
            String text = written.toString();
            JsonParser parser = json.getFactory().createParser(text);
            parser.disable(JsonParser.Feature.STRICT_DUPLICATE_DETECTION);
            if (parser.nextToken() != JsonToken.START_ARRAY) {
                throw Problem.unreadable("wrong-type/batch");
            }
            while (parser.nextToken() != JsonToken.END_ARRAY) {
                if (rows.size() == Batch.MOST_ITEMS) {
                    throw Batch.tooManyItems();
                }
                int from = (int) parser.currentTokenLocation().getCharOffset();
                parser.skipChildren();
                parser.finishToken();
                int to = (int) parser.currentLocation().getCharOffset();
                rows.add(Row.ofJson(0, text.substring(from, to)));
            }
            if (parser.nextToken() != null) {
                throw Problem.unreadable("malformed/trailing");
            }
        } catch (JsonProcessingException e) {
            throw new Problem(ProblemType.INVALID_REQUEST, Items.malformed(e, 1));
        } catch (IOException e) {
            throw new IllegalStateException("Reading from memory", e);
        }
        if (rows.isEmpty()) {
            throw Problem.unreadable("empty");
        }
        return rows;
    }
}
