package kz.qadam.reporting.figures;

import jakarta.ws.rs.core.MediaType;
import java.util.Map;
import java.util.Set;
import kz.qadam.chassis.problem.Problem;

/** As what an answer is wanted. */
public enum Format {
    JSON(MediaType.APPLICATION_JSON),
    /** With the byte order mark by which Excel recognises UTF-8. */
    CSV(Format.TEXT_CSV),
    /** Without it, for programs that would take it for a part of the first column's name. */
    CSV_WITHOUT_BOM(Format.TEXT_CSV);

    public static final String TEXT_CSV = "text/csv";

    /** What the parameter {@code format} means. */
    public static final String MEANING = "json or csv, for whoever cannot set the header Accept; it goes before it.";

    /** What the parameter {@code bom} means. */
    public static final String BOM =
            "Whether CSV begins with a byte order mark, by which Excel recognises UTF-8; true if"
                    + " absent. Programs that would take it for a part of the first column's name ask for false.";

    private static final Map<String, Format> BY_NAME = Map.of("json", JSON, "csv", CSV);
    private static final Set<String> TRUE_OR_FALSE = Set.of("true", "false");

    private final String type;

    Format(String type) {
        this.type = type;
    }

    /**
     * The one that is wanted, else the one that is accepted.
     *
     * @param wanted the parameter {@code format}, or null
     * @param bom the parameter {@code bom}, or null
     * @param accepted what the header asks for
     * @throws Problem 400 if one cannot be read
     */
    static Format of(String wanted, String bom, Format accepted) {
        Format format = wanted == null ? accepted : BY_NAME.get(wanted);
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

    String contentType() {
        return type + ";charset=UTF-8";
    }
}
