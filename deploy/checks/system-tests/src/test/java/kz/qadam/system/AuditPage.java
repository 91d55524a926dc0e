package kz.qadam.system;

import static kz.qadam.system.Qadam.soon;

import org.openqa.selenium.By;

/** The page on which a figure is taken apart, as an auditor meets it. */
record AuditPage(Browser browser, String address) {

    AuditPage open(String query) {
        browser.open(address + "/audit?" + query);
        soon().until(() -> browser.elements("#cohort option").size() == 5);
        return this;
    }

    /** Until the records are there. */
    AuditPage awaitRecords() {
        browser.await("#unfolded:not([hidden]) #rows tbody");
        return this;
    }

    long figure() {
        return number("#figure-number");
    }

    long records() {
        return browser.elements("#rows tbody").size();
    }

    /** What stands at a stage between received and counted. */
    long stage(String name) {
        return number("[data-stage=" + name + "]");
    }

    String why() {
        return browser.element("#rows [data-cell=why]").getText();
    }

    /** Unfolds the first event of the first record. */
    String firstEvent() {
        browser.element("#rows summary").click();
        browser.element("#rows li button").click();
        browser.await("#rows li pre:not([hidden])");
        return browser.element("#rows li").findElement(By.tagName("pre")).getText();
    }

    private long number(String css) {
        return Long.parseLong(browser.element(css).getText().replaceAll("\\D", ""));
    }
}
