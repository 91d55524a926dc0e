package kz.qadam.system;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.io.IOException;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.Tag;
import org.junit.jupiter.api.Test;

/** That a fault of a page is found, by what all tests of pages use to find none. */
@Tag("pages")
class PageFaultsIT {

    private final Browser browser = new Browser();

    PageFaultsIT() throws IOException {}

    @AfterEach
    void close() {
        browser.close();
    }

    private void show(String style, String body) throws IOException {
        var page = browser.write("fault.html", """
                <!DOCTYPE html>
                <html lang="en"><head><meta charset="utf-8"><title>A page</title>
                <style>body { color: black; background: white } %s</style></head>
                <body><main><h1>A page</h1>%s</main></body></html>
                """.formatted(style, body));
        browser.open(page.toUri().toString());
    }

    @Test
    void a_page_without_a_fault_has_none() throws IOException {
        show("", "<p>Read me</p>");

        assertThat(browser.objections()).isEmpty();
    }

    @Test
    void a_picture_without_a_text_is_found() throws IOException {
        show("", "<img src='data:,'>");

        assertThat(browser.objections()).singleElement().asString().startsWith("light:");
    }

    @Test
    void colours_that_are_too_alike_in_the_dark_are_found() throws IOException {
        show("@media (prefers-color-scheme: dark) { p { color: #ddd } }", "<p>Read me</p>");

        assertThat(browser.objections()).singleElement().asString().startsWith("dark:");
    }

    @Test
    void a_fault_that_one_language_alone_has_is_found() throws IOException {
        show("", "<p>Read me</p>");
        browser.look("fault", "kk", 1280);
        show("", "<a href='.'></a>");

        assertThatThrownBy(() -> browser.look("fault", "ru", 1280))
                .isInstanceOf(AssertionError.class)
                .hasMessageContaining("fault-ru-1280");
    }
}
