package kz.qadam.manifests;

import com.fasterxml.jackson.databind.JsonNode;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.TreeMap;
import java.util.stream.Stream;
import kz.qadam.front.Route;
import kz.qadam.front.Routes;

/** The one host of the services leads each path of the table to its service, and nothing else. */
final class FrontRoutes implements Rule {

    private static final String NAME = "front";

    @Override
    public Stream<String> faults(Overlay overlay) {
        return overlay.find("Ingress", NAME).stream()
                .flatMap(ingress -> faults(paths(ingress)).map(fault -> ingress.id() + ": " + fault));
    }

    private static List<JsonNode> paths(Manifest ingress) {
        return Manifest.items(ingress.at("/spec/rules"))
                .flatMap(rule -> Manifest.items(rule.at("/http/paths")))
                .toList();
    }

    private static Stream<String> faults(List<JsonNode> paths) {
        Map<String, Route> missing = new TreeMap<>();
        Routes.all().forEach(route -> route.forms().forEach(form -> missing.put(form, route)));
        Set<String> known = Set.copyOf(missing.keySet());
        List<String> faults = new ArrayList<>();
        for (JsonNode led : paths) {
            String path = led.path("path").asText();
            String service = led.at("/backend/service/name").asText();
            Route route = missing.remove(path);
            if (route == null) {
                faults.add("leads " + path + (known.contains(path) ? " twice" : ", which is in no route"));
            } else if (!route.service().equals(service)) {
                faults.add("leads " + path + " to " + service);
            } else if (!led.path("pathType").asText().equals(route.isExact() ? "Exact" : "Prefix")) {
                faults.add("leads what is below " + path + (route.isExact() ? " too" : " nowhere"));
            }
        }
        missing.keySet().forEach(path -> faults.add("does not lead " + path));
        return faults.stream();
    }
}
