package kz.qadam.reporting.page;

/**
 * A count of people in a table.
 *
 * @param text the number; a dash if there is none
 * @param words the same, and in words why there is no number
 */
public record CountText(String text, String words) {

    /** Whether there are too few people to publish their number. Zero looks the same. */
    public boolean isTooFew() {
        return !words.equals(text);
    }
}
