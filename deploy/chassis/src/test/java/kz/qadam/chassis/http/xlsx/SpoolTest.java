package kz.qadam.chassis.http.xlsx;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.IOException;
import java.nio.ByteBuffer;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.Arrays;
import java.util.Random;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.condition.EnabledOnOs;
import org.junit.jupiter.api.condition.OS;

class SpoolTest {

    private static final byte[] PLAIN = "Әлия 991231100010;".repeat(10_000).getBytes(StandardCharsets.UTF_8);

    @Test
    void what_was_set_aside_can_be_read_from_any_place() throws IOException {
        Random random = new Random(1);
        try (Spool spool = new Spool()) {
            for (int at = 0; at < PLAIN.length; ) {
                int length = Math.min(PLAIN.length - at, 1 + random.nextInt(5_000));
                spool.append(PLAIN, at, length);
                at += length;
            }

            for (int i = 0; i < 1_000; i++) {
                int from = random.nextInt(PLAIN.length);
                int length = random.nextInt(Math.min(5_000, PLAIN.length - from));
                assertThat(spool.read(from, length)).isEqualTo(Arrays.copyOfRange(PLAIN, from, from + length));
            }
        }
    }

    @Test
    void it_is_read_as_any_channel() throws IOException {
        try (Spool spool = new Spool()) {
            spool.append(PLAIN, 0, PLAIN.length);
            ByteBuffer read = ByteBuffer.allocate(PLAIN.length + 1);

            spool.position(7);
            while (spool.read(read) >= 0) {}

            assertThat(Arrays.copyOf(read.array(), read.position()))
                    .isEqualTo(Arrays.copyOfRange(PLAIN, 7, PLAIN.length));
        }
    }

    @Test
    @EnabledOnOs(OS.LINUX)
    void nobody_can_read_it_on_the_disk() throws IOException {
        try (Spool spool = new Spool();
                var open = Files.list(Path.of("/proc/self/fd"))) {
            spool.append(PLAIN, 0, PLAIN.length);

            assertThat(open.filter(file -> target(file).contains("/spool")))
                    .isNotEmpty()
                    .allSatisfy(file -> {
                        assertThat(target(file)).endsWith(" (deleted)");
                        assertThat(new String(Files.readAllBytes(file), StandardCharsets.UTF_8))
                                .doesNotContain("991231100010");
                    });
        }
    }

    private static String target(Path link) {
        try {
            return Files.readSymbolicLink(link).toString();
        } catch (IOException e) {
            return "";
        }
    }
}
