package kz.qadam.manifests;

import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.file.Files;
import java.util.Set;
import java.util.TreeSet;
import java.util.regex.Pattern;

/** What the sample realm wants to know where it is imported. */
final class Placeholders {

    private static final Pattern NAME = Pattern.compile("\\$\\{([A-Z0-9_]+)}");

    private Placeholders() {}

    static Set<String> ofRealm() {
        try {
            Set<String> names = new TreeSet<>();
            var found =
                    NAME.matcher(Files.readString(Kustomize.REPOSITORY.resolve("deploy/install/keycloak/realm.json")));
            while (found.find()) {
                names.add(found.group(1));
            }
            return names;
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }
}
