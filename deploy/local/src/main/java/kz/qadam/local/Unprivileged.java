package kz.qadam.local;

import java.io.IOException;
import java.nio.file.Path;
import java.util.List;
import java.util.stream.Stream;

/**
 * PostgreSQL refuses to run as root. Where we are root, it runs in a user namespace, in which it is nobody but still
 * reaches root's files; where a container forbids those, as the system's nobody, who must then own the files.
 */
enum Unprivileged {
    ALREADY(List.of()),
    NAMESPACE(List.of("unshare", "-U")),
    NOBODY(List.of("setpriv", "--reuid=65534", "--regid=65534", "--clear-groups"));

    private static final int NOBODY_ID = 65534;

    @SuppressWarnings("ImmutableEnumChecker")
    private final List<String> prefix;

    Unprivileged(List<String> prefix) {
        this.prefix = prefix;
    }

    static Unprivileged here() throws IOException {
        if (!"root".equals(System.getProperty("user.name"))) {
            return ALREADY;
        }
        for (Unprivileged way : List.of(NAMESPACE, NOBODY)) {
            if (way.works()) {
                return way;
            }
        }
        throw new IOException("PostgreSQL does not run as root: start this as an ordinary user");
    }

    List<String> prefix() {
        return prefix;
    }

    void handOver(Path tree) throws IOException {
        if (this == NOBODY) {
            Trees.chown(tree, NOBODY_ID);
        }
    }

    private boolean works() {
        return Child.succeeds(Stream.concat(prefix.stream(), Stream.of("true")).toList());
    }
}
