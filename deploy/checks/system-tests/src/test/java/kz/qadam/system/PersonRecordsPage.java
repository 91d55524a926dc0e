package kz.qadam.system;

import static kz.qadam.system.Waits.soon;

/** The page on which the office answers a person, as the office meets it. */
record PersonRecordsPage(Browser browser, String address) {

    PersonRecordsPage open(String language) {
        browser.open(address + "/person-records?lang=" + language);
        browser.await("#show");
        return this;
    }

    /** The language of the answer. */
    PersonRecordsPage answerIn(String language) {
        browser.element("input[name=language][value=" + language + "]").click();
        return this;
    }

    /** Asks by the number, and waits until all parts of the answer are there, or missing. */
    PersonRecordsPage ask(String iin) {
        browser.element("[name='person.iin']").sendKeys(iin);
        browser.follow("#show");
        browser.await("#answer-title");
        soon().until(() -> browser.elements("[data-from] > .on-paper").isEmpty());
        return this;
    }

    String answer() {
        return browser.element("#answer").getText();
    }
}
