package kz.qadam.system;

import static io.restassured.RestAssured.given;
import static java.nio.charset.StandardCharsets.UTF_8;
import static org.assertj.core.api.Assertions.assertThat;

import io.restassured.RestAssured;
import io.restassured.config.EncoderConfig;
import io.restassured.path.json.JsonPath;
import io.restassured.specification.RequestSpecification;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.net.URI;
import java.nio.file.Files;
import java.nio.file.Path;
import java.security.KeyStore;
import java.time.Instant;
import java.time.LocalDate;
import java.util.ArrayList;
import java.util.Collections;
import java.util.List;
import java.util.concurrent.atomic.AtomicInteger;
import java.util.function.Predicate;
import java.util.stream.Stream;
import kz.qadam.demo.Access;
import kz.qadam.demo.Demo;
import kz.qadam.demo.Sandbox;
import kz.qadam.local.Certificates;
import kz.qadam.local.Ports;
import kz.qadam.local.Purpose;
import kz.qadam.local.Service;
import kz.qadam.local.Suite;
import kz.qadam.local.SuiteConfig;
import kz.qadam.local.UnusualTokens;

/** The running suite, as its users and its operator meet it. */
final class Qadam implements AutoCloseable {

    private static final Path DATA = Path.of("target/suite").toAbsolutePath();
    private static final AtomicInteger NEXT = new AtomicInteger();

    private interface PortChoice {
        Ports choose() throws IOException;
    }

    private static final double SIZE_OF_DEMO = 1 / 200.0;

    private final Suite suite;
    private final Path data;
    private final SuiteTokens tokens;

    private Qadam(Suite suite, Path data) {
        this.suite = suite;
        this.data = data;
        this.tokens = new SuiteTokens(suite);
    }

    /** Starts it on no data. What it leaves behind stays until the next start, to be looked at. */
    static Qadam start() {
        return startOn(DATA, Purpose.USE, Ports::free);
    }

    /** Starts another one, and loads the demo, much smaller than it is shown. */
    static Qadam startWithDemo(Path data) {
        Qadam qadam = startOn(data, Purpose.DEMO, Ports::free);
        List<String> differences = qadam.loadDemo();
        if (!differences.isEmpty()) {
            throw new IllegalStateException("The demo was not counted as it was sent: " + differences);
        }
        return qadam;
    }

    /** Starts a sandbox, with what is in it. */
    static Qadam startSandbox(Path data) {
        Qadam qadam = startOn(data, Purpose.SANDBOX, Ports::free);
        qadam.filling(access -> {
            Sandbox.seed(access);
            return access;
        });
        return qadam;
    }

    /** Starts a sandbox again with its data. */
    static Qadam startSandboxAgain(Path data) throws IOException {
        return new Qadam(
                Suite.start(new SuiteConfig(Repository.ROOT, data, Ports.free(), Purpose.SANDBOX, System.out::println)),
                data);
    }

    /** Starts another one, whose tokens are of Keycloak. */
    static Qadam startWithKeycloak(Path data) {
        return startOn(data, Purpose.USE, Ports::freeWithKeycloak);
    }

    /** Starts another one, whose parts speak TLS. */
    static Qadam startWithTls(Path data) {
        return startOn(data, Purpose.USE, Ports::freeWithTls);
    }

    private static Qadam startOn(Path data, Purpose purpose, PortChoice choice) {
        try {
            delete(data);
            Ports ports = choice.choose();
            Suite suite = Suite.start(new SuiteConfig(Repository.ROOT, data, ports, purpose, System.out::println));
            return new Qadam(suite, data);
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }

    /** A code that nothing has yet. */
    static String fresh(String kind) {
        return kind + "-" + NEXT.incrementAndGet();
    }

    Office office() {
        return new Office(as(Service.ENROLMENT, "office", ""));
    }

    Partner partner(Institution institution) {
        return new Partner(
                as(Service.ENROLMENT, "partner", institution.code()),
                as(Service.PROGRESS, "partner", institution.code()));
    }

    /** What a person of the institution is given to show. */
    String tokenOf(Institution institution) {
        return tokens.of("partner", institution.code());
    }

    /** What a person is given to show who administers the keys of the institution. */
    String tokenOfAdministrator(Institution institution) {
        return tokens.of("partner-admin", institution.code());
    }

    /** Somebody with this header Authorization. */
    RequestSpecification authorized(Service service, String authorization) {
        return anybody(service).header("Authorization", authorization);
    }

    /** What somebody is given to show who acts for no institution. */
    String tokenOf(String role) {
        return tokens.of(role, "");
    }

    /** What a viewer or auditor is given to show who sees one region only. */
    String tokenOf(String role, String region) {
        return tokens.of(role, region);
    }

    /** What somebody shows who was given it yesterday. */
    String expiredTokenOf(String role) throws IOException {
        return suite.unusualTokens().expired(role);
    }

    /** Tokens of those who are to be refused, or who may do little. */
    UnusualTokens unusualTokens() throws IOException {
        return suite.unusualTokens();
    }

    /** Where all services are. */
    URI front() {
        return suite.front();
    }

    /** Where a service is. */
    URI address(Service service) {
        return suite.uri(service);
    }

    Auditor auditor() {
        return new Auditor(as(Service.REPORTING, "auditor", ""), arrivals());
    }

    /** What was posted and has not arrived everywhere. */
    Arrivals arrivals() {
        return new Arrivals(Stream.of(Service.values()).map(this::operator).toList());
    }

    Kafka kafka() {
        return new Kafka(suite.kafka());
    }

    RequestSpecification anybody(Service service) {
        RequestSpecification anybody = given().config(RestAssured.config()
                        .encoderConfig(EncoderConfig.encoderConfig().defaultContentCharset("UTF-8")))
                .baseUri(suite.uri(service).toString());
        return suite.certificates().map(Qadam::trust).map(anybody::trustStore).orElse(anybody);
    }

    private static KeyStore trust(Certificates certificates) {
        try {
            return certificates.trust();
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }

    /** The suite itself, for what its users do not see. */
    Suite suite() {
        return suite;
    }

    /** Somebody with this token. */
    RequestSpecification bearer(Service service, String token) {
        return anybody(service).auth().oauth2(token);
    }

    /** The realm of a suite with Keycloak. */
    Realm realm() {
        return new Realm(suite.provider().orElseThrow(), suite.fileOfKeycloakSecrets());
    }

    void stopKeycloak() {
        suite.stopKeycloak();
    }

    void startKeycloak() throws IOException {
        suite.startKeycloak();
    }

    private RequestSpecification as(Service service, String role, String institution) {
        return bearer(service, tokens.of(role, institution));
    }

    /** Loads the demo unless its journal says that it is loaded; returns where the figures differ from its own count. */
    List<String> loadDemo() {
        return filling(
                access -> Demo.load(access, journalOfDemo(), SIZE_OF_DEMO, LocalDate.of(2026, 11, 24), System.out));
    }

    private interface Filling<T> {
        T by(Access access) throws IOException, InterruptedException;
    }

    private <T> T filling(Filling<T> filling) {
        try {
            return filling.by(new Access(
                    suite.uri(Service.ENROLMENT),
                    suite.uri(Service.PROGRESS),
                    suite.uri(Service.REPORTING),
                    tokens.of("office", ""),
                    tokens.of("auditor", "")));
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        } catch (InterruptedException e) {
            throw new IllegalStateException("Interrupted while a suite was filled", e);
        }
    }

    /** Where its data are. */
    Path data() {
        return data;
    }

    /** The file that records what has been loaded of the demo. */
    Path journalOfDemo() {
        return data.resolve("journal");
    }

    /** What reporting-service tells everybody; the path as it is. */
    JsonPath published(String path) {
        return anybody(Service.REPORTING).urlEncodingEnabled(false).get(path).jsonPath();
    }

    /** What reporting-service answers to somebody with a token of a viewer; the path as it is. */
    JsonPath exact(String path) {
        return as(Service.REPORTING, "viewer", "")
                .urlEncodingEnabled(false)
                .get(path)
                .jsonPath();
    }

    boolean isReady(Service service) {
        return suite.isReady(service);
    }

    /** Health and metrics of a service, for its operator alone. */
    RequestSpecification operator(Service service) {
        return given().baseUri(suite.management(service).toString());
    }

    /** The process of a service; another is started as soon as it ends. */
    ProcessHandle process(Service service) {
        return ProcessHandle.of(suite.pid(service)).orElseThrow();
    }

    /** The server process of the databases; another is started as soon as it ends. */
    ProcessHandle databaseServer() {
        return ProcessHandle.of(suite.postmaster()).orElseThrow();
    }

    void restart(Service service) {
        try {
            suite.restart(service);
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }

    /** As {@code deploy/bin/rebuild} does, and waits for its end. */
    void rebuildReporting() throws IOException, InterruptedException {
        Process process = command("Rebuild");
        String said = new String(process.getInputStream().readAllBytes(), UTF_8);
        assertThat(process.waitFor()).as(said).isZero();
        assertThat(said).contains("Rebuilt from");
    }

    /** As {@code deploy/bin/rotate-keys} does. */
    Process rotateKeys() throws IOException {
        return command("RotateKeys");
    }

    /** As {@code deploy/bin/who-was-read} does, until now. */
    Process whoWasRead(String reader, Instant from) throws IOException {
        return command("WhoWasRead", reader, from.toString(), Instant.now().toString());
    }

    /** As {@code deploy/bin/archive keys|fetch DIRECTORY} does. */
    Process archive(String command, Path directory) throws IOException {
        return command("Archive", data, command, directory.toString());
    }

    /** As {@code deploy/bin/restored kafka} does, on these data. */
    static Process restoredKafka(Path data) throws IOException {
        return command("RestoredCommand", data, "kafka");
    }

    /** Starts another one on no data. */
    static Qadam startAt(Path data) {
        return startOn(data, Purpose.USE, Ports::free);
    }

    /** Starts it again with its data. */
    static Qadam startAgain(Path data) throws IOException {
        return new Qadam(
                Suite.start(new SuiteConfig(Repository.ROOT, data, Ports.free(), Purpose.USE, System.out::println)),
                data);
    }

    private static Process command(String program, String... arguments) throws IOException {
        return command(program, DATA, arguments);
    }

    private static Process command(String program, Path data, String... arguments) throws IOException {
        List<String> command = new ArrayList<>(List.of(
                Path.of(System.getProperty("java.home"), "bin", "java").toString(),
                "-cp",
                System.getProperty("java.class.path"),
                "kz.qadam.local." + program,
                Repository.ROOT.toString()));
        command.addAll(List.of(arguments));
        var builder = new ProcessBuilder(command).redirectErrorStream(true);
        builder.environment().put("QADAM_DATA", data.toString());
        return builder.start();
    }

    /** The logs and the files of the databases that hold such a text, each byte being a character. */
    static List<Path> filesWith(Predicate<String> text) throws IOException {
        return WrittenFiles.with(text, DATA.resolve("logs"), DATA.resolve("postgres/data"));
    }

    @Override
    public void close() {
        try {
            suite.close();
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }

    static void delete(Path tree) throws IOException {
        if (Files.exists(tree)) {
            try (var files = Files.walk(tree)) {
                List<Path> deepestLast = new ArrayList<>(files.toList());
                Collections.reverse(deepestLast);
                for (Path file : deepestLast) {
                    Files.delete(file);
                }
            }
        }
    }
}
