package kz.qadam.manifests;

import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.file.Files;
import java.util.regex.Pattern;

/** The versions of the parent pom, with which everything is tested. */
final class Versions {

    static final String KAFKA = property("kafka.version");
    static final String KEYCLOAK = property("keycloak.version");
    static final String POSTGRESQL = property("postgres-binaries.version");

    private Versions() {}

    private static String property(String name) {
        try {
            var found = Pattern.compile("<" + Pattern.quote(name) + ">([^<]+)<")
                    .matcher(Files.readString(Kustomize.REPOSITORY.resolve("pom.xml")));
            if (!found.find()) {
                throw new IllegalStateException("The parent pom has no " + name);
            }
            return found.group(1);
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }
}
