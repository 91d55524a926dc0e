package kz.qadam.enrolment.numbers;

import kz.qadam.chassis.batch.Fields;

/** Reads texts that people write freely, and lets no identification number of a person slip in with them. */
public final class Texts {

    private Texts() {}

    /** The text of this member; null, and noted, if it cannot be read or holds what looks like an IIN. */
    public static String text(Fields fields, String name, int longest) {
        String text = fields.text(name, longest);
        if (text == null || !holdsIin(text)) {
            return text;
        }
        fields.broken(name, "looks-like-iin");
        return null;
    }

    /** Whether twelve digits that stand by themselves, not within more of them, would be somebody's number. */
    public static boolean holdsIin(String text) {
        int from = 0;
        while (from < text.length()) {
            int to = from;
            while (to < text.length() && isDigit(text.charAt(to))) {
                to++;
            }
            if (to - from == 12 && Iin.isPlausible(text.subSequence(from, to))) {
                return true;
            }
            from = to + 1;
        }
        return false;
    }

    private static boolean isDigit(char c) {
        return c >= '0' && c <= '9';
    }
}
