package kz.qadam.chassis.http.openapi;

import com.fasterxml.jackson.databind.ObjectMapper;
import com.fasterxml.jackson.databind.node.ObjectNode;
import java.util.List;
import kz.qadam.chassis.base.language.Language;
import kz.qadam.chassis.http.problem.Fault;
import kz.qadam.chassis.http.problem.Problem;
import kz.qadam.chassis.http.problem.ProblemBody;
import kz.qadam.chassis.http.problem.ProblemType;
import org.eclipse.microprofile.openapi.OASFactory;
import org.eclipse.microprofile.openapi.models.Components;
import org.eclipse.microprofile.openapi.models.media.Schema;

/** The schema of a problem, and examples. */
final class ProblemSchemas {

    private static final ObjectMapper JSON = new ObjectMapper();

    private ProblemSchemas() {}

    /**
     * Adds the schemas explicitly: no operation has a problem as its return type, so the scan of the code does not find
     * them.
     */
    static void addTo(Components components) {
        components.addSchema("Problem", problem());
        components.addSchema("Fault", fault());
    }

    static Object example(ProblemType type) {
        ObjectNode example = JSON.valueToTree(ProblemBody.of(new Problem(type, faults(type)), Language.EN));
        return example;
    }

    private static List<Fault> faults(ProblemType type) {
        return switch (type) {
            case INVALID_REQUEST -> List.of(Fault.at("/reference", "missing", "reference"));
            case RULE_VIOLATED -> List.of(Fault.at("/reference", "length", "reference", 100));
            default -> List.of();
        };
    }

    private static Schema problem() {
        return object("Problem details (RFC 9457): what went wrong, with all faults and their places.")
                .addProperty(
                        "type",
                        string("A URL that names the kind of problem and opens its page.")
                                .format("uri"))
                .addProperty("title", string("The kind of problem in a few words."))
                .addProperty("status", of(Schema.SchemaType.INTEGER, "The HTTP status."))
                .addProperty("detail", string("Details of this occurrence."))
                .addProperty(
                        "errors",
                        of(
                                        Schema.SchemaType.ARRAY,
                                        "All faults at once, each with its place and a stable code; at most 100 of one"
                                                + " item or body, and 10,000 of a batch.")
                                .items(OASFactory.createSchema().ref("#/components/schemas/Fault")))
                .addProperty(
                        "moreFaults",
                        of(
                                Schema.SchemaType.INTEGER,
                                "How many faults there are beyond those that are listed; absent if there are none."))
                .required(List.of("type", "title", "status"));
    }

    private static Schema fault() {
        return object("One thing wrong with an input.")
                .addProperty("pointer", string("JSON Pointer (RFC 6901) into the body or the item."))
                .addProperty("parameter", string("The parameter of the query or the path."))
                .addProperty("column", string("The CSV column."))
                .addProperty(
                        "code",
                        string(
                                "Stable, for programs. For example looks-like-iin, if a text contains what looks like the"
                                        + " identification number of a person, and looks-personal, if a new reference, certificate or"
                                        + " reason contains what looks like an e-mail address, a telephone number or the full name of a"
                                        + " person."))
                .addProperty("detail", string("For people."))
                .required(List.of("code", "detail"));
    }

    private static Schema object(String description) {
        return of(Schema.SchemaType.OBJECT, description);
    }

    private static Schema string(String description) {
        return of(Schema.SchemaType.STRING, description);
    }

    private static Schema of(Schema.SchemaType type, String description) {
        return OASFactory.createSchema().addType(type).description(description);
    }
}
