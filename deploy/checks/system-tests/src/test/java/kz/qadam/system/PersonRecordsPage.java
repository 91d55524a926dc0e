package kz.qadam.system;

import java.util.List;
import org.openqa.selenium.By;
import org.openqa.selenium.WebElement;

/** The page on which the office answers a person, as the office meets it. */
record PersonRecordsPage(Browser browser, String address) {

    PersonRecordsPage open(String language) {
        browser.open(address + "/person-records?lang=" + language);
        browser.await("#number");
        return this;
    }

    PersonRecordsPage ask(String iin) {
        browser.element("#number").sendKeys(iin);
        browser.element("#find").click();
        browser.await("#answer-title");
        return this;
    }

    PersonRecordsPage answerIn(String language) {
        browser.element("#answer-language option[value='" + language + "']").click();
        return this;
    }

    String answer() {
        return browser.element("#answer").getText();
    }

    /** Corrects the first enrolment by the form below it. */
    void correct(String member, String value, String reason) {
        var folded = browser.element("details.correcting");
        folded.findElement(By.cssSelector("summary")).click();
        folded.findElement(By.cssSelector("option[value='" + member + "']")).click();
        List<WebElement> fields = folded.findElements(By.cssSelector("input"));
        fields.get(0).sendKeys(value);
        fields.get(1).sendKeys(reason);
        folded.findElement(By.cssSelector("button")).click();
    }
}
