package kz.qadam.front;

import java.util.stream.Collectors;
import java.util.stream.Stream;

/** The front as an Ingress of Kubernetes, which knows the same two kinds of paths. */
public final class Ingress {

    private static final String MANIFEST = """
            # Written by deploy/install/k8s/routes. TLS ends at the proxy. It has to pass bodies of 512 MB without keeping them,
            # headers of 16 KB, and answers that do not end (streams of events); and it replaces X-Forwarded-For by the address
            # from which it is called: the first address there is taken for the caller's.
            apiVersion: networking.k8s.io/v1
            kind: Ingress
            metadata:
              name: front
            spec:
              ingressClassName: public
              tls:
              - hosts: [qadam.example.kz]
                secretName: front-certificate
              rules:
              - host: qadam.example.kz
                http:
                  paths:
            """;

    private static final String PATH =
            "      - {path: %s, pathType: %s, backend: {service: {name: %s, port: {name: http}}}}\n";

    private Ingress() {}

    public static String manifest() {
        return MANIFEST + Routes.all().stream().flatMap(Ingress::paths).collect(Collectors.joining());
    }

    private static Stream<String> paths(Route route) {
        return route.forms().map(form -> PATH.formatted(form, route.isExact() ? "Exact" : "Prefix", route.service()));
    }
}
