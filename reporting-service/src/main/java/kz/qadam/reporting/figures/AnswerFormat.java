package kz.qadam.reporting.figures;

import jakarta.ws.rs.core.HttpHeaders;
import jakarta.ws.rs.core.MediaType;
import java.util.Map;
import java.util.Set;
import kz.qadam.chassis.http.problem.Problem;

/** The format of an answer. */
public enum AnswerFormat {
    JSON(MediaType.APPLICATION_JSON),
    /** With the byte order mark by which Excel recognises UTF-8. */
    CSV(AnswerFormat.TEXT_CSV),
    /** Without it, for programs that read it as part of the first column's name. */
    CSV_WITHOUT_BOM(AnswerFormat.TEXT_CSV);

    public static final String TEXT_CSV = "text/csv";

    private static final Map<String, AnswerFormat> BY_NAME = Map.of("json", JSON, "csv", CSV);
    private static final Set<String> TRUE_OR_FALSE = Set.of("true", "false");

    private final String type;

    AnswerFormat(String type) {
        this.type = type;
    }

    /**
     * The format that the parameters ask for, else the one that the header accepts.
     *
     * @param wanted the parameter {@code format}, or null
     * @param bom the parameter {@code bom}, or null
     * @param accepted the format of the header {@code Accept}
     * @throws Problem 400 if a parameter has an unknown value
     */
    static AnswerFormat of(String wanted, String bom, AnswerFormat accepted) {
        AnswerFormat format = wanted == null ? accepted : BY_NAME.get(wanted);
        if (format == null) {
            throw Problem.badParameter("format", "unknown-value", "format", "json, csv");
        }
        if (bom != null && !TRUE_OR_FALSE.contains(bom)) {
            throw Problem.badParameter("bom", "unknown-value", "bom", "true, false");
        }
        return format == CSV && "false".equals(bom) ? CSV_WITHOUT_BOM : format;
    }

    boolean isTable() {
        return this != JSON;
    }

    ContentHeaders headers() {
        return new ContentHeaders(
                "Authorization, Accept, Accept-Encoding", Map.of(HttpHeaders.CONTENT_TYPE, type + ";charset=UTF-8"));
    }
}
