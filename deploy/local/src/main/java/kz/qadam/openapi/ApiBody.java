package kz.qadam.openapi;

import com.fasterxml.jackson.databind.JsonNode;
import java.util.List;

/**
 * The request body of an operation.
 *
 * @param mediaTypes in the order of the document; empty if the operation takes no body
 * @param members the members of the JSON body, or of its items; a member of a member as {@code learner.iin}
 * @param example the example of the JSON body; a missing node if there is none
 */
public record ApiBody(List<String> mediaTypes, List<String> members, JsonNode example) {}
