package kz.qadam.system;

import java.util.Map;
import java.util.Set;
import java.util.function.Consumer;
import java.util.regex.Pattern;
import org.openqa.selenium.Keys;

/**
 * A keyboard, by which somebody finds everything by what is written on it.
 *
 * @param faults takes each place at which the focus is not to be seen
 */
record DeskKeyboard(Browser browser, Consumer<String> faults) {

    /** What can be pressed. */
    static final Set<String> PRESSED = Set.of("a", "button", "summary");

    static final Pattern ANY = Pattern.compile(".*", Pattern.DOTALL);
    private static final int MANY = 700;

    /**
     * What a screen reader calls the element that has the focus, what it is, and whether the focus is to be seen. Of a date the
     * browser marks the part that has it.
     */
    private static final String FOCUSED = """
            const at = document.activeElement;
            const place = at.closest('.drop') ?? at;
            return {
              name: (at.getAttribute('aria-label') ?? (at.labels?.length ? at.labels[0].textContent : at.textContent)).trim(),
              kind: at.localName,
              type: at.type ?? '',
              sends: at.type === 'submit' && at.form?.method === 'post',
              isSeen: at === document.body || at.type === 'date' || getComputedStyle(place).outlineStyle !== 'none',
            }
            """;

    /**
     * Where the focus is.
     *
     * @param kind the name of the element
     * @param type of a field or button
     * @param sends whether it sends a form that changes something
     */
    record Focus(String name, String kind, String type, boolean sends, boolean isSeen) {

        /** What is pressed is called so; the name of a field may be followed by a hint. */
        private boolean isCalled(Pattern label) {
            return PRESSED.contains(kind)
                    ? label.matcher(name).matches()
                    : label.matcher(name).lookingAt();
        }

        /** Whether a new page comes if it is pressed. */
        boolean leads() {
            return kind.equals("a") || type.equals("submit");
        }
    }

    /** Goes on by the tabulator until it comes to an element of these kinds with this label. */
    Focus tabTo(Pattern label, Set<String> kinds) {
        for (int i = 0; i < MANY; i++) {
            browser.type(Keys.TAB);
            Focus at = focus();
            if (!at.isSeen) {
                faults.accept("the focus is not to be seen on %s of %s".formatted(at.name, browser.address()));
            }
            if ((kinds.contains(at.kind) || kinds.contains(at.type)) && at.isCalled(label)) {
                return at;
            }
        }
        throw new AssertionError("The tabulator does not come to “%s” at %s".formatted(label, browser.address()));
    }

    @SuppressWarnings("unchecked")
    Focus focus() {
        var found = (Map<String, Object>) browser.run(FOCUSED);
        return new Focus(
                found.get("name").toString(),
                found.get("kind").toString(),
                found.get("type").toString(),
                (boolean) found.get("sends"),
                (boolean) found.get("isSeen"));
    }
}
