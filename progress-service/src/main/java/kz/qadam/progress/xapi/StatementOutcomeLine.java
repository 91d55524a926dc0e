package kz.qadam.progress.xapi;

import kz.qadam.chassis.base.language.Message;

/**
 * A statement in a list for people.
 *
 * @param address of the page about its account
 * @param code what became of it
 * @param state the same in a word
 * @param why the same as a sentence
 */
record StatementOutcomeLine(
        String at, String account, String address, String course, String code, String state, String why) {

    static StatementOutcomeLine of(StatementOutcomeRows.Listed listed, PlatformPageContext context) {
        OutcomeView one = listed.outcome();
        return new StatementOutcomeLine(
                context.desk().dayAndTime(one.at()),
                one.account(),
                context.address(PlatformPage.PATH + "/accounts/" + listed.account()),
                one.course(),
                one.state(),
                context.desk().tell(Message.of("statement-line.became." + one.state())),
                one.text());
    }

    /** Not the account: it may say who somebody is. */
    @Override
    public String toString() {
        return "StatementOutcomeLine of " + course;
    }
}
