package kz.qadam.progress.xapi;

import com.fasterxml.jackson.core.JsonProcessingException;
import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.ObjectMapper;
import com.fasterxml.jackson.databind.node.ObjectNode;
import java.io.IOException;
import java.util.ArrayList;
import java.util.List;
import java.util.UUID;
import kz.qadam.chassis.base.language.Message;
import kz.qadam.chassis.http.problem.Fault;
import kz.qadam.chassis.http.problem.Problem;
import kz.qadam.chassis.http.problem.ProblemType;
import kz.qadam.progress.xapi.reading.XapiStatement;

/** Splits a body into statements. Only what cannot be read is refused, with one sentence that says what. */
final class StatementsOfBody {

    private static final int MOST_BYTES = 10 * 1024 * 1024;

    private StatementsOfBody() {}

    /**
     * One statement, or an array of them.
     *
     * @throws Problem 400 if it is no JSON, not made of objects, or if an id is no UUID; 413 if it is too large
     */
    static List<JsonNode> read(ObjectMapper json, byte[] body) {
        JsonNode sent = tree(json, body);
        List<JsonNode> statements = new ArrayList<>();
        if (sent.isArray()) {
            sent.forEach(statements::add);
        } else {
            statements.add(sent);
        }
        for (int i = 0; i < statements.size(); i++) {
            if (!statements.get(i).isObject()) {
                throw unreadable(i, "no-statement");
            }
            if (new XapiStatement(statements.get(i)).hasBadId()) {
                throw unreadable(i, "statement-id");
            }
        }
        return statements;
    }

    /**
     * One statement with this id.
     *
     * @throws Problem 400 as above, and if it says another id
     */
    static List<JsonNode> readOne(ObjectMapper json, byte[] body, UUID id) {
        List<JsonNode> all = read(json, body);
        if (all.size() != 1 || !(all.get(0) instanceof ObjectNode statement)) {
            throw unreadable(0, "no-statement");
        }
        if (!new XapiStatement(statement).id().orElse(id).equals(id)) {
            throw new Problem(ProblemType.INVALID_REQUEST, Fault.parameter("statementId", "other-statement-id"));
        }
        statement.put("id", id.toString());
        return all;
    }

    private static JsonNode tree(ObjectMapper json, byte[] body) {
        if (body.length > MOST_BYTES) {
            throw new Problem(ProblemType.TOO_LARGE, Message.of("too-large/bytes", "10 MiB"));
        }
        try {
            return json.readTree(body);
        } catch (JsonProcessingException e) {
            throw Problem.unreadable(
                    "malformed/at", e.getLocation().getLineNr(), e.getLocation().getColumnNr());
        } catch (IOException e) {
            throw new IllegalStateException("Reading from memory", e);
        }
    }

    private static Problem unreadable(int index, String key) {
        return new Problem(ProblemType.INVALID_REQUEST, Fault.at("/" + index, key, index + 1));
    }
}
