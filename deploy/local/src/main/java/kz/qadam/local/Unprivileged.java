package kz.qadam.local;

import java.io.IOException;
import java.nio.file.Path;
import java.util.List;
import java.util.Set;
import java.util.stream.Stream;

/**
 * PostgreSQL refuses to run as root, or as a user without a name. For such a user it runs in a user namespace, as
 * nobody but with access to our files; if a container forbids user namespaces, it runs as the system's nobody, who must
 * then own the files.
 */
enum Unprivileged {
    ALREADY(List.of()),
    NAMESPACE(List.of("unshare", "-U")),
    // A change of the user resets the parent's death signal, so it is set again.
    NOBODY(List.of("setpriv", "--reuid=65534", "--regid=65534", "--clear-groups", "--pdeathsig", "INT"));

    private static final int NOBODY_ID = 65534;

    /** Java reports a user without a name as a question mark. */
    private static final Set<String> REFUSED = Set.of("root", "?");

    @SuppressWarnings("ImmutableEnumChecker")
    private final List<String> prefix;

    Unprivileged(List<String> prefix) {
        this.prefix = prefix;
    }

    static Unprivileged here() throws IOException {
        if (!REFUSED.contains(System.getProperty("user.name"))) {
            return ALREADY;
        }
        for (Unprivileged way : List.of(NAMESPACE, NOBODY)) {
            if (way.works()) {
                return way;
            }
        }
        throw new IOException(
                "PostgreSQL runs neither as root nor as a user without a name: start this as an ordinary user");
    }

    List<String> prefix() {
        return prefix;
    }

    /**
     * Creates a directory for files of PostgreSQL, with its missing parents. New directories can be passed through
     * whatever the umask is; existing ones are not changed.
     */
    Path create(Path directory) throws IOException {
        List<Path> created = Trees.create(directory);
        if (this == NOBODY) {
            for (Path fresh : created) {
                Trees.letThrough(fresh);
            }
        }
        return directory;
    }

    void handOver(Path tree) throws IOException {
        if (this == NOBODY) {
            Trees.chown(tree, NOBODY_ID);
            Trees.letThrough(tree.toAbsolutePath().getParent());
        }
    }

    private boolean works() {
        return ChildProcess.succeeds(
                Stream.concat(prefix.stream(), Stream.of("true")).toList());
    }
}
