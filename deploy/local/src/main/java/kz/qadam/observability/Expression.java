package kz.qadam.observability;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.ObjectMapper;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.stream.Stream;

/**
 * An expression in PromQL.
 *
 * @param place where it was read
 */
public record Expression(String place, String query) {

    private static final ObjectMapper JSON = new ObjectMapper();

    /** The expressions of all dashboards in a directory. */
    public static List<Expression> ofDashboards(Path directory) throws IOException {
        List<Expression> all = new ArrayList<>();
        try (Stream<Path> files = Files.list(directory)) {
            for (Path file : files.sorted().toList()) {
                addAll(all, file.getFileName().toString(), JSON.readTree(file.toFile()));
            }
        }
        return all;
    }

    private static void addAll(List<Expression> all, String dashboard, JsonNode content) {
        for (JsonNode panel : content.path("panels")) {
            for (JsonNode target : panel.path("targets")) {
                String place = dashboard + ": " + panel.path("title").asText();
                all.add(new Expression(place, target.path("expr").asText()));
            }
        }
    }

    /** The same with a period of this length where Grafana chooses one. */
    Expression over(String period) {
        return new Expression(place, query.replace("$__rate_interval", period));
    }

    /**
     * The same with comparisons that give 0 or 1. An alert has no series while it does not fire; so it has, and only if
     * what it compares exists.
     */
    Expression compared() {
        return new Expression(place, query.replaceAll(" (==|!=|<=|>=|<|>) ", " $1 bool "));
    }
}
