package kz.qadam.chassis.base.process;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.IOException;
import java.nio.file.Path;
import java.time.Duration;
import java.util.concurrent.CountDownLatch;
import java.util.concurrent.TimeUnit;
import java.util.concurrent.atomic.AtomicBoolean;
import kz.qadam.chassis.base.background.BackgroundLoops;
import kz.qadam.chassis.submissions.submission.GroupCommit;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

/** In a process of its own, since that is what ends. */
class EssentialThreadTest {

    @ParameterizedTest
    @CsvSource({"loop, 70", "group commit, 70", "step with error, 70", "step with exception, 0"})
    void an_error_in_what_a_service_cannot_do_without_ends_the_process(String what, int exitCode) throws Exception {
        assertThat(exitCodeOf(what)).isEqualTo(exitCode);
    }

    private static int exitCodeOf(String what) throws IOException, InterruptedException {
        Process process = new ProcessBuilder(
                        Path.of(System.getProperty("java.home"), "bin", "java").toString(),
                        "-cp",
                        System.getProperty("java.class.path"),
                        Failing.class.getName(),
                        what)
                .redirectErrorStream(true)
                .redirectOutput(ProcessBuilder.Redirect.DISCARD)
                .start();
        try {
            assertThat(process.waitFor(1, TimeUnit.MINUTES)).isTrue();
            return process.exitValue();
        } finally {
            process.destroyForcibly();
        }
    }

    /** Ends with 0 unless it is ended before. */
    static final class Failing {

        private Failing() {}

        public static void main(String[] arguments) throws InterruptedException {
            switch (arguments[0]) {
                case "loop" ->
                    join(EssentialThread.of("loop", () -> {
                        throw new StackOverflowError();
                    }));
                case "group commit" ->
                    new GroupCommit<String, String>("test", 1, 1.0, 1, items -> {
                                throw new NoClassDefFoundError();
                            })
                            .submit("school-42", "an item")
                            .toCompletableFuture()
                            .join();
                case "step with error" -> failStep(new IllegalStateException(new AssertionError()));
                default -> failStep(new IllegalStateException());
            }
            System.exit(0);
        }

        private static void join(Thread thread) throws InterruptedException {
            thread.start();
            thread.join();
            // The thread has ended before its handler halts the process.
            thread.join(TimeUnit.MINUTES.toMillis(1));
        }

        /** The second step follows although the first one failed. */
        private static void failStep(RuntimeException failure) throws InterruptedException {
            var second = new CountDownLatch(1);
            var isFirst = new AtomicBoolean(true);
            var loop = new BackgroundLoops().start("loop", Duration.ofMinutes(1), () -> {
                if (isFirst.getAndSet(false)) {
                    throw failure;
                }
                second.countDown();
                return false;
            });
            loop.wake();
            second.await();
        }
    }
}
