package kz.qadam.system;

import java.util.List;

/** The page on which a figure is taken apart, as an auditor meets it. */
record AuditPage(Browser browser, String address) {

    AuditPage open(String query) {
        browser.open(address + "/audit?" + query);
        browser.await("#cohort option");
        return this;
    }

    /** Until the records are there. */
    AuditPage awaitRecords() {
        browser.await("#rows tbody");
        return this;
    }

    long figure() {
        return number("#figure-number");
    }

    long records() {
        return browser.elements("#rows tbody").size();
    }

    /** When and about which day it was known. */
    String known() {
        return browser.element("#figure-known").getText();
    }

    /** What stands at a stage between received and counted. */
    long stage(String name) {
        return number("[data-stage=" + name + "]");
    }

    List<String> why() {
        return browser.texts("#rows [data-cell=why]");
    }

    /** Unfolds the events of the first record. */
    AuditPage unfoldEvents() {
        browser.element("#rows summary").click();
        browser.await("#rows [data-event] a");
        return this;
    }

    /** The first event of the first record, on its page. */
    String firstEvent() {
        unfoldEvents();
        browser.element("#rows [data-event] a").click();
        browser.await("#event");
        return browser.element("#event").getText();
    }

    /** Follows a link to other records. */
    AuditPage follow(String link) {
        browser.follow("#" + link);
        return awaitRecords();
    }

    private long number(String css) {
        return Long.parseLong(browser.element(css).getText().replaceAll("\\D", ""));
    }
}
