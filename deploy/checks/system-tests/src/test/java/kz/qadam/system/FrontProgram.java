package kz.qadam.system;

import java.io.IOException;
import java.net.InetAddress;
import java.net.ServerSocket;
import java.net.URI;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import kz.qadam.local.Service;

/**
 * The front that is tried: that of the suite, or with {@code -Dfront=haproxy} the program of that name, with the
 * configuration of a server.
 *
 * @param address where all services are
 * @param process what passes the requests on
 * @param isOfSuite whether the suite ends it
 */
record FrontProgram(URI address, ProcessHandle process, boolean isOfSuite) implements AutoCloseable {

    static FrontProgram of(Qadam qadam) throws IOException, InterruptedException {
        return "haproxy".equals(System.getProperty("front")) ? haproxy(qadam) : ofSuite(qadam);
    }

    private static FrontProgram ofSuite(Qadam qadam) {
        long pid = qadam.suite().pidOfFront();
        return new FrontProgram(qadam.front(), ProcessHandle.of(pid).orElseThrow(), true);
    }

    private static FrontProgram haproxy(Qadam qadam) throws IOException, InterruptedException {
        Path directory = Files.createDirectories(Path.of("target/haproxy")).toAbsolutePath();
        String address = "127.0.0.1:" + free();
        ProcessBuilder writer = new ProcessBuilder(
                        Path.of(System.getProperty("java.home"), "bin", "java").toString(),
                        "-cp",
                        System.getProperty("java.class.path"),
                        "kz.qadam.local.HaproxyFront",
                        Repository.ROOT.toString(),
                        "server",
                        directory.toString(),
                        address)
                .inheritIO();
        for (Service service : Service.values()) {
            String name = service.name().toUpperCase(Locale.ROOT);
            writer.environment()
                    .putAll(Map.of(
                            "QADAM_%s_PORT".formatted(name),
                            Integer.toString(qadam.address(service).getPort()),
                            "QADAM_%s_MANAGEMENT_PORT".formatted(name),
                            Integer.toString(qadam.suite().management(service).getPort())));
        }
        writer.start().waitFor();
        Process haproxy = new ProcessBuilder(List.of(
                        "haproxy", "-db", "-f", directory.resolve("haproxy.cfg").toString()))
                .inheritIO()
                .start();
        return new FrontProgram(URI.create("http://" + address), haproxy.toHandle(), false);
    }

    private static int free() throws IOException {
        try (var socket = new ServerSocket(0, 1, InetAddress.getLoopbackAddress())) {
            return socket.getLocalPort();
        }
    }

    /** The most memory that its process has ever had. */
    long mostKilobytes() throws IOException {
        return Files.readAllLines(Path.of("/proc", Long.toString(process.pid()), "status")).stream()
                .filter(line -> line.startsWith("VmHWM:"))
                .mapToLong(line -> Long.parseLong(line.replaceAll("\\D", "")))
                .findFirst()
                .orElseThrow();
    }

    @Override
    public void close() {
        if (!isOfSuite) {
            process.destroy();
        }
    }
}
