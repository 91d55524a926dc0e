package kz.qadam.manifests;

import com.fasterxml.jackson.databind.JsonNode;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.file.Files;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.TreeSet;
import java.util.stream.Collectors;
import java.util.stream.Stream;

/**
 * Who speaks to whom by the NetworkPolicies is what {@code traffic.csv} says: everybody there, and nobody else. Between
 * Pods it needs both sides.
 */
final class Traffic implements Rule {

    /** Namespaces of others, and addresses outside the cluster. */
    private static final Set<String> OUTSIDE =
            Set.of("ingress", "monitoring", "strimzi", "cnpg-system", "kube-system", "10.96.0.1/32", "192.0.2.10/32");

    private record Flow(String from, String to, int port) {

        @Override
        public String toString() {
            return from + " to " + to + " at " + port;
        }
    }

    @Override
    public Stream<String> faults(Overlay overlay) {
        List<Pods> pods = overlay.pods();
        Set<String> names = pods.stream().map(Pods::name).collect(Collectors.toSet());
        List<Manifest> policies = overlay.all("NetworkPolicy").toList();
        List<Flow> sent = flows(policies, pods, "egress", "to");
        List<Flow> received = flows(policies, pods, "ingress", "from");
        Set<String> faults = new TreeSet<>();
        for (Pods some : pods) {
            Stream.of("Ingress", "Egress")
                    .filter(type -> policies.stream().noneMatch(policy -> restricts(policy, type, some)))
                    .forEach(type -> faults.add("the Pods of " + some.name() + " have no rule for " + type));
        }
        sent.stream()
                .filter(flow -> names.contains(flow.to) && !received.contains(flow))
                .forEach(flow -> faults.add(flow + " is sent and not received"));
        received.stream()
                .filter(flow -> names.contains(flow.from) && !sent.contains(flow))
                .forEach(flow -> faults.add(flow + " is received and not sent"));
        List<Flow> due = due(names);
        Stream.concat(sent.stream(), received.stream())
                .filter(flow -> !due.contains(flow))
                .forEach(flow -> faults.add(flow + " is not in traffic.csv"));
        due.stream()
                .filter(flow -> !sent.contains(flow) && !received.contains(flow))
                .forEach(flow -> faults.add(flow + " is not allowed"));
        policies.forEach(policy -> requireSelected(policy, pods, faults));
        return faults.stream().map(fault -> "NetworkPolicy: " + fault);
    }

    private static boolean restricts(Manifest policy, String type, Pods pods) {
        return pods.isSelectedBy(policy.at("/spec/podSelector"))
                && Manifest.items(policy.at("/spec/policyTypes"))
                        .anyMatch(one -> one.asText().equals(type));
    }

    private static List<Flow> flows(List<Manifest> policies, List<Pods> pods, String direction, String peers) {
        List<Flow> flows = new ArrayList<>();
        for (Manifest policy : policies) {
            for (Pods own : pods) {
                if (!own.isSelectedBy(policy.at("/spec/podSelector"))) {
                    continue;
                }
                Manifest.items(policy.at("/spec").path(direction))
                        .forEach(rule -> Manifest.items(rule.path(peers))
                                .forEach(peer -> others(peer, pods)
                                        .forEach(other -> Manifest.items(rule.path("ports"))
                                                .forEach(port -> {
                                                    Pods target = peers.equals("to") ? other : own;
                                                    int number = number(port.path("port"), target);
                                                    flows.add(
                                                            peers.equals("to")
                                                                    ? new Flow(own.name(), other.name(), number)
                                                                    : new Flow(other.name(), own.name(), number));
                                                }))));
            }
        }
        return flows;
    }

    /** The Pods of the overlay that a peer means, or what is outside. */
    private static Stream<Pods> others(JsonNode peer, List<Pods> pods) {
        if (peer.has("ipBlock")) {
            return Stream.of(outside(peer.at("/ipBlock/cidr").asText()));
        }
        if (peer.has("namespaceSelector")) {
            return Stream.of(outside(peer.at("/namespaceSelector/matchLabels")
                    .path("kubernetes.io/metadata.name")
                    .asText("every namespace")));
        }
        return pods.stream().filter(some -> some.isSelectedBy(peer.path("podSelector")));
    }

    private static Pods outside(String name) {
        return new Pods(name, Map.of(), Map.of());
    }

    private static int number(JsonNode port, Pods target) {
        return port.isTextual() ? target.ports().getOrDefault(port.asText(), -1) : port.asInt();
    }

    private static void requireSelected(Manifest policy, List<Pods> pods, Set<String> faults) {
        if (pods.stream().noneMatch(some -> some.isSelectedBy(policy.at("/spec/podSelector")))) {
            faults.add(policy.name() + " selects no Pods");
        }
        Stream.concat(
                        Manifest.items(policy.at("/spec/ingress")).flatMap(rule -> Manifest.items(rule.path("from"))),
                        Manifest.items(policy.at("/spec/egress")).flatMap(rule -> Manifest.items(rule.path("to"))))
                .filter(peer -> others(peer, pods).findAny().isEmpty())
                .forEach(peer -> faults.add(policy.name() + " names Pods that do not exist"));
        Stream.of("ingress", "egress")
                .forEach(direction -> Manifest.items(policy.at("/spec").path(direction))
                        .forEach(rule ->
                                requireNarrow(policy, rule, direction.equals("egress") ? "to" : "from", faults)));
    }

    /** What a rule leaves out, it allows. */
    private static void requireNarrow(Manifest policy, JsonNode rule, String peers, Set<String> faults) {
        if (rule.path("ports").isEmpty()) {
            faults.add(policy.name() + " opens every port");
        }
        if (Manifest.items(rule.path("ports")).anyMatch(port -> port.has("endPort") || !port.has("port"))) {
            faults.add(policy.name() + " opens a range of ports");
        }
        if (rule.path(peers).isEmpty()) {
            faults.add(policy.name() + " is open to everybody");
        }
    }

    /** The rows of the table whose Pods are in the overlay. */
    private static List<Flow> due(Set<String> names) {
        Set<String> all = Set.copyOf(names);
        try (var rows = Files.lines(Kustomize.HOME.resolve("traffic.csv"))) {
            return rows.skip(1)
                    .map(row -> row.split(",", 4))
                    .flatMap(cells -> Stream.of(cells[0].split(" ", -1))
                            .flatMap(from -> Stream.of(cells[1].split(" ", -1))
                                    .map(to -> new Flow(from, to, Integer.parseInt(cells[2])))))
                    .filter(flow -> isPresent(flow.from, all) && isPresent(flow.to, all))
                    .toList();
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }

    private static boolean isPresent(String name, Set<String> names) {
        return names.contains(name) || OUTSIDE.contains(name);
    }
}
