package kz.qadam.system;

import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.charset.StandardCharsets;
import java.util.List;
import java.util.Map;
import java.util.function.Function;
import java.util.stream.Collectors;
import org.openqa.selenium.JavascriptExecutor;

/**
 * What an automatic check of accessibility, axe, objects to in a page. It is run by its own interface: Deque's builder for
 * Selenium takes three times as long.
 */
final class AccessibilityCheck {

    private static final String AXE = read("/axe.min.js");

    /** The rules that look at colours. */
    private static final List<String> OF_COLOURS = List.of("color-contrast", "link-in-text-block");

    private final JavascriptExecutor page;

    AccessibilityCheck(JavascriptExecutor page) {
        this.page = page;
    }

    List<String> ofAllRules() {
        return objections(Map.of());
    }

    List<String> ofColours() {
        return objections(Map.of("runOnly", Map.of("type", "rule", "values", OF_COLOURS)));
    }

    List<String> ofAllButColours() {
        return objections(Map.of(
                "rules",
                OF_COLOURS.stream().collect(Collectors.toMap(Function.identity(), of -> Map.of("enabled", false)))));
    }

    @SuppressWarnings("unchecked")
    private List<String> objections(Map<String, ?> options) {
        if ((boolean) page.executeScript("return typeof axe === 'undefined'")) {
            page.executeScript(AXE);
        }
        return (List<String>) page.executeAsyncScript("""
                const [options, done] = arguments;
                axe.run({...options, resultTypes: ['violations']}).then(
                    found => done(found.violations.map(
                        rule => [rule.help, ...rule.nodes.map(node => node.html + ' ' + node.failureSummary)].join('\\n'))),
                    failure => done(['The check has failed: ' + failure]));
                """, options);
    }

    private static String read(String resource) {
        try (var in = AccessibilityCheck.class.getResourceAsStream(resource)) {
            return new String(in.readAllBytes(), StandardCharsets.UTF_8);
        } catch (IOException failure) {
            throw new UncheckedIOException(failure);
        }
    }
}
