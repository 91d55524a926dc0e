package kz.qadam.benchmarks;

import java.io.IOException;
import java.io.UncheckedIOException;
import java.net.ServerSocket;
import java.net.URI;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import kz.qadam.local.Jvm;
import kz.qadam.local.Service;
import kz.qadam.local.Stage;

/**
 * M7: reads of public dashboards by 64 connections: 304 for clients that have the answer already, and 200 in gzip;
 * compared with the same server, quarkus-rest, that sends a byte array and does nothing else. The answers are from one
 * release; no other is made meanwhile, since each would be a new answer.
 */
final class DashboardReads implements Measure {

    private static final int CONNECTIONS = 64;
    private static final MeasureGoal NOT_MODIFIED = MeasureGoal.atLeast(0.9, 0.95);
    private static final MeasureGoal IN_GZIP = MeasureGoal.atLeast(0.8, 0.9);
    private static final String RELEASES = "select count(*) from release where public_from <= now()";
    private static final Pattern REQUESTS = Pattern.compile("(\\d+) requests in ([\\d.]+)s");

    @Override
    public void take(Lab lab, Report report) throws Exception {
        var events = new Events(lab.sizes().events() / 10);
        RollUp.publish(lab, events);
        var database = lab.stage().freshDatabase(Service.REPORTING);
        Stage.Running making = lab.stage()
                .start(
                        Service.REPORTING,
                        Map.of("QADAM_RELEASES_TRIAL", "true", "QADAM_RELEASES_OPEN", "itself"),
                        List.of());
        Waiting.until(() -> Sql.numbers(database, RollUp.TAKEN).get(0) == events.different() + Events.described());
        long first = Sql.numbers(database, RELEASES).get(0);
        Waiting.until(() -> Sql.numbers(database, RELEASES).get(0) > first);
        making.stop();
        lab.stage()
                .start(
                        Service.REPORTING,
                        Map.of("QADAM_RELEASES_TRIAL", "true", "QADAM_RELEASES_ENABLED", "false"),
                        List.of());
        URI progress = lab.stage().uri(Service.REPORTING).resolve("/v1/progress");
        URI bytes = startStatic(lab, progress);
        Read notModified = new Read(progress, List.of("Accept-Encoding: gzip", "If-None-Match: " + etag(progress)));
        Read zipped = new Read(progress, List.of("Accept-Encoding: gzip"));
        Read plainBytes = new Read(bytes, List.of("Accept-Encoding: gzip"));
        requireStatus(notModified, 304);
        requireStatus(zipped, 200);
        List.of(notModified, zipped, plainBytes).forEach(read -> run(lab, read));
        Rounds rounds = new Rounds()
                .side("304", round -> run(lab, notModified))
                .side("200", round -> run(lab, zipped))
                .side("static", round -> run(lab, plainBytes))
                .run(lab.sizes().pairs());
        report.add(ReportLine.of(
                "M7",
                "GET /v1/progress: 304, against a static byte array",
                rounds.pair("304", "static"),
                ComparedValue.RATE,
                NOT_MODIFIED));
        report.add(ReportLine.of(
                "M7",
                "GET /v1/progress: 200 in gzip, against a static byte array",
                rounds.pair("200", "static"),
                ComparedValue.RATE,
                IN_GZIP));
    }

    /** A request that is sent repeatedly. */
    private record Read(URI uri, List<String> headers) {}

    /** Starts the static server; it sends the same bytes as the service's answer in gzip. */
    private static URI startStatic(Lab lab, URI progress) throws Exception {
        Path file = lab.directory().resolve("static-bytes");
        Files.write(file, curl(progress, List.of("--header", "Accept-Encoding: gzip")));
        Path jar = lab.repository().resolve("deploy/benchmarks/static-quarkus/target/quarkus-app/quarkus-run.jar");
        int port = freePort();
        URI uri = URI.create("http://127.0.0.1:" + port + "/static");
        List<String> command = Jvm.command();
        command.addAll(List.of("-jar", jar.toString()));
        Map<String, String> environment = Map.of(
                "QUARKUS_HTTP_HOST", "127.0.0.1", "QUARKUS_HTTP_PORT", "" + port, "STATIC_BYTES", file.toString());
        lab.stage().start("static-quarkus", command, environment, () -> answers(uri));
        return uri;
    }

    private static RunResult run(Lab lab, Read read) {
        List<String> command = new ArrayList<>(List.of(
                "wrk",
                "--threads",
                "1",
                "--connections",
                "" + CONNECTIONS,
                "--duration",
                lab.sizes().seconds() + "s"));
        read.headers().forEach(header -> command.addAll(List.of("--header", header)));
        command.add(read.uri().toString());
        String output = new String(output(command), StandardCharsets.UTF_8);
        Matcher requests = REQUESTS.matcher(output);
        if (!requests.find() || output.contains("Non-2xx") || output.contains("Socket errors")) {
            throw new IllegalStateException(output);
        }
        return new RunResult(Long.parseLong(requests.group(1)), Double.parseDouble(requests.group(2)), Double.NaN);
    }

    private static String etag(URI uri) {
        String head = new String(
                curl(uri, List.of("--head", "--request", "GET", "--header", "Accept-Encoding: gzip")),
                StandardCharsets.ISO_8859_1);
        Matcher etag = Pattern.compile("(?i)etag: (\\S+)").matcher(head);
        if (!etag.find()) {
            throw new IllegalStateException("No ETag: " + head);
        }
        return etag.group(1);
    }

    private static void requireStatus(Read read, int expected) {
        List<String> arguments = new ArrayList<>(List.of("--write-out", "%{http_code}", "--output", "/dev/null"));
        read.headers().forEach(header -> arguments.addAll(List.of("--header", header)));
        String status = new String(curl(read.uri(), arguments), StandardCharsets.US_ASCII);
        WrongCount.unlessEqual("status of " + read, String.valueOf(expected), status);
    }

    private static boolean answers(URI uri) {
        try {
            return curl(uri, List.of("--fail")).length > 0;
        } catch (IllegalStateException e) {
            return false;
        }
    }

    private static byte[] curl(URI uri, List<String> arguments) {
        List<String> command = new ArrayList<>(List.of("curl", "--silent"));
        command.addAll(arguments);
        command.add(uri.toString());
        return output(command);
    }

    private static byte[] output(List<String> command) {
        try {
            Process process = new ProcessBuilder(command)
                    .redirectError(ProcessBuilder.Redirect.DISCARD)
                    .start();
            byte[] output = process.getInputStream().readAllBytes();
            if (process.waitFor() != 0) {
                throw new IllegalStateException(command + " failed");
            }
            return output;
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        } catch (InterruptedException e) {
            Thread.currentThread().interrupt();
            throw new IllegalStateException(e);
        }
    }

    static int freePort() throws IOException {
        try (var socket = new ServerSocket(0)) {
            return socket.getLocalPort();
        }
    }
}
