package kz.qadam.local;

import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;

/** The JVM for the services, the broker and the systems that they are compared with. */
public final class Jvm {

    /** Compact object headers (JEP 519) save a tenth of memory and CPU when many events are taken in. */
    private static final int COMPACT_HEADERS_SINCE = 25;

    /** The variable with further options, separated by blanks. Tests turn off the second compiler by it (decision 245). */
    private static final String FURTHER = "QADAM_JAVA_OPTIONS";

    private Jvm() {}

    /** The program and its options, without the jar or class to run. */
    public static List<String> command() {
        List<String> command = new ArrayList<>(List.of(
                Path.of(System.getProperty("java.home"), "bin", "java").toString(),
                "-Xms196m",
                "-Xmn132m",
                "-Xmx512m"));
        command.addAll(optionsOf(Runtime.version().feature()));
        String further = System.getenv().getOrDefault(FURTHER, "").strip();
        command.addAll(further.isEmpty() ? List.of() : List.of(further.split("\\s+")));
        return command;
    }

    /** The options for a JVM of this release, without the size of its heap. The images have the same (java.options). */
    static List<String> optionsOf(int release) {
        List<String> options = new ArrayList<>(List.of(
                "-XX:+UseSerialGC",
                "-XX:+ExitOnOutOfMemoryError",
                // A heap that a busy time has enlarged shrinks to what is in use, in one step (decision 301).
                "-XX:MinHeapFreeRatio=30",
                "-XX:MaxHeapFreeRatio=50",
                "-XX:-ShrinkHeapInSteps",
                // The classes of the cache stay in its file: elsewhere each process has a copy, of some 100 MB.
                "-XX:+UnlockDiagnosticVMOptions",
                "-XX:ArchiveRelocationMode=0"));
        if (release >= COMPACT_HEADERS_SINCE) {
            options.addAll(List.of("-XX:+UseCompactObjectHeaders", "-XX:TrimNativeHeapInterval=60000"));
        }
        return options;
    }
}
