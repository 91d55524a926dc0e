package kz.qadam.reporting.page;

/**
 * A status by word and by shape, not by colour alone.
 *
 * @param code as the API has it, such as {@code on-track}
 */
public record StatusMark(String code, String word, String shape) {

    static StatusMark of(String status, PageText text) {
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
