package kz.qadam.local;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.StandardCopyOption;

/** The password of a server's superuser, in a file of the server's home; a second file exists while it is changed. */
record SuperuserPassword(Path home) {

    private static final String CURRENT = "password";
    private static final String NEXT = "password.next";

    Path file() {
        return home.resolve(CURRENT);
    }

    /** The current password, created if missing. */
    String current() throws IOException {
        return new InstallationSecrets(home).passwordOf(CURRENT);
    }

    /** The next password, created if missing. */
    String next() throws IOException {
        return new InstallationSecrets(home).passwordOf(NEXT);
    }

    /** Makes the next password the current one, and returns whether there is one. */
    boolean useNext() {
        try {
            Files.move(home.resolve(NEXT), file(), StandardCopyOption.ATOMIC_MOVE);
            return true;
        } catch (IOException e) {
            return false;
        }
    }
}
