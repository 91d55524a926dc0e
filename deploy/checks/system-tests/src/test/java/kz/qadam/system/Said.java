package kz.qadam.system;

import static java.nio.charset.StandardCharsets.UTF_8;

import java.io.IOException;

/** What a command has printed until its end. */
record Said(int exitCode, String text) {

    static Said by(Process process) throws IOException, InterruptedException {
        String text = new String(process.getInputStream().readAllBytes(), UTF_8);
        return new Said(process.waitFor(), text);
    }
}
