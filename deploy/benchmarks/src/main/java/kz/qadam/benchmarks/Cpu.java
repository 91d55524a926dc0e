package kz.qadam.benchmarks;

import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.file.Files;
import java.nio.file.NoSuchFileException;
import java.nio.file.Path;
import java.util.List;

/**
 * The CPU seconds that a process has used, from {@code /proc}: its own, those of its living children, and those of
 * children that have ended. PostgreSQL has a process for each connection, so all three count.
 */
final class Cpu {

    private static final double TICKS_PER_SECOND = 100;

    /** The field in {@code /proc/PID/stat}, counted from the field after the name of the program. */
    private static final int PARENT = 1;

    private static final int FIRST_TIME = 11;
    private static final int TIMES = 4;

    private Cpu() {}

    static double secondsOf(long pid) {
        double ticks = ticks(fields(Path.of("/proc", String.valueOf(pid), "stat")));
        try (var processes = Files.newDirectoryStream(Path.of("/proc"), "[0-9]*")) {
            for (Path process : processes) {
                List<String> fields = fields(process.resolve("stat"));
                if (!fields.isEmpty() && Long.parseLong(fields.get(PARENT)) == pid) {
                    ticks += ticks(fields);
                }
            }
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
        return ticks / TICKS_PER_SECOND;
    }

    /** The peak memory of the process, in MB. */
    static double peakMegabytes(long pid) {
        try (var lines = Files.lines(Path.of("/proc", String.valueOf(pid), "status"))) {
            return lines.filter(line -> line.startsWith("VmHWM:"))
                    .mapToDouble(line -> Double.parseDouble(line.replaceAll("\\D", "")) / 1024)
                    .findFirst()
                    .orElseThrow();
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }

    private static double ticks(List<String> fields) {
        return fields.stream()
                .skip(FIRST_TIME)
                .limit(TIMES)
                .mapToLong(Long::parseLong)
                .sum();
    }

    /** Empty if the process has ended. */
    private static List<String> fields(Path stat) {
        try {
            String text = Files.readString(stat);
            return List.of(text.substring(text.lastIndexOf(')') + 2).split(" "));
        } catch (NoSuchFileException e) {
            return List.of();
        } catch (IOException e) {
            if (Files.exists(stat)) {
                throw new UncheckedIOException(e);
            }
            return List.of();
        }
    }
}
