package kz.qadam.local;

import java.io.IOException;
import java.io.PrintStream;
import java.nio.file.Path;
import java.util.LinkedHashMap;
import java.util.Locale;
import java.util.Map;
import org.apache.kafka.common.utils.AppInfoParser;

/**
 * {@code deploy/install/server/prepare}: makes the keys and passwords of {@code deploy/install/compose.yaml}, and
 * prints its variables.
 */
final class ComposeSettings {

    private ComposeSettings() {}

    public static void main(String[] arguments) throws IOException {
        print(variables(new Installation(Path.of(arguments[1])).secrets()), System.out);
    }

    static Map<String, String> variables(InstallationSecrets secrets) throws IOException {
        secrets.vault();
        secrets.files(Service.ENROLMENT);
        secrets.files(Service.PROGRESS);
        secrets.platformAccounts();
        Map<String, String> variables = new LinkedHashMap<>();
        variables.put("QADAM_ISSUER", secrets.issuer().publicKey());
        variables.put("QADAM_KAFKA_VERSION", AppInfoParser.getVersion());
        variables.put("QADAM_TOPICS", KafkaTopics.asText());
        variables.put("QADAM_POSTGRES_PASSWORD", secrets.passwordOf("postgres"));
        for (Service service : Service.values()) {
            secrets.archive(service);
            for (String role : new String[] {service.code(), service.code() + "_owner"}) {
                variables.put("QADAM_%s_PASSWORD".formatted(role.toUpperCase(Locale.ROOT)), secrets.passwordOf(role));
            }
        }
        return variables;
    }

    private static void print(Map<String, String> variables, PrintStream out) {
        variables.forEach((name, value) -> out.printf("%s='%s'%n", name, value));
    }
}
