package kz.qadam.reporting.page;

/**
 * How something stands, told by word and by shape beside the colour.
 *
 * @param code as the API has it, such as {@code on-track}
 */
public record Mark(String code, String word, String shape) {

    static Mark of(String status, Speech speech) {
        String shape = switch (status) {
            case "reached" -> "✓";
            case "ahead" -> "▲";
            case "on-track" -> "●";
            case "behind" -> "▼";
            default -> "○";
        };
        return new Mark(status, speech.say("status." + status), shape);
    }
}
