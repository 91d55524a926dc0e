package kz.qadam.manifests;

import io.smallrye.config.ConfigMapping;
import io.smallrye.config.ConfigMappings;
import io.smallrye.config.ConfigMappings.ConfigClass;
import io.smallrye.config.ConfigValidationException;
import io.smallrye.config.EnvConfigSource;
import io.smallrye.config.PropertiesConfigSource;
import io.smallrye.config.SmallRyeConfigBuilder;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.TreeSet;
import java.util.concurrent.ConcurrentHashMap;
import java.util.regex.Pattern;
import java.util.stream.Stream;

/** The settings that Qadam declares, by {@code @ConfigMapping}, {@code @ConfigProperty} or in the value of another setting. */
final class QadamSettings {

    private static final String CHASSIS = "deploy/chassis";
    private static final Pattern SINGLE = Pattern.compile("@ConfigProperty\\(\\s*name = \"([^\"]+)\"");
    private static final Pattern SECRETS = Pattern.compile("context.getValue\\(\"([^\"]+)\"\\)");

    private static final Pattern IN_A_VALUE = Pattern.compile("=\\$\\{(qadam\\.[a-z.-]+)}");
    private static final String DEFAULTS = "src/main/resources/META-INF/microprofile-config.properties";

    private static final Map<String, List<Class<?>>> MAPPINGS = new ConcurrentHashMap<>();

    /** Most overlays that are checked have the same settings. */
    private static final Map<Map.Entry<String, Map<String, String>>, List<String>> FAULTS = new ConcurrentHashMap<>();

    private QadamSettings() {}

    static Set<String> names() {
        Set<String> names = new TreeSet<>();
        Stream.of(CHASSIS, "enrolment-service", "progress-service", "reporting-service")
                .forEach(module -> {
                    mappings(module)
                            .forEach(mapping ->
                                    names.addAll(ConfigMappings.getProperties(ConfigClass.configClass(mapping))
                                            .keySet()));
                    sources(module)
                            .forEach(source -> Stream.of(SINGLE, SECRETS)
                                    .map(pattern -> pattern.matcher(text(source)))
                                    .forEach(found -> {
                                        while (found.find()) {
                                            names.add(found.group(1));
                                        }
                                    }));
                });
        IN_A_VALUE
                .matcher(text(Kustomize.REPOSITORY.resolve(CHASSIS).resolve(DEFAULTS)))
                .results()
                .forEach(found -> names.add(found.group(1)));
        return names;
    }

    /** Why a service would not start with these variables, as far as its own settings go. */
    static List<String> faults(String service, Map<String, String> environment) {
        return FAULTS.computeIfAbsent(Map.entry(service, environment), key -> start(service, environment));
    }

    private static List<String> start(String service, Map<String, String> environment) {
        var builder = new SmallRyeConfigBuilder()
                .addDefaultInterceptors()
                .addDiscoveredConverters()
                .withValidateUnknown(false)
                .withSources(new EnvConfigSource(environment, 300));
        try {
            builder.withSources(new PropertiesConfigSource(
                    Kustomize.REPOSITORY
                            .resolve(service + "/src/main/resources/application.properties")
                            .toUri()
                            .toURL(),
                    250));
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
        mappings(CHASSIS).forEach(builder::withMapping);
        mappings(service).forEach(builder::withMapping);
        try {
            builder.build();
            return List.of();
        } catch (ConfigValidationException e) {
            List<String> faults = new ArrayList<>();
            for (int i = 0; i < e.getProblemCount(); i++) {
                faults.add(e.getProblem(i).getMessage().replaceFirst("^[a-zA-Z.]+Exception: ", ""));
            }
            return faults;
        }
    }

    private static List<Class<?>> mappings(String module) {
        return MAPPINGS.computeIfAbsent(module, QadamSettings::read);
    }

    private static List<Class<?>> read(String module) {
        Path root = root(module);
        return sources(module)
                .filter(source -> text(source).contains("@ConfigMapping("))
                .map(source ->
                        root.relativize(source).toString().replace('/', '.').replaceAll("\\.java$", ""))
                .<Class<?>>map(QadamSettings::load)
                .toList();
    }

    private static Class<?> load(String name) {
        try {
            Class<?> mapping = Class.forName(name);
            if (!mapping.isAnnotationPresent(ConfigMapping.class)) {
                throw new IllegalStateException(name + " is no mapping");
            }
            return mapping;
        } catch (ClassNotFoundException e) {
            throw new IllegalStateException(e);
        }
    }

    private static Path root(String module) {
        return Kustomize.REPOSITORY.resolve(module).resolve("src/main/java");
    }

    private static Stream<Path> sources(String module) {
        try (var all = Files.walk(root(module))) {
            return all.filter(file -> file.toString().endsWith(".java")).toList().stream();
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }

    private static String text(Path file) {
        try {
            return Files.readString(file);
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }
}
