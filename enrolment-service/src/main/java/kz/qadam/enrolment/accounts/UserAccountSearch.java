package kz.qadam.enrolment.accounts;

import java.net.URLEncoder;
import java.nio.charset.StandardCharsets;
import kz.qadam.chassis.http.list.TextCursor;

/** What was looked for on the page of accounts: each may be null. */
record UserAccountSearch(String institution, String name, String cursor) {

    static final UserAccountSearch AT_ALL = new UserAccountSearch(null, null, null);

    UserAccountSearch {
        institution = institution == null || institution.isBlank() ? null : institution.strip();
        name = name == null || name.isBlank() ? null : name.strip();
    }

    int first() {
        return cursor == null ? 0 : TextCursor.read(cursor, 1, parts -> Integer.parseUnsignedInt(parts[0]));
    }

    /** The next page, in an address. */
    String next() {
        String from = "&cursor=" + TextCursor.write(first() + UserAccountResource.USUAL);
        return institution == null
                ? from
                : "&institution=" + URLEncoder.encode(institution, StandardCharsets.UTF_8) + from;
    }
}
