package kz.qadam.reporting.figures;

import jakarta.ws.rs.core.MediaType;
import java.util.Locale;
import kz.qadam.chassis.problem.Problem;

/** As what an answer is wanted. */
public enum Format {
    JSON(MediaType.APPLICATION_JSON),
    CSV(Format.TEXT_CSV);

    public static final String TEXT_CSV = "text/csv";

    /** What the parameter {@code format} means. */
    public static final String MEANING = "json or csv, for whoever cannot set the header Accept; it goes before it.";

    private final String type;

    Format(String type) {
        this.type = type;
    }

    /**
     * The one that is wanted, else the one that is accepted.
     *
     * @param wanted the parameter, or null
     * @param accepted what the header asks for
     * @throws Problem 400 if it is none of them
     */
    public static Format of(String wanted, Format accepted) {
        if (wanted == null) {
            return accepted;
        }
        for (Format format : values()) {
            if (format.name().toLowerCase(Locale.ROOT).equals(wanted)) {
                return format;
            }
        }
        throw Problem.badParameter("format", "unknown-value", "format", "json, csv");
    }

    String contentType() {
        return type + ";charset=UTF-8";
    }
}
