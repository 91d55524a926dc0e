package kz.qadam.supplychain;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.HashMap;
import java.util.HashSet;
import java.util.List;
import java.util.Map;
import java.util.Set;

/**
 * The licences under which libraries may be used. A licence that is not in the list has to be read and decided about first.
 *
 * @param allowed the names of the licences
 * @param read the licences of components, by their coordinates, that do not name theirs in a usable way
 */
record Licences(Set<String> allowed, Map<String, String> read) {

    /**
     * Reads the list: a licence a line, or {@code group:name = licence} for a component. What follows a {@code #} is a
     * comment.
     */
    static Licences read(Path list) throws IOException {
        Set<String> allowed = new HashSet<>();
        Map<String, String> read = new HashMap<>();
        for (String line : Files.readAllLines(list)) {
            String text = line.replaceFirst("#.*", "").strip();
            int equals = text.indexOf(" = ");
            if (equals > 0) {
                read.put(
                        text.substring(0, equals).strip(),
                        text.substring(equals + 3).strip());
            } else if (!text.isEmpty()) {
                allowed.add(text);
            }
        }
        return new Licences(Set.copyOf(allowed), Map.copyOf(read));
    }

    /** The licences of a component. */
    Set<String> of(Component component) {
        String known = read.get(component.coordinates());
        return known == null ? component.licences() : Set.of(known);
    }

    /** The components that may not be used, with their licences. */
    List<String> refused(BillOfMaterials bill) {
        return bill.components().stream()
                .filter(component -> of(component).stream().noneMatch(allowed::contains))
                .map(component -> "%s of %s has the licence %s, which is not in the list"
                        .formatted(
                                component,
                                bill.service(),
                                of(component).isEmpty() ? "(none)" : String.join(" or ", of(component))))
                .toList();
    }
}
