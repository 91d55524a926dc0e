package kz.qadam.enrolment.accounts;

import kz.qadam.chassis.base.language.Message;
import kz.qadam.chassis.desk.DeskPlace;

/**
 * What the page of a link shows.
 *
 * @param code as it was written; it opens the account if there is a name
 * @param name the user name; null if the code opens nothing
 * @param problem what is wrong; null if nothing is
 * @param isDone whether the password is set
 */
record LinkView(DeskPlace place, String code, String name, String problem, boolean isDone) {

    /** Where people log in. */
    private static final String LOG_IN = "/staff/desk";

    /** @param problem the key of what is wrong; null if nothing is */
    static LinkView asking(DeskPlace place, String written, String problem) {
        return new LinkView(place, written, null, problem == null ? null : say(place, problem), false);
    }

    static LinkView opened(DeskPlace place, LinkCode code, String name) {
        return new LinkView(place, code.text(), name, null, false);
    }

    LinkView refused(String key) {
        return new LinkView(place, code, name, say(place, key), false);
    }

    LinkView done() {
        return new LinkView(place, "", name, null, true);
    }

    public String logIn() {
        return LOG_IN + "?lang=" + place.language().tag();
    }

    private static String say(DeskPlace place, String key) {
        return place.tell(Message.of("account-link." + key));
    }
}
