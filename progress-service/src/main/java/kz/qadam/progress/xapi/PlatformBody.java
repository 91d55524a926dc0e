package kz.qadam.progress.xapi;

import com.fasterxml.jackson.core.JsonProcessingException;
import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.ObjectMapper;
import com.fasterxml.jackson.databind.node.ObjectNode;
import java.io.IOException;
import java.util.ArrayList;
import java.util.List;
import kz.qadam.chassis.http.batch.Batch;
import kz.qadam.chassis.http.batch.ItemFields;
import kz.qadam.chassis.http.problem.Fault;
import kz.qadam.chassis.http.problem.Problem;
import kz.qadam.chassis.http.problem.ProblemType;
import kz.qadam.progress.xapi.reading.PlatformProfile;

/**
 * What was sent to save a platform, or to try it.
 *
 * @param statements those on which it is to be tried; empty if it is to be saved
 */
record PlatformBody(PlatformProfile profile, List<JsonNode> statements) {

    private static final String STATEMENTS = "statements";
    static final int MOST_TRIED = 20;

    /**
     * Reads a body, which may repeat what the path says.
     *
     * @throws Problem if it has faults
     */
    static PlatformBody read(
            Batch batch, ObjectMapper json, byte[] body, String institution, String name, boolean isTrial) {
        List<JsonNode> statements = new ArrayList<>();
        byte[] rest = isTrial ? withoutStatements(json, body, statements) : body;
        return new PlatformBody(profile(batch, rest, institution, name), statements);
    }

    /** Takes the statements out of the body of a trial. */
    private static byte[] withoutStatements(ObjectMapper json, byte[] body, List<JsonNode> statements) {
        try {
            if (!(json.readTree(body) instanceof ObjectNode sent) || !sent.has(STATEMENTS)) {
                return body;
            }
            statements.addAll(StatementsOfBody.read(json, json.writeValueAsBytes(sent.remove(STATEMENTS))));
            if (statements.size() > MOST_TRIED) {
                throw new Problem(
                        ProblemType.INVALID_REQUEST, Fault.at("/" + STATEMENTS, "too-many", STATEMENTS, MOST_TRIED));
            }
            return json.writeValueAsBytes(sent);
        } catch (JsonProcessingException e) {
            return body;
        } catch (IOException e) {
            throw new IllegalStateException("Reading from memory", e);
        }
    }

    private static PlatformProfile profile(Batch batch, byte[] body, String institution, String name) {
        ItemFields fields = batch.single(body).fields();
        fields.requireSame("institution", institution);
        fields.requireSame("name", name);
        return PlatformProfile.READER.readOrThrow(fields);
    }
}
