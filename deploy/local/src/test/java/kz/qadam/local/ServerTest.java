package kz.qadam.local;

import static org.assertj.core.api.Assertions.assertThat;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.dataformat.yaml.YAMLMapper;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.HashSet;
import java.util.List;
import java.util.Locale;
import java.util.Properties;
import java.util.Set;
import java.util.TreeSet;
import java.util.regex.MatchResult;
import java.util.regex.Pattern;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

/** What deploy/install/compose.yaml and the unit of systemd repeat: images, ports, names of settings and variables. */
class ServerTest {

    private static final Path DEPLOY = Path.of("..");
    private static final Pattern NAME = Pattern.compile("\"([A-Z]+(?:_[A-Z]+)+)\"");
    private static final Pattern VARIABLE = Pattern.compile("\\$\\{(QADAM_[A-Z_]+)");

    @TempDir
    Path directory;

    @Test
    void every_service_runs_its_image_at_its_port() throws IOException {
        JsonNode services = compose();

        for (Service service : Service.values()) {
            JsonNode one = services.get(service.module());
            int port = Purpose.USE.ports().of(service);
            assertThat(one.get("image").asText()).isEqualTo("localhost/qadam/%s:1.0".formatted(service.module()));
            assertThat(one.get("ports").get(0).asText()).isEqualTo("127.0.0.1:%1$d:%1$d".formatted(port));
            assertThat(services.get(service.code() + "-migration").get("image")).isEqualTo(one.get("image"));
        }
    }

    @Test
    void the_front_leads_to_every_service_and_is_the_only_proxy_that_is_believed() throws IOException {
        JsonNode front = compose().get("front");
        JsonNode settings = document().get("x-settings");

        assertThat(front.get("ports").get(0).asText())
                .isEqualTo("127.0.0.1:%d:8080".formatted(Purpose.USE.ports().front()));
        assertThat(settings.get("QUARKUS_HTTP_PROXY_TRUSTED_PROXIES"))
                .isEqualTo(front.at("/networks/default/ipv4_address"));
        assertThat(settings.get("QADAM_PUBLIC_URL").asText())
                .isEqualTo(Purpose.USE.ports().frontUri().toString());
        for (Service service : Service.values()) {
            assertThat(HaproxyFront.ofCompose())
                    .contains("server %1$s %1$s:%2$d "
                            .formatted(service.module(), Purpose.USE.ports().of(service)));
        }
    }

    @Test
    void every_setting_of_a_service_is_known_to_the_services_or_the_launcher() throws IOException {
        Set<String> known = known();

        for (Service service : Service.values()) {
            assertThat(namesIn(compose().get(service.code() + "-migration").get("environment")))
                    .isSubsetOf(known);
        }
    }

    @Test
    void every_variable_is_made_by_prepare() throws IOException {
        Set<String> used = new TreeSet<>();
        VARIABLE.matcher(Files.readString(DEPLOY.resolve("install/compose.yaml")))
                .results()
                .forEach(result -> used.add(result.group(1)));

        assertThat(ComposeSettings.variables(new InstallationSecrets(directory)))
                .containsOnlyKeys(used);
    }

    @Test
    void the_unit_starts_an_existing_command_with_a_known_setting() throws IOException {
        List<String> unit = Files.readAllLines(DEPLOY.resolve("install/server/qadam.service"));

        assertThat(unit).contains("ExecStart=@root@/deploy/up $QADAM_OPTIONS");
        assertThat(DEPLOY.resolve("up")).isExecutable();
        assertThat(unit)
                .contains(
                        "Environment=QADAM_DATA=/var/lib/qadam/data", "Environment=%s=true".formatted(Purpose.SERVER));
    }

    @Test
    void the_unit_of_the_front_reads_what_is_written_for_it() throws IOException {
        String unit = Files.readString(DEPLOY.resolve("install/server/qadam-front.service"));

        assertThat(unit).contains("-f /etc/qadam/haproxy.cfg", "ConditionPathExists=/etc/qadam/certificate.pem");
        assertThat(Files.readString(DEPLOY.resolve("install/server/install")))
                .contains("launch HaproxyFront server /etc/qadam", "qadam-front.service");
    }

    @Test
    void the_unit_of_backups_starts_an_existing_command_on_the_same_data() throws IOException {
        List<String> unit = Files.readAllLines(DEPLOY.resolve("install/server/qadam-backup.service"));

        assertThat(unit)
                .contains(
                        "ExecStart=@root@/deploy/install/server/backup", "Environment=QADAM_DATA=/var/lib/qadam/data");
        assertThat(DEPLOY.resolve("install/server/backup")).isExecutable();
    }

    private static JsonNode compose() throws IOException {
        return document().get("services");
    }

    private static JsonNode document() throws IOException {
        return new YAMLMapper().readTree(DEPLOY.resolve("install/compose.yaml").toFile());
    }

    private static Set<String> namesIn(JsonNode environment) {
        Set<String> names = new TreeSet<>();
        environment.fieldNames().forEachRemaining(names::add);
        names.remove("<<");
        return names;
    }

    /** The names that the launcher sets, and those of the settings in the services' own files. */
    private static Set<String> known() throws IOException {
        Set<String> known = new HashSet<>();
        for (String source : List.of("Launches", "FrontWiring", "Purpose")) {
            NAME.matcher(Files.readString(Path.of("src/main/java/kz/qadam/local", source + ".java")))
                    .results()
                    .map(MatchResult::group)
                    .forEach(name -> known.add(name.replace("\"", "")));
        }
        for (String file : List.of(
                "chassis/src/main/resources/META-INF/microprofile-config.properties",
                "../reporting-service/src/main/resources/application.properties")) {
            var settings = new Properties();
            try (var reader = Files.newBufferedReader(DEPLOY.resolve(file))) {
                settings.load(reader);
            }
            settings.stringPropertyNames().forEach(name -> known.add(variable(name)));
        }
        return known;
    }

    private static String variable(String setting) {
        return setting.replaceAll("[^A-Za-z0-9]", "_").toUpperCase(Locale.ROOT);
    }
}
