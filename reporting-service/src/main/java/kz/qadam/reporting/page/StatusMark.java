package kz.qadam.reporting.page;

/**
 * A status as a word and a shape, so that it does not depend on colour.
 *
 * @param code the word of the API, such as {@code on-track}
 */
public record StatusMark(String code, String word, String shape) {

    /** Null if the status is not published. */
    static StatusMark of(String status, PageText text) {
        if (status == null) {
            return null;
        }
        String shape = switch (status) {
            case "reached" -> "✓";
            case "ahead" -> "▲";
            case "on-track" -> "●";
            case "behind" -> "▼";
            default -> "○";
        };
        return new StatusMark(status, text.say("status." + status), shape);
    }
}
