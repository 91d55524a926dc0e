package kz.qadam.chassis.submissions.profiles.page;

import java.util.List;
import kz.qadam.chassis.submissions.profiles.guess.SentColumn;

/**
 * A column of the sent table, as the choices of a form name it: by its header, and which of several it is.
 *
 * @param occurrence null if there is only one
 */
record ChosenColumn(String header, Integer occurrence) {

    private static final String SIGN = "h";

    static ChosenColumn of(SentColumn column) {
        return new ChosenColumn(column.header(), column.occurrence());
    }

    static ChosenColumn of(List<String> headers, Integer occurrence) {
        return new ChosenColumn(headers.get(0), occurrence);
    }

    static boolean isOne(String value) {
        return value.matches("(?s)h[0-9]{1,3}:.+");
    }

    /** @param value of which {@link #isOne} is true */
    static ChosenColumn read(String value) {
        int end = value.indexOf(':');
        int occurrence = Integer.parseInt(value.substring(SIGN.length(), end));
        return new ChosenColumn(value.substring(end + 1), occurrence == 0 ? null : occurrence);
    }

    String value() {
        return SIGN + (occurrence == null ? 0 : occurrence) + ":" + header;
    }

    /** As people read it. */
    String label() {
        return occurrence == null ? header : header + " (" + occurrence + ")";
    }
}
