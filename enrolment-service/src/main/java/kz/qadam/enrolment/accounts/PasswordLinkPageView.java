package kz.qadam.enrolment.accounts;

import kz.qadam.chassis.base.language.Message;
import kz.qadam.chassis.desk.DeskContext;

/**
 * What the page of a link shows.
 *
 * @param code as it was written; it opens the account if there is a name
 * @param name the user name; null if the code opens nothing
 * @param problem what is wrong; null if nothing is
 * @param isDone whether the password is set
 */
record PasswordLinkPageView(DeskContext context, String code, String name, String problem, boolean isDone) {

    /** Where people log in. */
    private static final String LOG_IN = "/staff/desk";

    /** @param problem the key of what is wrong; null if nothing is */
    static PasswordLinkPageView asking(DeskContext context, String written, String problem) {
        return new PasswordLinkPageView(context, written, null, problem == null ? null : say(context, problem), false);
    }

    static PasswordLinkPageView opened(DeskContext context, PasswordLinkCode code, String name) {
        return new PasswordLinkPageView(context, code.text(), name, null, false);
    }

    PasswordLinkPageView refused(String key) {
        return new PasswordLinkPageView(context, code, name, say(context, key), false);
    }

    PasswordLinkPageView done() {
        return new PasswordLinkPageView(context, "", name, null, true);
    }

    public String logIn() {
        return LOG_IN + "?lang=" + context.language().tag();
    }

    private static String say(DeskContext context, String key) {
        return context.tell(Message.of("account-link." + key));
    }
}
